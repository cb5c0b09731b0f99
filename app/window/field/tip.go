package field

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// tip is a message above the words it is about: there it covers only what was
// drawn before it.
type tip struct {
	mark    Mark
	objects []fyne.CanvasObject
}

func (f *Field) newTip(m Mark) *tip {
	th, variant := f.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	size := th.Size(theme.SizeNameCaptionText)
	lines := folded(m.Message, 60)
	var wide float32
	high := fyne.MeasureText("M", size, fyne.TextStyle{}).Height
	for _, l := range lines {
		wide = max(wide, fyne.MeasureText(l, size, fyne.TextStyle{}).Width)
	}
	const pad = 6
	box := canvas.NewRectangle(th.Color(theme.ColorNameOverlayBackground, variant))
	box.StrokeColor, box.StrokeWidth, box.CornerRadius = th.Color(theme.ColorNameInputBorder, variant), 1, 4
	box.Resize(fyne.NewSize(wide+2*pad, high*float32(len(lines))+2*pad))
	var corner fyne.Position
	f.boxes(m.Start, m.End, 0, len(f.setting.rows)-1, func(at fyne.Position, _ fyne.Size) {
		if corner.IsZero() {
			corner = at
		}
	})
	corner.X = max(0, min(corner.X, f.Size().Width-box.Size().Width))
	corner.Y -= box.Size().Height
	box.Move(corner)
	objects := []fyne.CanvasObject{box}
	for i, l := range lines {
		t := canvas.NewText(l, th.Color(theme.ColorNameForeground, variant))
		t.TextSize = size
		t.Move(corner.AddXY(pad, pad+float32(i)*high))
		objects = append(objects, t)
	}
	return &tip{m, objects}
}

// folded breaks a message into lines of about as many letters.
func folded(message string, letters int) []string {
	var lines []string
	var l string
	for _, w := range strings.Fields(message) {
		if l != "" && len(l)+1+len(w) > letters {
			lines = append(lines, l)
			l = ""
		}
		l = strings.TrimSpace(l + " " + w)
	}
	return append(lines, l)
}

// markAt finds the mark over a place of the field; the last one shown counts.
func (f *Field) markAt(at fyne.Position) (Mark, bool) {
	for _, m := range slices.Backward(f.marks) {
		over := false
		f.boxes(m.Start, m.End, 0, len(f.setting.rows)-1, func(p fyne.Position, size fyne.Size) {
			over = over || at.X >= p.X && at.X < p.X+size.Width && at.Y >= p.Y && at.Y < p.Y+size.Height
		})
		if over && m.Message != "" {
			return m, true
		}
	}
	return Mark{}, false
}
