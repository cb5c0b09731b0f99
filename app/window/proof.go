package window

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/page"
	"delegation-briefing/briefing/press"
)

// proof shows the pages as they will be printed.
type proof struct {
	content fyne.CanvasObject
	scroll  *container.Scroll
	pages   *fyne.Container
	onHit   func(at briefing.Place, offset int)

	doc    *page.Document
	sheets []*sheetView
	factor float32 // of the zoom; 0: as wide as the pane
	caret  *canvas.Rectangle
}

func newProof(onHit func(at briefing.Place, offset int)) *proof {
	p := &proof{onHit: onHit, caret: canvas.NewRectangle(color.NRGBA{184, 134, 47, 90})}
	p.pages = container.New(&sheets{p})
	p.scroll = container.NewScroll(p.pages)
	p.content = p.scroll
	p.caret.Hide()
	return p
}

// show puts other pages up. Those that did not change are not drawn again.
func (p *proof) show(doc *page.Document) {
	p.doc = doc
	for i, pg := range doc.Pages {
		if i == len(p.sheets) {
			p.sheets = append(p.sheets, newSheetView(p))
		}
		p.sheets[i].set(pg)
	}
	p.sheets = p.sheets[:len(doc.Pages)]
	p.arrange()
}

func (p *proof) clear() {
	p.doc, p.sheets = nil, nil
	p.arrange()
}

func (p *proof) arrange() {
	objects := make([]fyne.CanvasObject, 0, len(p.sheets)+1)
	for _, s := range p.sheets {
		objects = append(objects, s)
	}
	p.pages.Objects = append(objects, p.caret)
	p.pages.Refresh()
	p.scroll.Refresh()
}

// zoom makes the pages larger or smaller; fit makes them as wide as the pane.
func (p *proof) zoom(by float32) {
	if p.factor == 0 {
		p.factor = p.perPoint()
	}
	p.factor = min(max(p.factor*by, 0.3), 5)
	p.arrange()
}

func (p *proof) fit() {
	p.factor = 0
	p.arrange()
}

// perPoint is how large a point of paper is in the window.
func (p *proof) perPoint() float32 {
	if p.factor > 0 {
		return p.factor
	}
	if p.doc == nil || len(p.doc.Pages) == 0 {
		return 1
	}
	return max(0.2, (p.scroll.Size().Width-2*sheetMargin-4)/float32(p.doc.Pages[0].Width))
}

// mark shows where the caret is on the page and scrolls there if need be.
func (p *proof) mark(at briefing.Place, offset int) {
	p.caret.Hide()
	if p.doc == nil {
		return
	}
	spot, ok := p.doc.Caret(at, offset)
	if !ok || spot.Page >= len(p.sheets) {
		p.pages.Refresh()
		return
	}
	k := p.perPoint()
	origin := p.sheets[spot.Page].Position()
	p.caret.Move(fyne.NewPos(sheetMargin/2, origin.Y+float32(spot.Top)*k))
	p.caret.Resize(fyne.NewSize(4, float32(spot.Bottom-spot.Top)*k))
	p.caret.Show()
	p.pages.Refresh()
	y := origin.Y + float32(spot.Top)*k
	if top, height := p.scroll.Offset.Y, p.scroll.Size().Height; y < top || y > top+height-40 {
		p.scroll.ScrollToOffset(fyne.NewPos(p.scroll.Offset.X, max(0, y-height/3)))
	}
}

const sheetMargin = 16

// sheets lays the pages out below each other.
type sheets struct{ proof *proof }

func (l *sheets) MinSize([]fyne.CanvasObject) fyne.Size {
	k := l.proof.perPoint()
	size := fyne.NewSize(0, sheetMargin)
	for _, s := range l.proof.sheets {
		size.Width = max(size.Width, float32(s.page.Width)*k+2*sheetMargin)
		size.Height += float32(s.page.Height)*k + sheetMargin
	}
	if l.proof.factor == 0 {
		size.Width = 100
	}
	return size
}

func (l *sheets) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	k := l.proof.perPoint()
	y := float32(sheetMargin)
	for _, s := range l.proof.sheets {
		width, height := float32(s.page.Width)*k, float32(s.page.Height)*k
		s.Move(fyne.NewPos(max(sheetMargin, (size.Width-width)/2), y))
		s.Resize(fyne.NewSize(width, height))
		y += height + sheetMargin
	}
}

// sheetView is one page on the screen. It draws itself as sharp as the screen
// is, when it is first seen at a size.
type sheetView struct {
	widget.BaseWidget
	proof  *proof
	page   *page.Page
	raster *canvas.Raster
	drawn  *image.RGBA
	of     *page.Page
}

func newSheetView(p *proof) *sheetView {
	s := &sheetView{proof: p}
	s.raster = canvas.NewRaster(s.draw)
	s.ExtendBaseWidget(s)
	return s
}

func (s *sheetView) set(pg *page.Page) {
	if s.page != pg {
		s.page = pg
		s.raster.Refresh()
	}
}

// draw is called with the size in pixels of the screen.
func (s *sheetView) draw(width, height int) image.Image {
	if s.page == nil || width < 2 || height < 2 {
		return image.NewUniform(color.White)
	}
	if s.drawn == nil || s.of != s.page || s.drawn.Rect.Dx() != width {
		s.drawn, s.of = image.NewRGBA(image.Rect(0, 0, width, height)), s.page
		press.DrawProof(s.drawn, s.page, float64(width)/s.page.Width)
	}
	return s.drawn
}

// Tapped is called by Fyne. It leads to the words under the pointer.
func (s *sheetView) Tapped(e *fyne.PointEvent) {
	k := float64(s.Size().Width) / s.page.Width
	if math.IsInf(k, 0) || k == 0 {
		return
	}
	at, offset, ok := s.page.Hit(float64(e.Position.X)/k, float64(e.Position.Y)/k)
	if ok {
		s.proof.onHit(at, offset)
	}
}

// CreateRenderer is called by Fyne.
func (s *sheetView) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(s.raster)
}
