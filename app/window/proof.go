package window

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/page"
)

// proof shows the pages as they will be printed, and where on them the caret
// is. Above them it says how many there are, and whether that is too many.
type proof struct {
	content *fyne.Container
	onHit   func(at briefing.Place, offset int) // a click on words
	leave   func()                              // back to the text

	doc    *page.Document
	older  bool   // the pages are of earlier words: those of now cannot be set
	of     string // the statement that the pages are of
	most   int    // pages that the statement should not exceed; 0: any number
	sheets []*sheet
	studio *studio

	scroll *container.Scroll
	keys   *turning
	pages  *fyne.Container
	bar    *fyne.Container
	count  *widget.Label
	scale  *widget.Label
	pairs  *button // pressed while pages stand in pairs

	factor float32 // units for a point of paper; 0: as the pane allows
	whole  bool    // then whole pages are seen, not their width alone
	facing bool    // two pages side by side

	at     briefing.Place // of the caret
	offset int
	caret  *canvas.Rectangle
	line   *canvas.Rectangle
	veil   *canvas.Rectangle // over pages of earlier words
}

func newProof(onHit func(at briefing.Place, offset int), leave func()) *proof {
	p := &proof{onHit: onHit, leave: leave, studio: newStudio()}
	p.caret, p.line = canvas.NewRectangle(onPaper), canvas.NewRectangle(onPaper)
	p.line.FillColor = lineOnPaper
	p.veil = canvas.NewRectangle(fade(onVeil, 0xA0))
	p.veil.Hide()
	p.pages = container.New(&spread{p})
	p.scroll = container.NewScroll(p.pages)
	p.bar, p.keys = p.makeBar(), newTurning(p)
	p.content = container.New(headed{}, p.bar, container.NewStack(p.keys, p.scroll, p.veil, newWheel(p)))
	p.clear()
	return p
}

// The marks on the pages, which are white in a dark window too.
var (
	onPaper     = rgb(0x2F6BB8)
	lineOnPaper = fade(onPaper, 0x20)
	onVeil      = rgb(0x808080)
)

func (p *proof) makeBar() *fyne.Container {
	p.count = widget.NewLabel("")
	p.scale = widget.NewLabel("")
	p.scale.SizeName = theme.SizeNameCaptionText
	quiet := func(label string, do func()) *button {
		b := newButton(label, do)
		b.Importance = widget.LowImportance
		return b
	}
	p.pairs = quiet(L("Facing pages"), func() { p.face(!p.facing) })
	return container.New(proofBar{count: p.count},
		container.NewHBox(quiet("−", func() { p.zoom(0.8) }), container.NewCenter(p.scale), quiet("+", func() { p.zoom(1.25) })),
		quiet(L("Width"), p.fit), quiet(L("Whole page"), p.fitPage),
		p.pairs, p.count,
	)
}

// show puts other pages up. Those that did not change are not drawn again.
func (p *proof) show(doc *page.Document) {
	p.doc = doc
	p.age(false)
	for i, pg := range doc.Pages {
		if i == len(p.sheets) {
			p.sheets = append(p.sheets, newSheet(p))
		}
		p.sheets[i].set(pg)
	}
	p.sheets = p.sheets[:len(doc.Pages)]
	p.arrange()
}

// age says whether the pages are of earlier words, and veils them then.
func (p *proof) age(older bool) {
	if p.older == older {
		return
	}
	p.older = older
	p.veil.Hidden = !older
	p.veil.Refresh()
	p.putCaret()
	p.tell()
}

// sees reports whether a sheet is in sight.
func (p *proof) sees(s *sheet) bool {
	top, shown := s.Position().Y-p.scroll.Offset.Y, p.scroll.Size().Height
	return top < shown && top+s.Size().Height > 0
}

// clear takes the pages away.
func (p *proof) clear() {
	p.doc, p.sheets = nil, nil
	p.age(false)
	p.at, p.offset = briefing.Place{}, 0
	p.arrange()
}

// limit sets how many pages the statement should not exceed; 0 sets none.
func (p *proof) limit(pages int) {
	p.most = pages
	p.tell()
}

