package window

import (
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// mainMenu is the menu of a window, with the items whose names follow the draft.
type mainMenu struct {
	*fyne.MainMenu
	edit       *menu
	undo, redo *menuItem
}

// menu is one of the menus, with the keys in it.
type menu struct {
	shown *fyne.Menu
	items []*menuItem
}

type menuItem struct {
	shown     *fyne.MenuItem
	name, key string
}

// makeMenu makes the main menu. Fyne lets a menu's shortcuts win over those of the
// field with the focus, so this is also where the keys are bound.
func (w *Window) makeMenu() *fyne.MainMenu {
	var menus []*menu
	w.functionKeys = map[fyne.KeyName]func(){}
	for _, c := range w.commands() {
		if len(menus) == 0 || menus[len(menus)-1].shown.Label != c.menu {
			menus = append(menus, &menu{shown: fyne.NewMenu(c.menu)})
		}
		if c.hidden || c.key != "" && c.mod == 0 { // Fyne's shortcuts have a modifier
			w.bind(&desktop.CustomShortcut{KeyName: c.key, Modifier: c.mod}, w.run(c))
		}
		if c.hidden {
			continue
		}
		menus[len(menus)-1].add(c, w.run(c))
	}
	w.menu = mainMenu{MainMenu: fyne.NewMainMenu(), edit: menus[1], undo: menus[1].items[0], redo: menus[1].items[1]}
	for _, m := range menus {
		m.write()
		w.menu.Items = append(w.menu.Items, m.shown)
	}
	return w.menu.MainMenu
}

// add puts a command at the end of the menu.
func (m *menu) add(c command, do func()) {
	item := fyne.NewMenuItem(c.name, do)
	item.IsQuit = c.quits
	if c.mod != 0 {
		item.Shortcut = shortcut(c)
	}
	if c.line {
		m.shown.Items = append(m.shown.Items, fyne.NewMenuItemSeparator())
	}
	m.shown.Items = append(m.shown.Items, item)
	m.items = append(m.items, &menuItem{shown: item, name: c.name, key: keyName(c)})
}

// keysInLabels reports whether an item's key stands in its label. Fyne writes keys in a
// fifth of the ink, which nobody can read, and in English; the menus of macOS are the
// system's, which does it well.
const keysInLabels = runtime.GOOS != "darwin"

// write puts the keys beside the names, so that they end below one another.
func (m *menu) write() {
	if !keysInLabels {
		for _, i := range m.items {
			i.shown.Label = i.name
		}
		return
	}
	var widest float32
	for _, i := range m.items {
		widest = max(widest, textWidth(i.name)+textWidth(i.key))
	}
	for _, i := range m.items {
		i.shown.Label = i.name
		if i.key != "" {
			i.shown.Label += blank(widest+textWidth("MM")-textWidth(i.name)-textWidth(i.key)) + i.key
		}
	}
}

func textWidth(s string) float32 {
	return fyne.MeasureText(s, theme.TextSize(), fyne.TextStyle{}).Width
}

// blank is white space of a width: spaces, and hair spaces for what is left.
func blank(width float32) string {
	const space, hair = "\u00a0", "\u200a"
	spaces := int(width / textWidth(space))
	left := width - float32(spaces)*textWidth(space)
	return strings.Repeat(space, spaces) + strings.Repeat(hair, int(left/textWidth(hair)))
}

// shortcut is what Fyne makes of a command's key: some keys have names of their
// own, and an item under another name would never hear of them.
func shortcut(c command) fyne.Shortcut {
	var s fyne.Shortcut = &desktop.CustomShortcut{KeyName: c.key, Modifier: c.mod}
	if c.mod == ctrl {
		switch c.key {
		case fyne.KeyZ:
			s = &fyne.ShortcutUndo{}
		case fyne.KeyY:
			s = &fyne.ShortcutRedo{}
		case fyne.KeyX:
			s = &fyne.ShortcutCut{}
		case fyne.KeyC:
			s = &fyne.ShortcutCopy{}
		case fyne.KeyV:
			s = &fyne.ShortcutPaste{}
		case fyne.KeyA:
			s = &fyne.ShortcutSelectAll{}
		}
	}
	if keysInLabels {
		return unwritten{s}
	}
	return s
}

// unwritten is a shortcut that Fyne does not write into the menu.
type unwritten struct{ fyne.Shortcut }

// toMenus opens the first of the menus, as a touch of Alt does too. On macOS they are
// the system's.
func (w *Window) toMenus() {
	if c, ok := w.win.Canvas().(interface{ ToggleMenu() }); ok {
		c.ToggleMenu()
	}
}

// bind has a key do something without an item in the menu.
func (w *Window) bind(key *desktop.CustomShortcut, do func()) {
	if key.Modifier == 0 {
		w.functionKeys[key.KeyName] = do
		return
	}
	w.win.Canvas().AddShortcut(key, func(fyne.Shortcut) { do() })
}
