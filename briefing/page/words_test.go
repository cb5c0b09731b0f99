package page_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"delegation-briefing/assets"
	"delegation-briefing/briefing"
	"delegation-briefing/briefing/intake"
	"delegation-briefing/briefing/page"
)

// read is the words of a document as its glyphs tell them in reading order,
// parted where the elements are; words that were parted are whole again.
func read(doc *page.Document) []string {
	parts := map[*page.Element]int{} // by element: the paragraph it is in
	var number func(e *page.Element, n int)
	next := 0
	number = func(e *page.Element, n int) {
		if e.Role != page.RoleLink && e.Role != page.RoleSpan {
			next++
			n = next
		}
		parts[e] = n
		for _, kid := range e.Kids {
			number(kid, n)
		}
	}
	number(doc.Root, 0)
	var text strings.Builder
	last := 0
	for _, p := range doc.Pages {
		for _, item := range p.Items {
			t, ok := item.(*page.Text)
			if !ok || t.Element == nil || t.Element.Role == page.RoleLabel {
				continue
			}
			if parts[t.Element] != last {
				text.WriteString(" ")
				last = parts[t.Element]
			}
			for _, g := range t.Glyphs {
				text.WriteString(g.Text)
			}
		}
	}
	return strings.Fields(strings.ReplaceAll(text.String(), "\u00ad", ""))
}

// said is the words of a statement that its template prints.
func said(s briefing.Statement, t briefing.Template) []string {
	s = t.Arrange(s)
	var words []string
	add := func(text string) { words = append(words, strings.Fields(text)...) }
	for _, at := range s.Places() {
		part := t.Part(at.Section)
		switch {
		case at.Field == "text":
			add(s.Plain(at))
		case at.Field == "heading" && part.TopicHeadings, part.Kind == briefing.ContactsPart && at.Field != "side":
			text, _ := s.Text(at)
			add(text)
		}
	}
	return words
}

// TestWords: what the pages say is what the statements say, word by word, for
// the statements that were published.
func TestWords(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/statements/*.txt")
	if len(files) == 0 {
		t.Skip("the published statements are not here")
	}
	office := briefing.Office{assets.Files}
	templates, err := office.Templates()
	if err != nil {
		t.Fatal(err)
	}
	c := page.NewCompositor(assets.Files)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			taken, err := intake.Read(bytes.NewReader(data), office, "")
			if err != nil {
				t.Fatal(err)
			}
			s := taken.Statement
			for _, template := range templates {
				if template.Name == "brief" {
					continue // adds headings to nearly all
				}
				s.Template, s.Embargo = template.Name, briefing.Moment{}
				compare(t, c, s, template)
			}
		})
	}
}

func compare(t *testing.T, c *page.Compositor, s briefing.Statement, template briefing.Template) {
	t.Helper()
	j := job(t, s)
	for i := range j.Template.Parts { // only the words of the statement itself
		j.Template.Parts[i].ShowHeading, j.Template.Parts[i].Numbered = false, false
	}
	got, want := read(compose(t, c, j)), said(s, j.Template)
	if s.Plain(briefing.Place{Section: "headline", Field: "text"}) == "" {
		got = got[min(len(got), len(strings.Fields(j.Statement.Headline()))):]
	}
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || got[i] != want[i] {
			t.Fatalf("%s: word %d: the pages say %q, the statement %q", template.Name, i,
				got[min(i, len(got)):min(i+6, len(got))], want[min(i, len(want)):min(i+6, len(want))])
		}
	}
}
