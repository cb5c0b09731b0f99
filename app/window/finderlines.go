package window

import "fyne.io/fyne/v2"

// finderLines lays the finder out: beside the words what looks for them, beside
// the words in their place what replaces, and below these the ticks and a line.
// Where that would leave a line too short for a word, its tools stand below it.
type finderLines struct{}

// shortest is how long a line of the finder must be at least, in ems.
const shortest = 9

// lines puts each object in its place and returns the height of all. The objects
// are the words, those in their place, the tools of these and of those, the ticks
// and the line.
func (finderLines) lines(objects []fyne.CanvasObject, width float32, put func(o fyne.CanvasObject, x, y, width, height float32)) float32 {
	y := float32(0)
	for i, words := range objects[:2] {
		tools := objects[3-i]
		if !words.Visible() {
			continue
		}
		high, need := words.MinSize().Height, toolsWidth(objects)
		if width-need-rowGap >= ems(shortest) {
			put(words, 0, y, width-need-rowGap, high)
			put(tools, width-need, y, need, high)
			y += high + rowGap
			continue
		}
		put(words, 0, y, width, high)
		y += high + rowGap
		high = heightOf(tools, width)
		put(tools, 0, y, width, high)
		y += high + rowGap
	}
	for _, o := range objects[4:] {
		high := heightOf(o, width)
		put(o, 0, y, width, high)
		y += high
	}
	return y
}

// toolsWidth is how wide the tools are that are shown, all in one line.
func toolsWidth(objects []fyne.CanvasObject) float32 {
	need := objects[3].MinSize().Width
	if c, ok := objects[2].(*fyne.Container); ok && c.Visible() {
		all := float32(0)
		for _, o := range c.Objects {
			all += o.MinSize().Width
		}
		need = max(need, all)
	}
	return need
}

func (l finderLines) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return l.lines(objects, width, func(fyne.CanvasObject, float32, float32, float32, float32) {})
}

// MinSize is called by Fyne: the height is that of the width it has.
func (l finderLines) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := objects[5].Size().Width
	if width == 0 {
		width = ems(4 * shortest)
	}
	return fyne.NewSize(ems(shortest), l.heightFor(objects, width))
}

// Layout is called by Fyne.
func (l finderLines) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.lines(objects, size.Width, place)
}
