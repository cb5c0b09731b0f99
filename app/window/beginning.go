package window

import (
	"os"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// first shows the files the window was opened with, or the statement that was
// on the desk last, or else the latest. The list may take long to read, of an
// office with ten thousand statements on a share: it follows, and the latest
// with it.
func (w *Window) first() {
	last := w.app.Preferences().String(w.house.here(lastSetting))
	w.takeFiles(w.config.Open)
	if w.draft == nil && w.newcomer() {
		w.tour()
	}
	if w.draft == nil && last != "" && isFile(w.archive.Path(last)) && w.house.at(last) == nil {
		w.show(last)
		w.resume()
	}
	w.choosing = w.draft == nil
	if w.choosing && w.win.Canvas().Overlays().Top() == nil {
		w.enter(w.list.filter) // what is typed meanwhile is for the list
	}
	w.house.refreshLists()
}

func isFile(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.Mode().IsRegular()
}

// latest shows the statement of the latest dialogue.
func (w *Window) latest() {
	w.refreshList()
	w.chooseLatest()
}

// chooseLatest shows the latest statement. Nobody has asked for it: letters that are
// meant for the filter are not written into it.
func (w *Window) chooseLatest() {
	w.choosing = false
	filtering := w.win.Canvas().Focused() == w.list.filter
	open := func(id string) bool { return w.house.at(id) != nil }
	if id := w.list.firstID(open); id == "" || !w.show(id) {
		w.clear()
		filtering = true // the keys must be somewhere
	}
	if filtering {
		w.win.Canvas().Focus(w.list.filter)
	}
}

// clear leaves the desk empty.
func (w *Window) clear() {
	w.draft, w.saver, w.desk, w.carried = nil, nil, nil, nil
	w.list.mark("")
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
