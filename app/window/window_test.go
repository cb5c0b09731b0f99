package window

import (
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"delegation-briefing/app/window/field"
	"delegation-briefing/assets"
	"delegation-briefing/briefing"
	"delegation-briefing/briefing/style"
)

// officerAt opens a window on a workspace of the samples. What the window's
// goroutines hand back waits until the test lets it in, with until.
func officerAt(t *testing.T, workspace string) *acting {
	t.Helper()
	a := &acting{t: t, calls: make(chan func(), 1000)}
	t.Setenv("TMPDIR", t.TempDir())
	fyneApp := test.NewTempApp(t)
	fyneApp.Preferences().SetString(languageSetting, "en")
	fyneApp.Preferences().SetBool(tourSetting, true)
	fyneApp.Preferences().SetString(lastSetting, sampleStatement) // most tests are about it
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
	})
	return a
}

// sampleStatement is the sample that is a statement, not a brief.
const sampleStatement = "2026-03-12-norland-human-rights-dialogue"

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

func TestFirstStartShowsTheSamples(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	if len(a.list.shown) == 0 || a.draft == nil {
		t.Fatal("there is nothing to try the program with")
	}
	a.until("pages", func() bool { return a.proof.doc != nil })
	if !strings.Contains(a.win.Title(), "Norland") {
		t.Errorf("the title is %q", a.win.Title())
	}
}

func TestTypingIsUndoneAcrossFields(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	opening, outcome := a.text("opening", 0, "text"), a.text("outcome", 0, "text")
	a.at("opening", 0, "text")
	a.typed(" One.")
	a.at("outcome", 0, "text")
	a.typed(" Two.")
	if a.text("opening", 0, "text") != opening+" One." || a.text("outcome", 0, "text") != outcome+" Two." {
		t.Fatal("what was typed is not in the draft")
	}
	if !strings.Contains(a.undoItem.Label, "Outcome") {
		t.Errorf("the menu says %q", a.undoItem.Label)
	}
	a.press("Undo")
	a.press(a.undoItem.Label[:4]) // the second, in the other field
	if a.text("opening", 0, "text") != opening || a.text("outcome", 0, "text") != outcome {
		t.Error("not all is as it was")
	}
	if got := a.desk.fields[briefing.Place{Section: "opening", Field: "text"}].Text(); got != opening {
		t.Errorf("the field shows %q", got)
	}
	a.press("Redo")
	if a.text("opening", 0, "text") != opening+" One." {
		t.Error("redo did not bring the words back")
	}
}

func TestTopicsComeGoAndMove(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	before := a.headings()
	first, rest, _ := strings.Cut(before, "; ")
	second, others, _ := strings.Cut(rest, "; ")

	a.at("topics", 1, "text")
	a.press("Move topic down")
	if got, want := a.headings(), second+"; "+first+"; "+others; got != want {
		t.Errorf("moved: %s, want %s", got, want)
	}
	if a.desk.at.Item != 2 {
		t.Errorf("the caret stayed in topic %d", a.desk.at.Item)
	}
	a.press("Add topic")
	a.typed("Trade")
	if got, want := a.headings(), second+"; "+first+"; Trade; "+others; got != want {
		t.Errorf("added: %s, want %s", got, want)
	}
	a.press("Fold topic")
	if a.desk.fields[topicPlace("topics", 3)].Visible() {
		t.Error("the folded topic is still open")
	}
	a.press("Remove topic")
	for range 3 {
		a.press("Undo")
	}
	a.press("Undo")
	if got := a.headings(); got != before {
		t.Errorf("after all undone: %s, want %s", got, before)
	}
}

func TestTheProofFollowsAndLeadsBack(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.until("pages", func() bool { return a.proof.doc != nil })
	first := a.proof.doc
	a.at("topics", 2, "text")
	a.typed(" Unmistakable.")
	a.until("new pages", func() bool { return a.proof.doc != first })
	at := briefing.Place{Section: "outcome", Field: "text"}
	a.goTo(at, 3)
	if f := a.desk.fields[at]; a.win.Canvas().Focused() != f || f.Caret() != 3 {
		t.Error("a click on the page did not lead to the words")
	}
}

func TestWordsAreOnTheDisk(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new")
	a := officerAt(t, dir)
	a.theStatement()
	a.at("opening", 0, "text")
	a.typed(" Kept.")
	a.press("Save now")
	data, err := os.ReadFile(a.archive.Path(a.draft.Statement().ID))
	if err != nil || !strings.Contains(string(data), " Kept.") {
		t.Errorf("the file does not have the words (%v)", err)
	}
}

