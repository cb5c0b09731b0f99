package page

import (
	"fmt"
	"io/fs"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"delegation-briefing/briefing"
)

// Compositor sets statements on pages. It keeps what it read, shaped and set
// for the next time, within bounds, and any goroutine may use it, also several
// at once.
type Compositor struct {
	faces    faces
	shaper   shaper
	settings memory[string, *setting]
	pages    memory[string, *Page]
	blocks   memory[words, []briefing.Block]
}

// words is a text where it stands.
type words struct {
	at   briefing.Place
	text string
}

// What a compositor remembers at most of what the last composition did not ask for,
// in each of two generations. A statement lies in memory whole, with what its
// paragraphs were before the last keys.
const (
	spareWords   = 10_000 // shaped words; a brief of 50 pages has some thousand
	spareSetting = 16_000 // bytes of set text, and of parsed text; set text takes forty times as much
	sparePages   = 16
)

// NewCompositor returns a compositor that finds its fonts under fonts/ and its
// hyphenation patterns under hyphenation/ in files. Nothing is read before it
// is needed.
func NewCompositor(files fs.FS) *Compositor {
	return &Compositor{
		faces: faces{files: files, read: map[string]*Face{}, families: map[string]*family{}},
		shaper: shaper{
			words: newMemory[wordKey, *word](spareWords),
			parts: &hyphenation{files: files, read: map[string]*hyphenator{}},
		},
		settings: newMemory[string, *setting](spareSetting),
		pages:    newMemory[string, *Page](sparePages),
		blocks:   newMemory[words, []briefing.Block](spareSetting),
	}
}

// Forget drops what was shaped and set, not the fonts: a long statement was
// closed, and its memory is worth more than its lines.
func (c *Compositor) Forget() {
	c.shaper.words.clear()
	c.settings.clear()
	c.pages.clear()
	c.blocks.clear()
}

// composed has the memories keep what the composition that ends asked for.
func (c *Compositor) composed() {
	c.shaper.words.composed()
	c.settings.composed()
	c.pages.composed()
	c.blocks.composed()
}

// MaxText is the longest statement that is set, in bytes: about 1,500 pages.
const MaxText = 4 << 20

// Compose sets a statement. Characters that cannot be printed come as a
// [*GlyphError], or several joined.
func (c *Compositor) Compose(job Job) (*Document, error) {
	b := &builder{Compositor: c, job: job, s: job.Template.Arrange(job.Statement), used: map[*setting]bool{}}
	size := b.size()
	if size > MaxText {
		return nil, fmt.Errorf("the statement is too long to be set on pages: %.1f MB of text, of at most %d", float64(size)/(1<<20), MaxText>>20)
	}
	defer c.composed()
	if b.s.Language == "" {
		b.s.Language = "en"
	}
	b.labels = job.Sheet.labels(b.s.Language)
	b.doc = &Document{
		Title: Title(b.s, b.job.Template), Language: b.s.Language, RTL: rightToLeft(b.s.Language),
		Root: &Element{Role: RoleDocument, Language: b.s.Language},
	}
	b.statement()
	b.paginate()
	if b.err == nil {
		b.err = b.glyphs.err()
	}
	if b.err != nil {
		return nil, b.err
	}
	return b.doc, nil
}

func rightToLeft(lang string) bool {
	return slices.Contains([]string{"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"}, baseLanguage(lang))
}

// builder gathers the settings of one statement.
type builder struct {
	*Compositor
	job     Job
	s       briefing.Statement
	labels  Labels
	doc     *Document
	flow    []block
	heading *paragraph // to be printed before what comes next
	number  int        // of the last numbered paragraph
	list    *Element   // that goes on
	titled  bool       // the H1 is there
	used    map[*setting]bool
	glyphs  glyphErrors
	err     error
}

// block is a setting in the flow of the text, and what holds it to its
// neighbours.
type block struct {
	*setting
	before, after float64
	keepNext      bool // not parted from the block after it
	keep          bool // its lines stay together
}

func (b *builder) size() int {
	n := 0
	for _, at := range b.s.Places() {
		text, _ := b.s.Text(at)
		n += len(text)
	}
	return n
}

func (b *builder) statement() {
	b.embargo()
	if !slices.ContainsFunc(b.s.Sections, b.hasHeadline) {
		b.untitled()
	}
	for _, sec := range b.s.Sections {
		if b.err == nil && !sec.Empty() {
			b.section(sec, b.job.Template.Part(sec.Key))
		}
	}
}

