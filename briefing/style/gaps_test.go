package style_test

import (
	"os"
	"strings"
	"testing"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/style"
)

// TestAMissingFactIsRemarkedOnOnce, by its name in the language of the window,
// however often the text names it.
func TestAMissingFactIsRemarkedOnOnce(t *testing.T) {
	office := briefing.Office{os.DirFS("../../assets")}
	for lang, want := range map[string]string{"en": "The place is missing.", "fr": "Le lieu manque."} {
		g, err := guide(t, "en", "").In(office, lang)
		if err != nil {
			t.Fatal(err)
		}
		s := sample(t)
		s.Place = ""
		var said []string
		for _, f := range style.Check(s, template(t), g, style.Known{}) {
			if f.Rule == "HTM-2" {
				said = append(said, f.Message)
			}
		}
		if len(said) != 1 || said[0] != want {
			t.Errorf("%s: %q", lang, said)
		}
	}
}

// TestAnEmptyStatementIsRemarkedOn: what the template puts into a part is no
// word of the officer's.
func TestAnEmptyStatementIsRemarkedOn(t *testing.T) {
	tmpl := template(t)
	s := tmpl.New("new")
	for i := range s.Sections {
		s.Sections[i].Text = ""
	}
	var empty []string
	for _, f := range style.Check(s, tmpl, guide(t, "en", ""), style.Known{}) {
		if f.Rule == "STR-3" && f.Severity == style.Must {
			empty = append(empty, f.At.Section)
		}
	}
	if got := strings.Join(empty, " "); got != "headline opening topics outcome heads contacts" {
		t.Errorf("empty are %s", got)
	}
}
