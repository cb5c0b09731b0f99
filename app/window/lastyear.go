package window

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/archive"
	"delegation-briefing/briefing/page"
	"delegation-briefing/briefing/precedent"
	"delegation-briefing/briefing/press"
	"delegation-briefing/briefing/style"
)

// lastYear sets the statement beside the last one with the partner: what house
// style has against what was taken over, what is missing, and what became of
// each topic, of its words and of its tone.
type lastYear struct {
	content fyne.CanvasObject
	events  lastYearEvents
	cards   *sideCards
}

// lastYearEvents are what the officer wants.
type lastYearEvents struct {
	goTo   func(briefing.Place)
	look   func(precedent.Objection)
	export func(compared)
	leave  func()
}

func newLastYear(events lastYearEvents) *lastYear {
	l := &lastYear{events: events, cards: newSideCards(events.leave)}
	l.content = l.cards.scroll
	return l
}

// compared is two statements and what became of the one in the other.
type compared struct {
	precedent.Comparison
	last, this briefing.Statement
	template   briefing.Template
}

// show shows a comparison.
func (l *lastYear) show(c compared) {
	all := []fyne.CanvasObject{l.head(c)}
	topics := c.Topics
	for _, sec := range c.this.Sections {
		if c.template.Part(sec.Key).Kind == briefing.TopicsPart {
			for _, t := range topics {
				all = append(all, l.topic(c, t))
			}
			topics = nil
			continue
		}
		if card := l.section(c, sec.Key); card != nil {
			all = append(all, card)
		}
	}
	if names := coveredBy(c.Coverage, unspoken); names != "" {
		all = append(all, namedLine(L("Not spoken of, last time neither"), names))
	}
	l.cards.show(all...)
}

// head is what stands above the topics.
func (l *lastYear) head(c compared) fyne.CanvasObject {
	title := paragraph(c.last.Headline())
	title.TextStyle.Bold = true
	head := container.New(column{gap: 4}, title,
		container.NewPadded(container.NewHBox(newButton(L("Comparison as PDF…"), func() { l.events.export(c) }))))
	if len(c.Objections) > 0 {
		head.Add(subtitle(L("Taken over although house style objects")))
	}
	for _, o := range c.Objections {
		head.Add(l.objection(o))
	}
	for _, state := range []precedent.State{precedent.Missing, precedent.Thin, precedent.Covered} {
		spoken := func(c precedent.Cover) bool { return c.State == state && !unspoken(c) }
		if names := coveredBy(c.Coverage, spoken); names != "" {
			head.Add(namedLine(stateName(state), names))
		}
	}
	return head
}

// unspoken is a subject that nobody asks for: it is not on the agenda, and was
// not spoken of last time.
func unspoken(c precedent.Cover) bool {
	return c.State == precedent.Missing && !c.Agenda && c.Last == 0
}

// namedLine is words behind their name in bold.
func namedLine(name, words string) fyne.CanvasObject {
	text := widget.NewRichText(
		&widget.TextSegment{Text: name + "  ", Style: widget.RichTextStyle{Inline: true, TextStyle: fyne.TextStyle{Bold: true}}},
		&widget.TextSegment{Text: words, Style: widget.RichTextStyle{Inline: true}},
	)
	text.Wrapping = fyne.TextWrapWord
	return &richText{text}
}

func subtitle(text string) *widget.Label {
	l := paragraph(text)
	l.TextStyle.Bold = true
	return l
}

func (l *lastYear) objection(o precedent.Objection) fyne.CanvasObject {
	var messages []string
	for _, r := range o.Remarks {
		messages = append(messages, r.Message)
	}
	sentence := paragraph(strings.Join(strings.Fields(o.Reads), " "))
	sentence.Importance = widget.LowImportance
	return newSideCard(edgeOf(theme.ColorNameError), container.New(column{}, paragraph(strings.Join(messages, " ")), sentence), func() { l.events.look(o) })
}

