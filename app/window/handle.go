package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// handle is where a card is taken hold of with the mouse, to carry it
// elsewhere: two rows of dots.
type handle struct {
	widget.BaseWidget
	keyless
	carried func(at fyne.Position) // to a place of the canvas
	dropped func()
	dots    []*canvas.Circle
	hovered bool
}

var (
	_ fyne.Draggable     = (*handle)(nil)
	_ desktop.Hoverable  = (*handle)(nil)
	_ desktop.Cursorable = (*handle)(nil)
)

func newHandle(carried func(at fyne.Position), dropped func()) *handle {
	h := &handle{carried: carried, dropped: dropped}
	h.ExtendBaseWidget(h)
	return h
}

// Dragged is called by Fyne.
func (h *handle) Dragged(e *fyne.DragEvent) { h.carried(e.AbsolutePosition) }

// DragEnd is called by Fyne.
func (h *handle) DragEnd() { h.dropped() }

// MouseIn is called by Fyne.
func (h *handle) MouseIn(*desktop.MouseEvent) { h.hover(true) }

// MouseMoved is called by Fyne.
func (h *handle) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by Fyne.
func (h *handle) MouseOut() { h.hover(false) }

func (h *handle) hover(on bool) {
	h.hovered = on
	h.Refresh()
}

// Cursor is called by Fyne.
func (h *handle) Cursor() desktop.Cursor { return desktop.VResizeCursor }

// Refresh is called by Fyne.
func (h *handle) Refresh() {
	name := theme.ColorNamePlaceHolder
	if h.hovered {
		name = theme.ColorNamePrimary
	}
	for _, d := range h.dots {
		d.FillColor = theme.Color(name)
		d.Refresh()
	}
}

// CreateRenderer is called by Fyne.
func (h *handle) CreateRenderer() fyne.WidgetRenderer {
	dots := &fyne.Container{Layout: dotted{}}
	for range 6 {
		d := canvas.NewCircle(nil)
		h.dots = append(h.dots, d)
		dots.Objects = append(dots.Objects, d)
	}
	h.Refresh()
	return widget.NewSimpleRenderer(dots)
}

// dotted lays dots out in two rows, upright, in the middle.
type dotted struct{}

const (
	dotSize = 3
	dotStep = 6
)

// MinSize is called by Fyne.
func (dotted) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(16, 28) }

// Layout is called by Fyne.
func (dotted) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left, top := (size.Width-dotStep-dotSize)/2, (size.Height-2*dotStep-dotSize)/2
	for i, o := range objects {
		o.Move(fyne.NewPos(left+float32(i%2)*dotStep, top+float32(i/2)*dotStep))
		o.Resize(fyne.NewSquareSize(dotSize))
	}
}
