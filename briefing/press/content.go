package press

import (
	"image/color"
	"math"
	"strconv"

	"delegation-briefing/briefing/page"
	"delegation-briefing/briefing/press/internal/pdf"
)

// sheet is a page set in PDF operators.
type sheet struct {
	page    *page.Page
	survey  survey
	pieces  []piece         // the content, parted by its pictures
	packed  []byte          // the content as a finished stream; nil: not packed yet
	marks   []*page.Element // whose content each marked passage is
	links   []area
	figures []area
	heads   []head
}

// piece is a part of a page's content and the picture behind it.
type piece struct {
	operators string
	picture   *page.Picture // nil: none
}

// area is where a link can be clicked or a figure stands.
type area struct {
	element                  *page.Element
	left, top, right, bottom float64
}

// head is where an element begins that may stand in the outline.
type head struct {
	element *page.Element
	y       float64
}

// content writes the operators of one page. Marked passages (ISO 32000-1
// §14.6) do not nest: each begins where the element or the kind of artifact
// changes.
type content struct {
	*sheet
	fonts  map[*page.Face]*font
	linkOf map[*page.Element]*page.Element // the link that an element is, or is in
	b      []byte

	open   passage
	face   *page.Face
	size   float64
	color  color.NRGBA
	inText bool // inside BT … ET
	pen    pen
}

// passage is what is being marked: an element's content or an artifact.
type passage struct {
	marked   bool
	element  *page.Element
	artifact page.Artifact
}

// usualPage is how many bytes of operators a full page has.
const usualPage = 16 << 10

// setPage sets a page. Watermarks come first, so that they lie below the words.
func setPage(p *page.Page, s survey, fonts map[*page.Face]*font, linkOf map[*page.Element]*page.Element) *sheet {
	c := content{
		sheet: &sheet{page: p, survey: s}, fonts: fonts, linkOf: linkOf,
		b: make([]byte, 0, usualPage), color: color.NRGBA{A: 255},
	}
	for _, below := range []bool{true, false} {
		for _, item := range p.Items {
			if below == isWatermark(item) {
				c.item(item)
			}
		}
	}
	c.mark(passage{})
	c.pieces = append(c.pieces, piece{operators: string(c.b)})
	return c.sheet
}

func isWatermark(item page.Item) bool {
	text, ok := item.(*page.Text)
	return ok && text.Element == nil && text.Artifact == page.Watermark
}

func (c *content) item(item page.Item) {
	switch item := item.(type) {
	case *page.Text:
		if len(item.Glyphs) > 0 {
			c.text(item)
		}
	case *page.Rule:
		c.rule(item)
	case *page.Picture:
		c.picture(item)
	}
}

func (c *content) text(t *page.Text) {
	c.mark(passage{true, t.Element, t.Artifact})
	c.beginText()
	c.paint(t.Color)
	c.line(t)
	c.glyphs(t)
	if t.Element == nil {
		return
	}
	c.head(t)
	if a := c.linkOf[t.Element]; a != nil {
		c.link(a, t)
	}
}

// line brings the pen to where the run begins, unless the run goes on with the
// line that is being written.
func (c *content) line(t *page.Text) {
	if c.pen.writing && t.Face == c.face && t.Size == c.size && t.Y == c.pen.y {
		return
	}
	c.endLine()
	if t.Face != c.face || t.Size != c.size {
		c.b = pdf.Append(c.b, c.fonts[t.Face].key)
		c.numbers(" Tf\n", t.Size)
		c.face, c.size = t.Face, t.Size
	}
	c.pen = pen{writing: true, x: t.X + float64(t.Glyphs[0].X), y: t.Y, codes: c.pen.codes}
	c.b = append(c.b, "1 0 0 1"...)
	c.numbers(" Tm[", c.pen.x, c.page.Height-t.Y)
}

// pen is where the next glyph would stand on the line that is being written.
type pen struct {
	writing bool // inside [ … ]TJ
	x, y    float64
	rise    float32
	drift   float64 // what rounding has left out, in thousandths of an em
	codes   []byte  // not written yet
}

// maxDrift is how far rounding may take a glyph from its place, in thousandths
// of an em. To let it gives equal spaces equal numbers, which pack better.
const maxDrift = 2

// glyphs shows a run.
func (c *content) glyphs(t *page.Text) {
	font, perPoint := c.fonts[t.Face], 1000/t.Size
	for i := range t.Glyphs {
		g := &t.Glyphs[i]
		if g.Y != c.pen.rise {
			c.flush()
			c.b = append(c.b, "]TJ"...)
			c.numbers(" Ts[", -float64(g.Y))
			c.pen.rise = g.Y
		}
		x := t.X + float64(g.X)
		c.move((c.pen.x - x) * perPoint)
		code := font.code(g.ID, g.Text)
		c.pen.codes = append(c.pen.codes, byte(code>>8), byte(code))
		c.pen.x = x + float64(font.glyphs[g.ID].width)/perPoint
	}
}

// move moves the pen back by thousandths of an em.
func (c *content) move(back float64) {
	rounded := math.Round(back)
	c.pen.drift += back - rounded
	if math.Abs(c.pen.drift) > maxDrift {
		rounded += math.Round(c.pen.drift)
		c.pen.drift -= math.Round(c.pen.drift)
	}
	if rounded != 0 {
		c.flush()
		c.b = strconv.AppendInt(c.b, int64(rounded), 10)
	}
}

