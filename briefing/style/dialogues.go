package style

import (
	"slices"
	"strconv"
	"time"
	"unicode"

	"delegation-briefing/briefing"
)

// checkRegister compares the number of the dialogue with the last one. Where
// years lie between, dialogues may be missing from the workspace, one a year.
func checkRegister(r *reading, rule *Rule) {
	if r.s.Edition == 0 || r.s.Kind == "" {
		return
	}
	at := briefing.Place{Field: "edition"}
	for _, e := range r.known.Register.Entries(r.s.Kind, r.s.Partner) {
		if e.ID == r.s.ID || e.Edition == 0 || !e.Date.Known() || !r.s.Date.Known() || e.Date == r.s.Date {
			continue
		}
		number := briefing.Ordinal(e.Edition, r.s.Language)
		n := note{with: []string{"other", number, "when", e.Date.In(r.s.Language)}}
		if e.Edition == r.s.Edition {
			n.say = "taken"
			r.remarkAt(rule, at, n)
			return
		}
		if e.Date.Time().Before(r.s.Date.Time()) {
			if steps := r.s.Edition - e.Edition; steps < 1 || steps > max(1, yearsBetween(e.Date, r.s.Date)) {
				n.instead, n.offer = strconv.Itoa(e.Edition+1), true
				r.remarkAt(rule, at, n)
			}
			return
		}
	}
}

// checkCalling compares what the text calls one meeting of the series with the
// last statement.
func checkCalling(r *reading, rule *Rule) {
	last, ok := r.known.Register.Last(r.s.Kind, r.s.Partner, r.s.Date)
	if !ok || last.ID == r.s.ID || last.Word == "" || last.Language != r.s.Language {
		return
	}
	word := seriesWord(r.s, r.g)
	if word == "" || word == last.Word {
		return
	}
	if i := slices.IndexFunc(r.numbered, func(m numbered) bool { return m.word == word }); i >= 0 {
		m := r.numbered[i]
		r.remark(rule, m.p, m.from, m.to, note{with: []string{"word", word, "last", last.Word, "when", last.Date.In(r.s.Language)}})
	}
}

// yearsBetween counts the years from one day to another, to the nearest.
func yearsBetween(a, b briefing.Date) int {
	const year = 365.25 * 24 * time.Hour
	return int((b.Time().Sub(a.Time()) + year/2) / year)
}

// checkSiblings compares the facts with the other statements about the same
// dialogue.
func checkSiblings(r *reading, rule *Rule) {
	for _, other := range r.known.Siblings {
		for _, fact := range []string{"edition", "date", "end_date", "place", "partner"} {
			if (fact == "place" || fact == "partner") && other.Language != r.s.Language {
				continue
			}
			at := briefing.Place{Field: fact}
			here, _ := r.s.Text(at)
			there, _ := other.Text(at)
			if here != "" && there != "" && here != there {
				r.remarkAt(rule, at, note{with: []string{"other", there, "statement", other.ID}})
			}
		}
		r.compareHeads(rule, other)
	}
}

// compareHeads compares the heads of delegation of both statements, side by
// side.
func (r *reading) compareHeads(rule *Rule, other briefing.Statement) {
	for _, part := range r.t.Parts {
		if part.Kind != briefing.PeoplePart {
			continue
		}
		there := other.Section(part.Key).People
		for i, person := range r.s.Section(part.Key).People {
			j := slices.IndexFunc(there, func(o briefing.Person) bool { return o.Side == person.Side })
			if j < 0 && i < len(there) {
				j = i
			}
			if j < 0 || !sameScript(person.Name, there[j].Name) || person.Name == there[j].Name {
				continue
			}
			at := briefing.Place{Section: part.Key, Item: i + 1, Field: "name"}
			r.remarkAt(rule, at, note{with: []string{"other", there[j].Name, "statement", other.ID}})
		}
	}
}

// sameScript reports whether two names are written in the same letters, so
// that they can be compared.
func sameScript(a, b string) bool {
	a, b = fold(a), fold(b)
	return a != "" && b != "" && unicode.Is(unicode.Latin, first(a)) == unicode.Is(unicode.Latin, first(b))
}
