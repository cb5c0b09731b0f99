package briefing

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold takes capitals, accents, ligatures, and Arabic vowel signs and tatweel
// from a text, so that "État" is found by "etat". Its letters are those of
// Unicode's compatibility decomposition (NFKD, Unicode Annex 15).
func Fold(text string) string {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return foldAny(text)
		}
	}
	return strings.ToLower(text)
}

func foldAny(text string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) || r == 'ـ' {
			return -1
		}
		return r
	}, norm.NFKD.String(text)))
}
