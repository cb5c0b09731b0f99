package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"delegation-briefing/app/window/field"
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

// bothWrite has the officer write, too, until she is asked whose words shall
// stand. It returns what somebodyWrites does.
func (a *acting) bothWrite() (path, theirs string) {
	a.t.Helper()
	path, theirs = a.somebodyWrites()
	a.at("outcome", 0, "text")
	a.typed(" Mine.")
	a.press("Save now")
	a.until("the question whose words shall stand", func() bool { return a.win.Canvas().Overlays().Top() != nil })
	return path, theirs
}

// TestBothAreJoined lets somebody else write in the file while the officer
// writes elsewhere in the statement: Enter joins both.
func TestBothAreJoined(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	path, _ := a.bothWrite()
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

// TestWhatTheyWroteMeanwhileIsJoinedToo: they go on while the question stands.
// What they wrote last is neither written over nor unseen.
func TestWhatTheyWroteMeanwhileIsJoinedToo(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	path, theirs := a.bothWrite()
	over := a.win.Canvas().Overlays()
	first := over.Top()
	if err := os.WriteFile(path, []byte(strings.Replace(theirs, "very frank", "very, very frank", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		a.win.Canvas().Focused().(*button).deafUntil = time.Time{}
		a.key(fyne.KeyReturn)
		if over.Top() == first {
			t.Fatal("the question still is about what they wrote first")
		}
	}
	now, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(now), "very, very frank") || !strings.Contains(string(now), " Mine.") {
		t.Errorf("the file does not hold both: %v\n%s", err, now)
	}
}

// TestADeskThatCannotBeReadAgainIsEmpty: nobody writes where nothing is saved.
func TestADeskThatCannotBeReadAgainIsEmpty(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	id := a.draft.Statement().ID
	if err := os.Remove(a.archive.Path(id)); err != nil {
		t.Fatal(err)
	}
	a.catchUp()
	if _, writing := a.win.Canvas().Focused().(*field.Field); a.draft != nil || a.desk != nil || writing {
		t.Error("the desk is that of a statement that is not there")
	}
}
