package window

import (
	"net/url"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"delegation-briefing/app/window/field"
	"delegation-briefing/assets"
	"delegation-briefing/briefing"
)

// sampleStatement is the sample that is a statement, not a brief.
const sampleStatement = "2026-03-12-norland-human-rights-dialogue"

// officerAt opens a window on a workspace of the samples. What the window's
// goroutines hand back waits until the test lets it in, with until.
func officerAt(t *testing.T, workspace string) *acting {
	t.Helper()
	a := &acting{t: t, calls: make(chan func(), 1000)}
	t.Setenv("TMPDIR", t.TempDir())
	fyneApp := test.NewTempApp(t)
	fyneApp.Preferences().SetString(languageSetting, "en")
	fyneApp.Preferences().SetBool(tourSetting, true)
	fyneApp.Preferences().SetString(settingIn(workspace, lastSetting), sampleStatement) // most tests are about it
	fyneApp.Preferences().SetFloat(widthSetting, 1440)
	fyneApp.Preferences().SetFloat(heightSetting, 900)
	w, err := open(fyneApp, Config{
		Files: assets.Files, Workspace: workspace, Version: "test",
		do:     func(f func()) { a.calls <- f },
		browse: func(u *url.URL) error { a.visited = append(a.visited, u); return nil },
	})
	if err != nil {
		t.Fatal(err)
	}
	a.Window = w
	w.refreshList() // it follows the desk
	t.Cleanup(func() {
		if w.saver != nil {
			w.saver.Close()
		}
		w.shelf.close()
		w.house.finish(20 * time.Second) // what still writes into the workspace
	})
	return a
}

// acting is a window and the officer before it.
type acting struct {
	*Window
	t     *testing.T
	calls chan func()

	visited []*url.URL // what other programs were asked to open
}

// until lets in what the goroutines hand back until it is so.
func (a *acting) until(what string, so func() bool) {
	a.t.Helper()
	late := time.After(20 * time.Second)
	for !so() {
		select {
		case f := <-a.calls:
			f()
		case <-late:
			a.t.Fatalf("%s: still not so", what)
		}
	}
}

// press does a command by its name.
func (a *acting) press(name string) {
	a.t.Helper()
	for _, c := range a.commands() {
		if c.name == name {
			a.run(c)()
			return
		}
	}
	a.t.Fatalf("there is no command %q", name)
}

// at puts the caret at the end of the words of a place.
func (a *acting) at(section string, item int, name string) *field.Field {
	a.t.Helper()
	at := briefing.Place{Section: section, Item: item, Field: name}
	words, ok := a.draft.Statement().Text(at)
	f := a.desk.goTo(at, len(words))
	if !ok || f == nil {
		a.t.Fatalf("%v is not on the desk", at)
	}
	a.win.Canvas().Focus(f)
	return f
}

func (a *acting) typed(words string) {
	for _, r := range words {
		a.win.Canvas().Focused().TypedRune(r)
	}
}

func (a *acting) text(section string, item int, name string) string {
	words, _ := a.draft.Statement().Text(briefing.Place{Section: section, Item: item, Field: name})
	return words
}

func (a *acting) headings() string {
	var all []string
	for _, t := range a.draft.Statement().Section("topics").Topics {
		all = append(all, t.Heading)
	}
	return strings.Join(all, "; ")
}

// theStatement turns to the sample that is a statement.
func (a *acting) theStatement() {
	a.t.Helper()
	if a.show(sampleStatement); a.draft.Statement().ID != sampleStatement {
		a.t.Fatal("there is no sample of a statement")
	}
}

// key presses a key on what has the keys.
func (a *acting) key(names ...fyne.KeyName) {
	for _, n := range names {
		a.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: n})
	}
}
