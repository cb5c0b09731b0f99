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
		for _, p := range tmpl.Parts {
			if p.Hint == "" || p.Hints["fr"] == "" || p.Headings["fr"] == "" {
				t.Errorf("%s: part %q lacks a hint, or it or the heading in French", tmpl.Name, p.Key)
			}
		}
	}
	if got := strings.Join(names, " "); got != "brief communique eu-statement joint-statement" {
		t.Errorf("templates are %s", got)
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
