package style

import (
	"cmp"
	"slices"
	"strings"

	"delegation-briefing/briefing"
)

// Fix returns the statement with every safe correction made, and how many
// these were. It touches nothing outside the findings' ranges. A finding made
// on a text that has changed since is left alone; so fixing twice is fixing
// once. Where two corrections overlap the first is made.
func Fix(s briefing.Statement, findings []Finding) (briefing.Statement, int) {
	fixed := s.Clone()
	made := 0
	for at, here := range byPlace(findings) {
		text, ok := s.Text(at)
		if !ok {
			continue
		}
		corrected, n := correct(text, here)
		if n > 0 && fixed.SetText(at, corrected) {
			made += n
		}
	}
	return fixed, made
}

// Correct returns the statement with the wording a finding offers, safe or
// not. It reports false, and changes nothing, where the words the finding was
// about no longer stand there.
func Correct(s briefing.Statement, f Finding) (briefing.Statement, bool) {
	text, ok := s.Text(f.At)
	if !ok || !f.HasInstead || !f.fits(text) {
		return s, false
	}
	s = s.Clone()
	return s, s.SetText(f.At, text[:f.From]+f.Instead+text[f.To:])
}

func byPlace(findings []Finding) map[briefing.Place][]Finding {
	places := map[briefing.Place][]Finding{}
	for _, f := range findings {
		if f.Safe && f.HasInstead {
			places[f.At] = append(places[f.At], f)
		}
	}
	return places
}

// correct makes the corrections in one text, in order.
func correct(text string, findings []Finding) (string, int) {
	slices.SortStableFunc(findings, func(a, b Finding) int { return cmp.Compare(a.From, b.From) })
	var b strings.Builder
	done, made := 0, 0
	for _, f := range findings {
		if f.From < done || f.text != text || !f.fits(text) {
			continue
		}
		b.WriteString(text[done:f.From])
		b.WriteString(f.Instead)
		done = f.To
		made++
	}
	b.WriteString(text[done:])
	return b.String(), made
}

func (f Finding) fits(text string) bool {
	return 0 <= f.From && f.From <= f.To && f.To <= len(text) && text[f.From:f.To] == f.Found
}
