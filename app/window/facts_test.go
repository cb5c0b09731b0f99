package window

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/briefing"
)

// writtenIn replaces what a fact says, as an officer types, and leaves it.
func (a *acting) writtenIn(fact, words string) {
	a.t.Helper()
	a.goToFact(fact)
	a.typed(words)
	a.key(fyne.KeyTab)
}

func (a *acting) fact(name string) (words string, label *widget.Label) {
	at := briefing.Place{Field: name}
	return a.desk.fields[at].Text(), a.desk.facts.names[at]
}

func TestDatesAsPeopleWriteThem(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	for _, words := range []string{"9 March 2028", "9 mars 2028", "9.3.2028", "2028-03-09"} {
		a.writtenIn("date", "1.1.2027")
		a.writtenIn("date", words)
		if got, _ := a.fact("date"); got != "9 March 2028" || a.draft.Statement().Date.String() != "2028-03-09" {
			t.Errorf("%q became %q, in the statement %v", words, got, a.draft.Statement().Date)
		}
	}
	a.app.Preferences().SetString(languageSetting, "fr")
	a.rebuild()
	t.Cleanup(func() { speak(a.config.Files, "en") })
	a.writtenIn("date", "2028-04-01")
	if got, _ := a.fact("date"); got != "1er avril 2028" || a.draft.Statement().Date.String() != "2028-04-01" {
		t.Errorf("in French it is %q, in the statement %v", got, a.draft.Statement().Date)
	}
}

// TestAFactThatCannotBeReadIsAskedFor as its language asks.
func TestAFactThatCannotBeReadIsAskedFor(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	t.Cleanup(func() { speak(a.config.Files, "en") })
	for lang, want := range map[string]string{"en": "Embargo?", "fr": "Embargo\u00a0?"} {
		a.app.Preferences().SetString(languageSetting, lang)
		a.rebuild()
		a.writtenIn("embargo", "tomorrow")
		if _, label := a.fact("embargo"); label.Text != want {
			t.Errorf("in %s it is named %q", lang, label.Text)
		}
	}
}

// TestAnEmbargoAsPeopleWriteIt: it stays in words, beside a date that does, but for
// one of another zone than here: in words it would be another time.
func TestAnEmbargoAsPeopleWriteIt(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	here := time.Date(2027, 12, 9, 19, 0, 0, 0, time.Local)
	_, offset := here.Zone()
	there := here.In(time.FixedZone("", offset+3600)).Format(briefing.EmbargoForm)
	for typed, want := range map[string]string{
		"9 December 2027 19:00":           "9 December 2027 19:00",
		"9.12.2027, 19h00":                "9 December 2027 19:00",
		here.Format(briefing.EmbargoForm): "9 December 2027 19:00",
		there:                             there,
	} {
		a.writtenIn("embargo", "")
		a.writtenIn("embargo", typed)
		if got, _ := a.fact("embargo"); got != want || !a.draft.Statement().Embargo.Equal(here) {
			t.Errorf("%q became %q, in the statement %v", typed, got, a.draft.Statement().Embargo)
		}
	}
	a.writtenIn("embargo", "9 December 2027 19:00")
	a.app.Preferences().SetString(languageSetting, "fr")
	a.rebuild()
	t.Cleanup(func() { speak(a.config.Files, "en") })
	if got, _ := a.fact("embargo"); got != "9 décembre 2027 19:00" {
		t.Errorf("in French it is %q", got)
	}
}

