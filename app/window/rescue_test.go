package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"delegation-briefing/briefing"
)

// TestWhatCannotBeSavedIsRescued: the workspace goes away while words are written, and
// the program ends. The next start offers them, and undo takes them back.
func TestWhatCannotBeSavedIsRescued(t *testing.T) {
	dir := t.TempDir()
	workspace, away := filepath.Join(dir, "new"), filepath.Join(dir, "away")
	a := officerAt(t, workspace)
	a.config.rescue = filepath.Join(dir, "rescued")
	a.theStatement()
	was := a.text("outcome", 0, "text")
	if err := a.saver.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(workspace, away); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(workspace, nil, 0o600); err != nil { // nothing can be written there
		t.Fatal(err)
	}
	a.draft.Type(briefing.Place{Section: "outcome", Field: "text"}, was+" Unsaved tail.")
	if err := a.saver.Flush(); err == nil {
		t.Fatal("it is saved")
	}
	a.saver.Drop()
	if err := os.Remove(workspace); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(away, workspace); err != nil {
		t.Fatal(err)
	}

	next := officerAt(t, workspace)
	next.config.rescue = a.config.rescue
	next.offerRescued()
	next.answered("Take them in")
	if got := next.text("outcome", 0, "text"); !strings.HasSuffix(got, "Unsaved tail.") {
		t.Errorf("on the desk stands %q", got)
	}
	if left, _ := os.ReadDir(a.config.rescue); len(left) > 0 {
		t.Errorf("still to be offered are %v", left)
	}
	if next.undo(); next.text("outcome", 0, "text") != was {
		t.Error("undo does not take it back")
	}
}

// TestWhatWasNotTakenInYetIsRescuedToo: words of a second run do not come in the place of
// those of the first.
func TestWhatWasNotTakenInYetIsRescuedToo(t *testing.T) {
	dir := t.TempDir()
	a := officerAt(t, filepath.Join(dir, "new"))
	a.config.rescue = filepath.Join(dir, "rescued")
	a.theStatement()
	for _, words := range []string{"First.", "Second."} {
		s := a.draft.Statement().Clone()
		s.SetText(briefing.Place{Section: "outcome", Field: "text"}, words)
		a.rescue(s)
		a.rescue(s)    // tried again
		a.rescued = "" // the program ends
	}
	said := ""
	a.offerRescued()
	for range 2 { // the next is offered once the first is in
		a.answered("Take them in")
		said += a.text("outcome", 0, "text")
	}
	if said != "First.Second." && said != "Second.First." {
		t.Errorf("taken in are %q", said)
	}
	if left, _ := os.ReadDir(a.config.rescue); len(left) > 0 {
		t.Errorf("still to be offered are %v", left)
	}
}

// TestWhatIsSavedAfterAllIsNotOffered.
func TestWhatIsSavedAfterAllIsNotOffered(t *testing.T) {
	dir := t.TempDir()
	a := officerAt(t, filepath.Join(dir, "new"))
	a.config.rescue = filepath.Join(dir, "rescued")
	a.theStatement()
	a.rescue(a.draft.Statement())
	if !isFile(a.rescued) {
		t.Fatal("nothing was rescued")
	}
	a.offerRescued() // the workspace has it
	if a.win.Canvas().Overlays().Top() != nil || isFile(a.rescued) {
		t.Error("what is in the workspace is offered")
	}
	a.rescue(a.draft.Statement())
	name := a.rescued
	a.draft.Type(briefing.Place{Section: "outcome", Field: "text"}, "Saved.")
	if err := a.saver.Flush(); err != nil || isFile(name) {
		t.Errorf("after it was saved (%v) it is still there", err)
	}
}
