package window

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"delegation-briefing/briefing"
)

func TestFirstStartShowsTheSamples(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	if len(a.list.shown) == 0 || a.draft == nil {
		t.Fatal("there is nothing to try the program with")
	}
	a.until("pages", func() bool { return a.proof.doc != nil })
	if !strings.Contains(a.win.Title(), "Norland") {
		t.Errorf("the title is %q", a.win.Title())
	}
}

func TestTypingIsUndoneAcrossFields(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	opening, outcome := a.text("opening", 0, "text"), a.text("outcome", 0, "text")
	a.at("opening", 0, "text")
	a.typed(" One.")
	a.at("outcome", 0, "text")
	a.typed(" Two.")
	if a.text("opening", 0, "text") != opening+" One." || a.text("outcome", 0, "text") != outcome+" Two." {
		t.Fatal("what was typed is not in the draft")
	}
	if !strings.Contains(a.menu.undo.name, "Outcome") {
		t.Errorf("the menu says %q", a.menu.undo.name)
	}
	a.press("Undo")
	a.press(a.menu.undo.name[:4]) // the second, in the other field
	if a.text("opening", 0, "text") != opening || a.text("outcome", 0, "text") != outcome {
		t.Error("not all is as it was")
	}
	if got := a.desk.fields[briefing.Place{Section: "opening", Field: "text"}].Text(); got != opening {
		t.Errorf("the field shows %q", got)
	}
	a.press("Redo")
	if a.text("opening", 0, "text") != opening+" One." {
		t.Error("redo did not bring the words back")
	}
}

func TestTopicsComeGoAndMove(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	before := a.headings()
	first, rest, _ := strings.Cut(before, "; ")
	second, others, _ := strings.Cut(rest, "; ")

	a.at("topics", 1, "text")
	a.press("Move topic down")
	if got, want := a.headings(), second+"; "+first+"; "+others; got != want {
		t.Errorf("moved: %s, want %s", got, want)
	}
	if a.desk.at.Item != 2 {
		t.Errorf("the caret stayed in topic %d", a.desk.at.Item)
	}
	a.press("Add topic")
	a.typed("Trade")
	if got, want := a.headings(), second+"; "+first+"; Trade; "+others; got != want {
		t.Errorf("added: %s, want %s", got, want)
	}
	a.press("Fold topic")
	if a.desk.fields[topicPlace("topics", 3)].Visible() {
		t.Error("the folded topic is still open")
	}
	a.press("Remove topic")
	for range 3 {
		a.press("Undo")
	}
	a.press("Undo")
	if got := a.headings(); got != before {
		t.Errorf("after all undone: %s, want %s", got, before)
	}
}

func TestTheProofFollowsAndLeadsBack(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.until("pages", func() bool { return a.proof.doc != nil })
	first := a.proof.doc
	a.at("topics", 2, "text")
	a.typed(" Unmistakable.")
	a.until("new pages", func() bool { return a.proof.doc != first })
	at := briefing.Place{Section: "outcome", Field: "text"}
	a.goTo(at, 3)
	if f := a.desk.fields[at]; a.win.Canvas().Focused() != f || f.Caret() != 3 {
		t.Error("a click on the page did not lead to the words")
	}
}

func TestWordsAreOnTheDisk(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new")
	a := officerAt(t, dir)
	a.theStatement()
	a.at("opening", 0, "text")
	a.typed(" Kept.")
	a.press("Save now")
	data, err := os.ReadFile(a.archive.Path(a.draft.Statement().ID))
	if err != nil || !strings.Contains(string(data), " Kept.") {
		t.Errorf("the file does not have the words (%v)", err)
	}
}

func TestAFailedSaveKeepsTheWords(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new")
	a := officerAt(t, dir)
	a.theStatement()
	id := a.draft.Statement().ID
	folder := filepath.Dir(a.archive.Path(id))
	a.until("the folder is gone", func() bool { return os.Rename(folder, folder+"-gone") == nil }) // Windows first lets the list be read
	a.at("opening", 0, "text")
	a.typed(" Kept.")
	a.press("Save now")
	a.until("a word of it", func() bool { return strings.HasPrefix(a.status.disk.Text, "Not saved") })
	a.list.choose("another")
	if a.draft.Statement().ID != id || !strings.HasSuffix(a.text("opening", 0, "text"), " Kept.") {
		t.Error("the words are gone")
	}
	if err := os.Rename(folder+"-gone", folder); err != nil {
		t.Fatal(err)
	}
	if err := a.saver.Flush(); err != nil {
		t.Errorf("saved again: %v", err)
	}
}

func TestFilter(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.until("the list", func() bool { return len(a.list.shown) > 0 })
	all := len(a.list.shown)
	for typed, want := range map[string]int{"": all, "norland 2026": all, "brief": 1, "nowhere": 0} {
		a.list.filter.SetText(typed)
		if len(a.list.shown) != want {
			t.Errorf("%q shows %d, want %d", typed, len(a.list.shown), want)
		}
	}
}

