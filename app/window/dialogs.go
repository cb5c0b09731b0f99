package window

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"
)

// askAbout is ask for what is done to the statement on the desk.
func (w *Window) askAbout(title, verb string, content fyne.CanvasObject, first *entry, then func()) {
	still := w.stillThis()
	w.ask(title, verb, content, first, func() {
		if still() {
			then()
		}
	})
}

// ask shows a question. Enter in its first entry answers it, Esc takes it
// away. Down answers nothing: whoever looks for a list below has not decided yet.
func (w *Window) ask(title, verb string, content fyne.CanvasObject, first *entry, then func()) {
	d := dialog.NewCustomWithoutButtons(title, content, w.win)
	yes := newAnswer(verb, content, func() {
		d.Hide()
		then()
	}, d.Hide)
	yes.Importance = widget.HighImportance
	d.SetButtons([]fyne.CanvasObject{newAnswer(L("Cancel"), content, d.Hide, d.Hide), yes})
	d.Show()
	escapes(content, d.Hide)
	entersBy(content, yes.OnTapped)
	if first == nil {
		w.win.Canvas().Focus(yes)
		return
	}
	first.onEnter = yes.OnTapped
	w.abreast(&first.Entry)
	first.CursorColumn = utf8.RuneCountInString(first.Text)
	w.win.Canvas().Focus(first)
}

// stillThis asks whether the statement that is on the desk now still is there
// when a question about it is answered: an import that ended meanwhile may have
// brought another one. Where it is not, the officer is told.
func (w *Window) stillThis() (still func() bool) {
	asked := w.draft
	return func() bool {
		if w.draft != asked {
			w.status.warn(L("Another statement has come to the desk meanwhile, so nothing was done."))
		}
		return w.draft == asked
	}
}

// entersBy has Enter answer from the boxes to tick within an object.
func entersBy(shown fyne.CanvasObject, answer func()) {
	walk(shown, func(o fyne.CanvasObject) bool {
		if t, ok := o.(*tick); ok {
			t.onEnter = answer
		}
		return false
	})
}

// escapes has Esc leave from all that can have the keys within an object.
func escapes(shown fyne.CanvasObject, leave func()) {
	walk(shown, func(o fyne.CanvasObject) bool {
		switch o := o.(type) {
		case *entry:
			o.onEscape = leave
		case *selector:
			o.onEscape = leave
		case *tick:
			o.onEscape = leave
		case *button:
			o.onEscape = leave
		}
		return false
	})
}

// warnBefore asks before something is lost. Enter and Esc leave all as it is, and
// do what is to be done else; nil: nothing.
func (w *Window) warnBefore(title, verb, text string, then, instead func()) {
	no, yes := w.eitherOr(title, verb, text, then, instead)
	yes.Importance = widget.WarningImportance
	w.win.Canvas().Focus(no)
}

// propose asks before something is done that loses nothing: Enter does it. Esc and
// Cancel do what is to be done else.
func (w *Window) propose(title, verb, text string, then, instead func()) {
	_, yes := w.eitherOr(title, verb, text, then, instead)
	yes.Importance = widget.HighImportance
	w.win.Canvas().Focus(yes)
}

// eitherOr shows a question with its two answers. Which of them Enter gives, the
// asker says.
func (w *Window) eitherOr(title, verb, text string, then, instead func()) (no, yes *button) {
	shown := w.reading(text)
	d := dialog.NewCustomWithoutButtons(title, shown, w.win)
	cancel := func() {
		d.Hide()
		if instead != nil {
			instead()
		}
	}
	no = newAnswer(L("Cancel"), shown, cancel, cancel)
	yes = newAnswer(verb, shown, func() { d.Hide(); then() }, cancel)
	d.SetButtons([]fyne.CanvasObject{no, yes})
	d.Show()
	return no, yes
}

// tell shows something to read.
func (w *Window) tell(title string, content fyne.CanvasObject) {
	d := dialog.NewCustomWithoutButtons(title, content, w.win)
	done := newAnswer(L("Close"), content, d.Hide, d.Hide)
	done.Importance = widget.HighImportance
	d.SetButtons([]fyne.CanvasObject{done})
	d.Show()
	w.win.Canvas().Focus(done)
}

// fail tells the officer what went wrong, in a sentence and the reason.
func (w *Window) fail(sentence string, err error) { w.failAt(sentence, "", err) }

// failAt is fail for what went wrong with a file, whose name is no business of
// the log.
func (w *Window) failAt(sentence, name string, err error) {
	note(sentence, err)
	sentence = strings.TrimSpace(sentence + " " + name)
	w.tell(L("That did not work"), w.reading(sentence+"\n\n"+inWordsAt(err)))
}

// tellLong shows what may be many lines to read.
func (w *Window) tellLong(title, text string) {
	w.tell(title, container.NewGridWrap(w.dialogSize(37, 17), container.NewVScroll(paragraph(text))))
}

// reading is a text for a dialog, with room to scroll.
func (w *Window) reading(text string) fyne.CanvasObject {
	return container.NewGridWrap(w.dialogSize(34, 11), container.NewVScroll(paragraph(text)))
}

// broad is what a dialog asks with: so many ems wide, or as wide as the window
// has room.
func (w *Window) broad(n float32, o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(breadth(w.dialogSize(n, 0).Width), o)
}

// dialogSize is the room a dialog's content may take: as many ems as it wants,
// but no more than the window has.
func (w *Window) dialogSize(width, height float32) fyne.Size {
	room := w.win.Canvas().Size()
	return fyne.NewSize(max(80, min(ems(width), room.Width-80)), max(40, min(ems(height), room.Height-180)))
}

// typedKey takes the keys that no widget has. Escape takes away what lies over
// the window.
func (w *Window) typedKey(k *fyne.KeyEvent) {
	switch {
	case w.win.Canvas().Overlays().Top() == nil:
		w.functionKey(k)
	case k.Name == fyne.KeyEscape:
		w.closeTop()
	}
}

// closeTop takes away what lies over the window.
func (w *Window) closeTop() {
	over := w.win.Canvas().Overlays()
	over.Remove(over.Top())
}
