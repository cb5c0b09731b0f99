package window

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"delegation-briefing/app/printing"
	"delegation-briefing/briefing"
	"delegation-briefing/briefing/archive"
)

func (w *Window) exportDialog() {
	w.nameByFacts()
	w.askWhere(L("Export as .pdf, .docx, .html or .txt"), w.draft.Statement().ID+".pdf", printing.Endings(), w.export)
}

// export writes the statement on the desk in the form that the file's ending
// names, whole or not at all.
func (w *Window) export(name string) {
	if warning, ok := w.print(name); ok {
		w.sent(name, warning)
	}
}

// print writes the file and says why where it cannot. The warning is about what
// was written all the same.
func (w *Window) print(name string) (warning string, ok bool) {
	if unread := w.desk.unread(); len(unread) > 0 {
		w.mendFirst(L("Not printed yet"), unread[0])
		return "", false
	}
	data, warning, err := w.printed(strings.ToLower(filepath.Ext(name)))
	switch {
	case errors.Is(err, archive.ErrChanged):
		w.conflict()
		return "", false
	case err != nil:
		w.fail(L("The statement could not be exported."), err)
		return "", false
	}
	if err = w.house.outbox.write(name, data); err != nil {
		w.fail(L("The file could not be written."), err)
	}
	return warning, err == nil
}

// mendFirst tells of a fact that cannot be read, and leads to it: what an officer
// has typed must not be missing from the page unsaid.
func (w *Window) mendFirst(title string, f fact) {
	words := w.desk.written(f)
	w.goToFact(f.key)
	w.tell(title, w.reading(L("%s: %s", f.name, L("“%s” cannot be read, so it would not stand on the page. Write: %s", words, f.written()))))
}

// printed makes the bytes of the statement on the desk in the form that an
// ending names.
func (w *Window) printed(ending string) (data []byte, warning string, err error) {
	if !slices.Contains(printing.Endings(), ending) {
		return nil, "", errors.New(L("The file’s name must end in .pdf, .docx, .html or .txt."))
	}
	order := printing.Order{Statement: w.draft.Statement(), Template: w.desk.template, Sheet: w.press.sheet, Program: w.program()}
	unkept := w.keepPrinted(&order)
	if errors.Is(unkept, archive.ErrChanged) {
		return nil, "", unkept
	}
	data, err = order.Print(w.press.compositor, ending)
	return data, stillOpen(order.Statement) + notKept(unkept), err
}

// keepPrinted saves the statement and keeps it as a version, for the file to
// name: one of other words would be somebody else's. Where the workspace cannot
// be written to, the file still can: a full disk must not keep a statement from
// the press.
func (w *Window) keepPrinted(order *printing.Order) (err error) {
	if err = w.saver.Flush(); err == nil {
		words := order.Statement
		if err = order.Keep(w.archive, w.keeping()); err == nil {
			order.Statement = order.Template.Arrange(order.Statement) // as it is on the desk
			if len(briefing.Diff(words, order.Statement)) > 0 {
				err = archive.ErrChanged
			}
		}
	}
	if err != nil {
		note("what is printed could not be kept", err)
	}
	if w.side.at == historyPane {
		w.showVersions()
	}
	return err
}

// stillOpen warns of the gaps that are printed in a statement.
func stillOpen(s briefing.Statement) string {
	if wordless(s) {
		return L(" – but there are no words in it")
	}
	if n := len(s.Gaps()); n > 0 {
		return N("gaps still printed", n)
	}
	return ""
}

// wordless reports whether nothing is said in a statement.
func wordless(s briefing.Statement) bool {
	return !slices.ContainsFunc(s.Places(), func(at briefing.Place) bool {
		return at.Field == "text" && strings.TrimSpace(s.Plain(at)) != ""
	})
}

// notKept warns that no version remembers what was printed.
func notKept(err error) string {
	if err == nil {
		return ""
	}
	return L(" – but not kept as a version:") + " " + inWords(err)
}