// coveredBy lists the subjects that are covered so.
func coveredBy(all []precedent.Cover, so func(precedent.Cover) bool) string {
	var names []string
	for _, c := range all {
		if !so(c) {
			continue
		}
		name := c.SubjectIn(interfaceLanguage())
		if c.Agenda {
			name += " (" + L("on the agenda") + ")"
		}
		if c.State == precedent.Missing && c.Last > 0 {
			name += " (" + L("spoken of last time") + ")"
		}
		names = append(names, name)
	}
	return strings.Join(names, "\u00a0· ") // no line begins with the dot
}

func stateName(s precedent.State) string {
	switch s {
	case precedent.Missing:
		return L("Missing")
	case precedent.Thin:
		return L("Only touched upon")
	}
	return L("Covered")
}

// say shows a sentence where there is nothing to compare.
func (l *lastYear) say(sentence string) {
	l.cards.show(paragraph(sentence))
}

// section is what became of the words of a section; nil where they are the same.
func (l *lastYear) section(c compared, key string) fyne.CanvasObject {
	at := briefing.Place{Section: key, Field: "text"}
	words := briefing.DiffWords(c.last.Plain(at), c.this.Plain(at))
	if !changedIn(words) {
		return nil
	}
	name := subtitle(c.template.Part(key).HeadingIn(interfaceLanguage()))
	return newSideCard(edgeOf(theme.ColorNameSeparator), container.New(column{}, name, changedWords(words)), func() { l.events.goTo(at) })
}

// changedIn reports whether a comparison found a difference.
func changedIn(runs []briefing.Run) bool {
	return slices.ContainsFunc(runs, func(r briefing.Run) bool { return r.Op != briefing.Same })
}

func (l *lastYear) topic(c compared, t precedent.Topic) fyne.CanvasObject {
	name := paragraph(t.Name)
	name.TextStyle.Bold = true
	about := small()
	about.Wrapping = fyne.TextWrapWord
	about.Importance = widget.LowImportance
	words := briefing.DiffWords(c.last.Plain(t.Old), c.this.Plain(t.New))
	parts := []string{topicFate(t.Kind, changedIn(words))}
	for _, shift := range t.Tone {
		parts = append(parts, toneShift(shift))
	}
	about.SetText(strings.Join(parts, "  ·  "))
	inner := container.New(column{}, name, about, changedWords(words))
	return newSideCard(topicEdge(t), inner, func() {
		if t.New != (briefing.Place{}) {
			l.events.goTo(t.New)
		}
	})
}

func topicFate(k precedent.TopicKind, reworded bool) string {
	switch {
	case k == precedent.TopicMoved:
		return L("moved")
	case k == precedent.TopicAdded:
		return L("new")
	case k == precedent.TopicDropped:
		return L("dropped")
	case reworded:
		return L("reworded")
	}
	return L("kept")
}

// toneShift is a change of tone in the language of the window; the words are
// those of the statements.
func toneShift(s precedent.Shift) string {
	side := func(words string) string {
		if words == "" {
			return L("nothing")
		}
		return words
	}
	says := map[string]string{
		"warmer": L("warmer"), "cooler": L("cooler"), "sharper": L("sharper"), "softer": L("softer"), "firmer": L("firmer"),
	}[s.Says]
	return L("%s: %s", side(s.Old)+" → "+side(s.New), says)
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
	return edgeOf(name)
}

// edgeOf is the edge of a card in a colour.
func edgeOf(name fyne.ThemeColorName) fyne.CanvasObject {
	r := canvas.NewRectangle(theme.Color(name))
	r.SetMinSize(fyne.NewSize(4, 1))
	r.CornerRadius = 2
	return r
}

// showLastYear shows what has changed since the last statement with the partner.
func (w *Window) showLastYear() { w.withLast(w.lastYear.show) }

// printLast asks where to write the comparison with the last statement.
func (w *Window) printLast() {
	w.side.turn(lastYearPane)
	w.withLast(w.exportComparison)
}

// withLast compares the statement on the desk with the last one with the
// partner, if there is one.
func (w *Window) withLast(then func(compared)) {
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
	t, remarks := w.desk.template, asRemarks(w.findings.all)
	w.later(func() func() {
		c, err := w.compare(id, this, remarks)
		c.template = t
		return func() {
			if err != nil {
				w.lastYear.say(L("The last statement cannot be read:") + " " + inWords(err))
				return
			}
			if w.draft != nil && w.draft.Statement().ID == this.ID {
				then(c)
			}
		}
	})
}

