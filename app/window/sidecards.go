package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// sideCards is a column of cards beside the desk. By keyboard the arrows go
// from card to card, Enter does what a click does and Escape leads away.
type sideCards struct {
	scroll *container.Scroll
	column *fyne.Container
	leave  func() // back to the text
	last   int    // the card that had the keys last
}

func newSideCards(leave func()) *sideCards {
	c := &sideCards{column: container.New(column{gap: 4}), leave: leave}
	c.scroll = container.NewVScroll(c.column)
	return c
}

// show puts up other cards, and what stands between them. The keys stay with
// the card that had them, or that stands in its place.
func (c *sideCards) show(objects ...fyne.CanvasObject) {
	held := c.held()
	c.column.Objects = objects // at once: each Add would lay all of them out anew
	c.column.Refresh()
	c.scroll.Refresh()
	all := c.all()
	for _, card := range all {
		card.among = c
	}
	if held >= 0 && len(all) > 0 {
		c.focus(all[min(held, len(all)-1)])
	}
}

// all are the cards, from the top.
func (c *sideCards) all() (cards []*sideCard) {
	walk(c.column, func(o fyne.CanvasObject) bool {
		if card, ok := o.(*sideCard); ok {
			cards = append(cards, card)
		}
		return false
	})
	return cards
}

// keys is the card that takes the keys when the officer comes here; nil: there
// is none.
func (c *sideCards) keys() fyne.Focusable {
	all := c.all()
	if len(all) == 0 {
		return nil
	}
	return all[min(c.last, len(all)-1)]
}

// held is which card has the keys, itself or a button of it; -1: none.
func (c *sideCards) held() int {
	on := fyne.CurrentApp().Driver().CanvasForObject(c.column)
	if on == nil {
		return -1
	}
	for i, card := range c.all() {
		if holds(card, on.Focused()) {
			return i
		}
	}
	return -1
}

func (c *sideCards) focus(card *sideCard) {
	if on := fyne.CurrentApp().Driver().CanvasForObject(c.column); on != nil {
		on.Focus(card)
	}
}

// step gives the keys to the card after another, or before it.
func (c *sideCards) step(from *sideCard, by int) {
	all := c.all()
	c.focus(all[min(max(0, slices.Index(all, from)+by), len(all)-1)])
}

// inSight scrolls so far that a card can be seen, or its beginning.
func (c *sideCards) inSight(card fyne.CanvasObject) {
	top, _ := topIn(c.column.Objects, card)
	bottom := top + card.Size().Height
	switch shown := c.scroll.Size().Height; {
	case top < c.scroll.Offset.Y, card.Size().Height > shown:
		c.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case bottom > c.scroll.Offset.Y+shown:
		c.scroll.ScrollToOffset(fyne.NewPos(0, bottom-shown))
	}
}

// sideCard is a card that can have the keys; a ring shows it.
type sideCard struct {
	tappable
	among *sideCards
}

func newSideCard(edge, body fyne.CanvasObject, tapped func()) *sideCard {
	t := &sideCard{tappable: tappable{edge: edge, body: body, tapped: tapped, veil: newVeil()}}
	t.ExtendBaseWidget(t)
	return t
}

// FocusGained is called by Fyne.
func (t *sideCard) FocusGained() {
	t.veil.StrokeColor, t.veil.StrokeWidth = theme.Color(theme.ColorNamePrimary), 2
	t.veil.Refresh()
	t.among.inSight(t)
	t.among.last = slices.Index(t.among.all(), t)
}

// FocusLost is called by Fyne.
func (t *sideCard) FocusLost() {
	t.veil.StrokeWidth = 0
	t.veil.Refresh()
}

// TypedRune is called by Fyne.
func (t *sideCard) TypedRune(rune) {}

// TypedKey is called by Fyne.
func (t *sideCard) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		t.tapped()
	case fyne.KeyEscape:
		t.among.leave()
	case fyne.KeyUp:
		t.among.step(t, -1)
	case fyne.KeyDown:
		t.among.step(t, 1)
	default:
		turnScroll(t.among.scroll, k.Name)
	}
}
