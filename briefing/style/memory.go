package style

import (
	"regexp"
	"slices"

	"delegation-briefing/briefing"
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

// memory keeps what a statement says from one reading of it to the next: after a key
// most of it is as it was.
type memory struct {
	guide    Guide
	now, was met
}

// met is what a reading has met: wordings by their words, and the passages of whole
// texts.
type met struct {
	wordings map[string]*wording
	passages map[laid]laidOut
}

// laid is where a text stands, as what, and in a statement of which language.
type laid struct {
	at       briefing.Place
	kind     string
	language string
}

type laidOut struct {
	source   string
	passages []*passage
}

func newMet() met { return met{map[string]*wording{}, map[laid]laidOut{}} }

func newMemory(g Guide) *memory { return &memory{guide: g, now: newMet()} }

// turn begins another reading; what the last one did not meet is forgotten.
func (m *memory) turn() { m.was, m.now = m.now, newMet() }

func (m *memory) wording(text string) *wording {
	w := m.now.wordings[text]
	if w == nil {
		w = m.was.wordings[text]
	}
	if w == nil {
		w = newWording(text, m.guide)
	}
	m.now.wordings[text] = w
	return w
}

// passages are those of a text, laid out once.
func (m *memory) passages(source string, as laid, lay func() []*passage) []*passage {
	known, ok := m.was.passages[as]
	if !ok || known.source != source {
		known = laidOut{source, lay()}
	}
	for _, p := range known.passages {
		m.now.wordings[p.text] = p.wording
	}
	m.now.passages[as] = known
	return known.passages
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
