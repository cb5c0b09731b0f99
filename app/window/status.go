package window

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/draft"
	"delegation-briefing/briefing/style"
)

// status is the bar at the foot of the window: whether the words are on the
// disk, how many they are, how many pages they fill and what there is to
// remark on.
type status struct {
	content *fyne.Container
	light   *canvas.Circle
	disk    *widget.Label
	foot    *foot
	count   *widget.Label
	page    *widget.Label
	remark  *widget.Label
	carried *widget.Label

	state draft.State
	bare  bool // no statement is on the desk
	said  string
	grave bool // it is a warning
	until time.Time

	unprinted string       // why the pages cannot be set
	later     func(func()) // runs on the window's goroutine

	counted map[briefing.Place]counted
	facts   string // when they were counted
}

// newStatus makes the bar of an empty desk. What later is given it runs on the
// window's goroutine.
func newStatus(later func(func())) *status {
	s := &status{
		light: canvas.NewCircle(nil), disk: small(), count: small(), page: small(), remark: small(), carried: small(),
		bare: true, later: later,
	}
	s.disk.Truncation = fyne.TextTruncateEllipsis // however long, it never widens the window
	light := container.NewPadded(container.NewCenter(container.NewGridWrap(fyne.NewSize(8, 8), s.light)))
	s.foot = &foot{light, s.disk, []*widget.Label{s.page, s.remark, s.count, s.carried}, false}
	s.content = container.New(s.foot, light, s.disk, s.carried, s.count, s.remark, s.page)
	s.show()
	return s
}

func small() *widget.Label {
	l := widget.NewLabel("")
	l.SizeName = theme.SizeNameCaptionText
	return l
}

// saved says what became of the words.
func (s *status) saved(state draft.State) {
	s.state, s.bare = state, false
	s.show()
}

// empty says nothing of the statement that has left the desk.
func (s *status) empty() {
	s.bare = true
	s.show()
}

// say tells the officer what was done, long enough to be read while the words
// go on being saved. No words end what was said last.
func (s *status) say(text string) { s.tell(text, false) }

// warn is say for what should not be overlooked.
func (s *status) warn(text string) { s.tell(text, true) }

// unsay ends what was said last, if it is this.
func (s *status) unsay(text string) {
	if s.said == text {
		s.say("")
	}
}

const saidFor = 8 * time.Second

func (s *status) tell(text string, grave bool) {
	s.said, s.grave, s.until = text, grave, time.Now().Add(saidFor)
	s.show()
	if text != "" {
		time.AfterFunc(saidFor, func() { s.later(s.show) })
	}
}

// show writes the bar. Where the words are not saved the reason has all the
// room.
func (s *status) show() {
	name, importance, text := theme.ColorNameWarning, widget.MediumImportance, L("Writing…")
	switch {
	case s.bare:
		name, text = theme.ColorNameBackground, ""
	case s.state.Err != nil:
		name, importance = theme.ColorNameError, widget.DangerImportance
		text = L("Not saved, your words are still here.") + " " + inWords(s.state.Err)
	case s.state.Saved:
		name, text = theme.ColorNameSuccess, L("Saved")
	}
	if said, grave := s.toSay(); said != "" {
		parts := []string{text, said}
		if importance == widget.DangerImportance {
			slices.Reverse(parts)
		} else if grave {
			importance = widget.WarningImportance
		}
		text = strings.TrimPrefix(strings.Join(parts, "  ·  "), "  ·  ")
	}
	s.light.FillColor = theme.Color(name)
	s.light.Refresh()
	s.foot.mute = s.bare || s.state.Err != nil
	s.disk.Importance = importance
	s.disk.SetText(text)
	s.arrange()
}

// toSay is what was said a moment ago, or else why there are no pages for as long as
// there are none.
func (s *status) toSay() (text string, grave bool) {
	switch {
	case s.said != "" && time.Now().Before(s.until):
		return s.said, s.grave
	case !s.bare:
		return s.unprinted, true
	}
	return "", false
}