func TestNextYearStandsBesideThisOne(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	last := a.draft.Statement()
	a.press("Next statement with this partner")
	if now := a.draft.Statement(); now.Edition != last.Edition+1 || now.ID == last.ID {
		t.Fatalf("edition %d of %s", now.Edition, now.ID)
	}
	a.at("topics", 1, "text")
	a.press("Remove topic")
	a.press("Last time")
	a.until("the comparison", func() bool { return len(a.lastYear.cards.column.Objects) > 1 })
	var words []string
	for _, o := range a.lastYear.cards.column.Objects {
		words = append(words, wordsOf(o)...)
	}
	for _, topic := range last.Section("topics").Topics {
		if !slices.Contains(words, topic.Heading) {
			t.Errorf("%q is not compared", topic.Heading)
		}
	}
}

func TestReplaceIsOneChange(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	before := a.draft.Statement()
	a.press("Replace…")
	a.finder.words.SetText("norland")
	n := len(a.finder.found)
	if n < 3 {
		t.Fatalf("found %d", n)
	}
	a.finder.with.SetText("Sudland")
	a.replace(a.finder.found)
	a.finder.search()
	if left := len(a.finder.found); left != 0 {
		t.Errorf("%d are left", left)
	}
	a.press("Undo")
	if after := a.draft.Statement(); after.Section("opening").Text != before.Section("opening").Text {
		t.Error("one undo did not take all back")
	}
}

func TestSomebodyElseChangedTheFile(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	path, theirs := a.bothWrite()
	if now, _ := os.ReadFile(path); string(now) != theirs {
		t.Error("their words were overwritten")
	}
	if !strings.HasSuffix(a.text("outcome", 0, "text"), " Mine.") {
		t.Error("my words are gone")
	}
	a.reloadAfter(func() bool { return a.takeTheirs(a.draft.Statement()) })
	if words := a.text("opening", 0, "text"); !strings.Contains(words, "very frank") {
		t.Errorf("theirs were taken, but the desk shows %q", words)
	}
	if now, _ := os.ReadFile(path); string(now) != string(theirs) {
		t.Error("their words were overwritten after they were taken")
	}
	_, copies := shelve(a.list.all, byDate).rows(a.draft.Statement().Partner, nil)
	if copies != 3 {
		t.Errorf("%d statements: mine were not kept as a copy", copies)
	}
}

// reloadAfter answers the question of whose words shall stand.
func (a *acting) reloadAfter(answer func() bool) {
	a.t.Helper()
	if !answer() {
		a.t.Fatal("it failed")
	}
	a.reload(a.draft.Statement().ID)
}

// TestTheLineOfFactsIsNotCutOff: it ends where the fields below it do.
func TestTheLineOfFactsIsNotCutOff(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	for _, width := range []float32{1440, 900, 1100} {
		a.win.Resize(fyne.NewSize(width, 800))
		a.at("opening", 0, "text")
		a.typed(" More words, and a line more of them, so that all is laid out again where it stood.")
		right := func(o fyne.CanvasObject) float32 {
			return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).X + o.Size().Width
		}
		opening := a.desk.fields[briefing.Place{Section: "opening", Field: "text"}]
		if line := right(a.desk.facts.line); line > right(opening) {
			t.Errorf("at %v the line ends at %v, the fields at %v", width, line, right(opening))
		}
	}
}

// TestTheKeysFollowTheStatement: what is typed after turning to another
// statement is written there, and never into the one before.
func TestTheKeysFollowTheStatement(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	for _, turn := range []struct {
		how string
		do  func()
	}{
		{"from the list", func() { a.show("2026-03-12-norland-brief") }},
		{"next year's", func() { a.theStatement(); a.press("Next statement with this partner") }},
		{"the tour", func() { a.press("Tour") }},
	} {
		a.theStatement()
		old := a.draft
		a.at("opening", 0, "text")
		turn.do()
		if a.draft == old {
			t.Fatalf("%s: the same statement is on the desk", turn.how)
		}
		before, new := old.Statement(), a.draft.Statement()
		a.typed("Q")
		if len(briefing.Diff(before, old.Statement())) > 0 {
			t.Errorf("%s: it was written into the statement before", turn.how)
		}
		if len(briefing.Diff(new, a.draft.Statement())) == 0 {
			t.Errorf("%s: what was typed is nowhere", turn.how)
		}
		old.Type(briefing.Place{Section: "opening", Field: "text"}, "words of the other")
		if f := a.desk.fields[briefing.Place{Section: "opening", Field: "text"}]; f != nil && f.Text() == "words of the other" {
			t.Errorf("%s: the desk shows words of the statement before", turn.how)
		}
	}
}
