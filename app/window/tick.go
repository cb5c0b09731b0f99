package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// tick is Fyne's box to tick, with the key that leads out of it.
type tick struct {
	widget.Check
	onEscape func() // nil: Escape does nothing here
}

func newTick(label string, changed func(bool)) *tick {
	t := &tick{}
	t.Text, t.OnChanged = label, changed
	t.ExtendBaseWidget(t)
	return t
}

// TypedKey is called by Fyne.
func (t *tick) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape && t.onEscape != nil {
		t.onEscape()
		return
	}
	t.Check.TypedKey(k)
}
