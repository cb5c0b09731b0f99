package precedent

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"delegation-briefing/briefing"
)

// Ladder says how strongly verbs speak. It is data: an office may have its own.
type Ladder struct {
	Format int    `toml:"format"`
	Verbs  []Verb `toml:"verb"`

	forms []form // the longest first
}

// Verb is one rung: within its group, a higher rank speaks louder.
type Verb struct {
	Group string   `toml:"group"` // praise, report, position, request, displeasure
	Rank  int      `toml:"rank"`
	Lemma string   `toml:"lemma"`
	Forms []string `toml:"forms"`
}

// The groups in which a change of rank is a change of tone.
const (
	Praise      = "praise"
	Request     = "request"
	Displeasure = "displeasure"
)

type form struct {
	words string
	verb  *Verb
}

// ReadLadder reads a table of verbs, as strictly as other files are read.
func ReadLadder(r io.Reader) (Ladder, error) {
	var l Ladder
	if err := briefing.ReadTOML(r, &l); err != nil {
		return Ladder{}, err
	}
	for i := range l.Verbs {
		v := &l.Verbs[i]
		for _, words := range append(slices.Clone(v.Forms), v.Lemma) {
			l.forms = append(l.forms, form{strings.ToLower(words), v})
		}
	}
	slices.SortStableFunc(l.forms, func(a, b form) int { return cmp.Compare(len(b.words), len(a.words)) })
	return l, nil
}

// FindLadder reads the office's table of verbs, or else the shipped one.
func FindLadder(office briefing.Office) (Ladder, error) {
	const name = "precedent/verbs.toml"
	f, err := office.Open(name)
	if err != nil {
		return Ladder{}, fmt.Errorf("reading %s: %w", name, err)
	}
	defer f.Close()
	l, err := ReadLadder(f)
	if err != nil {
		return Ladder{}, fmt.Errorf("%s: %w", name, err)
	}
	return l, nil
}

// Verdict is what one side says of something, on the ladder.
type Verdict struct {
	Verb
	Words   string // as they stand
	Who     string // "EU", "both", or the partner; empty: not said
	Negated bool   // "did not welcome"
}

// Verdicts finds the verbs of the ladder in a text, sentence by sentence.
func (l Ladder) Verdicts(text, partner string) []Verdict {
	var all []Verdict
	for _, r := range briefing.Sentences(text) {
		sentence := text[r.Start:r.End]
		all = append(all, l.inSentence(sentence, strings.ToLower(sentence), partner)...)
	}
	return all
}

func (l Ladder) inSentence(sentence, lower, partner string) []Verdict {
	if len(lower) != len(sentence) {
		sentence = lower // a letter whose lower case is longer
	}
	type place struct {
		at int
		v  Verdict
	}
	var found []place
	taken := make([]bool, len(lower))
	for _, f := range l.forms {
		for at := 0; ; {
			n := strings.Index(lower[at:], f.words)
			if n < 0 {
				break
			}
			start := at + n
			at = start + len(f.words)
			if taken[start] || taken[at-1] || !wholeWords(lower, start, at) {
				continue
			}
			for i := start; i < at; i++ {
				taken[i] = true
			}
			found = append(found, place{start, Verdict{
				Verb: *f.verb, Words: sentence[start:at], Who: speaker(sentence, start, at, partner), Negated: negated(lower[:start]),
			}})
		}
	}
	slices.SortFunc(found, func(a, b place) int { return cmp.Compare(a.at, b.at) })
	var all []Verdict
	for _, p := range found {
		all = append(all, p.v)
	}
	return all
}

func wholeWords(text string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	return !unicode.IsLetter(before) && !unicode.IsLetter(after)
}

// speaker finds who says a verb: in the passive who is named after "by", if
// anybody is, and otherwise who was named last before it.
func speaker(sentence string, start, end int, partner string) string {
	words := strings.Fields(strings.ToLower(sentence[:start]))
	passive := strings.HasPrefix(strings.ToLower(sentence[start:end]), "was ") || strings.HasPrefix(strings.ToLower(sentence[start:end]), "were ")
	for _, w := range words[max(0, len(words)-2):] {
		passive = passive || slices.Contains([]string{"was", "were", "been", "being", "be"}, w)
	}
	if _, agent, ok := strings.Cut(sentence[end:], " by "); ok {
		if by := who(strings.Join(strings.Fields(agent)[:min(4, len(strings.Fields(agent)))], " "), partner); by != "" && passive {
			return by
		}
	}
	if passive {
		return ""
	}
	return who(sentence[:start], partner)
}

// who finds the side named last before a verb.
func who(before, partner string) string {
	best, side := -1, ""
	for _, s := range [][2]string{
		{"EU", "EU"}, {"European Union", "EU"}, {"Both ", "both"}, {"both ", "both"}, {"two sides", "both"}, {partner, partner},
	} {
		if at := strings.LastIndex(before, s[0]); s[0] != "" && at > best {
			best, side = at, s[1]
		}
	}
	return side
}

// negated reports whether the words just before a verb deny it.
func negated(before string) bool {
	words := strings.Fields(before)
	for _, w := range words[max(0, len(words)-5):] {
		if slices.Contains([]string{"not", "never", "cannot", "neither", "hardly", "failed"}, strings.Trim(w, ",;")) {
			return true
		}
	}
	return false
}

// Shift is a change of tone between last year's words on a subject and this
// year's.
type Shift struct {
	Group    string
	Old, New string // the strongest words; empty: none
	Says     string // "warmer", "cooler", "sharper", "softer", "firmer"
}

// String is the shift as an officer reads it: "acknowledged → welcomed: warmer".
func (s Shift) String() string {
	side := func(words string) string {
		if words == "" {
			return "nothing"
		}
		return words
	}
	return side(s.Old) + " → " + side(s.New) + ": " + s.Says
}

// Tone compares the strongest words of each group in two texts, leaving out
// what the partner says.
func (l Ladder) Tone(last, this, partner string) []Shift {
	old, new := l.strongest(last, partner), l.strongest(this, partner)
	words := map[string][2]string{Praise: {"warmer", "cooler"}, Request: {"firmer", "softer"}, Displeasure: {"sharper", "softer"}}
	var all []Shift
	for _, group := range []string{Praise, Request, Displeasure} {
		o, n := old[group], new[group]
		switch {
		case o.Rank < n.Rank:
			all = append(all, Shift{group, o.said(), n.said(), words[group][0]})
		case o.Rank > n.Rank:
			all = append(all, Shift{group, o.said(), n.said(), words[group][1]})
		}
	}
	return all
}

func (v Verdict) said() string {
	if v.Negated {
		return "not " + v.Words
	}
	return v.Words
}

// strongest finds the loudest verdict of each group. Praise that is denied is
// displeasure, and the other way round nothing.
func (l Ladder) strongest(text, partner string) map[string]Verdict {
	best := map[string]Verdict{}
	for _, v := range l.Verdicts(text, partner) {
		if v.Who == partner && partner != "" {
			continue
		}
		group := v.Group
		if v.Negated {
			if group != Praise {
				continue
			}
			group = Displeasure
		}
		if v.Rank > best[group].Rank {
			best[group] = v
		}
	}
	return best
}
