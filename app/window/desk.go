package window

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/app/window/field"
	"delegation-briefing/briefing"
	"delegation-briefing/briefing/draft"
)

// desk shows a draft: the facts, then a field for every text of the template.
// When a text changes, its field alone follows; when topics or people come, go
// or move, the desk is laid out anew.
type desk struct {
	content  fyne.CanvasObject
	draft    *draft.Draft
	template briefing.Template
	events   deskEvents

	scroll *container.Scroll
	column *fyne.Container
	facts  *facts
	fields map[briefing.Place]*field.Field
	order  []briefing.Place // as the fields stand
	counts map[briefing.Place]*widget.Label
	folded map[string]bool // topics by section and heading
	shape  string          // of the statement that is laid out

	at     briefing.Place // where the caret is
	offset int
}

// deskEvents are what a desk tells.
type deskEvents struct {
	moved   func(at briefing.Place, offset int) // the caret
	entered func()                              // another field
	undo    func()
	redo    func()
}

func newDesk(d *draft.Draft, t briefing.Template, events deskEvents) *desk {
	k := &desk{draft: d, template: t, events: events, folded: map[string]bool{}}
	k.column = container.New(column{})
	k.scroll = container.NewVScroll(k.column)
	k.facts = newFacts(d)
	k.content = k.scroll
	k.layOut()
	return k
}

// update follows a new state of the draft.
func (k *desk) update(s briefing.Statement) {
	if shapeOf(s) != k.shape {
		k.layOut()
	}
	for at, f := range k.fields {
		if words, ok := s.Text(at); ok && shownAs(at, words) != shownAs(at, f.Text()) {
			f.SetText(words)
		}
	}
	for at, count := range k.counts {
		k.count(count, s, at)
	}
	k.facts.update(s)
	k.column.Refresh()
}

// shownAs makes two ways of writing equal that mean the same, so that a field
// is not set anew under the officer's hands: phones are kept without the line
// that is being begun.
func shownAs(at briefing.Place, words string) string {
	if at.Field == "phones" {
		return strings.Join(strings.Fields(words), " ")
	}
	return words
}

// shapeOf tells two statements apart that need another layout.
func shapeOf(s briefing.Statement) string {
	var b strings.Builder
	for _, sec := range s.Sections {
		fmt.Fprintf(&b, "%s %d %d\n", sec.Key, len(sec.Topics), len(sec.People))
	}
	return b.String()
}

// layOut makes a card for each section.
func (k *desk) layOut() {
	s := k.draft.Statement()
	k.shape = shapeOf(s)
	k.fields = map[briefing.Place]*field.Field{}
	k.counts = map[briefing.Place]*widget.Label{}
	k.order = nil
	objects := []fyne.CanvasObject{k.facts.content}
	for _, sec := range s.Sections {
		objects = append(objects, k.section(s, sec)...)
	}
	k.column.Objects = objects
	k.column.Refresh()
}

func (k *desk) section(s briefing.Statement, sec briefing.Section) []fyne.CanvasObject {
	part := k.template.Part(sec.Key)
	at := briefing.Place{Section: sec.Key, Field: "text"}
	objects := []fyne.CanvasObject{k.heading(s, part, sec, at)}
	switch part.Kind {
	case briefing.TopicsPart:
		if !sec.Text.Blank() {
			objects = append(objects, k.field(at, part.Hint))
		}
		objects = append(objects, k.topics(sec, part)...)
	case briefing.ContactsPart:
		objects = append(objects, k.people(sec, true)...)
	case briefing.PeoplePart:
		objects = append(objects, k.field(at, part.Hint))
		objects = append(objects, k.people(sec, false)...)
	default:
		objects = append(objects, k.field(at, part.Hint))
		if len(sec.Topics) > 0 {
			objects = append(objects, k.topics(sec, part)...)
		}
		if len(sec.People) > 0 {
			objects = append(objects, k.people(sec, true)...)
		}
	}
	return objects
}

// heading is a section's name with its word count.
func (k *desk) heading(s briefing.Statement, part briefing.Part, sec briefing.Section, at briefing.Place) fyne.CanvasObject {
	name := widget.NewLabel(part.HeadingIn(interfaceLanguage()))
	name.TextStyle.Bold = true
	if part.Kind == briefing.TopicsPart || part.Kind == briefing.ContactsPart {
		return name
	}
	count := small()
	k.counts[at] = count
	k.count(count, s, at)
	return container.NewBorder(nil, nil, name, count)
}

// count shows how many words stand at a place, and how many are suggested.
func (k *desk) count(label *widget.Label, s briefing.Statement, at briefing.Place) {
	part := k.template.Part(at.Section)
	n := briefing.Words(s.Plain(at))
	text := N("words", n)
	if part.Words > 0 {
		text = L("%d of about %s", n, N("words", part.Words))
	}
	label.Importance = widget.LowImportance
	if n == 0 && part.Required {
		label.Importance, text = widget.WarningImportance, L("still to be written")
	} else if part.Words > 0 && n > part.Words*3/2 {
		label.Importance = widget.WarningImportance
	}
	if label.Text != text {
		label.SetText(text)
	}
}

