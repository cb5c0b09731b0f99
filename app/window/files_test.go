package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"delegation-briefing/briefing"
)

func TestImportAndExport(t *testing.T) {
	dir := t.TempDir()
	a := officerAt(t, filepath.Join(dir, "new"))
	text := filepath.Join(dir, "last.txt")
	words := "Norland: 6th Human Rights Dialogue with the EU\n\nOn 11 March 2025, the European Union and Norland held their sixth Human Rights Dialogue in Aldvik.\n\nThe EU welcomed the new press act.\n"
	if err := os.WriteFile(text, []byte(words), 0o600); err != nil {
		t.Fatal(err)
	}
	before := a.draft
	a.importFile(text, briefing.Draft)
	a.until("imported", func() bool { return a.draft != before })
	s := a.draft.Statement()
	if s.Partner != "Norland" || s.Edition != 6 {
		t.Errorf("imported as %q, %d", s.Partner, s.Edition)
	}
	for ending, begins := range map[string]string{".pdf": "%PDF-", ".docx": "PK", ".html": "<!", ".txt": "Draft"} {
		out := filepath.Join(dir, "out"+ending)
		a.export(out)
		data, err := os.ReadFile(out)
		if err != nil || !strings.HasPrefix(strings.ToLower(string(data)), strings.ToLower(begins)) {
			t.Errorf("%s: begins with %.20q, %v", ending, data, err)
		}
	}
	a.export(filepath.Join(dir, "out.xyz"))
	if _, err := os.Stat(filepath.Join(dir, "out.xyz")); err == nil {
		t.Error("a form nobody knows was written")
	}
}

// TestATextIsImportedOnce: who imports it again is shown the statement that there is,
// unless other words stand in it by now.
func TestATextIsImportedOnce(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	file := filepath.Join(put(t, map[string]string{"4th.txt": dated}), "4th.txt")
	imported := func() string {
		t.Helper()
		a.theStatement()
		a.importFile(file, briefing.Draft)
		a.until("it is on the desk", func() bool { return a.draft.Statement().ID != sampleStatement })
		return a.draft.Statement().ID
	}
	first := imported()
	before := inWorkspace(t, a)
	if again := imported(); again != first || inWorkspace(t, a) != before {
		t.Errorf("one text became %s and %s", first, again)
	}
	if a.status.said != "This text was imported before; here is its statement." {
		t.Errorf("it is said %q", a.status.said)
	}
	a.draft.Type(briefing.Place{Section: "headline", Field: "text"}, "Other words")
	if again := imported(); again == first {
		t.Error("what the file says is not shown")
	}
}

// TestBrokenFiles: a file that cannot be read is told of and changes nothing.
func TestBrokenFiles(t *testing.T) {
	dir := t.TempDir()
	a := officerAt(t, filepath.Join(dir, "new"))
	id, all := a.draft.Statement().ID, len(a.list.all)
	for name, words := range map[string]string{"a.toml": "format = 99", "b.toml": "format", "c.txt": "\x00\x01\x02", "d.txt": ""} {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte(words), 0o600); err != nil {
			t.Fatal(err)
		}
		a.takeFile(file)
		a.until(name+" is told of", func() bool { return a.win.Canvas().Overlays().Top() != nil })
		top := a.win.Canvas().Overlays().Top()
		a.win.Canvas().Overlays().Remove(top)
	}
	for _, name := range []string{"not there.toml", "not there.docx"} {
		a.takeFile(filepath.Join(dir, name))
		if a.win.Canvas().Overlays().Top() == nil {
			t.Fatal("a file that is not there is not told of")
		}
		a.closeTop()
	}
	if a.draft.Statement().ID != id || len(a.list.all) != all {
		t.Error("something changed")
	}
}

