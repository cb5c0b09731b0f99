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
	"delegation-briefing/briefing/intake"
	"delegation-briefing/briefing/style"
)

// desk shows a draft: the facts, then a field for every text of the template.
// When a text changes, its field alone follows; when topics or people come or
// go, the desk is laid out anew with the fields it has.
type desk struct {
	content  fyne.CanvasObject
	draft    *draft.Draft
	template briefing.Template
	events   deskEvents

	scroll      *container.Scroll
	suggestions *suggestions
	carrying    *carrying
	holding     *holding // nil while the mouse has hold of nothing
	column      *fyne.Container
	facts       *facts
	factsOpen   bool
	fields      map[briefing.Place]*field.Field
	order       []briefing.Place // of the fields as they stand
	counts      map[briefing.Place]*widget.Label
	cards       map[briefing.Place]*card // by the topic's text
	folded      map[briefing.Place]bool  // so
	shown       briefing.Statement
	height      float32   // of the column when it was last laid out
	tool        fyne.Size // of a button on a card
	still       bool      // carets do not blink

	at     briefing.Place // where the caret is
	offset int
}

// deskEvents are what a desk tells.
type deskEvents struct {
	do       func(func())                        // on the window's goroutine
	moved    func(at briefing.Place, offset int) // the caret
	entered  func()                              // another field
	undo     func()
	redo     func()
	partner  func(take func(string)) // asks for a country
	people   func() style.Directory  // of the workspace
	subjects func() []intake.Subject // of the office
	paste    func(words string, write func(prose string))
	key      func(*fyne.KeyEvent) bool // one that means the same everywhere
	unclear  func(fact)                // what was typed there cannot be read
	clear    func(fact)                // it can be read
	status   func(briefing.Status)     // she says how far the statement has come
	removed  func(topic string)        // by its name
}

func newDesk(d *draft.Draft, t briefing.Template, events deskEvents) *desk {
	k := &desk{draft: d, template: t, events: events, folded: map[briefing.Place]bool{}}
	k.column = container.New(column{gap: 4, page: true})
	k.scroll = container.NewVScroll(k.column)
	k.suggestions, k.carrying = newSuggestions(), newCarrying()
	k.scroll.OnScrolled = func(fyne.Position) { k.scrolled() }
	k.content = container.New(&tracking{k}, k.scroll, k.carrying.veil, k.carrying.line, k.suggestions)
	k.layOut()
	return k
}

// update follows a new state of the draft.
func (k *desk) update(s briefing.Statement) {
	before := k.shown
	if shapeOf(s) != shapeOf(before) {
		k.layOut()
		k.keepKeys()
	}
	k.shown = s
	for at, f := range k.fields {
		if !k.stale(before, s, at, f) {
			continue
		}
		f.SetText(inField(s, at))
		if at.Section == "" {
			k.facts.tell(at, true)
		}
	}
	for at, c := range k.cards {
		if topicOf(s, at) != topicOf(before, at) {
			c.changed()
		}
	}
	facts := filled(s) != filled(before)
	for at, count := range k.counts {
		was, _ := before.Text(at)
		if now, _ := s.Text(at); facts || was != now {
			k.count(count, s, at)
		}
	}
	k.facts.update(s)
	k.settle()
}

// showLike shows what another desk on the same draft showed: what was folded, what
// cannot be read as a fact, and the caret.
func (k *desk) showLike(other *desk) {
	for at, folded := range other.folded {
		if folded {
			k.fold(at)
		}
	}
	for _, f := range other.unread() {
		at := briefing.Place{Field: f.key}
		k.fields[at].SetText(other.written(f))
		k.facts.tell(at, false)
	}
	k.foldFacts(!other.factsOpen)
	k.at, k.offset = other.at, other.offset
}

