package field

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// frame is the box a field stands in: its ground, and its outline with round
// corners. One rectangle of Fyne's would look the same. But where no graphics
// card draws, the processor measures for each dot of that how far the corners
// are, which took a quarter of the time from a key to its glyph: so the corners
// are in narrow strips at the sides, and the ground between them is a thick
// line, which is what Fyne draws most easily.
type frame struct {
	left, right *canvas.Rectangle
	ground      *canvas.Line
	top, bottom *canvas.Rectangle
}

const (
	corner = 4 // radius
	strip  = 8 // width of the sides, in which the corners are
)

func newFrame() frame {
	f := frame{
		left: canvas.NewRectangle(nil), right: canvas.NewRectangle(nil),
		ground: canvas.NewLine(nil),
		top:    canvas.NewRectangle(nil), bottom: canvas.NewRectangle(nil),
	}
	f.left.TopLeftCornerRadius, f.left.BottomLeftCornerRadius = corner, corner
	f.right.TopRightCornerRadius, f.right.BottomRightCornerRadius = corner, corner
	return f
}

// objects are in the order they are drawn in: the ground lies over the inner
// edges of the sides.
func (f frame) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{f.left, f.right, f.ground, f.top, f.bottom}
}

// paint gives the frame its colours, and its outline a width.
func (f frame) paint(ground, outline color.Color, width float32) {
	for _, side := range []*canvas.Rectangle{f.left, f.right} {
		side.FillColor, side.StrokeColor, side.StrokeWidth = ground, outline, width
	}
	f.ground.StrokeColor = ground
	f.top.FillColor, f.bottom.FillColor = outline, outline
}

// resize gives the frame a size. Heights are whole dots of a display with so
// many dots to the unit, as Fyne rounds a height and where it begins apart.
func (f frame) resize(size fyne.Size, scale float32) {
	w, h, outline := size.Width, snap(size.Height, scale), snap(f.left.StrokeWidth, scale)
	place := func(r *canvas.Rectangle, x, y, w, h float32) {
		r.Move(fyne.NewPos(x, y))
		r.Resize(fyne.NewSize(w, h))
	}
	place(f.left, 0, 0, strip, h)
	place(f.right, w-strip, 0, strip, h)
	place(f.top, corner, 0, w-2*corner, outline)
	place(f.bottom, corner, h-outline, w-2*corner, outline)
	f.ground.Position1, f.ground.Position2 = fyne.NewPos(w/2, outline), fyne.NewPos(w/2, h-outline)
	f.ground.StrokeWidth = w - 2*corner // over the inner edges of the sides
}

// snap rounds a length to whole dots.
func snap(length, scale float32) float32 {
	return float32(math.Round(float64(length*scale))) / scale
}
