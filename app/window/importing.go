package window

import (
	"cmp"
	"errors"
	"strconv"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/archive"
	"delegation-briefing/briefing/intake"
)

// takeMany puts many files into the workspace, one after the other beside the
// window's work, and says how far it is. It can be stopped: what is in stays
// in, and a file is in as a whole or not at all. What became of them is told at
// the end, once. The status is that of what is no statement's file yet.
func (w *Window) takeMany(names []string, status briefing.Status) {
	b := w.newBatch(len(names))
	b.open()
	w.takeBatch(names, status, b)
}

func (w *Window) takeBatch(names []string, status briefing.Status, b *batch) {
	w.later(func() func() {
		got := w.takeEach(names, status, b)
		return func() {
			if b.leave != nil || !b.opened {
				got.last = "" // where the window stays, it is for what is on the desk
			}
			b.end()
			w.tookMany(got)
		}
	})
}

// takeEach takes the files in until it is stopped, or until the workspace takes no
// more.
func (w *Window) takeEach(names []string, status briefing.Status, b *batch) (got haul) {
	got.files = len(names)
	for i, name := range names {
		if got.stopped = b.stops(); got.stopped {
			break
		}
		so := len(got.in)
		w.config.do(func() { b.show(name, i, so) })
		t, err := w.takeIn(name, status)
		if err != nil {
			note("a file of many could not be imported", err)
			got.fails(name, err)
			if takesNoMore(err) {
				got.untried = len(names) - i - 1
				break
			}
			continue
		}
		got.add(name, t)
	}
	return got
}

// takesNoMore reports whether the next file would fail as this one did.
func takesNoMore(err error) bool {
	return errors.Is(err, archive.ErrFull) || errors.Is(err, archive.ErrGone) || errors.Is(err, archive.ErrForbidden)
}

// taken is a statement that was taken into the workspace, or that was there
// already.
type taken struct {
	briefing.Statement
	remarks []intake.Remark
	already bool
}

// takeIn puts a file into the workspace, unless the same words came from there the
// last time. Any goroutine may call it.
func (w *Window) takeIn(name string, status briefing.Status) (t taken, err error) {
	if isStatement(name) {
		if t.Statement, err = readStatement(name); err != nil {
			return taken{}, err
		}
		return w.takeInto(t)
	}
	got, err := readText(name, w.archive.Office(w.config.Files))
	if err != nil {
		return taken{}, err
	}
	t.Statement, t.remarks = got.Statement, got.Remarks
	t.Status = status
	if t, err = w.takeInto(t); err == nil && !t.already {
		w.keepQuietly(t.ID, archive.AsImported)
	}
	return t, err
}

func (w *Window) takeInto(t taken) (taken, error) {
	if id := w.sameAs(t.Statement); id != "" {
		t.ID, t.already = id, true
		return t, nil
	}
	id, err := w.archive.Create(t.Statement)
	t.ID = id
	return t, err
}

// sameAs is the statement in the workspace that has the same words as another
// one, and the name that this would get there; "" where there is none. What was
// cleared or published since has its words still.
func (w *Window) sameAs(s briefing.Statement) string {
	base := cmp.Or(s.ID, archive.Name(s))
	id := base
	for n := 2; isFile(w.archive.Path(id)); n++ {
		there, err := w.archive.Peek(id)
		if err == nil && there.Headline() == s.Headline() { // which is told at once, of hundreds without a date
			s.Status = there.Status
			if len(briefing.Diff(there, s)) == 0 {
				return id
			}
		}
		id = base + "-" + strconv.Itoa(n)
	}
	return ""
}

// tookMany shows the last of the files that are in, where any has come in, and tells
// what became of all, unless the window has closed after them.
func (w *Window) tookMany(got haul) {
	w.house.refreshLists()
	w.house.learnt(got.in...)
	if w.closed {
		return
	}
	if got.last != "" && (len(got.in) > 0 || w.draft == nil) { // nothing new: she stays where she is
		w.show(got.last)
	}
	w.status.say(got.inShort())
	if title, text := got.inFull(); text != "" {
		w.house.atRest(func() { w.tellUnasked(title, text) })
	}
}

// tellUnasked is tellLong for what comes once some work is done: a key that is under
// way is meant for something else, such as Stop.
func (w *Window) tellUnasked(title, text string) {
	if w.closed {
		return
	}
	w.tellLong(title, text)
	if done, ok := w.win.Canvas().Focused().(*button); ok {
		done.deafen()
	}
}
