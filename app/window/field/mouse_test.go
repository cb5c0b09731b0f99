package field_test

import (
	"testing"

	"delegation-briefing/app/window/field"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// down presses a button of the mouse on the character at an offset.
func down(f *field.Field, offset int, button desktop.MouseButton) {
	e := &desktop.MouseEvent{PointEvent: on(f, offset), Button: button}
	f.MouseDown(e)
}

// drag leads the pointer to the character at an offset, with the button down.
func drag(f *field.Field, offset int) { f.Dragged(&fyne.DragEvent{PointEvent: on(f, offset)}) }

// on is a place on the character at an offset, and leaves the caret where it is.
func on(f *field.Field, offset int) fyne.PointEvent {
	start, end := f.Selection()
	back := f.Caret() == start
	f.SetCaret(offset)
	at := f.CaretPosition().AddXY(1, 5)
	if back {
		start, end = end, start
	}
	f.Select(start, end)
	return fyne.PointEvent{Position: at, AbsolutePosition: fyne.CurrentApp().Driver().AbsolutePositionForObject(f).Add(at)}
}

// TestASelectionStaysWhereverTheButtonComesUp: over what takes no keys Fyne takes them
// from the field, and only then says that the drag has ended.
func TestASelectionStaysWhereverTheButtonComesUp(t *testing.T) {
	f := field.New()
	w := shown(t, f, "The quick officer writes.")
	down(f, 17, desktop.MouseButtonPrimary)
	drag(f, 4)
	w.Canvas().Unfocus()
	f.DragEnd()
	if w.Canvas().Focused() != f {
		t.Error("what is typed now goes nowhere")
	}
	if f.SelectedText() != "quick officer" || f.Caret() != 4 {
		t.Errorf("%q is selected, the caret is at %d", f.SelectedText(), f.Caret())
	}
	test.Type(f, "one")
	if f.Text() != "The one writes." {
		t.Errorf("typed: %q", f.Text())
	}
}

// TestADragLeavesTheKeysToAnother: a question may have come up meanwhile.
func TestADragLeavesTheKeysToAnother(t *testing.T) {
	f, other := field.New(), field.New()
	w := shown(t, f, "The quick officer writes.")
	w.SetContent(container.NewVBox(f, other))
	down(f, 4, desktop.MouseButtonPrimary)
	drag(f, 17)
	w.Canvas().Focus(other)
	f.DragEnd()
	if w.Canvas().Focused() != other {
		t.Error("the field has taken the keys away")
	}
}

func TestARightClickPutsTheCaret(t *testing.T) {
	for _, c := range []struct {
		name, before string
		at           int
		after        string
	}{
		{"elsewhere", "The quick| officer writes.", 18, "The quick officer |writes."},
		{"outside what is selected", "The |quick| officer writes.", 18, "The quick officer |writes."},
		{"within what is selected", "The |quick| officer writes.", 6, "The |quick| officer writes."},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := field.New()
			w := shown(t, f, c.before)
			e := on(f, c.at)
			f.TappedSecondary(&e)
			if got := look(f); got != c.after {
				t.Errorf("%s, want %s", got, c.after)
			}
			if w.Canvas().Overlays().Top() == nil {
				t.Error("there is no menu")
			}
		})
	}
}

// TestTheFirstWordingIsChosen in the menu that a key opens, but nothing where no
// wording is on offer.
func TestTheFirstWordingIsChosen(t *testing.T) {
	for _, tt := range []struct {
		name    string
		wording bool
		down    int
		want    string
	}{
		{"the first", true, 0, "first"},
		{"the next", true, 1, "second"},
		{"no wording", false, 0, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f, taken := field.New(), ""
			w := shown(t, f, "The quick| officer writes.")
			fix := func(label string) field.Fix {
				return field.Fix{Label: label, Apply: func() { taken = label }, Wording: tt.wording}
			}
			f.SetMarks([]field.Mark{{Start: 4, End: 9, Message: "Quick?", Fixes: []field.Fix{fix("first"), fix("second")}}})
			if !f.ShowFixes() {
				t.Fatal("there is no menu")
			}
			list := w.Canvas().Focused()
			for range tt.down {
				list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
			}
			list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			if taken != tt.want {
				t.Errorf("Enter takes %q, want %q", taken, tt.want)
			}
		})
	}
}
