package window

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// TestKeysInTheMenu: they stand in the ink of the names, in the officer's language, and
// end below one another; also where an item has come by a longer name.
func TestKeysInTheMenu(t *testing.T) {
	if !keysInLabels {
		t.Skip("the menus are the system's")
	}
	for lang, shift := range map[string]string{"en": "Ctrl+Shift+", "fr": "Ctrl+Maj+"} {
		t.Run(lang, func(t *testing.T) {
			a := officerAt(t, filepath.Join(t.TempDir(), "new"))
			a.theStatement()
			a.app.Preferences().SetString(languageSetting, lang)
			a.rebuild()
			t.Cleanup(func() { speak(a.config.Files, "en") })
			a.at("outcome", 0, "text")
			a.typed("a")
			for _, m := range a.menu.Items {
				endsAlike(t, m)
			}
			var keys int
			for _, item := range a.menu.Items[0].Items {
				if strings.Contains(item.Label, shift) {
					keys++
				}
				if _, written := item.Shortcut.(fyne.KeyboardShortcut); written {
					t.Errorf("Fyne writes a key of its own behind %q", item.Label)
				}
			}
			if keys < 3 {
				t.Errorf("%d items of the first menu name a key with %s", keys, shift)
			}
		})
	}
}

func endsAlike(t *testing.T, m *fyne.Menu) {
	t.Helper()
	var widest float32
	for _, item := range m.Items {
		widest = max(widest, textWidth(item.Label))
	}
	for _, item := range m.Items {
		if strings.Contains(item.Label, "\u00a0\u00a0") && textWidth(item.Label) < widest-1 {
			t.Errorf("%q ends at %v, others at %v", item.Label, textWidth(item.Label), widest)
		}
	}
}

// TestF10 leads to the menus, where they are the window's.
func TestF10(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	c := &toggled{Canvas: a.win.Canvas()}
	a.win = withCanvas{a.win, c}
	a.typedKey(&fyne.KeyEvent{Name: fyne.KeyF10})
	if c.times != 1 {
		t.Errorf("the menus were opened %d times", c.times)
	}
}

type withCanvas struct {
	fyne.Window
	canvas fyne.Canvas
}

func (w withCanvas) Canvas() fyne.Canvas { return w.canvas }

type toggled struct {
	fyne.Canvas
	times int
}

func (t *toggled) ToggleMenu() { t.times++ }

// TestTheKeyOfSaidBefore leads to the line that is searched for.
func TestTheKeyOfSaidBefore(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.at("outcome", 0, "text")
	a.press("Said before")
	before := a.text("outcome", 0, "text")
	test.Type(a.Window.said.words, "torture")
	if a.win.Canvas().Focused() != fyne.Focusable(a.Window.said.words) || a.text("outcome", 0, "text") != before {
		t.Error("the keys stay in the text")
	}
}

// TestMenusFit the smallest screen there is to look at, under its own bars: the keys do
// not scroll a menu.
func TestMenusFit(t *testing.T) {
	const room = 720 - 80
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	for _, m := range a.menu.Items {
		if height := widget.NewMenu(m).MinSize().Height; height > room {
			t.Errorf("the menu %s is %v high", m.Label, height)
		}
	}
}
