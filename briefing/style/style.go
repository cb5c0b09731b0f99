// Package style reads a statement with the eyes of the office's house style.
// It returns findings: what it noticed, where, why, and where possible a
// better wording. The rules themselves are data (see [Guide]); a rule is
// written in Go only where it has to know something, such as the calendar.
// What earlier statements said is for the package precedent.
package style

import (
	"cmp"
	"slices"
	"strings"

	"delegation-briefing/briefing"
)

// Check reads the statement and returns what the guide remarks on, in reading
// order, without what the statement's own list says to ignore. It changes
// nothing and may be called from any goroutine.
func Check(s briefing.Statement, t briefing.Template, g Guide, known Known) []Finding {
	return NewChecker(g).Check(s, t, known)
}

// Checker checks a statement again and again while it is written. It remembers
// what it read last, so that a change costs what it changed. One goroutine at a
// time may use it.
type Checker struct{ memory *memory }

// NewChecker returns a checker by a guide.
func NewChecker(g Guide) *Checker { return &Checker{newMemory(g)} }

// Check returns what the function [Check] does.
func (c *Checker) Check(s briefing.Statement, t briefing.Template, known Known) []Finding {
	c.memory.turn()
	r := read(s, t, known, c.memory)
	for _, rule := range r.g.active {
		rule.check(r)
	}
	found := slices.DeleteFunc(r.found, func(f Finding) bool { return ignored(s.Ignored, f) })
	r.sort(found)
	return once(found)
}

// once leaves out, of findings in order, what another of the same rule says of
// the same words or of more.
func once(found []Finding) []Finding {
	type key struct {
		rule string
		at   briefing.Place
	}
	said := map[key]int{} // up to which byte
	return slices.DeleteFunc(found, func(f Finding) bool {
		k := key{f.Rule, f.At}
		if to, ok := said[k]; ok && f.To <= to {
			return true
		}
		said[k] = f.To
		return false
	})
}

// Finding is a remark on some words of a statement. It is never an error.
type Finding struct {
	Rule     string
	At       briefing.Place
	From, To int    // bytes of the text at At, markup included
	Found    string // those bytes
	Severity Severity
	Message  string // what an officer reads
	Why      string // the reason, where there is more to say
	Source   string // who says so

	HasInstead bool     // a better wording is on offer
	Instead    string   // that wording; empty words mean: strike out
	Safe       bool     // it may be applied unseen
	Others     []string // wordings that may be meant just as well

	text string // at At when it was checked
}

// Severity says how much a finding weighs.
type Severity int

// Advice is a matter of taste, Should a rule of the house; Must would
// embarrass the office in print.
const (
	Advice Severity = iota
	Should
	Must
)

var severities = []string{"advice", "should", "must"}

// String is the severity as guides and reports write it.
func (s Severity) String() string { return severities[s] }

// UnmarshalText reads what [Severity.String] writes.
func (s *Severity) UnmarshalText(text []byte) error {
	i := slices.Index(severities, string(text))
	if i < 0 {
		return errorf("severity %q is not known: write advice, should or must", text)
	}
	*s = Severity(i)
	return nil
}

// MarshalText writes what [Severity.String] returns.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Ignore is the entry for the statement's list that silences the finding from
// now on: the rule, for these words, wherever they stand. Clear its Text to
// silence the whole rule, set its At to silence only this place.
func (f Finding) Ignore(who, why string) briefing.Ignored {
	return briefing.Ignored{Rule: f.Rule, Text: f.Found, Who: who, Why: why}
}

func ignored(list []briefing.Ignored, f Finding) bool {
	return slices.ContainsFunc(list, func(i briefing.Ignored) bool {
		return i.Rule == f.Rule &&
			(i.Text == "" || strings.EqualFold(i.Text, f.Found)) &&
			(i.At == "" || i.At == f.At.String())
	})
}

// sort puts findings in reading order, facts first, the graver first where
// they begin at the same word.
func (r *reading) sort(found []Finding) {
	order := map[briefing.Place]int{}
	for i, name := range briefing.Facts() {
		order[briefing.Place{Field: name}] = i - len(briefing.Facts())
	}
	for i, at := range r.s.Places() {
		order[at] = i
	}
	slices.SortStableFunc(found, func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(order[a.At], order[b.At]),
			cmp.Compare(a.From, b.From),
			cmp.Compare(b.Severity, a.Severity),
			cmp.Compare(b.To, a.To),
			cmp.Compare(a.Rule, b.Rule),
		)
	})
}
