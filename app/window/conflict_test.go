package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// TestBothAreJoined lets somebody else write in the file while the officer
// writes elsewhere in the statement: Enter joins both.
func TestBothAreJoined(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	path := a.archive.Path(a.draft.Statement().ID)
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	theirs := strings.Replace(string(file), "frank", "very frank", 1)
	if err := os.WriteFile(path, []byte(theirs), 0o600); err != nil {
		t.Fatal(err)
	}
	a.at("outcome", 0, "text")
	a.typed(" Mine.")
	a.press("Save now")
	a.until("the question whose words shall stand", func() bool { return a.win.Canvas().Overlays().Top() != nil })
	a.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	a.until("both on the desk", func() bool {
		return strings.Contains(a.text("opening", 0, "text"), "very frank") && strings.HasSuffix(a.text("outcome", 0, "text"), " Mine.")
	})
	now, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(now), "very frank") || !strings.Contains(string(now), " Mine.") {
		t.Errorf("the file does not hold both: %v\n%s", err, now)
	}
	if a.asking {
		t.Error("it still asks")
	}
}
