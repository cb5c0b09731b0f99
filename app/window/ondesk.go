package window

import (
	"errors"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/archive"
	"delegation-briefing/briefing/draft"
)

// show puts a statement of the workspace on the desk. It reports whether that
// is where it stands now: another window may have it, and what is on the desk
// stays there while its words cannot be saved.
func (w *Window) show(id string) bool {
	if w.draft != nil && w.draft.Statement().ID == id {
		return true
	}
	if other := w.house.at(id); other != nil {
		other.win.RequestFocus()
		return false
	}
	if !w.leave() {
		return false
	}
	s, err := w.archive.Load(id)
	if err != nil {
		w.cannotOpen(id, err)
		return false
	}
	t, err := w.archive.Office(w.config.Files).Template(s.Template)
	if err != nil {
		w.fail(L("This statement's template cannot be read."), err)
		t = briefing.Template{}
	}
	lost := w.unreadFacts()
	w.putDraftAside()
	w.take(t.Arrange(s), t)
	if lost != "" {
		w.status.warn(L("Not kept of the statement before, since it cannot be read:") + " " + lost)
	}
	return true
}

// open shows a statement that was chosen, and leads to its text, also where it is on
// the desk already.
func (w *Window) open(id string) {
	if w.show(id) {
		w.focusText()
	}
}

// goOn opens a statement that was chosen by its name. Where it was on no desk since the
// program began, it begins where it was left; the pane beside it stays.
func (w *Window) goOn(id string) {
	anew := w.house.at(id) == nil && !w.house.drafts.know(id)
	w.open(id)
	if s, ok := w.seat(); ok && anew && s.id == id {
		w.goTo(s.at, s.offset)
	}
}

// putDraftAside keeps the words on the desk, which are saved, as a version, and
// what can be undone in them until they come back.
func (w *Window) putDraftAside() {
	if w.draft != nil {
		w.rememberPlace()
		w.house.drafts.leave(w.draft, w.caret())
		w.keepOnClose()
	}
}

// unreadFacts names the facts on the desk whose words cannot be read, with
// these; "" where there are none.
func (w *Window) unreadFacts() string {
	if w.desk == nil {
		return ""
	}
	var all []string
	for _, f := range w.desk.unread() {
		all = append(all, f.name+" "+L("“%s”", w.desk.written(f)))
	}
	return strings.Join(all, ", ")
}

// take begins a draft of a statement and gives it the keys, which must not stay
// with a field of the statement before.
func (w *Window) take(s briefing.Statement, t briefing.Template) {
	w.win.Canvas().Unfocus()
	w.status.say("") // what was said was about the statement before
	if w.saver != nil {
		w.saver.Drop() // what it had to save is saved: one statement alone is on the desk
	}
	d, caret := w.house.drafts.open(s)
	w.draft = d
	w.agreed.Store(&s)
	w.standing = s.Status
	w.saver = w.draft.Autosave(w.save, func(state draft.State) {
		w.config.do(func() {
			if w.draft == d && !w.closed {
				w.saved(state)
			}
		})
	})
	w.draft.Watch(func(s briefing.Statement) {
		if w.draft == d && !w.closed {
			w.changed(s)
		}
	})
	w.press.open(s, t)
	w.house.pace.worked()
	w.layDesk(t)
	w.focusText()
	w.goBack(caret.at, caret.offset)
	w.app.Preferences().SetString(w.house.here(lastSetting), s.ID)
	w.house.rememberDesks()
}