// arrange lays out what there is now.
func (p *proof) arrange() {
	p.pages.Objects = p.pages.Objects[:0:0]
	for _, s := range p.sheets {
		p.pages.Objects = append(p.pages.Objects, s)
	}
	p.pages.Objects = append(p.pages.Objects, p.line, p.caret)
	p.pages.Refresh()
	p.scroll.Refresh()
	p.tell()
}

// tell says how many pages there are, and how much is too much.
func (p *proof) tell() {
	text, importance := "", widget.MediumImportance
	switch {
	case p.doc == nil:
	case p.older:
		text, importance = L("Pages of earlier words"), widget.WarningImportance
	default:
		text = N("pages", len(p.doc.Pages))
		if over := len(p.doc.Pages) - p.most; p.most > 0 && over > 0 {
			text += L(" – %s too long", N("lines", linesFrom(p.doc.Pages[p.most:])))
			importance = widget.WarningImportance
		}
	}
	p.count.Importance = importance
	p.count.SetText(text)
	p.scale.SetText(percent(p.perPoint()))
	p.pairs.choose(L("Facing pages"), p.facing)
	p.content.Layout.Layout(p.content.Objects, p.content.Size()) // the bar may need another line
}

// linesFrom counts the lines of print on pages, without their heads and feet.
func linesFrom(pages []*page.Page) int {
	n := 0
	for _, pg := range pages {
		lines := map[int]bool{}
		for _, item := range pg.Items {
			if t, ok := item.(*page.Text); ok && t.Element != nil {
				lines[int(math.Round(t.Y))] = true
			}
		}
		n += len(lines)
	}
	return n
}

// zoom makes the pages larger or smaller.
func (p *proof) zoom(by float32) {
	p.factor = min(max(p.perPoint()*by, 0.25), 5)
	p.resized()
}

// fit makes the pages as wide as the pane.
func (p *proof) fit() {
	p.factor, p.whole = 0, false
	p.resized()
}

// fitPage shows a page as a whole.
func (p *proof) fitPage() {
	p.factor, p.whole = 0, true
	p.resized()
}

// face shows two pages side by side, or one below the other.
func (p *proof) face(facing bool) {
	p.facing = facing
	p.resized()
}

func (p *proof) resized() {
	p.arrange()
	p.follow()
}

// perPoint is how large a point of paper is in the window.
func (p *proof) perPoint() float32 {
	if p.factor > 0 {
		return p.factor
	}
	if p.doc == nil || len(p.doc.Pages) == 0 {
		return 1
	}
	across, pane := float32(p.columns()), p.scroll.Size()
	pg := p.doc.Pages[0]
	k := (pane.Width - (across+1)*margin) / (across * float32(pg.Width))
	if p.whole {
		k = min(k, (pane.Height-2*margin)/float32(pg.Height))
	}
	return max(0.2, k)
}

// pixels rounds a length to whole pixels of the display. A page that is not as
// large as its picture is drawn with a row left out, through the middle of a
// line of print.
func (p *proof) pixels(length float32) float32 {
	const far = 10_000
	on := fyne.CurrentApp().Driver().CanvasForObject(p.pages)
	if on == nil {
		return length
	}
	across, _ := on.PixelCoordinateForPosition(fyne.NewPos(far, 0))
	dense := float32(across) / far
	return float32(math.Round(float64(length*dense))) / dense
}

func (p *proof) columns() int {
	if p.facing {
		return 2
	}
	return 1
}

// mark shows where the caret is on the pages, and brings it into sight.
func (p *proof) mark(at briefing.Place, offset int) {
	p.at, p.offset = at, offset
	p.pages.Layout.Layout(p.pages.Objects, p.pages.Size())
	p.follow()
}

// putCaret puts the caret, and a band along its line, on the page.
func (p *proof) putCaret() {
	spot, ok := page.Spot{}, false
	if p.doc != nil && !p.older {
		spot, ok = p.doc.Caret(p.at, p.offset)
	}
	p.caret.Hidden, p.line.Hidden = !ok, !ok
	if !ok || spot.Page >= len(p.sheets) {
		return
	}
	k, sheet := p.perPoint(), p.sheets[spot.Page]
	top := sheet.Position().Y + float32(spot.Top)*k
	high := max(4, float32(spot.Bottom-spot.Top)*k)
	p.caret.Move(fyne.NewPos(sheet.Position().X+float32(spot.X)*k-1, top))
	p.caret.Resize(fyne.NewSize(2, high))
	p.line.Move(fyne.NewPos(sheet.Position().X, top))
	p.line.Resize(fyne.NewSize(sheet.Size().Width, high))
}

