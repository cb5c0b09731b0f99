package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// ground lies under all that a window shows: a click that hits nothing else leaves
// the keys where they are.
type ground struct {
	widget.BaseWidget
	keyless
}

func newGround() *ground {
	g := &ground{}
	g.ExtendBaseWidget(g)
	return g
}

// CreateRenderer is called by Fyne.
func (g *ground) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(nil))
}

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
