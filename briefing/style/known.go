package style

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"delegation-briefing/briefing"
)

// Known is what the workspace knows besides the statement. The zero Known
// knows nothing, and what would need it goes unchecked.
type Known struct {
	Directory Directory            // of people
	Register  Register             // of dialogues
	Siblings  []briefing.Statement // of the same dialogue: the brief, other languages
	Spelling  *Spelling            // of the statement's language
}

// Directory is who stood in which statement, and how spelled. It is kept from
// the statements themselves: hand each to [Directory.With] when it is read or
// saved, many at once where there are many. A Directory is a value; changing
// one leaves others as they were, so a check may go on with the one it has.
type Directory struct {
	rows   map[string][]string // folded names by statement
	people map[string][]Seen   // by folded name, the latest first
	parts  map[string][]string // folded names by each of their words
}

// Seen is a person as one statement has them.
type Seen struct {
	briefing.Person
	Statement string
	When      briefing.Date
}

// With returns the directory with the people of these statements; of one it
// has already, the new rows replace the old.
func (d Directory) With(statements ...briefing.Statement) Directory {
	ids := map[string]bool{}
	fresh := map[string][]Seen{}
	for _, s := range statements {
		ids[s.ID] = true
		for _, sec := range s.Sections {
			for _, p := range sec.People {
				if key := fold(p.Name); key != "" {
					fresh[key] = append(fresh[key], Seen{p, s.ID, s.Date})
				}
			}
		}
	}
	return d.changed(ids, fresh)
}

// Without returns the directory without the people of a statement.
func (d Directory) Without(id string) Directory {
	return d.changed(map[string]bool{id: true}, nil)
}

// changed drops what some statements said and takes in what they say now.
func (d Directory) changed(ids map[string]bool, fresh map[string][]Seen) Directory {
	next := Directory{cloned(d.rows), cloned(d.people), cloned(d.parts)}
	touched := maps.Clone(fresh)
	if touched == nil {
		touched = map[string][]Seen{}
	}
	for id := range ids {
		for _, key := range d.rows[id] {
			touched[key] = fresh[key]
		}
		delete(next.rows, id)
	}
	for key, now := range touched {
		next.set(key, append(slices.DeleteFunc(slices.Clone(d.people[key]), func(s Seen) bool { return ids[s.Statement] }), now...))
		for _, seen := range now {
			next.rows[seen.Statement] = append(next.rows[seen.Statement], key)
		}
	}
	return next
}

// set puts in what was seen of a person.
func (d Directory) set(key string, seen []Seen) {
	if len(seen) == 0 {
		delete(d.people, key)
		return
	}
	if _, known := d.people[key]; !known {
		for _, part := range strings.Fields(key) {
			if !slices.Contains(d.parts[part], key) {
				d.parts[part] = append(slices.Clip(d.parts[part]), key)
			}
		}
	}
	slices.SortFunc(seen, func(a, b Seen) int {
		return cmp.Or(compareDays(b.When, a.When), strings.Compare(b.Statement, a.Statement))
	})
	d.people[key] = seen
}

func compareDays(a, b briefing.Date) int {
	return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Month, b.Month), cmp.Compare(a.Day, b.Day))
}

// cloned is a copy of a map, never nil.
func cloned[V any](m map[string]V) map[string]V {
	if m == nil {
		return map[string]V{}
	}
	return maps.Clone(m)
}

// Find returns the person of that name as last seen, however the name's
// accents, hyphens and capitals are written.
func (d Directory) Find(name string) (Seen, bool) { return d.find(fold(name), "") }

// People lists everybody as last seen, by name.
func (d Directory) People() []Seen {
	var all []Seen
	for _, key := range slices.Sorted(maps.Keys(d.people)) {
		all = append(all, d.people[key][0])
	}
	return all
}

// find looks in all statements but one.
func (d Directory) find(key, except string) (Seen, bool) {
	for _, seen := range d.people[key] {
		if seen.Statement != except {
			return seen, true
		}
	}
	return Seen{}, false
}

// like finds the person whose name differs from this one in the spelling of
// one part, in all statements but one.
func (d Directory) like(name, except string) (Seen, bool) {
	key := fold(name)
	if seen, ok := d.find(key, except); ok {
		return seen, true
	}
	for _, part := range strings.Fields(key) {
		for _, other := range d.parts[part] {
			if seen, ok := d.find(other, except); ok && drifted(key, other) {
				return seen, true
			}
		}
	}
	return Seen{}, false
}

// fold is a name without what differs between writers: capitals, accents,
// hyphens and titles.
func fold(name string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(name) {
		switch {
		case unicode.IsLetter(r):
			b.WriteRune(unicode.ToLower(r))
		case !unicode.IsMark(r) && r != '\'' && r != '’':
			b.WriteByte(' ')
		}
	}
	words := strings.Fields(b.String())
	for len(words) > 2 && courtesies[words[0]] {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

var courtesies = map[string]bool{"mr": true, "ms": true, "mrs": true, "dr": true, "prof": true, "amb": true, "mme": true, "m": true}

// drifted reports whether two folded names are one in two spellings: as many
// parts, all but one the same, that one nearly so.
func drifted(a, b string) bool {
	as, bs := strings.Fields(a), strings.Fields(b)
	if len(as) != len(bs) || len(as) < 2 {
		return false
	}
	other := -1
	for i := range as {
		if as[i] == bs[i] {
			continue
		}
		if other >= 0 {
			return false
		}
		other = i
	}
	return other >= 0 && near(as[other], bs[other])
}

// near reports whether two words may be one in two spellings: at most two
// letters differ, of words long enough for that, or one of short ones.
func near(a, b string) bool {
	ra, rb := []rune(a), []rune(b)
	allowed := 2
	if shorter := min(len(ra), len(rb)); shorter < 4 {
		return false
	} else if shorter < 6 {
		allowed = 1
	}
	return distance(ra, rb) <= allowed
}

// distance counts the letters to change, add, leave out or exchange with the
// next (Damerau's distance, restricted).
func distance(a, b []rune) int {
	before, last, next := []int(nil), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		next[0] = i + 1
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			next[j+1] = min(last[j]+cost, last[j+1]+1, next[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				next[j+1] = min(next[j+1], before[j-1]+1)
			}
		}
		before, last, next = last, next, make([]int, len(b)+1)
	}
	return last[len(b)]
}

// Register is which dialogues were held with whom, by number, day and place.
// Like a [Directory] it is kept from the statements themselves and is a value.
type Register struct {
	entries map[string]Entry
	series  map[string][]string // IDs by kind and partner, the latest first
	partner map[string]string   // the short form of a country, by each of its forms
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
	next := Register{cloned(r.entries), cloned(r.series), r.partner}
	touched := map[string][]string{}
	for _, id := range slices.AppendSeq(gone, maps.Keys(fresh)) {
		if e, ok := r.entries[id]; ok {
			touched[r.key(e.Kind, e.Partner)] = nil
			delete(next.entries, id)
		}
	}
	for id, e := range fresh {
		next.entries[id] = e
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
			passages = append(passages, newPassage(at, "prose", string(sec.Text), b, s.Language, g))
		}
	}
	return meetingWord(findNumbered(passages, g), g)
}

// meetingWord is the first word by which a numbered meeting is called that is
// not the dialogue's own name.
func meetingWord(mentions []numbered, g Guide) string {
	for _, m := range mentions {
		if g.series(m.word) == "meeting" {
			return m.word
		}
	}
	return ""
}
