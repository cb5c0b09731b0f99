package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// answered answers the dialog that is open with the button of a name.
func (a *acting) answered(name string) {
	a.t.Helper()
	top := a.win.Canvas().Overlays().Top()
	if top == nil {
		a.t.Fatalf("nothing asks for %q", name)
	}
	for range 40 {
		if b, ok := a.win.Canvas().Focused().(*button); ok && b.Text == name {
			b.Tapped(nil)
			return
		}
		a.win.Canvas().FocusNext()
	}
	a.t.Fatalf("there is no button %q", name)
}

// exported goes the officer's way: Ctrl+E, a path, Enter.
func (a *acting) exported(path string) {
	a.t.Helper()
	a.press("Export…")
	line := a.win.Canvas().Focused().(*entry)
	line.SetText(path)
	line.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

// TestAFolderIsMadeWhereOneIsMeant: who exports to a folder that is not there is
// asked, once, and comes back to the path who says no.
func TestAFolderIsMadeWhereOneIsMeant(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	name := filepath.Join(t.TempDir(), "press", "june", "out.txt")
	a.exported(name)
	a.key(fyne.KeyEscape)
	if line, ok := a.win.Canvas().Focused().(*entry); !ok || line.Text != name || isFile(name) {
		t.Fatal("the path is not there to be changed")
	}
	a.key(fyne.KeyReturn, fyne.KeyReturn) // the path, and the folder: nothing is lost by it
	if !isFile(name) {
		t.Error("nothing was written")
	}
}

// TestWhatAPathMeans: a folder, a home and a missing ending are understood.
func TestWhatAPathMeans(t *testing.T) {
	home, dir := t.TempDir(), t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	sep := string(filepath.Separator)
	for path, want := range map[string]string{
		dir:                                 filepath.Join(dir, "a.pdf"),
		filepath.Join(dir, "new") + sep:     filepath.Join(dir, "new", "a.pdf"),
		filepath.Join(dir, "b"):             filepath.Join(dir, "b.pdf"),
		filepath.Join(dir, "b.docx"):        filepath.Join(dir, "b.docx"),
		"~" + sep + "b.txt":                 filepath.Join(home, "b.txt"),
		filepath.Join(dir, "~") + sep + "b": filepath.Join(dir, "~", "b.pdf"),
	} {
		if got := outPath(path, "a.pdf"); got != want {
			t.Errorf("%s means %s, want %s", path, got, want)
		}
	}
}

// TestAFileOfOthersIsNotReplacedUnasked: what somebody else wrote, or worked on
// since, goes only if the officer says so; what the program wrote last goes
// without a question.
func TestAFileOfOthersIsNotReplacedUnasked(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	name := filepath.Join(t.TempDir(), "out.txt")
	over := a.win.Canvas().Overlays()
	read := func() string {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	if err := os.WriteFile(name, []byte("the cabinet's own"), 0o600); err != nil {
		t.Fatal(err)
	}
	a.exported(name)
	a.key(fyne.KeyReturn) // leaves it, and leads back to the path
	if got := read(); got != "the cabinet's own" {
		t.Fatalf("Enter replaced it: %s", got)
	}
	if line, ok := a.win.Canvas().Focused().(*entry); !ok || line.Text != name {
		t.Error("the path is not there to be changed")
	}
	a.closeTop()
	a.exported(name)
	a.answered("Replace")
	if got := read(); !strings.Contains(got, "Norland") {
		t.Fatalf("there stands %q", got)
	}
	a.exported(name)
	if over.Top() != nil {
		t.Fatal("what the program wrote itself is asked about")
	}
	if err := os.WriteFile(name, []byte(read()+"corrected"), 0o600); err != nil {
		t.Fatal(err)
	}
	if a.exported(name); over.Top() == nil {
		t.Error("what somebody corrected was replaced unasked")
	}
}

// TestTheNextExportBeginsWhereTheLastWent, and one that failed where it should
// have gone.
func TestTheNextExportBeginsWhereTheLastWent(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	dir := t.TempDir()
	impossible := filepath.Join(dir, "out.txt", "here.pdf") // out.txt is a file
	suggested := func() string {
		a.press("Export…")
		defer a.closeTop()
		return a.win.Canvas().Focused().(*entry).Text
	}
	a.exported(filepath.Join(dir, "out.txt"))
	if got := suggested(); got != filepath.Join(dir, "out.txt") {
		t.Errorf("suggested is %s", got)
	}
	a.exported(impossible)
	a.closeTop()
	if got := suggested(); got != impossible {
		t.Errorf("after it failed suggested is %s", got)
	}
	a.exported(filepath.Join(dir, "again.txt"))
	a.show("2026-03-12-norland-brief")
	if got := suggested(); filepath.Dir(got) != dir || filepath.Ext(got) != ".pdf" {
		t.Errorf("for another statement suggested is %s", got)
	}
}

// TestAnAnswerIsAboutTheStatementThatWasAskedAbout: another one that came to the
// desk meanwhile is not exported under the name of the first.
func TestAnAnswerIsAboutTheStatementThatWasAskedAbout(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	pdf := filepath.Join(t.TempDir(), "norland.pdf")
	a.press("Export…")
	path := a.win.Canvas().Focused().(*entry)
	path.SetText(pdf)
	a.show("2026-03-12-norland-brief")
	path.onEnter()
	if isFile(pdf) {
		t.Error("the brief was exported as the statement")
	}
	if !strings.Contains(a.status.said, "nothing was done") {
		t.Errorf("said is %q", a.status.said)
	}
}
