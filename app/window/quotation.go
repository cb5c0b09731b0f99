package window

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"delegation-briefing/briefing"
)

// quotation puts words into the quotation marks of the statement's language,
// and of the statement where it has some already.
func quotation(words string, s briefing.Statement) string {
	switch base, _, _ := strings.Cut(s.Language, "-"); {
	case base == "fr":
		return "«\u00a0" + words + "\u00a0»"
	case base == "de":
		return "„" + words + "“"
	case base == "en" && !quotesTwice(s):
		return "‘" + words + "’"
	}
	return "“" + words + "”"
}

// quotesTwice reports whether a statement uses “double” marks.
func quotesTwice(s briefing.Statement) bool {
	return slices.ContainsFunc(s.Places(), func(at briefing.Place) bool {
		text, _ := s.Text(at)
		return strings.Contains(text, "“")
	})
}

// gap is the space that a word needs beside a sign.
func gap(r rune) string {
	if r == utf8.RuneError || unicode.IsSpace(r) || unicode.IsPunct(r) && r != '.' {
		return ""
	}
	return " "
}

func firstRune(text string) rune { r, _ := utf8.DecodeRuneInString(text); return r }
func lastRune(text string) rune  { r, _ := utf8.DecodeLastRuneInString(text); return r }
