package window

import (
	"errors"
	"io/fs"
	"os"
	"slices"
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
		return err
	}
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

// follow sees the status of the draft change. A statement that is cleared is
// kept as a version; one that was, and is written in again, is a draft again,
// and the officer is told.
func (w *Window) follow(now briefing.Status) {
	was := w.standing
	if now == was {
		return
	}
	w.standing = now
	switch {
	case cleared(now):
		w.status.unsay(draftAgain(now))
		if w.leave() {
			w.keepCleared()
		}
	case cleared(was):
		w.status.say(draftAgain(was))
	}
}

// draftAgain says that a statement is none of what it was any more.
func draftAgain(was briefing.Status) string {
	if was == briefing.Published {
		return L("This statement was published. It is a draft again now; the published version is kept.")
	}
	return L("This statement was cleared. It is a draft again now; the cleared version is kept.")
}

// keepCleared keeps what was cleared, unless it was kept as such before and it
// is an undo that made it cleared again.
func (w *Window) keepCleared() {
	s := w.draft.Statement()
	w.later(func() func() {
		versions, _ := w.archive.History(s.ID) // without one, it is kept once more
		at := slices.IndexFunc(versions, func(v archive.Version) bool { return v.Status == s.Status })
		if at >= 0 {
			kept, err := w.archive.LoadVersion(s.ID, versions[at].ID, w.config.Files)
			if err == nil && len(briefing.Diff(kept.Statement, s)) == 0 {
				return func() {}
			}
		}
		return func() {
			if now := w.draft; now != nil && now.Statement().ID == s.ID && now.Statement().Status == s.Status {
				w.keep(statusName(s.Status))
			}
		}
	})
}

func cleared(s briefing.Status) bool { return s == briefing.Cleared || s == briefing.Published }

// automaticName is why the program kept a version, in the officer's language.
func automaticName(why string) string {
	switch why {
	case archive.FirstEdit:
		return L("first edit of the day")
	case archive.BeforeExport:
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
