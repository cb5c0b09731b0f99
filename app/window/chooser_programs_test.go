//go:build !windows

package window

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"delegation-briefing/briefing"
)

func TestChoosersAreAskedInTheirOwnWay(t *testing.T) {
	open := fileQuestion{title: "Open a \"statement\"", endings: []string{".toml", ".txt"}}
	many := fileQuestion{title: "Import", many: true}
	save := fileQuestion{title: "Export", save: true, suggestion: "/home/o/a.pdf"}
	for _, c := range []struct {
		system, desktop, want string
		q                     fileQuestion
	}{
		{"linux", "GNOME", `zenity --file-selection|--title=Open a "statement"|--file-filter=*.toml *.txt`, open},
		{"linux", "", `zenity --file-selection|--title=Export|--save|--filename=/home/o/a.pdf`, save},
		{"linux", "KDE", `kdialog --title|Open a "statement"|--getopenfilename|.|*.toml *.txt`, open},
		{"freebsd", "kde", `kdialog --title|Export|--getsavefilename|/home/o/a.pdf`, save},
		{"darwin", "", `osascript -e|POSIX path of (choose file with prompt "Open a \"statement\"" of type {"toml", "txt"})`, open},
		{"linux", "GNOME", "zenity --file-selection|--title=Import|--multiple|--separator=\n", many},
		{"linux", "KDE", `kdialog --title|Import|--multiple|--separate-output|--getopenfilename|.`, many},
		{"darwin", "", `osascript -e|set chosen to ""|-e|repeat with f in (choose file with prompt "Import" with multiple selections allowed)|` +
			`-e|set chosen to chosen & POSIX path of f & linefeed|-e|end repeat|-e|chosen`, many},
		{"darwin", "", `osascript -e|POSIX path of (choose file name with prompt "Export" default name "a.pdf")`, save},
	} {
		first := choosers(c.system, c.desktop)[0]
		if got := first.program + " " + strings.Join(first.args(c.q), "|"); got != c.want {
			t.Errorf("%s %s: %s, want %s", c.system, c.desktop, got, c.want)
		}
	}
}

// chooserHere puts a chooser that runs a script before all others.
func chooserHere(t *testing.T, script string) {
	t.Helper()
	if runtime.GOOS == "darwin" {
		t.Skip("another program asks there")
	}
	dir := t.TempDir()
	t.Setenv("PATH", dir)
	if script == "" {
		return
	}
	if err := os.WriteFile(filepath.Join(dir, "zenity"), []byte("#!/bin/sh\n"+script+"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
}

func TestChoosing(t *testing.T) {
	for _, c := range []struct {
		script string
		want   []string
		fails  bool
	}{
		{"echo '/home/o/été 2026.toml'", []string{"/home/o/été 2026.toml"}, false},
		{"echo '/home/o/a, b.txt'; echo '/home/o/18:55 | c.txt'", []string{"/home/o/a, b.txt", "/home/o/18:55 | c.txt"}, false},
		{"exit 1", nil, false},
		{"exit 5", nil, true},
		{"echo 'cannot open display' >&2; exit 1", nil, true},
	} {
		chooserHere(t, c.script)
		if got, err := choose(fileQuestion{}); !slices.Equal(got, c.want) || (err != nil) != c.fails {
			t.Errorf("%s: %q, %v", c.script, got, err)
		}
	}
	chooserHere(t, "")
	if _, err := choose(fileQuestion{}); !errors.Is(err, errNoChooser) {
		t.Errorf("without a chooser: %v", err)
	}
}

func TestBrowsingAsksTheSystem(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	chooserHere(t, "echo /chosen.toml")
	var got []string
	then := func(names []string) { got = append(got, names...) }
	a.browse(fileQuestion{title: "Open"}, then)
	a.until("an answer", func() bool { return slices.Equal(got, []string{"/chosen.toml"}) })
	chooserHere(t, "exit 5")
	a.browse(fileQuestion{title: "Open"}, then)
	a.until("Fyne's dialog in its place", func() bool { return a.win.Canvas().Overlays().Top() != nil })
	if len(got) != 1 {
		t.Errorf("chosen: %v", got)
	}
}

// TestImportingTheSeveralThatWereBrowsedFor: all that were chosen come in, as
// when they are dropped on the window.
func TestImportingTheSeveralThatWereBrowsedFor(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	before := len(a.list.all)
	dir := t.TempDir()
	first, second := filepath.Join(dir, "4th, at 18:55.txt"), filepath.Join(dir, "5th.txt")
	for i, name := range []string{first, second} {
		text := fmt.Sprintf("Norland: %dth Human Rights Dialogue with the EU\n\nThe EU welcomed the new press act.\n", i+4)
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	chooserHere(t, "echo '"+first+"'; echo '"+second+"'")
	a.importDialog()
	path := a.win.Canvas().Focused().(*entry)
	a.win.Canvas().FocusNext()
	a.win.Canvas().Focused().(*button).OnTapped() // Browse…
	a.until("both paths", func() bool { return path.Text == first+", "+second })
	a.win.Canvas().FocusNext()
	a.win.Canvas().Focused().(*tick).SetChecked(true) // Published already
	path.onEnter()                                    // Import
	a.until("both in the list", func() bool { return len(a.list.all) == before+2 })
	for _, e := range a.list.all {
		if s, err := a.archive.Load(e.ID); strings.Contains(e.Title, "4th") && (err != nil || s.Status != briefing.Published) {
			t.Errorf("%s is %q, %v", e.ID, s.Status, err)
		}
	}
}
