package window

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/briefing/draft"
)

// status is the bar at the foot of the window: whether the words are on the
// disk, and how many pages they fill.
type status struct {
	content fyne.CanvasObject
	disk    *widget.Label
	page    *widget.Label
}

func newStatus() *status {
	s := &status{disk: small(), page: small()}
	s.content = container.NewHBox(s.disk, layout.NewSpacer(), s.page)
	return s
}

func small() *widget.Label {
	l := widget.NewLabel("")
	l.SizeName = theme.SizeNameCaptionText
	return l
}

func (s *status) saved(state draft.State) {
	s.disk.Importance = widget.MediumImportance
	switch {
	case state.Err != nil:
		s.disk.Importance = widget.DangerImportance
		s.disk.SetText(L("Not saved, your words are still here:") + " " + state.Err.Error())
	case state.Saved:
		s.disk.SetText(L("Saved"))
	default:
		s.disk.SetText(L("Writing…"))
	}
}

// pages counts pages against the number that the template sets; 0 sets none.
func (s *status) pages(n, most int) {
	s.page.Importance = widget.MediumImportance
	text := fmt.Sprintf(L("%d pages"), n)
	if n == 1 {
		text = L("1 page")
	}
	if most > 0 && n > most {
		s.page.Importance = widget.WarningImportance
		text += fmt.Sprintf(L(" – %d too many"), n-most)
	}
	s.page.SetText(text)
}

// printing says why the pages could not be set.
func (s *status) printing(err error) {
	s.page.Importance = widget.DangerImportance
	s.page.SetText(err.Error())
}
