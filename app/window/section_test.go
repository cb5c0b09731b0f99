package window

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// TestTheCountGivesWayToTheName of a section, where there is no room for both.
func TestTheCountGivesWayToTheName(t *testing.T) {
	test.NewTempApp(t)
	name, count := widget.NewLabel("Individual cases"), widget.NewLabel("18 of about 30 words")
	wide := name.MinSize().Width
	name.Truncation = fyne.TextTruncateEllipsis
	line := container.New(nameFirst(wide), name, count)
	for width, want := range map[float32]bool{400: true, wide + 20: false} {
		line.Resize(fyne.NewSize(width, 40))
		if count.Visible() != want || name.Size().Width < wide {
			t.Errorf("in %v the count is shown: %v; the name has %v of %v", width, count.Visible(), name.Size().Width, wide)
		}
	}
}
