// Package field is the window's text field: prose that wraps, grows with its
// words and stays quick at any length. It knows the Markdown subset of
// [delegation-briefing/briefing.Prose] well enough to show emphasis and dim
// the signs, remarks behind words, and text read from right to left.
//
// It has no undo of its own and knows no other field: whoever holds it is told
// what the officer wants, by callbacks. Everything here belongs to the
// window's goroutine.
package field

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Field is a widget for one piece of text. Its exported variables are set
// before it is shown, or followed by Refresh. Offsets count bytes.
type Field struct {
	widget.BaseWidget

	OnChanged   func(text string)              // the officer changed the words; SetText does not call it
	OnCaret     func(offset int)               // the caret stands elsewhere
	OnFocus     func(focused bool)             // the field is written in now, or no more
	OnUndo      func()                         // Ctrl+Z
	OnRedo      func()                         // Ctrl+Y, Ctrl+Shift+Z
	OnLeave     func(back bool)                // Tab, Shift+Tab, and Enter in a single line; nil: Fyne's own order
	OnLeaveUp   func()                         // Up or Left from the start
	OnLeaveDown func()                         // Down or Right from the end
	OnMark      func(m Mark, at fyne.Position) // a right click on a mark, at a place of the canvas; nil: a menu of its fixes

	// OnPaste is asked for the prose of words that another program copied. It
	// calls write once, on the window's goroutine, with "" where it knows of
	// none; nil never does.
	OnPaste func(words string, write func(prose string))

	// OnCopy is asked what prose says to another program, without markup; nil: what
	// stands there, without its signs.
	OnCopy func(prose string) (plain string)

	// OnKey is asked first about every key that writes nothing by itself; true
	// means that the key is dealt with.
	OnKey func(k *fyne.KeyEvent) bool

	// OnCaretMoved asks whoever scrolls to keep the caret in sight. The place
	// is the caret's upper end within the field; it is LineHeight high. A click
	// does not ask: the second of two would hit other words.
	OnCaretMoved func(at fyne.Position)

	// OnHeld is told where on the canvas the mouse is while it selects, and has to
	// call SelectTo, then and when it has scrolled; OnLetGo, that the button came
	// up. Without them nothing scrolls while the mouse is held still.
	OnHeld  func(mouse fyne.Position)
	OnLetGo func()

	Hint     string  // shown while there is no text
	Single   bool    // a heading or a name: no paragraphs, Enter leaves
	Plain    bool    // no markup: signs mean themselves
	Headline bool    // what is pasted is words in one line
	ReadOnly bool    // the words can be selected and copied only
	Faces    Faces   // zero: the theme's
	Bold     bool    // of every word
	Scale    float32 // of the theme's text size; 0 is 1

	text   string
	caret  int
	anchor int // other end of the selection; the caret where there is none
	marks  []Mark

	setting setting
	probe   setting // at the width that a layout asked about
	goal    float32 // where Up and Down aim at; below 0: nowhere yet
	focused bool
	shift   bool // as far as the field has heard
	band    band
	mouse   mouse
	blink   *fyne.Animation
	still   bool     // the caret does not blink
	drawing *drawing // nil until it is shown
	unlit   bool     // the caret's dark half of a blink
}

// Faces are the fonts of the words; those that are nil come from the theme.
// Arabic letters, which fonts for the West do not have, are taken from a font
// of their own.
type Faces struct{ Regular, Italic, Bold, BoldItalic, Arabic, ArabicBold fyne.Resource }

// New returns an empty field for prose.
func New() *Field {
	f := &Field{goal: -1}
	f.ExtendBaseWidget(f)
	return f
}

// NewSingle returns an empty field for a heading, a name or a number.
func NewSingle() *Field {
	f := New()
	f.Single, f.Plain = true, true
	return f
}

// Text returns the words as they are written.
func (f *Field) Text() string { return f.text }

