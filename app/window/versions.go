package window

import (
	"path/filepath"
	"slices"
	"strings"

	"delegation-briefing/app/printing"
	"delegation-briefing/briefing"
	"delegation-briefing/briefing/archive"
	"delegation-briefing/briefing/page"
)

// keeping says who keeps a version.
func (w *Window) keeping() archive.Keeping {
	return archive.Keeping{Author: officer(), Program: w.program(), Shipped: w.config.Files}
}

// showVersions reads the versions of the statement on the desk.
func (w *Window) showVersions() {
	if w.draft == nil {
		w.history.set(nil, nil)
		return
	}
	id := w.draft.Statement().ID
	w.later(func() func() {
		versions, err := w.archive.History(id)
		return func() {
			if w.draft != nil && w.draft.Statement().ID == id {
				w.history.set(versions, err)
			}
		}
	})
}

// keepDialog asks what the version shall be called, and keeps it.
func (w *Window) keepDialog() {
	if w.draft == nil || !w.saveOr(L("No version was kept:")) {
		return
	}
	w.nameByFacts()
	note := newEntry()
	note.SetPlaceHolder(L("such as: sent to the cabinet"))
	w.askAbout(L("Keep a version"), L("Keep"), w.broad(30, note), note, func() { w.keep(strings.TrimSpace(note.Text)) })
}

// keep keeps the words on the desk, which are on the disk, as a version.
func (w *Window) keep(note string) {
	id := w.draft.Statement().ID
	k := w.keeping()
	k.Note = note
	w.later(func() func() {
		_, err := w.archive.Keep(id, k)
		return func() {
			if err != nil {
				w.fail(L("The version could not be kept. The statement itself is saved."), err)
				return
			}
			w.status.say(L("Version kept"))
			w.showVersions()
		}
	})
}

// compareVersion shows what a version changed against an older one, or what has
// changed since an older one, or since itself where there is no other.
func (w *Window) compareVersion(v archive.Version, against *archive.Version) {
	now := w.draft.Statement()
	w.later(func() func() {
		kept, err := w.archive.LoadVersion(now.ID, v.ID, w.config.Files)
		old, new := kept.Statement, now
		if against != nil && err == nil {
			var other archive.Kept
			other, err = w.archive.LoadVersion(now.ID, against.ID, w.config.Files)
			old, new = other.Statement, kept.Statement
			if against.When.After(v.When) {
				old, new = new, old
			}
		}
		return func() {
			if err != nil {
				w.fail(L("This version cannot be read."), err)
				return
			}
			if w.draft != nil && w.draft.Statement().ID == now.ID {
				w.history.compared(w.changesBetween(old, new))
			}
		}
	})
}

// changesBetween lists all differences between two states, section by section.
func (w *Window) changesBetween(old, new briefing.Statement) []sectionChange {
	var all []sectionChange
	for _, c := range briefing.Diff(old, new) {
		at, of := c.New, new
		if c.Kind == briefing.ChangeRemoved {
			at, of = c.Old, old
		}
		name := L("Facts")
		if at.Section != "" {
			name = w.desk.template.Part(at.Section).HeadingIn(interfaceLanguage())
		}
		i := slices.IndexFunc(all, func(s sectionChange) bool { return s.key == at.Section })
		if i < 0 {
			i, all = len(all), append(all, sectionChange{key: at.Section, name: name})
		}
		note := changeName(c.Kind)
		if place := w.placeName(of, at); place != name {
			note = place + "  ·  " + note
		}
		all[i].changes = append(all[i].changes, placeChange{note, c.Runs})
	}
	return all
}

// changeName is what happened, in the officer's language.
func changeName(kind briefing.ChangeKind) string {
	switch kind {
	case briefing.ChangeAdded:
		return L("added")
	case briefing.ChangeRemoved:
		return L("taken out")
	case briefing.ChangeMoved:
		return L("moved")
	}
	return L("reworded")
}

// exportVersion writes a version as it was printed then.
func (w *Window) exportVersion(v archive.Version) {
	id := w.draft.Statement().ID
	w.askWhere(L("Export this version as .pdf, .docx, .html or .txt"), id+"-"+v.ID[:7]+".pdf", printing.Endings(), func(name string) {
		w.later(func() func() {
			err := w.printVersion(id, v, name)
			return func() {
				if err != nil {
					w.fail(L("This version cannot be printed."), err)
					return
				}
				w.sent(name, "")
			}
		})
	})
}

