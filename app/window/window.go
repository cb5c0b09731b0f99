// Package window is the officer's desk: the list of statements, the text by
// section and the proof beside it. It decides nothing about statements; it
// shows them, takes the officer's edits to the draft, and shows what became of
// it. Everything here runs on Fyne's goroutine unless it says otherwise.
package window

import (
	"errors"
	"io/fs"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/archive"
	"delegation-briefing/briefing/draft"
)

// Config is what a window needs to know.
type Config struct {
	Files     fs.FS  // what the program brings
	Workspace string // folder; it is made where there is none
	Open      string // a file to begin with; may be empty
	Version   string // of the program
}

// Window is one window on a workspace, with one statement on its desk.
type Window struct {
	config  Config
	app     fyne.App
	win     fyne.Window
	archive *archive.Archive

	draft *draft.Draft // nil while no statement is open
	saver *draft.Autosaver

	list   *list
	desk   *desk
	proof  *proof
	press  *pressRoom
	status *status
	middle *fyne.Container // the desk, or what stands there without one
}

// open builds the window of a workspace.
func open(a fyne.App, config Config) (*Window, error) {
	store, err := openWorkspace(config)
	if err != nil {
		return nil, err
	}
	w := &Window{config: config, app: a, archive: store, win: a.NewWindow("Delegation Briefing")}
	a.Settings().SetTheme(newTheme(config.Files))
	w.list = newList(w.show)
	w.proof = newProof(w.goTo)
	w.status = newStatus()
	w.press = newPressRoom(config.Files, store, w.composed)
	w.middle = container.NewStack()
	w.win.SetContent(w.content())
	w.win.SetMainMenu(w.menu())
	w.win.SetCloseIntercept(w.close)
	w.win.SetOnDropped(w.dropped)
	w.win.Resize(fyne.NewSize(1400, 860))
	w.app.Lifecycle().SetOnExitedForeground(w.flush)
	w.refreshList()
	w.first()
	return w, nil
}

// openWorkspace opens the folder of statements. A new one gets the samples, so
// that the program can be tried at once.
func openWorkspace(config Config) (*archive.Archive, error) {
	_, err := os.Stat(config.Workspace)
	fresh := errors.Is(err, fs.ErrNotExist)
	store, err := archive.Open(config.Workspace)
	if err != nil || !fresh {
		return store, err
	}
	samples, err := fs.Glob(config.Files, "samples/*.toml")
	if err != nil {
		return nil, err
	}
	for _, name := range samples {
		if err := addSample(store, config.Files, name); err != nil {
			return nil, err
		}
	}
	return store, nil
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
	_, err = store.Create(s)
	return err
}

// content lays out the three panes and the status bar.
func (w *Window) content() fyne.CanvasObject {
	right := container.NewHSplit(w.middle, w.proof.content)
	right.Offset = 0.52
	all := container.NewHSplit(w.list.content, right)
	all.Offset = 0.2
	return container.NewBorder(nil, container.NewVBox(widget.NewSeparator(), w.status.content), nil, nil, all)
}

// first shows the file the window was opened with, or the latest statement.
func (w *Window) first() {
	if w.config.Open != "" {
		w.openFile(w.config.Open)
		return
	}
	if id := w.list.firstID(); id != "" {
		w.show(id)
		return
	}
	w.clear()
}

// clear leaves the desk empty.
func (w *Window) clear() {
	w.draft, w.saver, w.desk = nil, nil, nil
	hint := widget.NewLabel(L("No statement is open. New begins one, Import reads one from a file."))
	hint.Alignment, hint.Wrapping = fyne.TextAlignCenter, fyne.TextWrapWord
	w.middle.Objects = []fyne.CanvasObject{container.NewCenter(container.NewGridWrap(fyne.NewSize(360, 80), hint))}
	w.middle.Refresh()
	w.proof.clear()
	w.win.SetTitle("Delegation Briefing")
}

