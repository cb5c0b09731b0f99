package window

import (
	"os"
	"slices"
	"sync"

	"fyne.io/fyne/v2"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/archive"
)

// house is what all windows on a workspace share. No statement is on two
// desks, so that none of them writes over the other's words.
type house struct {
	app     fyne.App
	archive *archive.Archive
	windows []*Window
	pace    *pace
	outbox  outbox
	drafts  drafts
	work    sync.WaitGroup // under way beside the windows
	fresh   bool           // the workspace was made just now
	before  []string       // what was open when the program was left last
	leaving bool           // every window closes
	asked   int            // how often for the lists
}

// at is the window that has a statement on its desk, or nil.
func (h *house) at(id string) *Window {
	for _, w := range h.windows {
		if w.draft != nil && w.draft.Statement().ID == id {
			return w
		}
	}
	return nil
}

// refreshLists shows in every window what has changed in the workspace, which
// is read on a goroutine of its own: there may be ten thousand statements. What
// was read before somebody asked anew is overtaken and never shown.
func (h *house) refreshLists() {
	if len(h.windows) == 0 {
		return
	}
	h.asked++
	asked, do := h.asked, h.windows[0].config.do
	go func() {
		entries, err := h.archive.List()
		do(func() {
			if asked == h.asked {
				h.listed(entries, err)
			}
		})
	}()
}

// refreshListsNow is refreshLists for who cannot wait.
func (h *house) refreshListsNow() {
	h.asked++
	h.listed(h.archive.List())
}

func (h *house) listed(entries []archive.Entry, err error) {
	for _, w := range h.windows {
		w.listed(entries, err)
	}
}

// turned is called when the officer turns to the program, or to another: then
// all is saved at once.
func (h *house) turned(front bool) {
	h.pace.turned(front)
	if front {
		return
	}
	for _, w := range h.windows {
		w.flush()
		w.rememberPlace()
	}
}

// called brings the window the officer used first to the front, or the one that
// a file comes to that was handed over.
func (h *house) called(file string) {
	if len(h.windows) == 0 {
		return
	}
	w := h.showing(file)
	switch {
	case w != nil:
	case file == "":
		w = h.windows[0]
	default:
		w = h.host(file)
		w.takeFile(file)
	}
	w.win.RequestFocus()
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

// quit closes every window. One whose words cannot be saved stays, and says so.
// Where words would be lost, none closes before the officer has agreed to it.
func (h *house) quit() {
	if at := slices.IndexFunc(h.windows, (*Window).wouldLose); at >= 0 {
		h.windows[at].win.RequestFocus()
		h.windows[at].askToLose(h.quit)
		return
	}
	h.rememberDesks()
	h.leaving = true
	for _, w := range slices.Clone(h.windows) {
		w.close()
	}
	h.leaving = false
}

// rememberDesks keeps what is open side by side, for the next start. It does
// not while all windows close, one after the other.
func (h *house) rememberDesks() {
	if !h.leaving {
		h.app.Preferences().SetStringList(desksSetting, h.onDesks())
	}
}

// reopen opens the statements that were open beside the first window's when
// the program was left, each in a window of its own.
func (h *house) reopen() {
	if len(h.windows) == 0 {
		return
	}
	first := h.windows[0]
	for _, id := range h.before {
		if h.at(id) == nil && isFile(h.archive.Path(id)) {
			first.beside(id)
		}
	}
	first.win.RequestFocus()
}

// redress shows every window in the looks that are chosen now.
func (h *house) redress() {
	for _, w := range h.windows {
		w.redress()
	}
}

// rebuild makes every window anew, in another language. The one that has the
// keys keeps them.
func (h *house) rebuild() {
	for _, w := range h.windows {
		w.rebuild()
	}
}

// leave forgets a window that closes. What was on the last one's desk is there at
// the next start.
func (h *house) leave(w *Window) {
	h.windows = slices.DeleteFunc(h.windows, func(x *Window) bool { return x == w })
	if len(h.windows) > 0 {
		h.rememberDesks()
	}
}