func (w *Window) printVersion(id string, v archive.Version, name string) error {
	kept, err := w.archive.LoadVersion(id, v.ID, w.config.Files)
	if err != nil {
		return err
	}
	order := printing.Order{Statement: kept.Statement, Program: w.program(), Version: printing.Name(id, v), When: v.When}
	if order.Template, err = kept.Office.Template(kept.Statement.Template); err != nil {
		return err
	}
	if order.Sheet, err = page.FindSheet(kept.Office, kept.Statement.Template); err != nil {
		return err
	}
	data, err := order.Print(w.press.compositor, strings.ToLower(filepath.Ext(name)))
	if err != nil {
		return err
	}
	return w.house.outbox.write(name, data)
}

// whoWrote tells who wrote the sentence at the caret first.
func (w *Window) whoWrote() {
	s, at, offset := w.draft.Statement(), w.desk.at, w.desk.offset
	source, ok := s.Text(at)
	if !ok || !w.saveOr(L("Not saved:")) {
		return
	}
	n := sentenceAt(source, offset)
	w.later(func() func() {
		origins, err := w.archive.Blame(s.ID)
		return func() {
			if err != nil && len(origins) == 0 {
				w.fail(L("The versions cannot all be read:"), err)
				return
			}
			w.status.say(writer(origins, at, n))
		}
	})
}

// sentenceAt is the number of the sentence at an offset, from 0.
func sentenceAt(text string, offset int) int {
	for i, r := range briefing.Sentences(text) {
		if offset < r.End {
			return i
		}
	}
	return max(0, len(briefing.Sentences(text))-1)
}

// writer says who wrote the n-th sentence at a place first.
func writer(origins []archive.Origin, at briefing.Place, n int) string {
	here := slices.DeleteFunc(slices.Clone(origins), func(o archive.Origin) bool { return o.At != at })
	if len(here) == 0 {
		return L("Nothing is written here yet.")
	}
	v := here[min(n, len(here)-1)].First
	if v == nil {
		return L("No version has this sentence yet.")
	}
	return L("Written by %s, %s (%s)", v.Author, versionTime(*v), versionName(*v))
}

// restoreVersion brings a version's words back, all or those of a section. What
// stands on the desk is kept as a version first, and undo takes it back too.
func (w *Window) restoreVersion(v archive.Version, section string) {
	if !w.saveOr(L("The version could not be restored. Nothing has changed.")) {
		return
	}
	id, k := w.draft.Statement().ID, w.keeping()
	k.Automatic = archive.BeforeRestore
	w.later(func() func() {
		kept, err := w.archive.LoadVersion(id, v.ID, w.config.Files)
		if err == nil {
			_, err = w.archive.Keep(id, k)
		}
		return func() {
			if err != nil {
				w.fail(L("The version could not be restored. Nothing has changed."), err)
				return
			}
			w.bringBack(id, kept.Statement, section)
			w.showVersions()
			name := versionName(v)
			if section != "" {
				name = w.desk.template.Part(section).HeadingIn(interfaceLanguage()) + " – " + name
			}
			w.sayUndoable(L("Restored: %s. Undo takes it back.", name))
			w.focusText()
		}
	})
}

func (w *Window) bringBack(id string, kept briefing.Statement, section string) {
	if w.draft == nil || w.draft.Statement().ID != id {
		return
	}
	w.draft.Change(L("restore version"), func(s *briefing.Statement) {
		if section == "" {
			*s = w.desk.template.Arrange(kept)
			s.ID = id
			return
		}
		edit(s, section, func(sec *briefing.Section) { *sec = kept.Section(section) })
	})
}

// labelDialog puts a label on a version.
func (w *Window) labelDialog(v archive.Version) {
	label := newEntry()
	label.SetPlaceHolder(L("such as: sent to the partner"))
	w.askAbout(L("Label the version “%s”", versionName(v)), L("Label"), w.broad(30, label), label, func() {
		if err := w.archive.Label(w.draft.Statement().ID, v.ID, strings.TrimSpace(label.Text), w.keeping()); err != nil {
			w.fail(L("The label could not be kept."), err)
		}
		w.showVersions()
	})
}
