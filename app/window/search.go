package window

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"delegation-briefing/briefing"
)

// query is what the officer looks for in a statement.
type query struct {
	words string
	cased bool // capitals count
	whole bool // no parts of words
}

// hit is one place where a query's words stand: bytes of the text at At.
type hit struct {
	at         briefing.Place
	start, end int
}

// hits finds a query's words in all the statement's texts, in reading order, and
// in the facts that are words: they stand on the page as well. A space stands for
// any white space.
func (q query) hits(s briefing.Statement) []hit {
	find := q.expression()
	if find == nil {
		return nil
	}
	var all []hit
	for _, at := range searchedIn(s) {
		text, _ := s.Text(at)
		filled := briefing.HasPlaceholders(text) && !strings.Contains(q.words, "{")
		for _, m := range find.FindAllStringIndex(text, -1) {
			if (!q.whole || aWord(text, m[0], m[1])) && !(filled && inBraces(text, m[0], m[1])) {
				all = append(all, hit{at, m[0], m[1]})
			}
		}
	}
	return all
}

// inBraces reports whether words stand within a placeholder, "{{the partner}}",
// of which no reader sees anything: who means it writes its braces.
func inBraces(text string, start, end int) bool {
	open := strings.LastIndex(text[:start], "{{")
	return open >= 0 && !strings.Contains(text[open:start], "}}") && strings.Contains(text[end:], "}}")
}

// searchedIn is where words are looked for: in the texts, and last in the facts
// that are printed as they are written.
func searchedIn(s briefing.Statement) []briefing.Place {
	all := s.Places()
	for _, key := range []string{"partner", "kind", "place", "mode", "reference", "marking", "title"} {
		all = append(all, briefing.Place{Field: key})
	}
	return all
}

// from is the first of some hits at a spot or behind it; after the last comes the
// first.
func from(hits []hit, s briefing.Statement, caret spot) int {
	rank := map[briefing.Place]int{}
	for i, at := range searchedIn(s) {
		rank[at] = i + 1
	}
	return max(0, slices.IndexFunc(hits, func(h hit) bool {
		return cmp.Or(cmp.Compare(rank[h.at], rank[caret.at]), cmp.Compare(h.start, caret.offset)) >= 0
	}))
}

const whiteSpace = `[\s\x{A0}\x{202F}]+`

func (q query) expression() *regexp.Regexp {
	words := strings.Fields(q.words)
	if len(words) == 0 {
		return nil
	}
	for i, w := range words {
		words[i] = regexp.QuoteMeta(w)
	}
	flags := "(?i)"
	if q.cased {
		flags = ""
	}
	find, err := regexp.Compile(flags + strings.Join(words, whiteSpace))
	if err != nil {
		return nil // a query that is not valid text finds nothing
	}
	return find
}

// replaced returns the statement with other words for the hits, which must be
// in reading order. A hit that does not lie within its text is of another
// statement, and is left out.
func replaced(s briefing.Statement, hits []hit, words string) briefing.Statement {
	s = s.Clone()
	for i := len(hits) - 1; i >= 0; i-- { // from the end, so that offsets hold
		h := hits[i]
		if text, ok := s.Text(h.at); ok && h.end <= len(text) {
			s.SetText(h.at, text[:h.start]+words+text[h.end:])
		}
	}
	return s
}

// behind is where the last of some hits ends once other words stand for them all.
func behind(hits []hit, words string) (at briefing.Place, offset int) {
	last := hits[len(hits)-1]
	offset = last.end
	for _, h := range hits {
		if h.at == last.at {
			offset += len(words) - (h.end - h.start)
		}
	}
	return last.at, offset
}

// around returns a hit with a few words on either side of it.
func around(text string, h hit) (before, found, after string) {
	const room = 36
	start, end := max(0, h.start-room), min(len(text), h.end+room)
	if start > 0 {
		start = wordStart(text, start, h.start)
	}
	if end < len(text) {
		end = wordEnd(text, h.end, end)
	}
	flat := func(t string) string { return strings.ReplaceAll(t, "\n", " ") }
	return flat(text[start:h.start]), flat(text[h.start:h.end]), flat(text[h.end:end])
}

// wordStart moves an offset on to the next word, but not beyond limit.
func wordStart(text string, from, limit int) int {
	if i := strings.IndexAny(text[from:limit], " \n"); i >= 0 {
		return from + i + 1
	}
	return limit
}

// wordEnd moves an offset back to the end of a word, but not before limit.
func wordEnd(text string, limit, to int) int {
	if i := strings.LastIndexAny(text[limit:to], " \n"); i >= 0 {
		return limit + i
	}
	return limit
}

// aWord reports whether the bytes from start to end of a text begin and end
// where a word does.
func aWord(text string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	return !letter(before) && !letter(after)
}

func letter(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.Mn, r))
}
