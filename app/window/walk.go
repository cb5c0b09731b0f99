package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// walk visits what is to be seen of an object, the outer before the inner,
// until a visit returns true. It returns whether one did.
func walk(o fyne.CanvasObject, visit func(fyne.CanvasObject) bool) bool {
	if o == nil || !o.Visible() {
		return false
	}
	if visit(o) {
		return true
	}
	var inner []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		inner = o.Objects
	case *container.Scroll:
		inner = []fyne.CanvasObject{o.Content}
	case *sideCard:
		inner = []fyne.CanvasObject{o.body}
	}
	for _, i := range inner {
		if walk(i, visit) {
			return true
		}
	}
	return false
}

// holds is whether a focused object is within another.
func holds(o fyne.CanvasObject, focused fyne.Focusable) bool {
	return focused != nil && walk(o, func(inner fyne.CanvasObject) bool { return any(inner) == any(focused) })
}

// focusable is the first that can take the keys within an object, or nil.
func focusable(o fyne.CanvasObject) (first fyne.Focusable) {
	walk(o, func(inner fyne.CanvasObject) bool {
		f, can := inner.(fyne.Focusable)
		if d, ok := inner.(fyne.Disableable); ok && d.Disabled() {
			can = false
		}
		if can {
			first = f
		}
		return can
	})
	return first
}

// turn moves every text that is shown by a key, as a reader expects of Page
// Down, of the arrows and of Home and End.
func turn(shown fyne.CanvasObject, key fyne.KeyName) {
	walk(shown, func(o fyne.CanvasObject) bool {
		if s, ok := o.(*container.Scroll); ok {
			turnScroll(s, key)
		}
		return false
	})
}

func turnScroll(s *container.Scroll, key fyne.KeyName) {
	const line = 40
	page, end := s.Size().Height-line, max(0, s.Content.Size().Height-s.Size().Height)
	by := map[fyne.KeyName]float32{
		fyne.KeyUp: -line, fyne.KeyDown: line,
		fyne.KeyPageUp: -page, fyne.KeyPageDown: page,
		fyne.KeyHome: -end, fyne.KeyEnd: end,
	}[key]
	s.ScrollToOffset(fyne.NewPos(s.Offset.X, min(max(0, s.Offset.Y+by), end)))
}
