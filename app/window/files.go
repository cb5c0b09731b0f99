package window

import (
	"cmp"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

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
		w.show(id)
		return
	}
	s, err := readStatement(name)
	if err != nil {
		w.failAt(L("This is not a statement that can be read:"), name, err)
		return
	}
	if there, err := w.archive.Peek(id); err == nil && len(briefing.Diff(there, s)) == 0 {
		w.show(id)
		return
	}
	w.add(s)
}

// readStatement reads a statement's file from anywhere.
func readStatement(name string) (briefing.Statement, error) {
	f, err := os.Open(name)
	if err != nil {
		return briefing.Statement{}, err
	}
	defer f.Close()
	s, err := briefing.ReadStatement(f)
	s.ID = strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))
	return s, err
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
	office := w.archive.Office(w.config.Files)
	w.later(func() func() {
		got, err := readText(name, office)
		got.Statement.Status = status
		return func() { w.imported(name, got, err) }
	})
}

func readText(name string, office briefing.Office) (intake.Result, error) {
	f, err := os.Open(name)
	if err != nil {
		return intake.Result{}, err
	}
	defer f.Close()
	return intake.Read(f, office, "")
}

func (w *Window) imported(name string, got intake.Result, err error) {
	w.status.say("")
	if err != nil {
		w.failAt(L("This file cannot be imported:"), name, err)
		return
	}
	if !w.add(got.Statement) {
		return
	}
	w.keepQuietly(w.draft.Statement().ID, archive.AsImported)
	if len(got.Remarks) == 0 {
		return
	}
	var remarks []string
	for _, r := range got.Remarks {
		remarks = append(remarks, "– "+remarkInWords(r))
	}
	text := paragraph(strings.Join(remarks, "\n"))
	w.tell(L("Imported. Please look at these points:"), container.NewGridWrap(w.dialogSize(37, 17), container.NewVScroll(text)))
}

// dropped takes files that were dropped on the window.
func (w *Window) dropped(_ fyne.Position, files []fyne.URI) {
	var names []string
	for _, f := range files {
		names = append(names, f.Path())
	}
	if len(names) == 1 {
		w.free().takeFile(names[0])
	} else if len(names) > 1 {
		w.free().takeMany(names, briefing.Draft)
	}
}

// takeFile opens a statement's file, and imports any other.
func (w *Window) takeFile(name string) {
	if strings.EqualFold(filepath.Ext(name), ".toml") {
		w.openFile(name)
	} else {
		w.importFile(name, briefing.Draft)
	}
}

// program is what a PDF and a version say that made them.
func (w *Window) program() string { return "Delegation Briefing " + w.config.Version }

// saveNow saves without waiting.
func (w *Window) saveNow() { w.leave() }

// another opens a second window on the workspace.
func (w *Window) another() { w.beside("") }

// beside opens a second window, with a statement on its desk, or, where none is
// named, with one that is on no other.
func (w *Window) beside(id string) *Window {
	config := w.config
	config.Open = ""
	next, err := w.house.open(config)
	if err != nil {
		w.fail(L("A second window cannot be opened."), err)
		return w
	}
	if id != "" {
		next.show(id)
	}
	next.win.Show()
	return next
}

// free is the window that something new may come to: this one, or, while a
// question about its statement lies over it, one beside.
func (w *Window) free() *Window {
	if w.win.Canvas().Overlays().Top() == nil {
		return w
	}
	return w.beside("")
}

// askFile asks for one file.
func (w *Window) askFile(title, verb, suggestion string, endings []string, then func(name string)) {
	q := fileQuestion{title: title, save: suggestion != "", suggestion: suggestion, endings: endings}
	w.askFiles(q, verb, nil, func(names []string) { then(names[0]) })
}

// askFiles asks for a file by its path, or by the system's way of browsing,
// which may choose several. What was browsed for holds until the path is
// written over. Below the path stands what else is asked; nil: nothing.
func (w *Window) askFiles(q fileQuestion, verb string, more fyne.CanvasObject, then func(names []string)) {
	path := newEntry()
	path.SetText(q.suggestion)
	path.SetPlaceHolder(L("Path of the file"))
	var browsed []string
	shown := func() string { return strings.Join(browsed, ", ") }
	browse := newButton(L("Browse…"), func() {
		q.suggestion = cmp.Or(pathIn(path.Text), q.suggestion)
		w.browse(q, func(names []string) {
			browsed = names
			path.SetText(shown())
		})
	})
	form := container.NewVBox(container.NewBorder(nil, nil, nil, browse, path))
	if more != nil {
		form.Add(more)
	}
	w.ask(q.title, verb, w.broad(40, form), path, func() {
		if len(browsed) > 0 && path.Text == shown() {
			then(browsed)
		} else if name := pathIn(path.Text); name != "" {
			then([]string{name})
		}
	})
}

// pathIn is the path that was typed or pasted. Windows copies a file's path with
// quotation marks around it.
func pathIn(text string) string {
	text = strings.TrimSpace(text)
	if inner, ok := strings.CutPrefix(text, `"`); ok && strings.HasSuffix(inner, `"`) {
		return strings.TrimSuffix(inner, `"`)
	}
	return text
}

// browse asks with the dialog of the system, or with Fyne's where it has none.
func (w *Window) browse(q fileQuestion, then func(names []string)) {
	q.owner, _ = handleOf(w.win)
	w.later(func() func() {
		names, err := choose(q)
		return func() {
			switch {
			case err == nil && len(names) > 0:
				then(names)
			case err != nil:
				if !errors.Is(err, errNoChooser) {
					note("the system's dialog for files failed", err)
				}
				w.browseHere(q, then)
			}
		}
	})
}

// browseHere asks with Fyne's dialogs, which know one file at a time. The one for
// a file to write would empty it before anything is written, so the folder alone
// is asked for.
func (w *Window) browseHere(q fileQuestion, then func(names []string)) {
	if q.save {
		dialog.NewFolderOpen(func(dir fyne.ListableURI, err error) {
			if err == nil && dir != nil {
				then([]string{filepath.Join(dir.Path(), filepath.Base(q.suggestion))})
			}
		}, w.win).Show()
		return
	}
	d := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		if err == nil && f != nil {
			f.Close()
			then([]string{f.URI().Path()})
		}
	}, w.win)
	if len(q.endings) > 0 {
		d.SetFilter(storage.NewExtensionFileFilter(q.endings))
	}
	d.Show()
}