func TestAFailedSaveKeepsTheWords(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new")
	a := officerAt(t, dir)
	a.theStatement()
	id := a.draft.Statement().ID
	folder := filepath.Dir(a.archive.Path(id))
	if err := os.Rename(folder, folder+"-gone"); err != nil {
		t.Fatal(err)
	}
	a.at("opening", 0, "text")
	a.typed(" Kept.")
	a.press("Save now")
	a.until("a word of it", func() bool { return strings.HasPrefix(a.status.disk.Text, "Not saved") })
	a.list.choose("another")
	if a.draft.Statement().ID != id || !strings.HasSuffix(a.text("opening", 0, "text"), " Kept.") {
		t.Error("the words are gone")
	}
	if err := os.Rename(folder+"-gone", folder); err != nil {
		t.Fatal(err)
	}
	if err := a.saver.Flush(); err != nil {
		t.Errorf("saved again: %v", err)
	}
}

func TestFilter(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.until("the list", func() bool { return len(a.list.shown) > 0 })
	all := len(a.list.shown)
	for typed, want := range map[string]int{"": all, "norland 2026": all, "brief": 1, "nowhere": 0} {
		a.list.filter.SetText(typed)
		if len(a.list.shown) != want {
			t.Errorf("%q shows %d, want %d", typed, len(a.list.shown), want)
		}
	}
}

func TestImportAndExport(t *testing.T) {
	dir := t.TempDir()
	a := officerAt(t, filepath.Join(dir, "new"))
	text := filepath.Join(dir, "last.txt")
	words := "Norland: 6th Human Rights Dialogue with the EU\n\nOn 11 March 2025, the European Union and Norland held their sixth Human Rights Dialogue in Aldvik.\n\nThe EU welcomed the new press act.\n"
	if err := os.WriteFile(text, []byte(words), 0o600); err != nil {
		t.Fatal(err)
	}
	before := a.draft
	a.importFile(text)
	a.until("imported", func() bool { return a.draft != before })
	s := a.draft.Statement()
	if s.Partner != "Norland" || s.Edition != 6 {
		t.Errorf("imported as %q, %d", s.Partner, s.Edition)
	}
	for ending, begins := range map[string]string{".pdf": "%PDF-", ".docx": "PK", ".html": "<!", ".txt": "Draft"} {
		out := filepath.Join(dir, "out"+ending)
		a.export(out)
		data, err := os.ReadFile(out)
		if err != nil || !strings.HasPrefix(strings.ToLower(string(data)), strings.ToLower(begins)) {
			t.Errorf("%s: begins with %.20q, %v", ending, data, err)
		}
	}
	a.export(filepath.Join(dir, "out.xyz"))
	if _, err := os.Stat(filepath.Join(dir, "out.xyz")); err == nil {
		t.Error("a form nobody knows was written")
	}
}

// TestBrokenFiles: a file that cannot be read is told of and changes nothing.
func TestBrokenFiles(t *testing.T) {
	dir := t.TempDir()
	a := officerAt(t, filepath.Join(dir, "new"))
	id, all := a.draft.Statement().ID, len(a.list.all)
	for name, words := range map[string]string{"a.toml": "format = 99", "b.toml": "format", "c.txt": "\x00\x01\x02", "d.txt": ""} {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte(words), 0o600); err != nil {
			t.Fatal(err)
		}
		a.takeFile(file)
		a.until(name+" is told of", func() bool { return a.win.Canvas().Overlays().Top() != nil })
		top := a.win.Canvas().Overlays().Top()
		a.win.Canvas().Overlays().Remove(top)
	}
	a.takeFile(filepath.Join(dir, "not there.toml"))
	if a.draft.Statement().ID != id || len(a.list.all) != all {
		t.Error("something changed")
	}
}

func TestNextYearStandsBesideThisOne(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	last := a.draft.Statement()
	a.press("Next statement with this partner")
	if now := a.draft.Statement(); now.Edition != last.Edition+1 || now.ID == last.ID {
		t.Fatalf("edition %d of %s", now.Edition, now.ID)
	}
	a.at("topics", 1, "text")
	a.press("Remove topic")
	a.press("Last time")
	a.until("the comparison", func() bool { return len(a.lastYear.cards.column.Objects) > 1 })
	if n := len(a.lastYear.cards.column.Objects) - 1; n != len(last.Section("topics").Topics) {
		t.Errorf("%d topics are compared", n)
	}
}

