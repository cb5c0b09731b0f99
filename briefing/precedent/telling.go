package precedent

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"delegation-briefing/briefing"
)

// tells reports whether a sentence of the opening tells of the dialogue itself,
// and not of what both sides recalled or of what came before it: it counts the
// dialogue, or has its name or its day as a placeholder; it names a dialogue
// and its day; or it is the first sentence and has one of the two.
func tells(sentence, kind string, hasDay, first bool) bool {
	if strings.Contains(sentence, "{{ordinal}}") || strings.Contains(sentence, "{{kind}}") {
		return true
	}
	hasDay = hasDay || strings.Contains(sentence, "{{date}}")
	named := namesDialogue(sentence, kind)
	return hasDay && named || first && (hasDay || named)
}

// namesDialogue reports whether a text has a word for a dialogue, or what this
// one is called.
func namesDialogue(text, kind string) bool {
	folded := briefing.Fold(text)
	return kind != "" && strings.Contains(folded, briefing.Fold(kind)) ||
		containsAny(folded, dialogues)
}

// daysIn lists where a text names the days of the last dialogue, in order. A
// longer form stands for the shorter one within it.
func daysIn(text string, last briefing.Statement) []briefing.Range {
	forms := []string{last.When(), last.Date.In(last.Language)}
	if !last.Date.IsZero() {
		forms = append(forms, briefing.Date{Month: last.Date.Month, Day: last.Date.Day}.In(last.Language))
	}
	var all []briefing.Range
	for _, form := range forms {
		for _, r := range stands(text, form, endsDate) {
			if !slices.ContainsFunc(all, func(o briefing.Range) bool { return r.Start < o.End && o.Start < r.End }) {
				all = append(all, r)
			}
		}
	}
	slices.SortFunc(all, func(a, b briefing.Range) int { return cmp.Compare(a.Start, b.Start) })
	return all
}

// masked is a text of the same length in which no point of a date ends a
// sentence.
func masked(text string, days []briefing.Range) string {
	for _, r := range days {
		text = text[:r.Start] + strings.Repeat("x", r.End-r.Start) + text[r.End:]
	}
	return text
}

// inside lists the stretches that lie within a sentence, counted from its
// beginning.
func inside(all []briefing.Range, sentence briefing.Range) []briefing.Range {
	var some []briefing.Range
	for _, r := range all {
		if sentence.Start <= r.Start && r.End <= sentence.End {
			some = append(some, briefing.Range{Start: r.Start - sentence.Start, End: r.End - sentence.Start})
		}
	}
	return some
}

// placesIn finds where a sentence that tells of the last dialogue says where it
// was. It finds nothing where the name is the partner's as well, or stands twice,
// since one of them may be of something else; but for a line of place and date
// that the sentence begins with.
func placesIn(sentence string, last briefing.Statement) []briefing.Range {
	if len(stands(last.Partner, last.Place, anything)) > 0 {
		return nil
	}
	all := stands(sentence, last.Place, func(after string) bool { return isPlace(after, last.Date.Year) })
	all = slices.DeleteFunc(all, func(r briefing.Range) bool { return articleBefore.MatchString(sentence[:r.Start]) })
	if line := len(all) == 2 && all[0].Start == 0; len(all) > 1 && !line {
		return nil
	}
	return all
}

func anything(string) bool { return true }

// isPlace reports whether the name of a place, by what follows it, is not part
// of another name, as in "the Aldvik Declaration" and "Aldvik-based", and is not
// told of another year.
func isPlace(after string, year int) bool {
	if m := yearBehind.FindStringSubmatch(after); m != nil && m[1] != strconv.Itoa(year) {
		return false
	}
	mark, n := utf8.DecodeRuneInString(after)
	next, _ := utf8.DecodeRuneInString(after[n:])
	return mark != '-' && mark != '‑' && !(unicode.IsSpace(mark) && unicode.IsUpper(next))
}

var (
	yearBehind    = regexp.MustCompile(`^,?[\s\x{A0}]+\pL+[\s\x{A0}]+(?:\pL+[\s\x{A0}]+)?([12][0-9]{3})(?:[^0-9]|$)`)
	articleBefore = regexp.MustCompile(`(?:^|[\s\x{A0}])[Tt]he[\s\x{A0}]+$`)
)
