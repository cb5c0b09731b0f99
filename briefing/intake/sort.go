package intake

import (
	"strings"

	"delegation-briefing/briefing"
)

// readWords is how much of a paragraph is read to find its section.
const readWords = 600

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
	return i > 0 && d.section[i-1] != "" && (d.text[i].item > 0 || strings.HasSuffix(d.text[i-1].plain, ":"))
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
	words     []string
	sentences int
	signs     map[string]int  // sentences with a sign of a section
	first     map[string]bool // sections with a sign in the first sentence
}

func (r reading) share(key string) float64 {
	return float64(r.signs[key]) / float64(max(r.sentences, 1))
}

// reading reads the sentences of a paragraph.
func (d *desk) reading(i int) reading {
	r := reading{signs: map[string]int{}, first: map[string]bool{}}
	for _, sentence := range sentences(d.text[i].plain) {
		words := tokens(sentence)
		if len(words) == 0 {
			continue
		}
		found := map[string]bool{}
		d.signs.find(words, func(name string, _, _ int) { found[name] = true })
		for name := range found {
			r.signs[name]++
			if r.sentences == 0 {
				r.first[name] = true
			}
		}
		r.sentences++
		r.words = append(r.words, words...)
		if len(r.words) > readWords {
			break
		}
	}
	return r
}

// read names the section of the n-th of all paragraphs of the body.
func (d *desk) read(i, n, all int, seen map[string]bool) string {
	r := d.reading(i)
	atStart := n <= 3 && !seen[topics] && !seen[outcome]
	atEnd := n*3 >= all*2 || n >= all-2
	switch {
	case r.share(next) >= 0.5:
		return next
	case n > 0 && r.share(heads) >= 0.5:
		return heads
	case n > 0 && r.first[background]:
		return background
	case n > 0 && r.share(civilSociety) >= 0.5:
		return civilSociety
	case r.share(cases) >= 0.5:
		return cases
	case n == 0 && (r.signs[opening] > 0 || r.signs["framework"] > 0):
		return opening
	case n > 0 && r.share(multilateral) >= 0.5:
		return multilateral
	case atEnd && r.share(outcome) >= 0.5:
		return outcome
	case atEnd && r.first["framework"] && d.subject(r.words) == nil:
		return outcome
	case atStart && r.first["framework"]:
		return opening
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
	for n, i := range body {
		for _, later := range body[n+1:] {
			if rank[d.section[later]] < rank[d.section[i]] && d.section[i] != topics {
				d.section[i] = topics
			}
		}
	}
	for n, i := range body {
		for _, later := range body[n+1:] {
			if rank[d.section[later]] < rank[d.section[i]] {
				d.section[later] = topics
			}
		}
	}
}

// subject is the one the words speak of most, or nil.
func (d *desk) subject(words []string) *subject {
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
