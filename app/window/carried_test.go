package window

import (
	"path/filepath"
	"strings"
	"testing"

	"delegation-briefing/app/window/field"
	"delegation-briefing/briefing"
)

// carriedMarks counts the marks of carried-over sentences on the whole desk.
func (a *acting) carriedMarks() int {
	n := 0
	for _, f := range a.desk.fields {
		for _, m := range f.Marks() {
			if m.Kind == field.Carried {
				n++
			}
		}
	}
	return n
}

func TestCarriedSentencesWaitToBeConfirmed(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	if a.carriedMarks() != 0 || a.status.carried.Text != "" {
		t.Fatal("a statement from nowhere carries something over")
	}
	a.press("Next statement with this partner")
	all := len(a.carried)
	if all < 10 || a.carriedMarks() != all {
		t.Fatalf("%d are carried over, %d marked", all, a.carriedMarks())
	}
	if said := a.status.carried.Text; !strings.Contains(said, "sentences carried over from last year, 2 names to be confirmed") {
		t.Errorf("the status bar says %q", said)
	}

	a.at("multilateral", 0, "text")
	a.typed("X")
	if len(a.carried) != all-1 || a.carriedMarks() != all-1 {
		t.Errorf("a touched sentence is still marked: %d of %d", a.carriedMarks(), all)
	}
	a.press("Undo")
	if len(a.carried) != all {
		t.Errorf("after undo %d of %d", len(a.carried), all)
	}
}

func TestConfirmingGoesFromSentenceToSentence(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.press("Next statement with this partner")
	all := len(a.carried)
	a.goTo(briefing.Place{Section: "topics", Item: 1, Field: "text"}, 0)
	inTopic := len(a.carriedIn(a.desk.at))
	a.press("Confirm this sentence")
	if len(a.carried) != all-1 || len(a.carriedIn(topicPlace("topics", 1))) != inTopic-1 {
		t.Fatalf("%d of %d are left", len(a.carried), all)
	}
	if a.desk.at != topicPlace("topics", 1) || a.desk.offset == 0 {
		t.Errorf("the caret is at %v, %d, not at the next sentence", a.desk.at, a.desk.offset)
	}
	a.press("Confirm the topic")
	if len(a.carriedIn(topicPlace("topics", 1))) != 0 || a.desk.at != topicPlace("topics", 2) {
		t.Errorf("the caret is at %v", a.desk.at)
	}
	for range all {
		a.press("Confirm this sentence")
	}
	if len(a.carried) != 0 || a.carriedMarks() != 0 || len(a.draft.Statement().Carried) != 0 {
		t.Errorf("%d are left", len(a.carried))
	}
	a.press("Next carried-over sentence")
	if !strings.HasSuffix(a.status.disk.Text, "Nothing is left to confirm.") {
		t.Errorf("the status bar says %q", a.status.disk.Text)
	}
	for range all - inTopic + 2 {
		a.undo()
		if len(a.carried) == all {
			return
		}
	}
	t.Errorf("undo brought back %d of %d", len(a.carried), all)
}

// TestANameIsConfirmedFromItsRow: another post does not say whose it is; the
// officer does, from where she is.
func TestANameIsConfirmedFromItsRow(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.press("Next statement with this partner")
	all := len(a.carried)
	a.at("heads", 1, "post")
	a.typed("Deputy ")
	if len(a.carried) != all {
		t.Errorf("with a new post %d of %d wait", len(a.carried), all)
	}
	a.press("Confirm this sentence")
	if len(a.carried) != all-1 || len(a.carriedIn(briefing.Place{Section: "heads", Item: 1})) != 0 {
		t.Errorf("confirmed from the post of the row, %d of %d wait", len(a.carried), all)
	}
	a.press("Undo")
	if len(a.carried) != all {
		t.Errorf("after undo %d of %d wait", len(a.carried), all)
	}
}
