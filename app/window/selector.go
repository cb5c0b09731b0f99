package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// selector is Fyne's list to select from, framed like every other field, with
// the key that leads out of it.
type selector struct {
	widget.Select
	onEscape func() // nil: Escape does nothing here
	opens    bool   // the arrows open the list: what is chosen does more than stand there
	frame    *canvas.Rectangle
	focused  bool
}

func newSelector(options []string, changed func(string)) *selector {
	s := &selector{frame: canvas.NewRectangle(nil)}
	s.Options, s.OnChanged = options, changed
	s.ExtendBaseWidget(s)
	return s
}

// TypedKey is called by Fyne. The arrows choose at once, as in every other
// program, unless they open the list, as Space and F4 do.
func (s *selector) TypedKey(k *fyne.KeyEvent) {
	switch {
	case k.Name == fyne.KeyEscape && s.onEscape != nil:
		s.onEscape()
	case k.Name == fyne.KeyF4:
		s.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	case k.Name == fyne.KeyDown && !s.opens:
		s.step(1)
	case k.Name == fyne.KeyUp && !s.opens:
		s.step(-1)
	default:
		s.Select.TypedKey(k)
		s.markChosen()
	}
}

// Tapped is called by Fyne.
func (s *selector) Tapped(e *fyne.PointEvent) {
	s.Select.Tapped(e)
	s.markChosen()
}

// markChosen has the arrows begin, in a list that has just opened, at what is
// chosen.
func (s *selector) markChosen() {
	c := fyne.CurrentApp().Driver().CanvasForObject(s)
	if c == nil {
		return
	}
	if list, open := c.Focused().(*widget.PopUpMenu); open {
		for range s.SelectedIndex() + 1 {
			list.ActivateNext()
		}
	}
}

// step chooses the next option, or the one before, if there is one.
func (s *selector) step(by int) {
	if to := s.SelectedIndex() + by; to >= 0 && to < len(s.Options) {
		s.SetSelectedIndex(to)
	}
}

// FocusGained is called by Fyne.
func (s *selector) FocusGained() {
	s.focused = true
	s.Select.FocusGained()
}

// FocusLost is called by Fyne.
func (s *selector) FocusLost() {
	s.focused = false
	s.Select.FocusLost()
	keepKeys(s)
}

// reframe shows whether the selector has the keys.
func (s *selector) reframe() {
	name, width := theme.ColorNameInputBorder, float32(1)
	if s.focused {
		name, width = theme.ColorNamePrimary, 2
	}
	s.frame.StrokeColor, s.frame.StrokeWidth = theme.Color(name), width
}

// CreateRenderer is called by Fyne.
func (s *selector) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	s.reframe()
	return &ringed{WidgetRenderer: s.Select.CreateRenderer(), ring: s.frame, recolor: s.reframe}
}
