package window

import (
	"time"

	"fyne.io/fyne/v2"
)

// holding is what the mouse has hold of on the desk: a topic, or the end of what is being
// selected. Meanwhile nothing scrolls the desk but that it is held at an edge.
type holding struct {
	at     fyne.Position           // of the mouse on the canvas
	edge   float32                 // how far from the edge of the desk the edge begins
	follow func() (within stretch) // what is held goes where the mouse is
	within stretch
	next   *time.Timer // nil while the desk does not scroll
}

// stretch is the part of the column in which something can be led about; the zero stretch
// is none.
type stretch struct{ top, bottom float32 }

// leap is how far the desk scrolls at a time, and how long after the last.
type leap struct {
	far   float32
	after time.Duration
}

// The pace is the same for who wants less motion, but she sees the desk stand between.
var (
	smoothly = leap{16, 30 * time.Millisecond}
	seldom   = leap{160, 300 * time.Millisecond}
)

// hold is called whenever the mouse moves with what it has hold of. At an edge the desk
// goes on scrolling although the mouse does not move, until letGo.
func (k *desk) hold(at fyne.Position, edge float32, follow func() stretch) {
	if k.holding == nil {
		k.holding = &holding{}
	}
	h := k.holding
	h.at, h.edge, h.follow = at, edge, follow
	h.within = follow()
	if h.next == nil && k.towards(h) != 0 {
		k.scrollLater(h)
	}
}

// letGo is called when the button comes up.
func (k *desk) letGo() {
	if h := k.holding; h != nil && h.next != nil {
		h.next.Stop()
	}
	k.holding = nil
}

func (k *desk) pace() leap {
	if k.still {
		return seldom
	}
	return smoothly
}

func (k *desk) scrollLater(h *holding) {
	h.next = time.AfterFunc(k.pace().after, func() { k.events.do(func() { k.scrollOn(h) }) })
}

// scrollOn scrolls as long as something is held at an edge, and its stretch goes on there.
func (k *desk) scrollOn(h *holding) {
	h.next = nil
	to := k.scroll.Offset.Y + k.towards(h)
	to = max(0, min(to, k.column.Size().Height-k.scroll.Size().Height))
	if k.holding != h || to == k.scroll.Offset.Y {
		return
	}
	k.scroll.ScrollToOffset(fyne.NewPos(0, to))
	k.showBands()
	h.within = h.follow()
	k.scrollLater(h)
}

// towards is how far to scroll next for what is held: 0 where it is at no
// edge, or its stretch ends in sight.
func (k *desk) towards(h *holding) (by float32) {
	const margin = 20
	far, height := k.pace().far, k.scroll.Size().Height
	above, below := k.scroll.Offset.Y-h.within.top+margin, h.within.bottom+margin-k.scroll.Offset.Y-height
	switch y := h.at.Y - k.corner().Y; {
	case h.within == stretch{}:
		return 0
	case y < h.edge:
		return -max(0, min(far, above))
	case y > height-h.edge:
		return max(0, min(far, below))
	}
	return 0
}

// inSight is the place of the canvas nearest to another from the upper to the lower edge
// of the desk: what is out of sight is not selected before it comes.
func (k *desk) inSight(at fyne.Position) fyne.Position {
	top := k.corner().Y
	at.Y = max(top, min(at.Y, top+k.scroll.Size().Height-1))
	return at
}

// corner is where the desk begins on the canvas.
func (k *desk) corner() fyne.Position {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(k.content)
}
