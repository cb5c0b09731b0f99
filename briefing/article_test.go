package briefing_test

import (
	"testing"

	. "delegation-briefing/briefing"
)

// TestTakesArticle: as the names stand within an English sentence.
func TestTakesArticle(t *testing.T) {
	for name, want := range map[string]bool{
		"Kyrgyz Republic": true, "Republic of Norland": true, "United Kingdom": true, "United Kingdom of Great Britain and Northern Ireland": true,
		"United Arab Emirates": true, "United States of America": true, "Netherlands": true, "Philippines": true, "Marshall Islands": true,
		"Democratic Republic of the Congo": true, "Lao PDR": true, "Russian Federation": true, "African Union": true, "Holy See": true,
		"Organization for Security and Co-operation in Europe": true, "Council of Europe": true, "Maldives": true, "UK": true,
		"Congo": true, "DR Congo": false, "Solomon Islands": true, "Cook Islands": true,
		"Norland": false, "Kyrgyzstan": false, "Bosnia and Herzegovina": false, "Côte d’Ivoire": false, "The Gambia": false,
		"the Kyrgyz Republic": false, "New Zealand": false, "ASEAN": false, "Norland and the Republic of Sudland": false, "": false, "of": false,
	} {
		if got := TakesArticle(name, "en"); got != want {
			t.Errorf("%q takes an article: %v", name, got)
		}
		if TakesArticle(name, "fr") {
			t.Errorf("%q takes an English article in French", name)
		}
	}
}

// TestThePartner: the placeholder writes the article where the name takes it,
// and leads to the fact like the bare one.
func TestThePartner(t *testing.T) {
	s := Statement{Language: "en", Sections: []Section{{Key: "opening", Text: "{{the partner}} and {{ the partner }} met; {{partner}} left."}}}
	at := Place{Section: "opening", Field: "text"}
	for _, c := range []struct{ lang, partner, want string }{
		{"en", "Kyrgyz Republic", "The Kyrgyz Republic and the Kyrgyz Republic met; Kyrgyz Republic left."},
		{"en-GB", "Norland", "Norland and Norland met; Norland left."},
		{"fr", "Kyrgyz Republic", "Kyrgyz Republic and Kyrgyz Republic met; Kyrgyz Republic left."},
		{"en", "", "{{the partner}} and {{ the partner }} met; {{partner}} left."},
	} {
		s.Language, s.Partner = c.lang, c.partner
		if got := s.Plain(at); got != c.want {
			t.Errorf("%s: %q, want %q", c.lang, got, c.want)
		}
		want := 0
		if c.partner == "" {
			want = 3
		}
		if n := len(s.Gaps()); n != want {
			t.Errorf("%q: %d gaps, want %d", c.partner, n, want)
		}
	}
	s.Language, s.Partner = "en", "Kyrgyz Republic"
	numbered := Statement{Language: "en", Partner: s.Partner, Sections: []Section{{Key: "opening", Text: "3. {{the partner}} met."}}}
	if got := numbered.Plain(at); got != "3. The Kyrgyz Republic met." {
		t.Errorf("after a paragraph’s number: %q", got)
	}
	s.Partner = "United Kingdom"
	spans := s.Blocks(at)[0].Spans
	if article, name := spans[0], spans[1]; article.From != at || article.Text != "The " || name.From != (Place{Field: "partner"}) || name.End != len(name.Text) {
		t.Errorf("the name stands as %+v", spans[:2])
	}
}
