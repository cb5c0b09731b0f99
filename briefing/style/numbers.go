package style

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// checkNumbers asks for words up to the rule's limit and figures beyond it,
// where a number counts things. The rule's words are what may not stand
// beside it: "Article", "per cent".
func checkNumbers(r *reading, rule *Rule) {
	for _, p := range r.prose() {
		for i, w := range p.words {
			if n, ok := r.counts(p, i, rule); ok {
				n.safe = rule.safe()
				r.remark(rule, p, w.from, w.to, n)
			}
		}
	}
}

// counts is the note on word i; ok where it is a number that counts things and is
// written the wrong way.
func (r *reading) counts(p *passage, i int, rule *Rule) (n note, ok bool) {
	w := p.words[i]
	switch number := slices.Index(r.g.Words.Numbers, w.lower) + 1; {
	case number > rule.Limit:
		n = note{say: "figures", instead: strconv.Itoa(number), offer: true}
	case number == 0 && len(w.text) == 1 && figures(w.text):
		number, _ = strconv.Atoi(w.text)
		if number < 1 || number > min(rule.Limit, len(r.g.Words.Numbers)) {
			return n, false
		}
		n = note{say: "words", instead: r.g.Words.Numbers[number-1], offer: true}
	default:
		return n, false
	}
	return n, !p.opens(w.from) && i+1 < len(p.words) && !rule.besideUnit(p, i)
}

// besideUnit reports whether a number is a reference, a measure or part of a
// list or a range, where figures may stay.
func (rule *Rule) besideUnit(p *passage, i int) bool {
	next := p.words[i+1]
	if i > 0 {
		before := p.words[i-1]
		if rule.names(before.lower) || figures(before.text) || strings.TrimSpace(p.between(i-1)) != "" && p.between(i-1) != " (" {
			return true
		}
		if i > 1 && figures(p.words[i-2].text) { // "between 3 and 12"
			return true
		}
	}
	if p.between(i) != " " || !unicode.IsLower(first(next.text)) || rule.names(next.lower) {
		return true
	}
	return i+2 < len(p.words) && figures(p.words[i+2].text) && len(next.lower) <= 3 // "3 to 12"
}

func (rule *Rule) names(word string) bool { return slices.Contains(rule.Words, word) }

func figures(s string) bool { return unicode.IsDigit(first(s)) }
