package field

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Draggable         = (*Field)(nil)
	_ fyne.SecondaryTappable = (*Field)(nil)
	_ desktop.Mouseable      = (*Field)(nil)
	_ desktop.Hoverable      = (*Field)(nil)
	_ desktop.Cursorable     = (*Field)(nil)
)

// mouse is what the pointer did last.
type mouse struct {
	pressed time.Time
	at      fyne.Position
	clicks  int
	start   int // of the word or the paragraph that a drag grows from
	end     int
	menu    bool // the menu of a right click is open
	points  bool // to where the caret goes: nothing may scroll away under it
	tip     *tip
}

const (
	betweenClicks = 400 * time.Millisecond
	stillness     = 4 // how far the pointer may move between two clicks
)

// Cursor is called by Fyne.
func (f *Field) Cursor() desktop.Cursor { return desktop.TextCursor }

// MouseDown puts the caret; a second click selects the word, a third the
// paragraph.
func (f *Field) MouseDown(e *desktop.MouseEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(f); c != nil && c.Focused() != fyne.Focusable(f) {
		c.Focus(f)
	}
	if e.Button != desktop.MouseButtonPrimary {
		return
	}
	f.count(e.Position)
	f.goal = -1
	f.mouse.points = true
	defer func() { f.mouse.points = false }()
	at := f.OffsetAt(e.Position)
	switch f.mouse.clicks {
	case 1:
		f.moveTo(at, f.shifting() || e.Modifier&fyne.KeyModifierShift != 0)
		f.mouse.start, f.mouse.end = f.anchor, f.anchor
	case 2:
		f.mouse.start, f.mouse.end = wordStart(f.text, at), wordEnd(f.text, at)
		f.Select(f.mouse.start, f.mouse.end)
	default:
		f.mouse.start, f.mouse.end = lineStart(f.text, at), lineEnd(f.text, at)
		f.Select(f.mouse.start, f.mouse.end)
	}
}

// count says whether this click belongs to the one before.
func (f *Field) count(at fyne.Position) {
	m := &f.mouse
	again := time.Since(m.pressed) < betweenClicks && abs(at.X-m.at.X) < stillness && abs(at.Y-m.at.Y) < stillness
	m.clicks++
	if !again || m.clicks > 3 {
		m.clicks = 1
	}
	m.pressed, m.at = time.Now(), at
}

// MouseUp is called by Fyne.
func (f *Field) MouseUp(*desktop.MouseEvent) {}

// Dragged selects. The place in the field that Fyne tells is wrong once the field was
// scrolled below the mouse.
func (f *Field) Dragged(e *fyne.DragEvent) {
	switch {
	case f.mouse.clicks == 0:
	case f.OnHeld != nil:
		f.OnHeld(e.AbsolutePosition)
	default:
		f.SelectTo(e.AbsolutePosition)
	}
}

// SelectTo selects from where the mouse went down to a place of the canvas; after a double
// click it selects whole words.
func (f *Field) SelectTo(mouse fyne.Position) {
	at := f.OffsetAt(mouse.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(f)))
	from, to := at, at
	switch f.mouse.clicks {
	case 2:
		from, to = wordStart(f.text, at), wordEnd(f.text, at)
	case 3:
		from, to = lineStart(f.text, at), lineEnd(f.text, at)
	}
	if at < f.mouse.start {
		f.Select(f.mouse.end, from)
		return
	}
	f.Select(f.mouse.start, max(to, f.mouse.end))
}

// DragEnd is called by Fyne. Where the button came up over what takes no keys, Fyne has
// just taken them from the field: they come back, and with them what is selected.
func (f *Field) DragEnd() {
	f.keepKeys()
	call(f.OnLetGo)
}

func (f *Field) keepKeys() {
	c := fyne.CurrentApp().Driver().CanvasForObject(f)
	if c == nil || c.Focused() != nil || c.Overlays().Top() != nil {
		return
	}
	from, to := f.anchor, f.caret
	c.Focus(f)
	f.Select(from, to)
}

// OffsetAt is the place in the text that is nearest to a place in the field.
func (f *Field) OffsetAt(at fyne.Position) int {
	f.settle()
	pad := f.pad()
	s := &f.setting
	switch y := at.Y - pad.Y; {
	case y < 0:
		return standing(f.text, s.offset(0, at.X-pad.X))
	case y >= s.tall:
		return standing(f.text, s.offset(len(s.rows)-1, at.X-pad.X))
	default:
		return standing(f.text, s.offset(s.under(y), at.X-pad.X))
	}
}

