package window

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"fyne.io/fyne/v2"
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
	s.content.Resize(fyne.NewSize(900, 30))
	s.write(s.count, "300 words", widget.MediumImportance)
	s.saved(draft.State{Saved: true})
	if !s.count.Visible() {
		t.Error("nothing is counted")
	}
	s.saved(draft.State{Err: errors.New("the disk is gone")})
	if s.count.Visible() || !strings.HasSuffix(s.disk.Text, "the disk is gone") {
		t.Errorf("it says %q, and counts: %v", s.disk.Text, s.count.Visible())
	}
	s.saved(draft.State{Saved: true})
	if !s.count.Visible() {
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
	if a.status.count.Visible() || a.status.disk.Text != "" || a.side.panes[findingsPane].count != 0 || !a.menu.undo.shown.Disabled {
		t.Errorf("it says %q, counts: %v, %d remarks", a.status.disk.Text, a.status.count.Visible(), a.side.panes[findingsPane].count)
	}
	a.theStatement()
	if !a.status.count.Visible() {
		t.Error("nothing is counted on the next desk")
	}
}

// TestTheStateKeepsItsRoom in a narrow window: what is counted gives way.
func TestTheStateKeepsItsRoom(t *testing.T) {
	test.NewTempApp(t)
	s := newStatus(func(func()) {})
	s.write(s.count, "300 words", widget.MediumImportance)
	s.write(s.page, "2 pages", widget.MediumImportance)
	s.write(s.carried, "16 sentences carried over from last year", widget.MediumImportance)
	s.saved(draft.State{Saved: true})
	for width, want := range map[float32][3]bool{900: {true, true, true}, 400: {true, true, false}, 190: {true, false, false}} {
		s.content.Resize(fyne.NewSize(width, 30))
		if got := [3]bool{s.page.Visible(), s.count.Visible(), s.carried.Visible()}; got != want {
			t.Errorf("in %v are shown: %v, want %v", width, got, want)
		}
		if s.disk.Size().Width < s.disk.MinSize().Width {
			t.Errorf("in %v the state has %v", width, s.disk.Size())
		}
	}
}

// TestPeopleAreCounted: a name in a row is a word of the text that names it.
func TestPeopleAreCounted(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	before := a.status.count.Text
	a.at("heads", 1, "post")
	a.typed(" for one thing and another")
	if a.status.count.Text == before {
		t.Errorf("still %s", before)
	}
}