func TestReplaceIsOneChange(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	before := a.draft.Statement()
	a.press("Replace…")
	a.finder.words.SetText("norland")
	n := len(a.finder.found)
	if n < 3 {
		t.Fatalf("found %d", n)
	}
	a.finder.with.SetText("Sudland")
	a.replace(a.finder.found)
	a.finder.search()
	if left := len(a.finder.found); left != 0 {
		t.Errorf("%d are left", left)
	}
	a.press("Undo")
	if after := a.draft.Statement(); after.Section("opening").Text != before.Section("opening").Text {
		t.Error("one undo did not take all back")
	}
}

// TestAStatementInFrench begins with the texts of its language, and the next
// one is offered in the same.
func TestAStatementInFrench(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	templates, err := a.archive.Office(a.config.Files).Templates()
	if err != nil {
		t.Fatal(err)
	}
	q := newQuestion(templates, "en")
	if q.template().Name != "eu-statement" || q.language() != "en" {
		t.Fatalf("offered is %s in %s", q.template().Name, q.language())
	}
	q.spoken.SetSelected("français")
	q.which.SetSelectedIndex(0)
	if q.language() != "fr" {
		t.Errorf("with another template the language is %s", q.language())
	}
	a.begin(q.template().NewIn(q.language(), ""), "Norlande")
	if s := a.draft.Statement(); s.Language != "fr" || !strings.Contains(s.Headline(), "Norlande") || strings.Contains(s.Headline(), "Dialogue") {
		t.Errorf("%s begins with %q", s.Language, s.Headline())
	}
}

// TestAGapLeadsToItsFact: the remark on a gap puts the caret where the words are
// written that fill it.
func TestAGapLeadsToItsFact(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.draft.Change("forget", func(s *briefing.Statement) { s.Place = "" })
	a.until("the remark on the gap", func() bool {
		return slices.ContainsFunc(a.findings.all, func(f style.Finding) bool { return f.Found == "{{place}}" })
	})
	for range a.findings.all {
		a.press("Next remark")
		if f, _ := a.findings.current(); f.Found == "{{place}}" {
			break
		}
	}
	if a.export(filepath.Join(t.TempDir(), "open.pdf")); !strings.Contains(a.status.said, "3 gaps still in it") {
		t.Errorf("after the export the officer reads %q", a.status.said)
	}
	a.typed("Aldvik")
	if got := a.draft.Statement().Place; got != "Aldvik" {
		t.Errorf("the place is %q", got)
	}
}

func TestRemarksAreCorrectedAndIgnored(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.at("opening", 0, "text")
	a.typed(" The the EU agreed..")
	planted := func() int {
		n := 0
		for _, f := range a.findings.all {
			if f.At.Section == "opening" {
				n++
			}
		}
		return n
	}
	a.until("remarks on the doubled word", func() bool { return planted() > 0 })
	if len(a.desk.fields[briefing.Place{Section: "opening", Field: "text"}].Marks()) == 0 {
		t.Error("the words are not marked")
	}
	a.press("Next remark")
	for a.findings.all[a.findings.at].At.Section != "opening" {
		a.press("Next remark")
	}
	ignored, _ := a.findings.current()
	a.press("Ignore the remark")
	a.until("that remark is gone", func() bool {
		return !slices.ContainsFunc(a.findings.all, func(f style.Finding) bool { return f.Rule == ignored.Rule && f.Found == ignored.Found })
	})
	if len(a.draft.Statement().Ignored) != 1 {
		t.Error("the statement does not say what was ignored")
	}
}

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

func TestAVersionIsKeptComparedAndRestored(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	before := a.text("outcome", 0, "text")
	a.keep("for clearance")
	a.press("Versions")
	a.until("the version is listed", func() bool { return len(a.history.versions) == 1 })
	a.at("outcome", 0, "text")
	a.typed(" Softened.")
	if err := a.saver.Flush(); err != nil {
		t.Fatal(err)
	}
	v := a.history.versions[0]
	if v.Note != "for clearance" {
		t.Errorf("the note is %q", v.Note)
	}
	a.compareVersion(v, nil)
	a.until("the changes", func() bool { return len(a.history.changes) == 1 })
	if c := a.history.changes[0]; c.key != "outcome" || c.changes[0].runs[len(c.changes[0].runs)-1].Op != briefing.Added {
		t.Errorf("the change is shown as %v", c)
	}
	a.restoreVersion(v, "outcome")
	a.until("the words are back", func() bool { return a.text("outcome", 0, "text") == before })
	a.press("Undo")
	if got := a.text("outcome", 0, "text"); got != before+" Softened." {
		t.Errorf("after undo: %q", got)
	}
}

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