// selectLike selects what was selected on another desk, and leaves the words where they
// stand in the window.
func (k *desk) selectLike(other *desk) {
	f, was := k.fields[k.at], other.fields[k.at]
	if f == nil || was == nil {
		return
	}
	start, end := was.Selection()
	k.focus(f)
	f.Select(start, end)
	k.scroll.ScrollToOffset(other.scroll.Offset)
	k.showBands()
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

// layOut stands facts and sections above each other.
func (k *desk) layOut() {
	s := k.draft.Statement()
	k.counts, k.cards, k.order = map[briefing.Place]*widget.Label{}, map[briefing.Place]*card{}, nil
	old := k.fields
	k.fields = map[briefing.Place]*field.Field{}
	k.tool = tool(theme.DeleteIcon(), true, nil).MinSize()
	k.facts = k.makeFacts(old)
	k.facts.update(s)
	objects := []fyne.CanvasObject{k.facts.content}
	for _, sec := range s.Sections {
		objects = append(objects, k.section(s, sec, old)...)
	}
	k.shown = s
	k.column.Objects = objects
	k.column.Refresh()
	k.height = 0
	for _, f := range k.unread() {
		k.facts.tell(briefing.Place{Field: f.key}, false)
	}
	k.foldFacts(!k.factsOpen)
}

// keepKeys gives the keys to what stands before the field that had them, where
// that is no longer on the desk: words typed into it would be lost.
func (k *desk) keepKeys() {
	at, c := k.at, fyne.CurrentApp().Driver().CanvasForObject(k.content)
	if k.fields[at] != nil || at == (briefing.Place{}) || c == nil {
		return
	}
	if _, written := c.Focused().(*field.Field); !written {
		return
	}
	for at.Item > 1 && k.fields[at] == nil {
		at.Item--
	}
	if k.fields[at] == nil {
		at = k.begin()
	}
	k.focus(k.goTo(at, 0))
}

// settle lays the column out again if anything on it needs another height.
func (k *desk) settle() {
	width := k.column.Size().Width
	if height := k.column.MinSize().Height; height != k.height {
		k.height = height
		k.column.Resize(fyne.NewSize(width, max(height, k.scroll.Size().Height)))
		k.column.Layout.Layout(k.column.Objects, k.column.Size())
		k.scroll.Refresh()
		k.showBands()
	}
}

// showBands has fields draw what can be seen, and a screenful around it.
func (k *desk) showBands() {
	k.showCards()
	height := k.scroll.Size().Height
	for at, f := range k.fields {
		if c := k.cards[at]; at.Field == "text" && (c == nil || !c.away()) {
			from := k.scroll.Offset.Y - k.top(f)
			f.ShowBand(from-height, from+2*height)
		}
	}
}

// showCards has the cards of topics come that are near to what can be seen, and
// the others leave. The card that is written in stays: it has the keys.
func (k *desk) showCards() {
	height, offset := k.scroll.Size().Height, k.scroll.Offset.Y
	if height == 0 {
		return
	}
	written := topicPlace(k.at.Section, k.at.Item)
	for at, c := range k.cards {
		top := c.body.Position().Y
		if at == written || top < offset+2*height && top+c.body.Size().Height > offset-height {
			c.come()
		} else {
			c.leave()
		}
	}
}

// scrolled follows the wheel of the mouse.
func (k *desk) scrolled() {
	k.showBands()
	k.placeSuggestions()
	if k.holding != nil {
		k.holding.follow()
	}
}

// tab is Tab: to the next field, or the one before. A name or a number there is
// selected, so that typing replaces it.
func (k *desk) tab(from briefing.Place, back bool) {
	if k.factsOpen && from == k.besideStatus(back) {
		if c := fyne.CurrentApp().Driver().CanvasForObject(k.content); c != nil {
			c.Focus(k.facts.status)
		}
		return
	}
	k.step(from, back)
	if f := k.fields[k.at]; f != nil && f.Single && k.at != from {
		f.Select(0, len(f.Text()))
	}
}

// besideStatus is the field from which Tab leads to the status, which is the
// last of the facts and none of the fields.
func (k *desk) besideStatus(back bool) briefing.Place {
	if back {
		return k.begin()
	}
	facts := shownFacts()
	return briefing.Place{Field: facts[len(facts)-1].key}
}

// step moves the caret to the next field, or the one before.
func (k *desk) step(from briefing.Place, back bool) {
	by := 1
	if back {
		by = -1
	}
	for i, at := range k.order {
		if at != from {
			continue
		}
		for next := i + by; next >= 0 && next < len(k.order); next += by {
			to := k.order[next]
			if !k.fields[to].Visible() {
				continue
			}
			end := 0
			if back {
				end = len(k.fields[to].Text())
			}
			k.focus(k.goTo(to, end))
			return
		}
	}
}

func (k *desk) focus(f *field.Field) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(k.content); c != nil && f != nil {
		c.Focus(f)
	}
}

