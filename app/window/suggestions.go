package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/app/window/field"
)

// suggestions are words on offer below the field being typed in. They never take
// the keys away: Down and Up choose, Enter takes, Esc sends them away, and
// whoever types on need not look at them. Where only what is on offer means
// something, Enter takes the first when none is chosen.
type suggestions struct {
	widget.BaseWidget
	keyless
	under *field.Field // nil while nothing is on offer
	all   []suggestion
	at    int  // the chosen one; -1: none yet
	must  bool // one of them is what is to stand there
}

// suggestion is a line of them: what would be written, and what it goes with.
type suggestion struct {
	words, note string
	take        func()
}

var (
	_ fyne.Tappable     = (*suggestions)(nil)
	_ desktop.Hoverable = (*suggestions)(nil)
)

func newSuggestions() *suggestions {
	o := &suggestions{at: -1}
	o.ExtendBaseWidget(o)
	o.Hide()
	return o
}

// show offers other words below a field; none send the offers away.
func (o *suggestions) show(under *field.Field, all []suggestion) {
	o.under, o.all, o.at, o.must = under, all, -1, false
	if len(all) == 0 {
		o.close()
		return
	}
	o.Refresh()
	o.Show()
}

func (o *suggestions) close() {
	o.under, o.all = nil, nil
	o.Hide()
}

// key takes the keys that are for the offers. It reports whether this was one.
func (o *suggestions) key(k *fyne.KeyEvent) bool {
	if len(o.all) == 0 {
		return false
	}
	switch k.Name {
	case fyne.KeyDown:
		o.choose(min(o.at+1, len(o.all)-1))
	case fyne.KeyUp:
		o.choose(max(o.at-1, -1))
	case fyne.KeyEscape:
		o.close()
	case fyne.KeyReturn, fyne.KeyEnter:
		if o.at < 0 && !o.must {
			o.close()
			return false
		}
		o.take(max(o.at, 0))
	default:
		return false
	}
	return true
}

func (o *suggestions) choose(at int) {
	if at != o.at {
		o.at = at
		o.Refresh()
	}
}

func (o *suggestions) take(at int) {
	take := o.all[at].take
	o.close()
	take()
}

// Tapped is called by Fyne.
func (o *suggestions) Tapped(e *fyne.PointEvent) {
	if at := o.row(e.Position); at >= 0 {
		o.take(at)
	}
}

// MouseIn is called by Fyne.
func (o *suggestions) MouseIn(e *desktop.MouseEvent) { o.MouseMoved(e) }

// MouseMoved is called by Fyne.
func (o *suggestions) MouseMoved(e *desktop.MouseEvent) {
	if at := o.row(e.Position); at >= 0 {
		o.choose(at)
	}
}

// MouseOut is called by Fyne.
func (o *suggestions) MouseOut() {}

func (o *suggestions) row(at fyne.Position) int {
	i := int((at.Y - theme.Padding()) / suggestionHeight())
	if at.Y < theme.Padding() || i >= len(o.all) {
		return -1
	}
	return i
}

func suggestionHeight() float32 {
	return theme.TextSize()*1.4 + theme.CaptionTextSize()*1.5 + theme.Padding()
}

// CreateRenderer is called by Fyne.
func (o *suggestions) CreateRenderer() fyne.WidgetRenderer {
	r := &suggestionsDrawing{o: o, box: canvas.NewRectangle(nil), chosen: canvas.NewRectangle(nil)}
	r.box.StrokeWidth, r.box.CornerRadius, r.chosen.CornerRadius = 1, 4, 3
	r.Refresh()
	return r
}

type suggestionsDrawing struct {
	o           *suggestions
	box, chosen *canvas.Rectangle
	objects     []fyne.CanvasObject
}

func (r *suggestionsDrawing) Destroy()                     {}
func (r *suggestionsDrawing) Objects() []fyne.CanvasObject { return r.objects }

func (r *suggestionsDrawing) MinSize() fyne.Size {
	return fyne.NewSize(260, float32(len(r.o.all))*suggestionHeight()+2*theme.Padding())
}

func (r *suggestionsDrawing) Layout(size fyne.Size) { r.Refresh() }

// Refresh draws a box, and for each offer the words over what they go with.
func (r *suggestionsDrawing) Refresh() {
	r.box.FillColor, r.box.StrokeColor = theme.Color(theme.ColorNameOverlayBackground), theme.Color(theme.ColorNameInputBorder)
	r.chosen.FillColor = theme.Color(theme.ColorNameSelection)
	r.box.Resize(r.o.Size())
	pad, high, room := theme.Padding(), suggestionHeight(), r.o.Size().Width-4*theme.Padding()
	r.chosen.Hidden = r.o.at < 0
	r.chosen.Move(fyne.NewPos(pad, pad+float32(max(0, r.o.at))*high))
	r.chosen.Resize(fyne.NewSize(r.o.Size().Width-2*pad, high))
	r.objects = []fyne.CanvasObject{r.box, r.chosen}
	for i, s := range r.o.all {
		at := fyne.NewPos(2*pad, pad*1.5+float32(i)*high)
		words := line(s.words, theme.TextSize(), theme.ColorNameForeground, room)
		note := line(s.note, theme.CaptionTextSize(), theme.ColorNamePlaceHolder, room)
		words.Move(at)
		note.Move(at.AddXY(0, theme.TextSize()*1.4))
		r.objects = append(r.objects, words, note)
	}
	canvas.Refresh(r.o)
}

// line is a text that is cut off where it would be too wide.
func line(words string, size float32, name fyne.ThemeColorName, room float32) *canvas.Text {
	t := canvas.NewText(words, theme.Color(name))
	t.TextSize = size
	for letters := []rune(words); len(letters) > 1 && t.MinSize().Width > room; {
		letters = letters[:len(letters)-1]
		t.Text = string(letters) + "…"
	}
	return t
}
