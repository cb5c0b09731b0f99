package window

import (
	"path/filepath"
	"testing"

	"delegation-briefing/briefing"
)

func TestAVersionIsKeptComparedAndRestored(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	before := a.text("outcome", 0, "text")
	a.keep("for clearance")
	a.press("Versions")
	a.until("the version is listed", func() bool { return len(a.history.versions) == 1 })
	a.at("outcome", 0, "text")
	a.typed(" Softened.")
	if err := a.saver.Flush(); err != nil {
		t.Fatal(err)
	}
	v := a.history.versions[0]
	if v.Note != "for clearance" {
		t.Errorf("the note is %q", v.Note)
	}
	a.compareVersion(v, nil)
	a.until("the changes", func() bool { return len(a.history.changes) == 1 })
	if c := a.history.changes[0]; c.key != "outcome" || c.changes[0].runs[len(c.changes[0].runs)-1].Op != briefing.Added {
		t.Errorf("the change is shown as %v", c)
	}
	a.restoreVersion(v, "outcome")
	a.until("the words are back", func() bool { return a.text("outcome", 0, "text") == before })
	a.press("Undo")
	if got := a.text("outcome", 0, "text"); got != before+" Softened." {
		t.Errorf("after undo: %q", got)
	}
}