// write gives a count other words, and all of them their room.
func (s *status) write(count *widget.Label, text string, importance widget.Importance) {
	if count.Text != text || count.Importance != importance {
		count.Importance = importance
		count.SetText(text)
		s.arrange()
	}
}

func (s *status) arrange() { s.foot.Layout(s.content.Objects, s.content.Size()) }

// foot lays the bar out: what became of the words at the left, counts at the
// right. Where there is no room for all, those that matter less give way.
type foot struct {
	light, disk fyne.CanvasObject
	counts      []*widget.Label // what matters most first, from the right
	mute        bool            // none is shown
}

// room is what the words at the left need at least: "Not saved", "Enregistré".
func (f *foot) room() float32 { return f.light.MinSize().Width + ems(7) }

// MinSize is called by Fyne.
func (f *foot) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(f.room(), max(f.light.MinSize().Height, f.disk.MinSize().Height))
}

// Layout is called by Fyne.
func (f *foot) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	right := size.Width
	for _, count := range f.counts {
		need := count.MinSize()
		count.Hidden = f.mute || count.Text == "" || right-need.Width < f.room()
		if count.Hidden {
			continue
		}
		right -= need.Width
		place(count, right, (size.Height-need.Height)/2, need.Width, need.Height)
	}
	light, words := f.light.MinSize(), f.disk.MinSize()
	place(f.light, 0, (size.Height-light.Height)/2, light.Width, light.Height)
	place(f.disk, light.Width, (size.Height-words.Height)/2, max(0, right-light.Width), words.Height)
}

// words counts the words of the statement. Only texts that changed are counted
// again, or all where the facts did that stand in them.
func (s *status) words(st briefing.Statement) {
	facts := filled(st)
	now, total := map[briefing.Place]counted{}, 0
	for _, at := range st.Places() {
		if at.Field != "text" {
			continue
		}
		text, _ := st.Text(at)
		c, ok := s.counted[at]
		if !ok || c.text != text || facts != s.facts {
			c.text, c.words = text, briefing.Words(st.Plain(at))
		}
		now[at] = c
		total += c.words
	}
	s.counted, s.facts = now, facts
	s.write(s.count, N("words", total), widget.MediumImportance)
}

// filled is all that texts are filled in with: facts and people.
func filled(st briefing.Statement) string {
	var b strings.Builder
	for _, name := range briefing.Facts() {
		words, _ := st.Text(briefing.Place{Field: name})
		b.WriteString(words + "\n")
	}
	for _, sec := range st.Sections {
		fmt.Fprintln(&b, sec.People)
	}
	return b.String()
}

// counted is a text and how many words it has.
type counted struct {
	text  string
	words int
}

// remarks counts what the house style remarks on.
func (s *status) remarks(all []style.Finding) {
	importance := widget.MediumImportance
	if musts(all) > 0 {
		importance = widget.WarningImportance
	}
	s.write(s.remark, N("remarks", len(all)), importance)
}

// musts counts the remarks that no statement should leave with.
func musts(all []style.Finding) (n int) {
	for _, f := range all {
		if f.Severity == style.Must {
			n++
		}
	}
	return n
}

// pages counts pages against the number that the template sets; 0 sets none.
func (s *status) pages(n, most int) {
	importance, text := widget.MediumImportance, N("pages", n)
	if most > 0 && n > most {
		importance = widget.WarningImportance
		text += " – " + L("%d too many", n-most)
	}
	s.write(s.page, text, importance)
	s.explain("")
}

// printing says why the pages could not be set.
func (s *status) printing(why string) {
	s.write(s.page, L("no pages"), widget.DangerImportance)
	s.explain(L("The pages cannot be set:") + " " + why)
}

// explain says why there are no pages; "" where there are.
func (s *status) explain(why string) {
	if s.unprinted != why {
		s.unprinted = why
		s.show()
	}
}
