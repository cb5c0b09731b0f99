package press

import (
	"cmp"
	"fmt"
	"net/mail"
	"net/url"
	"regexp"
	"strings"

	"delegation-briefing/briefing"
)

// Options says how the words of a statement are written without pages.
type Options struct {
	Mark string // above everything: "DRAFT", an embargo, a handling marking; empty: none
	Wrap int    // columns that lines of plain text have at most; 0: a paragraph is one line
	Info Info   // what the file says about itself
}

// paragraph is what stands by itself in a statement: a heading, a
// paragraph, an item of a list, a line of a contact.
type paragraph struct {
	style  style
	level  int // of a list item, from 1
	number int // of a numbered paragraph
	last   bool
	spans  []briefing.Span
}

// style says what a paragraph is.
type style string

// The styles, as pages have them too.
const (
	titleStyle      style = "title"
	datelineStyle   style = "dateline"
	headingStyle    style = "heading"
	subheadingStyle style = "subheading"
	textStyle       style = "text"
	itemStyle       style = "item"
	numberedStyle   style = "numbered"
	contactStyle    style = "contact" // a line; last marks a person's last
)

// manuscript is a statement in the order of its pages, word for word.
type manuscript struct {
	s      briefing.Statement
	number int
	all    []paragraph
}

// paragraphs lists what a statement prints, in the order of the template.
func paragraphs(s briefing.Statement, t briefing.Template) []paragraph {
	m := manuscript{s: t.Arrange(s)}
	for _, sec := range m.s.Sections {
		if !sec.Empty() {
			m.section(sec, t.Part(sec.Key))
		}
	}
	return m.titled()
}

// titled gives a statement without a headline one, as pages do.
func (m *manuscript) titled() []paragraph {
	for _, p := range m.all {
		if p.style == titleStyle {
			return m.all
		}
	}
	title := paragraph{style: titleStyle, spans: []briefing.Span{{Text: m.s.Headline()}}}
	return append([]paragraph{title}, m.all...)
}

func (m *manuscript) add(st style, spans ...briefing.Span) {
	m.all = append(m.all, paragraph{style: st, spans: spans})
}

func (m *manuscript) section(sec briefing.Section, part briefing.Part) {
	at := briefing.Place{Section: sec.Key, Field: "text"}
	if part.Kind == briefing.HeadlinePart {
		m.headline(at)
		return
	}
	if part.ShowHeading {
		m.add(headingStyle, briefing.Span{Text: part.HeadingIn(m.s.Language)})
	}
	m.prose(at, part)
	for i, topic := range sec.Topics {
		if part.TopicHeadings && strings.TrimSpace(topic.Heading) != "" {
			under := headingStyle
			if part.ShowHeading {
				under = subheadingStyle
			}
			m.add(under, briefing.Span{Text: topic.Heading})
		}
		m.prose(briefing.Place{Section: sec.Key, Item: i + 1, Field: "text"}, part)
	}
	if part.Kind == briefing.ContactsPart {
		m.contacts(sec)
	} else {
		m.people(sec)
	}
}

// headline joins all paragraphs of the headline.
func (m *manuscript) headline(at briefing.Place) {
	var spans []briefing.Span
	for i, block := range m.s.Blocks(at) {
		if i > 0 {
			spans = append(spans, briefing.Span{Text: " "})
		}
		spans = append(spans, block.Spans...)
	}
	m.add(titleStyle, spans...)
}

func (m *manuscript) prose(at briefing.Place, part briefing.Part) {
	for _, b := range m.s.Blocks(at) {
		p := paragraph{style: textStyle, spans: b.Spans}
		switch {
		case b.Level > 0:
			p.style, p.level = itemStyle, min(b.Level, 6)
		case part.Kind == briefing.DatelinePart:
			p.style = datelineStyle
		case part.Numbered:
			m.number++
			p.style, p.number = numberedStyle, m.number
		}
		m.all = append(m.all, p)
	}
}

// people lists those whom the section's text does not name.
func (m *manuscript) people(sec briefing.Section) {
	for i, p := range sec.People {
		if p.Name == "" || strings.Contains(string(sec.Text), fmt.Sprintf("{{name %d}}", i+1)) {
			continue
		}
		spans := []briefing.Span{{Text: p.Name, Strong: true}}
		for _, words := range []string{p.Post, p.Service} {
			if words != "" {
				spans = append(spans, briefing.Span{Text: ", " + words})
			}
		}
		m.all = append(m.all, paragraph{style: itemStyle, level: 1, spans: spans})
	}
}

func (m *manuscript) contacts(sec briefing.Section) {
	for _, p := range sec.People {
		if p.Empty() {
			continue
		}
		m.contactLine(briefing.Span{Text: p.Name, Strong: true})
		m.contactLine(briefing.Span{Text: p.Post})
		m.contactLine(briefing.Span{Text: p.Service})
		for _, phone := range p.Phones {
			m.contactLine(briefing.Span{Text: phone, Link: dial(phone)})
		}
		m.contactLine(briefing.Span{Text: p.Email, Link: mailTo(p.Email)})
		if n := len(m.all); n > 0 && m.all[n-1].style == contactStyle {
			m.all[n-1].last = true
		}
	}
}

func (m *manuscript) contactLine(line briefing.Span) {
	if strings.TrimSpace(line.Text) != "" {
		m.add(contactStyle, line)
	}
}

// dial is the address that dials a number: without spaces, and without the
// trunk zero in brackets, which is not dialled from abroad (ITU-T E.123).
func dial(phone string) string {
	if strings.Contains(phone, "@") {
		return ""
	}
	digits := strings.Map(func(r rune) rune {
		if r == '+' || '0' <= r && r <= '9' {
			return r
		}
		return -1
	}, strings.ReplaceAll(phone, "(0)", ""))
	if len(digits) < 3 {
		return ""
	}
	return "tel:" + digits
}

var mailbox = regexp.MustCompile(`[^\s<>:;,()]+@[^\s<>:;,()]+`)

// mailTo is the address that writes to a person, or "" where there is none in
// the line.
func mailTo(line string) string {
	address, err := mail.ParseAddress(mailbox.FindString(line))
	if err != nil {
		return ""
	}
	return "mailto:" + strings.ReplaceAll(url.PathEscape(address.Address), "%40", "@")
}

// title is what the file is called.
func title(s briefing.Statement, all []paragraph) string {
	for _, p := range all {
		if p.style == titleStyle {
			return cmp.Or(strings.Join(strings.Fields(p.words()), " "), s.Headline())
		}
	}
	return s.Headline()
}

// words are the paragraph's words without their looks.
func (p paragraph) words() string {
	return briefing.Block{Spans: p.spans}.Text()
}

// rightToLeft reports whether a language is read from the right.
func rightToLeft(lang string) bool {
	switch base, _, _ := strings.Cut(lang, "-"); base {
	case "ar", "fa", "he", "ur":
		return true
	}
	return false
}
