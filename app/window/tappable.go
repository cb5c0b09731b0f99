package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// tappable is a card with an edge at its left that can be clicked as a whole.
type tappable struct {
	widget.BaseWidget
	edge, body fyne.CanvasObject
	veil       *canvas.Rectangle
	tapped     func()
}

func newTappable(edge, body fyne.CanvasObject, tapped func()) *tappable {
	t := &tappable{edge: edge, body: body, tapped: tapped, veil: newVeil()}
	t.ExtendBaseWidget(t)
	return t
}

// newVeil is what shows over a card that the mouse is on it.
func newVeil() *canvas.Rectangle {
	veil := canvas.NewRectangle(nil)
	veil.CornerRadius = 4
	return veil
}

// HeightFor is the height that the card needs at a width.
func (t *tappable) HeightFor(width float32) float32 {
	room := width - t.edge.MinSize().Width - theme.Padding()
	if t.body.Size().Width != room {
		t.body.Resize(fyne.NewSize(room, t.body.Size().Height)) // what wraps must know its width
	}
	return heightOf(t.body, room) + theme.Padding()
}

// CreateRenderer is called by Fyne.
func (t *tappable) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(t.veil, container.NewBorder(nil, nil, t.edge, nil, t.body)))
}

// Tapped is called by Fyne.
func (t *tappable) Tapped(*fyne.PointEvent) { t.tapped() }

// Cursor is called by Fyne.
func (t *tappable) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn is called by Fyne.
func (t *tappable) MouseIn(*desktop.MouseEvent) { t.hover(true) }

// MouseMoved is called by Fyne.
func (t *tappable) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by Fyne.
func (t *tappable) MouseOut() { t.hover(false) }

func (t *tappable) hover(on bool) {
	t.veil.FillColor = nil
	if on {
		t.veil.FillColor = theme.Color(theme.ColorNameHover)
	}
	t.veil.Refresh()
}
