package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// command is one thing the officer can ask for. The menu, the keys and the
// test that drives every command once are all made from this table.
type command struct {
	menu  string // the menu it stands in
	name  string
	key   fyne.KeyName
	mod   fyne.KeyModifier
	do    func()
	needs bool // a statement on the desk
	line  bool // a line in the menu above it
}

const (
	ctrl  = fyne.KeyModifierShortcutDefault
	shift = fyne.KeyModifierShift
	alt   = fyne.KeyModifierAlt
)

func (w *Window) commands() []command {
	file, edit, topic, view, help := L("File"), L("Edit"), L("Topic"), L("View"), L("Help")
	return []command{
		{menu: file, name: L("New…"), key: fyne.KeyN, mod: ctrl, do: w.newStatement},
		{menu: file, name: L("Open…"), key: fyne.KeyO, mod: ctrl, do: w.openDialog},
		{menu: file, name: L("Import…"), key: fyne.KeyI, mod: ctrl, do: w.importDialog},
		{menu: file, name: L("Export…"), key: fyne.KeyE, mod: ctrl, do: w.exportDialog, needs: true},
		{menu: file, name: L("Save now"), key: fyne.KeyS, mod: ctrl, do: func() { w.leave() }, needs: true, line: true},
		{menu: file, name: L("Move to the trash…"), do: w.deleteDialog, needs: true},

		{menu: edit, name: L("Undo"), key: fyne.KeyZ, mod: ctrl, do: func() { w.draft.Undo() }, needs: true},
		{menu: edit, name: L("Redo"), key: fyne.KeyY, mod: ctrl, do: func() { w.draft.Redo() }, needs: true},
		{menu: edit, name: L("Redo"), key: fyne.KeyZ, mod: ctrl | shift, do: func() { w.draft.Redo() }, needs: true},

		{menu: topic, name: L("Add topic"), key: fyne.KeyT, mod: ctrl, do: w.addTopic, needs: true},
		{menu: topic, name: L("Move topic up"), key: fyne.KeyUp, mod: alt, do: func() { w.moveTopic(-1) }, needs: true, line: true},
		{menu: topic, name: L("Move topic down"), key: fyne.KeyDown, mod: alt, do: func() { w.moveTopic(1) }, needs: true},
		{menu: topic, name: L("Fold topic"), key: fyne.KeyPeriod, mod: ctrl, do: w.foldTopic, needs: true},
		{menu: topic, name: L("Remove topic"), do: w.removeTopic, needs: true, line: true},

		{menu: view, name: L("Filter the list"), key: fyne.KeyL, mod: ctrl | shift, do: func() { w.win.Canvas().Focus(w.list.filter) }},
		{menu: view, name: L("Facts"), key: fyne.KeyD, mod: ctrl, do: func() { w.desk.facts.open("partner") }, needs: true},
		{menu: view, name: L("Text"), key: fyne.KeyReturn, mod: ctrl, do: w.focusText, needs: true},
		{menu: view, name: L("Larger page"), key: fyne.KeyEqual, mod: ctrl, do: func() { w.proof.zoom(1.25) }, line: true},
		{menu: view, name: L("Smaller page"), key: fyne.KeyMinus, mod: ctrl, do: func() { w.proof.zoom(0.8) }},
		{menu: view, name: L("Page to fit"), key: fyne.Key0, mod: ctrl, do: func() { w.proof.fit() }},

		{menu: help, name: L("Keys"), key: fyne.KeySlash, mod: ctrl, do: w.showKeys},
	}
}

// menu makes the main menu. Fyne lets a menu's shortcuts win over those of the
// field with the focus, so this is also where the keys are bound.
func (w *Window) menu() *fyne.MainMenu {
	var menus []*fyne.Menu
	for _, c := range w.commands() {
		if len(menus) == 0 || menus[len(menus)-1].Label != c.menu {
			menus = append(menus, fyne.NewMenu(c.menu))
		}
		m := menus[len(menus)-1]
		if c.line {
			m.Items = append(m.Items, fyne.NewMenuItemSeparator())
		}
		item := fyne.NewMenuItem(c.name, w.run(c))
		if c.key != "" {
			item.Shortcut = &desktop.CustomShortcut{KeyName: c.key, Modifier: c.mod}
		}
		m.Items = append(m.Items, item)
	}
	return fyne.NewMainMenu(menus...)
}

// run does a command, if there is something to do it to.
func (w *Window) run(c command) func() {
	return func() {
		if !c.needs || w.draft != nil {
			c.do()
		}
	}
}

// focusText puts the caret back into the text.
func (w *Window) focusText() {
	at := w.desk.at
	if w.desk.fields[at] == nil && len(w.desk.order) > 0 {
		at = w.desk.order[0]
	}
	w.desk.focus(w.desk.goTo(at, w.desk.offset))
}

// addTopic adds a topic after the one that the caret is in, or at the end.
func (w *Window) addTopic() {
	if section, n, ok := w.desk.topicAt(); ok {
		w.desk.addTopic(section, n)
		return
	}
	for _, p := range w.desk.template.Parts {
		if p.Kind == "topics" {
			w.desk.addTopic(p.Key, len(w.draft.Statement().Section(p.Key).Topics))
			return
		}
	}
}

func (w *Window) moveTopic(by int) {
	if section, n, ok := w.desk.topicAt(); ok {
		w.desk.moveTopic(section, n, n+by)
	}
}

func (w *Window) foldTopic() {
	if section, n, ok := w.desk.topicAt(); ok {
		w.desk.fold(section, n)
	}
}

func (w *Window) removeTopic() {
	if section, n, ok := w.desk.topicAt(); ok {
		w.desk.removeTopic(section, n)
	}
}
