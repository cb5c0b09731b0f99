package window

import (
	"path/filepath"
	"slices"
	"time"

	"delegation-briefing/briefing"
)

// Files that are handed over while the officer is typing come into the workspace, but
// not to the desk: her next letters would be written into another statement, or answer
// a dialog that she has not read.

// typingFor is how long after a letter the next one may be under way.
const typingFor = 2 * time.Second

// typing reports whether the officer is typing in one of the windows, or was until
// just now. Who has turned to another program is not.
func (h *house) typing() bool {
	return h.pace.inFront() && h.pace.wroteSince(time.Now().Add(-typingFor))
}

// atRest does something once nobody is typing.
func (h *house) atRest(do func()) {
	if !h.typing() || len(h.windows) == 0 {
		do()
		return
	}
	later := h.windows[0].config.do
	time.AfterFunc(quietFor, func() { later(func() { h.atRest(do) }) })
}

// putAside takes files into the workspace and leaves the desk as it is.
func (h *house) putAside(files []string) {
	w := h.windows[0]
	if slices.Contains(h.windows, h.used) {
		w = h.used
	}
	if len(files) == 1 {
		w.takeAside(files[0], briefing.Draft)
		return
	}
	w.takeBatch(files, briefing.Draft, w.newBatch(len(files)))
}

// takeAside takes one file into the workspace and says how to come to it.
func (w *Window) takeAside(name string, status briefing.Status) {
	w.status.say(L("Importing %s…", filepath.Base(name)))
	w.later(func() func() {
		t, err := w.takeIn(name, status)
		return func() { w.tookAside(name, t, err) }
	})
}

func (w *Window) tookAside(name string, t taken, err error) {
	if err != nil {
		note("a file that was put aside could not be imported", err)
		w.missedAt(name)
		w.status.warn(L("%s could not be imported: %s", filepath.Base(name), inWords(err)))
		return
	}
	w.house.refreshLists()
	said := L("It is there already: %s. Ctrl+P goes to it.", t.Headline())
	if !t.already {
		w.house.learnt(t.ID)
		said = L("Imported: %s. Ctrl+P goes to it.", t.Headline())
		if n := len(t.remarks); n > 0 {
			said += " " + N("points to look at", n)
		}
	}
	w.status.say(said)
}
