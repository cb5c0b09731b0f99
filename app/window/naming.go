package window

import (
	"slices"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/archive"
)

// nameLater remembers that the file of the statement on the desk, which has just begun,
// bears a name for want of a better one: its facts are not written yet.
func (w *Window) nameLater() {
	p, key := w.app.Preferences(), w.house.here(unnamedSetting)
	p.SetStringList(key, append(slices.Clone(p.StringList(key)), w.draft.Statement().ID))
}

// hasItsName forgets that a statement's file waits for its name.
func (w *Window) hasItsName(id string) {
	p, key := w.app.Preferences(), w.house.here(unnamedSetting)
	p.SetStringList(key, slices.DeleteFunc(slices.Clone(p.StringList(key)), func(other string) bool { return other == id }))
}

// nameByFacts names the file of a statement that has begun here by its date, its partner
// and its kind, before it is known to others by its name, which stands on the page.
// Where that cannot be, the name stays.
func (w *Window) nameByFacts() {
	s := w.draft.Statement()
	if !slices.Contains(w.app.Preferences().StringList(w.house.here(unnamedSetting)), s.ID) {
		return
	}
	if s.Date == (briefing.Date{}) || s.Partner == "" || len(w.desk.unread()) > 0 || !w.saveOr(L("Not saved:")) {
		return
	}
	w.hasItsName(s.ID)
	if id := archive.Name(s); id != s.ID {
		if err := w.rename(id); err != nil {
			note("A statement keeps the name it began with.", err)
		}
	}
}

// rename gives the file of the statement on the desk, which is saved, another name; its
// versions come with it.
func (w *Window) rename(id string) error {
	old := w.draft.Statement().ID
	if err := w.archive.Rename(old, id, w.keeping()); err != nil {
		return err
	}
	w.hasItsName(old)
	w.house.learnt(old, id)
	w.house.drafts.leave(w.draft.As(id), w.caret())
	before := w.desk
	w.reload(id)
	if w.draft != nil {
		w.desk.showLike(before)
		w.desk.selectLike(before)
	}
	return nil
}
