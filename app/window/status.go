package window

import (
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
	content fyne.CanvasObject
	light   *canvas.Circle
	disk    *widget.Label
	count   *widget.Label
	page    *widget.Label
	remark  *widget.Label
	carried *widget.Label

	said  string // to the officer
	until time.Time

	counted map[briefing.Place]counted
	facts   string // when they were counted
}

func newStatus() *status {
	s := &status{light: canvas.NewCircle(nil), disk: small(), count: small(), page: small(), remark: small(), carried: small()}
	s.disk.Truncation = fyne.TextTruncateEllipsis // however long, it never widens the window
	light := container.NewPadded(container.NewCenter(container.NewGridWrap(fyne.NewSize(8, 8), s.light)))
	s.content = container.NewBorder(nil, nil, light, container.NewHBox(s.carried, s.remark, s.count, s.page), s.disk)
	return s
}

func small() *widget.Label {
	l := widget.NewLabel("")
	l.SizeName = theme.SizeNameCaptionText
	return l
}

// saved says what became of the words.
func (s *status) saved(state draft.State) {
	name, importance, text := theme.ColorNameWarning, widget.MediumImportance, L("Writing…")
	switch {
	case state.Err != nil:
		name, importance = theme.ColorNameError, widget.DangerImportance
		text = L("Not saved, your words are still here:") + " " + inWords(state.Err)
	case state.Saved:
		name, text = theme.ColorNameSuccess, L("Saved")
	}
	if state.Err == nil && time.Now().Before(s.until) {
		text += "  ·  " + s.said
	}
	s.light.FillColor = theme.Color(name)
	s.light.Refresh()
	s.disk.Importance = importance
	s.disk.SetText(text)
}

// say tells the officer what was done, long enough to be read while the words
// go on being saved.
func (s *status) say(text string) {
	s.said, s.until = text, time.Time{}
	if text != "" {
		s.until = time.Now().Add(8 * time.Second)
	}
	s.disk.SetText(text)
}

// words counts the words of the statement. Only texts that changed are counted
// again, or all where the facts did that stand in them.
func (s *status) words(st briefing.Statement) {
	facts := factsLine(st)
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
	if text := N("words", total); s.count.Text != text {
		s.count.SetText(text)
	}
}

// counted is a text and how many words it has.
type counted struct {
	text  string
	words int
}

// remarks counts what the house style remarks on.
func (s *status) remarks(all []style.Finding) {
	must := 0
	for _, f := range all {
		if f.Severity == style.Must {
			must++
		}
	}
	s.remark.Importance = widget.MediumImportance
	if must > 0 {
		s.remark.Importance = widget.WarningImportance
	}
	s.remark.SetText(N("remarks", len(all)))
}

// pages counts pages against the number that the template sets; 0 sets none.
func (s *status) pages(n, most int) {
	s.page.Importance = widget.MediumImportance
	text := N("pages", n)
	if most > 0 && n > most {
		s.page.Importance = widget.WarningImportance
		text += " – " + L("%d too many", n-most)
	}
	s.page.SetText(text)
}

// printing says why the pages could not be set.
func (s *status) printing(err error) {
	s.page.Importance = widget.DangerImportance
	s.page.SetText(L("no pages"))
	s.say(L("The pages cannot be set:") + " " + inWords(err))
}
