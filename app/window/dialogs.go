package window

import "fyne.io/fyne/v2"

// dialogSize is the room a dialog's content may take: as much as it wants, but
// no more than the window has.
func (w *Window) dialogSize(width, height float32) fyne.Size {
	room := w.win.Canvas().Size()
	return fyne.NewSize(min(width, room.Width-80), min(height, room.Height-180))
}