// layDesk shows the draft on a desk of its own.
func (w *Window) layDesk(t briefing.Template) {
	s := w.draft.Statement()
	w.desk = newDesk(w.draft, t, deskEvents{
		do: w.config.do, moved: w.moved, entered: w.draft.Pause, undo: w.undo, redo: w.redo,
		partner: w.pickPartner, people: w.reader.directory, paste: w.pasteAnew, key: w.functionKey,
		unclear: w.unclear, clear: w.legible, status: w.setStatus, subjects: w.subjects,
		removed: func(topic string) { w.sayUndoable(L("Removed: %s. Undo brings it back.", topic)) },
	})
	w.desk.setStill(w.lessMotion())
	w.middle.Objects = []fyne.CanvasObject{w.desk.content}
	w.middle.Refresh()
	w.proof.limit(t.Pages)
	w.findings.set(nil, nil)
	w.press.compose(s)
	w.reader.read(s, t)
	w.nameUndo()
	if shown := w.side.panes[w.side.at].shown; shown != nil {
		shown()
	}
	w.status.saved(w.saver.State())
	w.status.words(s)
	w.countCarried(s)
	w.finder.turnTo() // what was found is of the statement before
	w.list.mark(s.ID)
	w.win.SetTitle(s.Headline() + " – Delegation Briefing")
}

// changed follows the draft: every new state comes by here. Where pages take long to
// set, the words are seen first.
func (w *Window) changed(s briefing.Statement) {
	w.wrote, w.changedFrom = time.Now(), w.win.Canvas().Focused()
	w.house.pace.wrote()
	w.reader.read(s, w.desk.template)
	if w.press.slow() && w.followLater() {
		w.desk.update(s)
		return
	}
	w.press.compose(s) // beside what follows
	w.desk.update(s)
	w.follow(s)
	w.proofAtOnce()
}

// followLater has all else follow the words once they are seen, and reports whether
// it will. Words that are seen together are followed once.
func (w *Window) followLater() bool {
	if !w.behind {
		w.behind = w.house.pace.afterFrame(func() { w.config.do(w.followUp) })
	}
	return w.behind
}

// followUp brings all that is behind the words up to date.
func (w *Window) followUp() {
	w.behind = false
	if w.draft == nil || w.closed {
		return
	}
	s := w.draft.Statement()
	w.press.compose(s)
	w.follow(s)
	w.proofAtOnce()
}

// follow shows a state of the draft in all that is beside its words and its pages.
func (w *Window) follow(s briefing.Statement) {
	if w.finder.content.Visible() {
		w.finder.search()
	}
	w.nameUndo()
	w.status.words(s)
	w.countCarried(s)
	w.followStatus(s.Status)
	w.win.SetTitle(s.Headline() + " – Delegation Briefing")
}

// moved follows the caret: the page shows where it is.
func (w *Window) moved(at briefing.Place, offset int) {
	if at.Section != "" {
		w.inText = spot{at, offset}
	}
	w.proof.mark(at, offset)
	w.house.used = w
}

// goTo puts the caret where the officer clicked on the page.
func (w *Window) goTo(at briefing.Place, offset int) {
	if w.desk == nil {
		return
	}
	if f := w.desk.goTo(at, offset); f != nil {
		w.win.Canvas().Focus(f)
	}
}

// saved shows what became of the words.
func (w *Window) saved(state draft.State) {
	w.status.saved(state)
	if errors.Is(state.Err, archive.ErrChanged) {
		w.conflictAtRest()
		return
	}
	if state.Saved {
		w.rememberPlace()
		w.house.refreshLists()
		if w.side.at == historyPane && w.history.at >= 0 {
			w.showVersions() // the text now is another
		}
	}
}

// leave saves the statement on the desk before another one comes there, or none. It
// reports false, and says why, where that fails: then nothing may replace the desk.
func (w *Window) leave() bool {
	return w.saveOr(L("Your last words are not saved yet, so this statement stays open."))
}

// saveOr saves the statement on the desk. Where that fails it says what comes of it,
// and why, and reports false.
func (w *Window) saveOr(otherwise string) bool {
	if w.saver == nil {
		return true
	}
	w.desk.takeLanguage()
	if err := w.saver.Flush(); err != nil {
		if errors.Is(err, archive.ErrChanged) {
			w.conflict()
		} else {
			w.fail(otherwise, err)
		}
		return false
	}
	w.house.learnt(w.draft.Statement().ID)
	return true
}

// flush saves at once, as when the window loses the focus. A program that is told
// to end waits for it.
func (w *Window) flush() {
	if saver := w.saver; saver != nil {
		w.house.work.Go(func() { _ = saver.Flush() })
	}
}
