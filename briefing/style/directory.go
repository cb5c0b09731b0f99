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
func (d Directory) Find(name string) (Seen, bool) { return d.find(fold(name), briefing.Statement{}) }

// People lists everybody as last seen, by name.
func (d Directory) People() []Seen {
	var all []Seen
	for _, key := range slices.Sorted(maps.Keys(d.people)) {
		all = append(all, d.people[key][0])
	}
	return all
}

// find looks in all statements but one, and those of later days: for it, they are
// not last time.
func (d Directory) find(key string, of briefing.Statement) (Seen, bool) {
	for _, seen := range d.people[key] {
		later := !of.Date.IsZero() && compareDays(seen.When, of.Date) > 0
		if seen.Statement != of.ID && !later {
			return seen, true
		}
	}
	return Seen{}, false
}

// like finds the person whose name differs from this one in the spelling of
// one part, where find looks.
func (d Directory) like(name string, of briefing.Statement) (Seen, bool) {
	key := fold(name)
	if seen, ok := d.find(key, of); ok {
		return seen, true
	}
	for _, part := range strings.Fields(key) {
		for _, other := range d.parts[part] {
			if seen, ok := d.find(other, of); ok && drifted(key, other) {
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
	if strings.Count(a, " ") != strings.Count(b, " ") {
		return false // nearly all pairs
	}
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
	before, last, next := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
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
		before, last, next = last, next, before
	}
	return last[len(b)]
}
