package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// column stands objects above each other, each as high as it needs to be at
// the column's width.
type column struct {
	gap  float32
	page bool // with margins, and no wider than can be read well
}

const (
	pageWidth  = 760
	pageMargin = 20
)

// tall is what says how high it must be at a width: a widget, or a layout.
type (
	tall       interface{ HeightFor(width float32) float32 }
	tallLayout interface {
		heightFor(objects []fyne.CanvasObject, width float32) float32
	}
)

// heightOf is the height an object needs at a width.
func heightOf(o fyne.CanvasObject, width float32) float32 {
	switch o := o.(type) {
	case tall:
		return o.HeightFor(width)
	case *fyne.Container:
		if l, ok := o.Layout.(tallLayout); ok {
			return l.heightFor(o.Objects, width)
		}
	case *widget.Label:
		if o.Wrapping != fyne.TextWrapOff && o.Size().Width != width {
			o.Resize(fyne.NewSize(width, o.Size().Height)) // a label knows its height once it knows its width
		}
	}
	return o.MinSize().Height
}

// inner is where the column's objects begin, and how wide they are.
func (c column) inner(width float32) (left, room float32) {
	if !c.page {
		return 0, width
	}
	room = min(width-2*pageMargin, pageWidth)
	return (width - room) / 2, room
}

func (c column) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	_, room := c.inner(width)
	height := float32(0)
	for _, o := range objects {
		if o.Visible() {
			height += heightOf(o, room) + c.gap
		}
	}
	if c.page {
		height += 2 * pageMargin
	}
	return height
}

// MinSize is called by Fyne.
func (c column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := float32(200)
	for _, o := range objects {
		width = max(width, o.Size().Width)
	}
	if c.page {
		width += 2 * pageMargin
	}
	return fyne.NewSize(200, c.heightFor(objects, width))
}

// Layout is called by Fyne.
func (c column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left, room := c.inner(size.Width)
	y := float32(0)
	if c.page {
		y = pageMargin / 2
	}
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		height := heightOf(o, room)
		place(o, left, y, room, height)
		y += height + c.gap
	}
}

// place moves and resizes an object. A container is laid out even where its
// size is as it was: what is in it may have grown.
func place(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(x, y))
	size := fyne.NewSize(width, height)
	if c, ok := o.(*fyne.Container); ok && c.Size() == size && c.Layout != nil {
		c.Layout.Layout(c.Objects, size)
		return
	}
	o.Resize(size)
}

// row stands objects side by side; one of them takes the room that is left.
type row struct{ stretch int }

const rowGap = 4

func (r row) rest(objects []fyne.CanvasObject, width float32) float32 {
	for i, o := range objects {
		if i != r.stretch && o.Visible() {
			width -= o.MinSize().Width + rowGap
		}
	}
	return max(width, 60)
}

func (r row) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	height := float32(0)
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		if i == r.stretch {
			height = max(height, heightOf(o, r.rest(objects, width)))
		} else {
			height = max(height, o.MinSize().Height)
		}
	}
	return height
}

// MinSize is called by Fyne, before each frame. It must leave everything as wide
// as it is laid out, or the next frame has to be drawn for that.
func (r row) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least, now := float32(60), float32(60)
	for i, o := range objects {
		if i == r.stretch {
			now = max(now, o.Size().Width)
		} else if o.Visible() {
			least += o.MinSize().Width + rowGap
		}
	}
	return fyne.NewSize(least, r.heightFor(objects, least-60+now))
}

// Layout is called by Fyne.
func (r row) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		width, height := o.MinSize().Width, o.MinSize().Height
		if i == r.stretch {
			width = r.rest(objects, size.Width)
			height = heightOf(o, width)
		}
		place(o, x, (size.Height-height)/2, width, height)
		x += width + rowGap
	}
}

// breadth gives an object a width of its own, and the height it needs there.
type breadth float32

// MinSize is called by Fyne.
func (b breadth) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(float32(b), heightOf(objects[0], float32(b)))
}

