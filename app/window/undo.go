package window

import (
	"slices"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/draft"
)

// undo takes the last edit back and shows where it was. While a dialog or a
// picker is open it is for the line there, and for any other line that has the keys.
func (w *Window) undo() {
	if w.besideText() {
		w.pass(&fyne.ShortcutUndo{})
		return
	}
	if w.desk.takeBackRefused() {
		return
	}
	before, caret := w.draft.Statement(), w.caret()
	if e, ok := w.draft.Undo(); ok {
		w.status.unsay(w.undoable)
		w.showEdit(e, before, caret)
	}
}

// besideText reports whether what has the keys has its own undo. Who has replaced words
// from the finder, or removed a topic with the mouse, takes that back there.
func (w *Window) besideText() bool {
	on := w.win.Canvas()
	return on.Overlays().Top() != nil || typedIn(on.Focused()) && on.Focused() != w.changedFrom
}

// sayUndoable says what was done until undo takes it back.
func (w *Window) sayUndoable(what string) {
	w.undoable = what
	w.status.say(what)
}

// redo makes the edit again that was taken back last.
func (w *Window) redo() {
	if w.besideText() {
		w.pass(&fyne.ShortcutRedo{})
		return
	}
	before, caret := w.draft.Statement(), w.caret()
	if e, ok := w.draft.Redo(); ok {
		w.showEdit(e, before, caret)
	}
}

// showEdit puts the caret behind what an edit has changed. Where topics only went
// to other places it goes with its own.
func (w *Window) showEdit(e draft.Edit, before briefing.Statement, caret spot) {
	now := w.draft.Statement()
	if at, ok := movedTo(before, now, caret.at); ok {
		w.goTo(at, caret.offset)
		return
	}
	if e.At == (briefing.Place{}) {
		e.At = changedAt(before, now)
	}
	if w.desk.fields[e.At] == nil {
		return
	}
	was, _ := before.Text(e.At)
	is, _ := now.Text(e.At)
	w.goTo(e.At, endOfChange(was, is))
}

// endOfChange is the byte of a text behind which it is as it was before.
func endOfChange(was, is string) int {
	start := 0
	for start < min(len(was), len(is)) && was[start] == is[start] {
		start++
	}
	end := len(is)
	for n := len(was); n > start && end > start && was[n-1] == is[end-1]; n-- {
		end--
	}
	for end < len(is) && !utf8.RuneStart(is[end]) {
		end++
	}
	return end
}

// nameUndo writes into the menu what undo would take back, and redo make again.
func (w *Window) nameUndo() {
	var last, next draft.Edit
	if w.draft != nil {
		last, next = w.draft.CanUndo(), w.draft.CanRedo()
	}
	undo := w.nameItem(w.menu.undo, L("Undo"), last)
	redo := w.nameItem(w.menu.redo, L("Redo"), next)
	if undo || redo {
		w.menu.edit.write()
		w.menu.Refresh()
	}
}

// nameItem names an item after the edit it is about; without one it is grey. It
// reports whether anything changed.
func (w *Window) nameItem(item *menuItem, verb string, e draft.Edit) bool {
	name, grey := w.editName(verb, e), e == draft.Edit{}
	changed := item.name != name || item.shown.Disabled != grey
	item.name, item.shown.Disabled = name, grey
	return changed
}

func (w *Window) editName(verb string, e draft.Edit) string {
	switch {
	case e.Name == "":
		return verb
	case e.At != briefing.Place{}:
		return L("%s typing in %s", verb, w.placeName(w.draft.Statement(), e.At))
	}
	return verb + " " + e.Name
}

// movedTo is where a place in a topic is, in a state that differs by topics in
// other places alone. It reports false where more differs.
func movedTo(before, now briefing.Statement, at briefing.Place) (briefing.Place, bool) {
	changes := briefing.Diff(before, now)
	only := !slices.ContainsFunc(changes, func(c briefing.Change) bool { return c.Kind != briefing.ChangeMoved })
	topics := before.Section(at.Section).Topics
	if !only || len(changes) == 0 || at.Item < 1 || at.Item > len(topics) {
		return at, false
	}
	at.Item = slices.Index(now.Section(at.Section).Topics, topics[at.Item-1]) + 1
	return at, at.Item > 0
}

// changedAt is the first place at which two states differ, as it is in the
// second.
func changedAt(before, now briefing.Statement) briefing.Place {
	for _, c := range briefing.Diff(before, now) {
		if c.Kind != briefing.ChangeRemoved {
			return c.New
		}
	}
	return briefing.Place{}
}
