package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// tick is Fyne's box to tick, with the keys that lead out of it.
type tick struct {
	widget.Check
	onEscape func() // nil: Escape does nothing here
	onEnter  func() // nil: Enter does nothing here
	onFocus  func() // nil: nothing follows the keys
}

func newTick(label string, changed func(bool)) *tick {
	t := &tick{}
	t.Text, t.OnChanged = label, changed
	t.ExtendBaseWidget(t)
	return t
}

// FocusGained is called by Fyne.
func (t *tick) FocusGained() {
	t.Check.FocusGained()
	if t.onFocus != nil {
		t.onFocus()
	}
}

// FocusLost is called by Fyne.
func (t *tick) FocusLost() {
	t.Check.FocusLost()
	keepKeys(t)
}

// TypedKey is called by Fyne.
func (t *tick) TypedKey(k *fyne.KeyEvent) {
	switch {
	case k.Name == fyne.KeyEscape && t.onEscape != nil:
		t.onEscape()
	case (k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter) && t.onEnter != nil:
		t.onEnter()
	default:
		t.Check.TypedKey(k)
	}
}
