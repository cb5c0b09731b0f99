package style

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"delegation-briefing/briefing"
)

// Register is which dialogues were held with whom, by number, day and place.
// Like a [Directory] it is kept from the statements themselves and is a value.
type Register struct {
	entries map[string]Entry
	series  map[string][]string // IDs by kind and partner, the latest first
	partner map[string]string   // the short form of a country, by each of its forms
	told    map[string]int      // how many entries have a word in the name of their partner or place
}

// Entry is one statement's line in the register.
type Entry struct {
	ID, Kind, Partner, Place, Language, Template string
	Edition                                      int
	Date, EndDate                                briefing.Date
	Word                                         string // what the text calls one meeting: "round"; "" where it does not say
}

// With returns the register with these statements; one it has already is
// replaced. The guide knows what meetings are called in its language.
func (r Register) With(g Guide, statements ...briefing.Statement) Register {
	fresh := map[string]Entry{}
	r.partner = cloned(r.partner)
	for _, s := range statements {
		if c, ok := g.country(s.Partner); ok {
			for _, form := range c.forms() {
				r.partner[fold(form)] = fold(c.Short)
			}
		}
		fresh[s.ID] = Entry{
			s.ID, s.Kind, s.Partner, s.Place, s.Language, s.Template, s.Edition, s.Date, s.EndDate, seriesWord(s, g),
		}
	}
	return r.changed(fresh, nil)
}

// Without returns the register without a statement.
func (r Register) Without(id string) Register {
	return r.changed(nil, []string{id})
}

// changed drops some entries and takes in others, and puts the series these
// belong to in order again.
func (r Register) changed(fresh map[string]Entry, gone []string) Register {
	next := Register{cloned(r.entries), cloned(r.series), r.partner, cloned(r.told)}
	touched := map[string][]string{}
	for _, id := range slices.AppendSeq(gone, maps.Keys(fresh)) {
		if e, ok := r.entries[id]; ok {
			touched[r.key(e.Kind, e.Partner)] = nil
			delete(next.entries, id)
			next.tell(e, -1)
		}
	}
	for id, e := range fresh {
		next.entries[id] = e
		next.tell(e, 1)
		touched[r.key(e.Kind, e.Partner)] = append(touched[r.key(e.Kind, e.Partner)], id)
	}
	for key, ids := range touched {
		for _, id := range r.series[key] {
			_, listed := fresh[id]
			if _, kept := next.entries[id]; kept && !listed {
				ids = append(ids, id)
			}
		}
		next.order(key, ids)
	}
	return next
}

// tell counts the words of which an entry's names are made, or takes them away.
func (r Register) tell(e Entry, n int) {
	for _, w := range splitWords(e.Partner + " " + e.Place) {
		if r.told[w.text] += n; r.told[w.text] == 0 {
			delete(r.told, w.text)
		}
	}
}

// names reports whether a word is part of a name of a partner or a place.
func (r Register) names(w string) bool { return r.told[w] > 0 }

// order puts the entries of a series in order, the latest first.
func (r Register) order(key string, ids []string) {
	slices.SortFunc(ids, func(a, b string) int {
		return cmp.Or(compareDays(r.entries[b].Date, r.entries[a].Date), strings.Compare(b, a))
	})
	r.series[key] = ids
}

// key names a series, whichever form of the partner's name is used.
func (r Register) key(kind, partner string) string {
	name := fold(partner)
	return fold(kind) + "|" + cmp.Or(r.partner[name], name)
}

// Entries lists the dialogues of a kind with a partner, the latest first.
func (r Register) Entries(kind, partner string) []Entry {
	var all []Entry
	for _, id := range r.series[r.key(kind, partner)] {
		all = append(all, r.entries[id])
	}
	return all
}

// Next is the number of the next dialogue of a kind with a partner: one more
// than the highest so far, or 0 where none has a number.
func (r Register) Next(kind, partner string) int {
	highest := 0
	for _, e := range r.Entries(kind, partner) {
		highest = max(highest, e.Edition)
	}
	if highest == 0 {
		return 0
	}
	return highest + 1
}

// Last is the latest dialogue of a kind with a partner before a day; the zero
// day means: of all.
func (r Register) Last(kind, partner string, before briefing.Date) (Entry, bool) {
	for _, e := range r.Entries(kind, partner) {
		if e.Date.Known() && (!before.Known() || e.Date.Time().Before(before.Time())) {
			return e, true
		}
	}
	return Entry{}, false
}

// Siblings lists the other statements about the same dialogue: of the same
// day, and with the same partner or, in another language, the same number.
func (r Register) Siblings(s briefing.Statement) []string {
	var ids []string
	for id, e := range r.entries {
		sameDialogue := fold(e.Partner) == fold(s.Partner) || e.Language != s.Language && e.Edition == s.Edition && s.Edition != 0
		if id != s.ID && s.Date.Known() && e.Date == s.Date && sameDialogue {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

// seriesWord is what the statement's headline and opening call one meeting of
// the series.
func seriesWord(s briefing.Statement, g Guide) string {
	if !languageCovers(g.Language, s.Language) {
		return ""
	}
	const enough = 4 // sections: headline, dateline, opening and one to spare
	var passages []*passage
	for _, sec := range s.Sections[:min(enough, len(s.Sections))] {
		at := briefing.Place{Section: sec.Key, Field: "text"}
		for _, b := range s.Blocks(at) {
			passages = append(passages, newPassage(at, "prose", string(sec.Text), b, s.Language, newMemory(g)))
		}
	}
	for _, m := range findNumbered(passages, g) {
		if g.series(m.word) == "meeting" && (m.n > 1 || s.Edition == 1) {
			return m.word
		}
	}
	return ""
}
