package precedent

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"delegation-briefing/briefing"
)

// Ladder says how strongly verbs speak. It is data: an office may have its own.
type Ladder struct {
	Format  int     `toml:"format"`
	Grammar Grammar `toml:"grammar"`
	Verbs   []Verb  `toml:"verb"`

	forms []form // the longest first
}

// Grammar is what a language has to say who speaks, and that somebody does not.
type Grammar struct {
	Not     []string `toml:"not"`     // words that deny what follows
	Passive []string `toml:"passive"` // words before a verb that is done to somebody
	By      string   `toml:"by"`      // before who does it
	EU      []string `toml:"eu"`      // names of our side
	Both    []string `toml:"both"`    // of both sides
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

// readLadder reads a table of verbs, as strictly as other files are read.
func readLadder(r io.Reader) (Ladder, error) {
	var l Ladder
	if err := briefing.ReadTOML(r, &l); err != nil {
		return Ladder{}, err
	}
	for i := range l.Verbs {
		v := &l.Verbs[i]
		for _, words := range append(slices.Clone(v.Forms), v.Lemma) {
			words = strings.ToLower(words)
			l.forms = append(l.forms, form{words, v})
			if curly := strings.ReplaceAll(words, "'", "’"); curly != words {
				l.forms = append(l.forms, form{curly, v})
			}
		}
	}
	slices.SortStableFunc(l.forms, func(a, b form) int { return cmp.Compare(len(b.words), len(a.words)) })
	return l, nil
}

// FindLadder reads the table of verbs of a language, the office's before the
// shipped one. A language that has none gets the English one.
func FindLadder(office briefing.Office, language string) (Ladder, error) {
	base, _, _ := strings.Cut(language, "-")
	name := "precedent/verbs-" + base + ".toml"
	f, err := office.Open(name)
	if errors.Is(err, fs.ErrNotExist) || base == "" {
		name = "precedent/verbs.toml"
		f, err = office.Open(name)
	}
	if err != nil {
		return Ladder{}, fmt.Errorf("reading %s: %w", name, err)
	}
	defer f.Close()
	l, err := readLadder(f)
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
				Verb: *f.verb, Words: sentence[start:at], Who: l.Grammar.speaker(sentence, start, at, partner), Negated: l.Grammar.denies(lower[:start]),
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
func (g Grammar) speaker(sentence string, start, end int, partner string) string {
	before := wordsIn(strings.ToLower(sentence[:start]))
	said := wordsIn(strings.ToLower(sentence[start:end]))
	passive := func(w string) bool { return slices.Contains(g.Passive, w) }
	if !passive(said[0]) && !slices.ContainsFunc(before[max(0, len(before)-2):], passive) {
		return g.who(sentence[:start], partner)
	}
	if _, agent, ok := strings.Cut(sentence[end:], " "+g.By+" "); ok && g.By != "" {
		words := strings.Fields(agent)
		return g.who(strings.Join(words[:min(4, len(words))], " "), partner)
	}
	return ""
}

// wordsIn parts a text into words; an apostrophe parts two: "n’a".
func wordsIn(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("'’,;", r) })
}

// who finds the side named last before a verb.
func (g Grammar) who(before, partner string) string {
	best, side := -1, ""
	named := func(names []string, as string) {
		for _, name := range names {
			if at := strings.LastIndex(before, name); name != "" && at > best {
				best, side = at, as
			}
		}
	}
	named(g.EU, "EU")
	named(g.Both, "both")
	named([]string{partner}, partner)
	return side
}

// denies reports whether the words just before a verb deny it.
func (g Grammar) denies(before string) bool {
	words := wordsIn(before)
	return slices.ContainsFunc(words[max(0, len(words)-5):], func(w string) bool { return slices.Contains(g.Not, w) })
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