// TappedSecondary offers the fixes of the mark under the pointer, and the
// clipboard.
func (f *Field) TappedSecondary(e *fyne.PointEvent) {
	f.point(e.Position)
	m, marked := f.markAt(e.Position)
	if marked && f.OnMark != nil {
		f.OnMark(m, e.AbsolutePosition)
		return
	}
	f.open(f.menu(m, marked), e.AbsolutePosition)
}

// point puts the caret where a right click is, for what is pasted then. What is selected
// there stays so: it is what is to be cut, or copied.
func (f *Field) point(at fyne.Position) {
	start, end := f.Selection()
	if to := f.OffsetAt(at); start == end || to < start || to > end {
		f.SetCaret(to)
	}
}

// ShowFixes opens the menu of the mark at the caret, as a right click does, with
// the first wording chosen where there is one: Enter takes it. It reports whether there
// is a menu.
func (f *Field) ShowFixes() bool {
	f.settle()
	for _, m := range slices.Backward(f.marks) {
		if m.Start <= f.caret && f.caret <= m.End && m.Message != "" {
			corner := fyne.CurrentApp().Driver().AbsolutePositionForObject(f)
			list := f.open(f.menu(m, true), corner.Add(f.CaretPosition()).AddXY(0, f.LineHeight()))
			if list != nil && len(m.Fixes) > 0 && m.Fixes[0].Wording {
				list.ActivateNext() // what the mark says
				list.ActivateNext()
			}
			return true
		}
	}
	return false
}

func (f *Field) menu(m Mark, marked bool) *fyne.Menu {
	var items []*fyne.MenuItem
	if marked {
		said := fyne.NewMenuItem(m.Message, nil)
		said.Disabled = true
		items = append(items, said)
		for _, fix := range m.Fixes {
			items = append(items, fyne.NewMenuItem(fix.Label, fix.Apply))
		}
		items = append(items, fyne.NewMenuItemSeparator())
	}
	item := func(label string, do func(), usable bool) {
		i := fyne.NewMenuItem(label, do)
		i.Disabled = !usable
		items = append(items, i)
	}
	some := f.SelectedText() != ""
	item(Labels.Cut, f.Cut, some && !f.ReadOnly)
	item(Labels.Copy, f.Copy, some)
	item(Labels.Paste, f.Paste, !f.ReadOnly)
	item(Labels.SelectAll, func() { f.Select(0, len(f.text)) }, f.text != "")
	return fyne.NewMenu("", items...)
}

// Labels are the words of the menu of a right click, in the language of the
// window.
var Labels = struct{ Cut, Copy, Paste, SelectAll string }{"Cut", "Copy", "Paste", "Select all"}

func (f *Field) open(menu *fyne.Menu, at fyne.Position) *widget.PopUpMenu {
	c := fyne.CurrentApp().Driver().CanvasForObject(f)
	if c == nil {
		return nil
	}
	f.mouse.menu = true
	pop := widget.NewPopUpMenu(menu, c)
	dismiss := pop.OnDismiss
	pop.OnDismiss = func() {
		f.mouse.menu = false
		if dismiss != nil {
			dismiss()
		}
		c.Focus(f)
	}
	pop.ShowAtPosition(at)
	return pop
}

// MouseIn is called by Fyne.
func (f *Field) MouseIn(e *desktop.MouseEvent) { f.MouseMoved(e) }

// MouseMoved shows what a mark under the pointer says.
func (f *Field) MouseMoved(e *desktop.MouseEvent) {
	if len(f.marks) == 0 {
		return
	}
	m, ok := f.markAt(e.Position)
	switch {
	case !ok:
		f.MouseOut()
	case f.mouse.tip == nil || !f.mouse.tip.mark.same(m):
		f.mouse.tip, tipped = f.newTip(m), f
		f.redraw()
	}
}

// tipped is the field that shows a tip, if one does: there is one pointer.
var tipped *Field

// hideTip takes the tip away, in whichever field it is: who writes does not look
// at the pointer, which merely lies there.
func hideTip() {
	if tipped != nil {
		tipped.MouseOut()
		tipped = nil
	}
}

// MouseOut is called by Fyne.
func (f *Field) MouseOut() {
	if f.mouse.tip != nil {
		f.mouse.tip = nil
		f.redraw()
	}
}
