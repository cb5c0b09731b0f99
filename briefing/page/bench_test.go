package page_test

import (
	"fmt"
	"strings"
	"testing"

	"delegation-briefing/assets"
	"delegation-briefing/briefing"
	"delegation-briefing/briefing/page"
)

// The benchmarks set a statement of two pages and a brief of some fifty: after
// one word was changed, after every paragraph was, with nothing left but the
// fonts, and as the first thing a process does with these.

func BenchmarkTwoPages(b *testing.B)   { benchmark(b, norland(b, 3)) }
func BenchmarkFiftyPages(b *testing.B) { benchmark(b, norland(b, 280)) }

func benchmark(b *testing.B, s briefing.Statement) {
	j := job(b, s)
	b.Run("edit one word", func(b *testing.B) {
		c := page.NewCompositor(assets.Files)
		at := briefing.Place{Section: "outcome", Field: "text"}
		words, _ := s.Text(at)
		pages := 0
		for i := 0; b.Loop(); i++ {
			changed := s.Clone()
			changed.SetText(at, fmt.Sprintf("%s %d", words, i))
			j.Statement = changed
			pages = len(compose(b, c, j).Pages)
		}
		b.ReportMetric(float64(pages), "pages")
	})
	b.Run("edit every paragraph", func(b *testing.B) {
		c := page.NewCompositor(assets.Files)
		for i := 0; b.Loop(); i++ {
			changed := s.Clone()
			for _, at := range s.Places() {
				if words, _ := s.Text(at); words != "" && at.Field == "text" {
					changed.SetText(at, fmt.Sprintf("No %d: %s", i, words))
				}
			}
			j.Statement = changed
			compose(b, c, j)
		}
	})
	b.Run("nothing reused", func(b *testing.B) {
		c := page.NewCompositor(assets.Files)
		compose(b, c, j)
		for b.Loop() {
			c.Forget()
			compose(b, c, j)
		}
	})
	b.Run("fonts read anew", func(b *testing.B) {
		for b.Loop() {
			compose(b, page.NewCompositor(assets.Files), j)
		}
	})
}

// norland is a statement about the invented country of the samples, with so
// many topics.
func norland(t testing.TB, topics int) briefing.Statement {
	t.Helper()
	s := briefing.Statement{ID: "norland", Format: 1, Template: "eu-statement", Language: "en", Kind: "Human Rights Dialogue",
		Partner: "Norland", Edition: 7, Date: briefing.Date{Year: 2026, Month: 3, Day: 12}, Place: "Aldvik"}
	section := func(key string, text briefing.Prose) {
		s.Sections = append(s.Sections, briefing.Section{Key: key, Text: text})
	}
	section("headline", "{{partner}}: {{ordinal}} {{kind}} with the EU takes place in {{place}}")
	section("dateline", "{{place}}, {{date}}")
	section("opening", "On {{date}}, the European Union and Norland held their {{ordinal}} {{kind}} in {{place}}. Discussions took place in an open and constructive atmosphere, and both sides agreed to continue their cooperation.")
	section("topics", "")
	for i := range topics {
		s.Sections[3].Topics = append(s.Sections[3].Topics, briefing.Topic{
			Heading: fmt.Sprintf("Subject %d", i+1), Text: briefing.Prose(strings.Repeat(fmt.Sprintf(
				"The EU welcomed the adoption of law No %d on the independence of the judiciary, while encouraging Norland to bring the conditions of detention into line with international standards. ", i+1), 3)),
		})
	}
	section("outcome", "Both sides reconfirmed their commitment to the promotion of human rights.")
	s.Sections = append(s.Sections, briefing.Section{Key: "contacts", People: []briefing.Person{
		{Name: "Ada Lund", Post: "Spokesperson", Phones: []string{"+32 (0) 2 555 01 00", "+32 (0)460 55 01 00"}, Email: "ada.lund@example.eu"},
		{Name: "Per Sandvik", Post: "Press Officer", Phones: []string{"+32 2 555 01 01"}},
	}})
	return s
}

func compose(t testing.TB, c *page.Compositor, j page.Job) *page.Document {
	t.Helper()
	doc, err := c.Compose(j)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// job is to set a statement with its template and the sheet for it.
func job(t testing.TB, s briefing.Statement) page.Job {
	t.Helper()
	office := briefing.Office{assets.Files}
	template, err := office.Template(s.Template)
	if err != nil {
		t.Fatal(err)
	}
	sheet, err := page.FindSheet(office, s.Template)
	if err != nil {
		t.Fatal(err)
	}
	return page.Job{Statement: s, Template: template, Sheet: sheet}
}
