package window

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/archive"
)

// follow follows the workspace for the time of a test.
func (a *acting) follow() {
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() {
		defer close(done)
		a.house.follow(ctx, a.config.do)
	}()
	a.t.Cleanup(func() {
		stop()
		<-done
	})
}

// TestSomebodyElseWrites lets a second program write to the statement on the
// desk: first while the officer reads, then while she writes.
func TestSomebodyElseWrites(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.follow()
	other, err := archive.Open(a.archive.Dir())
	if err != nil {
		t.Fatal(err)
	}
	write := func(words string) {
		t.Helper()
		s, err := other.Load(a.draft.Statement().ID)
		if err != nil {
			t.Fatal(err)
		}
		s.SetText(briefing.Place{Section: "opening", Field: "text"}, words)
		if err := other.Save(s); err != nil {
			t.Fatal(err)
		}
	}
	a.at("outcome", 0, "text")
	a.typed(" So they said.")
	mine := a.text("outcome", 0, "text")
	if err := a.saver.Flush(); err != nil {
		t.Fatal(err)
	}
	write("They met.")
	a.until("what the other wrote", func() bool { return a.text("opening", 0, "text") == "They met." })
	if a.desk.at.Section != "outcome" {
		t.Errorf("the caret is at %s now", a.desk.at)
	}
	a.undo()
	if a.text("outcome", 0, "text") == mine || a.text("opening", 0, "text") != "They met." {
		t.Errorf("undo leads to %q, %q", a.text("opening", 0, "text"), a.text("outcome", 0, "text"))
	}
	a.redo()
	if a.text("outcome", 0, "text") != mine {
		t.Errorf("redo leads to %q", a.text("outcome", 0, "text"))
	}
	if err := a.saver.Flush(); err != nil {
		t.Fatal(err)
	}

	good, err := os.ReadFile(a.archive.Path(a.draft.Statement().ID))
	if err != nil {
		t.Fatal(err)
	}
	put := func(text []byte) {
		t.Helper()
		if err := os.WriteFile(a.archive.Path(a.draft.Statement().ID), text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	readable := func() bool {
		return !slices.ContainsFunc(a.list.all, func(e archive.Entry) bool { return e.Err != nil })
	}
	put(append(good[:len(good)/2:len(good)/2], "\n[["...)) // as a text editor that has not finished
	a.until("that it cannot be read", func() bool { return !readable() })
	if a.draft == nil || a.text("opening", 0, "text") != "They met." {
		t.Fatal("the text on the desk is gone")
	}
	put(good)
	a.until("that it can be read again", readable)

	a.typed(" Mine.")
	write("They met again.")
	a.until("the question whose words shall stand", func() bool { return a.win.Canvas().Overlays().Top() != nil })
	if !strings.HasSuffix(a.text("outcome", 0, "text"), " Mine.") {
		t.Error("the officer's words are gone")
	}
}

// TestAFileThatSomebodyRemoves is told of, and the next word makes it again.
func TestAFileThatSomebodyRemoves(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.at("outcome", 0, "text")
	a.follow()
	path, gone := a.archive.Path(sampleStatement), func() bool { return strings.Contains(a.status.disk.Text, "has been removed") }
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	a.until("that it is gone", gone)
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	a.until("that it is back", func() bool { return !gone() })
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	a.until("that it is gone again", gone)
	a.typed(" So they said.")
	a.until("the file again", func() bool { return isFile(a.archive.Path(sampleStatement)) })
	a.until("it is saved", func() bool { return strings.HasPrefix(a.status.disk.Text, "Saved") })
}
