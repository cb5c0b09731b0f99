package press

import (
	"cmp"
	"net/mail"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/page"
)

// Options says how the words of a statement are written without pages.
type Options struct {
	Sheet page.Sheet // whose words mark drafts and embargoes; without one, none are marked
	Wrap  int        // columns that lines of plain text have at most; 0: a paragraph is one line
	Info  Info       // what the file says about itself
}

// mark is what stands above the text: that it is a draft, how it is handled.
func (o Options) mark(s briefing.Statement) string {
	return strings.Join(o.Sheet.Marks(s), " · ")
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
	embargoStyle    style = "embargo"
)

// manuscript is a statement in the order of its pages, word for word.
type manuscript struct {
	s       briefing.Statement
	number  int
	heading *paragraph // waits for something to stand under it
	titled  bool
	all     []paragraph
}

// paragraphs lists what a statement prints, in the order of the template.
func paragraphs(s briefing.Statement, t briefing.Template, sheet page.Sheet) []paragraph {
	m := manuscript{s: t.Arrange(s)}
	if embargo := sheet.Embargo(m.s); embargo != "" {
		m.add(embargoStyle, briefing.Span{Text: embargo})
	}
	if !slices.ContainsFunc(m.s.Sections, func(sec briefing.Section) bool { return m.headed(sec, t) }) {
		m.untitled(t)
	}
	for _, sec := range m.s.Sections {
		if !sec.Empty() {
			m.section(sec, t.Part(sec.Key))
		}
		m.heading = nil
	}
	return m.all
}

func (m *manuscript) headed(sec briefing.Section, t briefing.Template) bool {
	at := briefing.Place{Section: sec.Key, Field: "text"}
	return t.Part(sec.Key).Kind == briefing.HeadlinePart && len(m.s.Blocks(at)) > 0
}

// untitled heads a statement that has no headline as pages do.
func (m *manuscript) untitled(t briefing.Template) {
	m.titled = true
	m.add(titleStyle, briefing.Span{Text: page.Title(m.s, t)})
}

func (m *manuscript) add(st style, spans ...briefing.Span) {
	m.put(paragraph{style: st, spans: spans})
}

// put adds a paragraph, under the heading that waits for one.
func (m *manuscript) put(p paragraph) {
	if m.heading != nil {
		m.all = append(m.all, *m.heading)
		m.heading = nil
	}
	m.all = append(m.all, p)
}

func (m *manuscript) section(sec briefing.Section, part briefing.Part) {
	at := briefing.Place{Section: sec.Key, Field: "text"}
	if part.Kind == briefing.HeadlinePart && !m.titled {
		m.headline(at)
		return
	}
	heading := part.HeadingIn(m.s.Language)
	if part.ShowHeading && part.Kind != briefing.HeadlinePart && strings.TrimSpace(heading) != "" {
		m.heading = &paragraph{style: headingStyle, spans: []briefing.Span{{Text: heading}}}
	}
	m.prose(at, part)
	for i, topic := range sec.Topics {
		if part.TopicHeadings && strings.TrimSpace(topic.Heading) != "" {
			under := headingStyle
			if part.ShowHeading && heading != "" {
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
	if len(spans) > 0 {
		m.titled = true
		m.add(titleStyle, spans...)
	}
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
		m.put(p)
	}
}

// personNamed is the placeholder for a name.
var personNamed = regexp.MustCompile(`\{\{ ?name ([0-9]{1,3}) ?\}\}`)

// people lists those whom the section's text does not name.
func (m *manuscript) people(sec briefing.Section) {
	named := map[string]bool{}
	for _, name := range personNamed.FindAllStringSubmatch(string(sec.Text), -1) {
		named[strings.TrimLeft(name[1], "0")] = true
	}
	for i, p := range sec.People {
		if named[strconv.Itoa(i+1)] {
			continue
		}
		var spans []briefing.Span
		for n, words := range []string{p.Name, p.Post, p.Service} {
			if strings.TrimSpace(words) == "" {
				continue
			}
			if len(spans) > 0 {
				spans = append(spans, briefing.Span{Text: ", "})
			}
			spans = append(spans, briefing.Span{Text: words, Strong: n == 0})
		}
		if len(spans) > 0 {
			m.put(paragraph{style: itemStyle, level: 1, spans: spans})
		}
	}
}

func (m *manuscript) contacts(sec briefing.Section) {
	for _, p := range sec.People {
		first := len(m.all)
		m.contactLine(briefing.Span{Text: p.Name, Strong: true})
		m.contactLine(briefing.Span{Text: p.Post})
		m.contactLine(briefing.Span{Text: p.Service})
		for _, phone := range p.Phones {
			m.contactLine(briefing.Span{Text: phone, Link: dial(phone)})
		}
		m.contactLine(briefing.Span{Text: p.Email, Link: mailTo(p.Email)})
		if n := len(m.all); n > first {
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
