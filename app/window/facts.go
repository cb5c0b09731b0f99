package window

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"golang.org/x/text/language"

	"delegation-briefing/app/window/field"
	"delegation-briefing/briefing"
	"delegation-briefing/briefing/intake"
)

// facts is the form above the text. It is folded while nobody needs it and
// shows the facts in a line then.
type facts struct {
	content *fyne.Container
	fold    *button
	line    *widget.Label
	form    *fyne.Container
	called  map[briefing.Place]fact
	names   map[briefing.Place]*widget.Label
	helps   map[briefing.Place]func() // a calendar, a list of countries
	status  *selector
	telling bool // the form is being set, not used
}

// fact is a line of the form: its key in the file, what it is called, what its
// empty field says, and an example where that is none.
type fact struct{ key, name, hint, example string }

// written says how a fact is written.
func (f fact) written() string { return cmp.Or(f.example, f.hint) }

func shownFacts() []fact {
	return []fact{
		{key: "partner", name: L("Partner"), hint: L("country or organisation")},
		{key: "kind", name: L("Dialogue"), hint: L("kind of dialogue")},
		{key: "edition", name: L("Edition"), hint: L("number")},
		{key: "place", name: L("Place"), hint: L("city")},
		{key: "date", name: L("Date"), hint: L("day month year"), example: L("9 March 2028")},
		{key: "end_date", name: L("Until"), hint: L("day month year"), example: L("10 March 2028")},
		{key: "mode", name: L("Format"), hint: L("by videoconference")},
		{key: "reference", name: L("Reference"), hint: L("if it has one")},
		{key: "language", name: L("Language"), hint: L("code: en, fr …")},
		{key: "marking", name: L("Marking"), hint: L("if restricted")},
		{key: "embargo", name: L("Embargo"), hint: L("day month year hh:mm"), example: L("9 March 2028 19:00")},
		{key: "title", name: L("Title"), hint: L("where it differs from the headline")},
	}
}

// makeFacts makes the form. Its fields are the desk's, like those of the text.
func (k *desk) makeFacts(old fields) *facts {
	f := &facts{called: map[briefing.Place]fact{}, names: map[briefing.Place]*widget.Label{}, helps: map[briefing.Place]func(){}}
	toggle := func() { k.foldFacts(f.form.Visible()) }
	f.fold = tool(theme.MenuDropDownIcon(), true, toggle)
	f.line = widget.NewLabel("")
	f.line.TextStyle.Bold, f.line.Truncation = true, fyne.TextTruncateEllipsis
	var rows []fyne.CanvasObject
	for _, shown := range shownFacts() {
		at := briefing.Place{Field: shown.key}
		input := k.field(at, shown.hint, old)
		input.Faces = field.Faces{}
		input.OnChanged = func(words string) { k.readFact(f, at, words) }
		f.called[at], f.names[at] = shown, widget.NewLabel(shown.name)
		rows = append(rows, named(f.names[at], input, k.helpWith(at, f)...))
	}
	rows = append(rows, named(widget.NewLabel(L("Status")), k.makeStatus(f)))
	f.form = container.New(halves, rows...)
	f.content = container.New(column{gap: 2}, container.New(row{}, newTappable(f.fold, f.line, toggle)), f.form)
	return f
}

func (k *desk) makeStatus(f *facts) *selector {
	f.status = newSelector(nil, func(string) {
		if !f.telling {
			k.events.status(briefing.Statuses()[f.status.SelectedIndex()])
		}
	})
	f.status.opens = true // a version is kept of what is cleared
	for _, s := range briefing.Statuses() {
		f.status.Options = append(f.status.Options, statusName(s))
	}
	return f.status
}

// helpWith makes the button that offers what a fact can be: a day, a country.
// The key F4 does the same in its field.
func (k *desk) helpWith(at briefing.Place, f *facts) []fyne.CanvasObject {
	set := func(words string) {
		k.draft.Pause()
		k.draft.Type(at, words)
	}
	var b *button
	switch at.Field {
	case "date", "end_date":
		b = tool(theme.CalendarIcon(), true, func() {
			pickDay(b, k.day(at), func(d briefing.Date) {
				set(d.String())
				k.focus(k.goTo(at, len(k.fields[at].Text())))
			})
		})
	case "partner":
		b = tool(theme.SearchIcon(), true, func() { k.events.partner(set) })
	default:
		return nil
	}
	f.helps[at] = b.OnTapped
	return []fyne.CanvasObject{b}
}

