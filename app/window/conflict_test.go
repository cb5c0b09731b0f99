package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
)

// somebodyWrites has somebody else change a word of the opening in the file of
// the statement on the desk. It returns the file's path and what stands there.
func (a *acting) somebodyWrites() (path, theirs string) {
	a.t.Helper()
	path = a.archive.Path(a.draft.Statement().ID)
	file, err := os.ReadFile(path)
	if err != nil {
		a.t.Fatal(err)
	}
	theirs = strings.Replace(string(file), "frank", "very frank", 1)
	if err := os.WriteFile(path, []byte(theirs), 0o600); err != nil {
		a.t.Fatal(err)
	}
	return path, theirs
}

// TestBothAreJoined lets somebody else write in the file while the officer
// writes elsewhere in the statement: Enter joins both.
func TestBothAreJoined(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	path, _ := a.somebodyWrites()
	a.at("outcome", 0, "text")
	a.typed(" Mine.")
	a.press("Save now")
	a.until("the question whose words shall stand", func() bool { return a.win.Canvas().Overlays().Top() != nil })
	a.win.Canvas().Focused().(*button).deafUntil = time.Time{} // she has looked at it
	a.key(fyne.KeyReturn)
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

// TestAQuestionWaitsForTheWriter: while somebody writes nothing takes the keys
// from her, and the key that was under way answers nothing.
func TestAQuestionWaitsForTheWriter(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.somebodyWrites()
	f := a.at("outcome", 0, "text")
	a.typed(" Mine")
	a.house.changedElsewhere([]string{a.draft.Statement().ID})
	over := a.win.Canvas().Overlays()
	if over.Top() != nil || a.win.Canvas().Focused() != f {
		t.Fatal("the question stands in the middle of a word")
	}
	a.typed(" too.")
	a.until("the question", func() bool { return over.Top() != nil })
	a.key(fyne.KeySpace)
	if over.Top() == nil {
		t.Error("the key that was under way answered the question")
	}
	a.win.Canvas().Focused().(*button).deafUntil = time.Time{}
	a.key(fyne.KeyReturn)
	a.until("both on the desk", func() bool { return strings.Contains(a.text("opening", 0, "text"), "very frank") })
}
