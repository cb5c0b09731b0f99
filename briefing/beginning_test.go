package briefing_test

import (
	"strings"
	"testing"

	"delegation-briefing/briefing"
)

const english = parts + `
[[beginning]]
language = "en"
kind = "Dialogue"
[[beginning.section]]
key = "topics"
[[beginning.section.topic]]
heading = "The media"
`

// TestBeginnings: a statement begins with the texts of its language, or of what
// that is a kind of, and with none where there are none.
func TestBeginnings(t *testing.T) {
	tmpl, err := briefing.ReadTemplate(strings.NewReader(english))
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(tmpl.Languages(), " "); got != "fr en" {
		t.Errorf("the template has texts in %s", got)
	}
	for _, c := range []struct{ lang, kind, headline, topic string }{
		{"fr", "", "{{partner}}", "Media"},
		{"fr-BE", "", "{{partner}}", "Media"},
		{"en", "Dialogue", "", "The media"},
		{"en-GB", "Dialogue", "", "The media"},
		{"de", "", "", ""},
	} {
		s := tmpl.NewIn(c.lang, "first")
		topic := ""
		if topics := s.Section("topics").Topics; len(topics) > 0 {
			topic = topics[0].Heading
			topics[0].Heading = "changed"
		}
		if s.Language != c.lang || s.Kind != c.kind || string(s.Section("headline").Text) != c.headline || topic != c.topic || len(s.Sections) != 2 {
			t.Errorf("in %s it begins with %+v", c.lang, s)
		}
	}
	if tmpl.Beginnings[0].Sections[0].Topics[0].Heading != "The media" {
		t.Error("the statement shares its topics with the template")
	}
}

func TestBeginningsRefused(t *testing.T) {
	for want, file := range map[string]string{
		"no language":         strings.Replace(english, `language = "en"`, "", 1),
		`two beginnings`:      strings.Replace(english, `language = "en"`, `language = "fr"`, 1),
		`"verse" that is not`: strings.Replace(english, "[[beginning.section]]\nkey = \"topics\"", "[[beginning.section]]\nkey = \"verse\"", 1),
	} {
		if _, err := briefing.ReadTemplate(strings.NewReader(file)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("want %q, got %v", want, err)
		}
	}
}
