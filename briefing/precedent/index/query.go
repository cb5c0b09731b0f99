package index

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"delegation-briefing/briefing"
)

// Query is what somebody looks for. Words are found in all their forms, near
// wording before far; "words in quotation marks" stand exactly so, in this
// order. What is left empty does not choose.
type Query struct {
	Words   string
	Partner string // its name or part of it, or its code: "KZ"
	Year    int    // of the dialogue
	Subject string // words of a topic's subject or heading
	Limit   int    // how many results at most; 0: 50
	Skip    string // the ID of a statement to leave out: the one on the desk
}

const defaultLimit = 50

// wanted is a query as one language reads it.
type wanted struct {
	tongue  tongue
	phrases [][]word // in quotation marks
	loose   []word
	filter  string // what the tags must have
}

// in reads a query in one language of several. What is a small word in any of
// them is one.
func (q Query) in(t tongue, all []tongue) wanted {
	any := t
	any.met = map[string]word{}
	any.small = func(word string) bool {
		return slices.ContainsFunc(all, func(t tongue) bool { return t.small != nil && t.small(word) })
	}
	w := wanted{tongue: t, filter: q.filter(t)}
	for i, part := range strings.Split(straightQuotes.Replace(q.Words), `"`) {
		words := any.words(part)
		switch {
		case len(words) == 0:
		case i%2 == 1:
			w.phrases = append(w.phrases, words)
		default:
			w.loose = append(w.loose, words...)
		}
	}
	return w
}

var straightQuotes = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`)

// filter writes what the tags must have, "" where anything will do.
func (q Query) filter(t tongue) string {
	plain := tongueOf("")
	var all []string
	if q.Partner != "" {
		var names []string
		for _, name := range partnerNames(q.Partner) {
			names = append(names, every(plain, partnerTag, name))
		}
		all = append(all, "("+strings.Join(names, " OR ")+")")
	}
	if q.Year != 0 {
		all = append(all, every(plain, yearTag, strconv.Itoa(q.Year)))
	}
	if q.Subject != "" {
		all = append(all, every(t, subjectTag, q.Subject))
	}
	if len(all) == 0 {
		return ""
	}
	return "tags : (" + strings.Join(all, " AND ") + ")"
}

// every asks for each of some words among the tags of one kind.
func every(t tongue, letter, text string) string {
	var all []string
	for _, w := range t.words(text) {
		all = append(all, `"`+letter+w.stem+`"`)
	}
	if len(all) == 0 {
		return `"` + letter + `"` // which nothing has
	}
	return "(" + strings.Join(all, " AND ") + ")"
}

// partnerNames are the names a partner may go by: what was written, or else
// what the country of that code is called.
func partnerNames(partner string) []string {
	if len(partner) != 2 || strings.ToUpper(partner) != partner {
		return []string{partner}
	}
	region, err := language.ParseRegion(partner)
	if err != nil {
		return []string{partner}
	}
	names := []string{partner}
	for _, in := range []language.Tag{language.English, language.French} {
		if name := display.Regions(in).Name(region); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// ask is one question to the index; the questions of a query go from near to
// far.
type ask struct {
	match string
	near  bool // if it is answered well, what is farther need not be asked
}

// asks are the questions that find a query's words: all of them in one phrase,
// all of them in a sentence, two neighbours of them, any of them.
func (w wanted) asks() []ask {
	var fixed []string
	for _, p := range w.phrases {
		fixed = append(fixed, together(p))
	}
	big := bigWords(w.loose)
	var asks []ask
	add := func(near bool, parts ...string) {
		match := "stems : (" + strings.Join(append(parts, fixed...), " AND ") + ")"
		if w.filter != "" {
			match += " AND " + w.filter
		}
		asks = append(asks, ask{match, near})
	}
	switch {
	case len(w.loose) == 0 && len(fixed) == 0:
		return nil
	case len(w.loose) == 0:
		add(true)
		return asks
	case len(w.loose) > 1 && len(w.loose) <= longPhrase:
		add(true, phrase(w.loose))
	}
	add(true, joined(big, " AND "))
	if len(big) > 2 {
		add(false, pairs(w.loose))
	}
	if len(big) > 1 {
		add(false, joined(big, " OR "))
	}
	return asks
}

// longPhrase is how many words the index is asked for as a phrase. Of more, a
// sentence that has the big ones has most often the phrase, and comparing where
// each "the" stands would take longer than looking.
const longPhrase = 5

// together asks for sentences that may have a phrase; [wanted.fits] sees
// whether they do.
func together(words []word) string {
	if len(words) > longPhrase {
		return joined(bigWords(words), " AND ")
	}
	return phrase(words)
}

// bigWords leaves out "the" and "of", unless there is nothing else.
func bigWords(words []word) []word {
	var big []word
	for _, w := range words {
		if !w.small {
			big = append(big, w)
		}
	}
	if len(big) == 0 {
		return words
	}
	return big
}

func phrase(words []word) string {
	var stems []string
	for _, w := range words {
		stems = append(stems, w.stem)
	}
	return `"` + strings.Join(stems, " ") + `"`
}

func joined(words []word, by string) string {
	var all []string
	for _, w := range words {
		all = append(all, `"`+w.stem+`"`)
	}
	return "(" + strings.Join(all, by) + ")"
}

// pairs asks for any two words that are neighbours in the query, with the small
// ones between them.
func pairs(words []word) string {
	var all []string
	last := -1
	for i, w := range words {
		if w.small {
			continue
		}
		if last >= 0 {
			all = append(all, phrase(words[last:i+1]))
		}
		last = i
	}
	return "(" + strings.Join(all, " OR ") + ")"
}

// fits reports whether the phrases in quotation marks stand in a text exactly,
// and where.
func (w wanted) fits(text []word) (marks []briefing.Range, ok bool) {
	for _, p := range w.phrases {
		at := find(text, p, func(a, b word) bool { return a.folded == b.folded })
		if at < 0 {
			return nil, false
		}
		marks = append(marks, briefing.Range{Start: text[at].at.Start, End: text[at+len(p)-1].at.End})
	}
	return marks, true
}

// find is where a phrase begins in a text, or -1.
func find(text, phrase []word, equal func(a, b word) bool) int {
next:
	for at := 0; at+len(phrase) <= len(text); at++ {
		for i, w := range phrase {
			if !equal(text[at+i], w) {
				continue next
			}
		}
		return at
	}
	return -1
}
