package window

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/assets"
	"delegation-briefing/briefing"
	"delegation-briefing/briefing/archive"
	"delegation-briefing/briefing/intake"
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

// slowly has work tell the window how far it is only when the test lets it, and
// so wait for the test: once by a call of next, and for good by a call of on.
func (a *acting) slowly() (next, on func()) {
	gate, do := make(chan struct{}), a.config.do
	a.config.do = func(f func()) { do(f); <-gate }
	on = sync.OnceFunc(func() { close(gate) })
	a.t.Cleanup(on)
	return func() { gate <- struct{}{} }, on
}

// lyingOver is what there is to read in what lies over a window.
func lyingOver(w *Window) string {
	over := w.win.Canvas().Overlays().Top()
	if over == nil {
		return ""
	}
	var read []string
	for _, o := range test.LaidOutObjects(over) {
		switch o := o.(type) {
		case *widget.Label:
			read = append(read, o.Text)
		case *button:
			read = append(read, "["+o.Text+"]")
		}
	}
	return strings.Join(read, "\n")
}

// asksToStop reports whether a question about an import lies over a window.
func asksToStop(w *Window, in, all int) bool {
	return strings.Contains(lyingOver(w), fmt.Sprintf("An import is running: %d of %d files are in.", in, all))
}

// TestQuittingAsksAboutAnImport: who waits has all files in, with Enter and with
// Escape; who does not has those that were begun, and no window.
func TestQuittingAsksAboutAnImport(t *testing.T) {
	for _, tt := range []struct {
		name   string
		leave  func(a *acting)
		answer func(a *acting)
		stays  bool
	}{
		{"quit, and wait", func(a *acting) { a.house.quit() }, func(a *acting) { a.key(fyne.KeyReturn) }, true},
		{"close, and wait", func(a *acting) { a.close() }, func(a *acting) { a.key(fyne.KeyEscape) }, true},
		{"quit", func(a *acting) { a.house.quit() }, func(a *acting) { a.answered("Stop and quit") }, false},
		{"close", func(a *acting) { a.close() }, func(a *acting) { a.answered("Stop and quit") }, false},
		{"close, and quit", func(a *acting) { a.close(); a.house.quit() }, func(a *acting) { a.answered("Stop and quit") }, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := officerAt(t, filepath.Join(t.TempDir(), "new"))
			before := inWorkspace(t, a)
			next, on := a.slowly()
			a.dropMany(5) // the first of six cannot be read
			next()
			next()
			tt.leave(a)
			a.until("the question", func() bool { return asksToStop(a.Window, 1, 6) })
			tt.answer(a)
			if len(a.house.windows) == 0 {
				t.Fatal("the window has gone before the file under way is in")
			}
			on()
			want := 5
			if tt.stays {
				a.until("the end of it", func() bool { return a.importing() == nil })
			} else {
				want = 2
				a.until("no window", func() bool { return len(a.house.windows) == 0 })
			}
			if got := inWorkspace(t, a) - before; got != want {
				t.Errorf("%d came in, want %d", got, want)
			}
			if a.closed == tt.stays {
				t.Errorf("the window stays: %v", !a.closed)
			}
		})
	}
}

// TestAnImportThatStoppedLeavesTheDesk: where words would be lost that is asked
// once it has stopped, and they stay on the desk.
func TestAnImportThatStoppedLeavesTheDesk(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.goToFact("embargo")
	a.typed("tomorrow at seven")
	next, on := a.slowly()
	a.dropMany(5)
	next()
	next()
	a.until("one is in", func() bool { return a.importing().in == 1 })
	a.house.quit()
	a.answered("Stop and quit")
	on()
	a.until("it has stopped", func() bool { return a.importing() == nil })
	if a.closed || a.draft.Statement().ID != sampleStatement {
		t.Fatal("the words have left the desk")
	}
	a.answered("Close") // what was not imported
	a.key(fyne.KeyEscape)
	if a.closed || a.desk.unread() == nil || a.desk.at.Field != "embargo" {
		t.Error("the words are gone unsaid")
	}
}