func TestSomebodyElseChangedTheFile(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	path := a.archive.Path(a.draft.Statement().ID)
	theirs, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	theirs = []byte(strings.Replace(string(theirs), "frank", "very frank", 1))
	if err := os.WriteFile(path, theirs, 0o600); err != nil {
		t.Fatal(err)
	}
	a.at("outcome", 0, "text")
	a.typed(" Mine.")
	a.press("Save now")
	a.until("the question whose words shall stand", func() bool { return a.win.Canvas().Overlays().Top() != nil })
	if now, _ := os.ReadFile(path); string(now) != string(theirs) {
		t.Error("their words were overwritten")
	}
	if !strings.HasSuffix(a.text("outcome", 0, "text"), " Mine.") {
		t.Error("my words are gone")
	}
	a.reloadAfter(func() bool { return a.takeTheirs(a.draft.Statement()) })
	if words := a.text("opening", 0, "text"); !strings.Contains(words, "very frank") {
		t.Errorf("theirs were taken, but the desk shows %q", words)
	}
	if now, _ := os.ReadFile(path); string(now) != string(theirs) {
		t.Error("their words were overwritten after they were taken")
	}
	_, copies := shelve(a.list.all, byDate).rows(a.draft.Statement().Partner)
	if copies != 3 {
		t.Errorf("%d statements: mine were not kept as a copy", copies)
	}
}

// reloadAfter answers the question of whose words shall stand.
func (a *acting) reloadAfter(answer func() bool) {
	a.t.Helper()
	if !answer() {
		a.t.Fatal("it failed")
	}
	a.reload(a.draft.Statement().ID)
}

// TestTheLineOfFactsIsNotCutOff: it ends where the fields below it do.
func TestTheLineOfFactsIsNotCutOff(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	for _, width := range []float32{1440, 900, 1100} {
		a.win.Resize(fyne.NewSize(width, 800))
		a.at("opening", 0, "text")
		a.typed(" More words, and a line more of them, so that all is laid out again where it stood.")
		right := func(o fyne.CanvasObject) float32 {
			return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).X + o.Size().Width
		}
		opening := a.desk.fields[briefing.Place{Section: "opening", Field: "text"}]
		if line := right(a.desk.facts.line); line > right(opening) {
			t.Errorf("at %v the line ends at %v, the fields at %v", width, line, right(opening))
		}
	}
}

func TestANewStatementAsksForItsFacts(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.press("New…")
	for _, r := range "Sudland" {
		a.win.Canvas().Focused().TypedRune(r)
	}
	a.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if s := a.draft.Statement(); s.Partner != "Sudland" || s.Template != "eu-statement" {
		t.Fatalf("begun with %q, of %q", s.Partner, s.Template)
	}
	a.typed("3")
	a.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
	a.typed("Aldvik")
	if s := a.draft.Statement(); s.Edition != 3 || s.Place != "Aldvik" {
		t.Errorf("edition %d in %q", s.Edition, s.Place)
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

// TestAFileFromOutsideIsCopiedOnce opens the same file twice, and again after
// its copy was written in.
func TestAFileFromOutsideIsCopiedOnce(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	text, err := os.ReadFile(a.archive.Path(a.draft.Statement().ID))
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "from-a-colleague.toml")
	if err := os.WriteFile(file, text, 0o600); err != nil {
		t.Fatal(err)
	}
	opened := func() string { a.takeFile(file); return a.draft.Statement().ID }
	if first, again := opened(), opened(); first != again {
		t.Errorf("one file became %s and %s", first, again)
	}
	before := a.draft.Statement().ID
	a.at("outcome", 0, "text")
	a.typed(" Mine.")
	if err := a.saver.Flush(); err != nil {
		t.Fatal(err)
	}
	if opened() == before {
		t.Error("the copy was written in, and what the file says is not shown")
	}
}
