package page

import (
	"fmt"
	"io/fs"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"delegation-briefing/briefing"
)

// Compositor sets statements on pages. It keeps what it read and shaped for
// the next time, and any goroutine may use it, also several at once.
type Compositor struct {
	faces       faces
	shaper      shaper
	hyphenation hyphenation
}

// NewCompositor returns a compositor that finds its fonts under fonts/ and the
// hyphenation patterns under hyphenation/ in files. Nothing is read before it is needed.
func NewCompositor(files fs.FS) *Compositor {
	return &Compositor{
		faces:       faces{files: files, read: map[string]*Face{}},
		hyphenation: hyphenation{files: files, read: map[string]*hyphenator{}},
	}
}

// GlyphError is a character that cannot be printed, because no face has it.
type GlyphError struct {
	Rune   rune
	At     briefing.Place
	Offset int // byte of the text at At
}

func (e *GlyphError) Error() string {
	return fmt.Sprintf("%s: no font has the character %q (%U): take it out or write it another way", e.At, e.Rune, e.Rune)
}

// Compose sets a statement. A character that no face has is a [*GlyphError].
func (c *Compositor) Compose(job Job) (*Document, error) {
	b := &builder{Compositor: c, job: job, s: job.Template.Arrange(job.Statement)}
	b.doc = &Document{
		Title: b.s.Headline(), Language: b.s.Language, RTL: rightToLeft(b.s.Language),
		Root: &Element{Role: RoleDocument, Language: b.s.Language},
	}
	if err := b.statement(); err != nil {
		return nil, err
	}
	if err := b.paginate(); err != nil {
		return nil, err
	}
	return b.doc, nil
}

func rightToLeft(lang string) bool {
	base, _, _ := strings.Cut(lang, "-")
	return slices.Contains([]string{"ar", "fa", "he", "ur"}, base)
}

// block is a paragraph set in lines, and what holds it to its neighbours.
type block struct {
	style    Style
	lines    []line
	indent   float64
	label    []line // of a list item or a numbered paragraph; hangs in the indent
	element  *Element
	labelOf  *Element
	keepNext bool // not parted from the block after it
	keep     bool // its lines stay together
}

// builder gathers the blocks of one statement.
type builder struct {
	*Compositor
	job    Job
	s      briefing.Statement
	doc    *Document
	blocks []block
	number int // of the last numbered paragraph
	list   *Element
	err    error
}

func (b *builder) statement() error {
	for _, sec := range b.s.Sections {
		if b.err != nil {
			return b.err
		}
		if !sec.Empty() {
			b.section(sec, b.job.Template.Part(sec.Key))
		}
	}
	if len(b.doc.Root.Kids) == 0 || b.doc.Root.Kids[0].Role != RoleH1 {
		b.untitled()
	}
	return b.err
}

// untitled gives a statement without a headline one, for a document must have
// a title.
func (b *builder) untitled() {
	if slices.ContainsFunc(b.doc.Root.Kids, func(e *Element) bool { return e.Role == RoleH1 }) {
		return
	}
	rest, kids := b.blocks, b.doc.Root.Kids
	b.blocks, b.doc.Root.Kids = nil, nil
	b.plain("title", RoleH1, b.doc.Title, briefing.Place{}, true)
	b.blocks, b.doc.Root.Kids = append(b.blocks, rest...), append(b.doc.Root.Kids, kids...)
}

func (b *builder) section(sec briefing.Section, part briefing.Part) {
	at := briefing.Place{Section: sec.Key, Field: "text"}
	if part.ShowHeading && part.Kind != briefing.HeadlinePart {
		b.plain("heading", RoleH2, part.HeadingIn(b.s.Language), briefing.Place{}, true)
	}
	switch part.Kind {
	case briefing.HeadlinePart:
		b.headline(at)
		return
	case briefing.DatelinePart:
		b.prose("dateline", at, part)
	default:
		b.prose("text", at, part)
	}
	for i, topic := range sec.Topics {
		b.topic(topic, briefing.Place{Section: sec.Key, Item: i + 1, Field: "text"}, part)
	}
	if part.Kind == briefing.ContactsPart {
		b.contacts(sec)
	} else {
		b.people(sec)
	}
}

