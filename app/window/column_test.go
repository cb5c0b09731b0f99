package window

import (
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// TestAskingForSizesChangesNone asks everything in the window how small it may
// be, as Fyne does before each frame. If that resized anything, every frame
// would call for another, and an idle window would keep the processor busy.
func TestAskingForSizesChangesNone(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	for i, pane := range a.side.panes[:2] { // the others read the workspace beside
		a.side.turn(i)
		var all []fyne.CanvasObject
		innermost(a.win.Content(), func(o fyne.CanvasObject) { all = append(all, o) })
		for _, o := range all {
			o.MinSize()
		}
		sizes := make([]fyne.Size, len(all))
		for i, o := range all {
			sizes[i] = o.Size()
		}
		for _, o := range all {
			o.MinSize()
			for i, other := range all {
				if was := sizes[i]; was != other.Size() {
					t.Fatalf("%s: asking %T made %T %v, from %v", pane.name, o, other, other.Size(), was)
				}
			}
		}
	}
}

// TestTheCaretStaysInSightInANarrowerDesk: all above it needs more rows there.
func TestTheCaretStaysInSightInANarrowerDesk(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.win.Resize(fyne.NewSize(1440, 900))
	a.at("topics", 4, "text")
	_, before := a.desk.caretAt()
	for _, c := range []struct {
		name    string
		columns float64
		size    fyne.Size
	}{
		{"narrow", 0.3, fyne.NewSize(1440, 900)},
		{"low", 0.3, fyne.NewSize(1440, 420)},
		{"wide again", 0.7, fyne.NewSize(1440, 900)},
	} {
		a.parted[1].SetOffset(c.columns)
		a.win.Resize(c.size)
		if f, y := a.desk.caretAt(); f == nil || y+f.LineHeight() > a.desk.scroll.Size().Height {
			t.Fatalf("%s: the caret is out of sight", c.name)
		}
		if _, y := a.desk.caretAt(); c.name == "narrow" && max(y-before, before-y) > 1 {
			t.Errorf("%s: the caret goes from %v to %v", c.name, before, y)
		}
	}
	a.desk.scroll.ScrollToOffset(fyne.Position{})
	a.parted[1].SetOffset(0.3)
	if a.desk.scroll.Offset.Y != 0 {
		t.Error("who looks at another place is led away from it")
	}
}

// innermost visits what is shown, the innermost first.
func innermost(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if !o.Visible() {
		return
	}
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			innermost(child, visit)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			innermost(child, visit)
		}
	}
	visit(o)
}

// TestFactsStandInOneColumnWhereTwoAreTooNarrow, as with large text in a small
// window: no date is broken in two.
func TestFactsStandInOneColumnWhereTwoAreTooNarrow(t *testing.T) {
	test.NewTempApp(t)
	em := theme.Size(theme.SizeNameText)
	for _, c := range []struct {
		ems     float32
		columns int
	}{{40, 2}, {2*halves.least + 1, 2}, {2*halves.least - 1, 1}, {10, 1}} {
		objects := []fyne.CanvasObject{paragraph("2026-03-12"), paragraph("2026-03-13"), paragraph("Aldvik")}
		form := container.New(halves, objects...)
		form.Resize(fyne.NewSize(c.ems*em, 400))
		if abreast := objects[1].Position().Y == objects[0].Position().Y; abreast != (c.columns == 2) {
			t.Errorf("at %v ems the second stands beside the first: %v", c.ems, abreast)
		}
		if last := objects[2]; form.MinSize().Height < last.Position().Y+last.Size().Height {
			t.Errorf("at %v ems the form is %v high, and its last line ends at %v", c.ems, form.MinSize().Height, last.Position().Y+last.Size().Height)
		}
	}
}
