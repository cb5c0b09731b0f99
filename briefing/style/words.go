package style

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// splitWords finds the words of a text. An apostrophe or a hyphen belongs to
// a word when there are letters on both sides: "state’s", "ill-treatment". After
// an article or the like cut short a new word begins: "l’Union", "d’Aldvik".
func splitWords(text string) []word {
	var all []word
	start := -1
	for i, r := range text {
		switch {
		case inWord(r):
			if start < 0 {
				start = i
			}
		case start >= 0 && joins(r) && letterAfter(text, i+utf8.RuneLen(r)) && !(apostrophe(r) && elided[strings.ToLower(text[start:i])]):
		case start >= 0:
			all = append(all, newWord(text, start, i))
			start = -1
		}
	}
	if start >= 0 {
		all = append(all, newWord(text, start, len(text)))
	}
	return all
}

func newWord(text string, from, to int) word {
	return word{from, to, text[from:to], strings.ToLower(text[from:to])}
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) }

func joins(r rune) bool { return r == '\'' || r == '’' || r == '-' || r == '‑' || r == '\u00AD' }

func apostrophe(r rune) bool { return r == '\'' || r == '’' }

var elided = map[string]bool{
	"l": true, "d": true, "s": true, "n": true, "j": true, "c": true, "m": true, "t": true, "qu": true,
	"dell": true, "all": true, "nell": true, "dall": true, "un": true, "lorsqu": true, "puisqu": true, "jusqu": true,
}

func letterAfter(text string, at int) bool {
	r, _ := utf8.DecodeRuneInString(text[at:])
	return unicode.IsLetter(r) || unicode.IsNumber(r)
}

// splitSentences parts a text after . ! ? and … where white space and no
// lower-case letter follows, unless the point belongs to an abbreviation.
func splitSentences(text string, abbreviations []string) []sentence {
	var all []sentence
	start, end := 0, 0
	for i, r := range text {
		if i < end || !strings.ContainsRune(".!?…", r) {
			continue
		}
		end = i + utf8.RuneLen(r)
		for end < len(text) && strings.ContainsRune(".!?…’”\"')]»", first(text[end:])) {
			end += utf8.RuneLen(first(text[end:]))
		}
		if end < start || !unicode.IsSpace(first(text[end:])) || !begins(text[end:]) || r == '.' && abbreviated(text[start:i], abbreviations) {
			continue
		}
		all = append(all, sentence{start, end})
		start = end + len(text[end:]) - len(strings.TrimLeftFunc(text[end:], unicode.IsSpace))
	}
	if start < len(text) {
		all = append(all, sentence{start, len(text)})
	}
	return all
}

func first(text string) rune {
	r, _ := utf8.DecodeRuneInString(text)
	return r
}

func last(text string) rune {
	r, _ := utf8.DecodeLastRuneInString(text)
	return r
}

// begins reports whether a sentence can begin with what follows the space.
func begins(text string) bool {
	return !unicode.IsLower(first(strings.TrimLeftFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsPunct(r) && r != '.'
	})))
}

// abbreviated reports whether a point after these words does not end a
// sentence: after a known abbreviation or a single initial.
func abbreviated(before string, abbreviations []string) bool {
	at := strings.LastIndexFunc(before, func(r rune) bool { return unicode.IsSpace(r) || r == '(' })
	w := before[at+1:]
	if utf8.RuneCountInString(w) == 1 && unicode.IsUpper(first(w)) {
		return true
	}
	for _, a := range abbreviations {
		if strings.EqualFold(a, w) {
			return true
		}
	}
	return false
}

// sentenceOf is the sentence a byte of the passage stands in.
func (w *wording) sentenceOf(at int) sentence {
	for _, s := range w.sentences {
		if at < s.to {
			return s
		}
	}
	return sentence{0, len(w.text)}
}

// opens reports whether a byte begins a sentence, after marks and brackets.
func (w *wording) opens(at int) bool {
	before := w.text[w.sentenceOf(at).from:at]
	return strings.TrimFunc(before, func(r rune) bool { return !inWord(r) }) == ""
}

// wordsIn lists the words within a range.
func (w *wording) wordsIn(from, to int) []word {
	i := sort.Search(len(w.words), func(i int) bool { return w.words[i].from >= from })
	j := i
	for j < len(w.words) && w.words[j].to <= to {
		j++
	}
	return w.words[i:j]
}

// before lists the last n words before a byte, or as many as there are.
func (w *wording) before(at, n int) []word {
	end := sort.Search(len(w.words), func(i int) bool { return w.words[i].to > at })
	return w.words[max(0, end-n):end]
}

// between is the text that parts two neighbouring words.
func (w *wording) between(i int) string {
	if i+1 >= len(w.words) {
		return w.text[w.words[i].to:]
	}
	return w.text[w.words[i].to:w.words[i+1].from]
}

func capital(s string) bool { return unicode.IsUpper(first(s)) }

// likeIn gives words the initial capital that the words they replace have.
func likeIn(words, model string) string {
	if words == "" || !capital(model) || strings.ToUpper(model) == model && utf8.RuneCountInString(model) > 1 {
		return words
	}
	r := first(words)
	return string(unicode.ToUpper(r)) + words[utf8.RuneLen(r):]
}
