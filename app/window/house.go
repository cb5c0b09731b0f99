package window

import (
	"slices"
	"sync"
	"sync/atomic"

	"fyne.io/fyne/v2"

	"delegation-briefing/briefing/archive"
)

// house is what all windows on a workspace share. No statement is on two
// desks, so that none of them writes over the other's words.
type house struct {
	app     fyne.App
	archive *archive.Archive
	windows []*Window
	used    *Window // by the officer, last
	pace    *pace
	outbox  outbox
	drafts  drafts
	batches []*batch       // imports that are under way
	work    sync.WaitGroup // under way beside the windows
	ending  atomic.Bool    // what is under way is done, and no more of it begun
	fresh   bool           // the workspace was made just now
	folder  string         // the workspace
	before  []string       // what was open when the program was left last
	leaving bool           // every window closes
	emptied func()         // the last window has closed; nil: nobody minds
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

// quit closes every window. One whose words cannot be saved stays, and says so.
// Where an import would be broken off or words be lost, none closes before the
// officer has agreed to it.
func (h *house) quit() {
	if len(h.batches) > 0 {
		h.batches[0].askToStop(L("Stop and quit"), h.quit)
		return
	}
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

// stopFor is what an import stops for where a window closes.
func (h *house) stopFor() string {
	if len(h.windows) > 1 {
		return L("Stop and close")
	}
	return L("Stop and quit")
}

// rememberDesks keeps what is open side by side, for the next start. It does
// not while all windows close, one after the other.
func (h *house) rememberDesks() {
	if !h.leaving {
		h.app.Preferences().SetStringList(h.here(desksSetting), h.onDesks())
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
			first.beside(id).resume()
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
	switch {
	case len(h.windows) > 0:
		h.rememberDesks()
	case h.emptied != nil:
		h.emptied()
	}
}
