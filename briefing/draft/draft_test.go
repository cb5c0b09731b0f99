package draft_test

import (
	"errors"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/draft"
)

var (
	opening = briefing.Place{Section: "opening", Field: "text"}
	partner = briefing.Place{Field: "partner"}
)

func open() *draft.Draft {
	return draft.Open(briefing.Statement{Sections: []briefing.Section{{Key: "opening"}}})
}

func text(d *draft.Draft, at briefing.Place) string {
	words, _ := d.Statement().Text(at)
	return words
}

func TestUndoAcrossPlaces(t *testing.T) {
	d := open()
	d.Type(opening, "O")
	d.Type(opening, "On")
	d.Type(partner, "Norland")
	d.Change("empty the opening", func(s *briefing.Statement) { s.SetText(opening, "") })

	steps := []struct{ name, opening, partner string }{
		{"empty the opening", "On", "Norland"},
		{"typing", "On", ""},
		{"typing", "", ""},
	}
	for _, want := range steps {
		if edit, ok := d.Undo(); !ok || edit.Name != want.name {
			t.Errorf("undid %q, %v, want %q", edit.Name, ok, want.name)
		}
		if text(d, opening) != want.opening || text(d, partner) != want.partner {
			t.Errorf("after undoing %q: %q, %q", want.name, text(d, opening), text(d, partner))
		}
	}
	if _, ok := d.Undo(); ok {
		t.Error("undid more than was done")
	}
	d.Redo()
	if text(d, opening) != "On" || d.CanRedo() != (draft.Edit{Name: "typing", At: partner}) {
		t.Errorf("redone %q, next %v", text(d, opening), d.CanRedo())
	}
	d.Type(opening, "On 6 March")
	if d.CanRedo() != (draft.Edit{}) {
		t.Error("a new edit leaves something to redo")
	}
}

func TestPauseParts(t *testing.T) {
	d := open()
	d.Type(opening, "one")
	d.Pause()
	d.Type(opening, "one two")
	d.Undo()
	if text(d, opening) != "one" {
		t.Errorf("undid to %q", text(d, opening))
	}
}

func TestTypeRefusesWhatAFactCannotBe(t *testing.T) {
	d := open()
	if d.Type(briefing.Place{Field: "edition"}, "many") {
		t.Error("many is an edition")
	}
	if d.CanUndo() != (draft.Edit{}) {
		t.Error("a refused edit can be undone")
	}
}

func TestSnapshotsStay(t *testing.T) {
	d := open()
	d.Type(opening, "before")
	snapshot := d.Statement()
	d.Type(opening, "after")
	if got, _ := snapshot.Text(opening); got != "before" {
		t.Errorf("the snapshot reads %q", got)
	}
}

// disk takes down what is saved and when, and can be made to fail.
type disk struct {
	mu    sync.Mutex
	start time.Time
	log   []string
	err   error
	told  []draft.State
}

func (k *disk) fail(err error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.err = err
}

func (k *disk) tell(s draft.State) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.told = append(k.told, s)
}

func (k *disk) save(s briefing.Statement) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	words, _ := s.Text(opening)
	k.log = append(k.log, time.Since(k.start).String()+" "+words)
	return k.err
}

func TestAutosave(t *testing.T) {
	tests := []struct {
		name string
		act  func(*draft.Draft, *draft.Autosaver)
		want []string
	}{
		{"at rest", func(d *draft.Draft, _ *draft.Autosaver) {
			d.Type(opening, "a")
			time.Sleep(600 * time.Millisecond)
			d.Type(opening, "ab")
			time.Sleep(5 * time.Second)
		}, []string{"1.6s ab"}},
		{"while typing goes on", func(d *draft.Draft, _ *draft.Autosaver) {
			for range 24 {
				d.Type(opening, text(d, opening)+"x")
				time.Sleep(490 * time.Millisecond)
			}
		}, []string{"2s xxxxx", "4.45s xxxxxxxxxx"}},
		{"at once on leaving", func(d *draft.Draft, a *draft.Autosaver) {
			d.Type(opening, "a")
			a.Flush()
			time.Sleep(5 * time.Second)
		}, []string{"0s a"}},
		{"nothing twice", func(d *draft.Draft, a *draft.Autosaver) {
			d.Type(opening, "a")
			a.Flush()
			a.Flush()
			d.Type(opening, "a")
			time.Sleep(5 * time.Second)
		}, []string{"0s a"}},
		{"not what came from the disk", func(d *draft.Draft, a *draft.Autosaver) {
			theirs := d.Statement().Clone()
			theirs.SetText(opening, "theirs")
			a.Settle(func() bool { d.TakeIn(theirs); return true })
			time.Sleep(20 * time.Second)
			d.Type(opening, "theirs and mine")
			time.Sleep(5 * time.Second)
		}, []string{"21s theirs and mine"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				k := &disk{start: time.Now()}
				d := open()
				a := d.Autosave(k.save, nil)
				test.act(d, a)
				synctest.Wait()
				k.mu.Lock()
				defer k.mu.Unlock()
				if len(k.log) < len(test.want) {
					t.Fatalf("saved %q, want %q", k.log, test.want)
				}
				for i, want := range test.want {
					if k.log[i] != want {
						t.Errorf("saved %q, want %q", k.log, test.want)
					}
				}
			})
		})
	}
}

func TestFailedSaveIsSaidAndTriedAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := &disk{start: time.Now(), err: errors.New("disk full")}
		d := open()
		a := d.Autosave(k.save, k.tell)
		d.Type(opening, "a")
		time.Sleep(2 * time.Second)
		synctest.Wait()
		if s := a.State(); s.Saved || s.Err == nil {
			t.Errorf("state is %+v", s)
		}
		k.fail(nil)
		time.Sleep(15 * time.Second)
		synctest.Wait()
		if s := a.State(); !s.Saved || s.Err != nil {
			t.Errorf("state is %+v after the disk has room", s)
		}
		k.mu.Lock()
		defer k.mu.Unlock()
		if len(k.told) != 3 || k.told[0].Saved || k.told[1].Err == nil || !k.told[2].Saved {
			t.Errorf("told %+v", k.told)
		}
	})
}

// TestABrokenDiskIsNotAskedAtEveryKey types on while nothing can be saved, and
// while the disk comes back.
func TestABrokenDiskIsNotAskedAtEveryKey(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := &disk{start: time.Now(), err: errors.New("share gone")}
		d := open()
		a := d.Autosave(k.save, nil)
		keys := func(n int) {
			for range n {
				d.Type(opening, text(d, opening)+"x")
				time.Sleep(110 * time.Millisecond)
			}
		}
		keys(160)
		k.mu.Lock()
		if len(k.log) != 2 {
			t.Errorf("it was tried in 18 seconds: %q", k.log)
		}
		k.err = nil
		k.mu.Unlock()
		keys(100)
		time.Sleep(draft.AtLatest)
		synctest.Wait()
		if s := a.State(); !s.Saved {
			t.Errorf("the last words wait: %+v", s)
		}
		if last := k.log[len(k.log)-1]; !strings.HasSuffix(last, text(d, opening)) {
			t.Errorf("saved last: %s", last)
		}
	})
}

// TestNothingIsSavedWhileItIsSettled whose words shall stand: those that wait
// would be written over what was decided.
func TestNothingIsSavedWhileItIsSettled(t *testing.T) {
	for _, decided := range []bool{true, false} {
		k := &disk{start: time.Now(), err: errors.New("changed by somebody else")}
		d := open()
		a := d.Autosave(k.save, nil)
		d.Type(opening, "mine")
		a.Flush()
		k.fail(nil)
		flushed := make(chan struct{})
		got := a.Settle(func() bool {
			go func() { a.Flush(); close(flushed) }()
			select {
			case <-flushed:
				t.Error("it was saved while it was settled")
			case <-time.After(20 * time.Millisecond): // a mutex is nothing that a test's own clock waits for
			}
			return decided
		})
		<-flushed
		want := 2 // the failed try, and mine after all
		if decided {
			want = 1
		}
		if got != decided || len(k.log) != want {
			t.Errorf("settled %v: saved %q", got, k.log)
		}
		if s := a.State(); !s.Saved || s.Err != nil {
			t.Errorf("settled %v: %+v", decided, s)
		}
	}
}

func TestCloseSavesWhatIsLeft(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := &disk{start: time.Now()}
		d := open()
		a := d.Autosave(k.save, nil)
		d.Type(opening, "last words")
		if err := a.Close(); err != nil || !a.State().Saved || len(k.log) != 1 {
			t.Errorf("closed with %v, %+v, %q", err, a.State(), k.log)
		}
	})
}

// TestDropNeverWrites: words that were decided against are not written when a
// failed save is tried again.
func TestDropNeverWrites(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := &disk{start: time.Now(), err: errors.New("changed by somebody else")}
		d := open()
		a := d.Autosave(k.save, nil)
		d.Type(opening, "mine")
		if err := a.Flush(); err == nil {
			t.Error("saved")
		}
		tried := len(k.log)
		a.Drop()
		k.fail(nil)
		d.Type(opening, "mine still")
		time.Sleep(time.Minute)
		synctest.Wait()
		if len(k.log) != tried {
			t.Errorf("saved %q after all", k.log)
		}
	})
}

// TestClearedIsLocked writes in a cleared statement.
func TestClearedIsLocked(t *testing.T) {
	s := briefing.Statement{Status: briefing.Cleared, Sections: []briefing.Section{{Key: "opening", Text: "Both sides met."}}}
	tests := []struct {
		name string
		edit func(*draft.Draft)
		want briefing.Status
	}{
		{"words", func(d *draft.Draft) { d.Type(opening, "Otherwise.") }, briefing.Draft},
		{"a fact", func(d *draft.Draft) { d.Type(briefing.Place{Field: "place"}, "Strandholm") }, briefing.Draft},
		{"a topic", func(d *draft.Draft) {
			d.Change("add topic", func(s *briefing.Statement) {
				s.Sections[0].Topics = append(s.Sections[0].Topics, briefing.Topic{Heading: "More"})
			})
		}, briefing.Draft},
		{"publishing", func(d *draft.Draft) { d.Type(briefing.Place{Field: "status"}, "published") }, briefing.Published},
		{"a remark ignored", func(d *draft.Draft) {
			d.Change("ignore", func(s *briefing.Statement) { s.Ignored = append(s.Ignored, briefing.Ignored{Rule: "LEN-1"}) })
		}, briefing.Cleared},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := draft.Open(s)
			test.edit(d)
			if got := d.Statement().Status; got != test.want {
				t.Errorf("it is %s, want %s", got, test.want)
			}
			if d.Undo(); d.Statement().Status != briefing.Cleared {
				t.Error("undo does not make it cleared again")
			}
		})
	}
}

func TestAChangeThatChangesNothingIsNone(t *testing.T) {
	d := open()
	d.Type(opening, "On")
	told := 0
	d.Watch(func(briefing.Statement) { told++ })
	d.Change("replace", func(s *briefing.Statement) { s.SetText(opening, "On") })
	if told != 0 {
		t.Errorf("it is told of %d times", told)
	}
	if edit, ok := d.Undo(); !ok || edit.Name != "typing" {
		t.Errorf("undid %q, %v", edit.Name, ok)
	}
}
