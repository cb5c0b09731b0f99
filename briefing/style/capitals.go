package style

import (
	"slices"
	"strings"
	"unicode/utf8"

	"delegation-briefing/briefing"
)

// learnCapitals puts together the words with a capital that texts of this kind
// are full of: those of the language's file, the months and weekdays, and the
// names of countries and capitals that are one long word.
func (g *Guide) learnCapitals() {
	const long = 7
	words := slices.Concat(g.Words.Capitals, briefing.Months(g.Language), g.Words.Weekdays)
	for _, c := range g.countries {
		for _, name := range []string{c.Short, c.Capital} {
			if utf8.RuneCountInString(name) >= long && !strings.Contains(name, " ") {
				words = append(words, name)
			}
		}
	}
	g.capitals = map[[2]rune][]string{}
	for _, w := range words {
		if all := g.capitals[ends(w)]; capital(w) && !slices.Contains(all, w) {
			g.capitals[ends(w)] = append(all, w)
		}
	}
}

// ends are the first and the last letter of a word. A slip of the pen leaves
// both; where they differ, it is another name or another language's ending:
// Ministre, Commissione, Brussel.
func ends(w string) [2]rune { return [2]rune{first(w), last(w)} }

// meant lists the words that one with a capital misses by a letter.
func (g Guide) meant(w string) []string {
	const long = 6
	all := g.capitals[ends(w)]
	if utf8.RuneCountInString(w) < long || slices.Contains(all, w) {
		return nil
	}
	var near []string
	for _, c := range all {
		if distance([]rune(w), []rune(c)) == 1 && !alike(w, c) {
			near = append(near, c)
		}
	}
	return near
}

// alike reports whether two words differ no more than in how languages write
// one sound: Republik, Nacional, Slovenija, México.
func alike(a, b string) bool { return sounds.Replace(fold(a)) == sounds.Replace(fold(b)) }

var sounds = strings.NewReplacer("k", "c", "z", "s", "cio", "tio", "ija", "ia", "iya", "ia")

// slips lists what a word with a capital that nobody knows was very likely
// meant to be; none where it may be a name.
func (r *reading) slips(p *passage, i int) []string {
	w := noun(p.words[i].text)
	near := r.g.meant(w)
	if len(near) == 0 || r.isKnownName(w) || r.inName(p, i) || r.known.Register.names(w) || r.againAndAgain(w) {
		return nil
	}
	for j := range near {
		near[j] += p.words[i].text[len(w):]
	}
	return near
}

// inName reports whether a word with a capital seems to be part of a name: it
// follows a title or an initial, or stands beside another word that nobody
// knows.
func (r *reading) inName(p *passage, i int) bool {
	if i+1 < len(p.words) && p.between(i) == " " && r.stranger(p.words[i+1]) {
		return true
	}
	if i == 0 || p.opens(p.words[i].from) {
		return false
	}
	before, gap := p.words[i-1], p.between(i-1)
	return (gap == " " || gap == ". ") && courtesies[before.lower] ||
		gap == ". " && utf8.RuneCountInString(before.text) == 1 ||
		gap == " " && r.stranger(before)
}

// stranger reports whether a word has a capital and is neither known nor an
// abbreviation nor itself a slip.
func (r *reading) stranger(w word) bool {
	bare := noun(w.text)
	return capital(bare) && !shouted(bare) && !r.known.Spelling.Knows(bare) && !r.g.places[bare] &&
		!strings.Contains(r.s.Partner+" "+r.s.Place, bare) && len(r.g.meant(bare)) == 0
}

// againAndAgain reports whether a word stands in the statement more than twice,
// as a name does.
func (r *reading) againAndAgain(w string) bool {
	n := 0
	for _, p := range r.passages {
		for _, other := range p.words {
			if noun(other.text) == w {
				n++
			}
		}
	}
	return n > 2
}
