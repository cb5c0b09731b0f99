package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/briefing"
)

// finder is the bar above the desk that looks for words in the whole statement
// and puts others in their place.
type finder struct {
	content *fyne.Container
	events  finderEvents

	words, with *entry
	cased       *tick
	whole       *tick
	replacing   *fyne.Container
	note        *widget.Label
	found       []hit
	at          int
	looked      bool // at the hit, by the officer
	replaced    bool // what was looked for: that nothing is left of it is no news
	caret       spot // where it was when the bar was opened
}

// finderEvents are what the officer wants.
type finderEvents struct {
	statement func() briefing.Statement
	found     func()      // other words were found
	look      func(hit)   // at one of them
	replace   func([]hit) // by what stands in with
	preview   func(f *finder)
	closed    func()
	key       func(*fyne.KeyEvent) bool // one without another beside it, such as F3
}

func newFinder(events finderEvents) *finder {
	f := &finder{events: events, note: small(), words: newEntry(), with: newEntry()}
	f.words.SetPlaceHolder(L("Find"))
	f.with.SetPlaceHolder(L("Replace with"))
	f.cased = newTick(L("Match case"), func(bool) { f.anew() })
	f.whole = newTick(L("Whole words"), func(bool) { f.anew() })
	f.words.OnChanged = func(string) { f.anew(); f.begin() }
	f.with.selects = true
	// Down looks on, but replaces nothing.
	f.words.onDown, f.with.onEnter = func() { f.step(1) }, f.replaceOne
	f.replacing = container.New(flow{},
		newButton(L("Replace"), f.replaceOne),
		newButton(L("Replace all…"), func() { events.preview(f) }),
	)
	tools := container.NewHBox(layout.NewSpacer(), f.note,
		tool(theme.MoveUpIcon(), true, func() { f.step(-1) }),
		tool(theme.MoveDownIcon(), true, func() { f.step(1) }),
		tool(theme.CancelIcon(), true, f.close),
	)
	// Tab leads from the words to those in their place, and on to what puts them there.
	f.content = container.New(finderLines{}, f.words, f.with, f.replacing, tools, container.New(flow{}, f.cased, f.whole), widget.NewSeparator())
	escapes(f.content, f.close)
	entersBy(f.content, func() { f.step(1) })
	f.words.onKey, f.with.onKey = events.key, events.key
	f.content.Hide()
	return f
}

// show opens the bar for words, with or without the line for others.
func (f *finder) show(words string, replacing bool) {
	f.content.Show()
	if replacing {
		f.with.Show()
		f.replacing.Show()
	} else {
		f.with.Hide()
		f.replacing.Hide()
	}
	if words != "" {
		f.words.SetText(words)
	}
	f.anew()
}

// showLike looks for what another finder looked for.
func (f *finder) showLike(other *finder) {
	f.cased.Checked, f.whole.Checked = other.cased.Checked, other.whole.Checked
	f.with.Text, f.words.Text = other.with.Text, other.words.Text
	if other.content.Visible() {
		f.show(other.words.Text, other.with.Visible())
	}
}

func (f *finder) close() {
	f.content.Hide()
	f.found = nil
	f.events.found()
	f.events.closed()
}

// turnTo looks in another statement. Its first hit is looked at before anything
// is replaced.
func (f *finder) turnTo() {
	f.at, f.looked, f.caret = 0, false, spot{}
	f.anew()
}

// anew looks for something else, or elsewhere.
func (f *finder) anew() {
	f.replaced = false
	f.search()
}

// search looks again, as after an edit. The hit looked at stays the same by
// its number.
func (f *finder) search() {
	f.found = nil
	if f.content.Visible() {
		f.found = f.query().hits(f.events.statement())
	}
	f.at = max(0, min(f.at, len(f.found)-1))
	f.say()
	f.events.found()
}

func (f *finder) query() query {
	return query{f.words.Text, f.cased.Checked, f.whole.Checked}
}

func (f *finder) say() {
	switch {
	case f.words.Text == "", len(f.found) == 0 && f.replaced:
		f.note.SetText("")
	case len(f.found) == 0:
		f.note.SetText(L("not found"))
	default:
		f.note.SetText(L("%d of %d", f.at+1, len(f.found)))
	}
}

// begin looks at the first hit from where the caret was when the bar was opened.
func (f *finder) begin() {
	f.at = from(f.found, f.events.statement(), f.caret)
	f.step(0)
}

// step looks at the next hit, or the one before; after the last comes the
// first.
func (f *finder) step(by int) {
	n := len(f.found)
	if n == 0 {
		return
	}
	f.at, f.looked = ((f.at+by)%n+n)%n, true
	f.say()
	f.events.found()
	f.events.look(f.found[f.at])
}

