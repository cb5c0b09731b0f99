package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/app/window/field"
	"delegation-briefing/briefing"
)

// card is a topic on the desk: a handle and the heading, the text and, below
// it, the subject, the word count and the tools. The card is its own layout.
//
// Its fields are always there, for they know the words. The rest is there while
// the card is near what can be seen: Fyne measures and visits all that is in
// the window at every frame, and a long brief has hundreds of topics. A card
// that is away keeps its room.
type card struct {
	desk    *desk
	at      briefing.Place // of its text
	heading *field.Field
	text    *field.Field
	subject *field.Field

	body       *fyne.Container
	line       *canvas.Rectangle
	head, foot *fyne.Container // nil while the card is away
	fold       *button

	width, height float32 // it was measured for, and found; 0 after a change
}

const cardGap = 2

// In ems: a subject stands beside the words that are counted and the tools
// where it has room, and above them otherwise.
const (
	leastSubject, mostSubject = 8, 14
	besideSubject             = 18
)

func (k *desk) newCard(at briefing.Place, hint string, old fields) *card {
	of := func(name string) briefing.Place {
		return briefing.Place{Section: at.Section, Item: at.Item, Field: name}
	}
	c := &card{desk: k, at: at}
	c.heading = k.field(of("heading"), L("Heading for the desk"), old)
	c.heading.Bold = true
	c.text = k.field(at, hint, old)
	c.subject = k.field(of("subject"), L("subject"), old)
	c.subject.Faces, c.subject.Scale = field.Faces{}, 0.85
	c.line = railLine()
	c.body = container.New(c)
	c.show(k.folded[at])
	return c
}

// come puts on the desk what a card is made of.
func (c *card) come() {
	if c.head != nil {
		return
	}
	k, section, n := c.desk, c.at.Section, c.at.Item
	c.fold = tool(theme.MenuDropDownIcon(), true, func() { k.fold(c.at) })
	c.head = container.New(row{stretch: 2}, k.handle(section, n), c.fold, c.heading)
	k.counts[c.at] = small()
	k.count(k.counts[c.at], k.draft.Statement(), c.at)
	c.foot = container.New(countFirst{}, k.counts[c.at],
		tool(theme.MoveUpIcon(), n > 1, func() { k.moveTopic(section, n, n-1) }),
		tool(theme.MoveDownIcon(), n < len(k.draft.Statement().Section(section).Topics), func() { k.moveTopic(section, n, n+1) }),
		tool(theme.DeleteIcon(), true, func() { k.removeTopic(section, n) }),
	)
	c.body.Objects = []fyne.CanvasObject{c.line, c.head, c.text, c.subject, c.foot}
	c.show(k.folded[c.at])
	c.Layout(c.body.Objects, c.body.Size())
	canvas.Refresh(c.body)
}

// countFirst sets tools at the right, and what is counted beside them, which gives way
// where there is no room for it.
type countFirst struct{}

// MinSize is called by Fyne.
func (countFirst) MinSize(objects []fyne.CanvasObject) (size fyne.Size) {
	for _, o := range objects[1:] {
		need := o.MinSize()
		size = fyne.NewSize(size.Width+need.Width+theme.Padding(), max(size.Height, need.Height))
	}
	return size
}

// Layout is called by Fyne.
func (countFirst) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	right := size.Width
	for _, o := range slices.Backward(objects[1:]) {
		need := o.MinSize()
		right -= need.Width
		place(o, right, (size.Height-need.Height)/2, need.Width, need.Height)
		right -= theme.Padding()
	}
	count, need := objects[0].(*widget.Label), objects[0].MinSize()
	count.Hidden = need.Width > right
	place(count, right-need.Width, (size.Height-need.Height)/2, need.Width, need.Height)
}

// leave takes it away again.
func (c *card) leave() {
	if c.head == nil {
		return
	}
	c.head, c.foot, c.fold, c.body.Objects = nil, nil, nil, nil
	delete(c.desk.counts, c.at)
}

// away reports whether the card is too far from what is seen to be there.
func (c *card) away() bool { return c.head == nil }

// show shows the card folded to its heading, or open.
func (c *card) show(folded bool) {
	c.changed()
	c.text.Hidden, c.subject.Hidden = folded, folded
	if c.away() {
		return
	}
	c.foot.Hidden = folded
	c.fold.SetIcon(theme.MenuDropDownIcon())
	if folded {
		c.fold.SetIcon(theme.MenuExpandIcon())
	}
}

// changed has the card measured again.
func (c *card) changed() { c.height = 0 }

// rows are the heights of the card's parts at a width.
func (c *card) rows(width float32) (head, text, subject, foot float32) {
	room, tool := width-railRoom, c.desk.tool
	beside := dotted{}.MinSize(nil).Width + tool.Width + 2*rowGap
	head = max(tool.Height, c.heading.HeightFor(room-beside))
	wide, alone := subjectRoom(room)
	subject = max(tool.Height, c.subject.HeightFor(wide))
	foot = subject
	if alone {
		foot += cardGap + tool.Height
	}
	return head, c.text.HeightFor(room), subject, foot
}

// subjectRoom is how wide a subject is where the card's foot has room, and
// whether it has a line of its own there.
func subjectRoom(room float32) (width float32, alone bool) {
	left := room - ems(besideSubject)
	if left < ems(leastSubject) {
		return room, true
	}
	return min(left, ems(mostSubject)), false
}

func (c *card) heightFor(_ []fyne.CanvasObject, width float32) float32 {
	if c.width != width || c.height == 0 {
		head, text, _, foot := c.rows(width)
		c.width, c.height = width, head
		if !c.desk.folded[c.at] {
			c.height += cardGap + text + cardGap + foot + cardGap
		}
	}
	return c.height
}

// MinSize is called by Fyne.
func (c *card) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(200, c.heightFor(nil, c.body.Size().Width))
}

// Layout is called by Fyne.
func (c *card) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if c.away() {
		return
	}
	head, text, subject, _ := c.rows(size.Width)
	room := size.Width - railRoom
	wide, alone := subjectRoom(room)
	place(c.line, 0, 4, 2, size.Height-8)
	place(c.head, railRoom, 0, room, head)
	place(c.text, railRoom, head+cardGap, room, text)
	foot := head + cardGap + text + cardGap
	own := c.subject.HeightFor(wide)
	place(c.subject, railRoom, foot+(subject-own)/2, wide, own)
	if alone {
		place(c.foot, railRoom, foot+subject+cardGap, room, c.desk.tool.Height)
	} else {
		place(c.foot, railRoom+wide, foot, room-wide, subject)
	}
}
