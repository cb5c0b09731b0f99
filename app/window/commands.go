package window

import (
	"slices"

	"fyne.io/fyne/v2"

	"delegation-briefing/app/window/field"
	"delegation-briefing/briefing"
)

// command is one thing the officer can ask for. The menu, the keys and the
// test that drives every command once are all made from this table.
type command struct {
	menu  string // the menu it stands in
	name  string
	also  string // as others call it, for who looks for that
	key   fyne.KeyName
	mod   fyne.KeyModifier
	do    func()
	needs bool // a statement on the desk
	edits bool // changes the statement at the caret
	line  bool // a line in the menu above it
	quits bool // ends the program
	over  bool // meant for what lies over the window, if something does

	hidden bool // a second key of another command; not in the palette
}

const (
	ctrl  = fyne.KeyModifierShortcutDefault
	shift = fyne.KeyModifierShift
	alt   = fyne.KeyModifierAlt
)

func (w *Window) commands() []command {
	return slices.Concat(w.fileCommands(), w.editCommands(), w.statementCommands(), w.textCommands(), w.topicCommands(), w.goCommands(), w.viewCommands(), w.helpCommands())
}

func (w *Window) fileCommands() []command {
	menu := L("File")
	all := []command{
		{menu: menu, name: L("New statement…"), key: fyne.KeyN, mod: ctrl, do: w.newStatement},
		{menu: menu, name: L("Next statement with this partner"), also: L("duplicate, copy, last year"), do: w.nextYear, needs: true},
		{menu: menu, name: L("Open…"), key: fyne.KeyO, mod: ctrl, do: w.openDialog},
		{menu: menu, name: L("Go to statement…"), key: fyne.KeyP, mod: ctrl, do: w.pickStatement},
		{menu: menu, name: L("Import…"), key: fyne.KeyO, mod: ctrl | shift, do: w.importDialog, line: true},
		{menu: menu, name: L("Export…"), also: L("PDF, Word, DOCX, HTML, save as"), key: fyne.KeyE, mod: ctrl, do: w.exportDialog, needs: true},
		{menu: menu, name: L("Show as PDF"), key: fyne.KeyE, mod: ctrl | shift, do: w.viewPDF, needs: true},
		{menu: menu, name: L("Print…"), key: fyne.KeyP, mod: ctrl | alt, do: w.printOut, needs: true},
		{menu: menu, name: L("Send by mail"), also: L("share, e-mail"), key: fyne.KeyM, mod: ctrl | alt, do: w.mail, needs: true},
		{menu: menu, name: L("Comparison as PDF…"), also: L("track changes, redline"), do: w.printLast, needs: true},
		{menu: menu, name: L("Save now"), key: fyne.KeyS, mod: ctrl, do: w.saveNow, needs: true, line: true},
		{menu: menu, name: L("New window"), key: fyne.KeyN, mod: ctrl | shift, do: w.another, line: true},
		{menu: menu, name: L("Close window"), key: fyne.KeyW, mod: ctrl, do: w.close},
		{menu: menu, name: L("Quit"), key: fyne.KeyQ, mod: ctrl, do: w.house.quit, quits: true},
	}
	if w.config.association != nil {
		all = slices.Insert(all, len(all)-3, command{menu: menu, name: L("Open by double click…"), do: w.doubleClick, line: true})
	}
	return all
}

