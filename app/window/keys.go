package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"
)

// showKeys lists every command that has a key.
func (w *Window) showKeys() {
	grid := container.NewGridWithColumns(2)
	for _, c := range w.commands() {
		if c.key == "" {
			continue
		}
		keys := widget.NewLabel(keyName(c))
		keys.TextStyle.Bold = true
		grid.Add(widget.NewLabel(c.name))
		grid.Add(keys)
	}
	dialog.NewCustom(L("Keys"), L("Close"), container.NewGridWrap(fyne.NewSize(460, 480), container.NewVScroll(grid)), w.win).Show()
}

// keyName writes a shortcut as it stands on the keyboard.
func keyName(c command) string {
	var parts []string
	for _, m := range []struct {
		mod  fyne.KeyModifier
		name string
	}{{ctrl, "Ctrl"}, {alt, "Alt"}, {shift, "Shift"}} {
		if c.mod&m.mod != 0 {
			parts = append(parts, m.name)
		}
	}
	return strings.Join(append(parts, string(c.key)), "+")
}
