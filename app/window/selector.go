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
	frame    *canvas.Rectangle
	focused  bool
}

func newSelector(options []string, changed func(string)) *selector {
	s := &selector{frame: canvas.NewRectangle(nil)}
	s.Options, s.OnChanged = options, changed
	s.ExtendBaseWidget(s)
	return s
}

// TypedKey is called by Fyne.
func (s *selector) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape && s.onEscape != nil {
		s.onEscape()
		return
	}
	s.Select.TypedKey(k)
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
