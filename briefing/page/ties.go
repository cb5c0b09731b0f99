package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"delegation-briefing/briefing"
)

// tied reports whether no line may end at a space between two words: between
// a title and a name, a number and its unit, "Article" and its number, a day
// and its month, and where a sign must not begin or end a line.
func tied(before, after, lang string) bool {
	prev, next := lastWord(before), firstWord(after)
	if prev == "" || next == "" {
		return false
	}
	bare := strings.TrimRight(next, ".,;:)’”")
	switch {
	case leaders[strings.TrimLeft(prev, "(“‘«")], strings.ContainsRune("«§№", lastRune(prev)):
		return true
	case isNumber(prev):
		return units[bare] || isMonth(bare, lang) || isThousands(prev, bare)
	case isInitial(prev):
		return unicode.IsUpper(firstRune(next))
	}
	return strings.ContainsRune("%;!?:»–—", firstRune(next)) && (utf8.RuneCountInString(next) == 1 || lang == "fr")
}

// leaders stay with the word after them.
var leaders = set("Mr Mr. Ms Ms. Mrs Mrs. Dr Dr. Prof. M. MM. Mme Mmes Mlle Hr. Herr Frau Sr. Sra. Dª H.E. S.E. Hon. Amb. г-н г-жа " +
	"Article Articles Art. Arts Arts. article articles art. Artículo artículo Artigo artigo Artikel Artikels Articolo articolo " +
	"Section section Chapter Resolution Résolution résolution No No. Nr. n° N° nº p. pp. EUR USD статья статьи ст. стаття г. ул.")

// units stay with the number before them.
var units = set("% ‰ °C km km² m m² kg g t ha kWh MW GW EUR USD € $ £ euro euros million millions billion billions bn per cent percent " +
	"years year days day hours months weeks ans jours heures h min Uhr Jahre Jahren Tage Millionen Milliarden millones años días " +
	"milhões anos dias milioni miliardi anni giorni miljoen miljard jaar mln mld lat lata тыс. млн млрд год года лет г р")

func set(words string) map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.Fields(words) {
		all[w] = true
	}
	return all
}

func isNumber(s string) bool {
	digit := false
	for _, r := range s {
		switch {
		case unicode.IsNumber(r):
			digit = true
		case !strings.ContainsRune(".,–-(€$£+\u00a0\u202f", r):
			return false
		}
	}
	return digit
}

// isThousands reports figures in groups of three: "12 500".
func isThousands(prev, next string) bool {
	return len(next) == 3 && isNumber(next) && !strings.ContainsAny(next, ".,") && len(prev) <= 3
}

func isMonth(word, lang string) bool {
	for _, m := range briefing.Months(lang) {
		if strings.EqualFold(m, word) {
			return true
		}
	}
	return word == "de" && (strings.HasPrefix(lang, "es") || strings.HasPrefix(lang, "pt"))
}

// isInitial reports the first letter of a name: "J."
func isInitial(word string) bool {
	r, n := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r) && word[n:] == "."
}

// narrow reports a space that French makes narrow: before ; ! and ?
func narrow(after, lang string) bool {
	return lang == "fr" && strings.ContainsRune(";!?", firstRune(after))
}

// frenchGap finds where French wants a space within a word that was typed
// without one: before ; ! ? : and inside « » (Lexique des règles
// typographiques en usage à l’Imprimerie nationale). It returns 0 for nowhere.
func frenchGap(text, lang string) int {
	if lang != "fr" {
		return 0
	}
	if strings.HasPrefix(text, "«") && len(text) > len("«") {
		return len("«")
	}
	at := len(strings.TrimRight(text, ";!?:»"))
	if at == 0 || at == len(text) {
		return 0
	}
	r := lastRune(text[:at])
	if unicode.IsLetter(r) || unicode.IsNumber(r) || strings.ContainsRune(")”’%.…", r) {
		return at
	}
	return 0
}

// gapWidth is the width of such a gap before what follows, for a size of 1.
func gapWidth(after string) float64 {
	if strings.ContainsRune(";!?", firstRune(after)) {
		return narrowSpace
	}
	return 0.22
}

// narrowSpace is the width of a narrow space, for a size of 1.
const narrowSpace = 0.14

func lastWord(text string) string {
	return text[strings.LastIndexAny(text, " \t\n\u00a0\u202f")+1:]
}

func firstWord(text string) string {
	text = strings.TrimLeft(text, " \t\r")
	if n := strings.IndexAny(text, " \t\r\n\u00a0\u202f"); n >= 0 {
		return text[:n]
	}
	return text
}

func firstRune(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }
func lastRune(s string) rune  { r, _ := utf8.DecodeLastRuneInString(s); return r }
