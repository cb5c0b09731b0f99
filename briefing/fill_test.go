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
		Sections: []Section{{Key: "opening", People: []Person{{Name: "van Loo"}}}}}
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