// day is that of a fact. A dialogue that has no last day yet ends when it
// begins.
func (k *desk) day(at briefing.Place) briefing.Date {
	s := k.draft.Statement()
	if at.Field == "end_date" && !s.EndDate.IsZero() {
		return s.EndDate
	}
	return s.Date
}

// help offers what a fact can be, and reports whether there is something.
func (f *facts) help(at briefing.Place) bool {
	do := f.helps[at]
	if do != nil {
		do()
	}
	return do != nil
}

// readFact takes what is typed into a fact, and says where it cannot be read. A language
// is taken when it is left: the beginnings of words are languages too.
func (k *desk) readFact(f *facts, at briefing.Place, words string) {
	meant, ok := meaning(at, words)
	if at.Field == "language" {
		f.tell(at, ok)
		return
	}
	ok = ok && k.draft.Type(at, meant)
	f.tell(at, ok)
	if ok {
		k.events.clear(f.called[at])
	}
}

// takeBackRefused takes back what stands in the fact at the caret and cannot be
// read, and reports whether there was any: it came after all that undo knows.
func (k *desk) takeBackRefused() bool {
	at := k.at
	if !slices.ContainsFunc(k.unread(), func(f fact) bool { return at == briefing.Place{Field: f.key} }) {
		return false
	}
	k.fields[at].SetText(inField(k.draft.Statement(), at))
	k.facts.tell(at, true)
	k.events.clear(k.facts.called[at])
	return true
}

// takeLanguage takes the language that stands in its field, where the keys may be yet.
func (k *desk) takeLanguage() {
	at := briefing.Place{Field: "language"}
	if meant, ok := meaning(at, k.fields[at].Text()); ok {
		k.draft.Type(at, meant)
	}
}

// unread are the facts whose words cannot be read: they stand in no file and on
// no page.
func (k *desk) unread() []fact {
	var all []fact
	for _, shown := range shownFacts() {
		at := briefing.Place{Field: shown.key}
		meant, ok := meaning(at, k.fields[at].Text())
		if trial := k.draft.Statement().Clone(); !ok || !trial.SetText(at, meant) {
			all = append(all, shown)
		}
	}
	return all
}

// written is what stands in a fact's field.
func (k *desk) written(f fact) string { return k.fields[briefing.Place{Field: f.key}].Text() }

// meaning is what words mean as a fact: a day may be written as people do.
func meaning(at briefing.Place, words string) (meant string, ok bool) {
	words = strings.TrimSpace(words)
	switch at.Field {
	case "date", "end_date":
		if d, ok := intake.ReadDate(words); ok {
			return d.String(), true
		}
	case "embargo":
		if t, ok := intake.ReadMoment(words, time.Local); ok {
			return t.Format(briefing.EmbargoForm), true
		}
	case "language":
		_, err := language.Parse(words)
		return words, err == nil || words == ""
	}
	return words, true
}

// inField is how the text at a place stands in its field: as in the file, but a day
// as people write it, in the language of the window. What would not be read as the same
// again, such as a time of another zone than here, stays as in the file.
func inField(s briefing.Statement, at briefing.Place) string {
	words, _ := s.Text(at)
	if !isDay(at) {
		return words
	}
	said := saidDay(at, words)
	if meant, ok := meaning(at, said); ok && meant == words {
		return said
	}
	return words
}

// saidDay says a day of the file, or a day and a time, as people do.
func saidDay(at briefing.Place, words string) string {
	if at.Field == "embargo" {
		t, err := time.Parse(briefing.EmbargoForm, words)
		if err != nil {
			return words
		}
		return day(briefing.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}) + t.Format(" 15:04")
	}
	d, err := briefing.ParseDate(words)
	if err != nil {
		return words
	}
	return day(d)
}

