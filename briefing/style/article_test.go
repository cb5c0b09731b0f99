package style_test

import (
	"testing"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/style"
)

// TestTheArticleOfThePartner: a name that takes the article and stands without
// it gets it, whether it is written or comes from the facts.
func TestTheArticleOfThePartner(t *testing.T) {
	g, tmpl := guide(t, "en", ""), template(t)
	for _, c := range []struct{ name, partner, text, want string }{
		{"from the facts", "Kyrgyz Republic", "The EU and {{partner}} held talks.", "The EU and {{the partner}} held talks."},
		{"from the facts, twice", "Kyrgyz Republic", "The EU and {{ partner }} met; {{partner}} spoke of {{partner}}.", "The EU and {{the partner}} met; {{partner}} spoke of {{the partner}}."},
		{"from the facts, emphasised", "Kyrgyz Republic", "The EU met with *{{partner}}*.", "The EU met with *{{the partner}}*."},
		{"from the facts, with its article", "Kyrgyz Republic", "The EU met with the {{partner}}.", ""},
		{"written", "Kyrgyz Republic", "The EU met with Kyrgyz Republic.", "The EU met with the Kyrgyz Republic."},
		{"another form", "Kazakhstan", "The EU met with Republic of Kazakhstan in Astana.", "The EU met with the Republic of Kazakhstan in Astana."},
		{"before a mark", "United Kingdom", "Experts of United Kingdom’s delegation and of United Kingdom, too.", "Experts of the United Kingdom’s delegation and of the United Kingdom, too."},
		{"with its article", "United Kingdom", "The EU and the United Kingdom held talks with {{the partner}}.", ""},
		{"a name that takes none", "Norland", "The EU and Norland held talks with {{partner}}.", ""},
		{"part of a longer name", "United Kingdom", "The EU spoke with United Kingdom Research.", ""},
		{"beside a noun", "United Kingdom", "The EU spoke of United Kingdom officials and United Kingdom–EU talks.", ""},
		{"at the beginning", "United Kingdom", "United Kingdom officials spoke.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := sample(t)
			at := briefing.Place{Section: "cases", Field: "text"}
			s.Partner = c.partner
			s.SetText(at, c.text)
			var found []style.Finding
			for _, f := range style.Check(s, tmpl, g, style.Known{}) {
				if f.Rule == "CTY-4" {
					found = append(found, f)
				}
			}
			if c.want == "" && len(found) > 0 {
				t.Fatalf("%q: %s", found[0].Found, found[0].Message)
			}
			fixed, _ := style.Fix(s, found)
			if got, _ := fixed.Text(at); c.want != "" && got != c.want {
				t.Errorf("corrected to %q, want %q", got, c.want)
			}
		})
	}
}
