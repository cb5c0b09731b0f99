package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// showKeys lists every command that has a key, menu by menu, in two columns.
func (w *Window) showKeys() {
	left, right := container.New(column{}), container.New(column{})
	all := keySheet(w.commands())
	rows := 0
	for _, menu := range all {
		into := left
		if rows > 0 && 2*rows >= sheetRows(all) {
			into = right
		}
		rows += len(menu.rows) + 1
		into.Add(menu.shown())
	}
	sheet := container.NewGridWithColumns(2, left, right)
	w.tell(L("Keys"), container.NewGridWrap(w.dialogSize(62, 40), container.NewVScroll(sheet)))
}

// menuKeys are the commands of a menu that have keys, and their keys.
type menuKeys struct {
	name string
	rows [][2]string
}

// keySheet gathers the keys of commands. A command that has two stands in one
// line.
func keySheet(commands []command) (sheet []menuKeys) {
	for _, c := range commands {
		if c.key == "" {
			continue
		}
		if len(sheet) == 0 || sheet[len(sheet)-1].name != c.menu {
			sheet = append(sheet, menuKeys{name: c.menu})
		}
		menu, name := &sheet[len(sheet)-1], strings.TrimSuffix(c.name, "…")
		at := slices.IndexFunc(menu.rows, func(r [2]string) bool { return r[0] == name })
		if at < 0 {
			menu.rows = append(menu.rows, [2]string{name, keyName(c)})
		} else {
			menu.rows[at][1] += ", " + keyName(c)
		}
	}
	return sheet
}

func sheetRows(sheet []menuKeys) (n int) {
	for _, menu := range sheet {
		n += len(menu.rows) + 1
	}
	return n
}

func (m menuKeys) shown() fyne.CanvasObject {
	title := widget.NewLabel(m.name)
	title.TextStyle.Bold = true
	lines := container.New(column{gap: -overlap}, title)
	for _, r := range m.rows {
		keys := widget.NewLabel(r[1])
		keys.Importance = widget.LowImportance
		lines.Add(container.New(row{}, paragraph(r[0]), keys))
	}
	return lines
}

// keyName writes a shortcut as it stands on the keyboard.
func keyName(c command) string {
	if c.key == "" {
		return ""
	}
	var parts []string
	for _, m := range []struct {
		mod  fyne.KeyModifier
		name string
	}{{ctrl, "Ctrl"}, {alt, "Alt"}, {shift, L("Shift")}} {
		if c.mod&m.mod != 0 {
			parts = append(parts, m.name)
		}
	}
	name := string(c.key)
	if said := keyNames()[c.key]; said != "" {
		name = said
	}
	return strings.Join(append(parts, name), "+")
}

// keyNames are those of keys that Fyne calls otherwise than keyboards do.
func keyNames() map[fyne.KeyName]string {
	return map[fyne.KeyName]string{
		fyne.KeyPageDown: L("Page Down"), fyne.KeyPageUp: L("Page Up"), fyne.KeyReturn: L("Enter"),
		fyne.KeyDelete: L("Del"), fyne.KeyBackspace: L("Backspace"), fyne.KeyUp: "↑", fyne.KeyDown: "↓",
		fyne.KeyMinus: "−",
	}
}
