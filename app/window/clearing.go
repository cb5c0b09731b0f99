package window

import (
	"slices"
	"strings"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/archive"
)

// setStatus says how far the statement has come. One with facts that cannot be
// read is not cleared: they would be missing from what was. Where something is
// open the officer is asked.
func (w *Window) setStatus(s briefing.Status) {
	set := func() { w.draft.Type(briefing.Place{Field: "status"}, string(s)) }
	w.draft.Pause()
	unread, open := w.desk.unread(), w.openPoints()
	switch {
	case cleared(s) && len(unread) > 0:
		w.desk.facts.update(w.draft.Statement()) // where the old status stands
		w.mendFirst(L("Not cleared yet"), unread[0])
	case cleared(s) && !cleared(w.draft.Statement().Status) && open != "":
		w.desk.facts.update(w.draft.Statement())
		still := w.stillThis()
		w.warnBefore(L("Clear it with this still open?"), L("Clear it"), open, func() {
			if still() {
				set()
			}
		}, nil)
	default:
		set()
	}
}

// openPoints counts what should be seen to before a statement is cleared; ""
// where nothing is open.
func (w *Window) openPoints() string {
	open := carriedInWords(w.carriedOver())
	if n := musts(w.findings.all); n > 0 {
		open = append([]string{N("remarks that must be heeded", n)}, open...)
	}
	return strings.Join(open, "\n")
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
