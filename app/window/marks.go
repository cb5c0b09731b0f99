package window

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"delegation-briefing/app/window/field"
	"delegation-briefing/briefing"
	"delegation-briefing/briefing/style"
)

// mark shows, in the fields, what was carried over from last year, what was
// found and what the house style remarks on.
func (w *Window) mark() {
	if w.desk == nil {
		return
	}
	marks := map[briefing.Place][]field.Mark{}
	for _, c := range w.carried {
		marks[c.At] = append(marks[c.At], w.carriedMark(c))
	}
	for i, h := range w.finder.found {
		kind := field.Hit
		if i == w.finder.at {
			kind = field.Here
		}
		marks[h.at] = append(marks[h.at], field.Mark{Start: h.start, End: h.end, Kind: kind})
	}
	for _, f := range w.findings.all {
		if f.From < f.To {
			marks[f.At] = append(marks[f.At], w.findingMark(f))
		}
	}
	for at, f := range w.desk.fields {
		f.SetMarks(marks[at])
	}
}

func (w *Window) findingMark(f style.Finding) field.Mark {
	m := field.Mark{Start: f.From, End: f.From + waved(f.Found, f.To-f.From), Kind: field.Advice, Message: f.Message}
	if f.Severity == style.Must {
		m.Kind = field.Must
	}
	if isDay(f.At) {
		m.End = len(w.desk.fields[f.At].Text()) // it stands there in other words
	}
	for _, offer := range offers(f) {
		label := offer.Instead
		if label == "" {
			label = L("Strike out")
		}
		m.Fixes = append(m.Fixes, field.Fix{Label: label, Apply: func() { w.correct(offer) }, Wording: true})
	}
	m.Fixes = append(m.Fixes, field.Fix{Label: L("Ignore"), Apply: func() { w.ignore(f) }})
	return m
}

// offers are the ways to correct what was found, the likeliest first.
func offers(f style.Finding) []style.Finding {
	if !f.HasInstead {
		return nil
	}
	all := []style.Finding{f}
	for _, other := range f.Others {
		f.Instead = other
		all = append(all, f)
	}
	return all
}

// waved is how many bytes of some words are underlined: of a whole paragraph
// its first words, or the page would be full of waves.
func waved(words string, all int) int {
	const most = 120
	if all <= most || len(words) < all {
		return all
	}
	if n := strings.LastIndexByte(words[:most], ' '); n > 0 {
		return n
	}
	return all
}

// remarked takes what the house style says, if it is of the state on the desk;
// an older reading is overtaken by the next.
func (w *Window) remarked(r remarks) {
	if w.draft == nil || r.on.ID != w.draft.Statement().ID {
		return
	}
	w.heard = r.number
	if r.err != nil {
		w.findings.cannot(r.err)
	} else {
		w.found(r)
	}
	w.mark()
	if do := w.onceRead; do != nil && w.reader.has(w.heard) {
		w.onceRead = nil
		do()
	}
}

// whenRead does what needs the remarks on the state that is on the desk now: at
// once, or as soon as it has been read. What was to be done then before is not.
func (w *Window) whenRead(do func()) {
	if w.reader.has(w.heard) {
		do()
		return
	}
	w.onceRead = do
}

// found lists what the house style says.
func (w *Window) found(r remarks) {
	places := make([]string, len(r.findings))
	for i, f := range r.findings {
		places[i] = w.placeName(r.on, f.At)
	}
	w.findings.set(r.findings, places)
	w.side.count(findingsPane, len(r.findings))
	w.status.remarks(r.findings)
}

// lookAt puts the words a finding is about under the officer's eyes. For a gap
// that is where the words that fill it are written.
func (w *Window) lookAt(f style.Finding) {
	s := w.draft.Statement()
	if at, ok := s.Filler(f.Found, f.At.Section); ok && w.desk.fields[at] != nil {
		w.goTo(at, 0)
		return
	}
	if f.At.Section != "" && f.At.Item == 0 && w.desk.fields[f.At] == nil {
		w.goToSection(s.Section(f.At.Section))
		return
	}
	w.selectWords(f.At, f.From, f.To)
}

