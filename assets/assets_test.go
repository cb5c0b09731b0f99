package assets_test

import (
	"io/fs"
	"strings"
	"testing"

	"delegation-briefing/assets"
	"delegation-briefing/briefing"
)

func TestTemplates(t *testing.T) {
	templates, err := briefing.Office{assets.Files}.Templates()
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, tmpl := range templates {
		names = append(names, tmpl.Name)
		for _, key := range []string{"headline", "dateline", "opening", "topics", "cases", "background", "heads", "contacts"} {
			if tmpl.Part(key).Heading == key {
				t.Errorf("%s has no part %q", tmpl.Name, key)
			}
		}
		if tmpl.Titles["fr"] == "" || tmpl.Notes["fr"] == "" {
			t.Errorf("%s lacks a French title or note", tmpl.Name)
		}
		if strings.Contains(tmpl.Title+tmpl.Note, "'") {
			t.Errorf("%s has a straight apostrophe in its title or note", tmpl.Name)
		}
		for _, p := range tmpl.Parts {
			if strings.Contains(p.Heading+p.Hint, "'") {
				t.Errorf("%s: part %q has a straight apostrophe", tmpl.Name, p.Key)
			}
			if p.Hint == "" || p.Hints["fr"] == "" || p.Headings["fr"] == "" {
				t.Errorf("%s: part %q lacks a hint, or it or the heading in French", tmpl.Name, p.Key)
			}
		}
	}
	if got := strings.Join(names, " "); got != "brief communique eu-statement joint-statement" {
		t.Errorf("templates are %s", got)
	}
}

// TestBeginnings: what a statement begins with in another language is as much
// as in the first, about the same subjects, and reads well once the facts are
// there.
func TestBeginnings(t *testing.T) {
	templates, err := briefing.Office{assets.Files}.Templates()
	if err != nil {
		t.Fatal(err)
	}
	for _, tmpl := range templates {
		for _, lang := range tmpl.Languages() {
			s, first := tmpl.NewIn(lang, ""), tmpl.New("")
			for i, sec := range s.Sections {
				if of := first.Sections[i]; sec.Text.Blank() != of.Text.Blank() || len(sec.Topics) != len(of.Topics) || len(sec.People) != len(of.People) {
					t.Errorf("%s in %s begins with another %s", tmpl.Name, lang, sec.Key)
				}
				for j, topic := range sec.Topics {
					if of := first.Sections[i].Topics[j]; topic.Subject != of.Subject || topic.Heading == "" {
						t.Errorf("%s in %s: topic %d is %+v", tmpl.Name, lang, j+1, topic)
					}
				}
			}
			s.Partner, s.Place, s.Edition, s.Date = "Norland", "Aldvik", 8, briefing.Date{Year: 2026, Month: 3, Day: 12}
			heads := s.Section("heads").People
			heads[0].Name, heads[0].Post = "Ada Lund", "Head of Division"
			heads[1].Name, heads[1].Post, heads[1].Service = "Olaf Berg", "Director", "Ministry of Foreign Affairs"
			for _, gap := range s.Gaps() {
				t.Errorf("%s in %s: nothing fills %s", tmpl.Name, lang, gap.Text)
			}
			if tmpl.Languages()[1] != "fr" || s.Kind == "" {
				t.Errorf("%s has texts in %v, and the dialogue is a %q", tmpl.Name, tmpl.Languages(), s.Kind)
			}
		}
	}
}

func TestSamplesFollowTheirTemplates(t *testing.T) {
	samples, err := fs.Glob(assets.Files, "samples/*.toml")
	if err != nil || len(samples) == 0 {
		t.Fatalf("samples: %v, %v", samples, err)
	}
	for _, name := range samples {
		f, err := assets.Files.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		s, err := briefing.ReadStatement(f)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		tmpl, err := briefing.Office{assets.Files}.Template(s.Template)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if n, want := len(tmpl.Arrange(s).Sections), len(tmpl.Parts); n != want {
			t.Errorf("%s has %d sections, its template %d", name, n, want)
		}
		if gaps := s.Gaps(); len(gaps) > 0 {
			t.Errorf("%s has gaps: %v", name, gaps)
		}
	}
}
