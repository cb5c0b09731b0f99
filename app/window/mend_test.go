package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"delegation-briefing/briefing/archive"
)

// TestABrokenFileIsMended opens a statement whose file somebody has broken:
// Enter puts the last version in its place.
func TestABrokenFileIsMended(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	id := a.draft.Statement().ID
	if _, err := a.archive.Keep(id, archive.Keeping{Author: "Ada Lund", Note: "good", Shipped: a.config.Files}); err != nil {
		t.Fatal(err)
	}
	for _, e := range a.list.all {
		a.show(e.ID) // the other one
	}
	a.show("2026-03-12-norland-brief")
	if err := os.WriteFile(a.archive.Path(id), []byte("format = 1\nthis is broken"), 0o600); err != nil {
		t.Fatal(err)
	}
	a.show(id)
	if a.win.Canvas().Overlays().Top() == nil {
		t.Fatal("the officer is told nothing")
	}
	a.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := a.draft.Statement().ID; got != id {
		t.Fatalf("on the desk is %s", got)
	}
	trash, err := filepath.Glob(filepath.Join(a.archive.Dir(), "trash", "*.toml"))
	if err != nil || len(trash) != 1 {
		t.Fatalf("trash: %q, %v", trash, err)
	}
	if data, err := os.ReadFile(trash[0]); err != nil || !strings.Contains(string(data), "this is broken") {
		t.Errorf("the broken file is not kept: %v", err)
	}
}

// TestADraftStaysWhereAnotherCannotBeOpened: it is on the desk and nowhere else.
func TestADraftStaysWhereAnotherCannotBeOpened(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	broken := a.archive.Path("broken")
	if err := os.WriteFile(broken, []byte("format = 99"), 0o600); err != nil {
		t.Fatal(err)
	}
	if a.show("broken") || a.draft.Statement().ID != sampleStatement || len(a.house.drafts) != 0 {
		t.Errorf("%d drafts are put aside", len(a.house.drafts))
	}
}
