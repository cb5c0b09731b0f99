package window

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// TestATextIsTurnedByKeyboard: what a dialog shows is read without a mouse,
// and does not scroll beyond its ends.
func TestATextIsTurnedByKeyboard(t *testing.T) {
	test.NewTempApp(t)
	w := &Window{win: test.NewTempWindow(t, paragraph("below"))}
	w.win.Resize(fyne.NewSize(700, 500))
	shown := w.reading(strings.Repeat("a line to read\n", 40))
	w.tell("News", shown)
	text := shown.(*fyne.Container).Objects[0].(*container.Scroll)
	end := text.Content.Size().Height - text.Size().Height
	page := text.Size().Height - 40
	for _, step := range []struct {
		key  fyne.KeyName
		want float32
	}{
		{fyne.KeyDown, 40}, {fyne.KeyPageDown, 40 + page}, {fyne.KeyPageUp, 40}, {fyne.KeyUp, 0}, {fyne.KeyUp, 0},
		{fyne.KeyEnd, end}, {fyne.KeyPageDown, end}, {fyne.KeyHome, 0},
	} {
		w.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: step.key})
		if text.Offset.Y != step.want {
			t.Errorf("after %s the text is at %v, want %v", step.key, text.Offset.Y, step.want)
		}
	}
}

// TestTheGroundLiesUnderAllAndTakesNoKeys: Fyne finds somebody under every click who
// could have them, and Tab passes it by.
func TestTheGroundLiesUnderAllAndTakesNoKeys(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	under, ok := a.win.Content().(*fyne.Container).Objects[0].(*ground)
	if !ok || under.Size() != a.win.Content().Size() {
		t.Fatalf("there lies %T of %v", under, under.Size())
	}
	a.focusText()
	for range 60 {
		a.win.Canvas().FocusNext()
		if a.win.Canvas().Focused() == fyne.Focusable(under) {
			t.Fatal("Tab leads to the ground")
		}
	}
}