// follow scrolls so far that the caret is in sight.
func (p *proof) follow() {
	if p.caret.Hidden {
		return
	}
	pane, at := p.scroll.Size(), p.caret.Position()
	to := p.scroll.Offset
	if y := at.Y; y < to.Y+margin || y+p.caret.Size().Height > to.Y+pane.Height-margin {
		to.Y = y - pane.Height/3
	}
	if x := at.X; x < to.X || x > to.X+pane.Width-margin {
		to.X = x - pane.Width/2
	}
	if to != p.scroll.Offset {
		p.scroll.ScrollToOffset(fyne.NewPos(max(0, to.X), max(0, to.Y)))
	}
}

// proofBar puts the count of pages on the left and the tools on the right, or
// below it where there is no room beside it.
type proofBar struct {
	count fyne.CanvasObject
	flow
}

// tools are all but the count, and whether they stand beside it at a width.
func (b proofBar) tools(objects []fyne.CanvasObject, width float32) (tools []fyne.CanvasObject, wide float32, beside bool) {
	for _, o := range objects {
		if o != b.count {
			tools = append(tools, o)
			wide += o.MinSize().Width
		}
	}
	return tools, wide, b.count.MinSize().Width+wide <= width
}

func (b proofBar) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	tools, _, beside := b.tools(objects, width)
	high := b.count.MinSize().Height
	if beside {
		return max(high, b.flow.heightFor(tools, width))
	}
	return high + b.flow.heightFor(tools, width)
}

// Layout is called by Fyne.
func (b proofBar) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	tools, wide, beside := b.tools(objects, size.Width)
	words := b.count.MinSize()
	left, top := float32(0), words.Height
	if beside {
		left, top = size.Width-wide, 0
		b.count.Move(fyne.NewPos(0, (size.Height-words.Height)/2))
	} else {
		b.count.Move(fyne.Position{})
	}
	b.count.Resize(words)
	b.lines(tools, size.Width-left, func(o fyne.CanvasObject, x, y float32) {
		o.Move(fyne.NewPos(left+x, top+y))
		o.Resize(o.MinSize())
	})
}

// spread lays the pages out, below one another or in pairs.
type spread struct{ *proof }

// margin is the space around a page.
const margin = 14

// MinSize is called by Fyne.
func (s *spread) MinSize([]fyne.CanvasObject) fyne.Size {
	k, across := s.perPoint(), s.columns()
	size := fyne.NewSize(0, margin)
	for i := 0; i < len(s.sheets); i += across {
		pg := s.sheets[i].page
		size.Width = max(size.Width, float32(across)*(float32(pg.Width)*k+margin)+margin)
		size.Height += float32(pg.Height)*k + margin
	}
	if s.factor == 0 {
		size.Width = 0 // as wide as the pane is; never what keeps it wide
	}
	return size
}

// Layout is called by Fyne.
func (s *spread) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	p := s.proof
	k, across := s.perPoint(), s.columns()
	y := float32(margin)
	for i := 0; i < len(s.sheets); i += across {
		row := s.sheets[i:min(i+across, len(s.sheets))]
		width, height := float32(row[0].page.Width)*k, float32(row[0].page.Height)*k
		left := max(margin, (size.Width-float32(across)*(width+margin)+margin)/2)
		for j, sheet := range row {
			column := j
			if across > 1 && s.doc != nil && s.doc.RTL {
				column = across - 1 - j
			}
			sheet.Move(fyne.NewPos(left+float32(column)*(width+margin), y))
			sheet.Resize(fyne.NewSize(p.pixels(width), p.pixels(height)))
		}
		y += height + margin
	}
	s.putCaret()
	s.scale.SetText(percent(k))
}
