package window

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// TestEveryCommand does each command once, on the sample, through the table
// that menu, palette and keys are made from.
func TestEveryCommand(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	keys := map[string]string{}
	for _, c := range a.commands() {
		if c.key != "" {
			if other, taken := keys[keyName(c)]; taken {
				t.Errorf("%s is both %q and %q", keyName(c), other, c.name)
			}
			keys[keyName(c)] = c.name
		}
		switch c.name {
		case "Close window", "Quit": // there would be no window after it
			continue
		}
		t.Run(c.name, func(t *testing.T) {
			a.t = t
			a.theStatement()
			a.at("topics", 2, "text")
			a.run(c)()
			for _, o := range a.win.Canvas().Overlays().List() {
				a.win.Canvas().Overlays().Remove(o)
			}
		})
	}
}

// TestF1 opens the help from the words, and from a window where nothing has
// the keys; no other single key is taken from the text.
func TestF1(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	over := a.win.Canvas().Overlays()
	f := a.at("topics", 2, "text")
	for _, typed := range []func(*fyne.KeyEvent){f.TypedKey, a.typedKey} {
		typed(&fyne.KeyEvent{Name: fyne.KeyF1})
		if over.Top() == nil {
			t.Fatal("no help")
		}
		over.Remove(over.Top())
	}
	if a.functionKey(&fyne.KeyEvent{Name: fyne.KeyUnknown}) {
		t.Error("an unknown key does something")
	}
}

// TestWhatLiesBeforeTheTextKeepsTheKeys: a key that rubs out a word in a line, or
// that is pressed over a dialog, changes nothing in the statement behind.
func TestWhatLiesBeforeTheTextKeepsTheKeys(t *testing.T) {
	for _, opens := range []string{"Export…", "Keep a version…", "Find…", "Filter the list", "Go to statement…", "Find in earlier statements…", "How to"} {
		t.Run(opens, func(t *testing.T) {
			a := officerAt(t, filepath.Join(t.TempDir(), "new"))
			a.theStatement()
			a.at("topics", 2, "text")
			before := a.headings()
			a.press(opens)
			a.press("Remove topic")
			if got := a.headings(); got != before {
				t.Errorf("the topics are %s, and were %s", got, before)
			}
			if typedIn(a.win.Canvas().Focused()) && !strings.Contains(a.status.said, "Remove topic") {
				t.Errorf("said is %q", a.status.said)
			}
		})
	}
}

// TestDialogsDoNotStack: with one open, another command waits.
func TestDialogsDoNotStack(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.press("New statement…")
	a.press("New statement…")
	a.press("Keys")
	if n := len(a.win.Canvas().Overlays().List()); n != 1 {
		t.Errorf("%d dialogs lie over each other", n)
	}
}

// TestACommandChosenByItsNameIsDone, also where the keys were in a line before:
// nobody rubs out a word by a name.
func TestACommandChosenByItsNameIsDone(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.at("topics", 2, "text")
	before := len(a.draft.Statement().Section("topics").Topics)
	a.press("Filter the list")
	a.press("All commands…")
	a.picker.entry.SetText("add topic")
	a.picker.take()
	if now := len(a.draft.Statement().Section("topics").Topics); now != before+1 {
		t.Errorf("there are %d topics, and were %d", now, before)
	}
}