// TestAFactThatCannotBeReadStays as it was typed, with its name, and the status
// bar says how it is written.
func TestAFactThatCannotBeReadStays(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	was := a.draft.Statement().Edition
	for fact, words := range map[string]string{"edition": "eight", "date": "tomorrow", "language": "klingonish"} {
		a.writtenIn(fact, words)
		a.at("outcome", 0, "text")
		a.typed("x") // another state of the draft
		got, label := a.fact(fact)
		if got != words || label.Importance != widget.DangerImportance || !strings.HasPrefix(label.Text, a.desk.facts.called[briefing.Place{Field: fact}].name) {
			t.Errorf("%s shows %q, named %q", fact, got, label.Text)
		}
		if !strings.Contains(a.status.disk.Text, "cannot be read") {
			t.Errorf("%s: the status bar says %q", fact, a.status.disk.Text)
		}
	}
	if a.draft.Statement().Edition != was {
		t.Errorf("the edition became %d", a.draft.Statement().Edition)
	}
	a.writtenIn("edition", "9")
	if got, label := a.fact("edition"); got != "9" || label.Importance == widget.DangerImportance || strings.Contains(label.Text, "?") {
		t.Errorf("mended it shows %q, named %q", got, label.Text)
	}
	a.writtenIn("edition", "nine")
	a.draft.Change("edition", func(s *briefing.Statement) { s.Edition = 12 })
	if got, label := a.fact("edition"); got != "12" || strings.Contains(label.Text, "?") {
		t.Errorf("changed elsewhere it shows %q, named %q", got, label.Text)
	}
}

// TestWhatCannotBeReadOutlastsTheLayout: another topic or another size of the
// text does not take it away.
func TestWhatCannotBeReadOutlastsTheLayout(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.writtenIn("embargo", "tomorrow")
	a.at("topics", 1, "text")
	a.press("Add topic")
	a.textSize(1.2)
	if got, label := a.fact("embargo"); got != "tomorrow" || !strings.HasSuffix(label.Text, "?") {
		t.Errorf("it shows %q, named %q", got, label.Text)
	}
}

// TestUndoBeginsWithWhatCannotBeRead, where the caret is in it, and goes on with
// what was done before.
func TestUndoBeginsWithWhatCannotBeRead(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.writtenIn("edition", "9")
	a.draft.Pause()
	a.goToFact("edition")
	a.typed("nine")
	a.undo()
	if got, label := a.fact("edition"); got != "9" || strings.Contains(label.Text, "?") {
		t.Errorf("undo leaves %q, named %q", got, label.Text)
	}
	a.undo()
	if got := a.draft.Statement().Edition; got != 7 {
		t.Errorf("the second undo leaves %d", got)
	}
}

// TestTheFactsByKeyboard: the calendar, the countries and the status need no
// mouse, and a fact that is gone to is replaced by what is typed.
func TestTheFactsByKeyboard(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	over := a.win.Canvas().Overlays()
	a.press("Facts")
	a.typed("Sudland")
	if got := a.draft.Statement().Partner; got != "Sudland" {
		t.Errorf("the partner is %q", got)
	}
	a.key(fyne.KeyF4)
	a.until("the countries", func() bool { return over.Top() != nil })
	a.putAway()
	a.goToFact("end_date")
	a.press("Calendar…")
	c, ok := a.win.Canvas().Focused().(*calendar)
	if !ok || c.day.Format("2006-01-02") != a.draft.Statement().Date.String() {
		t.Fatalf("the calendar of the last day is %v", c)
	}
	a.key(fyne.KeyRight, fyne.KeyReturn)
	if s := a.draft.Statement(); s.EndDate.Day != s.Date.Day+1 {
		t.Errorf("the dialogue ends on %v", s.EndDate)
	}
	a.goToFact("title")
	a.key(fyne.KeyTab)
	if a.win.Canvas().Focused() != a.desk.facts.status {
		t.Errorf("Tab leads from the title to %T", a.win.Canvas().Focused())
	}
	a.win.Canvas().FocusNext()
	if f := a.desk.fields[a.desk.begin()]; a.win.Canvas().Focused() != f {
		t.Errorf("and on to %T", a.win.Canvas().Focused())
	}
	a.press("Status…")
	a.picker.entry.SetText("cleared")
	a.picker.take()
	a.until("it is cleared", func() bool { return a.draft.Statement().Status == briefing.Cleared })
	a.until("the cleared words are kept", func() bool { return slices.Contains(a.kept(a.draft.Statement().ID), "cleared") })
}

