package window

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"delegation-briefing/briefing"
)

func TestTwoWindowsNeverHaveTheSameStatement(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	id := a.draft.Statement().ID
	a.press("New window")
	if n := len(a.house.windows); n != 2 {
		t.Fatalf("there are %d windows", n)
	}
	other := a.house.windows[1]
	if other.draft != nil && other.draft.Statement().ID == id {
		t.Error("the second window shows the same statement")
	}
	other.show(id)
	if a.house.at(id) != a.Window {
		t.Error("the statement changed its desk")
	}
	other.close()
	if len(a.house.windows) != 1 {
		t.Error("the closed window is remembered")
	}
}

// TestWhatWasOpenSideBySideIsOpenAgain, after all windows were closed at once.
// A window that was closed by itself stays closed.
func TestWhatWasOpenSideBySideIsOpenAgain(t *testing.T) {
	for _, tt := range []struct {
		name  string
		leave func(a *acting)
		want  int
	}{
		{"all closed at once", func(a *acting) { a.house.quit() }, 2},
		{"one closed, then the other", func(a *acting) { a.house.windows[1].close(); a.close() }, 1},
		{"the program broke off", func(*acting) {}, 2},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := officerAt(t, filepath.Join(t.TempDir(), "new"))
			a.press("New window")
			a.house.windows[1].show("2026-03-12-norland-brief")
			want := a.house.onDesks()[:tt.want]
			tt.leave(a)

			again, err := open(a.app, a.config)
			if err != nil {
				t.Fatal(err)
			}
			defer again.saver.Close()
			again.house.reopen()
			got := again.house.onDesks()
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("open are %q, want %q", got, want)
			}
		})
	}
}

// TestAStatementThatIsChosenBeginsAtItsSeat: from the list, by its name and as a file;
// where it was on the desk since, it stays as it was left. The pane beside it stays.
func TestAStatementThatIsChosenBeginsAtItsSeat(t *testing.T) {
	const brief = "2026-03-12-norland-brief"
	for name, choose := range map[string]func(w *Window){
		"from the list": func(w *Window) { w.list.choose(brief) },
		"by its name": func(w *Window) {
			w.pickStatement()
			w.picker.entry.SetText("brief")
			w.picker.take()
		},
		"as a file": func(w *Window) { w.takeFile(w.archive.Path(brief)) },
	} {
		a := officerAt(t, filepath.Join(t.TempDir(), "new"))
		a.show(brief)
		a.goTo(briefing.Place{Section: a.draft.Statement().Sections[3].Key, Field: "text"}, 0)
		a.side.turn(historyPane)
		seat := a.caret()
		a.theStatement() // nothing was written, and the seat is kept all the same
		a.side.turn(proofPane)
		a.house.quit()

		w, err := open(a.app, a.config)
		if err != nil {
			t.Fatal(err)
		}
		w.refreshList()
		if w.draft.Statement().ID != sampleStatement {
			t.Fatalf("on the desk is %s", w.draft.Statement().ID)
		}
		choose(w)
		if w.draft.Statement().ID != brief || w.caret() != seat || w.side.at != proofPane || w.win.Canvas().Focused() != w.desk.fields[seat.at] {
			t.Errorf("%s: %s begins at %v beside pane %d, want %v", name, w.draft.Statement().ID, w.caret(), w.side.at, seat)
		}
		w.goTo(briefing.Place{Section: "headline", Field: "text"}, 0)
		here := w.caret()
		w.list.choose(sampleStatement)
		w.side.turn(findingsPane)
		choose(w)
		if w.caret() != here || w.side.at != findingsPane {
			t.Errorf("%s: it has come back at %v beside pane %d, want %v", name, w.caret(), w.side.at, here)
		}
		w.house.quit()
	}
}

// TestAWorkspaceKnowsNothingOfAnother, though its statements have the same names.
func TestAWorkspaceKnowsNothingOfAnother(t *testing.T) {
	const brief = "2026-03-12-norland-brief"
	dir := t.TempDir()
	a := officerAt(t, filepath.Join(dir, "one"))
	a.show(brief)
	a.goTo(briefing.Place{Section: a.draft.Statement().Sections[3].Key, Field: "text"}, 0)
	seat := a.caret()
	a.press("New window")
	a.house.quit()

	config := a.config
	config.Workspace = filepath.Join(dir, "two")
	w, err := open(a.app, config)
	if err != nil {
		t.Fatal(err)
	}
	defer w.house.quit()
	w.refreshList()
	w.house.reopen()
	if n := len(w.house.windows); n != 1 {
		t.Errorf("%d windows are open", n)
	}
	w.list.choose(sampleStatement)
	w.list.choose(brief)
	if w.draft.Statement().ID != brief || w.caret() == seat {
		t.Errorf("%s begins at %v", w.draft.Statement().ID, w.caret())
	}
}

// TestEachStatementIsOpenedWhereItWasLeft, with the pane that was beside it, and the
// next start begins with the window that was used last.
func TestEachStatementIsOpenedWhereItWasLeft(t *testing.T) {
	const brief = "2026-03-12-norland-brief"
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.press("New window")
	other := a.house.windows[1]
	other.show(brief)
	other.goTo(briefing.Place{Section: other.draft.Statement().Sections[1].Key, Field: "text"}, 0)
	other.side.turn(historyPane)
	there := other.caret()
	a.goTo(briefing.Place{Section: "opening", Field: "text"}, 9)
	a.side.turn(findingsPane)
	here := a.caret()
	a.house.quit()

	again, err := open(a.app, a.config)
	if err != nil {
		t.Fatal(err)
	}
	defer again.house.quit()
	again.house.reopen()
	if got := again.draft.Statement().ID; got != sampleStatement || again.caret() != here || again.side.at != findingsPane {
		t.Errorf("begins with %s at %v, beside it %d; want %v", got, again.caret(), again.side.at, here)
	}
	if next := again.house.windows[1]; next.caret() != there || next.side.at != historyPane {
		t.Errorf("the brief is open at %v, beside it %d; want %v", next.caret(), next.side.at, there)
	}
}

