package window

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