// headline joins all paragraphs of the headline into one H1.
func (b *builder) headline(at briefing.Place) {
	element := b.element(RoleH1)
	element.Title = b.s.Plain(at)
	var spans []briefing.Span
	for _, block := range b.s.Blocks(at) {
		if len(spans) > 0 {
			spans = append(spans, briefing.Span{Text: " ", From: at})
		}
		spans = append(spans, block.Spans...)
	}
	b.add(block{style: b.job.Sheet.Styles["title"], element: element, keepNext: true}, spans)
}

func (b *builder) topic(topic briefing.Topic, at briefing.Place, part briefing.Part) {
	if part.TopicHeadings && strings.TrimSpace(topic.Heading) != "" {
		role, style := RoleH2, "heading"
		if part.ShowHeading {
			role, style = RoleH3, "subheading"
		}
		heading := at
		heading.Field = "heading"
		b.plain(style, role, topic.Heading, heading, true)
	}
	b.prose("text", at, part)
}

// prose sets the paragraphs and lists at a place.
func (b *builder) prose(style string, at briefing.Place, part briefing.Part) {
	for _, p := range b.s.Blocks(at) {
		switch {
		case p.Level > 0:
			b.listItem(p)
		case part.Numbered:
			b.list = nil
			b.numbered(p)
		default:
			b.list = nil
			b.add(block{style: b.job.Sheet.Styles[style], element: b.element(RoleP)}, p.Spans)
		}
	}
	b.list = nil
}

func (b *builder) listItem(p briefing.Block) {
	if b.list == nil {
		b.list = b.element(RoleList)
	}
	item := b.list.add(RoleItem)
	style := b.job.Sheet.Styles["item"]
	b.labelled(style, "•", item.add(RoleLabel), item.add(RoleBody), float64(min(p.Level, 6))*style.Indent, p.Spans)
}

func (b *builder) numbered(p briefing.Block) {
	b.number++
	element := b.element(RoleP)
	style := b.job.Sheet.Styles["numbered"]
	b.labelled(style, strconv.Itoa(b.number)+".", element, element, style.Indent, p.Spans)
}

func (b *builder) labelled(style Style, label string, labelOf, element *Element, indent float64, spans []briefing.Span) {
	bl := block{style: style, element: element, labelOf: labelOf, indent: indent}
	bl.label = b.lines(style, labelOf, []briefing.Span{{Text: label}}, indent)
	b.add(bl, spans)
}

// people lists those whom the section's text does not name.
func (b *builder) people(sec briefing.Section) {
	for i, p := range sec.People {
		n := i + 1
		if p.Name == "" || strings.Contains(string(sec.Text), fmt.Sprintf("{{name %d}}", n)) {
			continue
		}
		spans := b.fields(sec.Key, n, p, "name", "post", "service")
		b.listItem(briefing.Block{Level: 1, Spans: spans})
	}
	b.list = nil
}

// fields joins a person's fields by commas, the first of them strong.
func (b *builder) fields(section string, n int, p briefing.Person, names ...string) []briefing.Span {
	var spans []briefing.Span
	for _, f := range names {
		at := briefing.Place{Section: section, Item: n, Field: f}
		text, _ := b.s.Text(at)
		if text == "" {
			continue
		}
		if len(spans) > 0 {
			spans = append(spans, briefing.Span{Text: ", "})
		}
		spans = append(spans, briefing.Span{Text: text, Strong: f == "name", From: at, End: len(text)})
	}
	return spans
}

func (b *builder) contacts(sec briefing.Section) {
	for i, p := range sec.People {
		if p.Empty() {
			continue
		}
		for _, f := range []string{"name", "post", "service"} {
			at := briefing.Place{Section: sec.Key, Item: i + 1, Field: f}
			if text, _ := b.s.Text(at); strings.TrimSpace(text) != "" {
				b.contactLine(f == "name", at, text, "", 0)
			}
		}
		offset := 0
		for _, phone := range p.Phones {
			b.contactLine(false, briefing.Place{Section: sec.Key, Item: i + 1, Field: "phones"}, phone, phoneLink(phone), offset)
			offset += len(phone) + 1
		}
		if p.Email != "" {
			b.contactLine(false, briefing.Place{Section: sec.Key, Item: i + 1, Field: "email"}, p.Email, "mailto:"+url.PathEscape(p.Email), 0)
		}
		b.blocks[len(b.blocks)-1].keepNext = false
		b.blocks[len(b.blocks)-1].style.After += b.job.Sheet.Styles["contact"].Before
	}
}

