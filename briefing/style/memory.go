package style

import (
	"regexp"
	"slices"
)

// wording is the words of a passage and all that follows from them alone,
// wherever the passage stands.
type wording struct {
	text      string
	words     []word
	sentences []sentence
	addresses [][]int // of mail and web, which no rule reads
	seen      map[*Rule][]sighting
}

// word is a run of letters and figures in a passage, joined by apostrophes
// and hyphens.
type word struct {
	from, to int
	text     string
	lower    string
}

// sentence is a piece of a passage that ends with a full stop or its end.
type sentence struct{ from, to int }

// sighting is what a rule's phrases and patterns found in a wording.
type sighting struct {
	from, to int
	note
}

// memory keeps the wordings of a statement from one reading of it to the next:
// after a key most of them are as they were.
type memory struct {
	guide    Guide
	now, was map[string]*wording
}

func newMemory(g Guide) *memory { return &memory{guide: g, now: map[string]*wording{}} }

// turn begins another reading; what the last one did not meet is forgotten.
func (m *memory) turn() { m.was, m.now = m.now, map[string]*wording{} }

func (m *memory) wording(text string) *wording {
	w := m.now[text]
	if w == nil {
		w = m.was[text]
	}
	if w == nil {
		w = newWording(text, m.guide)
	}
	m.now[text] = w
	return w
}

func newWording(text string, g Guide) *wording {
	w := &wording{text: text, addresses: address.FindAllStringIndex(text, -1), seen: map[*Rule][]sighting{}}
	w.words = slices.DeleteFunc(splitWords(text), func(one word) bool { return w.inAddress(one.from, one.to) })
	w.sentences = splitSentences(text, g.Words.Abbreviations)
	return w
}

var address = regexp.MustCompile(`\S*(?:://|www\.|@)\S*`)

// inAddress reports whether a range lies within an address of mail or web.
func (w *wording) inAddress(from, to int) bool {
	return slices.ContainsFunc(w.addresses, func(a []int) bool { return a[0] <= from && to <= a[1] })
}

// sightings is what the rule's phrases and patterns find, looked for once.
func (w *wording) sightings(rule *Rule) []sighting {
	found, ok := w.seen[rule]
	if !ok {
		found = append(rule.findPhrases(w), rule.findPatterns(w)...)
		w.seen[rule] = found
	}
	return found
}