// embargo says at the head of the first page until when the text is not to be
// released. It belongs to the text, so that it is read aloud and copied too.
func (b *builder) embargo() {
	if text := b.embargoText(); text != "" {
		b.plain("embargo", RoleP, text, briefing.Place{Field: "embargo"}, true)
	}
}

func (b *builder) hasHeadline(sec briefing.Section) bool {
	return b.job.Template.Part(sec.Key).Kind == briefing.HeadlinePart && len(b.s.Blocks(textOf(sec.Key))) > 0
}

func textOf(section string) briefing.Place { return briefing.Place{Section: section, Field: "text"} }

// untitled heads a statement that has no headline by its [Title].
func (b *builder) untitled() {
	from := briefing.Place{}
	if b.s.Title != "" {
		from.Field = "title"
	}
	b.titled = true
	b.plain("title", RoleH1, b.doc.Title, from, true)
}

func (b *builder) section(sec briefing.Section, part briefing.Part) {
	at := textOf(sec.Key)
	if part.Kind == briefing.HeadlinePart && !b.titled {
		b.headline(at)
		return
	}
	if part.ShowHeading && part.Kind != briefing.HeadlinePart {
		b.head("heading", RoleH2, part.HeadingIn(b.s.Language), briefing.Place{})
	}
	style := "text"
	if part.Kind == briefing.DatelinePart {
		style = "dateline"
	}
	b.prose(style, at, part)
	for i := range sec.Topics {
		b.topic(sec, i, part)
	}
	if part.Kind == briefing.ContactsPart {
		b.contacts(sec)
	} else {
		b.people(sec)
	}
	b.list, b.heading = nil, nil
}

// headline joins all paragraphs of the headline into one H1.
func (b *builder) headline(at briefing.Place) {
	var spans []briefing.Span
	for _, block := range b.s.Blocks(at) {
		if len(spans) > 0 {
			spans = append(spans, briefing.Span{Text: "\n"})
		}
		spans = append(spans, block.Spans...)
	}
	if len(spans) == 0 {
		return
	}
	b.titled = true
	title := strings.Join(strings.Fields(b.s.Plain(at)), " ")
	b.add("title", paragraph{role: RoleH1, title: title}, spans, block{keepNext: true})
}

// head has a heading printed before what comes next; where nothing comes, it
// is not printed.
func (b *builder) head(style string, role Role, text string, from briefing.Place) {
	if strings.TrimSpace(text) == "" {
		return
	}
	p := b.paragraph(style, paragraph{role: role, title: text}, []briefing.Span{{Text: text, From: from, End: len(text)}})
	b.heading = &p
}

func (b *builder) topic(sec briefing.Section, i int, part briefing.Part) {
	at := briefing.Place{Section: sec.Key, Item: i + 1, Field: "heading"}
	if part.TopicHeadings && strings.TrimSpace(sec.Topics[i].Heading) != "" {
		b.list = nil
		role, style := RoleH2, "heading"
		if part.ShowHeading && part.HeadingIn(b.s.Language) != "" {
			role, style = RoleH3, "subheading"
		}
		b.plain(style, role, sec.Topics[i].Heading, at, true)
	}
	at.Field = "text"
	b.prose("text", at, part)
}

// prose sets the paragraphs and lists at a place.
func (b *builder) prose(style string, at briefing.Place, part briefing.Part) {
	for _, p := range b.parsed(at) {
		switch {
		case p.Level > 0:
			b.item(p)
		case part.Numbered:
			b.list = nil
			b.numbered(p)
		default:
			b.list = nil
			b.add(style, paragraph{role: RoleP}, p.Spans, block{})
		}
	}
	b.list = nil
}

// parsed is the blocks of prose. They are parsed once, unless facts are filled
// in, which may change.
func (b *builder) parsed(at briefing.Place) []briefing.Block {
	text, _ := b.s.Text(at)
	if briefing.HasPlaceholders(text) {
		return b.s.Blocks(at)
	}
	key := words{at, text}
	blocks, ok := b.blocks.get(key)
	if !ok {
		blocks = b.s.Blocks(at)
		b.blocks.put(key, blocks, len(text)+64)
	}
	return blocks
}

// deepest is how many levels of a list are told apart by their indent.
const deepest = 6