// TestADayLeavesTheKeysInItsField, wherever they were when its button was clicked.
func TestADayLeavesTheKeysInItsField(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.goToFact("partner")
	a.desk.facts.helps[briefing.Place{Field: "date"}]()
	a.key(fyne.KeyRight, fyne.KeyReturn)
	f := a.desk.fields[briefing.Place{Field: "date"}]
	if a.win.Canvas().Focused() != f || f.Caret() != len(f.Text()) {
		t.Errorf("the keys are in %v, the caret is at %d", a.desk.at, f.Caret())
	}
}

// TestAFactThatCannotBeReadIsNotMissedUnsaid: nothing goes to the press without
// it, and who turns to another statement is told.
func TestAFactThatCannotBeReadIsNotMissedUnsaid(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.goToFact("embargo")
	a.typed("tomorrow at seven")
	pdf := filepath.Join(t.TempDir(), "out.pdf")
	a.export(pdf)
	if a.win.Canvas().Overlays().Top() == nil || isFile(pdf) {
		t.Fatal("it was exported without its embargo")
	}
	a.key(fyne.KeyReturn)
	if a.win.Canvas().Focused() != a.desk.fields[briefing.Place{Field: "embargo"}] {
		t.Error("the keys are not where it is mended")
	}
	a.show("2026-03-12-norland-brief")
	if !strings.Contains(a.status.said, "tomorrow at seven") {
		t.Errorf("said is %q", a.status.said)
	}
	a.theStatement()
	a.goToFact("embargo")
	a.typed("12 March 2026 19:00")
	if a.export(pdf); !isFile(pdf) {
		t.Error("it was not exported")
	}
}

// TestAComplaintEndsWithItsCause: what is mended is not complained of, nor what
// is of another statement.
func TestAComplaintEndsWithItsCause(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	for _, mend := range []func(){
		func() { a.goToFact("edition"); a.typed("7") },
		func() { a.goToFact("edition"); a.typed("7"); a.focusText(); a.show("2026-03-12-norland-brief") },
	} {
		a.goToFact("edition")
		a.typed("many")
		a.goToFact("place")
		if !strings.Contains(a.status.said, "Edition") {
			t.Fatalf("said is %q", a.status.said)
		}
		if mend(); strings.Contains(a.status.said, "Edition") {
			t.Errorf("it is mended, and said is %q", a.status.said)
		}
	}
}

// TestNothingUnreadableIsClearedOrLostUnsaid.
func TestNothingUnreadableIsClearedOrLostUnsaid(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.goToFact("embargo")
	a.typed("tomorrow at seven")
	a.setStatus(briefing.Cleared)
	over := a.win.Canvas().Overlays()
	if s := a.draft.Statement(); s.Status == briefing.Cleared || over.Top() == nil {
		t.Fatal("it is cleared without its embargo")
	}
	a.closeTop()
	a.house.quit()
	if len(a.house.windows) != 1 || over.Top() == nil {
		t.Fatal("the words are gone unsaid")
	}
	a.focusText()
	a.key(fyne.KeyEscape)
	if a.desk.at.Field != "embargo" || a.win.Canvas().Focused() != a.desk.fields[a.desk.at] {
		t.Errorf("the keys are at %v", a.desk.at)
	}
	a.house.quit()
	a.answered("Close")
	if len(a.house.windows) != 0 {
		t.Error("the window does not close")
	}
}

// TestAFactHasNoSpaceAround what was pasted into it.
func TestAFactHasNoSpaceAround(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.goToFact("place")
	a.typed("Port Astrid ")
	if got := a.draft.Statement().Place; got != "Port Astrid" {
		t.Errorf("the place is %q", got)
	}
	a.focusText()
	if got := a.desk.fields[briefing.Place{Field: "place"}].Text(); got != "Port Astrid " && got != "Port Astrid" {
		t.Errorf("there stands %q", got)
	}
}

