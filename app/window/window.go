// Package window is the officer's desk: the list of statements, the text by
// section and the proof beside it. It decides nothing about statements; it
// shows them, takes the officer's edits to the draft, and shows what became of
// it. Everything here runs on Fyne's goroutine unless it says otherwise.
package window

import (
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/app/window/association"
	"delegation-briefing/briefing"
	"delegation-briefing/briefing/archive"
	"delegation-briefing/briefing/draft"
	"delegation-briefing/briefing/precedent"
)

// Config is what a window needs to know.
type Config struct {
	Files     fs.FS  // what the program brings
	Workspace string // folder; it is made where there is none
	Open      string // a file to begin with; may be empty
	Version   string // of the program
	Apart     bool   // a window of its own, whatever is open already

	do     func(func())         // runs on the window's goroutine; nil: fyne.Do
	browse func(*url.URL) error // opens what another program is for; nil: the system

	association *association.Way // how a double click opens statements; nil: no way to say
}

// Window is one window on a workspace, with one statement on its desk.
type Window struct {
	house   *house
	config  Config
	app     fyne.App
	win     fyne.Window
	archive *archive.Archive

	draft *draft.Draft // nil while no statement is open
	saver *draft.Autosaver

	agreed   atomic.Pointer[briefing.Statement] // as the file and the desk last were the same
	begun    string                             // statement and day of the last edit; the autosaver's alone
	standing briefing.Status                    // of the draft, to see it change
	wished   wish
	wrote    time.Time // when a word last changed
	waiting  bool      // to ask whose words shall stand
	choosing bool      // what to show first
	asking   bool      // whose words shall stand
	led      spot      // where the remark looked at has led
	closed   bool
	carried  []precedent.Sentence // what nobody has confirmed yet

	list     *list
	desk     *desk
	finder   *finder
	picker   *picker // shown last
	side     *side
	proof    *proof
	findings *findings
	history  *history
	lastYear *lastYear
	said     *saidBefore
	shelf    *shelf
	press    *pressRoom
	reader   *reader
	status   *status
	middle   *fyne.Container // the desk, or what stands there without one
	writing  *fyne.Container // the finder above the middle

	bar                *fyne.MainMenu
	undoItem, redoItem *fyne.MenuItem
	functionKeys       map[fyne.KeyName]func()
}

// The panes at the side, in their order.
const (
	proofPane = iota
	findingsPane
	historyPane
	lastYearPane
	saidPane
)

// open builds the first window of a workspace.
func open(a fyne.App, config Config) (*Window, error) {
	store, fresh, err := openWorkspace(config)
	if err != nil {
		return nil, err
	}
	if config.do == nil {
		config.do = fyne.Do
	}
	if config.browse == nil {
		config.browse = browserOf(a)
	}
	h := &house{app: a, archive: store, fresh: fresh, before: a.Preferences().StringList(desksSetting)}
	return h.open(config)
}

// open builds a window of the house.
func (h *house) open(config Config) (*Window, error) {
	a, store := h.app, h.archive
	w := &Window{house: h, config: config, app: a, archive: store, win: a.NewWindow("Delegation Briefing")}
	if err := w.dress(); err != nil {
		return nil, err
	}
	w.makePanes()
	w.press = newPressRoom(config.Files, store, func() { config.do(func() { w.collectProofs(0) }) })
	w.reader = newReader(config.Files, store, interfaceLanguage(), func(r remarks) { config.do(func() { w.remarked(r) }) })
	w.win.SetContent(w.content())
	w.win.SetMainMenu(w.menu())
	w.win.SetCloseIntercept(w.close)
	w.win.SetOnDropped(w.dropped)
	w.win.Canvas().SetOnTypedKey(w.typedKey)
	w.win.Resize(w.lastSize())
	h.windows = append(h.windows, w)
	w.app.Lifecycle().SetOnExitedForeground(h.flush)
	w.first()
	return w, nil
}

// dress gives the window the language and the looks the officer chose.
func (w *Window) dress() error {
	p := w.app.Preferences()
	if err := speak(w.config.Files, p.String(languageSetting)); err != nil {
		return err
	}
	look := appearance(p.String(appearanceSetting))
	w.app.Settings().SetTheme(newTheme(w.config.Files).with(look, float32(p.FloatWithFallback(textSizeSetting, 1))))
	return nil
}