// show puts a statement of the workspace on the desk.
func (w *Window) show(id string) {
	if w.draft != nil && w.draft.Statement().ID == id {
		return
	}
	if !w.leave() {
		return
	}
	s, err := w.archive.Load(id)
	if err != nil {
		w.cannotOpen(id, err)
		return
	}
	t, err := w.archive.Office(w.config.Files).Template(s.Template)
	if err != nil {
		w.fail(L("This statement's template cannot be read."), err)
		t = briefing.Template{}
	}
	w.take(t.Arrange(s), t)
}

// take begins a draft of a statement.
func (w *Window) take(s briefing.Statement, t briefing.Template) {
	w.draft = draft.Open(s)
	w.saver = w.draft.Autosave(w.archive.Save, func(state draft.State) {
		fyne.Do(func() { w.saved(state) })
	})
	w.desk = newDesk(w.draft, t, deskEvents{moved: w.moved, entered: w.draft.Pause})
	w.draft.Watch(w.changed)
	w.middle.Objects = []fyne.CanvasObject{w.desk.content}
	w.middle.Refresh()
	w.press.open(s, t)
	w.list.mark(s.ID)
	w.win.SetTitle(s.Headline() + " – Delegation Briefing")
	w.status.saved(draft.State{Saved: true})
}

// cannotOpen says why a statement cannot be opened, and offers its file for
// repair by hand.
func (w *Window) cannotOpen(id string, err error) {
	w.fail(L("This statement cannot be opened. Its file is as it was; it can be mended in any text editor:")+"\n"+w.archive.Path(id), err)
}

// changed follows the draft: every new state comes by here.
func (w *Window) changed(s briefing.Statement) {
	w.desk.update(s)
	w.press.compose(s)
	w.win.SetTitle(s.Headline() + " – Delegation Briefing")
}

// composed shows new pages, if they are still those of the desk.
func (w *Window) composed(r proofs) {
	if w.draft == nil || r.id != w.draft.Statement().ID {
		return
	}
	if r.err != nil {
		w.status.printing(r.err)
		return
	}
	w.proof.show(r.doc)
	w.status.pages(len(r.doc.Pages), w.desk.template.Pages)
	w.moved(w.desk.at, w.desk.offset)
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
		w.conflict()
		return
	}
	if state.Saved {
		w.refreshList()
	}
}

// conflict asks whose words shall stand when somebody else wrote to the file.
func (w *Window) conflict() {
	mine := w.draft.Statement()
	text := widget.NewLabel(L("Somebody else has changed this statement's file. Keep your text (theirs goes to the trash), or take theirs (yours is kept as a copy)?"))
	text.Wrapping = fyne.TextWrapWord
	d := dialog.NewCustomWithoutButtons(L("Changed elsewhere"), container.NewGridWrap(fyne.NewSize(460, 110), text), w.win)
	d.SetButtons([]fyne.CanvasObject{
		widget.NewButton(L("Take theirs"), func() {
			d.Hide()
			copied := mine
			copied.ID = mine.ID + "-mine"
			if _, err := w.archive.Create(copied); err != nil {
				w.fail(L("Your text could not be kept as a copy, so nothing was changed."), err)
				return
			}
			w.reload(mine.ID)
		}),
		widget.NewButton(L("Keep mine"), func() {
			d.Hide()
			if err := w.archive.Overwrite(mine); err != nil {
				w.fail(L("Your text could not be saved."), err)
				return
			}
			w.reload(mine.ID)
		}),
	})
	d.Show()
}

// reload reads the statement on the desk again.
func (w *Window) reload(id string) {
	w.draft, w.saver = nil, nil
	w.refreshList()
	w.show(id)
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
		w.press.close()
		w.win.Close()
	}
}

func (w *Window) refreshList() {
	entries, err := w.archive.List()
	if err != nil {
		w.fail(L("The workspace cannot be read."), err)
		return
	}
	w.list.set(entries)
}

// fail tells the officer what went wrong, in a sentence and the reason.
func (w *Window) fail(sentence string, err error) {
	text := widget.NewLabel(sentence + "\n\n" + err.Error())
	text.Wrapping = fyne.TextWrapWord
	d := dialog.NewCustom(L("That did not work"), L("Close"), container.NewGridWrap(fyne.NewSize(480, 150), text), w.win)
	d.Show()
}