// TestAFileFromOutsideIsCopiedOnce opens the same file twice, and again after
// its copy was written in.
func TestAFileFromOutsideIsCopiedOnce(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	text, err := os.ReadFile(a.archive.Path(a.draft.Statement().ID))
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "from-a-colleague.toml")
	if err := os.WriteFile(file, text, 0o600); err != nil {
		t.Fatal(err)
	}
	opened := func() string { a.takeFile(file); return a.draft.Statement().ID }
	if first, again := opened(), opened(); first != again {
		t.Errorf("one file became %s and %s", first, again)
	}
	before := a.draft.Statement().ID
	a.at("outcome", 0, "text")
	a.typed(" Mine.")
	if err := a.saver.Flush(); err != nil {
		t.Fatal(err)
	}
	if opened() == before {
		t.Error("the copy was written in, and what the file says is not shown")
	}
}

func TestThePathThatWasPasted(t *testing.T) {
	for text, want := range map[string]string{
		`"C:\Texts\4th, final.docx"`: `C:\Texts\4th, final.docx`,
		"  /home/o/a.txt\n":          "/home/o/a.txt",
		`/home/o/the "last".txt`:     `/home/o/the "last".txt`,
		`"`:                          `"`,
		" ":                          "",
	} {
		if got := pathIn(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestWhatIsNotSavedIsToldToWhoAskedForIt: only who leaves a statement is told that
// it stays open.
func TestWhatIsNotSavedIsToldToWhoAskedForIt(t *testing.T) {
	workspace := filepath.Join(t.TempDir(), "share")
	a := officerAt(t, workspace)
	a.theStatement()
	a.at("outcome", 0, "text")
	if err := os.Rename(workspace, workspace+" gone"); err != nil {
		t.Fatal(err)
	}
	a.typed(" Written without a disk.")
	for _, tt := range []struct{ asked, want string }{
		{"Save now", "Not saved:"},
		{"Keep a version…", "No version was kept:"},
		{"Close window", "Your last words are not saved yet, so this statement stays open."},
	} {
		a.press(tt.asked)
		if got := lyingOver(a.Window); !strings.Contains(got, tt.want+"\n\nThe workspace is not there.") {
			t.Errorf("%s: it is told %q", tt.asked, got)
		}
		if a.win.Canvas().Overlays().Top() != nil {
			a.closeTop()
		}
	}
}

// TestATypedPathIsThereAgain after a fault, and no longer once a statement came of
// it. "~" is the officer's home.
func TestATypedPathIsThereAgain(t *testing.T) {
	home := put(t, map[string]string{"4th.txt": dated, "scan.txt": "%PDF-1.7", "broken.toml": "format = 99"})
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	line := func(command string) *entry {
		t.Helper()
		a.press(command)
		e, ok := a.win.Canvas().Focused().(*entry)
		if !ok {
			t.Fatalf("%s asks for no path", command)
		}
		return e
	}
	for _, tt := range []struct{ command, file, told string }{
		{"Open…", "gone.toml", "This file is not there:"},
		{"Open…", "broken.toml", "This is not a statement that can be read:"},
		{"Import…", "gone.txt", "There is no such file or folder."},
		{"Import…", "scan.txt", "This is a PDF."},
	} {
		e := line(tt.command)
		e.SetText("~" + string(filepath.Separator) + tt.file)
		e.onEnter()
		a.until("it is told", func() bool { return strings.Contains(lyingOver(a.Window), tt.told) })
		a.closeTop()
		e = line(tt.command)
		if want := filepath.Join(home, tt.file); e.Text != want {
			t.Errorf("after %s there stands %q", want, e.Text)
		}
		a.closeTop()
	}
	if e := line("Open…"); e.Text != "" {
		t.Errorf("another question has the path %q", e.Text)
	}
	a.closeTop()
	before := a.draft
	e := line("Import…")
	e.SetText(filepath.Join(home, "4th.txt"))
	e.onEnter()
	a.until("imported", func() bool { return a.draft != before })
	if a.win.Canvas().Overlays().Top() != nil {
		a.closeTop() // what to look at
	}
	if e := line("Import…"); e.Text != "" {
		t.Errorf("after an import there stands %q", e.Text)
	}
}