// makePanes makes what the window is composed of.
func (w *Window) makePanes() {
	p := w.app.Preferences()
	w.list = newList(sorting(p.Int(orderSetting))%orders, w.open, func(by sorting) { p.SetInt(orderSetting, int(by)) }, w.focusText)
	w.proof = newProof(w.goTo, w.focusText)
	w.findings = newFindings(findingsEvents{look: w.lookAt, correct: w.correct, ignore: w.ignore, fixAll: w.correctAll, leave: w.focusText})
	w.history = newHistory(historyEvents{keep: w.keepDialog, look: w.compareVersion, restore: w.restoreVersion, label: w.labelDialog, export: w.exportVersion, leave: w.focusText})
	w.lastYear = newLastYear(lastYearEvents{
		goTo: func(at briefing.Place) { w.goTo(at, 0) }, look: w.lookAtObjection, export: w.exportComparison, leave: w.focusText,
	})
	w.said = w.newSaid()
	w.side = newSide(
		sidePane{name: L("Proof"), content: w.proof.content, keys: func() fyne.Focusable { return w.proof.keys }},
		sidePane{name: L("House style"), content: w.findings.content, keys: w.findings.cards.keys, shown: w.findings.shown},
		sidePane{name: L("Versions"), content: w.history.content, keys: w.history.cards.keys, shown: w.showVersions},
		sidePane{name: L("Last time"), content: w.lastYear.content, keys: w.lastYear.cards.keys, shown: w.showLastYear},
		sidePane{name: L("Said before"), content: w.said.content, keys: func() fyne.Focusable { return w.said.words }, shown: w.showSaid},
	)
	w.findings.hidden = func() bool { return w.side.at != findingsPane }
	w.finder = newFinder(finderEvents{
		statement: func() briefing.Statement { return w.draft.Statement() },
		found:     w.mark,
		look:      func(h hit) { w.showHit(h) },
		replace:   w.replace,
		preview:   w.previewReplace,
		closed:    w.foundEnough,
	})
	w.status = newStatus(w.config.do)
	w.middle = container.NewStack()
	w.writing = container.NewBorder(w.finder.content, nil, nil, nil, w.middle)
}

// openWorkspace opens the folder of statements. A fresh one gets the samples, so
// that the program can be tried at once.
func openWorkspace(config Config) (store *archive.Archive, fresh bool, err error) {
	_, err = os.Stat(config.Workspace)
	fresh = errors.Is(err, fs.ErrNotExist)
	store, err = archive.Open(config.Workspace)
	if err != nil || !fresh {
		return store, false, err
	}
	samples, err := fs.Glob(config.Files, "samples/*.toml")
	if err != nil {
		return nil, false, err
	}
	for _, name := range samples {
		if err := addSample(store, config.Files, name); err != nil {
			return nil, false, err
		}
	}
	return store, true, nil
}

func addSample(store *archive.Archive, files fs.FS, name string) error {
	f, err := files.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	s, err := briefing.ReadStatement(f)
	if err != nil {
		return err
	}
	s.ID = strings.TrimSuffix(path.Base(name), ".toml")
	_, err = store.Create(s)
	return err
}

// content lays out the three panes and the status bar.
func (w *Window) content() fyne.CanvasObject {
	right := container.NewHSplit(w.writing, w.side.content)
	right.Offset = 0.52
	all := container.NewHSplit(w.list.content, right)
	all.Offset = 0.2
	return container.NewBorder(nil, container.NewVBox(widget.NewSeparator(), w.status.content), nil, nil, all)
}

// first shows the file the window was opened with, or the statement that was
// on the desk last, or else the latest. The list may take long to read, of an
// office with ten thousand statements on a share: it follows, and the latest
// with it.
func (w *Window) first() {
	last := w.app.Preferences().String(lastSetting)
	if w.config.Open != "" {
		w.takeFile(w.config.Open)
	}
	if w.draft == nil && w.newcomer() {
		w.tour()
	}
	if w.draft == nil && last != "" && isFile(w.archive.Path(last)) && w.house.at(last) == nil {
		w.show(last)
		w.resume()
	}
	w.choosing = w.draft == nil
	w.house.refreshLists()
}

func isFile(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.Mode().IsRegular()
}

