package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// showKeys lists every command that has a key, menu by menu.
func (w *Window) showKeys() {
	grid := container.NewGridWithColumns(2)
	menu := ""
	for _, c := range w.commands() {
		if c.key == "" {
			continue
		}
		if c.menu != menu {
			menu = c.menu
			title := widget.NewLabel(menu)
			title.TextStyle.Bold = true
			grid.Add(title)
			grid.Add(widget.NewLabel(""))
		}
		grid.Add(widget.NewLabel(strings.TrimSuffix(c.name, "…")))
		grid.Add(widget.NewLabel(keyName(c)))
	}
	w.tell(L("Keys"), container.NewGridWrap(w.dialogSize(34, 37), container.NewVScroll(grid)))
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
		fyne.KeyEqual: "+", fyne.KeyMinus: "−",
	}
}
