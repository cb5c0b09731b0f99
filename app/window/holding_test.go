package window

import (
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"delegation-briefing/app/window/field"
)

// atEdge is the mouse led to so far below the upper edge of the desk.
func (a *acting) atEdge(y float32) *fyne.DragEvent {
	e := &fyne.DragEvent{}
	e.AbsolutePosition = a.desk.corner().AddXY(a.desk.content.Size().Width/2, y)
	return e
}

func TestTheDeskScrollsOnWhileATopicIsHeldAtAnEdge(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.at("topics", 1, "text")
	top := func() float32 { return a.desk.scroll.Offset.Y }
	from, h := top(), a.hold(1)
	h.Dragged(a.atEdge(a.desk.scroll.Size().Height - 5))
	a.until("scrolled down", func() bool { return top() > from+100 })
	if a.desk.carrying.before < 2 {
		t.Errorf("it would stand before topic %d", a.desk.carrying.before)
	}
	h.Dragged(a.atEdge(300))
	from = top()
	a.until("the desk stands", func() bool { return a.desk.holding.next == nil })
	if top() != from {
		t.Error("it scrolls on although it is held in the middle")
	}
	a.desk.scroll.ScrollToOffset(fyne.NewPos(0, a.desk.cards[topicPlace("topics", 2)].body.Position().Y))
	h.Dragged(a.atEdge(5))
	a.until("the desk stands", func() bool { return a.desk.holding.next == nil })
	if first := a.desk.cards[topicPlace("topics", 1)].body.Position().Y; top() > first || top() < first-40 {
		t.Errorf("it scrolls to %v for the first topic, which begins at %v", top(), first)
	}
	h.DragEnd()
	if a.desk.holding != nil {
		t.Error("it is still held")
	}
}

func TestTheDeskScrollsOnWhileTheMouseSelects(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	at := topicPlace("topics", 1)
	a.desk.fields[at].SetText("")
	f := a.at("topics", 1, "text")
	for range 30 {
		f.Insert("One more sentence that takes up more than half of a row of the desk.\n\n")
	}
	a.goTo(at, 0)
	pressAt(f, a.atEdge(200).PointEvent)
	start := f.Caret()
	from := a.desk.scroll.Offset.Y
	f.Dragged(a.atEdge(a.desk.scroll.Size().Height + 30))
	seen := f.Caret()
	if a.desk.scroll.Offset.Y != from {
		t.Error("it leaps after the mouse")
	}
	a.until("scrolled down", func() bool { return a.desk.scroll.Offset.Y > from+100 })
	if lo, hi := f.Selection(); lo != start || hi <= seen {
		t.Errorf("from %d to %d is selected, from %d to %d was", lo, hi, start, seen)
	}
	a.until("the desk stands", func() bool { return a.desk.holding.next == nil })
	if _, hi := f.Selection(); hi != len(f.Text()) || a.desk.top(f)+f.Size().Height < a.desk.scroll.Offset.Y+a.desk.scroll.Size().Height-40 {
		t.Errorf("it ends at %d of %d, and the desk at %v", hi, len(f.Text()), a.desk.scroll.Offset.Y)
	}
	a.win.Canvas().Unfocus()
	f.DragEnd()
	from = a.desk.scroll.Offset.Y
	a.letIn()
	if a.desk.scroll.Offset.Y != from || a.win.Canvas().Focused() != f {
		t.Error("the desk is not as it was when the button came up")
	}
}

// TestWithLessMotionTheDeskLeaps: at the same pace, but it stands between.
func TestWithLessMotionTheDeskLeaps(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.desk.setStill(true)
	a.goTo(topicPlace("topics", 1), 0)
	from, h := a.desk.scroll.Offset.Y, a.hold(1)
	h.Dragged(a.atEdge(a.desk.scroll.Size().Height - 5))
	a.until("scrolled", func() bool { return a.desk.scroll.Offset.Y != from })
	h.DragEnd()
	if far := a.desk.scroll.Offset.Y - from; far != seldom.far {
		t.Errorf("it leaps %v", far)
	}
	if smoothly.far/float32(smoothly.after) != seldom.far/float32(seldom.after) {
		t.Error("the paces differ")
	}
}

// pressAt presses the button of the mouse at a place of the canvas.
func pressAt(f *field.Field, at fyne.PointEvent) {
	at.Position = at.AbsolutePosition.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(f))
	f.MouseDown(&desktop.MouseEvent{PointEvent: at, Button: desktop.MouseButtonPrimary})
}

// letIn lets in what the goroutines have handed back by now.
func (a *acting) letIn() {
	for len(a.calls) > 0 {
		(<-a.calls)()
	}
}

// TestAClickScrollsNothingAway: where a row at the edge of the desk is clicked twice, it
// is there twice.
func TestAClickScrollsNothingAway(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	f := a.at("opening", 0, "text")
	a.desk.scroll.ScrollToOffset(fyne.NewPos(0, a.desk.top(f)+4)) // its first row is at the upper edge
	from := a.desk.scroll.Offset
	f.SetCaret(len(f.Text()))
	a.desk.scroll.ScrollToOffset(from)
	at := fyne.PointEvent{Position: fyne.NewPos(60, 12)}
	for range 2 {
		f.MouseDown(&desktop.MouseEvent{PointEvent: at, Button: desktop.MouseButtonPrimary})
		f.MouseUp(nil)
	}
	if a.desk.scroll.Offset != from || f.SelectedText() == "" {
		t.Errorf("the desk went from %v to %v, selected is %q", from.Y, a.desk.scroll.Offset.Y, f.SelectedText())
	}
}
