package style

import (
	"slices"
	"strings"
	"unicode"
)

// phrases finds any of many phrases in one walk over a passage's words.
type phrases struct {
	byFirst map[string][]phrase // by their first word
	stems   []phrase            // single words of which only the beginning counts
	exact   bool                // capitals count
}

type phrase struct {
	words   []string
	gaps    []string // between the words
	instead string
}

func newPhrases(list map[string]string, exact bool) phrases {
	all := phrases{byFirst: map[string][]phrase{}, exact: exact}
	for text, instead := range list {
		if !exact {
			text = strings.ToLower(text)
		}
		if stem, ok := strings.CutSuffix(text, "*"); ok {
			all.stems = append(all.stems, phrase{words: []string{stem}, instead: strings.TrimSuffix(instead, "*")})
			continue
		}
		ph := phrase{instead: instead}
		words := splitWords(text)
		for i, w := range words {
			ph.words = append(ph.words, w.text)
			if i > 0 {
				ph.gaps = append(ph.gaps, text[words[i-1].to:w.from])
			}
		}
		if len(words) > 0 {
			all.byFirst[ph.words[0]] = append(all.byFirst[ph.words[0]], ph)
		}
	}
	for first := range all.byFirst {
		slices.SortFunc(all.byFirst[first], func(a, b phrase) int { return len(b.words) - len(a.words) })
	}
	return all
}

// match is the longest phrase that begins with word i of the passage.
func (all phrases) match(w *wording, i int) (ph phrase, to int, ok bool) {
	for _, ph := range all.byFirst[all.key(w.words[i])] {
		if all.matches(ph, w, i) {
			return ph, w.words[i+len(ph.words)-1].to, true
		}
	}
	for _, ph := range all.stems {
		if key := all.key(w.words[i]); strings.HasPrefix(key, ph.words[0]) {
			ph.instead += key[len(ph.words[0]):]
			return ph, w.words[i].to, true
		}
	}
	return phrase{}, 0, false
}

func (all phrases) key(w word) string {
	if all.exact {
		return w.text
	}
	return w.lower
}

func (all phrases) matches(ph phrase, w *wording, i int) bool {
	if i+len(ph.words) > len(w.words) {
		return false
	}
	for k, one := range ph.words {
		if all.key(w.words[i+k]) != one || k > 0 && !sameGap(ph.gaps[k-1], w.between(i+k-1)) {
			return false
		}
	}
	return true
}

// sameGap compares what parts two words; any white space is as good as other.
func sameGap(a, b string) bool {
	return a == b || strings.TrimSpace(a) == "" && b != "" && strings.TrimFunc(b, unicode.IsSpace) == ""
}

func (rule *Rule) findPhrases(w *wording) (found []sighting) {
	if len(rule.Phrases) == 0 {
		return nil
	}
	for i := 0; i < len(w.words); i++ {
		from := w.words[i].from
		ph, to, ok := rule.phrases.match(w, i)
		words := w.text[from:max(to, from)]
		if !ok || rule.except[strings.ToLower(words)] || rule.Spare && capital(words) && !w.opens(from) {
			continue
		}
		found = append(found, sighting{from, to, rule.noteOf(ph, w.words[i].text)})
		i += max(0, len(ph.words)-1)
	}
	return found
}

// noteOf is what the rule says of a phrase that begins with a word.
func (rule *Rule) noteOf(ph phrase, first string) note {
	if ph.instead == "" {
		return note{}
	}
	n := instead(ph.instead)
	if !rule.Case {
		n = instead(likeIn(ph.instead, first))
	}
	n.safe = rule.safe()
	return n
}

// use is one place where a variant stands.
type use struct {
	p        *passage
	from, to int
	variant  string
}

// checkVariants remarks on the rarer of two spellings in one text; of equally
// frequent ones the first stands.
func (rule *Rule) checkVariants(r *reading, group phrases) {
	var uses []use
	count := map[string]int{}
	for _, p := range r.passages {
		if !rule.reads(p) {
			continue
		}
		for i := range p.words {
			if ph, to, ok := group.match(p.wording, i); ok {
				uses = append(uses, use{p, p.words[i].from, to, ph.instead})
				count[ph.instead]++
			}
		}
	}
	if len(count) < 2 {
		return
	}
	best := uses[0].variant
	for _, u := range uses {
		if count[u.variant] > count[best] {
			best = u.variant
		}
	}
	for _, u := range uses {
		if u.variant != best {
			n := instead(best)
			n.safe = rule.safe()
			r.remark(rule, u.p, u.from, u.to, n)
		}
	}
}
