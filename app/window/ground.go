package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// ground lies under all that a window shows. Fyne takes the keys away from whoever
// writes when a click hits nothing that could have them; the ground could, but never
// takes them.
type ground struct{ widget.BaseWidget }

func newGround() *ground {
	g := &ground{}
	g.ExtendBaseWidget(g)
	return g
}

// CreateRenderer is called by Fyne.
func (g *ground) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(nil))
}

// Disabled is asked by Fyne before it gives the keys to somebody.
func (g *ground) Disabled() bool { return true }

// Enable and Disable belong to what can be disabled, FocusGained and what follows
// to what can have the keys.
func (g *ground) Enable()                   {}
func (g *ground) Disable()                  {}
func (g *ground) FocusGained()              {}
func (g *ground) FocusLost()                {}
func (g *ground) TypedRune(rune)            {}
func (g *ground) TypedKey(_ *fyne.KeyEvent) {}

// keysOver is what can have the keys in a dialog.
type keysOver interface {
	fyne.CanvasObject
	fyne.Focusable
}

// keepKeys gives the keys back to who has just lost them to nobody, while the same
// dialog lies over the window: under a dialog there is no ground.
func keepKeys(o keysOver) {
	on := fyne.CurrentApp().Driver().CanvasForObject(o)
	if on == nil || on.Overlays().Top() == nil {
		return
	}
	dialog := on.Overlays().Top()
	fyne.Do(func() {
		if on.Overlays().Top() == dialog && on.Focused() == nil && o.Visible() {
			on.Focus(o)
		}
	})
}
