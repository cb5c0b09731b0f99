package field

import (
	"runtime"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

var (
	_ fyne.Focusable    = (*Field)(nil)
	_ fyne.Tabbable     = (*Field)(nil)
	_ fyne.Shortcutable = (*Field)(nil)
	_ desktop.Keyable   = (*Field)(nil)
)

// FocusGained is called by Fyne.
func (f *Field) FocusGained() {
	f.focused = true
	f.startBlinking()
	f.redraw()
	if f.OnFocus != nil {
		f.OnFocus(true)
	}
	f.told()
}

// FocusLost is called by Fyne.
func (f *Field) FocusLost() {
	f.focused, f.shift = false, false
	f.stopBlinking()
	f.redraw()
	if f.OnFocus != nil {
		f.OnFocus(false)
	}
}

// AcceptsTab is called by Fyne: with OnLeave, Tab is ours.
func (f *Field) AcceptsTab() bool { return f.OnLeave != nil }

// KeyDown and KeyUp are called by Fyne.
func (f *Field) KeyDown(k *fyne.KeyEvent) { f.heard(k, true) }

// KeyUp is called by Fyne.
func (f *Field) KeyUp(k *fyne.KeyEvent) { f.heard(k, false) }

func (f *Field) heard(k *fyne.KeyEvent, down bool) {
	if k.Name == desktop.KeyShiftLeft || k.Name == desktop.KeyShiftRight {
		f.shift = down
	}
}

// shifting reports whether Shift is down. A desktop knows. The field itself may not
// have heard that it was let go: a dialog has the keys meanwhile.
func (f *Field) shifting() bool {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
	}
	return f.shift
}

// TypedRune is called by Fyne, also for what dead keys and Compose make.
func (f *Field) TypedRune(r rune) { f.Insert(string(r)) }

// TypedKey is called by Fyne.
func (f *Field) TypedKey(k *fyne.KeyEvent) {
	if f.OnKey != nil && f.OnKey(k) {
		return
	}
	start, end := f.Selection()
	switch k.Name {
	case fyne.KeyBackspace:
		f.erase(backspace, start, end)
	case fyne.KeyDelete:
		f.erase(forward, start, end)
	case fyne.KeyReturn, fyne.KeyEnter:
		f.enter(start, end)
	case fyne.KeyTab:
		f.leave(f.shifting())
	case fyne.KeyLeft:
		f.sideways(!f.rightToLeft())
	case fyne.KeyRight:
		f.sideways(f.rightToLeft())
	case fyne.KeyUp:
		f.vertical(-1)
	case fyne.KeyDown:
		f.vertical(1)
	case fyne.KeyPageUp:
		f.vertical(-f.page())
	case fyne.KeyPageDown:
		f.vertical(f.page())
	case fyne.KeyHome:
		f.home()
	case fyne.KeyEnd:
		f.end()
	}
}

// erase takes away the selection, or what step says where there is none.
func (f *Field) erase(step func(string, int) edit, start, end int) {
	switch {
	case start < end:
		f.apply(typed(start, end, ""))
	case f.Plain:
		if e := step(f.text, start); e.end-e.start > 0 {
			f.apply(typed(e.start, e.end, ""))
		}
	default:
		f.apply(step(f.text, start))
	}
}

func (f *Field) enter(start, end int) {
	switch {
	case f.Single:
		f.leave(false)
	case f.Plain:
		f.apply(typed(start, end, "\n"))
	case f.shifting():
		f.apply(breakLine(start, end))
	default:
		if behind, ok := behindLink(f.text, start, end); ok {
			f.SetCaret(behind) // the address is written
			return
		}
		f.apply(enter(f.text, start, end))
	}
}

func (f *Field) leave(back bool) {
	if f.OnLeave != nil {
		f.OnLeave(back)
	}
}

// sideways is Left or Right, whichever goes back in the text or on in it. From
// a selection it goes to its end, and from the end of the words to the next
// field.
func (f *Field) sideways(back bool) {
	f.goal = -1
	edge, to := f.Selection()
	step, leave := before, f.OnLeaveUp
	if !back {
		edge, step, leave = to, after, f.OnLeaveDown
	}
	to = step(f.text, f.caret)
	switch {
	case f.anchor != f.caret && !f.shifting():
		f.moveTo(edge, false)
	case to == f.caret && !f.shifting() && leave != nil:
		leave()
	default:
		f.moveTo(to, f.shifting())
	}
}

// rightToLeft reports whether the paragraph at the caret is read so: there
// Left goes on in the text and Right goes back.
func (f *Field) rightToLeft() bool {
	f.settle()
	return f.setting.lines[f.setting.rows[f.setting.at(f.caret)].line].rtl
}

// vertical moves the caret by rows, towards the same place across. From the
// first and the last row it leaves the field.
func (f *Field) vertical(rows int) {
	f.settle()
	s := &f.setting
	row := s.at(f.caret)
	if f.goal < 0 {
		f.goal = s.x(row, f.caret)
	}
	goal, to := f.goal, max(0, min(row+rows, len(s.rows)-1))
	switch {
	case to == row && rows < 0:
		f.leaveOr(f.OnLeaveUp, 0)
		return
	case to == row:
		f.leaveOr(f.OnLeaveDown, len(f.text))
		return
	case blank(f.text, s.start(to)): // a gap between paragraphs
		to += max(-1, min(rows, 1))
	}
	f.moveTo(s.offset(to, goal), f.shifting())
	f.goal = goal
}

