package window

import (
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