func (w *Window) editCommands() []command {
	menu := L("Edit")
	return []command{
		{menu: menu, name: L("Undo"), key: fyne.KeyZ, mod: ctrl, do: w.undo, needs: true, over: true},
		{menu: menu, name: L("Redo"), key: fyne.KeyY, mod: ctrl, do: w.redo, needs: true, over: true},
		{menu: menu, name: L("Redo"), key: fyne.KeyZ, mod: ctrl | shift, do: w.redo, needs: true, over: true, hidden: true},
		{menu: menu, name: L("Cut"), key: fyne.KeyX, mod: ctrl, do: func() { w.pass(&fyne.ShortcutCut{Clipboard: w.app.Clipboard()}) }, line: true, over: true},
		{menu: menu, name: L("Copy"), key: fyne.KeyC, mod: ctrl, do: func() { w.pass(&fyne.ShortcutCopy{Clipboard: w.app.Clipboard()}) }, over: true},
		{menu: menu, name: L("Paste"), key: fyne.KeyV, mod: ctrl, do: func() { w.pass(&fyne.ShortcutPaste{Clipboard: w.app.Clipboard()}) }, over: true},
		{menu: menu, name: L("Paste the words alone"), also: L("plain text, unformatted, without formatting"), key: fyne.KeyV, mod: ctrl | shift, do: w.pasteWords, needs: true},
		{menu: menu, name: L("Select all"), key: fyne.KeyA, mod: ctrl, do: func() { w.pass(&fyne.ShortcutSelectAll{}) }, over: true},
		{menu: menu, name: L("Find…"), key: fyne.KeyF, mod: ctrl, do: func() { w.find(false) }, needs: true, line: true},
		{menu: menu, name: L("Replace…"), key: fyne.KeyH, mod: ctrl, do: func() { w.find(true) }, needs: true},
		{menu: menu, name: L("Find next"), key: fyne.KeyG, mod: ctrl, do: func() { w.again(1) }, needs: true},
		{menu: menu, name: L("Find next"), key: fyne.KeyF3, do: func() { w.again(1) }, needs: true, hidden: true},
		{menu: menu, name: L("Find previous"), key: fyne.KeyG, mod: ctrl | shift, do: func() { w.again(-1) }, needs: true},
		{menu: menu, name: L("Find in earlier statements…"), key: fyne.KeyF, mod: ctrl | shift, do: w.saidBefore, needs: true},
	}
}

func (w *Window) statementCommands() []command {
	menu := L("Statement")
	return []command{
		{menu: menu, name: L("Keep a version…"), also: L("save, milestone"), key: fyne.KeyS, mod: ctrl | shift, do: w.keepDialog, needs: true},
		{menu: menu, name: L("Status…"), also: L("clear, approve, final, lock"), do: w.pickStatus, needs: true},
		{menu: menu, name: L("Who wrote this sentence"), also: L("author, when"), do: w.whoWrote, needs: true},
		{menu: menu, name: L("Rename the file…"), also: L("name, title"), do: w.renameDialog, needs: true, line: true},
		{menu: menu, name: L("Move to the trash…"), also: L("delete"), do: w.deleteDialog, needs: true},
		{menu: menu, name: L("Take out of the trash…"), also: L("undelete, recover, deleted"), do: w.pickTrash},
	}
}

func (w *Window) textCommands() []command {
	menu := L("Text")
	on := func(do func(*field.Field)) func() {
		return func() {
			if f, ok := w.win.Canvas().Focused().(*field.Field); ok {
				do(f)
			}
		}
	}
	return []command{
		{menu: menu, name: L("Emphasis"), also: L("italic"), key: fyne.KeyI, mod: ctrl, do: on((*field.Field).Emphasise), needs: true},
		{menu: menu, name: L("Strong"), also: L("bold"), key: fyne.KeyB, mod: ctrl, do: on((*field.Field).Strong), needs: true},
		{menu: menu, name: L("Link"), also: L("hyperlink, web address"), key: fyne.KeyK, mod: ctrl, do: on((*field.Field).Link), needs: true},
		{menu: menu, name: L("List"), also: L("bullets"), key: fyne.KeyL, mod: ctrl, do: on((*field.Field).List), needs: true},
		{menu: menu, name: L("Next carried-over sentence"), key: fyne.KeyR, mod: ctrl, do: w.nextCarried, needs: true, line: true},
		{menu: menu, name: L("Confirm this sentence"), key: fyne.KeyM, mod: ctrl, do: w.confirmSentence, needs: true, edits: true},
		{menu: menu, name: L("Confirm the topic"), key: fyne.KeyM, mod: ctrl | shift, do: w.confirmTopic, needs: true, edits: true},
		{menu: menu, name: L("Next remark"), key: fyne.KeyPageDown, mod: alt, do: func() { w.stepRemark(1) }, needs: true, line: true},
		{menu: menu, name: L("Next remark"), key: fyne.KeyF7, do: func() { w.stepRemark(1) }, needs: true, hidden: true},
		{menu: menu, name: L("Previous remark"), key: fyne.KeyPageUp, mod: alt, do: func() { w.stepRemark(-1) }, needs: true},
		{menu: menu, name: L("Corrections at the caret"), key: fyne.KeyReturn, mod: ctrl | shift, do: w.showFixes, needs: true},
		{menu: menu, name: L("Take the wording on offer"), key: fyne.KeyReturn, mod: alt, do: w.takeWording, needs: true, edits: true},
		{menu: menu, name: L("Ignore the remark"), key: fyne.KeyDelete, mod: alt, do: w.ignoreRemark, needs: true, edits: true},
		{menu: menu, name: L("Correct all that is safe"), also: L("fix, autocorrect"), do: w.correctAll, needs: true},
	}
}

