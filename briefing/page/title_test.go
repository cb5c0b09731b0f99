package page_test

import (
	"testing"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/page"
)

// TestTitle: no page is headed by the name of a file.
func TestTitle(t *testing.T) {
	eu := briefing.Template{Title: "EU statement", Titles: map[string]string{"fr": "Déclaration de l’UE"}}
	headline := []briefing.Section{{Key: "headline", Text: "Norland: {{ordinal}} dialogue"}}
	for _, c := range []struct {
		name string
		s    briefing.Statement
		t    briefing.Template
		want string
	}{
		{"a headline", briefing.Statement{ID: "draft-2", Sections: headline}, eu, "Norland: … dialogue"},
		{"a title", briefing.Statement{ID: "draft-2", Title: "Norland", Sections: headline}, eu, "Norland"},
		{"neither", briefing.Statement{ID: "draft-2", Kind: "Dialogue"}, eu, "EU statement"},
		{"neither, in French", briefing.Statement{ID: "draft-2", Language: "fr-BE"}, eu, "Déclaration de l’UE"},
		{"nor a template", briefing.Statement{ID: "draft-2", Kind: "Dialogue"}, briefing.Template{}, "Dialogue"},
		{"nothing", briefing.Statement{ID: "draft-2"}, briefing.Template{}, "Statement"},
	} {
		if got := page.Title(c.s, c.t); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