func (b *builder) item(p briefing.Block) {
	indent := b.job.Sheet.Styles["item"].Indent
	level := float64(min(p.Level, deepest))
	b.add("item", paragraph{role: RoleItem, label: "•", labelAt: (level - 0.7) * indent, indent: level * indent}, p.Spans, block{})
}

func (b *builder) numbered(p briefing.Block) {
	b.number++
	indent := b.job.Sheet.Styles["numbered"].Indent
	b.add("numbered", paragraph{role: RoleP, label: strconv.Itoa(b.number) + ".", indent: indent}, p.Spans, block{})
}

// people lists those whom the section's text does not name.
func (b *builder) people(sec briefing.Section) {
	named := namedPeople(string(sec.Text))
	for i, p := range sec.People {
		if !p.Empty() && !named[i+1] {
			if spans := b.fields(sec.Key, i+1, "name", "post", "service"); len(spans) > 0 {
				b.item(briefing.Block{Level: 1, Spans: spans})
			}
		}
	}
	b.list = nil
}

var personNamed = regexp.MustCompile(`\{\{ ?name ([0-9]{1,3}) ?\}\}`)

// namedPeople is the numbers of those whom a text names by a placeholder.
func namedPeople(text string) map[int]bool {
	named := map[int]bool{}
	for _, m := range personNamed.FindAllStringSubmatch(text, -1) {
		n, _ := strconv.Atoi(m[1])
		named[n] = true
	}
	return named
}

// fields joins a person's fields by commas, the name strong.
func (b *builder) fields(section string, n int, names ...string) []briefing.Span {
	var spans []briefing.Span
	for _, f := range names {
		at := briefing.Place{Section: section, Item: n, Field: f}
		text, _ := b.s.Text(at)
		if strings.TrimSpace(text) == "" {
			continue
		}
		if len(spans) > 0 {
			spans = append(spans, briefing.Span{Text: ", "})
		}
		spans = append(spans, briefing.Span{Text: text, Strong: f == "name", From: at, End: len(text)})
	}
	return spans
}

// contacts sets a block of lines for each person, which no page parts.
func (b *builder) contacts(sec briefing.Section) {
	for i, p := range sec.People {
		first := len(b.flow)
		at := briefing.Place{Section: sec.Key, Item: i + 1}
		for _, at.Field = range []string{"name", "post", "service"} {
			if text, _ := b.s.Text(at); strings.TrimSpace(text) != "" {
				b.contact(briefing.Span{Text: text, Strong: at.Field == "name", From: at, End: len(text)})
			}
		}
		at.Field = "phones"
		offset := 0
		for _, phone := range p.Phones {
			b.contact(briefing.Span{Text: phone, Link: phoneLink(phone), From: at, Start: offset, End: offset + len(phone)})
			offset += len(phone) + 1
		}
		at.Field = "email"
		b.contact(briefing.Span{Text: p.Email, Link: mailLink(p.Email), From: at, End: len(p.Email)})
		if last := len(b.flow) - 1; last >= first {
			b.flow[last].keepNext = false
			b.flow[last].after += b.job.Sheet.Styles["contact"].After
		}
	}
}

func (b *builder) contact(s briefing.Span) {
	if strings.TrimSpace(s.Text) == "" {
		return
	}
	first := len(b.flow)
	b.add("contact", paragraph{role: RoleP, ltr: s.Link != ""}, []briefing.Span{s}, block{keepNext: true, keep: true})
	for i := first; i < len(b.flow); i++ {
		if b.flow[i].element.Role == RoleP {
			b.flow[i].after = 0
		}
	}
}

// mailLink is the address that writes to a mailbox, or "" where it is none.
func mailLink(email string) string {
	if !strings.Contains(email, "@") || strings.ContainsAny(email, " \n\t") {
		return ""
	}
	return "mailto:" + strings.ReplaceAll(url.PathEscape(email), "%40", "@")
}

// phoneLink is the address that dials a number: without spaces, and without
// the trunk zero in brackets, which is not dialled from abroad (ITU-T E.123).
func phoneLink(phone string) string {
	digits := strings.Map(func(r rune) rune {
		if r == '+' || '0' <= r && r <= '9' {
			return r
		}
		return -1
	}, strings.NewReplacer("(0)", "", "( 0 )", "").Replace(phone))
	if len(digits) < 3 {
		return ""
	}
	return "tel:" + digits
}

