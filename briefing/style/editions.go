package style

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"delegation-briefing/briefing"
)

// numbered is a mention of one meeting in a series: "their 16th Human Rights
// Dialogue", "the fourteenth round".
type numbered struct {
	p        *passage
	from, to int // of the ordinal
	n        int
	figures  bool
	series   string // which series, as [Vocabulary.Series] calls it
	word     string // what the meeting is called
}

// findNumbered finds ordinals that count meetings: those followed by what a
// meeting is called, with nothing but names and adjectives between.
func findNumbered(passages []*passage, g Guide) []numbered {
	var all []numbered
	for _, p := range passages {
		for i, w := range p.words {
			n, figures := g.ordinal(w)
			if n == 0 {
				continue
			}
			if series, name := g.seriesAfter(p, i+1); series != "" {
				all = append(all, numbered{p, w.from, w.to, n, figures, series, name})
			}
		}
	}
	return all
}

// ordinal reads "sixteenth", "16th" or "XVI"; 0 where the word is no ordinal.
func (g Guide) ordinal(w word) (n int, figures bool) {
	if i := slices.Index(g.Words.Ordinals, w.lower); i >= 0 {
		return i + 1, false
	}
	digits := strings.TrimRightFunc(w.lower, unicode.IsLetter)
	if slices.Contains(g.Words.Suffixes, w.lower[len(digits):]) {
		n, _ = strconv.Atoi(digits)
		return n, true
	}
	return romanNumber(w.text), true
}

// romanNumber reads II to XXXIX; 0 where the word is none.
func romanNumber(s string) int {
	if len(s) < 2 || !roman(s) {
		return 0
	}
	value := map[byte]int{'I': 1, 'V': 5, 'X': 10}
	n := 0
	for i := range len(s) {
		v := value[s[i]]
		if v == 0 {
			return 0
		}
		if i+1 < len(s) && v < value[s[i+1]] {
			v = -v
		}
		n += v
	}
	return n
}

// seriesAfter finds what is counted by an ordinal that stands before word i.
// In "round of the annual dialogue" the dialogue is.
func (g Guide) seriesAfter(p *passage, i int) (series, name string) {
	const reach = 8
	for ; i < min(len(p.words), i+reach); i++ {
		if i > 0 && strings.ContainsAny(p.between(i-1), ".,;:()") {
			return series, name
		}
		w := p.words[i]
		if key := g.series(w.lower); key != "" {
			if series = key; name == "" {
				name = w.lower
			}
			continue
		}
		if !capital(w.text) && !slices.Contains(g.Words.Between, w.lower) {
			return series, name
		}
	}
	return series, name
}

// series is the series that a word names meetings of; "" for other words.
func (g Guide) series(word string) string { return g.seriesOf[word] }

// checkOrdinals asks for words up to the rule's limit, figures beyond it.
func checkOrdinals(r *reading, rule *Rule) {
	for _, m := range r.numbered {
		want := briefing.Ordinal(m.n, r.g.Language)
		found := m.p.text[m.from:m.to]
		if m.p.opens(m.from) && m.p.kind != "headline" || m.figures == (m.n > rule.Limit) && !roman(found) {
			continue
		}
		n := instead(want)
		if m.p.opens(m.from) {
			n = instead(likeIn(want, "A"))
		}
		n.safe = rule.safe()
		n.say = "words"
		if m.n > rule.Limit {
			n.say = "figures"
		}
		r.remark(rule, m.p, m.from, m.to, n)
	}
}

// checkEdition compares the numbers the text gives its own meeting with the
// statement's, and with one another.
func checkEdition(r *reading, rule *Rule) {
	stated := map[string]numbered{}
	for _, m := range r.numbered {
		if m.n == 1 && r.s.Edition != 1 || r.ofAnother(m) || rule.except[wordBefore(m)] {
			continue
		}
		if r.s.Edition != 0 && m.series == r.ownSeries() {
			r.compareEdition(rule, m)
			continue
		}
		if before, ok := stated[m.series]; ok && before.n != m.n {
			r.remark(rule, m.p, m.from, m.to, note{with: []string{"other", before.p.text[before.from:before.to]}})
			continue
		}
		stated[m.series] = m
	}
}

func (r *reading) compareEdition(rule *Rule, m numbered) {
	if m.n == r.s.Edition {
		return
	}
	n := instead(likeIn(briefing.Ordinal(r.s.Edition, r.g.Language), m.p.text[m.from:m.to]))
	n.say, n.with = "fact", []string{"edition", n.instead}
	r.remark(rule, m.p, m.from, m.to, n)
}

func wordBefore(m numbered) string {
	if before := m.p.before(m.from, 1); len(before) > 0 {
		return before[0].lower
	}
	return ""
}

// ownSeries is the series the statement's kind of dialogue belongs to.
func (r *reading) ownSeries() string {
	for _, w := range splitWords(r.s.Kind) {
		if key := r.g.series(w.lower); key != "" {
			return key
		}
	}
	return "dialogue"
}

// ofAnother reports whether a mention is of an earlier or later meeting.
func (r *reading) ofAnother(m numbered) bool {
	if m.p.at.Section == "next" || m.p.at.Section == "background" {
		return true
	}
	const reach = 30 // words
	start := m.p.sentenceOf(m.from).from
	return slices.ContainsFunc(m.p.before(m.from, reach), func(w word) bool {
		return w.from >= start && (slices.Contains(r.g.Words.Later, w.lower) || slices.Contains(r.g.Words.Future, w.lower))
	})
}
