package window

import (
	"net/url"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/briefing/archive"
)

// cannotOpen says why a statement cannot be opened, with the line of its file
// that is wrong. The file can be mended in a text editor, or the last version
// that was kept can take its place; the file is in the trash then.
func (w *Window) cannotOpen(id string, err error) {
	note("A statement cannot be opened.", err)
	text := L("This statement cannot be opened. Its file is as it was; it can be mended in any text editor:") +
		"\n" + w.archive.Path(id) + "\n\n" + err.Error()
	shown := w.reading(text)
	d := dialog.NewCustomWithoutButtons(L("That did not work"), shown, w.win)
	choice := func(label string, do func()) *button {
		return newAnswer(label, shown, func() {
			d.Hide()
			do()
		}, d.Hide)
	}
	buttons := []fyne.CanvasObject{
		choice(L("Close"), func() {}),
		choice(L("Open the file"), func() { w.openInEditor(id) }),
	}
	if versions, _ := w.archive.History(id); len(versions) > 0 {
		last := choice(L("Restore the version of %s", versionTime(versions[0])), func() { w.restoreFile(id, versions[0]) })
		buttons = append(buttons, last)
	}
	first := buttons[len(buttons)-1].(*button)
	first.Importance = widget.HighImportance
	d.SetButtons(buttons)
	d.Show()
	w.win.Canvas().Focus(first)
}

func (w *Window) openInEditor(id string) {
	if err := w.config.browse(&url.URL{Scheme: "file", Path: filepath.ToSlash(w.archive.Path(id))}); err != nil {
		w.fail(L("No program on this computer opens the file."), err)
	}
}

// restoreFile puts a version in the place of a file that cannot be read.
func (w *Window) restoreFile(id string, v archive.Version) {
	if _, err := w.archive.Restore(id, v.ID, "", w.keeping()); err != nil {
		w.fail(L("The version could not be restored. Nothing has changed."), err)
		return
	}
	w.house.refreshLists()
	w.show(id)
}
