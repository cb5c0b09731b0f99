package window

import (
	"path/filepath"
	"strings"
	"testing"

	"delegation-briefing/app/window/field"
	"delegation-briefing/assets"
	"delegation-briefing/briefing"
	"delegation-briefing/briefing/archive"
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

// TestAVersionIsSetBesideTheText: what is shown first is what restoring would
// take back, and the version stays open when the list is read again.
func TestAVersionIsSetBesideTheText(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.keep("first")
	a.press("Versions")
	a.until("the version is listed", func() bool { return len(a.history.versions) == 1 })
	a.at("outcome", 0, "text")
	a.typed(" More.")
	a.history.cards.all()[0].tapped()
	a.until("the changes", func() bool { return len(a.history.changes) == 1 })
	if a.history.against != -1 {
		t.Errorf("it is compared with version %d", a.history.against)
	}
	a.press("Save now")
	a.keep("second")
	a.until("two versions", func() bool { return len(a.history.versions) == 2 })
	if a.history.at < 0 || a.history.versions[a.history.at].Note != "first" {
		t.Errorf("version %d is open", a.history.at)
	}
	a.history.turnTo(a.history.at)
	if a.history.at != -1 {
		t.Error("a second click does not close it")
	}
	a.restoreVersion(a.history.versions[1], "")
	a.until("it is said", func() bool { return strings.Contains(a.status.disk.Text, "Restored: first.") })
	if _, ok := a.win.Canvas().Focused().(*field.Field); !ok {
		t.Errorf("the keys are with %T", a.win.Canvas().Focused())
	}
}

func TestVersionsAreNamedInTheOfficersLanguage(t *testing.T) {
	quiet(t)
	if err := speak(assets.Files, "fr"); err != nil {
		t.Fatal(err)
	}
	for note, want := range map[string]string{
		archive.Deleted:                 "mise à la corbeille",
		archive.Renamed + ": one → two": "renommée : one → two",
		"for the cabinet":               "for the cabinet",
	} {
		if got := versionName(archive.Version{Note: note}); got != want {
			t.Errorf("%s is called %s", note, got)
		}
	}
}
