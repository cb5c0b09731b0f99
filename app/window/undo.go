package window

import (
	"delegation-briefing/briefing"
	"delegation-briefing/briefing/draft"
)

// undo takes the last edit back and shows where it was.
func (w *Window) undo() {
	if e, ok := w.draft.Undo(); ok {
		w.showEdit(e)
	}
}

// redo makes the edit again that was taken back last.
func (w *Window) redo() {
	if e, ok := w.draft.Redo(); ok {
		w.showEdit(e)
	}
}

// showEdit puts the caret where something was typed, unless it is there.
func (w *Window) showEdit(e draft.Edit) {
	f := w.desk.fields[e.At]
	if f == nil || w.win.Canvas().Focused() == f {
		return
	}
	if f = w.desk.goTo(e.At, f.Caret()); f != nil {
		w.win.Canvas().Focus(f)
	}
}

// nameUndo writes into the menu what undo would take back.
func (w *Window) nameUndo() {
	s := w.draft.Statement()
	undo := w.editName(L("Undo"), s, w.draft.CanUndo())
	redo := w.editName(L("Redo"), s, w.draft.CanRedo())
	if w.undoItem.Label == undo && w.redoItem.Label == redo {
		return
	}
	w.undoItem.Label, w.redoItem.Label = undo, redo
	w.bar.Refresh()
}

func (w *Window) editName(verb string, s briefing.Statement, e draft.Edit) string {
	switch {
	case e.Name == "":
		return verb
	case e.At != briefing.Place{}:
		return L("%s typing in %s", verb, w.placeName(s, e.At))
	}
	return verb + " " + e.Name
}
