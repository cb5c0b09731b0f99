package window

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"delegation-briefing/assets"
	"delegation-briefing/briefing"
	"delegation-briefing/briefing/precedent"
	"delegation-briefing/briefing/style"
)

// TestTheTourShowsWhatItSpeaksOf: the one remark, the one sentence carried over.
func TestTheTourShowsWhatItSpeaksOf(t *testing.T) {
	office := briefing.Office{assets.Files}
	for lang := range languages(assets.Files) {
		s, err := readTour(assets.Files, lang)
		if err != nil || s.Language != lang {
			t.Fatalf("%s: the tour is in %q, %v", lang, s.Language, err)
		}
		tmpl, err := office.Template(s.Template)
		if err != nil {
			t.Fatal(err)
		}
		if carried := new(precedent.Follower).Carried(s); len(carried) != 1 || carried[0].At != topicPlace("topics", 5) {
			t.Errorf("%s: carried over: %v", lang, carried)
		}
		g, err := style.FindGuide(office, s.Template, s.Language, "")
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range style.Check(s, tmpl, g, style.Known{}) {
			if planted := f.Rule == "DUP-1" && f.At == topicPlace("topics", 4); !planted && f.Severity != style.Advice {
				t.Errorf("%s: %s: %s", lang, f.At, f.Message)
			}
		}
		if gaps := s.Gaps(); len(gaps) > 0 {
			t.Errorf("%s: gaps %v", lang, gaps)
		}
	}
}

func TestNewcomersSeeTheTourOnce(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new")
	fyneApp := test.NewTempApp(t)
	fyneApp.Preferences().SetString(languageSetting, "en")
	start := func(workspace string) *Window {
		t.Helper()
		w, err := open(fyneApp, Config{Files: assets.Files, Workspace: workspace, do: func(func()) {}})
		if err != nil {
			t.Fatal(err)
		}
		w.refreshList() // it follows the window
		t.Cleanup(func() { w.saver.Close() })
		return w
	}
	first := start(dir)
	if id := first.draft.Statement().ID; id != tourID {
		t.Errorf("the first start shows %s", id)
	}
	first.close()
	second := start(filepath.Join(dir, "..", "another"))
	if id := second.draft.Statement().ID; id == tourID {
		t.Error("the tour is shown again")
	}
	second.tour()
	second.desk.addTopic("topics", 0)
	second.theTourIs(t, ";")
	second.show(firstOther(second))
	second.tour()
	second.theTourIs(t, ";")
}

// theTourIs tells whether the tour on the desk still has what was written.
func (w *Window) theTourIs(t *testing.T, begins string) {
	t.Helper()
	s := w.draft.Statement()
	var headings []string
	for _, topic := range s.Section("topics").Topics {
		headings = append(headings, topic.Heading)
	}
	if s.ID != tourID || !strings.HasPrefix(strings.Join(headings, ";"), begins) {
		t.Errorf("%s with %v", s.ID, headings)
	}
}

func firstOther(w *Window) string {
	for _, e := range w.list.all {
		if e.ID != tourID {
			return e.ID
		}
	}
	return ""
}

// TestAWorkspaceThatCannotBeRead leaves a desk that offers the ways to begin.
func TestAWorkspaceThatCannotBeRead(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.draft, a.choosing = nil, true
	a.list.set(nil)
	a.listed(nil, errors.New("no such share"))
	if a.choosing || len(a.middle.Objects) != 1 || a.desk != nil {
		t.Error("the desk waits for what never comes")
	}
	if a.win.Canvas().Overlays().Top() == nil {
		t.Error("nothing is said")
	}
}
