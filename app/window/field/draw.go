package field

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// band is the part of the field that can be seen.
type band struct{ top, bottom float32 }

// ShowBand says which part of the field can be seen, from its own upper end;
// the rest is not drawn. Whoever scrolls a long field calls it. Two zeros show
// everything.
func (f *Field) ShowBand(top, bottom float32) {
	b := band{top, bottom}
	if b != f.band {
		f.band = b
		f.redraw()
	}
}

// LineHeight is the height of a row and of the caret.
func (f *Field) LineHeight() float32 { f.settle(); return f.setting.ruler.line }

// CaretPosition is the upper end of the caret within the field.
func (f *Field) CaretPosition() fyne.Position {
	f.settle()
	row := f.setting.at(f.caret)
	pad := f.pad()
	return fyne.NewPos(pad.X+f.setting.x(row, f.caret), pad.Y+f.setting.top(row))
}

// HeightFor is the height that the field needs at a width. A layout that asks
// it before Resize never sees a stale height.
func (f *Field) HeightFor(width float32) float32 {
	f.settle()
	if inner := f.inner(width); inner != f.setting.width {
		f.setting, f.probe = f.probe, f.setting
		defer func() { f.setting, f.probe = f.probe, f.setting }()
		f.setting.width = inner
	}
	return f.high()
}

// high is the height that the field needs as it is set.
func (f *Field) high() float32 {
	f.settle()
	tall := f.setting.tall
	if f.text == "" {
		tall = max(tall, float32(len(f.setting.hint.rows))*f.setting.ruler.line)
	}
	return tall + 2*f.pad().Y
}

// Resize sets the text to a new width.
func (f *Field) Resize(size fyne.Size) {
	if size == f.Size() {
		return
	}
	f.BaseWidget.Resize(size)
	inner := f.inner(size.Width)
	if inner != f.setting.width && inner == f.probe.width {
		f.setting, f.probe = f.probe, f.setting
	}
	f.setting.width = inner
	f.redraw()
}

func (f *Field) inner(width float32) float32 { return max(60, width-2*f.pad().X-caretWidth) }

func (f *Field) pad() fyne.Position {
	p := f.Theme().Size(theme.SizeNameInnerPadding)
	return fyne.NewPos(p, float32(math.Round(float64(p*.75))))
}

const (
	caretWidth  = 2
	unsizedRoom = 400 // before the first Resize: never wrap at no width at all
)

// settle sets the text if anything about it changed since it was set.
func (f *Field) settle() {
	scale := f.Scale
	if scale == 0 {
		scale = 1
	}
	size := f.Theme().Size(theme.SizeNameText) * scale
	s := &f.setting
	if s.width == 0 {
		s.width = unsizedRoom
	}
	if of := (lettering{f.Faces, f.Theme().Font(fyne.TextStyle{}), size, f.Bold}); s.ruler == nil || s.ruler.of != of {
		s.ruler = rulerFor(of)
		s.done = settled{}
	}
	if now := (settled{s.width, f.Plain, s.ruler}); now != s.done {
		s.plain, s.lines, s.done = f.Plain, nil, now
		s.hint = nil
	}
	if s.lines == nil || s.of != f.text {
		s.set(f.text)
	}
	if s.hint == nil || s.hint.words != f.Hint {
		s.hint = s.wrap(f.Hint)
	}
}

// redraw shows what changed without measuring the field again.
func (f *Field) redraw() {
	if f.drawing != nil {
		f.drawing.draw()
	}
}

// CreateRenderer is called by Fyne.
func (f *Field) CreateRenderer() fyne.WidgetRenderer {
	f.ExtendBaseWidget(f)
	d := &drawing{f: f, frame: newFrame(), caret: canvas.NewRectangle(nil)}
	f.drawing = d
	d.draw()
	return d
}

// drawing is what the field looks like: lines of text over rectangles, waves
// and the caret over the text.
type drawing struct {
	f       *Field
	colors  colors
	frame   frame
	caret   *canvas.Rectangle
	grounds []*canvas.Rectangle // behind words; kept to be used again
	waves   []*wave
	shown   []fyne.CanvasObject
}

func (d *drawing) Destroy()                     {}
func (d *drawing) Objects() []fyne.CanvasObject { return d.shown }
func (d *drawing) Layout(size fyne.Size)        { d.frame.resize(size, d.scale()) }

func (d *drawing) MinSize() fyne.Size { return fyne.NewSize(80, d.f.high()) }

