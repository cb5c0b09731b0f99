package page

import (
	"strings"

	"delegation-briefing/briefing"
)

// Title heads a statement that has no headline: its title, or else what the
// template is called in its language, or else the kind of dialogue. It is never
// empty, for a document must have a title, and never the name of a file, which
// is nobody's words. Of a statement with a headline it is that.
func Title(s briefing.Statement, t briefing.Template) string {
	s.ID = ""
	for _, words := range []string{s.Headline(), t.TitleIn(s.Language), s.Kind} {
		if strings.TrimSpace(words) != "" {
			return words
		}
	}
	return "Statement"
}
