package intake

import (
	"strings"

	"delegation-briefing/briefing"
)

// readBytes is how much of a paragraph is read to find its section.
const readBytes = 6000

// sortBySigns finds sections by what the paragraphs say and where they stand.
func (d *desk) sortBySigns() {
	body := d.left()
	seen := map[string]bool{}
	for n, i := range body {
		switch {
		case n > 0 && d.goesOn(i):
			d.section[i] = d.section[body[n-1]]
			d.joined[i] = true
			continue
		case d.text[i].subheading() && n+1 < len(body):
			d.takeSubheading(i, body[n+1])
			continue
		case d.title[i] != "" || n > 0 && d.joined[i]:
			d.section[i] = d.known(topics)
			continue
		}
		key := d.known(d.read(i, n, len(body), seen))
		d.section[i] = key
		seen[key] = true
	}
	if d.numbered() {
		d.keepOrder(body)
	}
}

// known is the section, or that of the topics where the template has none.
func (d *desk) known(key string) string {
	if d.hasPart(key) {
		return key
	}
	return topics
}

// goesOn reports whether a paragraph is part of the one before: an item of a
// list, or what a colon announced.
func (d *desk) goesOn(i int) bool {
	return i > 0 && d.section[i-1] != "" && (d.text[i].item > 0 || d.text[i].broken && d.text[i-1].item > 0 || strings.HasSuffix(d.text[i-1].plain, ":") || d.announced(i))
}

// announced reports whether a paragraph is an item of a counted list that a
// colon announced. The paragraphs of a communiqué are counted too, and stand
// for themselves.
func (d *desk) announced(i int) bool {
	if !d.text[i].counted || d.numbered() {
		return false
	}
	above := i - 1
	for above > 0 && above > i-longTopic && d.text[above].counted {
		above--
	}
	return !d.text[above].counted && strings.HasSuffix(d.text[above].plain, ":")
}

// subheading reports whether a paragraph is a line above others.
func (p paragraph) subheading() bool {
	return p.heading || p.item == 0 && briefing.Words(p.plain) <= 10 && !p.ended()
}

// takeSubheading puts a line above the paragraph it heads: into its heading
// where the template prints these, else as the first words of its text.
func (d *desk) takeSubheading(i, below int) {
	d.section[i] = d.known(topics)
	d.joined[below] = true
}

// reading is what the signs say of one paragraph.
type reading struct {
	sentences int
	signs     map[string]int // sentences with a sign of a section
	first     map[string]int // of the first sentence: where the sign stands, from 1
	spoken    map[string]int // how often each subject is spoken of
	dated     bool
}

// reading reads the sentences of a paragraph.
func (d *desk) reading(i int) reading {
	r := reading{signs: map[string]int{}, first: map[string]int{}, spoken: map[string]int{}}
	text := cut(d.text[i].plain, readBytes)
	r.dated = len(datesIn(text)) > 0
	for _, sentence := range sentences(text) {
		words := tokens(sentence)
		found := map[string]bool{}
		d.signs.find(words, func(name string, from, _ int) {
			found[name] = true
			if r.sentences == 0 && r.first[name] == 0 {
				r.first[name] = from + 1
			}
		})
		for name := range found {
			r.signs[name]++
		}
		d.spoken.find(words, func(tag string, _, _ int) { r.spoken[tag]++ })
		r.sentences++
	}
	return r
}

// mostly reports whether half of the sentences have a sign of the section.
func (r reading) mostly(key string) bool {
	return 2*r.signs[key] >= r.sentences && r.signs[key] > 0
}

// early reports whether the first sentence soon has a sign of the section.
func (r reading) early(key string) bool {
	return r.first[key] > 0 && r.first[key] <= 20
}

// general reports whether no more than a few subjects are spoken of.
func (r reading) general() bool {
	subjects, mentions := 0, 0
	for tag, n := range r.spoken {
		if tag != multilateral {
			subjects++
			mentions += n
		}
	}
	return subjects <= 3 && mentions <= 4
}

// international reports whether the United Nations and the like are spoken of
// more than any subject.
func (r reading) international() bool {
	for tag, n := range r.spoken {
		if tag != multilateral && n >= r.spoken[multilateral] {
			return false
		}
	}
	return true
}

// read names the section of the n-th of all paragraphs of the body.
func (d *desk) read(i, n, all int, seen map[string]bool) string {
	r := d.reading(i)
	atStart := n <= 4 && !seen[topics] && !seen[outcome] && !seen[multilateral]
	atEnd := n > 1 && 3*(n+1) >= 2*all
	switch {
	case n == 0 && (r.signs[opening] > 0 || r.dated):
		return opening
	case r.mostly(next):
		return next
	case n > 0 && r.mostly(heads):
		return heads
	case n > 0 && r.first[background] > 0:
		return background
	case n > 0 && r.mostly(civilSociety):
		return civilSociety
	case r.mostly(cases) && r.early(cases):
		return cases
	case atStart && r.early(framework) && r.general():
		return opening
	case atEnd && r.mostly(outcome) && (!r.early(multilateral) || r.early(outcome)):
		return outcome
	case r.early(multilateral) || r.mostly(multilateral) && r.international():
		return multilateral
	case atEnd && r.early(framework) && r.general():
		return outcome
	}
	return topics
}

// numbered reports whether the template numbers its paragraphs.
func (d *desk) numbered() bool {
	for _, p := range d.template.Parts {
		if p.Numbered {
			return true
		}
	}
	return false
}

// keepOrder makes topics of what the template would print before paragraphs it
// follows: the numbers of a communiqué must not change.
func (d *desk) keepOrder(body []int) {
	rank := map[string]int{}
	for i, p := range d.template.Parts {
		rank[p.Key] = i
	}
	first := len(rank)
	for n := len(body) - 1; n >= 0; n-- {
		i := body[n]
		if rank[d.section[i]] > first && d.section[i] != topics {
			d.section[i] = topics
		}
		first = min(first, rank[d.section[i]])
	}
	last := 0
	for _, i := range body {
		if rank[d.section[i]] < last {
			d.section[i] = topics
		}
		last = max(last, rank[d.section[i]])
	}
}

// subject is the one the words speak of most, or nil.
func (d *desk) subject(words []string) *Subject {
	best, most := -1, 0
	for i, n := range d.mentions(words) {
		if n > most {
			best, most = i, n
		}
	}
	if best < 0 {
		return nil
	}
	return &d.subjects[best]
}

// sentences parts text after full stops that a space and a capital follow.
func sentences(text string) []string {
	var all []string
	start := 0
	for i := 0; i+2 < len(text); i++ {
		if c := text[i]; (c == '.' || c == '!' || c == '?') && text[i+1] == ' ' && i-start > 12 && !abbreviated(text[start:i]) {
			all = append(all, text[start:i+1])
			start = i + 2
		}
	}
	return append(all, text[start:])
}

// abbreviated reports whether a point after the text belongs to "Mr" or to an
// initial.
func abbreviated(text string) bool {
	word := text[strings.LastIndexAny(text, " (")+1:]
	switch word {
	case "Mr", "Mrs", "Ms", "Dr", "Sr", "Sra", "St", "Amb", "Hon", "Prof", "No", "Art", "H.E", "Mme":
		return true
	}
	return len([]rune(word)) == 1
}
