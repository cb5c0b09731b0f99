package window

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

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
	w.later(func() func() {
		got := w.takeEach(names, status, b)
		return func() {
			if b.leave != nil {
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

// haul is what became of the files of an import.
type haul struct {
	files   int
	in      []string // what came in, as it is called in the workspace
	wrong   []string // the files that did not, each with its reason
	points  []string // what to look at in what came in
	there   int      // files whose words were in the workspace already
	last    string   // of what is in the workspace now
	untried int      // files, once the workspace took no more
	stopped bool     // by the officer
}

func (h *haul) fails(name string, err error) {
	h.wrong = append(h.wrong, "– "+L("%s: %s", filepath.Base(name), inWords(err)))
}

func (h *haul) add(name string, t taken) {
	h.last = t.ID
	if t.already {
		h.there++
		return
	}
	h.in = append(h.in, t.ID)
	if len(t.remarks) > 0 {
		h.points = append(h.points, L("%s: %s", filepath.Base(name), t.Headline())+"\n"+remarksIn(t.remarks))
	}
}

// inShort is how many came in, and how many were in.
func (h *haul) inShort() string {
	said := N("files imported", len(h.in))
	if h.stopped {
		said = h.count()
	}
	if h.there > 0 {
		said += ". " + N("files already there", h.there)
	}
	return said
}

func (h *haul) count() string {
	return L("%s of %s imported, stopped", number(len(h.in)), number(h.files))
}

// inFull is what else there is to tell, under a title: which files did not come
// in and why, and then what to look at in those that did. It is empty where
// there is nothing.
func (h *haul) inFull() (title, text string) {
	wrong, points := strings.Join(h.wrong, "\n"), strings.Join(h.points, "\n\n")
	if h.untried > 0 {
		wrong += "\n\n" + N("files not tried", h.untried)
	}
	if h.there > 0 && wrong != "" {
		wrong += "\n\n" + N("files already there", h.there)
	}
	switch {
	case h.stopped:
		title, wrong, points = h.count(), under(L("Not imported:"), wrong), under(L("Please look at these points:"), points)
	case wrong != "":
		title = fmt.Sprintf(N("%s of %s imported; these were not:", len(h.wrong)+h.untried), number(len(h.in)), number(h.files))
		points = under(L("Please look at these points:"), points)
	default:
		title = L("Imported. Please look at these points:")
	}
	return title, strings.TrimSpace(wrong + "\n\n" + points)
}

// under puts words under a heading, unless there are none.
func under(heading, words string) string {
	if words == "" {
		return ""
	}
	return heading + "\n" + words
}

// batch is an import of many files while it is under way.
type batch struct {
	w       *Window
	all, in int // files, and how many of them are in
	now     *widget.Label
	bar     *widget.ProgressBar
	dialog  dialog.Dialog

	stopped context.Context
	cancel  func()
	button  *button // stops it

	question dialog.Dialog // whether it shall stop; nil: nobody asks
	asked    *widget.Label
	leave    func() // what the officer wants to do once it has stopped; nil: nothing
}

// newBatch shows how far an import of so many files is, and lets it be stopped.
func (w *Window) newBatch(files int) *batch {
	b := &batch{w: w, all: files, now: small(), bar: widget.NewProgressBar()}
	b.stopped, b.cancel = context.WithCancel(context.Background())
	b.bar.Max = float64(files)
	b.now.Truncation = fyne.TextTruncateEllipsis
	body := container.NewVBox(b.now, b.bar)
	d := dialog.NewCustomWithoutButtons(L("Import"), container.NewGridWrap(w.dialogSize(30, 5), body), w.win)
	b.button = newAnswer(L("Stop"), body, b.stop, b.stop)
	d.SetButtons([]fyne.CanvasObject{b.button})
	d.Show()
	w.win.Canvas().Focus(b.button)
	b.dialog = d
	w.house.batches = append(w.house.batches, b)
	return b
}

// stop ends an import after the file that is under way, which may take a moment:
// the button says that it was heard.
func (b *batch) stop() {
	b.cancel()
	b.button.SetText(L("Stopping…"))
	b.button.Disable()
}

// stops reports whether no more files are to be taken in. Any goroutine may ask.
func (b *batch) stops() bool { return b.stopped.Err() != nil || b.w.house.ending.Load() }

// show says which file is under way, how many came before it and how many are in.
func (b *batch) show(name string, at, in int) {
	b.in = in
	b.now.SetText(filepath.Base(name))
	b.bar.SetValue(float64(at))
	if b.question != nil {
		b.asked.SetText(b.progress())
	}
}

func (b *batch) progress() string {
	return L("An import is running: %s of %s files are in.", number(b.in), number(b.all))
}

// askToStop asks whether an import shall stop for what would end it, and then
// does that, once the file under way is in. Enter and Escape let it go on.
func (b *batch) askToStop(verb string, leave func()) {
	b.w.win.RequestFocus()
	if b.leave != nil { // she has said so, and says it again
		b.leave = leave
		return
	}
	b.unask()
	b.asked = paragraph(b.progress())
	shown := b.w.broad(26, b.asked)
	d := dialog.NewCustomWithoutButtons(L("Stop the import?"), shown, b.w.win)
	wait := newAnswer(L("Wait"), shown, b.unask, b.unask)
	wait.Importance = widget.HighImportance
	stop := newAnswer(verb, shown, func() {
		b.unask()
		b.leave = leave
		b.stop()
	}, b.unask)
	d.SetButtons([]fyne.CanvasObject{wait, stop})
	b.question = d
	d.Show()
	b.w.win.Canvas().Focus(wait)
}

// unask takes the question away.
func (b *batch) unask() {
	if b.question != nil {
		b.question.Hide()
		b.question = nil
	}
}

// end takes an import off the window, and does what waited for it.
func (b *batch) end() {
	b.cancel()
	b.unask()
	b.dialog.Hide()
	h := b.w.house
	h.batches = slices.DeleteFunc(h.batches, func(x *batch) bool { return x == b })
	if b.leave != nil {
		b.leave()
	}
}

// importing is the import of many files that belongs to a window; nil where
// there is none.
func (w *Window) importing() *batch {
	for _, b := range w.house.batches {
		if b.w == w {
			return b
		}
	}
	return nil
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

// tookMany shows the last of the files that are in, and tells what became of
// all, unless the window has closed after them.
func (w *Window) tookMany(got haul) {
	w.house.refreshLists()
	w.house.learnt(got.in...)
	if w.closed {
		return
	}
	if got.last != "" {
		w.show(got.last)
	}
	w.status.say(got.inShort())
	if title, text := got.inFull(); text != "" {
		w.tellLong(title, text)
		if done, ok := w.win.Canvas().Focused().(*button); ok {
			done.deafUntil = time.Now().Add(deafFor) // the key was meant for Stop, or for Wait
		}
	}
}