// Layout is called by Fyne.
func (b breadth) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	place(objects[0], 0, 0, float32(b), heightOf(objects[0], float32(b)))
}

// ems is a length that grows with the officer's text size.
func ems(n float32) float32 { return n * theme.Size(theme.SizeNameText) }

// abreast stands objects in columns of the same width: so many at most, and
// fewer where each would be narrower than it must be, in ems.
type abreast struct {
	most  int
	least float32
}

// halves are two columns in which a date and its name fit.
var halves = abreast{most: 2, least: 13}

// columns is how many there are at a width, and how wide they are.
func (a abreast) columns(width float32) (n int, each float32) {
	n = max(1, min(a.most, int((width+rowGap)/(ems(a.least)+rowGap))))
	return n, (width - float32(n-1)*rowGap) / float32(n)
}

func (a abreast) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	n, each := a.columns(width)
	total := float32(0)
	for row := range slices.Chunk(objects, n) {
		total += highest(row, each) + rowGap
	}
	return total
}

// highest is the height that a row of objects needs.
func highest(objects []fyne.CanvasObject, each float32) float32 {
	height := float32(0)
	for _, o := range objects {
		height = max(height, heightOf(o, each))
	}
	return height
}

// MinSize is called by Fyne.
func (a abreast) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := float32(0)
	for _, o := range objects {
		width = max(width, o.Position().X+o.Size().Width)
	}
	if width == 0 {
		width = 400
	}
	return fyne.NewSize(160, a.heightFor(objects, width))
}

// Layout is called by Fyne.
func (a abreast) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	n, each := a.columns(size.Width)
	y := float32(0)
	for row := range slices.Chunk(objects, n) {
		height := highest(row, each)
		for i, o := range row {
			place(o, float32(i)*(each+rowGap), y, each, height)
		}
		y += height + rowGap
	}
}

// railed stands an object beside a thin line.
type railed struct{}

const railRoom = 12

func (railed) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return heightOf(objects[1], width-railRoom)
}

// MinSize is called by Fyne.
func (railed) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[1].MinSize().AddWidthHeight(railRoom, 0)
}

// Layout is called by Fyne.
func (railed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	place(objects[0], 0, 4, 2, size.Height-8)
	place(objects[1], railRoom, 0, size.Width-railRoom, size.Height)
}

// flow stands objects side by side, and goes on in the next line where there is
// no more room.
type flow struct{}

// lines puts each object in its place and returns the height of all.
func (flow) lines(objects []fyne.CanvasObject, width float32, put func(o fyne.CanvasObject, x, y float32)) float32 {
	x, y, high := float32(0), float32(0), float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		size := o.MinSize()
		if x > 0 && x+size.Width > width {
			x, y, high = 0, y+high, 0
		}
		put(o, x, y)
		x, high = x+size.Width, max(high, size.Height)
	}
	return y + high
}

func (f flow) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return f.lines(objects, width, func(fyne.CanvasObject, float32, float32) {})
}

// MinSize is called by Fyne: the widest object must have room.
func (f flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size
}

// Layout is called by Fyne.
func (f flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.lines(objects, size.Width, func(o fyne.CanvasObject, x, y float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(o.MinSize())
	})
}

// headed gives the first of two objects the height it needs at the width there
// is, and the second the rest: all where the first is hidden.
type headed struct{}

// MinSize is called by Fyne.
func (headed) MinSize(objects []fyne.CanvasObject) fyne.Size {
	head, body := objects[0].MinSize(), objects[1].MinSize()
	if !objects[0].Visible() {
		return body
	}
	return fyne.NewSize(max(head.Width, body.Width), head.Height+body.Height)
}

// Layout is called by Fyne.
func (headed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	high := float32(0)
	if objects[0].Visible() {
		high = heightOf(objects[0], size.Width)
		place(objects[0], 0, 0, size.Width, high)
	}
	place(objects[1], 0, high, size.Width, max(0, size.Height-high))
}
