package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/briefing"
)

// picker narrows a list down while the officer types and takes the line she
// means. It stands over the window; Esc and a click beside it take it away.
type picker struct {
	popup *widget.PopUp
	entry *pickEntry
	rows  *widget.List
	none  *widget.Label // says so where nothing fits
	all   []choice
	texts []sought // of all
	shown []choice
	at    int
	size  fyne.Size // that it may have
}

// choice is one line of a picker.
type choice struct {
	name, note string
	also       string // what others call it: found by these words too, below what has them in its name
	take       func()
}

const (
	pickWidth = 560
	pickRows  = 11
)

// pick shows a picker over the window, in the place of the one before.
func (w *Window) pick(hint string, choices []choice) *picker {
	w.putAway()
	p := &picker{all: choices, texts: searched(choices), shown: choices}
	w.picker = p
	p.entry = newPickEntry(p)
	w.abreast(&p.entry.Entry)
	p.entry.SetPlaceHolder(hint)
	p.rows = widget.NewList(func() int { return len(p.shown) }, newPickRow,
		func(i widget.ListItemID, row fyne.CanvasObject) { fillPickRow(row, p.shown[i], i == p.at) })
	p.rows.HideSeparators = true
	p.rows.OnSelected = func(i widget.ListItemID) {
		p.at = i
		p.take()
	}
	p.none = widget.NewLabel(L("Nothing of this name."))
	p.none.Importance = widget.LowImportance
	p.none.Hide()
	canvas := w.win.Canvas()
	p.popup = widget.NewPopUp(container.NewBorder(container.NewPadded(p.entry), nil, nil, nil, p.rows, p.none), canvas)
	size := canvas.Size()
	width := min(pickWidth, size.Width-40)
	p.size = fyne.NewSize(width, size.Height-80)
	p.fit()
	p.popup.ShowAtPosition(fyne.NewPos((size.Width-width)/2, 56))
	canvas.Focus(p.entry)
	return p
}

// putAway takes the picker away that may stand over the window: what a command
// shows would be below it.
func (w *Window) putAway() {
	if w.picker != nil {
		w.picker.popup.Hide()
		w.picker = nil
	}
}

// narrow keeps the choices in which every word typed stands, those whose words
// begin with them first, and of these the ones whose name begins so.
func (p *picker) narrow(typed string) {
	p.at = 0
	p.shown = narrowed(p.all, p.texts, typed)
	p.rows.ScrollToTop()
	p.rows.Refresh()
	p.none.Hidden = len(p.shown) > 0
	p.none.Refresh()
	p.fit()
}

// fit makes the picker as high as what it shows.
func (p *picker) fit() {
	rows := float32(max(1, min(len(p.shown), pickRows)))
	height := rows*(newPickRow().MinSize().Height+theme.Padding()) + p.entry.MinSize().Height + 6*theme.Padding()
	p.popup.Resize(fyne.NewSize(p.size.Width, min(height, p.size.Height)))
}

// sought is how a choice is found: by its name, by what it says, and by all that it is
// called.
type sought struct{ name, said, called string }

// searched are the words of choices, folded once: there may be ten thousand.
func searched(all []choice) []sought {
	texts := make([]sought, len(all))
	for i, c := range all {
		texts[i].name = " " + briefing.Fold(c.name) + " "
		texts[i].said = texts[i].name + briefing.Fold(c.note) + " "
		if c.also != "" {
			texts[i].called = texts[i].said + briefing.Fold(strings.ReplaceAll(c.also, ",", "")) + " "
		}
	}
	return texts
}

func narrowed(all []choice, texts []sought, typed string) []choice {
	words := strings.Fields(briefing.Fold(strings.ReplaceAll(typed, "…", "")))
	type ranked struct {
		choice
		rank int
	}
	var kept []ranked
	for i, c := range all {
		if r, ok := texts[i].rank(words); ok {
			kept = append(kept, ranked{c, r})
		}
	}
	slices.SortStableFunc(kept, func(a, b ranked) int { return a.rank - b.rank })
	shown := make([]choice, len(kept))
	for i, k := range kept {
		shown[i] = k.choice
	}
	return shown
}

// rank is that of a choice's name, those first of equals that begin as typed. Where the
// name does not have all words, the choice is found by what it says, and last by what it
// is called.
func (s sought) rank(words []string) (int, bool) {
	const after = 1000
	if r, ok := rank(s.name, words); ok {
		if !strings.HasPrefix(s.name, " "+strings.Join(words, " ")) {
			return 2*r + 1, true
		}
		return 2 * r, true
	}
	if r, ok := rank(s.said, words); ok {
		return after + r, true
	}
	r, ok := rank(s.called, words)
	return 2*after + r, ok
}

// rank adds up how the words typed stand in a text, which has a space at either
// end: 0 for each that is a word of it, 1 where one begins with it, 2 where it
// stands inside another.
func rank(text string, words []string) (int, bool) {
	sum := 0
	for _, w := range words {
		switch {
		case strings.Contains(text, " "+w+" "):
		case strings.Contains(text, " "+w):
			sum++
		case strings.Contains(text, w):
			sum += 2
		default:
			return 0, false
		}
	}
	return sum, true
}

// step moves the marked line.
func (p *picker) step(by int) {
	if len(p.shown) == 0 {
		return
	}
	p.at = max(0, min(p.at+by, len(p.shown)-1))
	p.rows.ScrollTo(p.at)
	p.rows.Refresh()
}

func (p *picker) take() {
	if p.at >= len(p.shown) {
		return
	}
	p.popup.Hide()
	p.shown[p.at].take()
}

// newPickRow and fillPickRow are a line: the name, and dimmed at the right its
// note.
func newPickRow() fyne.CanvasObject {
	name := widget.NewLabel("")
	name.Truncation = fyne.TextTruncateEllipsis
	note := widget.NewLabel("")
	note.Importance = widget.LowImportance
	return container.NewBorder(nil, nil, nil, note, name)
}

func fillPickRow(row fyne.CanvasObject, c choice, marked bool) {
	labels := row.(*fyne.Container).Objects
	name, note := labels[0].(*widget.Label), labels[1].(*widget.Label)
	name.TextStyle.Bold = marked
	name.Importance = widget.MediumImportance
	if marked {
		name.Importance = widget.HighImportance
	}
	name.SetText(c.name)
	note.SetText(c.note)
}

// pickEntry is the line typed in; its keys move the mark below.
type pickEntry struct {
	widget.Entry
	picker *picker
}

func newPickEntry(p *picker) *pickEntry {
	e := &pickEntry{picker: p}
	e.ExtendBaseWidget(e)
	e.OnChanged = p.narrow
	return e
}

// TypedKey is called by Fyne.
func (e *pickEntry) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape:
		e.picker.popup.Hide()
	case fyne.KeyDown:
		e.picker.step(1)
	case fyne.KeyUp:
		e.picker.step(-1)
	case fyne.KeyPageDown:
		e.picker.step(pickRows)
	case fyne.KeyPageUp:
		e.picker.step(-pickRows)
	case fyne.KeyReturn, fyne.KeyEnter:
		e.picker.take()
	case fyne.KeyHome, fyne.KeyEnd:
		e.toEnd(k)
	default:
		e.Entry.TypedKey(k)
	}
}

// toEnd leads to an end of what is typed, or of the list where nothing is.
func (e *pickEntry) toEnd(k *fyne.KeyEvent) {
	all := len(e.picker.all)
	switch {
	case e.Text != "":
		e.Entry.TypedKey(k)
	case k.Name == fyne.KeyHome:
		e.picker.step(-all)
	default:
		e.picker.step(all)
	}
}