func (b *builder) contactLine(strong bool, at briefing.Place, text, link string, offset int) {
	style := b.job.Sheet.Styles["contact"]
	style.Before = 0
	spans := []briefing.Span{{Text: text, Strong: strong, Link: link, From: at, Start: offset, End: offset + len(text)}}
	b.add(block{style: style, element: b.element(RoleP), keepNext: true, keep: true}, spans)
}

// phoneLink is the address that dials a number: without spaces, and without
// the trunk zero in brackets, which is not dialled from abroad (ITU-T E.123).
func phoneLink(phone string) string {
	digits := strings.Map(func(r rune) rune {
		if r == '+' || '0' <= r && r <= '9' {
			return r
		}
		return -1
	}, strings.ReplaceAll(phone, "(0)", ""))
	if digits == "" {
		return ""
	}
	return "tel:" + digits
}

// plain adds a block of plain words.
func (b *builder) plain(style string, role Role, text string, from briefing.Place, keepNext bool) {
	element := b.element(role)
	element.Title = text
	b.add(block{style: b.job.Sheet.Styles[style], element: element, keepNext: keepNext}, []briefing.Span{{Text: text, From: from, End: len(text)}})
}

func (b *builder) element(role Role) *Element { return b.doc.Root.add(role) }

func (e *Element) add(role Role) *Element {
	kid := &Element{Role: role, Parent: e}
	e.Kids = append(e.Kids, kid)
	return kid
}

func (b *builder) add(bl block, spans []briefing.Span) {
	bl.lines = b.lines(bl.style, bl.element, spans, b.job.Sheet.measure()-bl.indent)
	b.blocks = append(b.blocks, bl)
}

// lines breaks spans that belong to an element into lines.
func (b *builder) lines(style Style, element *Element, spans []briefing.Span, width float64) []line {
	if b.err != nil {
		return nil
	}
	ragged := style.Ragged || b.hyphenation.language(b.s.Language) == nil
	p := &paragraph{size: style.Size, width: width, ragged: ragged}
	for _, s := range spans {
		pc, err := b.piece(style, element, s)
		if err != nil {
			b.err = err
			return nil
		}
		p.pieces = append(p.pieces, pc)
	}
	lines, err := b.Compositor.lines(p)
	b.err = err
	return lines
}

func (b *builder) piece(style Style, element *Element, s briefing.Span) (piece, error) {
	name := style.Face
	if s.Strong {
		name += "-bold"
	}
	if s.Emphasis {
		name += "-italic"
	}
	list, err := b.face(name, style.Face)
	pc := piece{
		text: s.Text, faces: list, lang: b.s.Language, color: style.Color.ink(),
		element: element, from: s.From, start: int32(s.Start), end: int32(s.End),
		literal: s.End-s.Start == len(s.Text),
	}
	switch {
	case s.Gap:
		pc.color = b.job.Sheet.Gap.ink()
	case s.Link != "":
		pc.element = element.add(RoleLink)
		pc.element.Link, pc.element.Alt, pc.whole = s.Link, s.Text, true
		pc.color = b.job.Sheet.Accent.ink()
	case s.Language != "":
		pc.element = element.add(RoleSpan)
		pc.element.Language, pc.lang = s.Language, s.Language
	}
	return pc, err
}

// face reads the faces of a list in the sheet; a variant that it does not name
// looks like the plain one.
func (b *builder) face(name, plain string) ([]*Face, error) {
	names := b.job.Sheet.Faces[name]
	if len(names) == 0 {
		names = b.job.Sheet.Faces[plain]
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("the sheet names no faces for %q", plain)
	}
	var list []*Face
	for _, n := range names {
		f, err := b.faces.get(n)
		if err != nil {
			return nil, err
		}
		list = append(list, f)
	}
	return list, nil
}
