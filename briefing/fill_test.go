package briefing_test

import (
	"testing"

	. "delegation-briefing/briefing"
)

// TestFillers: a gap leads to the place whose words fill it.
func TestFillers(t *testing.T) {
	s := Statement{Language: "en", Sections: []Section{{Key: "heads", People: []Person{{}, {}}}}}
	for _, c := range []struct {
		words, section string
		want           Place
		ok             bool
	}{
		{"{{partner}}", "opening", Place{Field: "partner"}, true},
		{"{{the partner}}", "opening", Place{Field: "partner"}, true},
		{"{{the place}}", "opening", Place{}, false},
		{"{{ordinal}}", "headline", Place{Field: "edition"}, true},
		{"{{year}}", "headline", Place{Field: "date"}, true},
		{"{{ post 2 }}", "heads", Place{Section: "heads", Item: 2, Field: "post"}, true},
		{"{{post 3}}", "heads", Place{Section: "heads", Item: 3, Field: "post"}, false},
		{"{{weather}}", "opening", Place{Field: "weather"}, false},
		{"the {{place}}", "opening", Place{}, false},
		{"place", "opening", Place{}, false},
	} {
		if got, ok := s.Filler(c.words, c.section); ok != c.ok || ok && got != c.want {
			t.Errorf("%s in %s is filled by %v (%v), want %v (%v)", c.words, c.section, got, ok, c.want, c.ok)
		}
	}
}

// TestALastDayAloneIsAGap: it does not say when the dialogue was.
func TestALastDayAloneIsAGap(t *testing.T) {
	s := Statement{Language: "en", EndDate: Date{2026, 3, 7}, Sections: []Section{{Key: "opening", Text: "On {{date}}."}}}
	if got := s.Plain(Place{Section: "opening", Field: "text"}); got != "On {{date}}." || len(s.Gaps()) != 1 {
		t.Errorf("it reads %q", got)
	}
}

// TestFactsBeginSentencesWithACapital: a fact that is written in small letters
// has a capital where a text or a sentence begins with it.
func TestFactsBeginSentencesWithACapital(t *testing.T) {
	s := Statement{Language: "en", Edition: 3, Kind: "dialogue", Mode: "by videoconference", Place: "den Haag",
		Sections: []Section{{Key: "opening", People: []Person{{Name: "van Loo", Service: "Acme Bros."}}}}}
	for _, c := range []struct {
		name string
		text Prose
		want string
	}{
		{"at the beginning", "{{ordinal}} {{kind}}", "Third dialogue"},
		{"within", "The {{ordinal}} {{kind}}: {{ordinal}}", "The third dialogue: third"},
		{"after a full stop", "Both met. {{ordinal}} in line.", "Both met. Third in line."},
		{"after an abbreviation", "No. {{ordinal}}", "No. third"},
		{"within quotation marks", "“{{ordinal}}” was said.", "“Third” was said."},
		{"emphasised", "It is over. *{{kind}}* it was.", "It is over. Dialogue it was."},
		{"a paragraph further down", "One.\n\n{{mode}}, they met.", "One.\n\nBy videoconference, they met."},
		{"a place", "{{place}} was far.", "den Haag was far."},
		{"a person’s name", "{{name 1}} spoke.", "van Loo spoke."},
		{"after the name of a company", "They met Acme Inc. {{kind}} staff.", "They met Acme Inc. dialogue staff."},
		{"after a word cut short", "It was approx. {{ordinal}}.", "It was approx. third."},
		{"after a fact with a point", "The {{service 1}} {{kind}}", "The Acme Bros. dialogue"},
		{"after a number that ends a sentence", "They met in 2025. {{ordinal}} in line.", "They met in 2025. Third in line."},
		{"after an article’s number", "It is in Article 14. {{ordinal}} in line.", "It is in Article 14. Third in line."},
		{"after a paragraph’s number", "3. {{ordinal}} in line.", "3. Third in line."},
		{"after a paragraph’s number of two parts", "3.12. {{mode}}, they met.", "3.12. By videoconference, they met."},
	} {
		s.Sections[0].Text = c.text
		if got := s.Plain(Place{Section: "opening", Field: "text"}); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	s.Language, s.Sections[0].Text = "fr", "{{ordinal}} {{kind}}. {{kind}}"
	if got := s.Plain(Place{Section: "opening", Field: "text"}); got != "3e dialogue. Dialogue" {
		t.Errorf("in French: %q", got)
	}
}

// TestThePointOfAnOrdinalEndsNoSentence: where ordinals are written with a
// point, no capital follows it.
func TestThePointOfAnOrdinalEndsNoSentence(t *testing.T) {
	s := Statement{Edition: 16, Kind: "dialog", Mode: "online", Sections: []Section{{Key: "opening"}}}
	for _, c := range []struct {
		name, lang string
		text       Prose
		want       string
	}{
		{"from the facts", "pl", "Odbył się {{ordinal}} {{kind}}.", "Odbył się 16. dialog."},
		{"at the beginning", "pl", "{{ordinal}} {{kind}}", "16. dialog"},
		{"emphasised", "pl", "Odbył się *{{ordinal}}* {{kind}}.", "Odbył się 16. dialog."},
		{"written", "de", "Es fand der 16. {{kind}} statt.", "Es fand der 16. dialog statt."},
		{"written at the beginning", "de", "16. {{kind}}", "16. dialog"},
		{"a sentence’s end", "de", "Es war der {{ordinal}} {{kind}}. {{mode}} traf man sich.", "Es war der 16. dialog. Online traf man sich."},
		{"a year", "de", "Das war 2025. {{mode}} traf man sich.", "Das war 2025. Online traf man sich."},
	} {
		s.Language, s.Sections[0].Text = c.lang, c.text
		if got := s.Plain(Place{Section: "opening", Field: "text"}); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestHeadline: one line says what the statement is, also while facts are
// missing.
func TestHeadline(t *testing.T) {
	s := Statement{ID: "first", Language: "en", Sections: []Section{{Key: "headline"}}}
	for _, c := range []struct {
		title string
		text  Prose
		want  string
	}{
		{"", "", "first"},
		{"", "*Norland*: {{ordinal}} dialogue in\n{{place}}", "Norland: … dialogue in …"},
		{"", "Norland \\{{place}}", "Norland {{place}}"},
		{"A title", "Norland", "A title"},
	} {
		s.Title, s.Sections[0].Text = c.title, c.text
		if got := s.Headline(); got != c.want {
			t.Errorf("%q under the title %q is called %q, want %q", c.text, c.title, got, c.want)
		}
	}
}
