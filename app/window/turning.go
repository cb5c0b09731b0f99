package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// turn moves every text that a dialog shows by a key, as a reader expects of Page
// Down, of the arrows and of Home and End.
func turn(shown fyne.CanvasObject, key fyne.KeyName) {
	for _, s := range scrolls(shown) {
		const line = 40
		page, end := s.Size().Height-line, max(0, s.Content.Size().Height-s.Size().Height)
		by := map[fyne.KeyName]float32{
			fyne.KeyUp: -line, fyne.KeyDown: line,
			fyne.KeyPageUp: -page, fyne.KeyPageDown: page,
			fyne.KeyHome: -end, fyne.KeyEnd: end,
		}[key]
		s.ScrollToOffset(fyne.NewPos(s.Offset.X, min(max(0, s.Offset.Y+by), end)))
	}
}

// scrolls are the parts of what is shown that scroll.
func scrolls(o fyne.CanvasObject) []*container.Scroll {
	switch o := o.(type) {
	case *container.Scroll:
		return []*container.Scroll{o}
	case *fyne.Container:
		var all []*container.Scroll
		for _, inner := range o.Objects {
			all = append(all, scrolls(inner)...)
		}
		return all
	}
	return nil
}
