package window

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// button is Fyne's, but Enter presses it too, and a ring shows that it has the
// keys.
type button struct {
	widget.Button
	onEscape  func()            // nil: Escape does nothing here
	deafUntil time.Time         // it hears no key before
	turns     fyne.CanvasObject // what the keys that turn pages turn; may be nil
	answers   bool              // Left and Right go to the answers beside it
	ring      *canvas.Rectangle
}

// newRing is what shows where the keys are, once they are there.
func newRing() *canvas.Rectangle {
	r := canvas.NewRectangle(nil)
	r.StrokeWidth, r.CornerRadius, r.Hidden = 2, theme.Size(theme.SizeNameButtonRadius), true
	return r
}

func newButton(label string, tapped func()) *button { return newIconButton(label, nil, tapped) }

func newIconButton(label string, icon fyne.Resource, tapped func()) *button {
	b := &button{ring: newRing()}
	b.Text, b.Icon, b.OnTapped = label, icon, tapped
	b.ExtendBaseWidget(b)
	return b
}

// newAnswer is a button of a dialog: Escape leaves the dialog, and the keys
// that turn pages turn what it shows.
func newAnswer(label string, shown fyne.CanvasObject, tapped, escape func()) *button {
	b := newButton(label, tapped)
	b.onEscape, b.turns, b.answers = escape, shown, true
	return b
}

// choose gives a button its text, as one of several of which one is chosen.
func (b *button) choose(text string, chosen bool) {
	importance := widget.LowImportance
	if chosen {
		importance = widget.MediumImportance
	}
	if b.Text != text || b.Importance != importance {
		b.Importance = importance
		b.SetText(text)
	}
}

// Tapped is called by Fyne. The keys stay where they are, unlike with Fyne's own
// button: who zooms the page goes on writing.
func (b *button) Tapped(*fyne.PointEvent) {
	if !b.Disabled() && b.OnTapped != nil {
		b.OnTapped()
	}
}

// TypedKey is called by Fyne.
func (b *button) TypedKey(k *fyne.KeyEvent) {
	switch {
	case time.Now().Before(b.deafUntil):
		b.deafen() // words are under way that are not meant for it
	case k.Name == fyne.KeyEscape && b.onEscape != nil:
		b.onEscape()
	case k.Name == fyne.KeyReturn, k.Name == fyne.KeyEnter, k.Name == fyne.KeySpace:
		b.Tapped(nil)
	case b.answers && k.Name == fyne.KeyLeft:
		b.on().FocusPrevious()
	case b.answers && k.Name == fyne.KeyRight:
		b.on().FocusNext()
	default:
		turn(b.turns, k.Name)
		b.Button.TypedKey(k)
	}
}

// deafen has a button hear no key until there was none for a moment: it has come
// unasked, and who is writing means none of them for it.
func (b *button) deafen() { b.deafUntil = time.Now().Add(deafFor) }

func (b *button) on() fyne.Canvas { return fyne.CurrentApp().Driver().CanvasForObject(b) }

// FocusGained is called by Fyne.
func (b *button) FocusGained() {
	b.ring.StrokeColor = theme.Color(theme.ColorNamePrimary)
	if b.Importance == widget.HighImportance {
		b.ring.StrokeColor = theme.Color(theme.ColorNameForegroundOnPrimary)
	}
	b.ring.Show()
	b.Button.FocusGained()
}

// FocusLost is called by Fyne.
func (b *button) FocusLost() {
	b.ring.Hide()
	b.Button.FocusLost()
	keepKeys(b)
}

// CreateRenderer is called by Fyne.
func (b *button) CreateRenderer() fyne.WidgetRenderer {
	return &ringed{WidgetRenderer: b.Button.CreateRenderer(), ring: b.ring, inset: 2}
}

// ringed draws a ring over a widget, so far within its edge.
type ringed struct {
	fyne.WidgetRenderer
	ring    *canvas.Rectangle
	inset   float32
	recolor func() // for the theme of now; may be nil
}

// Objects is called by Fyne.
func (r *ringed) Objects() []fyne.CanvasObject {
	inner := r.WidgetRenderer.Objects()
	return append(inner[:len(inner):len(inner)], r.ring)
}

// Layout is called by Fyne.
func (r *ringed) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.ring.CornerRadius = theme.Size(theme.SizeNameButtonRadius)
	r.ring.Move(fyne.NewSquareOffsetPos(r.inset))
	r.ring.Resize(size.SubtractWidthHeight(2*r.inset, 2*r.inset))
}

// Refresh is called by Fyne.
func (r *ringed) Refresh() {
	if r.recolor != nil {
		r.recolor()
	}
	r.WidgetRenderer.Refresh()
}
