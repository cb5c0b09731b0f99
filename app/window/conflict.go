package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/briefing"
)

// conflict asks whose words shall stand when somebody else wrote to the file.
// Until it is answered nothing is written; Esc leaves it for the next save.
func (w *Window) conflict() {
	if w.asking && w.win.Canvas().Overlays().Top() != nil {
		return
	}
	w.asking = true
	text := paragraph(L("Somebody else has changed this statement's file. Keep your text (theirs goes to the trash), or take theirs (yours is kept as a copy)?"))
	d := dialog.NewCustomWithoutButtons(L("Changed elsewhere"), container.NewGridWrap(w.dialogSize(460, 110), text), w.win)
	answered := func(do func(briefing.Statement) bool) func() {
		return func() {
			d.Hide()
			w.asking = false
			if mine := w.draft.Statement(); do(mine) {
				w.reload(mine.ID)
			}
		}
	}
	theirs := newAnswer(L("Take theirs"), answered(w.takeTheirs), d.Hide)
	mine := newAnswer(L("Keep mine"), answered(w.keepMine), d.Hide)
	mine.Importance = widget.HighImportance
	d.SetButtons([]fyne.CanvasObject{theirs, mine})
	d.Show()
	w.win.Canvas().Focus(mine)
}

func (w *Window) takeTheirs(mine briefing.Statement) bool {
	mine.ID += "-mine"
	if _, err := w.archive.Create(mine); err != nil {
		w.fail(L("Your text could not be kept as a copy, so nothing was changed."), err)
		return false
	}
	return true
}

func (w *Window) keepMine(mine briefing.Statement) bool {
	if err := w.archive.Overwrite(mine); err != nil {
		w.fail(L("Your text could not be saved."), err)
		return false
	}
	return true
}

// reload reads the statement on the desk again. What was still to be saved of
// it is decided upon and must not be written later.
func (w *Window) reload(id string) {
	w.saver.Drop()
	w.draft, w.saver = nil, nil
	w.refreshList()
	w.show(id)
}
