package window

import (
	"cmp"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/archive"
	"delegation-briefing/briefing/precedent"
)

// lastYear sets the statement beside the last one with the partner: what
// became of each topic, of its words and of its tone.
type lastYear struct {
	content fyne.CanvasObject
	goTo    func(briefing.Place)
	scroll  *container.Scroll
	column  *fyne.Container
}

func newLastYear(goTo func(briefing.Place)) *lastYear {
	l := &lastYear{goTo: goTo, column: container.New(column{gap: 4})}
	l.scroll = container.NewVScroll(l.column)
	l.content = container.NewStack(l.scroll)
	return l
}

// compared is two statements and what became of the one in the other.
type compared struct {
	last, this briefing.Statement
	topics     []precedent.Topic
}

// show shows a comparison.
func (l *lastYear) show(c compared) {
	l.column.RemoveAll()
	title := paragraph(c.last.Headline())
	title.TextStyle.Bold = true
	l.column.Add(title)
	for _, t := range c.topics {
		l.column.Add(l.topic(c, t))
	}
	l.column.Refresh()
	l.scroll.Refresh()
}

// say shows a sentence where there is nothing to compare.
func (l *lastYear) say(sentence string) {
	l.column.RemoveAll()
	l.column.Add(paragraph(sentence))
	l.column.Refresh()
}

func (l *lastYear) topic(c compared, t precedent.Topic) fyne.CanvasObject {
	name := paragraph(t.Name)
	name.TextStyle.Bold = true
	about := small()
	about.Wrapping = fyne.TextWrapWord
	about.Importance = widget.LowImportance
	parts := []string{topicFate(t.Kind)}
	for _, shift := range t.Tone {
		parts = append(parts, shift.String())
	}
	about.SetText(strings.Join(parts, "  ·  "))
	before, _ := c.last.Text(t.Old)
	after, _ := c.this.Text(t.New)
	inner := container.New(column{}, name, about, changedWords(briefing.DiffWords(before, after)))
	return newTappable(topicEdge(t), inner, func() {
		if t.New != (briefing.Place{}) {
			l.goTo(t.New)
		}
	})
}

func topicFate(k precedent.TopicKind) string {
	switch k {
	case precedent.TopicMoved:
		return L("moved")
	case precedent.TopicAdded:
		return L("new")
	case precedent.TopicDropped:
		return L("dropped")
	}
	return L("kept")
}

func topicEdge(t precedent.Topic) fyne.CanvasObject {
	name := theme.ColorNameSeparator
	switch {
	case t.Kind == precedent.TopicDropped:
		name = theme.ColorNameError
	case t.Kind == precedent.TopicAdded:
		name = theme.ColorNameSuccess
	case len(t.Tone) > 0:
		name = theme.ColorNameWarning
	}
	r := canvas.NewRectangle(theme.Color(name))
	r.SetMinSize(fyne.NewSize(4, 1))
	r.CornerRadius = 2
	return r
}

// showLastYear compares the statement on the desk with the last one with the
// partner.
func (w *Window) showLastYear() {
	if w.draft == nil {
		w.lastYear.say("")
		return
	}
	this := w.draft.Statement()
	id := lastWith(w.list.all, this)
	if id == "" {
		w.lastYear.say(L("The workspace has no earlier statement with this partner. Import last year's text to set this one beside it."))
		return
	}
	w.later(func() func() {
		last, err := w.reader.peek(id)
		var ladder precedent.Ladder
		if err == nil {
			ladder, err = precedent.FindLadder(w.archive.Office(w.config.Files))
		}
		c := compared{last, this, precedent.Compare(last, this, ladder).Topics}
		return func() {
			if err != nil {
				w.lastYear.say(L("The last statement cannot be read:") + " " + err.Error())
				return
			}
			if w.draft != nil && w.draft.Statement().ID == this.ID {
				w.lastYear.show(c)
			}
		}
	})
}

// lastWith finds the statement that another follows: the one its file names,
// or the latest before it with the same partner and of the same template.
func lastWith(entries []archive.Entry, s briefing.Statement) string {
	best, day := "", ""
	for _, e := range entries {
		if e.ID == s.ID || e.Err != nil {
			continue
		}
		if e.ID == s.Precedent {
			return e.ID
		}
		before := s.Date.IsZero() || e.Date.String() < s.Date.String()
		if before && e.Template == s.Template && strings.EqualFold(e.Partner, s.Partner) && cmp.Compare(e.Date.String(), day) > 0 {
			best, day = e.ID, e.Date.String()
		}
	}
	return best
}

// nextYear begins the next statement with the partner from the one on the
// desk.
func (w *Window) nextYear() {
	if w.leave() {
		w.add(precedent.Start(w.draft.Statement(), w.desk.template))
	}
}
