package window

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/briefing/draft"
)

// TestTheStatusNeverWidensTheWindow, however long what it says.
func TestTheStatusNeverWidensTheWindow(t *testing.T) {
	test.NewTempApp(t)
	s := newStatus(func(func()) {})
	before := s.content.MinSize()
	s.say(strings.Repeat("a long story ", 60))
	if after := s.content.MinSize(); after.Width > before.Width {
		t.Errorf("it wants %v, before %v", after, before)
	}
}

// TestWhatWasSaidGoesAfterAWhile, and the word that all is saved stays.
func TestWhatWasSaidGoesAfterAWhile(t *testing.T) {
	quiet(t)
	test.NewTempApp(t)
	synctest.Test(t, func(t *testing.T) {
		later := make(chan func(), 10)
		s := newStatus(func(f func()) { later <- f })
		s.saved(draft.State{Saved: true})
		s.warn("three gaps")
		if s.disk.Text != "Saved  ·  three gaps" || s.disk.Importance != widget.WarningImportance {
			t.Errorf("it says %q, %d", s.disk.Text, s.disk.Importance)
		}
		time.Sleep(saidFor + time.Second)
		synctest.Wait()
		(<-later)()
		if s.disk.Text != "Saved" || s.disk.Importance != widget.MediumImportance {
			t.Errorf("after a while it says %q, %d", s.disk.Text, s.disk.Importance)
		}
		s.say("importing")
		s.say("")
		if s.disk.Text != "Saved" {
			t.Errorf("taken back, it says %q", s.disk.Text)
		}
	})
}

// TestAReasonHasAllTheRoom: why the words are not saved is read to its end.
func TestAReasonHasAllTheRoom(t *testing.T) {
	test.NewTempApp(t)
	s := newStatus(func(func()) {})
	s.saved(draft.State{Saved: true})
	if !s.counts.Visible() {
		t.Error("nothing is counted")
	}
	s.saved(draft.State{Err: errors.New("the disk is gone")})
	if s.counts.Visible() || !strings.HasSuffix(s.disk.Text, "the disk is gone") {
		t.Errorf("it says %q, and counts: %v", s.disk.Text, s.counts.Visible())
	}
	s.saved(draft.State{Saved: true})
	if !s.counts.Visible() {
		t.Error("nothing is counted any more")
	}
}

func TestAnEmptyDeskSaysNothingOfTheStatementThatIsGone(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.at("outcome", 0, "text")
	a.typed(" It was was said.")
	a.until("remarks", func() bool { return len(a.findings.all) > 0 })
	a.clear()
	if a.status.counts.Visible() || a.status.disk.Text != "" || a.side.panes[findingsPane].count != 0 || !a.undoItem.Disabled {
		t.Errorf("it says %q, counts: %v, %d remarks", a.status.disk.Text, a.status.counts.Visible(), a.side.panes[findingsPane].count)
	}
	a.theStatement()
	if !a.status.counts.Visible() {
		t.Error("nothing is counted on the next desk")
	}
}
