package window

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/archive"
)

// kept are the notes of a statement's versions, the oldest first.
func (a *acting) kept(id string) []string {
	a.t.Helper()
	all, err := a.archive.History(id)
	if err != nil {
		a.t.Fatal(err)
	}
	var notes []string
	for _, v := range slices.Backward(all) {
		notes = append(notes, versionName(v))
	}
	return notes
}

// TestKeptByItself writes, leaves and comes back.
func TestKeptByItself(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	id := a.draft.Statement().ID
	a.at("outcome", 0, "text")
	a.typed(" One.")
	a.press("Save now")
	a.typed(" Two.")
	a.press("Save now")
	a.keepOnClose()
	a.keepOnClose()
	if got := a.kept(id); !slices.Equal(got, []string{"first edit of the day", "on close"}) {
		t.Errorf("kept: %q", got)
	}
	first, err := a.archive.History(id)
	if err != nil {
		t.Fatal(err)
	}
	before, err := a.archive.LoadVersion(id, first[1].ID, a.config.Files)
	if err != nil || strings.Contains(string(before.Statement.Section("outcome").Text), "One.") {
		t.Errorf("the first version is not what stood there before: %v", err)
	}
}

// TestClearedIsLocked clears the statement and writes in it afterwards.
func TestClearedIsLocked(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	id := a.draft.Statement().ID
	a.draft.Type(briefing.Place{Field: "status"}, string(briefing.Cleared))
	a.until("the cleared version", func() bool { return slices.Contains(a.kept(id), "cleared") })
	a.at("outcome", 0, "text")
	a.typed(" More.")
	if s := a.draft.Statement(); s.Status != briefing.Draft {
		t.Errorf("it is still %s", s.Status)
	}
	if said := a.status.disk.Text; !strings.Contains(said, "draft again") {
		t.Errorf("the officer is told %q", said)
	}
	all, err := a.archive.History(id)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(all, archive.Version.Cleared)
	if i < 0 {
		t.Fatal("no version is cleared")
	}
	if kept, err := a.archive.LoadVersion(id, all[i].ID, a.config.Files); err != nil || strings.Contains(string(kept.Statement.Section("outcome").Text), "More.") {
		t.Errorf("the cleared version changed, or %v", err)
	}
}

// TestArrowsClearNothing: on the status they open the list, and a version is kept
// of nothing that was only passed by.
func TestArrowsClearNothing(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.goToFacts()
	a.win.Canvas().Focus(a.desk.facts.status)
	a.key(fyne.KeyDown)
	if s := a.draft.Statement(); s.Status == briefing.Cleared {
		t.Error("an arrow has cleared the statement")
	}
	a.closeTop()
	a.desk.facts.status.SetSelectedIndex(1)
	a.desk.facts.status.SetSelectedIndex(2)
	a.until("published is kept", func() bool { return slices.Contains(a.kept(sampleStatement), "published") })
	a.house.finish(10 * time.Second)
	if all := a.kept(sampleStatement); slices.Contains(all, "cleared") {
		t.Errorf("kept are %q", all)
	}
}
