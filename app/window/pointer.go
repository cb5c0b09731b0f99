package window

import (
	"reflect"
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
}

// pointer is where the mouse, or a finger, has moved to in a window, and what Fyne
// does about it.
type pointer struct {
	window   unsafe.Pointer
	x, y     float64
	moved    bool // since Fyne looked last
	onMove   glfw.CursorPosCallback
	onButton glfw.MouseButtonCallback
}

func (p *pointer) move(w *glfw.Window, x, y float64) {
	p.x, p.y, p.moved = x, y, true
	p.onMove(w, x, y)
}

func (p *pointer) button(w *glfw.Window, b glfw.MouseButton, action glfw.Action, mods glfw.ModifierKey) {
	if p.moved {
		p.moved = false
		pointerMoved(p.window, p.x, p.y)
	}
	p.onButton(w, b, action, mods)
}

// pointerMoved is what Fyne does when the pointer has moved.
//
//go:linkname pointerMoved fyne.io/fyne/v2/internal/driver/glfw.(*window).processMouseMoved
func pointerMoved(window unsafe.Pointer, x, y float64)