// replaceOne puts the other words in the place of the hit looked at, and looks
// at the next. One within the other words is not the next.
func (f *finder) replaceOne() {
	switch {
	case f.at >= len(f.found):
		return
	case !f.looked:
		f.step(0)
		return
	}
	done, next := f.found[f.at], f.at
	f.events.replace(f.found[next : next+1])
	f.replaced = true
	f.search()
	end := done.start + len(f.with.Text)
	for next < len(f.found) && f.found[next].at == done.at && f.found[next].start < end {
		next++
	}
	f.at = next // behind the last comes the first
	f.step(0)
}

// again looks for the next of the words that were looked for last, or the one
// before, and opens the bar where it was closed.
func (w *Window) again(by int) {
	if w.finder.content.Visible() {
		w.finder.step(by)
		return
	}
	w.find(false)
	w.finder.begin()
	if by < 0 {
		w.finder.step(by)
	}
}

// previewReplace shows what replacing would do, hit by hit, before it is done.
// Where the text has become another one meanwhile, it is shown anew.
func (w *Window) previewReplace(f *finder) {
	if len(f.found) == 0 {
		return
	}
	s, shown := w.draft.Statement(), slices.Clone(f.found)
	chosen := make([]bool, len(shown))
	rows := container.NewVBox()
	scroll := container.NewVScroll(rows)
	for i, h := range shown {
		chosen[i] = true
		check := newTick("", func(on bool) { chosen[i] = on })
		check.SetChecked(true)
		row := container.NewBorder(nil, nil, check, nil, previewRow(w.placeName(s, h.at), s, h, f.with.Text))
		check.onFocus = func() { scroll.ScrollToOffset(fyne.NewPos(0, row.Position().Y-row.Size().Height)) }
		rows.Add(row)
	}
	size := w.dialogSize(46, 30)
	w.askAbout(L("Replace “%s” with “%s”", f.words.Text, f.with.Text), L("Replace"), container.NewGridWrap(size, scroll), nil, func() {
		if len(briefing.Diff(s, w.draft.Statement())) > 0 {
			w.previewReplace(f)
			return
		}
		var hits []hit
		for i, h := range shown {
			if chosen[i] {
				hits = append(hits, h)
			}
		}
		f.events.replace(hits)
		f.replaced = len(hits) > 0
		f.search()
		if f.replaced {
			w.status.say(N("words replaced", len(hits)))
		}
	})
}

func previewRow(place string, s briefing.Statement, h hit, with string) fyne.CanvasObject {
	text, _ := s.Text(h.at)
	before, found, after := around(text, h)
	old := widget.TextSegment{Text: found, Style: widget.RichTextStyle{Inline: true, ColorName: theme.ColorNameError, TextStyle: fyne.TextStyle{Strikethrough: true}}}
	fresh := widget.TextSegment{Text: " " + with, Style: widget.RichTextStyle{Inline: true, ColorName: theme.ColorNameSuccess, TextStyle: fyne.TextStyle{Bold: true}}}
	line := widget.NewRichText(
		&widget.TextSegment{Text: L("%s: %s", place, " "), Style: widget.RichTextStyle{Inline: true, ColorName: theme.ColorNamePlaceHolder}},
		&widget.TextSegment{Text: before, Style: widget.RichTextStyleInline}, &old, &fresh,
		&widget.TextSegment{Text: after, Style: widget.RichTextStyleInline},
	)
	line.Wrapping = fyne.TextWrapWord
	return line
}

// showHit puts found words under the officer's eyes; the caret stays in the
// bar.
func (w *Window) showHit(h hit) {
	if f := w.desk.goTo(h.at, h.start); f != nil {
		f.Select(h.start, h.end)
	}
}

// replace puts the words of the bar in the place of hits, as one change, and the
// caret behind the last of them.
func (w *Window) replace(hits []hit) {
	with := w.finder.with.Text
	next := replaced(w.draft.Statement(), hits, with)
	w.draft.Change(L("replace"), func(s *briefing.Statement) { *s = next })
	if len(hits) > 0 {
		at, offset := behind(hits, with)
		w.desk.goTo(at, offset)
		w.moved(at, offset)
	}
}

// find opens the bar, with the words that are selected.
func (w *Window) find(replacing bool) {
	words := ""
	w.finder.caret = w.caret()
	if f := w.desk.fields[w.desk.at]; f != nil {
		words = f.SelectedText()
		w.finder.caret.offset, _ = f.Selection()
	}
	w.finder.show(words, replacing)
	w.writing.Refresh()
	w.enter(w.finder.words)
}