// flush writes the codes that wait.
func (c *content) flush() {
	if len(c.pen.codes) > 0 {
		c.b = pdf.AppendString(c.b, c.pen.codes)
		c.pen.codes = c.pen.codes[:0]
	}
}

func (c *content) endLine() {
	if !c.pen.writing {
		return
	}
	c.flush()
	c.b = append(c.b, "]TJ\n"...)
	if c.pen.rise != 0 {
		c.b = append(c.b, "0 Ts\n"...)
	}
	c.pen = pen{codes: c.pen.codes}
}

func (c *content) beginText() {
	if !c.inText {
		c.b = append(c.b, "BT\n"...)
		c.inText = true
	}
}

func (c *content) endText() {
	c.endLine()
	if c.inText {
		c.b = append(c.b, "ET\n"...)
		c.inText = false
	}
}

func (c *content) rule(r *page.Rule) {
	c.mark(passage{marked: true, artifact: page.Decoration})
	c.endText()
	c.paint(r.Color)
	c.numbers(" re f\n", r.X, c.page.Height-r.Y-r.Height, r.Width, r.Height)
}

// picture ends the piece; gofpdf draws the picture before the next one.
func (c *content) picture(p *page.Picture) {
	c.mark(passage{true, p.Element, page.Decoration})
	c.endText()
	c.pieces = append(c.pieces, piece{string(c.b), p})
	c.b = nil
	if p.Element != nil {
		c.figures = append(c.figures, area{p.Element, p.X, p.Y, p.X + p.Width, p.Y + p.Height})
	}
}

// mark ends the open passage and begins another, unless it goes on.
func (c *content) mark(p passage) {
	if p.element != nil {
		p.artifact = page.Content
	}
	if p == c.open {
		return
	}
	c.endText()
	if c.open.marked {
		c.b = append(c.b, "EMC\n"...)
	}
	switch {
	case p.element != nil:
		c.b = pdf.Append(c.b, pdf.Name(role(p.element)))
		c.b = append(c.b, "<</MCID "...)
		c.b = strconv.AppendInt(c.b, int64(len(c.marks)), 10)
		c.b = append(c.b, ">>BDC\n"...)
		c.marks = append(c.marks, p.element)
	case p.marked:
		c.b = append(c.b, "/Artifact"+artifacts[p.artifact]+"BDC\n"...)
	}
	c.open = p
}

var artifacts = map[page.Artifact]string{
	page.Content:    "<</Type/Layout>>",
	page.Header:     "<</Type/Pagination/Subtype/Header/Attached[/Top]>>",
	page.Footer:     "<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>",
	page.Watermark:  "<</Type/Pagination/Subtype/Watermark>>",
	page.Decoration: "<</Type/Layout>>",
}

// paint sets the colour.
func (c *content) paint(ink color.NRGBA) {
	if ink = onPaper(ink); ink == c.color {
		return
	}
	c.endLine()
	c.color = ink
	if ink.R == ink.G && ink.G == ink.B {
		c.numbers(" g\n", float64(ink.R)/255)
		return
	}
	c.numbers(" rg\n", float64(ink.R)/255, float64(ink.G)/255, float64(ink.B)/255)
}

// onPaper is what a translucent colour looks like on white paper. Nothing is
// printed through anything else, so files need no transparency.
func onPaper(c color.NRGBA) color.NRGBA {
	mixed := func(v uint8) uint8 { return uint8(255 - (255-int(v))*int(c.A)/255) }
	return color.NRGBA{mixed(c.R), mixed(c.G), mixed(c.B), 255}
}

// numbers writes operands and what follows them.
func (c *content) numbers(operator string, operands ...float64) {
	for _, x := range operands {
		if n := len(c.b); n > 0 && c.b[n-1] != '\n' {
			c.b = append(c.b, ' ')
		}
		c.b = pdf.AppendNumber(c.b, x)
	}
	c.b = append(c.b, operator...)
}

// head remembers where a heading begins.
func (c *content) head(t *page.Text) {
	if t.Element.Title == "" {
		return
	}
	if n := len(c.heads); n == 0 || c.heads[n-1].element != t.Element {
		c.heads = append(c.heads, head{t.Element, t.Y - t.Size})
	}
}

// link makes the run's place a link, or widens the place before it on the
// same line.
func (c *content) link(a *page.Element, t *page.Text) {
	l := area{element: a, left: math.Inf(1), top: t.Y - 0.8*t.Size, right: math.Inf(-1), bottom: t.Y + 0.25*t.Size}
	for i := range t.Glyphs {
		g := &t.Glyphs[i]
		l.left = min(l.left, t.X+float64(g.X))
		l.right = max(l.right, t.X+float64(g.X)+float64(g.Advance))
	}
	if n := len(c.links); n > 0 {
		last := &c.links[n-1]
		if last.element == a && last.top < l.bottom && l.top < last.bottom {
			last.left, last.right = min(last.left, l.left), max(last.right, l.right)
			last.top, last.bottom = min(last.top, l.top), max(last.bottom, l.bottom)
			return
		}
	}
	c.links = append(c.links, l)
}
