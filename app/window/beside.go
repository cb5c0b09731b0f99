package window

import (
	"os"
	"slices"

	"delegation-briefing/briefing"
)

// another opens a second window on the workspace.
func (w *Window) another() { w.beside("") }

// beside opens a second window, with a statement on its desk, or, where none is
// named, with one that is on no other.
func (w *Window) beside(id string) *Window {
	config := w.config
	config.Open = nil
	next, err := w.house.open(config)
	if err != nil {
		w.fail(L("A second window cannot be opened."), err)
		return w
	}
	if id != "" {
		next.show(id)
	}
	next.win.Show()
	clickWherePointed(next.win)
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

// called brings the window the officer used first to the front, or the one that
// the files come to that were handed over.
func (h *house) called(files ...string) {
	if len(h.windows) == 0 {
		return
	}
	w := h.windows[0]
	switch {
	case len(files) > 0 && h.typing():
		h.putAside(files)
		return
	case len(files) > 0:
		w = h.handed(files)
	}
	w.win.RequestFocus()
}

// handed gives files to the window that they come to. The last is the one that will
// be on the desk.
func (h *house) handed(files []string) *Window {
	last := files[len(files)-1]
	w := h.showing(last)
	switch {
	case w == nil:
		w = h.host(last)
	case len(files) == 1:
		return w
	}
	w.takeFiles(files)
	return w
}

// host is the window for a file. Who has put two statements side by side looks at
// both: a third comes beside them, unless one of the desks is empty, or it cannot
// be opened.
func (h *house) host(file string) *Window {
	first := h.windows[0]
	if len(h.windows) == 1 {
		return first.free()
	}
	empty := func(w *Window) bool { return w.draft == nil && w.win.Canvas().Overlays().Top() == nil }
	if at := slices.IndexFunc(h.windows, empty); at >= 0 {
		return h.windows[at]
	}
	if !opens(file) {
		return first
	}
	return first.beside("")
}

// opens reports whether a file is there, and a statement where it is called one.
func opens(file string) bool {
	if !isStatement(file) {
		return isFile(file)
	}
	_, err := readStatement(file)
	return err == nil
}

// showing is the window that has a file on its desk, or a copy of it in which
// nobody has written yet; nil where none has.
func (h *house) showing(file string) *Window {
	if !isStatement(file) {
		return nil
	}
	s, err := readStatement(file)
	at := slices.IndexFunc(h.windows, func(w *Window) bool {
		if w.draft == nil {
			return false
		}
		now := w.draft.Statement()
		return sameFile(h.archive.Path(now.ID), file) || err == nil && now.ID == s.ID && len(briefing.Diff(now, s)) == 0
	})
	if at < 0 {
		return nil
	}
	return h.windows[at]
}

func sameFile(a, b string) bool {
	one, err := os.Stat(a)
	two, err2 := os.Stat(b)
	return err == nil && err2 == nil && os.SameFile(one, two)
}
