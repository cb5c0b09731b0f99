package window

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// wheel lies over the pages and takes the mouse's wheel.
type wheel struct {
	widget.BaseWidget
	proof *proof
}

func newWheel(p *proof) *wheel {
	w := &wheel{proof: p}
	w.ExtendBaseWidget(w)
	return w
}

// Scrolled zooms while Control is held, and scrolls the pages else.
func (w *wheel) Scrolled(e *fyne.ScrollEvent) {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok && d.CurrentKeyModifiers()&fyne.KeyModifierShortcutDefault != 0 {
		w.proof.zoom(float32(math.Pow(1.1, float64(max(-3, min(e.Scrolled.DY/10, 3))))))
		return
	}
	w.proof.scroll.Scrolled(e)
}

// CreateRenderer is called by Fyne.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

// turning lies under the pages and turns them by keyboard. Over them it would
// take the clicks that are theirs.
type turning struct {
	widget.BaseWidget
	proof *proof
	ring  *canvas.Rectangle // shows that it has the keys
}

func newTurning(p *proof) *turning {
	t := &turning{proof: p, ring: newRing()}
	t.ExtendBaseWidget(t)
	return t
}

// FocusGained is called by Fyne.
func (t *turning) FocusGained() {
	t.ring.StrokeColor = theme.Color(theme.ColorNamePrimary)
	t.ring.Show()
}

// FocusLost is called by Fyne.
func (t *turning) FocusLost() { t.ring.Hide() }

// TypedRune is called by Fyne.
func (t *turning) TypedRune(rune) {}

// TypedKey is called by Fyne.
func (t *turning) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		t.proof.leave()
		return
	}
	turnScroll(t.proof.scroll, k.Name)
}

// CreateRenderer is called by Fyne.
func (t *turning) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.ring) }
