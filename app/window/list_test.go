package window

import (
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"delegation-briefing/app/window/field"
)

// TestTheListByKeyboard: Down leads from the filter to the statements, Enter
// opens one, letters narrow the list down and Escape leads back.
func TestTheListByKeyboard(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.press("Filter the list")
	a.key(fyne.KeyDown)
	if a.win.Canvas().Focused() != a.list.rows {
		t.Fatalf("Down leads to %T", a.win.Canvas().Focused())
	}
	other := ""
	for i, r := range a.list.shown {
		if r.title == "" && r.entry.ID != sampleStatement {
			for range i {
				a.key(fyne.KeyDown)
			}
			other = r.entry.ID
			break
		}
	}
	a.key(fyne.KeyReturn)
	if got := a.draft.Statement().ID; got != other {
		t.Errorf("Enter opens %s, want %s", got, other)
	}
	a.press("Filter the list")
	a.key(fyne.KeyDown)
	a.typed("zzz")
	if a.list.filter.Text != "zzz" || !a.list.none.Visible() || len(a.list.shown) != 0 {
		t.Errorf("the filter says %q; nothing found is said: %v", a.list.filter.Text, a.list.none.Visible())
	}
	a.key(fyne.KeyEscape)
	if len(a.list.shown) == 0 || a.list.none.Visible() {
		t.Error("Escape does not show all again")
	}
	a.key(fyne.KeyEscape)
	if _, ok := a.win.Canvas().Focused().(*field.Field); !ok {
		t.Errorf("Escape leads to %T", a.win.Canvas().Focused())
	}
}
