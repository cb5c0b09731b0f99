package window

import (
	"errors"
	"io/fs"
	"os"
	"time"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/archive"
)

// The program keeps versions by itself where an officer would be sorry
// afterwards that nobody did.

// save writes a state of the draft, on the autosaver's goroutine. What stood
// there before the first edit of a day is kept, once the new words are on the
// disk: they do not wait for it.
func (w *Window) save(s briefing.Statement) error {
	var before []byte
	day := s.ID + time.Now().Format(time.DateOnly)
	if w.begun != day {
		before, _ = os.ReadFile(w.archive.Path(s.ID)) // without it there is nothing to keep
	}
	if err := w.archive.Save(s); err != nil {
		if !errors.Is(err, archive.ErrChanged) { // whose words stand will be asked
			w.rescue(s)
		}
		return err
	}
	w.safe()
	w.agreed.Store(&s)
	w.begun = day
	if before != nil {
		w.keepText(s.ID, archive.FirstEdit, before)
	}
	return nil
}

// keepOnClose keeps the words on the desk, which are saved, before they leave
// it.
func (w *Window) keepOnClose() {
	if w.draft != nil {
		w.keepQuietly(w.draft.Statement().ID, archive.OnClose)
	}
}

// keepQuietly keeps a version that nobody asked for, unless nothing has changed
// since the last. That it fails stops nobody: the words themselves are saved.
// Any goroutine may call it.
func (w *Window) keepQuietly(id, why string) { w.keepText(id, why, nil) }

// keepText is keepQuietly for what a statement's file held; nil: for what it
// holds.
func (w *Window) keepText(id, why string, text []byte) {
	k := w.keeping()
	k.Automatic, k.Text = why, text
	if _, err := w.archive.Keep(id, k); err != nil && !errors.Is(err, fs.ErrNotExist) {
		note("A version could not be kept by itself.", err)
	}
}

// automaticName is why the program kept a version, in the officer's language.
func automaticName(why string) string {
	switch why {
	case archive.FirstEdit:
		return L("first edit of the day")
	case archive.AsExported:
		return L("exported")
	case archive.BeforeRestore:
		return L("before restore")
	case archive.AsImported:
		return L("as imported")
	case archive.OnClose:
		return L("on close")
	}
	return why
}
