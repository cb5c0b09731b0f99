package briefing

import (
	"slices"
	"strings"
)

// passage is a sentence or an item of a list, as it is written, and the white
// space before it.
type passage struct{ before, text string }

// passages parts prose into its sentences and what stands after the last.
func passages(prose string) (all []passage, rest string) {
	before := ""
	for _, r := range Sentences(prose) {
		for _, text := range items(prose[r.Start:r.End]) {
			words := strings.TrimSpace(text)
			if words == "" {
				before += text
				continue
			}
			i := strings.Index(text, words)
			all = append(all, passage{before + text[:i], words})
			before = text[i+len(words):]
		}
	}
	return all, before
}

// items parts what the sentences of a list are joined in: a line that begins
// with the sign of an item begins one.
func items(text string) []string {
	var all []string
	start, at := 0, 0
	for line := range strings.Lines(text) {
		item := strings.TrimLeft(line, " ")
		if at > 0 && len(item) > 1 && strings.ContainsAny(item[:1], "-+*") && item[1] == ' ' {
			all, start = append(all, text[start:at]), at
		}
		at += len(line)
	}
	return append(all, text[start:])
}

// prose merges a text sentence by sentence.
func (m *merger) prose(place Place, base, ours, theirs string) string {
	if ours == theirs || theirs == base {
		return ours
	}
	if ours == base {
		return theirs
	}
	was, restBase := passages(base)
	a, restOurs := passages(ours)
	b, restTheirs := passages(theirs)
	var merged strings.Builder
	write := func(p passage) {
		if merged.Len() == 0 {
			p.before = strings.TrimLeft(p.before, " \n")
		} else if p.before == "" {
			p.before = " "
		}
		merged.WriteString(p.before + p.text)
	}
	kin := kinship[passage]{same: samePassage, words: passage.words}
	steps, twice := weave(was, a, b, kin)
	if twice {
		m.conflict(place, base, ours, theirs)
		return base
	}
	for _, s := range steps {
		for _, p := range m.passage(place, s) {
			write(p)
		}
	}
	merged.WriteString(gap(restBase, restOurs, restTheirs))
	return merged.String()
}

func (p passage) words() string { return p.text }

// passage merges one sentence of the base, or what was added behind it.
func (m *merger) passage(place Place, s step[passage]) []passage {
	switch {
	case s.base == nil:
		return m.addition(place, s.addedOurs, s.addedTheirs)
	case s.ours == nil || s.theirs == nil:
		if stays(m, place, s, passage.words) {
			return []passage{*s.base}
		}
		return nil
	}
	return []passage{{
		gap(s.base.before, s.ours.before, s.theirs.before),
		m.words(place, s.base.text, s.ours.text, s.theirs.text),
	}}
}

// addition merges sentences that were added at one place.
func (m *merger) addition(place Place, ours, theirs []passage) []passage {
	a, b := joined(ours), joined(theirs)
	switch {
	case len(theirs) == 0, a == b:
		return ours
	case len(ours) == 0:
		return theirs
	case slices.EqualFunc(ours, theirs, samePassage):
		for i := range ours {
			ours[i].before = gap("", ours[i].before, theirs[i].before)
		}
		return ours
	}
	m.conflict(place, "", a, b)
	return nil
}

func samePassage(a, b passage) bool { return a.text == b.text }

func joined(all []passage) string {
	var b strings.Builder
	for _, p := range all {
		b.WriteString(p.before + p.text)
	}
	return b.String()
}

// gap merges the white space between sentences; of two changes the one that
// parts more stands.
func gap(base, ours, theirs string) string {
	switch {
	case ours == base:
		return theirs
	case theirs == base, len(ours) > len(theirs):
		return ours
	case len(ours) < len(theirs):
		return theirs
	}
	return max(ours, theirs)
}
