package style

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// abbreviation is a short form in capitals as it stands in a passage.
type abbreviation struct {
	p          *passage
	from, to   int
	short      string // without the plural's s
	long       string // where the text explains it here
	longFrom   int    // where that begins
	introduced bool   // it is explained here
}

var capitals = regexp.MustCompile(`\b\p{Lu}[\p{Lu}\d]*[a-z]{0,2}\p{Lu}+(?:s\b|\b)`)

// findAbbreviations finds the short forms of the running text, in order.
func findAbbreviations(passages []*passage) []abbreviation {
	var all []abbreviation
	for _, p := range passages {
		if !isProse(p) {
			continue
		}
		for _, m := range capitals.FindAllStringIndex(p.text, -1) {
			if inWord(first(p.text[m[1]:])) || roman(p.text[m[0]:m[1]]) || headed(p, m[0], m[1]) {
				continue
			}
			all = append(all, newAbbreviation(p, m[0], m[1]))
		}
	}
	return all
}

func newAbbreviation(p *passage, from, to int) abbreviation {
	a := abbreviation{p: p, from: from, to: to, short: strings.TrimRight(p.text[from:to], "s")}
	before, after := strings.TrimRight(p.text[:from], "‘’“”'\""), strings.TrimLeft(p.text[to:], "‘’“”'\"+")
	switch {
	case strings.HasSuffix(before, "("):
		a.introduced = true
		a.longFrom = longForm(before[:len(before)-1], a.short)
		a.long = strings.TrimSpace(before[a.longFrom : len(before)-1])
	case strings.HasPrefix(after, " (") && unicode.IsUpper(first(after[2:])):
		a.introduced = true
	}
	return a
}

// longForm finds where the words begin that a short form abbreviates: as many
// words as give its letters, small words not counted.
func longForm(before, short string) int {
	words := splitWords(before)
	letters := []rune(strings.ToLower(short))
	for i := len(words) - 1; i >= 0 && i >= len(words)-2*len(letters)-2; i-- {
		if first(words[i].lower) == letters[0] && spells(words[i:], letters) {
			return words[i].from
		}
	}
	return len(before)
}

// spells reports whether the letters are initials of the words, in order and
// from the first word on.
func spells(words []word, letters []rune) bool {
	for _, w := range words {
		for _, part := range strings.FieldsFunc(w.lower, func(r rune) bool { return !inWord(r) }) {
			if len(letters) > 0 && first(part) == letters[0] {
				letters = letters[1:]
			}
		}
	}
	return len(letters) == 0
}

// headed reports whether the capitals are part of a line that is set in them.
func headed(p *passage, from, to int) bool {
	const reach = 40
	before, after := p.before(from, 1), splitWords(p.text[to:min(to+reach, len(p.text))])
	return len(before) > 0 && shouted(before[0].text) || len(after) > 0 && shouted(after[0].text)
}

func roman(s string) bool { return strings.Trim(s, "IVXLCM") == "" }

// checkAbbreviations asks that a short form be explained where it first
// stands. The rule's exceptions need not be; if it has words of its own, only
// these.
func checkAbbreviations(r *reading, rule *Rule) {
	seen := map[string]bool{}
	for _, a := range r.abbreviations {
		if seen[a.short] || rule.except[strings.ToLower(a.short)] || r.isName(a) {
			continue
		}
		seen[a.short] = true
		if a.introduced || len(rule.Words) > 0 && !slices.Contains(rule.Words, a.short) {
			continue
		}
		n := note{}
		if long := r.g.Words.LongForms[a.short]; long != "" {
			n = instead(long + " (" + a.short + ")")
			n.say = "known"
		}
		r.remark(rule, a.p, a.from, a.to, n)
	}
}

// isName reports whether the capitals are somebody's surname.
func (r *reading) isName(a abbreviation) bool {
	for _, at := range r.people() {
		if slices.ContainsFunc(strings.Fields(r.s.Plain(at)), func(w string) bool { return w == a.short }) {
			return true
		}
	}
	before := a.p.before(a.from, 2)
	return len(before) > 1 && slices.Contains(r.g.Words.Titles, before[0].text)
}

// checkLongForms remarks on a long form that stands again after its short form
// came into use.
func checkLongForms(r *reading, rule *Rule) {
	for short, long := range r.pairs(rule) {
		used := slices.IndexFunc(r.abbreviations, func(a abbreviation) bool { return a.short == short })
		if used < 0 {
			continue
		}
		begun := r.abbreviations[used]
		for _, p := range r.passages {
			if isProse(p) {
				rule.checkLongForm(r, p, short, long, begun)
			}
		}
	}
}

// checkUnused remarks on a short form that is introduced for nothing.
func checkUnused(r *reading, rule *Rule) {
	uses := map[string]int{}
	for _, a := range r.abbreviations {
		uses[a.short]++
	}
	for _, a := range r.abbreviations {
		if a.introduced && a.long != "" && uses[a.short] == 1 {
			r.remark(rule, a.p, a.from, a.to, note{})
		}
	}
}

// pairs are the short forms the text introduces and the rule's own words, each
// with its long form.
func (r *reading) pairs(rule *Rule) map[string]string {
	all := map[string]string{}
	for _, short := range rule.Words {
		all[short] = r.g.Words.LongForms[short]
	}
	for _, a := range r.abbreviations {
		if a.long != "" && all[a.short] == "" {
			all[a.short] = a.long
		}
	}
	return all
}

func (rule *Rule) checkLongForm(r *reading, p *passage, short, long string, begun abbreviation) {
	for at := 0; ; {
		i := strings.Index(p.text[at:], long)
		if i < 0 {
			return
		}
		from := at + i
		at = from + len(long)
		if r.before(p, from, begun) || partOfName(p, from, at) || strings.HasPrefix(p.text[at:], " ("+short) {
			continue
		}
		n := instead(short)
		n.with = []string{"short", short}
		if !begun.introduced {
			n.say = "never"
		}
		r.remark(rule, p, from, at, n)
	}
}

// before reports whether a byte of a passage stands before a short form.
func (r *reading) before(p *passage, at int, a abbreviation) bool {
	if p == a.p {
		return at < a.from
	}
	return slices.Index(r.passages, p) < slices.Index(r.passages, a.p)
}

// partOfName reports whether words are part of a longer official name: a
// capital follows, or "of the" with a capital before it.
func partOfName(p *passage, from, to int) bool {
	if after := strings.TrimLeft(p.text[to:], " -"); len(after) < len(p.text)-to && capital(after) {
		return true
	}
	before := strings.TrimSuffix(strings.TrimSuffix(strings.TrimRight(p.text[:from], " "), " the"), " of")
	words := p.before(len(before), 1)
	return len(words) > 0 && len(before) < from-4 && capital(words[0].text) && !p.opens(words[0].from)
}
