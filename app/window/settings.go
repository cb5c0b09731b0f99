package window

import "fyne.io/fyne/v2"

// What the window remembers between two starts. Words of statements are never
// among it.
const (
	languageSetting   = "language"
	appearanceSetting = "appearance"
	textSizeSetting   = "text size"
	lastSetting       = "last statement"
	orderSetting      = "order of the list"
	widthSetting      = "width"
	heightSetting     = "height"
	tourSetting       = "tour seen"
)

// lastSize is the size the window had when it was closed.
func (w *Window) lastSize() fyne.Size {
	p := w.app.Preferences()
	return fyne.NewSize(float32(p.FloatWithFallback(widthSetting, 1400)), float32(p.FloatWithFallback(heightSetting, 860)))
}

func (w *Window) rememberSize() {
	p, size := w.app.Preferences(), w.win.Canvas().Size()
	p.SetFloat(widthSetting, float64(size.Width))
	p.SetFloat(heightSetting, float64(size.Height))
}