// begin is the first text of the statement; the zero Place where it has none.
func (k *desk) begin() briefing.Place {
	for _, at := range k.order {
		if at.Section != "" {
			return at
		}
	}
	return briefing.Place{}
}

// goTo puts the caret at a place and scrolls there. It returns the field, or
// nil where the place has none on the desk.
func (k *desk) goTo(at briefing.Place, offset int) *field.Field {
	if at.Section == "" && !k.factsOpen {
		k.foldFacts(false)
	}
	k.unfold(at)
	if c := k.cards[topicPlace(at.Section, at.Item)]; c != nil {
		c.come()
	}
	f := k.fields[at]
	if f == nil {
		return nil
	}
	f.SetCaret(offset)
	k.at, k.offset = at, offset
	k.events.moved(at, f.Caret()) // it may stand there already, put there by no key
	if k.holding == nil {
		k.show(f)
	}
	k.showBands()
	return f
}

// show scrolls to a field that the officer goes to from elsewhere, so that she
// sees what stands around the caret. Nothing moves where she sees all of it.
func (k *desk) show(f *field.Field) {
	height, top := k.scroll.Size().Height, k.top(f)
	if k.scroll.Offset.Y <= top && top+f.Size().Height <= k.scroll.Offset.Y+height {
		return
	}
	y := top + f.CaretPosition().Y
	if y < k.scroll.Offset.Y+height/8 || y > k.scroll.Offset.Y+height*3/4 {
		most := max(0, k.column.Size().Height-height)
		k.scroll.ScrollToOffset(fyne.NewPos(0, max(0, min(y-height/3, most))))
	}
}

// keepInSight scrolls so that a field's caret can be seen.
func (k *desk) keepInSight(f *field.Field, caret fyne.Position) {
	const margin = 24
	y := k.top(f) + caret.Y
	top, bottom := k.scroll.Offset.Y, k.scroll.Offset.Y+k.scroll.Size().Height
	switch {
	case y-margin < top:
		k.scroll.ScrollToOffset(fyne.NewPos(0, max(0, y-margin)))
	case y+f.LineHeight()+margin > bottom:
		k.scroll.ScrollToOffset(fyne.NewPos(0, y+f.LineHeight()+margin-k.scroll.Size().Height))
	default:
		return
	}
	k.showBands()
}

// top is where a field begins in the column.
func (k *desk) top(f *field.Field) float32 {
	y, _ := topIn(k.column.Objects, f)
	return y
}

func topIn(objects []fyne.CanvasObject, f fyne.CanvasObject) (float32, bool) {
	for _, o := range objects {
		if o == f {
			return o.Position().Y, true
		}
		if c, ok := o.(*fyne.Container); ok {
			if y, ok := topIn(c.Objects, f); ok {
				return c.Position().Y + y, true
			}
		}
	}
	return 0, false
}

// caretAt is the field of the caret, and how far below the upper edge of the desk the
// caret is; nil where it is out of sight.
func (k *desk) caretAt() (f *field.Field, y float32) {
	f = k.fields[k.at]
	if f == nil || !f.Visible() {
		return nil, 0
	}
	y = k.top(f) + f.CaretPosition().Y - k.scroll.Offset.Y
	if y < 0 || y > k.scroll.Size().Height {
		return nil, 0
	}
	return f, y
}

// tracking gives the desk's scroller its size and the column its new height
// with it, so that words that wrap are never cut off. The caret stays in sight,
// where it is if that can be.
type tracking struct{ desk *desk }

func (t *tracking) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(240, 120) }

func (t *tracking) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	k := t.desk
	before := k.scroll.Size()
	f, y := k.caretAt()
	k.column.Resize(fyne.NewSize(size.Width, k.column.Size().Height))
	k.scroll.Resize(size)
	k.height = 0
	k.settle()
	if f == nil || size == before {
		return
	}
	caret := f.CaretPosition()
	most := max(0, k.column.Size().Height-size.Height)
	k.scroll.ScrollToOffset(fyne.NewPos(0, max(0, min(k.top(f)+caret.Y-y, most))))
	k.keepInSight(f, caret)
	k.showBands()
}
