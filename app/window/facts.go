package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/draft"
)

// facts is the form above the text. It is folded while nobody needs it and
// shows the facts in a line then.
type facts struct {
	content *fyne.Container
	draft   *draft.Draft
	line    *widget.Button
	form    *fyne.Container
	entries map[string]*entry
	status  *widget.Select
	telling bool // the form is being set, not typed in
	resized func()
}

// shownFacts are the facts on the form with what they are called and how they
// are written.
func shownFacts() [][3]string {
	return [][3]string{
		{"partner", L("Partner"), L("country or organisation")},
		{"kind", L("Dialogue"), "Human Rights Dialogue"},
		{"edition", L("Edition"), "16"},
		{"date", L("Date"), "2026-03-06"},
		{"end_date", L("Until"), "2026-03-07"},
		{"place", L("Place"), L("city")},
		{"mode", L("Format"), L("by videoconference")},
		{"reference", L("Reference"), "260306_4"},
		{"language", L("Language"), "en"},
		{"embargo", L("Embargo"), "2026-03-06 15:00 +01:00"},
		{"marking", L("Marking"), "LIMITED"},
		{"title", L("Title"), L("where it differs from the headline")},
	}
}

func newFacts(d *draft.Draft, resized func()) *facts {
	f := &facts{draft: d, resized: resized, entries: map[string]*entry{}}
	f.line = widget.NewButtonWithIcon("", theme.MenuDropDownIcon(), f.toggle)
	f.line.Alignment, f.line.Importance = widget.ButtonAlignLeading, widget.LowImportance
	var rows []fyne.CanvasObject
	for _, fact := range shownFacts() {
		rows = append(rows, widget.NewLabel(fact[1]), f.entry(fact[0], fact[2]))
	}
	f.status = widget.NewSelect(nil, func(choice string) {
		if !f.telling {
			d.Pause()
			d.Type(briefing.Place{Field: "status"}, choice)
		}
	})
	for _, s := range briefing.Statuses() {
		f.status.Options = append(f.status.Options, string(s))
	}
	rows = append(rows, widget.NewLabel(L("Status")), f.status)
	f.form = container.New(halves{}, pairs(rows)...)
	f.form.Hide()
	f.content = container.New(column{gap: 2}, f.line, f.form)
	f.update(d.Statement())
	return f
}

// pairs puts each label beside what it names.
func pairs(objects []fyne.CanvasObject) []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for i := 0; i+1 < len(objects); i += 2 {
		all = append(all, container.NewBorder(nil, nil,
			container.NewGridWrap(fyne.NewSize(86, objects[i].MinSize().Height), objects[i]), nil, objects[i+1]))
	}
	return all
}

func (f *facts) entry(name, example string) *entry {
	at := briefing.Place{Field: name}
	e := newEntry()
	e.SetPlaceHolder(example)
	e.AlwaysShowValidationError = true
	e.Validator = func(text string) error {
		probe := f.draft.Statement()
		if !probe.SetText(at, text) {
			return errNotAFact
		}
		return nil
	}
	e.OnChanged = func(text string) {
		if !f.telling {
			f.draft.Type(at, text)
		}
	}
	f.entries[name] = e
	return e
}

// update shows the facts of a state. What cannot be read as a fact yet stays
// as it was typed.
func (f *facts) update(s briefing.Statement) {
	f.telling = true
	defer func() { f.telling = false }()
	for name, e := range f.entries {
		at := briefing.Place{Field: name}
		now, _ := s.Text(at)
		typed := s
		if typed.SetText(at, e.Text) {
			if meant, _ := typed.Text(at); meant == now {
				continue
			}
		} else if e.Text != "" && focused(e) {
			continue
		}
		e.SetText(now)
	}
	f.status.SetSelected(string(s.Status))
	f.line.SetText(factsLine(s))
}

func focused(e *entry) bool {
	c := fyne.CurrentApp().Driver().CanvasForObject(e)
	return c != nil && c.Focused() == e
}

// factsLine is the dialogue in one line.
func factsLine(s briefing.Statement) string {
	var parts []string
	for _, p := range []string{s.Partner, briefing.Ordinal(s.Edition, "en") + " " + s.Kind, s.When(), s.Place, string(s.Status)} {
		if p = strings.TrimSpace(p); p != "" {
			parts = append(parts, p)
		}
	}
	if len(parts) == 0 {
		return L("Facts")
	}
	return strings.Join(parts, " · ")
}

func (f *facts) toggle() {
	if f.form.Visible() {
		f.form.Hide()
	} else {
		f.form.Show()
	}
	f.content.Refresh()
	f.resized()
}

// open shows the form with the caret in a fact.
func (f *facts) open(name string) {
	f.form.Show()
	f.content.Refresh()
	f.resized()
	if e := f.entries[name]; e != nil {
		if c := fyne.CurrentApp().Driver().CanvasForObject(f.content); c != nil {
			c.Focus(e)
		}
	}
}