func (d *drawing) Refresh() { d.draw() }

// colors are those of the theme now.
type colors struct{ words, dim, link, gap, frame, focus, ground, selection, advice, must, hit, here, carried, bar color.Color }

func (d *drawing) draw() {
	f := d.f
	f.settle()
	d.recolor()
	first, last := d.seen()
	ground, wave := 0, 0
	objects := d.frame.objects()
	behind := func(box fyne.Position, size fyne.Size, c color.Color) {
		if ground == len(d.grounds) {
			d.grounds = append(d.grounds, canvas.NewRectangle(c))
		}
		r := d.grounds[ground]
		ground++
		if r.FillColor != c {
			r.FillColor = c
			r.Refresh()
		}
		r.Move(box)
		r.Resize(size)
		objects = append(objects, r)
	}
	for _, m := range f.marks {
		if m.wavy() {
			continue
		}
		f.boxes(m.Start, m.End, first, last, func(at fyne.Position, size fyne.Size) {
			behind(at, size, d.colors.behind(m.Kind))
			if m.Kind == Carried {
				behind(fyne.NewPos(barEdge, at.Y), fyne.NewSize(barWidth, size.Height), d.colors.bar)
			}
		})
	}
	if start, end := f.Selection(); start < end && (f.focused || f.mouse.menu) {
		f.boxes(start, end, first, last, func(at fyne.Position, size fyne.Size) { behind(at, size, d.colors.selection) })
	}
	objects = append(objects, d.words(first, last)...)
	f.setting.spare = nil
	for _, m := range f.marks {
		if !m.wavy() {
			continue
		}
		c := d.colors.advice
		if m.Kind == Must {
			c = d.colors.must
		}
		f.boxes(m.Start, m.End, first, last, func(at fyne.Position, size fyne.Size) {
			objects = append(objects, d.wave(wave, at, size, c))
			wave++
		})
	}
	d.caret.Hidden = !f.focused || f.unlit || f.ReadOnly
	d.caret.Move(f.CaretPosition())
	d.caret.Resize(fyne.NewSize(caretWidth, f.setting.ruler.line))
	objects = append(objects, d.caret)
	if f.mouse.tip != nil {
		objects = append(objects, f.mouse.tip.objects...)
	}
	d.shown = objects
	d.frame.resize(f.Size(), d.scale())
	canvas.Refresh(d.frame.top) // has the window drawn; the words keep what is drawn of them
}

// scale is how many dots the display has to the unit.
func (d *drawing) scale() float32 {
	if c := fyne.CurrentApp().Driver().CanvasForObject(d.f); c != nil {
		return c.Scale()
	}
	return 1
}

// How much of a mark's colour lies behind the words. They stay readable on it;
// the window's palettes are tested for that.
const (
	HitVeil     = 0x38 // of what a search has found
	CarriedVeil = 0x14 // of what was carried over
)

// recolor takes the colours of the theme; lines drawn in others are drawn anew.
func (d *drawing) recolor() {
	th, variant := d.f.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	of := func(n fyne.ThemeColorName) color.Color { return th.Color(n, variant) }
	c := colors{
		words: of(theme.ColorNameForeground), dim: of(theme.ColorNamePlaceHolder),
		link: of(theme.ColorNameHyperlink), gap: of(theme.ColorNamePrimary),
		frame: of(theme.ColorNameInputBorder), focus: of(theme.ColorNamePrimary),
		ground: of(theme.ColorNameInputBackground), selection: of(theme.ColorNameSelection),
		advice: of(theme.ColorNameWarning), must: of(theme.ColorNameError),
		hit: faint(of(theme.ColorNameWarning), HitVeil), here: faint(of(theme.ColorNamePrimary), HitVeil),
		carried: faint(of(theme.ColorNamePrimary), CarriedVeil), bar: of(theme.ColorNamePrimary),
	}
	if c != d.colors {
		d.colors = c
		d.f.mouse.tip = nil // it has the colours of before
		d.f.setting.undraw()
		d.f.probe.undraw()
	}
	d.caret.FillColor = c.words
	switch {
	case d.f.focused:
		d.frame.paint(c.ground, c.focus, 2)
	case d.f.ReadOnly:
		d.frame.paint(color.Transparent, color.Transparent, 1)
	default:
		d.frame.paint(c.ground, c.frame, 1)
	}
}

