package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"delegation-briefing/briefing"
)

// chord does what the menu does on a key that Fyne has a name for.
func (a *acting) chord(s fyne.Shortcut) {
	a.t.Helper()
	for _, m := range a.menu.Items {
		for _, item := range m.Items {
			if item.Shortcut != nil && item.Shortcut.ShortcutName() == s.ShortcutName() {
				item.Action()
				return
			}
		}
	}
	a.t.Fatalf("no item of the menu is called %s", s.ShortcutName())
}

// TestUndoFromAnywhere: what was removed with the mouse comes back by Ctrl+Z,
// though no field has the keys.
func TestUndoFromAnywhere(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	if !a.menu.undo.shown.Disabled || !a.menu.redo.shown.Disabled {
		t.Error("there is something to undo before the first edit")
	}
	before := a.headings()
	a.win.Canvas().Unfocus()
	a.desk.removeTopic("topics", 1)
	if a.headings() == before || a.menu.undo.shown.Disabled {
		t.Fatal("nothing was removed, or it cannot be undone")
	}
	a.chord(&fyne.ShortcutUndo{})
	if got := a.headings(); got != before {
		t.Errorf("undo leaves %s, want %s", got, before)
	}
	if a.menu.redo.shown.Disabled {
		t.Error("what was undone cannot be redone")
	}
	a.chord(&fyne.ShortcutRedo{})
	if a.headings() == before {
		t.Error("redo did nothing")
	}
}

// TestUndoStaysInTheDialog: what is typed into a line of a dialog is taken back
// there, and nothing below it.
func TestUndoStaysInTheDialog(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.at("opening", 0, "text")
	a.typed(" More")
	want := a.text("opening", 0, "text")
	a.press("Go to section…")
	a.typed("top")
	a.chord(&fyne.ShortcutUndo{})
	if a.picker == nil || a.picker.entry.Text == "top" {
		t.Error("what was typed in the picker is still there, or the picker is gone")
	}
	if got := a.text("opening", 0, "text"); got != want {
		t.Errorf("the statement lost its last words: %s", got)
	}
}

// TestUndoStaysInTheLine that has the keys beside the text, and they stay there.
func TestUndoStaysInTheLine(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.at("opening", 0, "text")
	a.typed(" More")
	want := a.text("opening", 0, "text")
	a.press("Said before")
	a.press("Replace…")
	for name, line := range map[string]fyne.Focusable{
		"the filter": a.list.filter, "the words to find": a.finder.words, "the words instead": a.finder.with, "said before": a.Window.said.words,
	} {
		if a.win.Canvas().Focus(line); a.win.Canvas().Focused() != line {
			t.Fatalf("%s cannot be typed in", name)
		}
		words := func() string {
			if e, ok := line.(*entry); ok {
				return e.Text
			}
			return line.(*saidEntry).Text
		}
		before := words()
		a.typed("top")
		typed := words()
		a.chord(&fyne.ShortcutUndo{})
		undone := words()
		a.chord(&fyne.ShortcutRedo{})
		if undone == typed || words() != typed || a.win.Canvas().Focused() != line {
			t.Errorf("%s: before stood %q, then %q, undone %q, redone %q", name, before, typed, undone, words())
		}
	}
	if got := a.text("opening", 0, "text"); got != want {
		t.Errorf("the statement lost its last words: %s", got)
	}
}

// TestUndoBringsBackWhatTheMouseRemoved, though a line has the keys.
func TestUndoBringsBackWhatTheMouseRemoved(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	before := a.headings()
	a.win.Canvas().Focus(a.list.filter)
	a.typed("top")
	a.desk.removeTopic("topics", 1)
	if a.headings() == before {
		t.Fatal("nothing was removed")
	}
	a.win.Canvas().Focus(a.list.filter)
	a.chord(&fyne.ShortcutUndo{})
	if got := a.headings(); got != before {
		t.Errorf("undo leaves %s, want %s", got, before)
	}
}

func TestTheMenuCutsAndPastes(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	f := a.at("outcome", 0, "text")
	f.SetText("")
	f.Insert("agreed")
	a.chord(&fyne.ShortcutSelectAll{})
	a.chord(&fyne.ShortcutCut{})
	if f.Text() != "" {
		t.Fatalf("after cutting stands %q", f.Text())
	}
	for range 2 {
		a.chord(&fyne.ShortcutPaste{})
	}
	a.chord(&fyne.ShortcutSelectAll{})
	a.chord(&fyne.ShortcutCopy{})
	if got := a.app.Clipboard().Content(); f.Text() != "agreedagreed" || got != f.Text() {
		t.Errorf("there stands %q, and %q was copied", f.Text(), got)
	}
}

// TestUndoShowsWhatComesBack: a topic that was removed is gone to.
func TestUndoShowsWhatComesBack(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.desk.removeTopic("topics", 3)
	a.at("outcome", 0, "text")
	a.chord(&fyne.ShortcutUndo{})
	if a.desk.at.Section != "topics" || a.desk.at.Item != 3 {
		t.Errorf("the caret is at %v", a.desk.at)
	}
}

