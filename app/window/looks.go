package window

import (
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2/theme"
)

// textSize makes all words larger or smaller by a factor.
func (w *Window) textSize(by float64) {
	p := w.app.Preferences()
	size := max(0.75, min(p.FloatWithFallback(textSizeSetting, 1)*by, 2))
	p.SetFloat(textSizeSetting, size)
	w.house.redress()
}

// textAsDesigned takes back what was made larger or smaller.
func (w *Window) textAsDesigned() {
	w.app.Preferences().SetFloat(textSizeSetting, 1)
	w.house.redress()
}

// switchLook turns the window from light to dark or back.
func (w *Window) switchLook() {
	look := darkAlways
	if w.app.Settings().Theme().Color(theme.ColorNameBackground, w.app.Settings().ThemeVariant()) == dark[theme.ColorNameBackground] {
		look = lightAlways
	}
	w.app.Preferences().SetString(appearanceSetting, string(look))
	w.house.redress()
}

// pickLanguage asks for the language of the window.
func (w *Window) pickLanguage() {
	all := languages(w.config.Files)
	var choices []choice
	for _, code := range slices.Sorted(maps.Keys(all)) {
		choices = append(choices, choice{name: all[code], note: code, take: func() {
			w.app.Preferences().SetString(languageSetting, code)
			w.house.rebuild()
		}})
	}
	w.pick(L("Language of the window"), choices)
}

// redress shows the window in the looks that are chosen now.
func (w *Window) redress() {
	if err := w.dress(); err != nil {
		w.fail(L("The window's language cannot be read."), err)
	}
	w.findings.build()
	if w.draft != nil {
		w.desk.layOut()
		if f := w.desk.fields[w.desk.at]; f != nil {
			w.desk.keepInSight(f, f.CaretPosition())
		}
		w.status.saved(w.saver.State())
	}
}

// rebuild makes the whole window anew, in another language. What was typed is
// in the draft and stays there, with its undo; the caret, the pane and what is
// looked for stay where they are.
func (w *Window) rebuild() {
	before, pane, list, said, finder := w.desk, w.side.at, w.list, w.said, w.finder
	w.rememberView()
	w.redress()
	w.shelf.close()
	w.makePanes()
	w.win.SetContent(w.content())
	w.win.SetMainMenu(w.makeMenu())
	w.refreshList()
	w.list.filter.SetText(list.filter.Text)
	w.said.words.SetText(said.words.Text)
	w.reader.speak(interfaceLanguage())
	w.side.turn(pane)
	if w.draft != nil {
		w.layDesk(before.template)
		w.desk.showLike(before)
		w.finder.showLike(finder)
		w.focusText()
		return
	}
	w.clear()
}

// about says what this program is.
func (w *Window) about() {
	lines := []string{
		"Delegation Briefing " + w.config.Version,
		L("Statements:") + " " + w.archive.Dir(),
		L("Log for support:") + " " + logDir(),
	}
	w.tell(L("About"), w.broad(34, paragraph(strings.Join(lines, "\n"))))
}
