package window

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/briefing"
)

// A question that nobody asked for must not take the keys from who is writing:
// it waits until they have rested, and its answers are deaf for a moment, so
// that a word that was under way answers nothing.
const (
	quietFor = 1500 * time.Millisecond
	deafFor  = 700 * time.Millisecond
)

// conflictAtRest asks whose words shall stand once the officer pauses.
func (w *Window) conflictAtRest() {
	wait := quietFor - time.Since(w.wrote)
	if wait <= 0 {
		w.conflict()
		return
	}
	if w.waiting {
		return
	}
	w.waiting = true
	time.AfterFunc(wait, func() { w.config.do(w.saveAgain) })
}

// saveAgain saves what could not be saved before, and comes back to the question
// where it still cannot be.
func (w *Window) saveAgain() {
	w.waiting = false
	w.flush()
}

// conflict asks whose words shall stand when somebody else wrote to the file,
// and shows what each of the two did. Where they do not touch the same
// sentence, both can be joined. Until it is answered nothing is written; Esc
// leaves it for the next save.
func (w *Window) conflict() {
	if w.asking && w.win.Canvas().Overlays().Top() != nil {
		return
	}
	mine := w.draft.Statement()
	theirs, err := w.archive.Peek(mine.ID)
	if err != nil {
		w.asking = false
		w.fail(L("Somebody else has changed this statement's file, and it cannot be read now. Your text stays on the desk."), err)
		return
	}
	w.asking = true
	base := *w.agreed.Load()
	merged, left := briefing.Merge(base, mine, theirs)

	ways := []way{{L("Take theirs"), w.takeTheirs}, {L("Keep mine"), w.keepMine}}
	if len(left) == 0 {
		ways = append(ways, way{L("Join both"), func(briefing.Statement) bool { return w.keepMine(merged) }})
	}
	w.askWhose(w.sideBySide(base, mine, theirs, len(left)), theirs, ways)
}

// way is how it can be settled whose words shall stand. It reports whether it
// was.
type way struct {
	label  string
	settle func(mine briefing.Statement) bool
}

// askWhose asks which way to go, the last of all for choice. Where they have
// written on meanwhile the question is asked anew.
func (w *Window) askWhose(both fyne.CanvasObject, theirs briefing.Statement, ways []way) {
	d := dialog.NewCustomWithoutButtons(L("Changed elsewhere"), both, w.win)
	var buttons []fyne.CanvasObject
	var b *button
	for _, way := range ways {
		b = newAnswer(way.label, both, func() {
			d.Hide()
			w.asking = false
			if w.wroteOn(theirs) {
				w.conflict()
				return
			}
			w.settle(way.settle)
		}, d.Hide)
		b.deafen()
		buttons = append(buttons, b)
	}
	b.Importance = widget.HighImportance
	d.SetButtons(buttons)
	d.Show()
	w.win.Canvas().Focus(b)
}

// wroteOn reports whether somebody else has written in the file since it was
// read. The question then is another.
func (w *Window) wroteOn(theirs briefing.Statement) bool {
	now, err := w.archive.Peek(theirs.ID)
	return err == nil && len(briefing.Diff(theirs, now)) > 0
}

// sideBySide shows what two people made of a statement.
func (w *Window) sideBySide(base, mine, theirs briefing.Statement, left int) fyne.CanvasObject {
	text := L("Somebody else has changed this statement's file. Both changes can be joined. Or keep your text (theirs goes to the trash), or take theirs (yours is kept as a copy).")
	if left > 0 {
		text = L("Somebody else has changed the same words in this statement's file. Keep your text (theirs goes to the trash), or take theirs (yours is kept as a copy)?")
	}
	columns := container.NewGridWithColumns(2, w.changesOf(L("Yours"), base, mine), w.changesOf(L("Theirs"), base, theirs))
	body := container.NewBorder(paragraph(text), nil, nil, nil, columns)
	return container.NewGridWrap(w.dialogSize(58, 30), body)
}

// changesOf lists what one person changed.
func (w *Window) changesOf(who string, base, s briefing.Statement) fyne.CanvasObject {
	title := paragraph(who)
	title.TextStyle.Bold = true
	list := container.New(column{gap: 4})
	for _, c := range briefing.Diff(base, s) {
		at, of := c.New, s
		if c.Kind == briefing.ChangeRemoved {
			at, of = c.Old, base
		}
		place := small()
		place.Importance = widget.LowImportance
		place.SetText(w.placeName(of, at))
		list.Add(place)
		list.Add(changedWords(c.Runs))
	}
	return container.NewBorder(title, nil, nil, nil, container.NewVScroll(list))
}

func (w *Window) takeTheirs(mine briefing.Statement) bool {
	mine.ID += "-mine"
	id, err := w.archive.Create(mine)
	if err != nil {
		w.fail(L("Your text could not be kept as a copy, so nothing was changed."), err)
		return false
	}
	w.status.say(L("Your text is kept as %s", id))
	return true
}

// keepMine writes a text over theirs, which goes to the trash.
func (w *Window) keepMine(mine briefing.Statement) bool {
	if err := w.archive.Overwrite(mine); err != nil {
		w.fail(L("Your text could not be saved."), err)
		return false
	}
	return true
}

// catchUp shows what stands in the statement's file now.
func (w *Window) catchUp() { w.settle(func(briefing.Statement) bool { return true }) }

// settle decides whose words shall stand and shows them. The officer's undo goes
// on, and the caret stays with its words. Nothing is saved until they are shown.
func (w *Window) settle(decide func(mine briefing.Statement) bool) {
	mine, shown := w.draft.Statement(), false
	decided := w.saver.Settle(func() bool {
		if !decide(mine) {
			return false
		}
		shown = w.goOnFrom(mine.ID)
		return true
	})
	switch {
	case shown:
		w.refreshList()
	case decided:
		at, offset := w.desk.at, w.desk.offset
		w.reload(mine.ID)
		w.goBack(at, offset)
	}
}

// goOnFrom has the draft go on from what stands in the file. It reports false
// where the desk must be laid anew for it.
func (w *Window) goOnFrom(id string) bool {
	now, err := w.archive.Load(id)
	if err != nil || now.Template != w.draft.Statement().Template {
		return false
	}
	now = w.desk.template.Arrange(now)
	w.standing = now.Status
	w.draft.TakeIn(now)
	w.agreed.Store(&now)
	return true
}

// reload reads the statement on the desk again. What was still to be saved of
// it is decided upon and must not be written later. Where it cannot be read the
// desk is empty: nobody writes where nothing is saved.
func (w *Window) reload(id string) {
	folded := !w.desk.factsOpen
	w.saver.Drop()
	w.draft, w.saver = nil, nil
	w.refreshList()
	if !w.show(id) {
		w.clear()
		return
	}
	w.desk.foldFacts(folded)
}

// goBack puts the caret where it was before the statement was read again.
func (w *Window) goBack(at briefing.Place, offset int) {
	if w.draft != nil && at != (briefing.Place{}) {
		w.goTo(at, offset)
	}
}