// field makes the field for a text.
func (k *desk) field(at briefing.Place, hint string) *field.Field {
	f := field.New()
	if at.Field != "text" {
		f.Plain = true
		f.Single = at.Field != "phones"
	}
	f.Hint = hint
	f.Faces = serif()
	if words, ok := k.draft.Statement().Text(at); ok {
		f.SetText(words)
	}
	f.OnChanged = func(text string) { k.draft.Type(at, text) }
	f.OnFocus = func(focused bool) {
		if focused && k.at != at {
			k.at = at
			k.events.entered()
		}
	}
	f.OnCaret = func(offset int) {
		k.at, k.offset = at, offset
		k.events.moved(at, offset)
	}
	f.OnCaretMoved = func(pos fyne.Position) { k.keepInSight(f, pos) }
	f.OnUndo, f.OnRedo = k.events.undo, k.events.redo
	f.OnLeave = func(back bool) { k.step(at, back) }
	f.OnLeaveUp = func() { k.step(at, true) }
	f.OnLeaveDown = func() { k.step(at, false) }
	k.fields[at] = f
	k.order = append(k.order, at)
	return f
}

// step moves the caret to the next field, or the one before.
func (k *desk) step(from briefing.Place, back bool) {
	for i, at := range k.order {
		if at != from {
			continue
		}
		next := i + 1
		if back {
			next = i - 1
		}
		if next >= 0 && next < len(k.order) {
			to := k.order[next]
			end := 0
			if back {
				end = len(k.fields[to].Text())
			}
			k.focus(k.goTo(to, end))
		}
		return
	}
}

func (k *desk) focus(f *field.Field) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(k.content); c != nil && f != nil {
		c.Focus(f)
	}
}

// goTo puts the caret at a place and scrolls there. It returns the field, or
// nil where the place has none on the desk.
func (k *desk) goTo(at briefing.Place, offset int) *field.Field {
	if at.Section == "" {
		k.facts.open(at.Field)
		k.scroll.ScrollToTop()
		return nil
	}
	k.unfold(at)
	f := k.fields[at]
	if f == nil {
		return nil
	}
	f.SetCaret(offset)
	k.at, k.offset = at, offset
	k.keepInSight(f, f.CaretPosition())
	return f
}

// keepInSight scrolls so that a field's caret can be seen.
func (k *desk) keepInSight(f *field.Field, caret fyne.Position) {
	const margin = 24
	y := f.Position().Y + caret.Y
	if parent := k.parentOf(f); parent != nil {
		y += parent.Position().Y
	}
	top, bottom := k.scroll.Offset.Y, k.scroll.Offset.Y+k.scroll.Size().Height
	switch {
	case y-margin < top:
		k.scroll.ScrollToOffset(fyne.NewPos(0, max(0, y-margin)))
	case y+f.LineHeight()+margin > bottom:
		k.scroll.ScrollToOffset(fyne.NewPos(0, y+f.LineHeight()+margin-k.scroll.Size().Height))
	}
}

// parentOf finds the card that holds a field, if it does not stand in the
// column itself.
func (k *desk) parentOf(f fyne.CanvasObject) fyne.CanvasObject {
	for _, o := range k.column.Objects {
		if o == f {
			return nil
		}
		if holds(o, f) {
			return o
		}
	}
	return nil
}

func holds(o, f fyne.CanvasObject) bool {
	c, ok := o.(*fyne.Container)
	if !ok {
		return false
	}
	for _, inner := range c.Objects {
		if inner == f || holds(inner, f) {
			return true
		}
	}
	return false
}

// column stands objects above each other, each as high as it needs to be at
// the column's width.
type column struct{}

const columnGap = 2

// tall is what says how high it must be at a width.
type tall interface{ HeightFor(width float32) float32 }

func heightOf(o fyne.CanvasObject, width float32) float32 {
	if t, ok := o.(tall); ok {
		return t.HeightFor(width)
	}
	if c, ok := o.(*fyne.Container); ok {
		if _, ok := c.Layout.(column); ok {
			return columnHeight(c.Objects, width)
		}
	}
	return o.MinSize().Height
}

func columnHeight(objects []fyne.CanvasObject, width float32) float32 {
	height := float32(0)
	for _, o := range objects {
		if o.Visible() {
			height += heightOf(o, width) + columnGap
		}
	}
	return height
}

func (column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := float32(0)
	for _, o := range objects {
		width = max(width, o.Size().Width)
	}
	return fyne.NewSize(200, columnHeight(objects, max(width, 200))+2*theme.Padding())
}

func (column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := theme.Padding()
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		height := heightOf(o, size.Width)
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, height))
		y += height + columnGap
	}
}
