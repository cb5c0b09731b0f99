package window

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
)

// TestWhoIsTypingKeepsTheDesk: files that another start hands over come into the
// workspace, and no letter is written elsewhere.
func TestWhoIsTypingKeepsTheDesk(t *testing.T) {
	dir := put(t, map[string]string{"4th.txt": dated, "5th.txt": undated, "scan.pdf": "%PDF-1.7"})
	for _, tt := range []struct {
		files   []string
		in      int
		said    []string
		blocked string // what is told once she rests
	}{
		{[]string{"4th.txt"}, 1, []string{"Imported: Norland: 4th Human Rights Dialogue with the EU. Ctrl+P goes to it."}, ""},
		{[]string{"5th.txt"}, 1, []string{"Imported: Norland: 5th", "Ctrl+P goes to it. There are 2 points to look at."}, ""},
		{[]string{"scan.pdf"}, 0, []string{"scan.pdf could not be imported: This is a PDF."}, ""},
		{[]string{"4th.txt", "scan.pdf", "5th.txt"}, 2, []string{"2 files imported"}, "– scan.pdf: "},
	} {
		a := officerAt(t, filepath.Join(t.TempDir(), "new"))
		a.theStatement()
		a.at("outcome", 0, "text")
		a.house.turned(true)
		before, on := inWorkspace(t, a), a.draft
		a.typed("A")
		var names []string
		for _, name := range tt.files {
			names = append(names, filepath.Join(dir, name))
		}
		a.house.called(names...)
		a.typed("B")
		a.until(tt.said[0], func() bool { return strings.Contains(a.status.said, tt.said[0]) })
		a.typed("C ")
		for _, want := range tt.said {
			if !strings.Contains(a.status.said, want) {
				t.Errorf("%q: it is said %q", tt.files, a.status.said)
			}
		}
		if a.draft != on || !strings.HasSuffix(a.text("outcome", 0, "text"), "ABC ") || lyingOver(a.Window) != "" {
			t.Errorf("%q: the letters are not where they were meant, which is %q", tt.files, a.text("outcome", 0, "text"))
		}
		if got := inWorkspace(t, a) - before; got != tt.in {
			t.Errorf("%q: %d came in", tt.files, got)
		}
		a.house.turned(false)
		if tt.blocked != "" {
			a.until("it is told", func() bool { return strings.Contains(lyingOver(a.Window), tt.blocked) })
		}
	}
}

// TestWhoRestsHasTheFileOnTheDesk, and whoever has turned to another program.
func TestWhoRestsHasTheFileOnTheDesk(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.at("outcome", 0, "text")
	a.house.turned(true)
	a.typed("A")
	a.house.turned(false)
	on := a.draft
	a.house.called(filepath.Join(put(t, map[string]string{"5th.txt": undated}), "5th.txt"))
	a.until("it is on the desk", func() bool { return a.draft != on })
}

// TestWhoTypesOnDuringAnImportKeepsTheDesk, though she has asked for it.
func TestWhoTypesOnDuringAnImportKeepsTheDesk(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.at("outcome", 0, "text")
	on, file := a.draft, filepath.Join(put(t, map[string]string{"4th.txt": dated}), "4th.txt")
	a.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(file)})
	a.typed("A")
	a.until("it is in", func() bool { return strings.HasPrefix(a.status.said, "Imported: ") })
	if a.draft != on {
		t.Error("another statement has come to the desk")
	}
}

// TestKeysUnderWayAnswerNoImport: a word that goes on neither stops one nor takes away
// what is told of it.
func TestKeysUnderWayAnswerNoImport(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	_, on := a.slowly()
	a.dropMany(3)
	stop := a.win.Canvas().Focused().(*button)
	stop.deafUntil = time.Now().Add(time.Hour) // its moment is not over
	a.key(fyne.KeySpace, fyne.KeyA, fyne.KeyEscape)
	if left := time.Until(stop.deafUntil); stop.Disabled() || left > deafFor || left < deafFor/2 {
		t.Errorf("stopped: %v; it hears no key for %v", stop.Disabled(), left)
	}
	on()
	a.until("it is told", func() bool { return strings.Contains(lyingOver(a.Window), "[Close]") })
	a.key(fyne.KeySpace, fyne.KeyReturn)
	if lyingOver(a.Window) == "" {
		t.Error("nobody has read it")
	}
	a.closeTop()
	draft := a.draft
	a.takeFile(filepath.Join(put(t, map[string]string{"other.txt": strings.Replace(undated, "press", "fisheries", 1)}), "other.txt"))
	a.until("it is on the desk", func() bool { return a.draft != draft })
	a.key(fyne.KeySpace)
	if !strings.Contains(lyingOver(a.Window), "Please look at these points") {
		t.Error("its points were taken away unread")
	}
}