func (w *Window) topicCommands() []command {
	menu := L("Topic")
	return []command{
		{menu: menu, name: L("Add topic"), key: fyne.KeyT, mod: ctrl, do: w.addTopic, needs: true, edits: true},
		{menu: menu, name: L("Move topic up"), key: fyne.KeyUp, mod: alt, do: func() { w.moveTopic(-1) }, needs: true, edits: true, line: true},
		{menu: menu, name: L("Move topic down"), key: fyne.KeyDown, mod: alt, do: func() { w.moveTopic(1) }, needs: true, edits: true},
		{menu: menu, name: L("Fold topic"), key: fyne.KeyF8, do: w.foldTopic, needs: true},
		{menu: menu, name: L("Fold topic"), key: fyne.KeyPeriod, mod: ctrl, do: w.foldTopic, needs: true, hidden: true},
		{menu: menu, name: L("Fold all topics"), key: fyne.KeyF8, mod: ctrl, do: func() { w.desk.foldAll() }, needs: true},
		{menu: menu, name: L("Fold all topics"), key: fyne.KeyPeriod, mod: ctrl | shift, do: func() { w.desk.foldAll() }, needs: true, hidden: true},
		{menu: menu, name: L("Remove topic"), key: fyne.KeyBackspace, mod: ctrl | shift, do: w.removeTopic, needs: true, edits: true, line: true},
		{menu: menu, name: L("Add person"), also: L("head of delegation, contact"), key: fyne.KeyT, mod: ctrl | shift, do: w.addPerson, needs: true, edits: true, line: true},
		{menu: menu, name: L("Remove person"), do: w.removePerson, needs: true},
	}
}

func (w *Window) goCommands() []command {
	menu := L("Go")
	return []command{
		{menu: menu, name: L("All commands…"), key: fyne.KeyP, mod: ctrl | shift, do: w.pickCommand},
		{menu: menu, name: L("Go to section…"), also: L("outline, navigation"), key: fyne.KeyJ, mod: ctrl, do: w.pickSection, needs: true},
		{menu: menu, name: L("Facts"), also: L("partner, edition, date, place, embargo, reference"), key: fyne.KeyD, mod: ctrl, do: w.goToFacts, needs: true},
		{menu: menu, name: L("Country…"), do: func() { w.offerFact("partner") }, needs: true},
		{menu: menu, name: L("Calendar…"), do: w.offerDay, needs: true},
		{menu: menu, name: L("Next pane"), key: fyne.KeyF6, mod: ctrl, do: func() { w.turnPane(1) }, needs: true},
		{menu: menu, name: L("Previous pane"), key: fyne.KeyF6, mod: ctrl | shift, do: func() { w.turnPane(-1) }, needs: true},
		{menu: menu, name: L("Back to the text"), key: fyne.KeyReturn, mod: ctrl, do: w.toText, needs: true},
		{menu: menu, name: L("Filter the list"), key: fyne.KeyL, mod: ctrl | shift, do: func() { w.enter(w.list.filter) }},
		{menu: menu, name: L("Order of the list…"), do: w.pickOrder},
		{menu: menu, name: L("Menus"), key: fyne.KeyF10, do: w.toMenus, hidden: true},
	}
}

