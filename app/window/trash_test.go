package window

import (
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"delegation-briefing/briefing"
)

// TestWhatIsThrownAwayStaysSo: it is not written again by what was typed last,
// and what is typed on does not go into another statement.
func TestWhatIsThrownAwayStaysSo(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	thrown, saver := a.draft, a.saver
	a.press("Move to the trash…")
	a.answered("Move to the trash")
	thrown.Type(briefing.Place{Section: "outcome", Field: "text"}, "Late words.")
	saver.Flush()
	before := a.draft.Statement()
	a.typed("zz")
	if len(briefing.Diff(before, a.draft.Statement())) > 0 {
		t.Error("typed on in another statement")
	}
	a.house.finish(10 * time.Second)
	if isFile(a.archive.Path(sampleStatement)) {
		t.Error("it has been written again")
	}
	trash, err := a.archive.Trash()
	if err != nil || len(trash) != 1 {
		t.Fatalf("in the trash are %v, %v", trash, err)
	}
	if a.takeBack(trash[0]); a.draft.Statement().ID != sampleStatement {
		t.Error("it does not come back")
	}
}

// TestEnterThrowsNothingAway: the question is answered by the one who reads it.
func TestEnterThrowsNothingAway(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.press("Move to the trash…")
	a.key(fyne.KeyReturn)
	if a.win.Canvas().Overlays().Top() != nil || !isFile(a.archive.Path(sampleStatement)) {
		t.Error("Enter moves it to the trash")
	}
}