// SetText shows other words, as after an undo. The caret stays with the words
// it stands in, and nobody is told.
func (f *Field) SetText(text string) {
	if text == f.text {
		return
	}
	text = strings.ToValidUTF8(text, "\uFFFD")
	from, to, until := difference(f.text, text)
	f.marks = shifted(f.marks, from, to, until-from)
	f.caret = carried(f.caret, from, to, until)
	f.anchor = f.caret
	f.text = text
	f.goal = -1
	f.Refresh()
}

// Caret returns the offset of the caret.
func (f *Field) Caret() int { return f.caret }

// SetCaret puts the caret before the byte at offset, or at the nearest place
// where one may stand, and ends the selection.
func (f *Field) SetCaret(offset int) { f.goal = -1; f.moveTo(offset, false) }

// Selection returns the ends of the selected words, equal where there are none.
func (f *Field) Selection() (start, end int) {
	return min(f.caret, f.anchor), max(f.caret, f.anchor)
}

// Select selects the words from start to end and puts the caret at their end.
func (f *Field) Select(start, end int) {
	f.anchor = standing(f.text, start)
	f.goal = -1
	f.moveTo(end, true)
}

// SelectedText returns the selected words.
func (f *Field) SelectedText() string {
	start, end := f.Selection()
	return f.text[start:end]
}

// Insert puts text where the selection is, as typing does.
func (f *Field) Insert(text string) {
	start, end := f.Selection()
	f.replace(start, end, text)
}

// Marks returns the marks as they stand now.
func (f *Field) Marks() []Mark { return slices.Clone(f.marks) }

// SetMarks shows these marks instead of those before. They move with the
// words until the next call; one whose words are edited goes.
func (f *Field) SetMarks(marks []Mark) {
	if slices.EqualFunc(f.marks, marks, Mark.same) {
		copy(f.marks, marks) // with fixes of today
		return
	}
	f.marks = slices.Clone(marks)
	f.mouse.tip = nil
	f.Refresh()
}

// replace is the only way in which an officer's words change.
func (f *Field) replace(start, end int, words string) {
	if f.ReadOnly || start == end && words == "" {
		return
	}
	if f.Single {
		words = lineEnds.ReplaceAllString(words, " ")
	}
	if !utf8.ValidString(words) {
		words = strings.ToValidUTF8(words, "\uFFFD")
	}
	f.text = f.text[:start] + words + f.text[end:]
	f.marks = shifted(f.marks, start, end, len(words))
	f.caret = start + len(words)
	f.anchor = f.caret
	f.goal = -1
	f.mouse.tip = nil
	f.Refresh()
	if f.OnChanged != nil {
		f.OnChanged(f.text)
	}
	f.told()
}

// moveTo puts the caret somewhere; keep leaves the selection's other end.
func (f *Field) moveTo(offset int, keep bool) {
	before, anchor := f.caret, f.anchor
	f.caret = standing(f.text, offset)
	if !keep {
		f.anchor = f.caret
	}
	if f.caret == before && f.anchor == anchor {
		return
	}
	f.redraw()
	f.told()
}

// told tells the others where the caret is now.
func (f *Field) told() {
	hideTip()
	f.lit()
	if f.OnCaret != nil {
		f.OnCaret(f.caret)
	}
	if f.OnCaretMoved != nil && !f.mouse.points {
		f.OnCaretMoved(f.CaretPosition())
	}
}

// difference finds the bytes [from, to) of a that b writes as [from, until).
func difference(a, b string) (from, to, until int) {
	for from < len(a) && from < len(b) && a[from] == b[from] {
		from++
	}
	to, until = len(a), len(b)
	for to > from && until > from && a[to-1] == b[until-1] {
		to--
		until--
	}
	return from, to, until
}

// carried is where an offset goes when [from, to) becomes [from, until).
func carried(offset, from, to, until int) int {
	switch {
	case offset < from || offset == from && from < to:
		return offset
	case offset < to || offset == from:
		return until
	}
	return offset + until - to
}

// lineEnds have no place in a heading.
var lineEnds = regexp.MustCompile(`\s*[\r\n\t]\s*`)