// TestAnOvertakenListIsNotShown: what was read before a statement was written
// must not take it off the list again.
func TestAnOvertakenListIsNotShown(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	for idle := false; !idle; {
		select {
		case f := <-a.calls:
			f()
		case <-time.After(500 * time.Millisecond):
			idle = true
		}
	}
	a.house.refreshLists()
	early := <-a.calls // read, and not shown yet
	all := len(a.list.all)
	a.press("Next statement with this partner")
	early()
	if len(a.list.all) != all+1 {
		t.Errorf("%d statements are listed, want %d", len(a.list.all), all+1)
	}
}

// TestWorkThatOutlivesItsWindow: an import ends after its window was closed. The
// other windows go on.
func TestWorkThatOutlivesItsWindow(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.press("New window")
	other := a.house.windows[1]
	other.show("2026-03-12-norland-brief")
	text := filepath.Join(t.TempDir(), "last.txt")
	if err := os.WriteFile(text, []byte("Norland: 6th Human Rights Dialogue with the EU\n\nThe EU welcomed the new press act.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	a.importFile(text, briefing.Draft)
	a.close()
	a.house.finish(10 * time.Second)
	for idle := false; !idle; {
		select {
		case f := <-a.calls:
			f()
		default:
			idle = true
		}
	}
	if a.draft.Statement().ID != sampleStatement {
		t.Error("the closed window has another statement on its desk")
	}
	other.draft.Type(briefing.Place{Section: "headline", Field: "text"}, "On it goes")
}

// TestAFileComesBesideAQuestion: a statement does not go from under a question
// that is about it.
func TestAFileComesBesideAQuestion(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.press("Export…")
	a.house.called(a.archive.Path("2026-03-12-norland-brief"))
	if got := a.house.onDesks(); len(got) != 2 || a.draft.Statement().ID != sampleStatement {
		t.Errorf("open are %q", got)
	}
}

// TestAFileComesBesideTwoStatements once, and to its own window where it has one.
func TestAFileComesBesideTwoStatements(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.press("New window")
	a.house.windows[1].show("2026-03-12-norland-brief")
	both := a.house.onDesks()

	folder := t.TempDir()
	file := func(name, text string) string {
		name = filepath.Join(folder, name)
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return name
	}
	s := a.draft.Statement()
	s.Partner = "Sudland"
	var third bytes.Buffer
	if err := s.WriteTOML(&third); err != nil {
		t.Fatal(err)
	}
	open, link := a.archive.Path("2026-03-12-norland-brief"), filepath.Join(folder, "link.toml")
	if err := os.Symlink(open, link); err != nil {
		link = open // where a link cannot be made
	}
	for _, handed := range []struct {
		name  string
		desks int
	}{
		{open, 2}, {link, 2},
		{filepath.Join(folder, "nowhere.toml"), 2}, {file("broken.toml", "partner = "), 2}, {filepath.Join(folder, "nowhere.docx"), 2},
		{file("third.toml", third.String()), 3}, {filepath.Join(folder, "third.toml"), 3},
	} {
		a.house.called(handed.name)
		if got := a.house.onDesks(); len(a.house.windows) != handed.desks || len(got) != handed.desks || !slices.Equal(got[:2], both) {
			t.Errorf("after %s there are %d windows with %q", filepath.Base(handed.name), len(a.house.windows), got)
		}
		for over := a.win.Canvas().Overlays(); over.Top() != nil; {
			a.closeTop() // why it cannot be opened
		}
	}
	a.house.windows[1].clear()
	a.house.called(file("fourth.toml", third.String()))
	if n := len(a.house.windows); n != 3 {
		t.Errorf("a file did not come to the empty desk: there are %d windows", n)
	}
}

// TestKeysAfterTheLastOne: who types on while the window closes, as fast as the
// machine hears it, brings nothing down and changes nothing.
func TestKeysAfterTheLastOne(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.at("outcome", 0, "text")
	a.typed(" Last words.")
	f, file, saver := a.desk.fields[a.desk.at], a.archive.Path(a.draft.Statement().ID), a.saver
	a.close()
	if focused := a.win.Canvas().Focused(); focused != nil {
		t.Errorf("%T has the keys of a window that is closed", focused)
	}
	kept, err := os.ReadFile(file)
	if err != nil || !bytes.Contains(kept, []byte("Last words.")) {
		t.Fatalf("the last words are not saved: %v", err)
	}
	f.TypedRune('x')
	for _, name := range []string{"Undo", "Close window", "Quit"} {
		a.press(name)
	}
	a.close()
	if err := saver.Flush(); err != nil {
		t.Fatal(err)
	}
	if now, _ := os.ReadFile(file); !bytes.Equal(now, kept) {
		t.Error("the statement was changed by a window that is closed")
	}
}

// TestTheLastWindowIsTold: with it the program ends, and no other does.
func TestTheLastWindowIsTold(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	told := 0
	a.house.emptied = func() { told++ }
	a.press("New window")
	a.close()
	if told != 0 {
		t.Error("it was told while a window is open")
	}
	a.house.windows[0].close()
	if told != 1 {
		t.Errorf("it was told %d times", told)
	}
}