// behind is the ground of words with such a mark.
func (c colors) behind(k Kind) color.Color {
	switch k {
	case Here:
		return c.here
	case Carried:
		return c.carried
	}
	return c.hit
}

// The bar at the margin stands between the frame and the words.
const (
	barEdge  = 3
	barWidth = 2
)

// faint is a colour as a ground that words can be read on.
func faint(c color.Color, alpha uint8) color.Color {
	ground := color.NRGBAModel.Convert(c).(color.NRGBA)
	ground.A = alpha
	return ground
}

// undraw forgets what lines look like.
func (s *setting) undraw() {
	for _, l := range s.lines {
		l.texts, l.body = nil, nil
	}
	if s.hint != nil {
		s.hint.texts, s.hint.body = nil, nil
	}
	s.spare = nil
}

// seen is the first and the last row to be drawn.
func (d *drawing) seen() (first, last int) {
	s, b := &d.f.setting, d.f.band
	if b == (band{}) {
		return 0, len(s.rows) - 1
	}
	y := d.f.pad().Y
	return s.under(b.top - y), s.under(b.bottom - y)
}

// words are the lines of text that are seen.
func (d *drawing) words(first, last int) []fyne.CanvasObject {
	f := d.f
	pad := f.pad()
	if f.text == "" {
		d.body(f.setting.hint, true).Move(pad)
		return []fyne.CanvasObject{f.setting.hint.body}
	}
	var bodies []fyne.CanvasObject
	lines := f.setting.lines[f.setting.rows[first].line : f.setting.rows[last].line+1]
	for _, l := range lines {
		if l.words == "" {
			continue
		}
		body := d.body(l.wrapped, false)
		if at := fyne.NewPos(pad.X, pad.Y+l.top); body.Position() != at {
			body.Move(at)
		}
		bodies = append(bodies, body)
	}
	return bodies
}

// body makes the words of a line visible, once.
func (d *drawing) body(w *wrapped, dim bool) *fyne.Container {
	if w.body != nil {
		return w.body
	}
	for i, row := range w.rows {
		for _, run := range row.runs {
			w.texts = append(w.texts, d.text(w, i, run, dim))
		}
	}
	s := &d.f.setting
	s.spare = reuse(w.texts, s.spare)
	w.body = &fyne.Container{Layout: still{}}
	for _, t := range w.texts {
		w.body.Objects = append(w.body.Objects, t)
	}
	return w.body
}

// text is a run on a row of its line.
func (d *drawing) text(w *wrapped, row int, of run, dim bool) *canvas.Text {
	r := d.f.setting.ruler
	words := shown(w.words[of.start:of.end], of)
	face, style := r.face(of.look)
	size, base := fyne.CurrentApp().Driver().RenderedTextSize(words, r.of.size, style, face)
	t := &canvas.Text{Text: words, TextSize: r.of.size, TextStyle: style, FontSource: face, Color: d.color(of.look, dim)}
	t.Move(fyne.NewPos(of.x, float32(row)*r.line+r.base-base))
	t.Resize(size) // without one Fyne leaves it out as soon as its upper edge is out of sight
	return t
}

// shown is a run as Fyne is to draw it. Fyne takes every text to begin from
// the left; marks of direction at both ends keep signs in their place.
func shown(words string, r run) string {
	if r.rtl() {
		const rightToLeft = "\u200F"
		return rightToLeft + words + rightToLeft
	}
	return words
}

func (d *drawing) color(l look, dim bool) color.Color {
	switch {
	case dim, l&sign != 0:
		return d.colors.dim
	case l&gap != 0:
		return d.colors.gap
	case l&linked != 0:
		return d.colors.link
	}
	return d.colors.words
}

// still is the layout of a container whose objects stay where they are.
type still struct{}

func (still) Layout([]fyne.CanvasObject, fyne.Size)         {}
func (still) MinSize(objects []fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// boxes calls box for each piece of the words from start to end on the rows
// from first to last.
func (f *Field) boxes(start, end, first, last int, box func(fyne.Position, fyne.Size)) {
	s := &f.setting
	pad := f.pad()
	start, end = min(start, len(f.text)), min(end, len(f.text))
	for row := max(first, s.at(start)); row <= last && s.start(row) < end; row++ {
		for _, b := range s.boxes(row, start, end) {
			box(fyne.NewPos(pad.X+b[0], pad.Y+s.top(row)), fyne.NewSize(b[1]-b[0], s.ruler.line))
		}
	}
}
