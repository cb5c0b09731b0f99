package window

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/archive"
	"delegation-briefing/briefing/intake"
)

// add puts a statement into the workspace and on the desk. It reports whether it
// stands there.
func (w *Window) add(s briefing.Statement) bool {
	id, err := w.archive.Create(s)
	if err != nil {
		w.fail(L("The statement could not be put into the workspace."), err)
		return false
	}
	w.refreshList()
	return w.show(id)
}

func (w *Window) openDialog() {
	w.askFile(L("Open a statement"), L("Open"), "", []string{".toml"}, w.takeFile)
}

// openFile opens a statement's file. One from outside the workspace is copied
// into it, unless the same words are there from the last time; the file itself
// stays as it is.
func (w *Window) openFile(name string) {
	id := strings.TrimSuffix(filepath.Base(name), ".toml")
	if path, err := filepath.Abs(name); err == nil && path == w.archive.Path(id) {
		w.goOn(id)
		return
	}
	s, err := readStatement(name)
	if err != nil {
		w.missedAt(name)
		w.failAt(L("This is not a statement that can be read:"), name, err)
		return
	}
	if there, err := w.archive.Peek(id); err == nil && len(briefing.Diff(there, s)) == 0 {
		w.show(id)
		return
	}
	if w.add(s) {
		w.status.say(L("It is in the workspace now; the file itself stays as it is."))
	}
}

// readStatement reads a statement's file from anywhere.
func readStatement(name string) (briefing.Statement, error) {
	f, err := openToRead(name)
	if err != nil {
		return briefing.Statement{}, err
	}
	defer f.Close()
	s, err := briefing.ReadStatement(f)
	s.ID = strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))
	return s, err
}

// errFolder means that a folder is where a file was to be read. What the system says
// of it when it is read is another thing on each.
var errFolder = errors.New("this is a folder")

func openToRead(name string) (*os.File, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	if info, err := f.Stat(); err == nil && info.IsDir() {
		f.Close()
		return nil, errFolder
	}
	return f, nil
}

// importDialog asks for texts to import, and whether they have been said to the
// press already: last year's statements have.
func (w *Window) importDialog() {
	said := newTick(L("Published already"), nil)
	w.askFiles(fileQuestion{title: L("Import a text"), many: true}, L("Import"), said, func(names []string) {
		status := briefing.Draft
		if said.Checked {
			status = briefing.Published
		}
		if len(names) == 1 {
			w.importFile(names[0], status)
		} else {
			w.takeMany(names, status)
		}
	})
}

// importFile makes a statement of a text file and says what it could not tell.
// A long text takes a moment, so it is read beside the window's work.
func (w *Window) importFile(name string, status briefing.Status) {
	w.status.say(L("Importing %s…", filepath.Base(name)))
	office, wrote := w.archive.Office(w.config.Files), w.wrote
	w.later(func() func() {
		got, err := readText(name, office)
		got.Statement.Status = status
		there := ""
		if err == nil {
			there = w.sameAs(got.Statement)
		}
		return func() {
			switch {
			case w.wrote != wrote: // she has gone on writing
				w.takeAside(name, status)
			case there != "":
				w.showThere(there)
			default:
				w.imported(name, got, err)
			}
		}
	})
}

// showThere shows the statement that has a text's words already: a second one of them
// would be written on in the wrong place some day.
func (w *Window) showThere(id string) {
	w.status.say("")
	if w.show(id) {
		w.focusText()
		w.status.say(L("This text was imported before; here is its statement."))
	}
}

func readText(name string, office briefing.Office) (intake.Result, error) {
	f, err := openToRead(name)
	if err != nil {
		return intake.Result{}, err
	}
	defer f.Close()
	return intake.Read(f, office, "")
}

func (w *Window) imported(name string, got intake.Result, err error) {
	w.status.say("")
	if err != nil {
		w.missedAt(name)
		w.failAt(L("This file cannot be imported:"), name, err)
		return
	}
	if !w.add(got.Statement) {
		return
	}
	w.keepQuietly(w.draft.Statement().ID, archive.AsImported)
	if len(got.Remarks) > 0 {
		w.tellUnasked(L("Imported. Please look at these points:"), remarksIn(got.Remarks))
	}
}

// dropped takes files that were dropped on the window.
func (w *Window) dropped(_ fyne.Position, files []fyne.URI) {
	var names []string
	for _, f := range files {
		names = append(names, f.Path())
	}
	if len(names) > 0 {
		w.free().takeFiles(names)
	}
}

// takeFiles takes one file to the desk, or several into the workspace.
func (w *Window) takeFiles(names []string) {
	switch len(names) {
	case 0:
	case 1:
		w.takeFile(names[0])
	default:
		w.takeMany(names, briefing.Draft)
	}
}

// takeFile opens a statement's file, and imports any other.
func (w *Window) takeFile(name string) {
	switch {
	case isMissing(name):
		w.missedAt(name)
		w.tell(L("That did not work"), w.reading(L("This file is not there:")+" "+name+"\n\n"+
			L("Was it moved, or renamed? Open it where it is now, with Ctrl+O.")))
	case isStatement(name):
		w.openFile(name)
	default:
		w.importFile(name, briefing.Draft)
	}
}

// missedAt remembers that no statement came of a file. If its path was typed, it is
// there when it is asked for again.
func (w *Window) missedAt(name string) { w.missed = w.missed || w.sought.path == name }

// isStatement reports whether a file is called one of ours.
func isStatement(name string) bool { return strings.EqualFold(filepath.Ext(name), ".toml") }

// program is what a PDF and a version say that made them.
func (w *Window) program() string { return "Delegation Briefing " + w.config.Version }

// saveNow saves without waiting.
func (w *Window) saveNow() { w.saveOr(L("Not saved:")) }
