package window

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// TestAButtonLeavesTheKeys: who clicks a tool while writing goes on writing.
func TestAButtonLeavesTheKeys(t *testing.T) {
	test.NewTempApp(t)
	pressed, line := 0, newEntry()
	b := newButton("+", func() { pressed++ })
	w := test.NewTempWindow(t, container.NewVBox(line, b))
	w.Canvas().Focus(line)
	b.Tapped(nil) // as Fyne's driver does; test.Tap takes the keys away itself
	if pressed != 1 || w.Canvas().Focused() != line {
		t.Errorf("pressed %d times, the keys are with %T", pressed, w.Canvas().Focused())
	}
	b.Disable()
	if test.Tap(b); pressed != 1 {
		t.Error("a disabled button was pressed")
	}
}

// TestAButtonByKeyboard: Enter presses the button that has the keys, a ring
// shows which that is, and one that is disabled stays so.
func TestAButtonByKeyboard(t *testing.T) {
	test.NewTempApp(t)
	pressed, left := 0, 0
	b := newAnswer("Keep", nil, func() { pressed++ }, func() { left++ })
	w := test.NewTempWindow(t, b)
	w.Canvas().Focus(b)
	if !b.ring.Visible() {
		t.Error("nothing shows that the button has the keys")
	}
	for _, k := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace, fyne.KeyEscape} {
		b.TypedKey(&fyne.KeyEvent{Name: k})
	}
	if pressed != 3 || left != 1 {
		t.Errorf("pressed %d times, left %d times", pressed, left)
	}
	b.Disable()
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	w.Canvas().Unfocus()
	if pressed != 3 || b.ring.Visible() {
		t.Errorf("pressed %d times; the ring is shown: %v", pressed, b.ring.Visible())
	}
}
