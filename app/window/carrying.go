package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"delegation-briefing/app/window/field"
)

// carrying is a topic under way to another place, by mouse. A line shows where
// it would stand, and its card is pale until then. Escape gives it up, and so does who
// drops it beside the desk.
type carrying struct {
	line   *canvas.Rectangle
	veil   *canvas.Rectangle // over its card
	on     bool              // a topic is under way
	before int               // the topic it would stand before, from 1; 0: it stays where it is
	given  bool              // up: it stays where it is, wherever the mouse goes
}

func newCarrying() *carrying {
	c := &carrying{line: canvas.NewRectangle(nil), veil: canvas.NewRectangle(nil)}
	c.line.CornerRadius = 2
	c.line.Hide()
	c.veil.Hide()
	return c
}

// handle makes the handle of a topic's card.
func (k *desk) handle(section string, n int) *handle {
	return newHandle(func(at fyne.Position) { k.carry(section, n, at) }, func() { k.drop(section, n) })
}

// carry shows where a topic that is held at a place of the canvas would go.
func (k *desk) carry(section string, n int, at fyne.Position) {
	if k.carrying.given {
		return
	}
	const edge = 40
	k.hold(at, edge, func() stretch {
		k.pale(section, n)
		return k.showWay(section, at)
	})
	if !k.carrying.on {
		k.carrying.on = true
		k.takeKeys()
	}
}

// showWay shows where a topic would go among the others, if it is held on the desk.
func (k *desk) showWay(section string, at fyne.Position) (others stretch) {
	k.carrying.nowhere()
	if !k.onDesk(at) {
		return stretch{}
	}
	y := at.Y - k.corner().Y + k.scroll.Offset.Y
	var cards []fyne.CanvasObject
	for n := 1; k.cards[topicPlace(section, n)] != nil; n++ {
		cards = append(cards, k.cards[topicPlace(section, n)].body)
	}
	if len(cards) == 0 {
		return stretch{}
	}
	k.carrying.before = len(cards) + 1
	edge := bottom(cards[len(cards)-1])
	for i, c := range cards {
		if y < c.Position().Y+c.Size().Height/2 {
			k.carrying.before, edge = i+1, c.Position().Y
			break
		}
	}
	const thick = 3
	line := k.carrying.line
	line.FillColor = theme.Color(theme.ColorNamePrimary)
	edge = max(0, min(edge-k.scroll.Offset.Y-thick, k.scroll.Size().Height-thick))
	line.Move(fyne.NewPos(cards[0].Position().X, edge))
	line.Resize(fyne.NewSize(cards[0].Size().Width, thick))
	line.Show()
	line.Refresh()
	return stretch{cards[0].Position().Y, bottom(cards[len(cards)-1])}
}

// pale shows that a topic is not to stay where it is, as much of it as is in sight.
func (k *desk) pale(section string, n int) {
	card, veil := k.cards[topicPlace(section, n)], k.carrying.veil
	if card == nil {
		veil.Hide()
		return
	}
	const much = 0xA8
	veil.FillColor = fade(color.NRGBAModel.Convert(theme.Color(theme.ColorNameBackground)).(color.NRGBA), much)
	top, end := card.body.Position().Y-k.scroll.Offset.Y, bottom(card.body)-k.scroll.Offset.Y
	top, end = max(0, top), min(end, k.scroll.Size().Height)
	veil.Move(fyne.NewPos(card.body.Position().X, top))
	veil.Resize(fyne.NewSize(card.body.Size().Width, max(0, end-top)))
	veil.Show()
	veil.Refresh()
}

// drop puts the topic down that was carried.
func (k *desk) drop(section string, n int) {
	to := k.carrying.before
	k.carrying.nowhere()
	k.carrying.veil.Hide()
	if to > n {
		to--
	}
	if to > 0 && to != n {
		k.moveTopic(section, n, to)
	}
	k.takeKeys() // Fyne takes them where the button came up over what has none
	k.carrying.on, k.carrying.given = false, false
	k.letGo()
}

// nowhere has what is carried go nowhere, for now.
func (c *carrying) nowhere() {
	c.before = 0
	c.line.Hide()
}

// giveUp takes Escape from who carries a topic. It reports whether it was that.
func (k *desk) giveUp(key *fyne.KeyEvent) bool {
	if key.Name != fyne.KeyEscape || !k.carrying.on || k.carrying.given {
		return false
	}
	k.carrying.given = true
	k.carrying.nowhere()
	k.carrying.veil.Hide()
	k.hold(k.holding.at, 0, func() stretch { return stretch{} })
	return true
}

// onDesk reports whether a place of the canvas is above, on or below the desk, and not
// beside it or out of the window.
func (k *desk) onDesk(at fyne.Position) bool {
	left, c := k.corner().X, fyne.CurrentApp().Driver().CanvasForObject(k.content)
	return c != nil && at.X >= left && at.X < left+k.content.Size().Width && at.Y >= 0 && at.Y < c.Size().Height
}

// takeKeys gives the keys to the field they were in, unless one of the fields has them:
// who carries a topic may write on meanwhile.
func (k *desk) takeKeys() {
	c := fyne.CurrentApp().Driver().CanvasForObject(k.content)
	if c == nil || c.Overlays().Top() != nil {
		return
	}
	if _, written := c.Focused().(*field.Field); written {
		return
	}
	if f := k.fields[k.at]; f != nil && f.Visible() {
		c.Focus(f)
	}
}

func bottom(o fyne.CanvasObject) float32 { return o.Position().Y + o.Size().Height }
