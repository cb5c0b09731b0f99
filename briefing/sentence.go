package briefing

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Range is a stretch of a text, in bytes.
type Range struct{ Start, End int }

// Sentences parts a text into sentences. The ranges follow each other and
// cover the whole text; white space after a sentence belongs to it. A sentence
// ends at . ! ? … or their Arabic and Armenian kin, with the quotes and
// brackets that close behind them, before white space and what may begin a
// sentence; and at the end of a paragraph. Points after abbreviations,
// initials, Roman numerals and the numbers of paragraphs do not end one.
func Sentences(text string) []Range {
	var all []Range
	start := 0
	for i, r := range text {
		if i < start || !ends(r) && r != '\n' {
			continue
		}
		end := i + utf8.RuneLen(r)
		if r == '\n' {
			if !strings.HasPrefix(text[end:], "\n") {
				continue
			}
		} else if end = closed(text, end); !breaksAt(text, start, i, end) {
			continue
		}
		end += len(text[end:]) - len(strings.TrimLeftFunc(text[end:], unicode.IsSpace))
		all = append(all, Range{start, end})
		start = end
	}
	if start < len(text) {
		all = append(all, Range{start, len(text)})
	}
	return all
}

// openers may stand before the first word of a sentence.
const openers = `"'“‘«([`

func ends(r rune) bool { return strings.ContainsRune(".!?…؟։", r) }

// closed moves past further stops and past what closes: ?! ." ).
func closed(text string, end int) int {
	for end < len(text) {
		r, n := utf8.DecodeRuneInString(text[end:])
		if !ends(r) && !strings.ContainsRune(`"'”’»)]*_`, r) {
			break
		}
		end += n
	}
	return end
}

// breaksAt reports whether the stop at dot, with what closes behind it up to
// end, ends the sentence that began at start.
func breaksAt(text string, start, dot, end int) bool {
	if end == len(text) {
		return true
	}
	next, _ := utf8.DecodeRuneInString(text[end:])
	if !unicode.IsSpace(next) {
		return false
	}
	rest := strings.TrimLeftFunc(text[end:], unicode.IsSpace)
	if rest == "" || strings.Contains(text[end:len(text)-len(rest)], "\n\n") {
		return true
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, openers+"*_{"))
	if unicode.IsLower(first) {
		return false
	}
	if text[dot] != '.' {
		return true
	}
	sentence := strings.TrimSpace(text[start:dot])
	if strings.Trim(sentence, "0123456789") == "" {
		return false // the number of a paragraph
	}
	_, word := cutLast(sentence, " \n\t(“‘«\"’'")
	return !abbreviated(word)
}

// cutLast parts a text behind the last of some signs.
func cutLast(text, signs string) (before, after string) {
	i := strings.LastIndexAny(text, signs)
	if i < 0 {
		return "", text
	}
	_, n := utf8.DecodeRuneInString(text[i:])
	return text[:i], text[i+n:]
}

// abbreviated reports whether a point after a word belongs to the word.
func abbreviated(word string) bool {
	if word == "" {
		return false
	}
	if abbreviations[strings.ToLower(word)] || strings.Contains(word, ".") && len(word) <= 6 {
		return true
	}
	if utf8.RuneCountInString(word) == 1 {
		r, _ := utf8.DecodeRuneInString(word)
		return unicode.IsUpper(r)
	}
	return roman(word)
}

// roman reports whether a word is a Roman numeral of two signs or more: "VII".
func roman(word string) bool {
	return len(word) > 1 && strings.Trim(word, "IVXLC") == ""
}

var abbreviations = func() map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.Fields("mr ms mrs dr prof st no nos art arts para paras p pp cf e.g i.e etc vs gen col hon amb " +
		"m mm mme mmes mlle n° sr sra srs d dª núm núms pág ee.uu hr fr nr abs bzw z.b d.h u.a usw " +
		"г гг ст им т.е т.д т.п др стр") {
		all[w] = true
	}
	return all
}()
