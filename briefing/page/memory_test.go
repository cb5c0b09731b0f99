package page

import (
	"fmt"
	"strings"
	"testing"

	"delegation-briefing/assets"
	"delegation-briefing/briefing"
)

// TestWhatWasTypedIsNotAllKept: an officer who types in a long paragraph leaves a
// state of it behind with every key; the statement is kept whole, and a few of
// these.
func TestWhatWasTypedIsNotAllKept(t *testing.T) {
	c, j := NewCompositor(assets.Files), emptyJob(t)
	long := strings.Repeat("Both sides met in Aldvik. ", 200)
	for i := range 300 {
		j.Statement = opened(j.Statement, fmt.Sprintf("%s%d", long, i))
		composeAll(t, c, j)
	}
	if bytes := held(&c.settings); bytes > 70_000 {
		t.Errorf("%d bytes of text are kept of a statement of %d", bytes, len(long))
	}
	if pages := held(&c.pages); pages > 60 {
		t.Errorf("%d pages are kept of one with %d", pages, len(composeAll(t, c, j).Pages))
	}
}

// TestAStatementIsKeptWhole: only what changed is set, however long a statement is,
// how short its paragraphs are, and whatever was set before it.
func TestAStatementIsKeptWhole(t *testing.T) {
	for name, text := range map[string]string{
		"an opening":       "Both sides met in Aldvik.",
		"a brief":          strings.Repeat("Both sides met in Aldvik. It was cold.\n\n", 3000),
		"a list of words":  strings.Repeat("- fish\n", 5000),
		"a long paragraph": strings.Repeat("Both sides met in Aldvik. ", 2000),
	} {
		t.Run(name, func(t *testing.T) {
			c, j := NewCompositor(assets.Files), emptyJob(t)
			composeAll(t, c, j)
			j.Statement = opened(j.Statement, text)
			end := briefing.Place{Section: "outcome", Field: "text"}
			j.Statement.SetText(end, "All agree.")
			composeAll(t, c, j)
			before := settings.Load()
			composeAll(t, c, j)
			if n := settings.Load() - before; n > 0 {
				t.Errorf("%d paragraphs were set again", n)
			}
			j.Statement.SetText(end, "All agreed.")
			composeAll(t, c, j)
			if n := settings.Load() - before; n != 1 {
				t.Errorf("%d paragraphs were set where one is new", n)
			}
		})
	}
}

// emptyJob composes a statement in which nothing is written.
func emptyJob(t *testing.T) Job {
	t.Helper()
	office := briefing.Office{assets.Files}
	template, err := office.Template("eu-statement")
	if err != nil {
		t.Fatal(err)
	}
	sheet, err := FindSheet(office, "eu-statement")
	if err != nil {
		t.Fatal(err)
	}
	return Job{Statement: template.New("norland"), Template: template, Sheet: sheet}
}

// opened is a statement with another opening.
func opened(s briefing.Statement, text string) briefing.Statement {
	s = s.Clone()
	s.SetText(briefing.Place{Section: "opening", Field: "text"}, text)
	return s
}

func composeAll(t *testing.T, c *Compositor, j Job) *Document {
	t.Helper()
	doc, err := c.Compose(j)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// held is the weight of all that a memory keeps.
func held[K comparable, V any](m *memory[K, V]) int {
	n := 0
	for _, generation := range []map[K]remembered[V]{m.young, m.old} {
		for _, k := range generation {
			n += k.weight
		}
	}
	return n
}