// plain adds a block of plain words.
func (b *builder) plain(style string, role Role, text string, from briefing.Place, keepNext bool) {
	p := paragraph{role: role}
	if role != RoleP {
		p.title = text
	}
	source, _ := b.s.Text(from)
	b.add(style, p, []briefing.Span{{Text: text, From: from, End: len(source)}}, block{keepNext: keepNext})
}

// add sets words and appends them to the flow, after the heading that waits.
func (b *builder) add(style string, p paragraph, spans []briefing.Span, bl block) {
	if b.heading != nil {
		head := b.heading
		b.heading = nil
		b.append(*head, block{keepNext: true})
	}
	b.append(b.paragraph(style, p, spans), bl)
}

func (b *builder) append(p paragraph, bl block) {
	s := b.setting(&p)
	if s == nil || len(s.rows) == 0 {
		return
	}
	bl.setting, bl.before, bl.after = s, p.style.Before, bl.after+p.style.After
	b.flow = append(b.flow, bl)
	if s.element.Role != RoleItem {
		b.afterList()
		b.doc.Root.Kids = append(b.doc.Root.Kids, s.element)
		return
	}
	if b.list == nil {
		b.list = b.doc.Root.add(RoleList)
	}
	b.list.Kids = append(b.list.Kids, s.element)
}

// afterList parts the paragraph that was just added from the list before it.
func (b *builder) afterList() {
	if n := len(b.flow) - 2; n >= 0 && b.flow[n].element.Role == RoleItem {
		b.flow[n].after = max(b.flow[n].after, b.job.Sheet.Styles["text"].After)
	}
}

// setting sets a paragraph, or returns nil after an error. A document never
// has the same setting twice, for each is an element of its own.
func (b *builder) setting(p *paragraph) *setting {
	for again := 0; b.err == nil; again++ {
		s, err := b.set(p, again, &b.glyphs)
		if err != nil {
			b.err = err
			break
		}
		if !b.used[s] {
			b.used[s] = true
			return s
		}
	}
	return nil
}

func (e *Element) add(role Role) *Element {
	kid := &Element{Role: role}
	e.Kids = append(e.Kids, kid)
	return kid
}

// paragraph completes a paragraph by its style and its words.
func (b *builder) paragraph(style string, p paragraph, spans []briefing.Span) paragraph {
	sheet := &b.job.Sheet
	p.style, p.measure = sheet.Styles[style], sheet.measure()
	p.lang, p.rtl, p.hanging = b.s.Language, b.doc.RTL, sheet.Hanging && !b.doc.RTL
	p.style.Ragged = p.style.Ragged || sheet.Ragged
	if b.doc.RTL {
		p.style.Figures = ""
		if sheet.Turned > 0 {
			p.style.Size *= sheet.Turned
		}
	}
	p.pieces = make([]piece, 0, len(spans))
	for _, s := range spans {
		p.pieces = append(p.pieces, b.piece(&p.style, s))
	}
	return p
}

func (b *builder) piece(style *Style, s briefing.Span) piece {
	pc := piece{
		text: s.Text, dress: dress{family: b.family(style, s), figures: style.figures(), lang: b.s.Language},
		color: style.Color.ink(), from: s.From, start: s.Start, end: s.End,
		literal: s.End-s.Start == len(s.Text),
	}
	if s.Language != "" {
		pc.lang, pc.dress.lang = s.Language, s.Language
	}
	switch {
	case s.Gap:
		pc.color = b.job.Sheet.Gap.ink()
	case linkable(s.Link):
		pc.link, pc.color = s.Link, b.job.Sheet.Accent.ink()
	}
	return pc
}

// linkable reports whether an address may be clicked in a document that is
// sent to the press.
func linkable(link string) bool {
	u, err := url.Parse(link)
	return err == nil && slices.Contains([]string{"http", "https", "mailto", "tel"}, strings.ToLower(u.Scheme)) &&
		(u.Host != "" || u.Opaque != "")
}

// family is the faces for a span; a look that the sheet does not name is set
// like the plain one.
func (b *builder) family(style *Style, s briefing.Span) *family {
	name := style.Face
	if s.Strong {
		name += "-bold"
	}
	if s.Emphasis {
		name += "-italic"
	}
	names := b.job.Sheet.Faces[name]
	if len(names) == 0 {
		names = b.job.Sheet.Faces[style.Face]
	}
	if len(names) == 0 && b.err == nil {
		b.err = fmt.Errorf("the sheet names no faces for %q", style.Face)
	}
	return b.faces.family(names)
}
