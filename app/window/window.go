// Package window is the officer's desk: the list of statements, the text by
// section and the proof beside it. It decides nothing about statements; it
// shows them, takes the officer's edits to the draft, and shows what became of
// it. Everything here runs on Fyne's goroutine unless it says otherwise.
package window

import (
	"io/fs"
	"net/url"
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
	Files     fs.FS    // what the program brings
	Workspace string   // folder; it is made where there is none
	Open      []string // files to begin with; may be empty
	Version   string   // of the program
	Apart     bool     // a window of its own, whatever is open already

	do     func(func())         // runs on the window's goroutine; nil: fyne.Do
	browse func(*url.URL) error // opens what another program is for; nil: the system

	collect     func()           // collects garbage, on any goroutine; nil: nobody does between keys
	settle      func()           // gives back what only some keys needed, on any goroutine; nil: nothing is given
	rest        func()           // gives back what only work needed, on any goroutine; nil: nothing is given
	rescue      string           // folder for what cannot be saved in the workspace; "": none
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
	rescued  string                             // file of what could not be saved; the autosaver's alone
	standing briefing.Status                    // of the draft, to see it change
	wished   wish
	sought   wish      // the title of a question for a file, and the path that was typed
	missed   bool      // no statement came of it
	wrote    time.Time // when a word last changed
	waiting  bool      // to ask whose words shall stand
	choosing bool      // what to show first
	behind   bool      // the words on the desk: what follows them comes later
	asking   bool      // whose words shall stand
	led      spot      // where the remark looked at has led
	inText   spot      // where the caret was last that is no fact
	undoable string    // what was said of something that undo takes back
	losing   bool      // what cannot be read is known to be lost
	closed   bool
	carried  []precedent.Sentence // what nobody has confirmed yet
	follower precedent.Follower   // finds it
	heard    int                  // the number of the state that the remarks are about
	onceRead func()               // when the remarks are about the state on the desk; nil: nothing

	changedFrom fyne.Focusable // what had the keys when a word last changed; nil once a line beside the text was typed in

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
	middle   *fyne.Container     // the desk, or what stands there without one
	writing  *fyne.Container     // the finder above the middle
	parted   [2]*container.Split // the list from the rest, and the text from the side

	menu         mainMenu
	functionKeys map[fyne.KeyName]func()
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
	if config.collect == nil {
		config.collect = func() {}
	}
	if config.settle == nil {
		config.settle = func() {}
	}
	if config.rest == nil {
		config.rest = func() {}
	}
	if config.browse == nil {
		config.browse = browserOf(a)
	}
	h := &house{app: a, archive: store, folder: config.Workspace, pace: newPace(config.collect, config.settle, config.rest), fresh: fresh}
	h.before = a.Preferences().StringList(h.here(desksSetting))
	a.Lifecycle().SetOnEnteredForeground(func() { h.turned(true) })
	a.Lifecycle().SetOnExitedForeground(func() { h.turned(false) })
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
	w.win.SetPadded(false) // the ground goes to the edge
	w.win.SetContent(w.content())
	w.win.SetMainMenu(w.makeMenu())
	w.win.SetCloseIntercept(w.close)
	w.win.SetOnDropped(w.dropped)
	w.win.Canvas().SetOnTypedKey(w.typedKey)
	w.win.Resize(w.lastSize())
	h.windows = append(h.windows, w)
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
	w.list = newList(sorting(p.Int(orderSetting))%orders, w.goOn, func(by sorting) { p.SetInt(orderSetting, int(by)) }, w.focusText)
	w.proof = newProof(w.goTo, w.focusText)
	w.proof.resumeView(p)
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
		key:       w.functionKey,
	})
	for _, line := range []*entry{w.list.filter, w.finder.words, w.finder.with} {
		w.abreast(&line.Entry)
	}
	w.abreast(&w.said.words.Entry)
	w.status = newStatus(w.config.do)
	w.middle = container.NewStack()
	w.writing = container.New(headed{}, w.finder.content, w.middle)
}

// content lays out the three panes and the status bar.
func (w *Window) content() fyne.CanvasObject {
	right := container.NewHSplit(w.writing, w.side.content)
	all := container.NewHSplit(w.list.content, right)
	w.parted = [2]*container.Split{all, right}
	p := w.app.Preferences()
	all.Offset, right.Offset = p.FloatWithFallback(listShareSetting, 0.2), p.FloatWithFallback(textShareSetting, 0.52)
	shown := container.NewBorder(nil, container.NewVBox(widget.NewSeparator(), w.status.content), nil, nil, all)
	return container.NewStack(newGround(), container.NewPadded(shown))
}

// foundEnough gives the room of the finder back to the text.
func (w *Window) foundEnough() {
	w.writing.Refresh()
	w.focusText()
}

// close saves and closes the window. Words that no file can take are asked about
// first, and an import that belongs to it. Fyne still brings the keys and clicks that
// were under way to a window that is closed; they come to nothing.
func (w *Window) close() {
	if w.closed {
		return
	}
	if b := w.importing(); b != nil {
		b.askToStop(w.house.stopFor(), w.close)
		return
	}
	if w.wouldLose() {
		w.askToLose(w.close)
		return
	}
	if w.leave() {
		w.putDraftAside()
		w.rememberSize()
		w.rememberView()
		w.rememberPlace()
		w.closed = true
		w.win.Canvas().Unfocus()
		if w.saver != nil {
			w.saver.Drop() // all is saved
		}
		w.house.leave(w)
		w.press.close()
		w.reader.close()
		w.shelf.close()
		w.win.Close()
	}
	w.losing = false // where the window stays, it is asked again
}

// wouldLose reports whether words are on the desk that no file can take, and that
// the officer has not given up.
func (w *Window) wouldLose() bool { return w.unreadFacts() != "" && !w.losing }

// askToLose asks whether such words may go. Who keeps them is led to them.
func (w *Window) askToLose(then func()) {
	text := L("This cannot be read, and would not be kept:") + "\n" + w.unreadFacts()
	w.warnBefore(L("Close all the same?"), L("Close"), text, func() {
		w.losing = true
		then()
	}, func() {
		if unread := w.desk.unread(); len(unread) > 0 {
			w.goToFact(unread[0].key)
		}
	})
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
	switch {
	case !w.choosing || w.draft != nil:
	case w.win.Canvas().Overlays().Top() != nil:
		w.choosing = false // she has begun something else
		w.clear()
	default:
		w.chooseLatest()
	}
}
