package window

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/assets"
	"delegation-briefing/briefing/archive"
)

// TestAWorkspaceThatCannotBeOpenedIsToldOf in a window, with what can be done.
func TestAWorkspaceThatCannotBeOpenedIsToldOf(t *testing.T) {
	a := test.NewTempApp(t)
	workspace := filepath.Join(t.TempDir(), "share")
	sorry(a, Config{Files: assets.Files, Workspace: workspace}, archive.ErrForbidden)
	windows := a.Driver().AllWindows()
	win := windows[len(windows)-1]
	said := ""
	walk(win.Content(), func(o fyne.CanvasObject) bool {
		if l, ok := o.(*widget.Label); ok {
			said += l.Text
		}
		return false
	})
	if !strings.Contains(said, workspace) || !strings.Contains(said, "Nothing may be written there") {
		t.Errorf("the window says %q", said)
	}
	win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(a.Driver().AllWindows()) == len(windows) {
		t.Error("Enter does not close it")
	}
}
