package field

import "fyne.io/fyne/v2/canvas"

// reuse puts spare texts in the place of wanted ones, with their words, and returns
// those that are still spare. Fyne remembers an object for a minute after it is gone,
// and a key would leave all rows of its paragraph behind.
func reuse(wanted, spare []*canvas.Text) []*canvas.Text {
	n := min(len(wanted), len(spare))
	for i, t := range spare[:n] {
		turnInto(t, wanted[i])
		wanted[i] = t
	}
	return spare[n:]
}

// turnInto makes a text another, in its place.
func turnInto(t, other *canvas.Text) {
	t.Move(other.Position())
	if t.Text == other.Text && t.TextSize == other.TextSize && t.TextStyle == other.TextStyle && t.FontSource == other.FontSource && t.Color == other.Color {
		return
	}
	t.Text, t.TextSize, t.TextStyle, t.FontSource, t.Color = other.Text, other.TextSize, other.TextStyle, other.FontSource, other.Color
	if t.Size() == other.Size() {
		t.Refresh()
		return
	}
	t.Resize(other.Size()) // refreshes it
}