// foundEnough gives the room of the finder back to the text.
func (w *Window) foundEnough() {
	w.writing.Refresh()
	w.focusText()
}

// latest shows the statement of the latest dialogue.
func (w *Window) latest() {
	w.refreshList()
	w.chooseLatest()
}

func (w *Window) chooseLatest() {
	w.choosing = false
	if id := w.list.firstID(); id == "" || w.house.at(id) != nil || !w.show(id) {
		w.clear()
	}
}

// clear leaves the desk empty.
func (w *Window) clear() {
	w.draft, w.saver, w.desk, w.carried = nil, nil, nil, nil
	hint := widget.NewLabel(L("No statement is open."))
	hint.Alignment, hint.Wrapping = fyne.TextAlignCenter, fyne.TextWrapWord
	w.middle.Objects = []fyne.CanvasObject{container.NewCenter(container.NewVBox(
		container.New(breadth(ems(26)), hint), container.NewCenter(w.beginnings()),
	))}
	w.middle.Refresh()
	w.proof.clear()
	w.findings.set(nil, nil)
	w.side.count(findingsPane, 0)
	w.status.empty()
	w.nameUndo()
	if shown := w.side.panes[w.side.at].shown; shown != nil {
		shown()
	}
	w.finder.content.Hide()
	w.finder.search()
	w.writing.Refresh()
	w.win.SetTitle("Delegation Briefing")
}

// beginnings are the ways to a first statement, with their keys.
func (w *Window) beginnings() *fyne.Container {
	names := []string{L("New statement…"), L("Import…"), L("Tour")}
	if trash, _ := w.archive.Trash(); len(trash) > 0 {
		names = append(names, L("Take out of the trash…"))
	}
	ways := container.NewVBox()
	for _, c := range w.commands() {
		if slices.Contains(names, c.name) {
			ways.Add(newButton(strings.TrimSpace(c.name+"   "+keyName(c)), w.run(c)))
		}
	}
	return ways
}

// show puts a statement of the workspace on the desk. It reports whether that
// is where it stands now: another window may have it, and what is on the desk
// stays there while its words cannot be saved.
func (w *Window) show(id string) bool {
	if w.draft != nil && w.draft.Statement().ID == id {
		return true
	}
	if other := w.house.at(id); other != nil {
		other.win.RequestFocus()
		w.list.mark(w.list.marked)
		return false
	}
	if !w.leave() {
		return false
	}
	lost := w.unreadFacts()
	w.putDraftAside()
	s, err := w.archive.Load(id)
	if err != nil {
		w.cannotOpen(id, err)
		return false
	}
	t, err := w.archive.Office(w.config.Files).Template(s.Template)
	if err != nil {
		w.fail(L("This statement's template cannot be read."), err)
		t = briefing.Template{}
	}
	w.take(t.Arrange(s), t)
	if lost != "" {
		w.status.warn(L("Not kept of the statement before, since it cannot be read:") + " " + lost)
	}
	return true
}

// putDraftAside keeps the words on the desk, which are saved, as a version, and
// what can be undone in them until they come back.
func (w *Window) putDraftAside() {
	if w.draft != nil {
		w.house.drafts.leave(w.draft)
		w.keepOnClose()
	}
}

// unreadFacts names the facts on the desk whose words cannot be read, with
// these; "" where there are none.
func (w *Window) unreadFacts() string {
	if w.desk == nil {
		return ""
	}
	var all []string
	for _, f := range w.desk.unread() {
		all = append(all, f.name+" “"+w.desk.written(f)+"”")
	}
	return strings.Join(all, ", ")
}

// open is show for who does not need to know.
func (w *Window) open(id string) { w.show(id) }

// take begins a draft of a statement and gives it the keys, which must not stay
// with a field of the statement before.
func (w *Window) take(s briefing.Statement, t briefing.Template) {
	w.win.Canvas().Unfocus()
	w.status.say("") // what was said was about the statement before
	if w.saver != nil {
		w.saver.Drop() // what it had to save is saved: one statement alone is on the desk
	}
	d := w.house.drafts.open(s)
	w.draft = d
	w.agreed.Store(&s)
	w.standing = s.Status
	w.saver = w.draft.Autosave(w.save, func(state draft.State) {
		w.config.do(func() {
			if w.draft == d && !w.closed {
				w.saved(state)
			}
		})
	})
	w.draft.Watch(func(s briefing.Statement) {
		if w.draft == d {
			w.changed(s)
		}
	})
	w.press.open(s, t)
	w.layDesk(t)
	w.focusText()
	w.app.Preferences().SetString(lastSetting, s.ID)
	w.house.rememberDesks()
}

