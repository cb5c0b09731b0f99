package index

import (
	"strings"
	"unicode"

	"github.com/kljensen/snowball/english"
	"github.com/kljensen/snowball/french"
	"github.com/kljensen/snowball/hungarian"
	"github.com/kljensen/snowball/norwegian"
	"github.com/kljensen/snowball/russian"
	"github.com/kljensen/snowball/spanish"
	"github.com/kljensen/snowball/swedish"

	"delegation-briefing/briefing"
)

// word is one word of a text: where it stands, how it is compared, and the
// stem it shares with its other forms.
type word struct {
	at     briefing.Range
	folded string
	stem   string
	small  bool // "the", "of": hardly worth looking for alone
}

// words parts a text into its words. An apostrophe parts two words, a hyphen
// too: "l’État", "ill-treatment".
func (t tongue) words(text string) []word {
	var all []word
	start := -1
	cut := func(end int) {
		if start >= 0 {
			all = append(all, t.word(text, briefing.Range{Start: start, End: end}))
		}
		start = -1
	}
	for i, r := range text {
		inside := unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) || r == '\u00AD'
		switch {
		case inside && start < 0:
			start = i
		case !inside:
			cut(i)
		}
	}
	cut(len(text))
	return all
}

func (t tongue) word(text string, at briefing.Range) word {
	written := text[at.Start:at.End]
	w, ok := t.met[written]
	if !ok {
		w = t.meet(written)
		t.met[strings.Clone(written)] = w
	}
	w.at = at
	return w
}

func (t tongue) meet(written string) word {
	lower := strings.ToLower(strings.ReplaceAll(written, "\u00AD", ""))
	w := word{folded: briefing.Fold(lower)}
	w.stem = w.folded
	if t.stem != nil {
		w.stem = briefing.Fold(t.stem(lower, true))
	}
	w.small = t.small != nil && t.small(lower)
	return w
}

// tongue knows the stems of a language, and remembers those of the words it
// met: it is for one goroutine.
type tongue struct {
	stem  func(word string, small bool) string // nil: words are taken as they are
	small func(word string) bool
	met   map[string]word
}

func tongueOf(language string) tongue {
	t := tongue{met: map[string]word{}}
	base, _, _ := strings.Cut(strings.ToLower(language), "-")
	switch base {
	case "en":
		t.stem, t.small = english.Stem, english.IsStopWord
	case "fr":
		t.stem, t.small = french.Stem, french.IsStopWord
	case "es":
		t.stem, t.small = spanish.Stem, spanish.IsStopWord
	case "ru":
		t.stem, t.small = russian.Stem, russian.IsStopWord
	case "sv":
		t.stem, t.small = swedish.Stem, swedish.IsStopWord
	case "nb", "nn", "no":
		t.stem, t.small = norwegian.Stem, norwegian.IsStopWord
	case "hu":
		t.stem, t.small = hungarian.Stem, hungarian.IsStopWord
	}
	return t
}
