package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/archive"
)

// later does work on a goroutine of its own and what it returns on the
// window's.
func (w *Window) later(work func() (then func())) {
	go func() { w.config.do(work()) }()
}

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
	if w.draft == nil || !w.leave() {
		return
	}
	note := newEntry()
	note.SetPlaceHolder(L("such as: sent to the cabinet"))
	w.ask(L("Keep a version"), L("Keep"), container.NewGridWrap(fyne.NewSize(440, 40), note), note, func() { w.keep(strings.TrimSpace(note.Text)) })
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

// compareVersion shows what changed since a version.
func (w *Window) compareVersion(v archive.Version) {
	now := w.draft.Statement()
	w.later(func() func() {
		kept, err := w.archive.LoadVersion(now.ID, v.ID, w.config.Files)
		changes := w.changesSince(kept.Statement, now)
		return func() {
			if err != nil {
				w.fail(L("This version cannot be read."), err)
				return
			}
			w.history.compared(changes)
		}
	})
}

// changesSince compares two states section by section.
func (w *Window) changesSince(old, now briefing.Statement) []sectionChange {
	var changes []sectionChange
	compare := func(key, name, before, after string) {
		if before != after {
			changes = append(changes, sectionChange{key, name, briefing.DiffWords(before, after)})
		}
	}
	compare("", L("Facts"), factsLine(old), factsLine(now))
	seen := map[string]bool{}
	for _, sec := range append(now.Sections[:len(now.Sections):len(now.Sections)], old.Sections...) {
		if !seen[sec.Key] {
			seen[sec.Key] = true
			name := w.desk.template.Part(sec.Key).HeadingIn(interfaceLanguage())
			compare(sec.Key, name, wholeSection(old.Section(sec.Key)), wholeSection(now.Section(sec.Key)))
		}
	}
	return changes
}

// wholeSection is all that stands in a section, as one text.
func wholeSection(sec briefing.Section) string {
	var parts []string
	add := func(text string) {
		if strings.TrimSpace(text) != "" {
			parts = append(parts, text)
		}
	}
	add(string(sec.Text))
	for _, t := range sec.Topics {
		add(t.Heading)
		add(string(t.Text))
	}
	for _, p := range sec.People {
		add(strings.Join(append([]string{p.Name, p.Post, p.Service, p.Email}, p.Phones...), " "))
	}
	return strings.Join(parts, "\n\n")
}

// restoreVersion brings a version's words back, all or those of a section. What
// stands on the desk is kept as a version first, and undo takes it back too.
func (w *Window) restoreVersion(v archive.Version, section string) {
	if !w.leave() {
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
	w.ask(L("Label a version"), L("Label"), container.NewGridWrap(fyne.NewSize(440, 40), label), label, func() {
		if err := w.archive.Label(w.draft.Statement().ID, v.ID, strings.TrimSpace(label.Text), w.keeping()); err != nil {
			w.fail(L("The label could not be kept."), err)
		}
		w.showVersions()
	})
}
