package window

import (
	"context"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"
)

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
	opened  bool    // it is shown, and can be stopped

	question dialog.Dialog // whether it shall stop; nil: nobody asks
	asked    *widget.Label
	leave    func() // what the officer wants to do once it has stopped; nil: nothing
}

// newBatch begins an import of so many files.
func (w *Window) newBatch(files int) *batch {
	b := &batch{w: w, all: files, now: small(), bar: widget.NewProgressBar()}
	b.stopped, b.cancel = context.WithCancel(context.Background())
	b.bar.Max = float64(files)
	b.now.Truncation = fyne.TextTruncateEllipsis
	body := container.NewVBox(b.now, b.bar)
	d := dialog.NewCustomWithoutButtons(L("Import"), container.NewGridWrap(w.dialogSize(30, 5), body), w.win)
	b.button = newAnswer(L("Stop"), body, b.stop, b.stop)
	d.SetButtons([]fyne.CanvasObject{b.button})
	b.dialog = d
	w.house.batches = append(w.house.batches, b)
	return b
}

// open shows how far an import is, and lets it be stopped.
func (b *batch) open() {
	b.opened = true
	b.dialog.Show()
	b.button.deafen()
	b.w.win.Canvas().Focus(b.button)
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
	if !b.opened {
		b.w.status.say(L("Importing %s…", filepath.Base(name)))
	}
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
