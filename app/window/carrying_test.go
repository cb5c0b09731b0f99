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
		h := a.hold(n)
		a.lead(h, to, share)
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

// TestWhoCarriesATopicWritesOn: Fyne takes the keys with a button that comes up over what
// has none. They go back to the words they were in, wherever these are now.
func TestWhoCarriesATopicWritesOn(t *testing.T) {
	for _, c := range []struct {
		name         string
		caret, n, to int
		share        float32
		after        int // the caret's topic
	}{
		{name: "another topic", caret: 4, n: 1, to: 2, share: 0.9, after: 4},
		{name: "the topic that is written in", caret: 1, n: 1, to: 2, share: 0.9, after: 2},
		{name: "one that it passes", caret: 2, n: 1, to: 2, share: 0.9, after: 1},
		{name: "to its own place", caret: 2, n: 2, to: 2, share: 0.2, after: 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := officerAt(t, filepath.Join(t.TempDir(), "new"))
			a.theStatement()
			words := a.text("topics", c.caret, "text")
			a.at("topics", c.caret, "text").SetCaret(5)
			h := a.hold(c.n)
			a.lead(h, c.to, c.share)
			a.typed("on")
			a.win.Canvas().Unfocus()
			h.DragEnd()
			if a.win.Canvas().Focused() == nil {
				t.Fatal("nothing has the keys")
			}
			a.typed("wards")
			if got, want := a.text("topics", c.after, "text"), words[:5]+"onwards"+words[5:]; got != want {
				t.Errorf("topic %d is %q, not %q", c.after, got, want)
			}
		})
	}
}

func TestATopicThatIsGivenUpStays(t *testing.T) {
	for name, giveUp := range map[string]func(*acting, *handle){
		"Escape": func(a *acting, h *handle) { a.key(fyne.KeyEscape) },
		"Escape, and the mouse goes on": func(a *acting, h *handle) {
			a.key(fyne.KeyEscape)
			a.lead(h, 2, 0.8)
		},
		"over the proof": func(a *acting, h *handle) { h.Dragged(beside(a.proof.content)) },
		"over the list":  func(a *acting, h *handle) { h.Dragged(beside(a.list.content)) },
		"outside of the window": func(a *acting, h *handle) {
			h.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: fyne.NewPos(500, -20)}})
		},
	} {
		t.Run(name, func(t *testing.T) {
			a := officerAt(t, filepath.Join(t.TempDir(), "new"))
			a.theStatement()
			before := a.headings()
			a.at("topics", 1, "text")
			h := a.hold(1)
			a.lead(h, 2, 0.9)
			giveUp(a, h)
			if a.desk.carrying.line.Visible() {
				t.Error("a line shows where it would go")
			}
			h.DragEnd()
			if a.desk.carrying.veil.Visible() {
				t.Error("it is still pale")
			}
			if got := a.headings(); got != before {
				t.Errorf("the order is %s", got)
			}
			a.lead(h, 2, 0.9)
			h.DragEnd()
			if a.headings() == before {
				t.Error("the next one cannot be carried")
			}
		})
	}
}

// beside is a drag to the middle of what is no part of the desk.
func beside(o fyne.CanvasObject) *fyne.DragEvent {
	e := &fyne.DragEvent{}
	e.AbsolutePosition = fyne.CurrentApp().Driver().AbsolutePositionForObject(o).AddXY(o.Size().Width/2, o.Size().Height/2)
	return e
}

// TestATopicIsPaleWhileItIsCarried, as far as it is in sight.
func TestATopicIsPaleWhileItIsCarried(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.at("topics", 1, "text")
	h, card, veil := a.hold(1), a.desk.cards[topicPlace("topics", 1)].body, a.desk.carrying.veil
	a.lead(h, 1, 0.5)
	if want := card.Position().SubtractXY(0, a.desk.scroll.Offset.Y); !veil.Visible() || veil.Position() != want || veil.Size() != card.Size() {
		t.Errorf("a veil of %v at %v lies over a card of %v at %v", veil.Size(), veil.Position(), card.Size(), want)
	}
	a.desk.scroll.ScrollToOffset(fyne.NewPos(0, card.Position().Y+10))
	a.desk.scrolled()
	if veil.Position().Y != 0 || veil.Size().Height != card.Size().Height-10 {
		t.Errorf("a veil of %v at %v", veil.Size(), veil.Position())
	}
	h.DragEnd()
	if veil.Visible() {
		t.Error("it stays pale")
	}
}

// TestAHandleLeavesTheKeysWhereTheyAre: Fyne takes them away with a click on what cannot
// have them.
func TestAHandleLeavesTheKeysWhereTheyAre(t *testing.T) {
	var h fyne.CanvasObject = newHandle(nil, nil)
	if _, ok := h.(fyne.Focusable); !ok {
		t.Error("a click on it takes the keys")
	}
	if d, ok := h.(fyne.Disableable); !ok || !d.Disabled() {
		t.Error("Tab leads to it")
	}
}

// hold is the handle of the nth topic.
func (a *acting) hold(n int) *handle { return handleIn(a.desk.cards[topicPlace("topics", n)].body) }

// lead leads the pointer that has hold of a handle to a share of the height of a topic,
// which is scrolled to.
func (a *acting) lead(h *handle, to int, share float32) {
	over := a.desk.cards[topicPlace("topics", to)].body
	a.desk.scroll.ScrollToOffset(fyne.NewPos(0, over.Position().Y-100))
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(over)
	e := &fyne.DragEvent{}
	e.AbsolutePosition = top.AddXY(9, over.Size().Height*share)
	h.Dragged(e)
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