// inWorkspace is how many statements there are.
func inWorkspace(t *testing.T, a *acting) int {
	t.Helper()
	all, err := a.archive.List()
	if err != nil {
		t.Fatal(err)
	}
	return len(all)
}

// TestTheQuestionGoesWithTheImport: what it asks about is over.
func TestTheQuestionGoesWithTheImport(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	_, on := a.slowly()
	a.dropMany(2)
	a.house.quit()
	if !asksToStop(a.Window, 0, 3) {
		t.Fatal("nobody asks")
	}
	on()
	a.until("the end of it", func() bool { return a.importing() == nil })
	a.key(fyne.KeyReturn) // meant for Wait
	if over := a.win.Canvas().Overlays().List(); len(over) != 1 || !strings.Contains(lyingOver(a.Window), "broken.toml") {
		t.Errorf("%d things lie over the window", len(over))
	}
}

// TestClosingAsksAboutItsOwnImport alone.
func TestClosingAsksAboutItsOwnImport(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.press("New window")
	a.press("New window")
	_, on := a.slowly()
	a.dropMany(5)
	a.house.windows[2].close()
	if n := len(a.house.windows); n != 2 {
		t.Fatalf("%d windows are open: that of another import asks", n)
	}
	a.close()
	a.answered("Stop and close")
	on()
	a.until("its window has gone", func() bool { return len(a.house.windows) == 1 })
}

// TestASignalAsksNothing: an import ends with the file that is under way.
func TestASignalAsksNothing(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	before := inWorkspace(t, a)
	next, on := a.slowly()
	a.dropMany(5)
	next()
	ended := make(chan struct{})
	go func() { a.house.finish(20 * time.Second); close(ended) }()
	for !a.house.ending.Load() {
		time.Sleep(time.Millisecond)
	}
	on()
	<-ended
	if got := inWorkspace(t, a) - before; got > 1 {
		t.Errorf("%d came in", got)
	}
}

// TestManyFilesAreImported: all come in that can be read, the others are told
// of once.
func TestManyFilesAreImported(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	before := len(a.list.all)
	a.dropMany(12)
	a.until("all of them in the list", func() bool { return len(a.list.all) == before+12 })
	a.until("what could not be read", func() bool {
		got := lyingOver(a.Window)
		return strings.Contains(got, "12 of 13 imported; this one was not:") && strings.Contains(got, "– broken.toml: ")
	})
	if got := a.draft.Statement().Partner; got != "Norland" {
		t.Errorf("on the desk is a statement about %q", got)
	}
}

// TestImportingManyIsStopped: the officer sees that it was heard, what is in
// stays in, and no more comes than the file that is under way.
func TestImportingManyIsStopped(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	before := inWorkspace(t, a)
	next, on := a.slowly()
	a.dropMany(13)
	next()
	next()
	a.until("one is in", func() bool { return a.importing().in == 1 })
	stop := a.win.Canvas().Focused().(*button)
	stop.deafUntil = time.Time{} // she has looked at it
	a.key(fyne.KeyEscape)
	if stop.Text != "Stopping…" || !stop.Disabled() {
		t.Errorf("the button says %q", stop.Text)
	}
	a.key(fyne.KeyEscape, fyne.KeyReturn) // who is in a hurry
	on()
	a.until("the end of it", func() bool { return a.status.said == "2 of 14 imported, stopped" })
	if got := inWorkspace(t, a) - before; got != 2 {
		t.Errorf("%d came in", got)
	}
	if got := lyingOver(a.Window); !strings.Contains(got, "Not imported:\n– broken.toml: ") {
		t.Errorf("it is told:\n%s", got)
	}
}

