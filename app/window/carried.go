package window

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2/widget"

	"delegation-briefing/app/window/field"
	"delegation-briefing/briefing"
	"delegation-briefing/briefing/precedent"
)

// countCarried says in the status bar what was taken over from last year and
// nobody has looked at yet.
func (w *Window) countCarried(s briefing.Statement) {
	w.carried = nil
	if len(s.Carried) > 0 {
		w.carried = w.follower.Carried(s)
	}
	w.status.carriedOver(w.carriedOver())
}

// carriedOver counts what is to be confirmed yet.
func (w *Window) carriedOver() (sentences, names int) {
	for _, c := range w.carried {
		if c.Name() {
			names++
		} else {
			sentences++
		}
	}
	return sentences, names
}

// carriedMark shows that a sentence was carried over, and offers to confirm it.
func (w *Window) carriedMark(c precedent.Sentence) field.Mark {
	m := field.Mark{Start: c.Range.Start, End: c.Range.End, Kind: field.Carried, Message: L("Carried over from last year. Confirm it, or write it anew.")}
	m.Fixes = []field.Fix{{Label: L("Confirm this sentence"), Apply: func() { w.confirm([]precedent.Sentence{c}) }}}
	if c.Name() {
		m.Message, m.Fixes[0].Label = L("To be confirmed: the name of last year."), L("Confirm this name")
		return m
	}
	m.Fixes = append(m.Fixes, field.Fix{Label: L("Confirm the topic"), Apply: func() { w.confirm(w.carriedIn(c.At)) }})
	return m
}

// confirm lets sentences stand as they are.
func (w *Window) confirm(all []precedent.Sentence) {
	if len(all) == 0 {
		return
	}
	w.draft.Change(L("confirmation"), func(s *briefing.Statement) {
		for _, c := range all {
			*s = precedent.Confirm(*s, c.Text)
		}
	})
	w.mark()
}

// confirmSentence lets the sentence at the caret stand, or the name of the row,
// and goes on to the next one; where the caret is in none, it goes there only.
func (w *Window) confirmSentence() {
	if i := slices.IndexFunc(w.carried, w.holdsCaret); i >= 0 {
		w.confirm(w.carried[i : i+1])
	}
	w.nextCarried()
}

func (w *Window) holdsCaret(c precedent.Sentence) bool {
	at := w.desk.at
	if c.Name() {
		return c.At.Section == at.Section && c.At.Item == at.Item
	}
	return c.At == at && c.Range.Start <= w.desk.offset && w.desk.offset <= c.Range.End
}

// confirmTopic lets all stand that is carried over in the topic, or the
// section, at the caret, and goes on to the next.
func (w *Window) confirmTopic() {
	w.confirm(w.carriedIn(w.desk.at))
	w.nextCarried()
}

// carriedIn lists what is carried over in the topic, or the section, of a
// place.
func (w *Window) carriedIn(at briefing.Place) []precedent.Sentence {
	var all []precedent.Sentence
	for _, c := range w.carried {
		if c.At.Section == at.Section && c.At.Item == at.Item {
			all = append(all, c)
		}
	}
	return all
}

// nextCarried puts the caret before the next sentence that is carried over;
// after the last comes the first.
func (w *Window) nextCarried() {
	if len(w.carried) == 0 {
		w.status.say(L("Nothing is left to confirm."))
		return
	}
	next := w.carried[0]
	for _, c := range w.carried {
		if w.follows(c) {
			next = c
			break
		}
	}
	w.goTo(next.At, next.Range.Start)
}

// follows reports whether a sentence stands after the caret.
func (w *Window) follows(c precedent.Sentence) bool {
	if c.At == w.desk.at {
		return c.Range.Start > w.desk.offset
	}
	return w.placeOrder(w.desk.at, c.At) < 0
}

// placeOrder compares where two places stand on the desk.
func (w *Window) placeOrder(a, b briefing.Place) int {
	return cmp.Compare(slices.Index(w.desk.order, a), slices.Index(w.desk.order, b))
}

// carriedOver says how much is to be confirmed yet.
func (s *status) carriedOver(sentences, names int) {
	s.write(s.carried, strings.Join(carriedInWords(sentences, names), ", "), widget.MediumImportance)
}

// carriedInWords says how much is to be confirmed; nothing where nothing is.
func carriedInWords(sentences, names int) (parts []string) {
	if sentences > 0 {
		parts = append(parts, N("sentences carried over", sentences))
	}
	if names > 0 {
		parts = append(parts, N("names to be confirmed", names))
	}
	return parts
}