// TestNoWindowClosesBeforeTheQuestionIsAnswered: quitting is one thing.
func TestNoWindowClosesBeforeTheQuestionIsAnswered(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.press("New window")
	a.house.windows[1].show("2026-03-12-norland-brief")
	a.goToFact("embargo")
	a.typed("tomorrow at seven")
	a.house.quit()
	a.key(fyne.KeyEscape)
	if n := len(a.house.windows); n != 2 {
		t.Fatalf("%d windows are left", n)
	}
	a.house.quit()
	a.answered("Close")
	if len(a.house.windows) != 0 || len(a.app.Preferences().StringList(a.house.here(desksSetting))) != 2 {
		t.Errorf("left are %d, remembered %q", len(a.house.windows), a.app.Preferences().StringList(a.house.here(desksSetting)))
	}
}

// TestClearingAsksWhatIsOpen: the status stays until the officer has answered.
func TestClearingAsksWhatIsOpen(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	status := func() briefing.Status { return a.draft.Statement().Status }
	clear := func() {
		t.Helper()
		a.setStatus(briefing.Cleared)
		a.until("the question", func() bool { return a.win.Canvas().Overlays().Top() != nil })
		if status() != briefing.Draft || a.desk.facts.status.Selected != "draft" {
			t.Fatalf("it is %s, and %q stands there", status(), a.desk.facts.status.Selected)
		}
	}
	a.at("outcome", 0, "text")
	a.typed(" They met again on 31 June 2026.")
	clear() // before the house style has read it
	a.key(fyne.KeyEscape)
	if status() != briefing.Draft {
		t.Fatal("it was cleared by Escape")
	}

	clear()
	a.draft.Type(briefing.Place{Section: "opening", Field: "text"}, "They met on 31 April 2026.") // as another's words come in
	a.answered("Clear it")
	a.until("the question anew", func() bool { return a.win.Canvas().Overlays().Top() != nil })
	if status() != briefing.Draft || musts(a.findings.all) < 2 {
		t.Fatalf("with %d musts it is %s", musts(a.findings.all), status())
	}
	a.answered("Clear it")
	if status() != briefing.Cleared {
		t.Fatalf("it is %s", status())
	}
	a.setStatus(briefing.Published)
	if status() != briefing.Published {
		t.Errorf("who has cleared it is asked again")
	}
}

// TestWhatCannotBeCheckedIsAskedAbout before it is cleared.
func TestWhatCannotBeCheckedIsAskedAbout(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.findings.cannot(errors.New("style.toml: line 3"))
	if open := a.openPoints(); !strings.Contains(open, "style.toml: line 3") {
		t.Errorf("open is %q", open)
	}
	a.findings.set(nil, nil)
	if open := a.openPoints(); open != "" {
		t.Errorf("open is %q", open)
	}
}

// TestALanguageIsTakenWhole: the beginnings of a word that names none are languages too.
func TestALanguageIsTakenWhole(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	for words, want := range map[string]string{"klingonish": "en", "fr": "fr"} {
		a.press("Facts")
		f := a.desk.fields[briefing.Place{Field: "language"}]
		a.win.Canvas().Focus(f)
		f.Select(0, len(f.Text()))
		a.typed(words)
		a.at("outcome", 0, "text")
		if got := a.draft.Statement().Language; got != want {
			t.Errorf("%s: the language is %q, want %q", words, got, want)
		}
		a.draft.Change("back", func(s *briefing.Statement) { s.Language = "en" })
	}
	f := a.desk.fields[briefing.Place{Field: "language"}]
	a.win.Canvas().Focus(f)
	f.Select(0, len(f.Text()))
	a.typed("de")
	if !a.leave() || a.draft.Statement().Language != "de" {
		t.Errorf("who leaves the statement from there leaves it in %q", a.draft.Statement().Language)
	}
}