// asRemarks hands what house style found on to those who compare.
func asRemarks(found []style.Finding) []precedent.Remark {
	var all []precedent.Remark
	for _, f := range found {
		if f.Severity == style.Advice || strings.HasPrefix(f.Found, "{{") {
			continue // a matter of taste, or what is still to be filled in
		}
		all = append(all, precedent.Remark{
			At: f.At, Range: briefing.Range{Start: f.From, End: f.To}, Rule: f.Rule, Severity: f.Severity.String(), Message: f.Message,
		})
	}
	return all
}

// compare sets a statement beside one of the workspace, on any goroutine.
func (w *Window) compare(id string, this briefing.Statement, remarks []precedent.Remark) (compared, error) {
	office := w.archive.Office(w.config.Files)
	last, err := w.archive.Peek(id)
	if err != nil {
		return compared{}, err
	}
	ladder, err := precedent.FindLadder(office, this.Language)
	if err != nil {
		return compared{}, err
	}
	priorities, err := precedent.FindPriorities(office)
	if err != nil {
		return compared{}, err
	}
	c := compared{Comparison: precedent.Compare(last, this, ladder), last: last, this: this}
	c.Objections = precedent.Objections(last, this, remarks)
	c.Coverage = priorities.Coverage(last, this)
	return c, nil
}

// lookAtObjection puts a sentence under the officer's eyes.
func (w *Window) lookAtObjection(o precedent.Objection) {
	w.selectWords(o.At, o.Range.Start, o.Range.End)
}

// exportComparison asks where to write the paper for the clearance meeting.
func (w *Window) exportComparison(c compared) {
	w.askWhere(L("Comparison for the clearance meeting"), c.this.ID+" "+L("comparison")+".pdf", []string{".pdf"}, func(name string) {
		w.later(func() func() {
			err := w.writeComparison(name, c)
			return func() {
				if err != nil {
					w.fail(L("The file could not be written."), err)
					return
				}
				w.sent(name, "")
			}
		})
	})
}

// writeComparison sets the paper and writes it, on any goroutine.
func (w *Window) writeComparison(name string, c compared) error {
	office := w.archive.Office(w.config.Files)
	layout, err := precedent.FindLayout(office)
	if err != nil {
		return err
	}
	if c.Objections, err = w.objectionsOnPaper(c); err != nil {
		return err
	}
	s, t := layout.Paper(c.Comparison, c.last, c.this, c.template)
	sheet, err := page.FindSheet(office, t.Name)
	if err != nil {
		return err
	}
	doc, err := page.NewCompositor(w.config.Files).Compose(page.Job{Statement: s, Template: t, Sheet: sheet})
	if err != nil {
		return err
	}
	info := press.Info{Program: "Delegation Briefing " + w.config.Version}
	var pdf bytes.Buffer
	if err := press.WritePDF(&pdf, doc, info); err != nil {
		return err
	}
	return w.house.outbox.write(name, pdf.Bytes())
}

// objectionsOnPaper is what house style has against what was taken over, in the
// language of the statement, as the paper is: the window may speak another.
func (w *Window) objectionsOnPaper(c compared) ([]precedent.Objection, error) {
	office, lang := w.archive.Office(w.config.Files), c.this.Language
	g, err := style.FindGuide(office, c.template.Name, lang, "")
	if err != nil {
		return nil, err
	}
	if g, err = g.In(office, lang); err != nil {
		return nil, err
	}
	known := w.reader.known(c.this)
	known.Spelling, _ = style.FindSpelling(append(office, style.SystemSpelling()...), lang) // there may be none
	return precedent.Objections(c.last, c.this, asRemarks(style.Check(c.this, c.template, g, known))), nil
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
	if w.leave() && w.add(precedent.Start(w.draft.Statement(), w.desk.template)) {
		w.nameLater()
		w.goToMissing()
	}
}
