package window

import (
	"strings"

	"delegation-briefing/briefing/archive"
)

func (w *Window) deleteDialog() {
	s, still := w.draft.Statement(), w.stillThis()
	w.warnBefore(L("Move to the trash?"), L("Move to the trash"), s.Headline(), func() {
		if !still() {
			return
		}
		if !w.saveOr(L("The statement could not be moved.")) {
			return
		}
		if err := w.archive.Delete(s.ID, w.keeping()); err != nil {
			w.fail(L("The statement could not be moved."), err)
			return
		}
		w.saver.Drop()
		w.draft, w.saver = nil, nil
		w.house.learnt(s.ID)
		w.latest()
		w.enter(w.list.filter) // what is typed on is not meant for another statement
		w.status.say(L("In the trash: %s", s.Headline()))
	}, nil)
}

// pickTrash takes a statement out of the trash.
func (w *Window) pickTrash() {
	trash, err := w.archive.Trash()
	if err != nil {
		w.fail(L("The trash cannot be read."), err)
		return
	}
	if len(trash) == 0 {
		w.status.say(L("There is nothing in the trash."))
		return
	}
	var choices []choice
	for _, t := range trash {
		choices = append(choices, choice{name: t.ID, note: versionTime(archive.Version{When: t.When}), take: func() { w.takeBack(t) }})
	}
	w.pick(L("What do you want back?"), choices)
}

func (w *Window) takeBack(t archive.Trashed) {
	id, err := w.archive.TakeBack(t)
	if err != nil {
		w.fail(L("The statement could not be taken out of the trash."), err)
		return
	}
	w.house.refreshLists()
	w.house.learnt(id)
	w.show(id)
}

// renameDialog gives the statement's file another name; its versions come with
// it.
func (w *Window) renameDialog() {
	old := w.draft.Statement().ID
	name := newEntry()
	name.SetText(old)
	w.askAbout(L("Rename the file"), L("Rename"), w.broad(30, name), name, func() {
		id := strings.TrimSuffix(strings.TrimSpace(name.Text), ".toml")
		if id == old || id == "" || !w.saveOr(L("The statement could not be renamed.")) {
			return
		}
		if err := w.rename(id); err != nil {
			w.fail(L("The statement could not be renamed."), err)
			return
		}
		w.status.say(L("Renamed to %s", id))
	})
	name.selectAll()
}