func (w *Window) viewCommands() []command {
	menu := L("View")
	return []command{
		{menu: menu, name: L("Proof"), also: L("preview, layout, pages"), key: fyne.Key1, mod: ctrl, do: func() { w.side.turn(proofPane) }},
		{menu: menu, name: L("House style"), also: L("spelling, grammar, check"), key: fyne.Key2, mod: ctrl, do: func() { w.side.turn(findingsPane) }},
		{menu: menu, name: L("Versions"), also: L("history, compare, changes, restore"), key: fyne.Key3, mod: ctrl, do: func() { w.side.turn(historyPane) }},
		{menu: menu, name: L("Last time"), also: L("last year, compare, precedent"), key: fyne.Key4, mod: ctrl, do: func() { w.side.turn(lastYearPane) }},
		{menu: menu, name: L("Said before"), also: L("search, precedent"), key: fyne.Key5, mod: ctrl, do: w.toSaid},
		{menu: menu, name: L("Larger page"), key: fyne.KeyEqual, mod: ctrl, do: func() { w.proof.zoom(1.25) }, line: true},
		{menu: menu, name: L("Smaller page"), key: fyne.KeyMinus, mod: ctrl, do: func() { w.proof.zoom(0.8) }},
		{menu: menu, name: L("Larger page"), key: fyne.KeyPlus, mod: ctrl, do: func() { w.proof.zoom(1.25) }, hidden: true},
		{menu: menu, name: L("Smaller page"), key: fyne.Key6, mod: ctrl, do: func() { w.proof.zoom(0.8) }, hidden: true}, // has the minus in France
		{menu: menu, name: L("Page to fit"), also: L("width"), key: fyne.Key0, mod: ctrl, do: func() { w.proof.fit() }},
		{menu: menu, name: L("Whole page"), do: func() { w.proof.fitPage() }},
		{menu: menu, name: L("Facing pages"), also: L("two pages, spread"), do: func() { w.proof.face(!w.proof.facing) }},
		{menu: menu, name: L("Larger text"), also: L("font size, bigger, zoom"), key: fyne.KeyEqual, mod: ctrl | shift, do: func() { w.textSize(1.1) }},
		{menu: menu, name: L("Smaller text"), also: L("font size, zoom"), key: fyne.KeyMinus, mod: ctrl | shift, do: func() { w.textSize(1 / 1.1) }},
		{menu: menu, name: L("Smaller text"), key: fyne.Key6, mod: ctrl | shift, do: func() { w.textSize(1 / 1.1) }, hidden: true},
		{menu: menu, name: L("Text as designed"), do: w.textAsDesigned},
		{menu: menu, name: L("Light or dark"), also: L("theme, appearance, colours, night"), key: fyne.KeyD, mod: ctrl | shift, do: w.switchLook},
		{menu: menu, name: L("Less motion"), also: L("animation"), do: w.switchMotion},
		{menu: menu, name: L("Language…"), also: L("French, English, interface"), do: w.pickLanguage},
	}
}

func (w *Window) helpCommands() []command {
	menu := L("Help")
	return []command{
		{menu: menu, name: L("How to"), also: L("help, manual"), key: fyne.KeyF1, do: w.showHelp},
		{menu: menu, name: L("How to"), key: fyne.KeySlash, mod: ctrl | shift, do: w.showHelp, hidden: true},
		{menu: menu, name: L("Tour"), do: w.tour},
		{menu: menu, name: L("Keys"), also: L("shortcuts, keyboard"), key: fyne.KeyF12, do: w.showKeys},
		{menu: menu, name: L("Keys"), key: fyne.KeySlash, mod: ctrl, do: w.showKeys, hidden: true},
		{menu: menu, name: L("About"), also: L("version, log, support, folder of the workspace"), do: w.about},
	}
}

