package style

import (
	"strconv"
	"strings"
	"unicode"
)

// checkDoubled remarks on a word that stands twice.
func checkDoubled(r *reading, rule *Rule) {
	for _, p := range r.passages {
		for i := 1; i < len(p.words); i++ {
			a, b := p.words[i-1], p.words[i]
			if a.lower != b.lower || figures(b.text) || rule.except[b.lower] || strings.TrimSpace(p.between(i-1)) != "" {
				continue
			}
			r.remark(rule, p, a.to, b.to, note{offer: true, safe: rule.safe() && !capital(b.text), with: []string{"word", b.text}})
		}
	}
}

// checkBlank remarks on paragraphs in which there is nothing but white space
// that does not break.
func checkBlank(r *reading, rule *Rule) {
	for _, p := range r.passages {
		if p.text != "" && strings.TrimSpace(p.text) == "" {
			r.remark(rule, p, 0, len(p.text), note{offer: true, safe: rule.safe()})
		}
	}
}

// checkEndings remarks on paragraphs that do not end like sentences.
func checkEndings(r *reading, rule *Rule) {
	const few = 8 // words, which may be a heading
	for _, p := range r.prose() {
		text := strings.TrimRightFunc(p.text, func(c rune) bool { return unicode.IsSpace(c) || strings.ContainsRune("’”\"')]»", c) })
		if p.level > 0 || len(p.words) < few || strings.HasSuffix(text, hidden) || strings.ContainsRune(".!?…:;,؟。", last(text)) || len(text) == 0 {
			continue
		}
		w := p.words[len(p.words)-1]
		from := w.from
		if p.runs[p.run(w.from)].span.From != p.at { // the full stop does not belong into the fact
			from = p.sentenceOf(w.from).from
		}
		n := instead(w.text + ".")
		n.offer = from == w.from
		r.remark(rule, p, from, w.to, n)
	}
}

// checkBeginnings remarks on sentences that begin with a small letter.
func checkBeginnings(r *reading, rule *Rule) {
	for _, p := range r.prose() {
		for i, w := range p.words {
			begins := i == 0 && p.level == 0 && w.from == 0 || i > 0 && ended(p, i, r.g)
			if begins && unicode.IsLower(first(w.text)) && strings.ToLower(w.text) == w.text {
				r.remark(rule, p, w.from, w.to, instead(likeIn(w.text, "A")))
			}
		}
	}
}

// ended reports whether a sentence ends before word i: with one full stop, one
// space and no abbreviation.
func ended(p *passage, i int, g Guide) bool {
	before := p.words[i-1]
	return p.between(i-1) == ". " && len(before.text) > 2 && !abbreviated(before.text, g.Words.Abbreviations) && !strings.Contains(before.text, ".")
}

// checkSentences remarks on sentences of more words than the rule's limit.
func checkSentences(r *reading, rule *Rule) {
	for _, p := range r.prose() {
		for _, s := range p.sentences {
			if n := len(p.wordsIn(s.from, s.to)); n > rule.Limit {
				r.remark(rule, p, s.from, s.to, note{with: []string{"words", strconv.Itoa(n)}})
			}
		}
	}
}

// checkParagraphs does the same for paragraphs.
func checkParagraphs(r *reading, rule *Rule) {
	for _, p := range r.prose() {
		if n := len(p.words); n > rule.Limit {
			r.remark(rule, p, 0, len(p.text), note{with: []string{"words", strconv.Itoa(n)}})
		}
	}
}

// checkEcho remarks on a strong word of the opening that comes back in the
// closing paragraph.
func checkEcho(r *reading, rule *Rule) {
	prose := r.prose()
	for _, stem := range rule.Words {
		var first *passage
		for _, p := range prose {
			for _, w := range p.words {
				if !strings.HasPrefix(w.lower, stem) {
					continue
				}
				if first == nil {
					first = p
				} else if first != p {
					r.remark(rule, p, w.from, w.to, note{})
				}
			}
		}
	}
}