// selectWords selects words in their field, or opens the fact they are.
func (w *Window) selectWords(at briefing.Place, start, end int) {
	f := w.desk.goTo(at, start)
	if f == nil {
		return
	}
	w.win.Canvas().Focus(f)
	if isDay(at) {
		start, end = 0, len(f.Text())
	}
	f.Select(start, end)
}

// correct writes the wording a finding offers. Where the words have changed
// since, nothing happens: the next reading is on its way.
func (w *Window) correct(f style.Finding) {
	if next, ok := style.Correct(w.draft.Statement(), f); ok {
		w.draft.Change(L("correction"), func(s *briefing.Statement) { *s = next })
	}
}

// correctAll writes every wording that may be taken unseen.
func (w *Window) correctAll() {
	next, n := style.Fix(w.draft.Statement(), w.findings.all)
	if n > 0 {
		w.draft.Change(L("corrections"), func(s *briefing.Statement) { *s = next })
	}
}

// ignore silences a finding for these words in this statement, and says so in
// its file.
func (w *Window) ignore(f style.Finding) {
	n := w.findings.alike(f)
	w.draft.Change(L("ignore remark"), func(s *briefing.Statement) {
		s.Ignored = append(s.Ignored, f.Ignore(officer(), ""))
	})
	if n > 1 { // of the others the officer knows nothing yet
		w.status.say(fmt.Sprintf(N("remarks on “%s” ignored", n), cmp.Or(inSigns(strings.TrimSpace(f.Found)), f.Message)))
	}
}

// stepRemark looks at the next remark, or the one before: from the caret, unless
// it still is where the last remark has led.
func (w *Window) stepRemark(by int) {
	w.side.turn(findingsPane)
	if _, looking := w.findings.current(); looking && w.led == w.caret() {
		w.findings.step(by)
	} else {
		w.findings.look(w.remarkFrom(by))
	}
	w.led = w.caret()
}

// remarkFrom is the first remark behind the caret, or the last before it. After
// the last comes the first.
func (w *Window) remarkFrom(by int) int {
	all, caret := w.findings.all, w.caret()
	next := slices.IndexFunc(all, func(f style.Finding) bool { return w.desk.before(caret, spot{f.At, f.From}) })
	if by > 0 {
		return max(0, next)
	}
	for i, f := range slices.Backward(all) {
		if w.desk.before(spot{f.At, f.From}, caret) {
			return i
		}
	}
	return len(all) - 1
}

// before reports whether a spot stands before another on the desk.
func (k *desk) before(a, b spot) bool {
	return cmp.Or(cmp.Compare(k.rank(a.at), k.rank(b.at)), cmp.Compare(a.offset, b.offset)) < 0
}

// rank tells which of two places comes first on the desk. What is about a section and
// has no field there comes before its fields, and what is about the whole statement
// before all.
func (k *desk) rank(at briefing.Place) int {
	if i := slices.Index(k.order, at); i >= 0 {
		return 2*i + 1
	}
	if at.Section == "" {
		return -1
	}
	part := func(key string) int {
		return slices.IndexFunc(k.template.Parts, func(p briefing.Part) bool { return p.Key == key })
	}
	i := slices.IndexFunc(k.order, func(in briefing.Place) bool { return in.Section != "" && part(in.Section) >= part(at.Section) })
	if i < 0 {
		i = len(k.order)
	}
	return 2 * i
}

// takeWording writes what the remark looked at offers, or shows the wordings
// where there are several: no program knows which is meant.
func (w *Window) takeWording() {
	f, ok := w.findings.current()
	switch {
	case !ok || !f.HasInstead:
		w.status.say(L("There is no wording on offer here."))
	case len(f.Others) > 0:
		w.selectWords(f.At, f.From, f.To)
		w.showFixes()
	default:
		w.correct(f)
	}
}

// ignoreRemark silences the remark looked at.
func (w *Window) ignoreRemark() {
	f, ok := w.findings.current()
	if !ok {
		w.status.say(L("No remark is looked at. F7 leads to the next."))
		return
	}
	w.ignore(f)
}

// showFixes offers what can be done about the remark at the caret.
func (w *Window) showFixes() {
	if f := w.desk.fields[w.desk.at]; f == nil || !f.ShowFixes() {
		w.status.say(L("There is no wording on offer here."))
	}
}
