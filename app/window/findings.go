package window

import (
	"fmt"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/briefing/style"
)

// findings lists what the house style remarks on, in reading order. The one
// the officer looks at says why, and offers its correction.
type findings struct {
	content fyne.CanvasObject
	events  findingsEvents

	cards  *sideCards
	note   *widget.Label
	all    []style.Finding
	err    error    // why the house style could not be read
	places []string // in words
	at     int      // -1: none is looked at

	hidden      func() bool // nobody looks
	stale       bool        // not built since the findings changed
	from, card0 int         // the first finding shown, and its place in the column
}

// findingsEvents are what the officer wants.
type findingsEvents struct {
	look    func(style.Finding)
	correct func(style.Finding)
	ignore  func(style.Finding)
	fixAll  func()
	leave   func()
}

func newFindings(events findingsEvents) *findings {
	f := &findings{events: events, at: -1, note: widget.NewLabel(""), hidden: func() bool { return false }}
	f.note.Wrapping = fyne.TextWrapWord
	f.cards = newSideCards(events.leave)
	f.content = f.cards.scroll
	f.set(nil, nil)
	return f
}

// set shows other findings; where the same one is still there, it stays the
// one that is looked at.
func (f *findings) set(all []style.Finding, places []string) {
	at := -1
	if f.at >= 0 && f.at < len(f.all) {
		was := f.all[f.at]
		for i, now := range all {
			if now.Rule == was.Rule && now.At == was.At && now.Found == was.Found {
				at = i
				break
			}
		}
	}
	f.all, f.places, f.at, f.err = all, places, at, nil
	if f.stale = f.hidden(); !f.stale {
		f.build()
	}
}

// shown builds what was not built while nobody looked.
func (f *findings) shown() {
	if f.stale {
		f.build()
	}
}

// cannot says why there are no findings.
func (f *findings) cannot(err error) {
	f.all, f.places, f.at, f.err = nil, nil, -1, err
	f.build()
	f.note.SetText(L("The house style cannot be read:") + " " + inWords(err))
}

func (f *findings) build() {
	f.stale = false
	var cards []fyne.CanvasObject
	switch {
	case len(f.all) == 0:
		f.note.SetText(L("Nothing to remark on."))
		cards = append(cards, f.note)
	case f.safe() > 0:
		cards = append(cards, container.NewPadded(container.NewHBox(newButton(L("Correct what is safe (%d)", f.safe()), f.events.fixAll))))
	}
	f.from = max(0, min(f.at-mostCards/2, len(f.all)-mostCards))
	to := min(f.from+mostCards, len(f.all))
	f.card0 = len(cards)
	for i := f.from; i < to; i++ {
		cards = append(cards, f.card(i, f.all[i]))
	}
	if left := len(f.all) - (to - f.from); left > 0 {
		cards = append(cards, paragraph(L("%d more remarks: the next and the previous are a key away.", left)))
	}
	f.cards.show(cards...)
}

// mostCards is how many findings are shown at once, around the one looked at. A
// long brief may have thousands, and each is some widgets.
const mostCards = 80

func (f *findings) safe() int {
	n := 0
	for _, found := range f.all {
		if found.Safe && found.HasInstead {
			n++
		}
	}
	return n
}

// alike counts the findings that go where one is ignored: by the same rule, on the
// same words.
func (f *findings) alike(found style.Finding) int {
	n := 0
	for _, other := range f.all {
		if other.Rule == found.Rule && (found.Found == "" || strings.EqualFold(other.Found, found.Found)) {
			n++
		}
	}
	return n
}

