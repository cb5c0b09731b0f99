package window

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/archive"
)

// takeMany puts many files into the workspace, one after the other beside the
// window's work, and says how far it is. It can be stopped: what is in stays
// in, and a file is in as a whole or not at all. What could not be read is told
// at the end, once. The status is that of what is no statement's file yet.
func (w *Window) takeMany(names []string, status briefing.Status) {
	ctx, stop := context.WithCancel(context.Background())
	bar := widget.NewProgressBar()
	bar.Max = float64(len(names))
	now := small()
	now.Truncation = fyne.TextTruncateEllipsis
	body := container.NewVBox(now, bar)
	d := dialog.NewCustomWithoutButtons(L("Import"), container.NewGridWrap(w.dialogSize(30, 5), body), w.win)
	quit := newAnswer(L("Stop"), body, stop, stop)
	d.SetButtons([]fyne.CanvasObject{quit})
	d.Show()
	w.win.Canvas().Focus(quit)
	w.later(func() func() {
		var in, wrong []string
		for i, name := range names {
			if ctx.Err() != nil {
				break
			}
			w.config.do(func() { now.SetText(filepath.Base(name)); bar.SetValue(float64(i)) })
			id, err := w.takeIn(name, status)
			if err != nil {
				note("a file of many could not be imported", err)
				wrong = append(wrong, "– "+L("%s: %s", filepath.Base(name), inWords(err)))
				continue
			}
			in = append(in, id)
		}
		return func() {
			stop()
			d.Hide()
			w.tookMany(in, wrong)
		}
	})
}

// takeIn puts a file into the workspace and returns the name it has there. Any
// goroutine may call it.
func (w *Window) takeIn(name string, status briefing.Status) (id string, err error) {
	if isStatement(name) {
		s, err := readStatement(name)
		if err != nil {
			return "", err
		}
		return w.archive.Create(s)
	}
	got, err := readText(name, w.archive.Office(w.config.Files))
	if err != nil {
		return "", err
	}
	got.Statement.Status = status
	if id, err = w.archive.Create(got.Statement); err == nil {
		w.keepQuietly(id, archive.AsImported)
	}
	return id, err
}

// tookMany shows the last of the files that came in, and tells how many did.
func (w *Window) tookMany(in, wrong []string) {
	w.house.refreshLists()
	w.house.learnt(in...)
	if len(in) > 0 {
		w.show(in[len(in)-1])
	}
	w.status.say(N("files imported", len(in)))
	if len(wrong) > 0 {
		w.tell(L("That did not work"), w.reading(strings.Join(wrong, "\n")))
	}
}
