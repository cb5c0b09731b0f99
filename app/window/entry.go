package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// entry is Fyne's single line with the keys that lead out of it.
type entry struct {
	widget.Entry
	onDown   func() // Down, and Enter where it means nothing else
	onEnter  func()
	onEscape func()
	onKey    func(*fyne.KeyEvent) bool // takes a key first; may be nil
	selects  bool                      // what stands there, whenever the keys come
}

func newEntry() *entry {
	e := &entry{}
	e.ExtendBaseWidget(e)
	return e
}

// TypedKey is called by Fyne.
func (e *entry) TypedKey(k *fyne.KeyEvent) {
	switch {
	case e.onKey != nil && e.onKey(k):
	case k.Name == fyne.KeyEscape && e.onEscape != nil:
		e.onEscape()
	case isEnter(k) && e.onEnter != nil:
		e.onEnter()
	case (k.Name == fyne.KeyDown || isEnter(k)) && e.onDown != nil:
		e.onDown()
	default:
		e.Entry.TypedKey(k)
	}
}

// isEnter reports whether a key is Enter, be it that of the digits.
func isEnter(k *fyne.KeyEvent) bool { return k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter }

// FocusGained is called by Fyne.
func (e *entry) FocusGained() {
	e.Entry.FocusGained()
	if e.selects {
		e.selectAll()
	}
}

// FocusLost is called by Fyne.
func (e *entry) FocusLost() {
	e.Entry.FocusLost()
	keepKeys(e)
}

// selectAll selects what stands there, so that the next key replaces it.
func (e *entry) selectAll() { e.TypedShortcut(&fyne.ShortcutSelectAll{}) }

// enter puts the keys into a line, with what stands there selected.
func (w *Window) enter(e *entry) {
	w.win.Canvas().Focus(e)
	e.selectAll()
}

// abreast has the window keep abreast of who types into a line beside the text.
func (w *Window) abreast(e *widget.Entry) {
	heard := e.OnChanged
	e.OnChanged = func(words string) {
		w.house.pace.wrote()
		w.changedFrom = nil
		if heard != nil {
			heard(words)
		}
	}
}
