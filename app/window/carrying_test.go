package window

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestTopicsAreCarriedByTheirHandles(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	names := strings.Split(a.headings(), "; ")
	// carry takes hold of the nth topic and drops it at the share of another.
	carry := func(n, to int, share float32) {
		t.Helper()
		a.goTo(topicPlace("topics", n), 0)
		h := handleIn(a.desk.cards[topicPlace("topics", n)].body)
		over := a.desk.cards[topicPlace("topics", to)].body
		top := fyne.CurrentApp().Driver().AbsolutePositionForObject(over)
		e := &fyne.DragEvent{}
		e.AbsolutePosition = top.AddXY(0, over.Size().Height*share)
		h.Dragged(e)
		if !a.desk.carrying.line.Visible() {
			t.Error("nothing shows where it would go")
		}
		h.DragEnd()
		if a.desk.carrying.line.Visible() {
			t.Error("the line stays")
		}
	}
	order := func(want ...int) {
		t.Helper()
		var all []string
		for _, i := range want {
			all = append(all, names[i-1])
		}
		if got := a.headings(); got != strings.Join(all, "; ") {
			t.Errorf("the order is %s, want %v", got, want)
		}
	}
	carry(1, 2, 0.9)
	order(2, 1, 3, 4)
	carry(3, 1, 0.1)
	order(3, 2, 1, 4)
	carry(2, 2, 0.2)
	order(3, 2, 1, 4)
	a.undo()
	a.undo()
	order(1, 2, 3, 4)
}

// handleIn finds the handle among the objects of a card.
func handleIn(o fyne.CanvasObject) *handle {
	for _, o := range test.LaidOutObjects(o) {
		if h, ok := o.(*handle); ok {
			return h
		}
	}
	return nil
}