// card is one finding: how grave, where and what; the one looked at says more.
func (f *findings) card(i int, found style.Finding) fyne.CanvasObject {
	message := widget.NewLabel(found.Message)
	message.Wrapping = fyne.TextWrapWord
	where := small()
	where.Importance = widget.LowImportance
	where.Truncation = fyne.TextTruncateEllipsis
	where.SetText(f.places[i] + quoted(found))
	if i != f.at {
		return newSideCard(f.bar(found), container.New(tight{}, message, where), func() { f.look(i) })
	}
	message.TextStyle.Bold = true
	parts := container.New(column{}, message, where)
	if found.Why != "" || found.Source != "" {
		parts.Add(f.why(found))
	}
	parts.Add(f.tools(found))
	return newSideCard(f.bar(found), parts, func() { f.look(i) })
}

func quoted(found style.Finding) string {
	was, instead := inSigns(strings.TrimSpace(found.Found)), strings.TrimSpace(found.Instead)
	switch {
	case was == "":
		return ""
	case !found.HasInstead || found.Instead == "":
		return "  ·  " + L("“%s”", was)
	case plainSpaces(was) == plainSpaces(instead): // they differ in nothing but their spaces
		was, instead = namedSpaces(found.Found), namedSpaces(found.Instead)
	}
	return "  ·  " + L("“%s”", was) + " → " + L("“%s”", instead)
}

// plainSpaces is how words look whatever their spaces are.
func plainSpaces(words string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Zs, r) {
			return ' '
		}
		return r
	}, words)
}

// namedSpaces names the spaces that look like others.
func namedSpaces(words string) string {
	named := func(name string) string { return "[" + name + "]" }
	return inSigns(strings.NewReplacer(
		"\u00a0", named(L("no-break space")), "\u202f", named(L("narrow no-break space")),
	).Replace(words))
}

// inSigns names by its number, as Unicode does, whatever cannot be seen.
func inSigns(words string) string {
	var b strings.Builder
	for _, r := range words {
		if unicode.IsGraphic(r) {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, "U+%04X", r)
		}
	}
	return b.String()
}

func (f *findings) why(found style.Finding) fyne.CanvasObject {
	text := found.Why
	if found.Source != "" {
		if text != "" {
			text += "\n"
		}
		text += found.Source
	}
	why := small()
	why.Wrapping = fyne.TextWrapWord
	why.SetText(text)
	return why
}

func (f *findings) tools(found style.Finding) fyne.CanvasObject {
	row := container.New(flow{})
	for i, offer := range offers(found) {
		label := L("Write “%s”", offer.Instead)
		if offer.Instead == "" {
			label = L("Strike out")
		}
		b := newButton(label, func() { f.events.correct(offer) })
		if i == 0 {
			b.Importance = widget.HighImportance
		}
		row.Add(b)
	}
	ignore := newButton(L("Ignore"), func() { f.events.ignore(found) })
	ignore.Importance = widget.LowImportance
	row.Add(ignore)
	return row
}

// bar is the coloured edge that says how grave a finding is.
func (f *findings) bar(found style.Finding) fyne.CanvasObject {
	name := theme.ColorNameSeparator
	switch found.Severity {
	case style.Should:
		name = theme.ColorNameWarning
	case style.Must:
		name = theme.ColorNameError
	}
	r := canvas.NewRectangle(theme.Color(name))
	r.SetMinSize(fyne.NewSize(4, 1))
	r.CornerRadius = 2
	return r
}

// look turns to a finding.
func (f *findings) look(i int) {
	if i < 0 || i >= len(f.all) {
		return
	}
	f.at = i
	f.build()
	f.inSight()
	f.events.look(f.all[i])
}

// step looks at the next finding, or the one before; after the last comes the
// first.
func (f *findings) step(by int) {
	if n := len(f.all); n > 0 {
		if f.at < 0 && by < 0 {
			f.at = 0
		}
		f.look(((f.at+by)%n + n) % n)
	}
}

// current is the finding looked at.
func (f *findings) current() (style.Finding, bool) {
	if f.at < 0 || f.at >= len(f.all) {
		return style.Finding{}, false
	}
	return f.all[f.at], true
}

func (f *findings) inSight() {
	f.cards.inSight(f.cards.column.Objects[f.card0+f.at-f.from])
}
