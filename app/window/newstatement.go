package window

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/briefing"
)

// newStatement asks for a template, a language and the partner, and begins a
// statement of them.
func (w *Window) newStatement() {
	all, err := w.archive.Office(w.config.Files).Templates()
	if err != nil {
		w.fail(L("A template cannot be read."), err)
	}
	if len(all) == 0 {
		return
	}
	q := newQuestion(all, w.writingLanguage())
	q.partner.onKey = func(k *fyne.KeyEvent) bool {
		if k.Name == fyne.KeyF4 {
			w.pickCountry(q.template().Name, q.language(), q.setPartner)
		}
		return k.Name == fyne.KeyF4
	}
	w.ask(L("New statement"), L("Begin"), q.form, q.partner, func() {
		w.app.Preferences().SetString(writingSetting, q.language())
		w.begin(q.template().NewIn(q.language(), ""), strings.TrimSpace(q.partner.Text))
	})
}

// writingLanguage is the language that the next statement will most likely be
// in: that of the one on the desk, or of the one begun last.
func (w *Window) writingLanguage() string {
	if w.draft != nil && w.draft.Statement().Language != "" {
		return w.draft.Statement().Language
	}
	return w.app.Preferences().StringWithFallback(writingSetting, interfaceLanguage())
}

// question is what a new statement begins with.
type question struct {
	form      fyne.CanvasObject
	templates []briefing.Template
	which     *selector
	note      *widget.Label
	spoken    *selector
	partner   *entry
	wished    string // the language that was chosen last
}

func newQuestion(templates []briefing.Template, wished string) *question {
	q := &question{templates: templates, wished: wished, note: paragraph(""), partner: newEntry()}
	var titles []string
	for _, t := range templates {
		titles = append(titles, t.TitleIn(interfaceLanguage()))
	}
	q.spoken = newSelector(nil, func(string) { q.wished = q.language() })
	q.which = newSelector(titles, func(string) { q.turn() })
	q.partner.SetPlaceHolder(L("country or organisation (F4 lists countries)"))
	q.form = container.NewVBox(
		named(widget.NewLabel(L("Template")), q.which), container.NewGridWrap(q.noteSize(), q.note),
		named(widget.NewLabel(L("Language")), q.spoken),
		named(widget.NewLabel(L("Partner")), q.partner),
	)
	q.which.SetSelectedIndex(max(0, slices.IndexFunc(templates, func(t briefing.Template) bool { return t.Name == "eu-statement" })))
	return q
}

// noteSize is the room that the longest note needs, so that choosing a template
// moves nothing.
func (q *question) noteSize() fyne.Size {
	size := fyne.NewSize(ems(33), 0)
	for _, t := range q.templates {
		size.Height = max(size.Height, heightOf(paragraph(t.NoteIn(interfaceLanguage())), size.Width))
	}
	return size
}

func (q *question) template() briefing.Template { return q.templates[q.which.SelectedIndex()] }

func (q *question) language() string {
	return q.template().Languages()[max(0, q.spoken.SelectedIndex())]
}

// setPartner writes a partner, to be written on.
func (q *question) setPartner(name string) {
	q.partner.SetText(name)
	q.partner.CursorColumn = utf8.RuneCountInString(name)
	q.partner.Refresh()
}

// turn shows what there is to know and to choose about a template.
func (q *question) turn() {
	q.note.SetText(q.template().NoteIn(interfaceLanguage()))
	languages, wished := q.template().Languages(), q.wished
	var names []string
	for _, code := range languages {
		names = append(names, languageName(code))
	}
	q.spoken.SetOptions(names)
	q.spoken.SetSelectedIndex(max(0, slices.Index(languages, wished)))
	q.wished = wished // again, for a template that has it
}

// begin begins a statement and puts the caret where the first fact is missing.
func (w *Window) begin(s briefing.Statement, partner string) {
	s.Partner = partner
	if w.add(s) {
		w.nameLater()
		w.goToMissing()
	}
}

// goToMissing puts the caret into the first of the facts that is missing and
// that texts need.
func (w *Window) goToMissing() {
	for _, fact := range []string{"partner", "kind", "edition", "place", "date"} {
		at := briefing.Place{Field: fact}
		if words, _ := w.draft.Statement().Text(at); words == "" {
			w.goTo(at, 0)
			return
		}
	}
}