func (f *Field) leaveOr(leave func(), end int) {
	if leave != nil && !f.shifting() {
		leave()
		return
	}
	f.moveTo(end, f.shifting())
}

// page is how many rows PageUp and PageDown move by.
func (f *Field) page() int {
	seen := f.band.bottom - f.band.top
	if seen <= 0 {
		seen = 20 * f.LineHeight()
	}
	return max(1, int(seen/f.LineHeight())-1)
}

func (f *Field) home() {
	f.settle()
	f.carry(f.setting.start(f.setting.at(f.caret)))
}

func (f *Field) end() {
	f.settle()
	f.carry(f.setting.last(f.setting.at(f.caret)))
}

// carry moves the caret and, while Shift is held, selects what it passes.
func (f *Field) carry(offset int) {
	f.goal = -1
	f.moveTo(offset, f.shifting())
}

// TypedShortcut is called by Fyne.
func (f *Field) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutUndo:
		call(f.OnUndo)
	case *fyne.ShortcutRedo:
		call(f.OnRedo)
	case *fyne.ShortcutCopy:
		f.Copy()
	case *fyne.ShortcutCut:
		f.Cut()
	case *fyne.ShortcutPaste:
		f.Paste()
	case *fyne.ShortcutSelectAll:
		f.Select(0, len(f.text))
	case *desktop.CustomShortcut:
		f.command(s.KeyName, s.Modifier)
	}
}

func call(f func()) {
	if f != nil {
		f()
	}
}

// command is a key with Control, or what the machine has in its place.
func (f *Field) command(key fyne.KeyName, with fyne.KeyModifier) {
	shift := with&fyne.KeyModifierShift != 0
	byWord := fyne.KeyModifierControl
	if runtime.GOOS == "darwin" {
		byWord = fyne.KeyModifierAlt
	}
	switch {
	case with&^fyne.KeyModifierShift == fyne.KeyModifierShortcutDefault && f.written(key, shift):
	case with&^fyne.KeyModifierShift == byWord:
		f.byWord(key, shift)
	case runtime.GOOS == "darwin" && with&^fyne.KeyModifierShift == fyne.KeyModifierSuper:
		f.byLine(key)
	}
}

// written are the commands that change words or go to an end of them.
func (f *Field) written(key fyne.KeyName, shift bool) bool {
	switch {
	case key == fyne.KeyB && !shift:
		f.Strong()
	case key == fyne.KeyI && !shift:
		f.Emphasise()
	case key == fyne.KeyL && !shift:
		f.List()
	case key == fyne.KeyK && shift:
		f.Link()
	case key == fyne.KeyZ && shift:
		call(f.OnRedo)
	case key == fyne.KeyHome:
		f.goal = -1
		f.moveTo(0, shift)
	case key == fyne.KeyEnd:
		f.goal = -1
		f.moveTo(len(f.text), shift)
	default:
		return false
	}
	return true
}

func (f *Field) byWord(key fyne.KeyName, shift bool) {
	start, end := f.Selection()
	f.goal = -1
	switch key {
	case fyne.KeyLeft, fyne.KeyRight:
		to := wordAfter(f.text, f.caret)
		if (key == fyne.KeyLeft) != f.rightToLeft() {
			to = wordBefore(f.text, f.caret)
		}
		f.moveTo(to, shift)
	case fyne.KeyBackspace:
		if start == end {
			start = wordBefore(f.text, end)
		}
		f.apply(typed(start, end, ""))
	case fyne.KeyDelete:
		if start == end {
			end = wordAfter(f.text, start)
		}
		f.apply(typed(start, end, ""))
	}
}

func (f *Field) byLine(key fyne.KeyName) {
	switch key {
	case fyne.KeyLeft:
		f.home()
	case fyne.KeyRight:
		f.end()
	}
}

// The caret blinks while the field has focus, unless it is to stand still.
// After each move it is lit for a while.

const blinkTime = 1060 * time.Millisecond

// SetStill has the caret stand still, or blink as it does at first.
func (f *Field) SetStill(still bool) {
	if still == f.still {
		return
	}
	f.still = still
	if f.focused {
		f.startBlinking()
		f.showCaret()
	}
}

// Blinks reports whether the caret blinks now: a field that is not written in
// has none.
func (f *Field) Blinks() bool { return f.blink != nil }

func (f *Field) startBlinking() {
	f.stopBlinking()
	if f.ReadOnly || f.still {
		return
	}
	f.blink = fyne.NewAnimation(blinkTime, func(done float32) {
		if unlit := done >= .5; unlit != f.unlit {
			f.unlit = unlit
			f.showCaret()
		}
	})
	f.blink.Curve = fyne.AnimationLinear
	f.blink.RepeatCount = fyne.AnimationRepeatForever
	f.blink.Start()
}

func (f *Field) stopBlinking() {
	if f.blink != nil {
		f.blink.Stop()
	}
	f.blink, f.unlit = nil, false
}

// lit begins a new blink with the caret shown.
func (f *Field) lit() {
	if f.blink != nil {
		f.startBlinking()
		f.showCaret()
	}
}

func (f *Field) showCaret() {
	if f.drawing == nil {
		return
	}
	if f.unlit || f.ReadOnly {
		f.drawing.caret.Hide()
		return
	}
	f.drawing.caret.Show()
}