// put writes files into a folder of their own.
func put(t *testing.T, texts map[string]string) (folder string) {
	t.Helper()
	folder = t.TempDir()
	for name, text := range texts {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

const (
	dated   = "Norland: 4th Human Rights Dialogue with the EU\n\nOn 6 March 2026, the European Union and Norland held their 4th Human Rights Dialogue in Aldvik.\n"
	undated = "Norland: 5th Human Rights Dialogue with the EU\n\nThe EU welcomed the new press act.\n"
)

// TestWhatBecameOfManyFiles is told once and in the window's words: what did not
// come in, and what to look at in what did.
func TestWhatBecameOfManyFiles(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	dir := put(t, map[string]string{"4th.txt": dated, "5th.txt": undated, "scan.pdf": "%PDF-1.7"})
	if err := os.Mkdir(filepath.Join(dir, "folder.txt"), 0o700); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, name := range []string{"4th.txt", "folder.txt", "gone.txt", "scan.pdf", "5th.txt"} {
		names = append(names, filepath.Join(dir, name))
	}
	a.takeMany(names, briefing.Draft)
	a.until("it is told", func() bool { return strings.Contains(lyingOver(a.Window), "[Close]") })
	got := lyingOver(a.Window)
	for _, want := range []string{
		"2 of 5 imported; these were not:",
		"– folder.txt: This is a folder.\n– gone.txt: There is no such file or folder.\n– scan.pdf: This is a PDF. Save its words as a text first.\n\n",
		"Please look at these points:\n",
		"5th.txt: Norland: 5th Human Rights Dialogue with the EU\n",
		"\n– The text does not say when the dialogue was held.",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not told:\n%s", want, got)
		}
	}
	if a.status.said != "2 files imported" {
		t.Errorf("in short: %q", a.status.said)
	}
}

// TestWhatManyFilesAreToldAs goes through what there may be to tell.
func TestWhatManyFilesAreToldAs(t *testing.T) {
	quiet(t)
	if err := speak(assets.Files, "en"); err != nil {
		t.Fatal(err)
	}
	ids := func(n int) []string { return make([]string, n) }
	for _, tt := range []struct {
		name               string
		got                haul
		short, title, text string // title of no text: nobody reads it
	}{
		{"all are in", haul{files: 2, in: ids(2)}, "2 files imported", "", ""},
		{"points", haul{files: 1, in: ids(1), points: []string{"a\n– b"}}, "1 file imported", "1 of 1 imported; please look at these points:", "a\n– b"},
		{"stopped", haul{files: 14, in: ids(4), stopped: true}, "4 of 14 imported, stopped", "", ""},
		{
			"stopped, with all there is to tell", haul{files: 14, in: ids(4), stopped: true, wrong: []string{"– c: d"}, points: []string{"a\n– b"}},
			"4 of 14 imported, stopped", "4 of 14 imported, stopped", "Not imported:\n– c: d\n\nPlease look at these points:\na\n– b",
		},
		{"some were there", haul{files: 3, in: ids(1), there: 2}, "1 file imported. 2 files were there already.", "", ""},
		{
			"some were there, some cannot be read", haul{files: 3, in: ids(1), there: 1, wrong: []string{"– c: d"}},
			"1 file imported. 1 file was there already.", "1 of 3 imported; this one was not:", "– c: d\n\n1 file was there already.",
		},
		{
			"the disk is full", haul{files: 19, in: ids(13), wrong: []string{"– c: d"}, untried: 5},
			"13 files imported", "13 of 19 imported; these were not:", "– c: d\n\n5 files were not tried.",
		},
	} {
		title, text := tt.got.inFull()
		if short := tt.got.inShort(); short != tt.short || text != tt.text || text != "" && title != tt.title {
			t.Errorf("%s: %q, %q, %q", tt.name, short, title, text)
		}
	}
}

// TestOfVeryManyFilesTheFirstAreTold, and how many more there are.
func TestOfVeryManyFilesTheFirstAreTold(t *testing.T) {
	quiet(t)
	if err := speak(assets.Files, "en"); err != nil {
		t.Fatal(err)
	}
	got := haul{files: 1000}
	for i := range 500 {
		got.add(fmt.Sprintf("in-%d.txt", i), taken{remarks: []intake.Remark{{Said: "The text has no headline."}}})
		got.fails(fmt.Sprintf("out-%d.txt", i), errFolder)
	}
	title, text := got.inFull()
	if title != "500 of 1,000 imported; these were not:" {
		t.Errorf("the title is %q", title)
	}
	for want, n := range map[string]int{
		"– out-": mostWrong, "in-": mostPoints, "\nand 460 more\n\nPlease look": 1, "\n\nand 480 more files with such points": 1,
	} {
		if n != strings.Count(text, want) {
			t.Errorf("%q is told %d times, want %d", want, strings.Count(text, want), n)
		}
	}
}

// TestAnImportEndsWithTheWorkspace: where nothing can be written any more, no
// other file is tried.
func TestAnImportEndsWithTheWorkspace(t *testing.T) {
	workspace := filepath.Join(t.TempDir(), "share")
	a := officerAt(t, workspace)
	if err := os.Rename(workspace, workspace+" gone"); err != nil {
		t.Fatal(err)
	}
	a.dropMany(9)
	a.until("it is told", func() bool { return strings.Contains(lyingOver(a.Window), "0 of 10 imported; these were not:") })
	got := lyingOver(a.Window)
	if !strings.Contains(got, "– 0.txt: The workspace is not there. Connect its drive and try again.\n\n8 files were not tried.") || strings.Contains(got, "1.txt") {
		t.Errorf("it is told:\n%s", got)
	}
}

// TestNoFileIsTriedAfter what would happen to it, too.
func TestNoFileIsTriedAfter(t *testing.T) {
	for err, want := range map[error]bool{
		archive.ErrFull: true, archive.ErrGone: true, archive.ErrForbidden: true,
		errFolder: false, fs.ErrNotExist: false, fs.ErrPermission: false,
	} {
		if got := takesNoMore(fmt.Errorf("writing a: %w", err)); got != want {
			t.Errorf("after %v no more is tried: %v", err, got)
		}
	}
}

// TestTheSameWordsAreTakenInOnce: who drops the files once more has nothing twice,
// whatever became of the statements but for their words.
func TestTheSameWordsAreTakenInOnce(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	before := inWorkspace(t, a)
	var s strings.Builder
	if err := a.draft.Statement().WriteTOML(&s); err != nil {
		t.Fatal(err)
	}
	other := strings.Replace(undated, "press act", "fisheries act", 1)
	dir := put(t, map[string]string{"4th.txt": dated, "copy.txt": dated, "5th.txt": undated, "other.txt": other, "ours.toml": s.String()})
	names, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	take := func(want string) {
		t.Helper()
		a.takeMany(names, briefing.Published)
		a.until(want, func() bool { return a.status.said == want && a.importing() == nil })
		if a.win.Canvas().Overlays().Top() != nil {
			a.closeTop() // what to look at
		}
	}
	take("4 files imported. 1 file was there already.")
	all, _ := a.archive.List()
	for _, e := range all {
		if s, err := a.archive.Load(e.ID); err == nil && s.Date.Year == 2026 && s.Edition == 4 && e.ID != sampleStatement {
			s.Status = briefing.Cleared
			if err := a.archive.Save(s); err != nil {
				t.Fatal(err)
			}
		}
	}
	last := a.draft.Statement().ID
	a.theStatement()
	take("0 files imported. 5 files were there already.")
	if got := a.draft.Statement().ID; got != sampleStatement {
		t.Errorf("nothing is new, and %s has come to the desk", got)
	}
	a.show(last)
	a.draft.Type(briefing.Place{Section: "headline", Field: "text"}, "Other words")
	if !a.leave() {
		t.Fatal("not saved")
	}
	take("1 file imported. 4 files were there already.")
	if got := inWorkspace(t, a) - before; got != 5 {
		t.Errorf("%d came in", got)
	}
}
