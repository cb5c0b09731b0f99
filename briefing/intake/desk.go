package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"delegation-briefing/briefing"
)

// The sections that statements of the genre have, by their keys in templates.
const (
	headline     = "headline"
	dateline     = "dateline"
	opening      = "opening"
	topics       = "topics"
	cases        = "cases"
	civilSociety = "civil_society"
	multilateral = "multilateral"
	outcome      = "outcome"
	heads        = "heads"
	next         = "next"
	background   = "background"
	contacts     = "contacts"
)

// framework is what belongs to the opening after its first sentence: the
// agreement the dialogue rests on, and the atmosphere.
const framework = "framework"

// desk is where one text is laid out: it is sorted, then its facts are read,
// then the statement is filled.
type desk struct {
	*tables
	template briefing.Template
	headings map[string]string // of the template, see sectionHeading

	text    []paragraph
	section []string                // of each paragraph
	joined  []bool                  // paragraphs that go with the one before
	title   []string                // of each paragraph: the heading of its topic
	people  map[int]briefing.Person // contacts, by their first paragraphs

	statement briefing.Statement
	remarks   []Remark
}

// sort finds the section of every paragraph.
func (d *desk) sort() {
	d.section = make([]string, len(d.text))
	d.joined = make([]bool, len(d.text))
	d.title = make([]string, len(d.text))
	d.takeContacts()
	d.takeHeader()
	if d.hasHeadings() {
		d.sortByHeadings()
		return
	}
	d.sortBySigns()
}

// left lists the paragraphs that have no section yet.
func (d *desk) left() []int {
	var left []int
	for i, section := range d.section {
		if section == "" {
			left = append(left, i)
		}
	}
	return left
}

// takeHeader finds the headline and the lines around it: everything before the
// first sentence.
func (d *desk) takeHeader() {
	var lines []int
	for _, i := range d.left() {
		if d.text[i].sentence() || len(lines) > 0 && d.sectionHeading(i) != "" {
			break
		}
		lines = append(lines, i)
	}
	if len(lines) == len(d.left()) && len(lines) > 3 {
		lines = lines[:1] // a text without sentences has a headline at most
	}
	for _, i := range lines {
		d.section[i] = dateline
	}
	if title := d.headline(lines); title >= 0 {
		d.section[title] = headline
	}
}

// headline chooses among the lines above the text: the first that names a
// dialogue, or else the first that is neither a date nor a standing line.
func (d *desk) headline(lines []int) int {
	first := -1
	for _, i := range lines {
		p := d.text[i]
		if p.heading || d.kindIn(tokens(p.plain)) != nil && len(datesIn(p.plain)) == 0 {
			return i
		}
		if first < 0 && !d.standing(p) {
			first = i
		}
	}
	return first
}

// standing reports whether a line is a date, a number or one of the lines that
// stand above every release.
func (d *desk) standing(p paragraph) bool {
	if !strings.ContainsFunc(p.plain, unicode.IsLetter) {
		return true
	}
	words := tokens(p.plain)
	if len(words) <= 14 && len(datesIn(p.plain)) > 0 {
		return true
	}
	covered := make([]bool, len(words))
	d.headers.find(words, func(_ string, from, to int) {
		for i := from; i < to; i++ {
			covered[i] = true
		}
	})
	n := 0
	for _, c := range covered {
		if c {
			n++
		}
	}
	return 2*n >= len(words)
}

// sentence reports whether a paragraph reads as text rather than as a line of
// a heading or an address.
func (p paragraph) sentence() bool {
	if p.heading {
		return false
	}
	n := briefing.Words(p.plain)
	return n >= 30 || n >= 8 && p.ended()
}

// ended reports whether the words end as a sentence does.
func (p paragraph) ended() bool {
	end := strings.TrimRightFunc(p.plain, func(r rune) bool {
		return unicode.Is(unicode.Pf, r) || unicode.Is(unicode.Pe, r) || r == '"' || r == '\'' || unicode.IsSpace(r)
	})
	r, _ := utf8.DecodeLastRuneInString(end)
	return strings.ContainsRune(".!?…;:؟۔。", r)
}

// at names the text of a section.
func at(section string) briefing.Place {
	return briefing.Place{Section: section, Field: "text"}
}

func (d *desk) remark(kind Kind, at briefing.Place, said string, with ...any) {
	d.remarks = append(d.remarks, Remark{kind, at, said, with})
}

// hasPart reports whether the template has a place for a section.
func (d *desk) hasPart(key string) bool {
	return slices.ContainsFunc(d.template.Parts, func(p briefing.Part) bool { return p.Key == key })
}
