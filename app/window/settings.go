package window

import (
	"fyne.io/fyne/v2"

	"delegation-briefing/briefing"
)

// What the window remembers between two starts. Words of statements are never
// among it.
const (
	languageSetting   = "language"
	writingSetting    = "language of new statements"
	appearanceSetting = "appearance"
	textSizeSetting   = "text size"
	motionSetting     = "less motion"
	lastSetting       = "last statement"
	desksSetting      = "open statements"
	unnamedSetting    = "statements not named yet"
	placeSetting      = "last place" // of the caret in it
	offsetSetting     = "last offset"
	paneSetting       = "pane"
	exportSetting     = "export folder"
	orderSetting      = "order of the list"
	widthSetting      = "width"
	heightSetting     = "height"
	tourSetting       = "tour seen"
	listShareSetting  = "width of the list" // of the window
	textShareSetting  = "width of the text" // of what the list leaves
	zoomSetting       = "zoom of the pages" // 0: as the pane allows
	wholeSetting      = "whole pages"
	facingSetting     = "facing pages"
)

// lastSize is the size the window had when it was closed.
func (w *Window) lastSize() fyne.Size {
	p := w.app.Preferences()
	return fyne.NewSize(float32(p.FloatWithFallback(widthSetting, 1400)), float32(p.FloatWithFallback(heightSetting, 860)))
}

// rememberPlace keeps where the officer was writing, and what she looked at.
func (w *Window) rememberPlace() {
	p := w.app.Preferences()
	p.SetInt(paneSetting, w.side.at)
	if w.draft != nil {
		p.SetString(lastSetting, w.draft.Statement().ID)
		p.SetString(placeSetting, w.desk.at.String())
		p.SetInt(offsetSetting, w.desk.offset)
	}
}

// resume puts the caret where it was in the statement that was left last.
func (w *Window) resume() {
	p := w.app.Preferences()
	w.side.turn(max(0, min(p.Int(paneSetting), len(w.side.panes)-1)))
	if at, err := briefing.ParsePlace(p.String(placeSetting)); err == nil && w.draft != nil {
		w.goTo(at, p.Int(offsetSetting))
	}
}

// rememberView keeps how the window is parted, and how its pages are shown.
func (w *Window) rememberView() {
	p := w.app.Preferences()
	p.SetFloat(listShareSetting, w.parted[0].Offset)
	p.SetFloat(textShareSetting, w.parted[1].Offset)
	p.SetFloat(zoomSetting, float64(w.proof.factor))
	p.SetBool(wholeSetting, w.proof.whole)
	p.SetBool(facingSetting, w.proof.facing)
}

// resumeView shows the pages as they were shown last.
func (p *proof) resumeView(from fyne.Preferences) {
	p.factor = float32(from.Float(zoomSetting))
	p.whole, p.facing = from.Bool(wholeSetting), from.Bool(facingSetting)
}

func (w *Window) rememberSize() {
	p, size := w.app.Preferences(), w.win.Canvas().Size()
	p.SetFloat(widthSetting, float64(size.Width))
	p.SetFloat(heightSetting, float64(size.Height))
}