// layDesk shows the draft on a desk of its own.
func (w *Window) layDesk(t briefing.Template) {
	s := w.draft.Statement()
	w.desk = newDesk(w.draft, t, deskEvents{
		moved: w.moved, entered: w.draft.Pause, undo: w.undo, redo: w.redo,
		partner: w.pickPartner, people: w.reader.directory, paste: w.pasteAnew, key: w.functionKey,
		unclear: w.unclear, clear: w.legible, subjects: w.subjects,
	})
	w.desk.setStill(w.lessMotion())
	w.middle.Objects = []fyne.CanvasObject{w.desk.content}
	w.middle.Refresh()
	w.proof.limit(t.Pages)
	w.findings.set(nil, nil)
	w.press.compose(s)
	w.reader.read(s, t)
	w.nameUndo()
	if shown := w.side.panes[w.side.at].shown; shown != nil {
		shown()
	}
	w.status.saved(w.saver.State())
	w.status.words(s)
	w.countCarried(s)
	w.finder.turnTo() // what was found is of the statement before
	w.list.mark(s.ID)
	w.win.SetTitle(s.Headline() + " – Delegation Briefing")
}

// changed follows the draft: every new state comes by here.
func (w *Window) changed(s briefing.Statement) {
	w.wrote = time.Now()
	w.press.compose(s) // beside what follows
	w.desk.update(s)
	w.reader.read(s, w.desk.template)
	if w.finder.content.Visible() {
		w.finder.search()
	}
	w.nameUndo()
	w.status.words(s)
	w.countCarried(s)
	w.follow(s.Status)
	w.win.SetTitle(s.Headline() + " – Delegation Briefing")
	w.proofAtOnce()
}

// moved follows the caret: the page shows where it is.
func (w *Window) moved(at briefing.Place, offset int) { w.proof.mark(at, offset) }

// goTo puts the caret where the officer clicked on the page.
func (w *Window) goTo(at briefing.Place, offset int) {
	if w.desk == nil {
		return
	}
	if f := w.desk.goTo(at, offset); f != nil {
		w.win.Canvas().Focus(f)
	}
}

// saved shows what became of the words.
func (w *Window) saved(state draft.State) {
	w.status.saved(state)
	if errors.Is(state.Err, archive.ErrChanged) {
		w.conflictAtRest()
		return
	}
	if state.Saved {
		w.rememberPlace()
		w.house.refreshLists()
	}
}

// leave saves the statement on the desk. It reports false, and says why, where
// that fails: then nothing may replace the desk.
func (w *Window) leave() bool {
	if w.saver == nil {
		return true
	}
	if err := w.saver.Flush(); err != nil {
		if errors.Is(err, archive.ErrChanged) {
			w.conflict()
		} else {
			w.fail(L("Your last words are not saved yet, so this statement stays open."), err)
		}
		return false
	}
	w.house.learnt(w.draft.Statement().ID)
	return true
}

// flush saves at once, as when the window loses the focus.
func (w *Window) flush() {
	if saver := w.saver; saver != nil {
		go saver.Flush()
	}
}

// close saves and closes the window.
func (w *Window) close() {
	if w.leave() {
		w.putDraftAside()
		w.rememberSize()
		w.rememberPlace()
		w.closed = true
		w.house.leave(w)
		w.press.close()
		w.reader.close()
		w.shelf.close()
		w.win.Close()
	}
}

// refreshList reads the workspace again.
func (w *Window) refreshList() {
	w.house.refreshListsNow()
}

// listed shows what there is in the workspace.
func (w *Window) listed(entries []archive.Entry, err error) {
	if err != nil {
		w.fail(L("The workspace cannot be read."), err)
	} else {
		w.list.set(entries)
		if w.side.at == lastYearPane {
			w.showLastYear()
		}
	}
	if w.choosing && w.draft == nil {
		w.chooseLatest()
	}
}
