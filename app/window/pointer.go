package window

import (
	"math"
	"reflect"
	"runtime"
	"unsafe"

	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// clickWherePointed has a window that is shown take each click where the pointer is.
// Fyne 2.8.0 looks where it has moved sixty times a second, and takes a click that
// comes sooner, as one on a touch screen always does, for one where it was before. On
// Fyne's goroutine.
func clickWherePointed(win fyne.Window) {
	of := reflect.ValueOf(win)
	if of.Type().String() != "*glfw.window" {
		return
	}
	view := of.Elem().FieldByName("viewport")
	if !view.IsValid() || view.IsNil() {
		return
	}
	p := &pointer{window: of.UnsafePointer()}
	on := (*glfw.Window)(view.UnsafePointer())
	p.onMove = on.SetCursorPosCallback(p.move)
	p.onButton = on.SetMouseButtonCallback(p.button)
	p.onScroll = on.SetScrollCallback(p.scroll)
}

// pointer is where the mouse, or a finger, has moved to in a window, and what Fyne
// does about it.
type pointer struct {
	window   unsafe.Pointer
	x, y     float64
	moved    bool // since Fyne looked last
	onMove   glfw.CursorPosCallback
	onButton glfw.MouseButtonCallback
	onScroll glfw.ScrollCallback
}

func (p *pointer) move(w *glfw.Window, x, y float64) {
	p.x, p.y, p.moved = x, y, true
	p.onMove(w, x, y)
}

func (p *pointer) button(w *glfw.Window, b glfw.MouseButton, action glfw.Action, mods glfw.ModifierKey) {
	p.arrive()
	p.onButton(w, b, action, mods)
}

func (p *pointer) scroll(w *glfw.Window, x, y float64) {
	p.arrive()
	p.onScroll(w, x, scrolled(y))
}

func (p *pointer) arrive() {
	if p.moved {
		p.moved = false
		pointerMoved(p.window, p.x, p.y)
	}
}

// scrolled is how far to scroll for the notches of a wheel: three lines each, as other
// programs do, where Fyne goes one. A touchpad, which knows parts of a notch, is
// followed as it is, and so is macOS. From ten on Fyne would leap.
func scrolled(notches float64) float64 {
	const threeLines, most = 2.4, 9
	if notches != math.Trunc(notches) || runtime.GOOS == "darwin" {
		return notches
	}
	return max(-most, min(notches*threeLines, most))
}

// pointerMoved is what Fyne does when the pointer has moved.
//
//go:linkname pointerMoved fyne.io/fyne/v2/internal/driver/glfw.(*window).processMouseMoved
func pointerMoved(window unsafe.Pointer, x, y float64)