// isDay reports whether a place is a fact that names a day, be it with a time.
func isDay(at briefing.Place) bool {
	return at.Section == "" && (at.Field == "date" || at.Field == "end_date" || at.Field == "embargo")
}

// leaveFact writes a fact in full, or says how it is to be written.
func (k *desk) leaveFact(at briefing.Place) {
	f := k.fields[at]
	if meant, ok := meaning(at, f.Text()); ok && k.draft.Type(at, meant) {
		f.SetText(inField(k.draft.Statement(), at))
		k.facts.tell(at, true)
		k.events.clear(k.facts.called[at])
		return
	}
	k.facts.tell(at, false)
	k.events.unclear(k.facts.called[at])
}

// statusName is a status in the language of the window.
func statusName(s briefing.Status) string {
	switch s {
	case briefing.Cleared:
		return L("cleared")
	case briefing.Published:
		return L("published")
	}
	return L("draft")
}

// named puts a name before what it names.
func named(name *widget.Label, o fyne.CanvasObject, more ...fyne.CanvasObject) fyne.CanvasObject {
	room := nameRoom()
	name.SizeName = theme.SizeNameCaptionText
	return container.New(row{stretch: 1}, append([]fyne.CanvasObject{container.NewGridWrap(fyne.NewSize(room, name.MinSize().Height), name), o}, more...)...)
}

// nameRoom is how wide the names of facts stand, with the mark of one that cannot be
// read: no wider than they need, for what is beside them.
func nameRoom() (room float32) {
	name := small()
	for _, f := range shownFacts() {
		name.SetText(L("%s?", f.name))
		room = max(room, name.MinSize().Width)
	}
	return room
}

// tell says beside a fact whether it can be read.
func (f *facts) tell(at briefing.Place, readable bool) {
	label, name := f.names[at], f.called[at].name
	importance := widget.MediumImportance
	if !readable {
		importance, name = widget.DangerImportance, L("%s?", name)
	}
	if label.Text != name || label.Importance != importance {
		label.Importance = importance
		label.SetText(name)
	}
}

// update shows what of a state is not shown by the fields themselves.
func (f *facts) update(s briefing.Statement) {
	f.telling = true
	defer func() { f.telling = false }()
	if name := statusName(s.Status); f.status.Selected != name {
		f.status.SetSelected(name)
	}
	if line := factsLine(s); f.line.Text != line {
		f.line.SetText(line)
	}
}

// stale reports whether a field shows something else than the statement has.
// What cannot be read as a fact stays as it was typed until the fact changes.
func (k *desk) stale(before, s briefing.Statement, at briefing.Place, f *field.Field) bool {
	now, ok := s.Text(at)
	if !ok || now == f.Text() {
		return false
	}
	if at.Section != "" {
		return shownAs(at, now) != shownAs(at, f.Text())
	}
	typed := s
	if words, ok := meaning(at, f.Text()); !ok || !typed.SetText(at, words) {
		was, _ := before.Text(at)
		return was != now
	}
	meant, _ := typed.Text(at)
	return meant != now
}

// factsLine is the dialogue in one line.
func factsLine(s briefing.Statement) string {
	var parts []string
	for _, p := range []string{s.Partner, briefing.Ordinal(s.Edition, s.Language) + " " + s.Kind, s.When(), s.Place} {
		if p = strings.TrimSpace(p); p != "" {
			parts = append(parts, p)
		}
	}
	if len(parts) == 0 {
		return L("Facts")
	}
	return sideBySide(parts)
}

// foldFacts folds the form, or opens it.
func (k *desk) foldFacts(fold bool) {
	k.factsOpen = !fold
	for _, shown := range shownFacts() {
		if f := k.fields[briefing.Place{Field: shown.key}]; fold {
			f.Hide()
		} else {
			f.Show()
		}
	}
	if fold {
		k.facts.form.Hide()
		k.facts.fold.SetIcon(theme.MenuExpandIcon())
	} else {
		k.facts.form.Show()
		k.facts.fold.SetIcon(theme.MenuDropDownIcon())
	}
	k.settle()
}