// pasteWords pastes without what is emphasised or linked, whatever has the keys.
func (w *Window) pasteWords() {
	if f, ok := w.win.Canvas().Focused().(*field.Field); ok {
		f.PasteWords()
		return
	}
	w.pass(&fyne.ShortcutPaste{Clipboard: w.app.Clipboard()})
}

// pass hands on to what has the keys what the menu has taken from it.
func (w *Window) pass(s fyne.Shortcut) {
	if on, ok := w.win.Canvas().Focused().(fyne.Shortcutable); ok {
		on.TypedShortcut(s)
	}
}

// functionKey does what a key without another beside it is for. Fyne hands
// such a key to what has the focus, and to the window where nothing has. Escape closes
// the finder, also from the text.
func (w *Window) functionKey(k *fyne.KeyEvent) bool {
	if k.Name == fyne.KeyEscape && w.draft != nil && w.finder.content.Visible() {
		w.finder.close()
		return true
	}
	do := w.functionKeys[k.Name]
	if do != nil {
		do()
	}
	return do != nil
}

// run does a command, if there is something to do it to and nothing lies before
// it. In a window that is closed there is nothing.
func (w *Window) run(c command) func() {
	return func() {
		if w.closed || c.needs && w.draft == nil {
			return
		}
		if c.over || c.quits || w.reaches(c) {
			c.do()
		}
	}
}

// reaches reports whether a command can be meant for what it would be done to. A
// picker gives way to it, a dialog does not. The keys that change the text are
// pressed to rub out words in a line that is typed in, too: there they do
// nothing but say so.
func (w *Window) reaches(c command) bool {
	forText := L("“%s” is for the text; Ctrl+Enter leads there.", c.name)
	if c.edits && typedIn(w.win.Canvas().Focused()) {
		w.status.say(forText)
		return false
	}
	w.status.unsay(forText)
	w.putAway()
	return w.win.Canvas().Overlays().Top() == nil
}

// typedIn reports whether what has the keys is a line of the window's own: the
// filter, the finder, that of a picker.
func typedIn(keys fyne.Focusable) bool {
	switch keys.(type) {
	case *entry, *pickEntry, *saidEntry:
		return true
	}
	return false
}

// focusText puts the caret back into the text, or where the text begins.
func (w *Window) focusText() {
	switch {
	case w.desk == nil:
	case w.desk.fields[w.desk.at] != nil:
		w.goTo(w.desk.at, w.desk.offset)
	default:
		w.goTo(w.desk.begin(), 0)
	}
}

// toText puts the caret back into the text, also from the facts.
func (w *Window) toText() {
	if w.desk.at.Section == "" {
		w.goTo(w.inText.at, w.inText.offset)
	}
	if w.desk.at.Section == "" {
		w.goTo(w.desk.begin(), 0)
	}
	w.focusText()
}

// addTopic adds a topic after the one that the caret is in, or at the end.
func (w *Window) addTopic() {
	if section, n, ok := w.desk.topicAt(); ok {
		w.desk.addTopic(section, n)
		return
	}
	for _, p := range w.desk.template.Parts {
		if p.Kind == briefing.TopicsPart {
			w.desk.addTopic(p.Key, len(w.draft.Statement().Section(p.Key).Topics))
			return
		}
	}
}

func (w *Window) moveTopic(by int) {
	if section, n, ok := w.desk.topicAt(); ok {
		w.desk.moveTopic(section, n, n+by)
	}
}

func (w *Window) foldTopic() {
	if section, n, ok := w.desk.topicAt(); ok {
		w.desk.fold(topicPlace(section, n))
	}
}

func (w *Window) removeTopic() {
	if section, n, ok := w.desk.topicAt(); ok {
		w.desk.removeTopic(section, n)
	}
}