// TestUndoOutlivesAnotherStatement: who looks something up comes back to her
// undo, unless somebody else has written meanwhile.
func TestUndoOutlivesAnotherStatement(t *testing.T) {
	for _, changed := range []bool{false, true} {
		a := officerAt(t, filepath.Join(t.TempDir(), "new"))
		a.theStatement()
		before := a.text("outcome", 0, "text")
		a.at("outcome", 0, "text")
		a.typed(" Beta.")
		a.show("2026-03-12-norland-brief")
		if a.undo(); a.draft.Statement().ID == sampleStatement {
			t.Fatal("undo went to another statement")
		}
		if changed {
			path := a.archive.Path(sampleStatement)
			file, err := os.ReadFile(path)
			if err == nil {
				err = os.WriteFile(path, []byte(strings.Replace(string(file), "frank", "very frank", 1)), 0o600)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		a.theStatement()
		a.undo()
		if undone := a.text("outcome", 0, "text") == before; undone == changed {
			t.Errorf("changed by others %v: undone %v", changed, undone)
		}
		watched := 0
		a.draft.Watch(func(briefing.Statement) { watched++ })
		a.at("outcome", 0, "text")
		a.typed("x")
		if watched != 1 || !strings.HasSuffix(a.text("outcome", 0, "text"), "x") {
			t.Errorf("one key is told %d times", watched)
		}
		a.saver.Close()
	}
}

func TestEndOfChange(t *testing.T) {
	for _, c := range []struct {
		was, is string
		want    int
	}{
		{"A.", "A. So they said.", 16},
		{"A. So they said.", "A.", 2},
		{"one two three", "one 2 three", 5},
		{"Norland", "Sudland", 3},
		{"", "été", 5},
		{"éa", "èa", 2},
		{"same", "same", 4},
	} {
		if got := endOfChange(c.was, c.is); got != c.want {
			t.Errorf("from %q to %q: %d, want %d", c.was, c.is, got, c.want)
		}
	}
}

// TestUndoOutlivesAnotherName: a statement that is renamed stays as it was, with
// the caret in its place.
func TestUndoOutlivesAnotherName(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	before := a.text("outcome", 0, "text")
	a.at("outcome", 0, "text")
	a.typed(" Beta.")
	caret := a.caret()
	a.press("Rename the file…")
	a.win.Canvas().Focused().(*entry).SetText("renamed")
	a.win.Canvas().Focused().(*entry).onEnter()
	if a.draft.Statement().ID != "renamed" || a.caret() != caret {
		t.Errorf("%s, the caret at %v", a.draft.Statement().ID, a.caret())
	}
	a.undo()
	if a.text("outcome", 0, "text") != before || a.draft.Statement().ID != "renamed" {
		t.Errorf("undo leads to %q of %s", a.text("outcome", 0, "text"), a.draft.Statement().ID)
	}
}

// TestTheCaretGoesWithItsTopic when the topic's move is undone and made again.
func TestTheCaretGoesWithItsTopic(t *testing.T) {
	for _, way := range []string{"Move topic up", "Move topic down"} {
		a := officerAt(t, filepath.Join(t.TempDir(), "new"))
		a.theStatement()
		a.at("topics", 2, "text")
		in := func() string { return topicOf(a.draft.Statement(), a.desk.at).Heading }
		topic := in()
		a.press(way)
		for _, do := range []func(){a.undo, a.redo} {
			if do(); in() != topic || a.desk.at.Field != "text" {
				t.Errorf("%s: the caret is in the %s of %q, and was in %q", way, a.desk.at.Field, in(), topic)
			}
		}
	}
}

// TestARemovedTopicIsNamed until it is back.
func TestARemovedTopicIsNamed(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.at("topics", 1, "text")
	heading := a.text("topics", 1, "heading")
	if a.press("Remove topic"); !strings.Contains(a.status.said, heading) {
		t.Errorf("said is %q", a.status.said)
	}
	if a.press("Undo"); a.status.said != "" || a.text("topics", 1, "heading") != heading {
		t.Errorf("after undo said is %q", a.status.said)
	}
}

// TestBackToTheText leads out of the facts to where the caret was in the text.
func TestBackToTheText(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	f := a.at("outcome", 0, "text")
	f.SetCaret(4)
	a.press("Facts")
	a.press("Back to the text")
	if a.desk.at != (briefing.Place{Section: "outcome", Field: "text"}) || a.desk.offset != 4 {
		t.Errorf("the caret is at %v, %d", a.desk.at, a.desk.offset)
	}
	a.press("Facts")
	a.inText = spot{}
	if a.press("Back to the text"); a.desk.at != a.desk.begin() {
		t.Errorf("the caret is at %v", a.desk.at)
	}
}
