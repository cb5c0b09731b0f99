package window

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"delegation-briefing/briefing"
)

// TestLooksChangeInTheMiddleOfAWord: nothing typed is lost, the caret stays
// where it is, and so does the pane.
func TestLooksChangeInTheMiddleOfAWord(t *testing.T) {
	quiet(t)
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.press("Versions")
	before := a.text("opening", 0, "text")
	a.at("opening", 0, "text")
	a.typed(" In")
	a.press("Light or dark")
	a.typed("ter")
	a.press("Larger text")
	a.typed("rup")
	a.press("Language…")
	a.picker.entry.SetText("français")
	a.picker.take()
	a.typed("tion")
	if got := a.text("opening", 0, "text"); got != before+" Interruption" {
		t.Errorf("what stands there is %q", strings.TrimPrefix(got, before))
	}
	if a.side.at != historyPane || !a.side.panes[historyPane].content.Visible() {
		t.Errorf("pane %d is shown", a.side.at)
	}
	if interfaceLanguage() != "fr" {
		t.Errorf("the window speaks %s", interfaceLanguage())
	}
	for range 4 {
		a.undo()
	}
	if got := a.text("opening", 0, "text"); got != before {
		t.Errorf("undo leaves %q", strings.TrimPrefix(got, before))
	}
}

func TestAnEmptyDeskSaysHowToBegin(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.clear()
	var names []string
	for _, o := range a.beginnings().Objects {
		names = append(names, o.(*button).Text)
	}
	if got := strings.Join(names, "; "); got != "New statement…   Ctrl+N; Import…   Ctrl+Shift+O; Tour" {
		t.Errorf("the desk offers %s", got)
	}
	test.Tap(a.beginnings().Objects[0].(*button))
	a.until("a new statement is asked for", func() bool { return a.win.Canvas().Overlays().Top() != nil })
}

// TestHintsOfTheFactsAreNoFacts: a hint that reads like a date or a marking
// would be taken for one.
func TestHintsOfTheFactsAreNoFacts(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	for _, name := range []string{"edition", "date", "end_date", "embargo"} {
		at := briefing.Place{Field: name}
		s := a.draft.Statement().Clone()
		if hint := a.desk.fields[at].Hint; hint == "" || s.SetText(at, hint) {
			t.Errorf("the hint of %s is %q", name, hint)
		}
	}
}

// TestAnotherLanguageLeavesAllAsItWas: what is folded, looked for, typed and
// looked at stays, and so does the view at the next start.
func TestAnotherLanguageLeavesAllAsItWas(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	topic := topicPlace("topics", 2)
	a.desk.showCards()
	a.desk.fold(topic)
	a.goToFact("embargo")
	a.typed("tomorrow")
	a.at("opening", 0, "text")
	a.find(true)
	a.finder.words.SetText("the")
	a.finder.with.SetText("a")
	a.Window.said.words.SetText("moratorium")
	a.list.filter.SetText("norland")
	a.proof.zoom(1.5)
	a.proof.face(true)
	a.parted[0].SetOffset(0.3)
	factor, facts, caret := a.proof.factor, a.desk.factsOpen, a.caret()
	a.app.Preferences().SetString(languageSetting, "fr")
	a.rebuild()
	t.Cleanup(func() { speak(a.config.Files, "en") })
	embargo, label := a.fact("embargo")
	for name, same := range map[string]bool{
		"fold of the topic": a.desk.folded[topic], "fold of the facts": a.desk.factsOpen == facts,
		"embargo": embargo == "tomorrow" && strings.HasSuffix(label.Text, "?"), "caret": a.caret() == caret,
		"finder": a.finder.content.Visible() && a.finder.words.Text == "the" && a.finder.with.Text == "a" && len(a.finder.found) > 0,
		"search": a.Window.said.words.Text == "moratorium", "filter": a.list.filter.Text == "norland",
		"pages": a.proof.factor == factor && a.proof.facing, "columns": a.parted[0].Offset == 0.3,
	} {
		if !same {
			t.Errorf("the %s is another", name)
		}
	}
}

// TestEveryWindowChangesItsLooks, wherever they are chosen: the language, and
// the size of the text with the room that cards have for it.
func TestEveryWindowChangesItsLooks(t *testing.T) {
	quiet(t)
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.press("New window")
	other := a.house.windows[1]
	defer other.close()
	at := topicPlace("topics", 1)
	a.desk.showCards()
	before := a.desk.cards[at].body.MinSize().Height
	other.textSize(1.5)
	if after := a.desk.cards[at].body.MinSize().Height; after <= before {
		t.Errorf("a card is %v high, before %v", after, before)
	}
	other.pickLanguage()
	other.picker.entry.SetText("français")
	other.picker.take()
	for _, w := range []*Window{a.Window, other} {
		if !strings.Contains(w.list.count.Text, "déclarations") || !strings.HasPrefix(w.status.disk.Text, "Enregistré") && w.draft != nil {
			t.Errorf("a window says %q and %q", w.list.count.Text, w.status.disk.Text)
		}
	}
}

// TestAnEmptyDeskInAnotherLanguage still says how to begin.
func TestAnEmptyDeskInAnotherLanguage(t *testing.T) {
	quiet(t)
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.clear()
	a.press("Language…")
	a.picker.entry.SetText("français")
	a.picker.take()
	if len(a.middle.Objects) == 0 {
		t.Error("the desk is blank")
	}
}
