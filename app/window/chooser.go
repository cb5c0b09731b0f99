package window

import (
	"cmp"
	"errors"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/driver"
	"fyne.io/fyne/v2/storage"
)

// fileQuestion is what is asked with a dialog for files. Go has none of its
// own, and Fyne's looks like no other on the machine, so choose asks with that
// of the system.
type fileQuestion struct {
	title      string
	save       bool   // a file to write, which need not be there yet
	many       bool   // several files may be chosen at once
	suggestion string // a path to begin with; may be empty
	endings    []string
	owner      uintptr // the window the dialog belongs to, as Windows knows it
}

// errNoChooser says that the machine has nothing that asks for files.
var errNoChooser = errors.New("no program that asks for files")

// handleOf is what Windows knows a window by; 0 for one that it does not know.
func handleOf(win fyne.Window) (handle uintptr, windows bool) {
	if native, ok := win.(driver.NativeWindow); ok {
		native.RunNative(func(context any) {
			if c, ok := context.(driver.WindowsWindowContext); ok {
				handle, windows = c.HWND, true
			}
		})
	}
	return handle, windows
}

// askFile asks for one file.
func (w *Window) askFile(title, verb, suggestion string, endings []string, then func(name string)) {
	q := fileQuestion{title: title, save: suggestion != "", suggestion: suggestion, endings: endings}
	w.askFiles(q, verb, nil, func(names []string) { then(names[0]) })
}

// askFiles asks for a file by its path, or by the system's way of browsing,
// which may choose several. What was browsed for holds until the path is
// written over. A path that was typed and led to nothing is there again, to be
// changed. Below the path stands what else is asked; nil: nothing.
func (w *Window) askFiles(q fileQuestion, verb string, more fyne.CanvasObject, then func(names []string)) {
	path := newEntry()
	if w.missed && w.sought.of == q.title {
		q.suggestion = w.sought.path
	}
	path.SetText(q.suggestion)
	path.SetPlaceHolder(L("Path of the file"))
	var browsed []string
	shown := func() string { return strings.Join(browsed, ", ") }
	browse := newButton(L("Browse…"), func() {
		q.suggestion = cmp.Or(fromHome(pathIn(path.Text)), q.suggestion)
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
		} else if name := fromHome(pathIn(path.Text)); name != "" {
			w.sought, w.missed = wish{q.title, name}, false
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
