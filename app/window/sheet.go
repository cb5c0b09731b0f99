package window

import (
	"image"
	"image/color"
	"slices"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/briefing/page"
	"delegation-briefing/briefing/press"
)

// sheet is one page on the screen. Fyne asks it for its picture when it comes
// into sight, in the pixels of the display; until the studio has drawn it, the
// page looks as it did before. A sheet must not be Scrollable: Fyne 2.8.0 draws
// what scrolls even where it is out of sight.
type sheet struct {
	widget.BaseWidget
	proof  *proof
	page   *page.Page
	raster *canvas.Raster
	print  *impression
}

// impression is a page drawn. Its picture is never changed while it hangs.
type impression struct {
	page    *page.Page
	picture *image.RGBA
}

var (
	_ fyne.Tappable      = (*sheet)(nil)
	_ desktop.Cursorable = (*sheet)(nil)
)

func newSheet(p *proof) *sheet {
	s := &sheet{proof: p}
	s.raster = canvas.NewRaster(s.picture)
	s.raster.ScaleMode = canvas.ImageScalePixels // it is made for the pixels it stands on
	s.ExtendBaseWidget(s)
	return s
}

// set shows another page; the same page stays as it is. Where the sheet is in
// sight the page is drawn at once, as large as the one before, and not when
// Fyne asks for it: that would be a frame later.
func (s *sheet) set(pg *page.Page) {
	if s.page == pg {
		return
	}
	s.page = pg
	if s.print != nil && s.proof.sees(s) {
		box := s.print.picture.Rect
		s.proof.studio.order(order{s, pg, box.Dx(), box.Dy()})
		return
	}
	s.raster.Refresh()
}

// picture is what there is to show now, in so many pixels.
func (s *sheet) picture(width, height int) image.Image {
	if width < 2 || height < 2 {
		return blankPage
	}
	if s.print == nil || s.print.page != s.page || s.print.picture.Rect.Dx() != width {
		s.proof.studio.order(order{s, s.page, width, height})
	}
	if s.print == nil {
		return blankPage
	}
	return s.print.picture
}

// blankPage is stretched over the sheet.
var blankPage = func() *image.RGBA {
	dot := image.NewRGBA(image.Rect(0, 0, 1, 1))
	dot.Set(0, 0, color.White)
	return dot
}()

// hang shows a print, if it is still of the page that is shown. What hung there
// before can be drawn on again: Fyne has taken it over, dot by dot.
func (s *sheet) hang(p *impression) {
	if p.page != s.page {
		s.proof.studio.spare(p)
		return
	}
	s.proof.studio.spare(s.print)
	s.print = p
	s.raster.Refresh()
}

// Tapped leads to the words under the pointer.
func (s *sheet) Tapped(e *fyne.PointEvent) {
	k := s.proof.perPoint()
	at, offset, ok := s.page.Hit(float64(e.Position.X/k), float64(e.Position.Y/k))
	if ok {
		s.proof.onHit(at, offset)
	}
}

// Cursor is called by Fyne.
func (s *sheet) Cursor() desktop.Cursor { return desktop.TextCursor }

// CreateRenderer is called by Fyne.
func (s *sheet) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(s.raster)
}

// studio draws pages on a goroutine of its own, which lasts as long as there
// is work. Everything else about it belongs to the window's goroutine.
type studio struct {
	bring func(func()) // back to the window's goroutine

	drawn latest[[]hanging]

	mu      sync.Mutex
	orders  []order
	spares  []*image.RGBA // pictures that hang nowhere any more
	working bool

	kept []*sheet // those with a print, the latest last
}

// order is a page to be drawn in so many pixels.
type order struct {
	sheet         *sheet
	page          *page.Page
	width, height int
}

// hanging is a print for its sheet.
type hanging struct {
	sheet *sheet
	print *impression
}

func newStudio() *studio { return &studio{bring: fyne.Do, drawn: newLatest[[]hanging]()} }

// order asks for a print. It replaces what was ordered for the same sheet.
func (s *studio) order(o order) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.orders = slices.DeleteFunc(s.orders, func(other order) bool { return other.sheet == o.sheet })
	s.orders = append(s.orders, o)
	if !s.working {
		s.working = true
		go s.work()
	}
}

// work draws what is ordered and brings it all at once.
func (s *studio) work() {
	for {
		s.mu.Lock()
		orders := s.orders
		s.orders, s.working = nil, len(orders) > 0
		s.mu.Unlock()
		if len(orders) == 0 {
			return
		}
		prints, _ := s.drawn.take(0) // that nobody has collected yet
		for _, o := range orders {
			p := &impression{o.page, s.paper(image.Rect(0, 0, o.width, o.height))}
			press.DrawProof(p.picture, o.page, float64(o.width)/o.page.Width)
			prints = append(prints, hanging{o.sheet, p})
		}
		s.drawn.put(prints)
		s.bring(func() { s.collect(0) })
	}
}

// collect hangs what is drawn, and waits for it no longer than it may.
func (s *studio) collect(wait time.Duration) {
	if s.idle() {
		wait = 0
	}
	prints, _ := s.drawn.take(wait)
	for _, p := range prints {
		p.sheet.hang(p.print)
		s.keep(p.sheet)
	}
}

// idle reports whether nothing is being drawn.
func (s *studio) idle() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return !s.working
}

// paper is what a page is drawn on. A page on the screen takes more than a
// megabyte, so what hung there two keys ago is used again. Pages are mostly of
// one size: what has another is of a zoom that was left.
func (s *studio) paper(size image.Rectangle) *image.RGBA {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, p := range s.spares {
		if p.Rect == size {
			s.spares = slices.Delete(s.spares, i, i+1)
			return p
		}
	}
	s.spares = nil
	return image.NewRGBA(size)
}

// spare takes a print back that is not shown any more; nil is none.
func (s *studio) spare(p *impression) {
	if p == nil {
		return
	}
	const most = 2
	s.mu.Lock()
	defer s.mu.Unlock()
	s.spares = append(s.spares, p.picture)
	s.spares = s.spares[max(0, len(s.spares)-most):]
}

// keep remembers a sheet and lets the print go that was in sight longest ago:
// a large page takes more memory than all the rest of the window.
func (s *studio) keep(latest *sheet) {
	const most = 4
	s.kept = append(slices.DeleteFunc(s.kept, func(other *sheet) bool { return other == latest }), latest)
	for len(s.kept) > most {
		s.kept[0].print = nil
		s.kept = s.kept[1:]
	}
}
