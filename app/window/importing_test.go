package window

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
)

// dropMany drops files on the window: texts of dialogues, and one that is none.
func (a *acting) dropMany(n int) {
	a.t.Helper()
	dir := a.t.TempDir()
	var files []fyne.URI
	put := func(name, text string) {
		name = filepath.Join(dir, name)
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			a.t.Fatal(err)
		}
		files = append(files, storage.NewFileURI(name))
	}
	put("broken.toml", "format = 99")
	for i := range n {
		put(fmt.Sprintf("%d.txt", i), fmt.Sprintf("Norland: %dth Human Rights Dialogue with the EU\n\nThe EU welcomed the new press act.\n", i+4))
	}
	a.dropped(fyne.Position{}, files)
}

// TestManyFilesAreImported: all come in that can be read, the others are told
// of once.
func TestManyFilesAreImported(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	before := len(a.list.all)
	a.dropMany(12)
	a.until("all of them in the list", func() bool { return len(a.list.all) == before+12 })
	a.until("what could not be read", func() bool { return len(a.win.Canvas().Overlays().List()) == 1 })
	if got := a.draft.Statement().Partner; got != "Norland" {
		t.Errorf("on the desk is a statement about %q", got)
	}
}

// TestImportingManyIsStopped: what is in when it is stopped stays in, and no
// more comes.
func TestImportingManyIsStopped(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	before := len(a.list.all)
	a.dropMany(60)
	a.win.Canvas().Focused().(*button).OnTapped()
	a.until("the end of it", func() bool { return strings.Contains(a.status.said, "imported") }) // a dialog may tell of the broken one
	a.refreshList()
	if now := len(a.list.all); now >= before+60 {
		t.Errorf("%d came in though it was stopped", now-before)
	}
}
