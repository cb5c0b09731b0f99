package window

import (
	"slices"
	"strings"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/archive"
)

// setStatus says how far the statement has come. One with facts that cannot be
// read is not cleared: they would be missing from what was. Where something is
// open the officer is asked. A cleared version that is restored asks nothing: it
// is as it was cleared.
func (w *Window) setStatus(to briefing.Status) {
	w.draft.Pause()
	if !cleared(to) || cleared(w.draft.Statement().Status) && len(w.desk.unread()) == 0 {
		w.putStatus(to)
		return
	}
	w.desk.facts.update(w.draft.Statement()) // where the old status stands yet
	if unread := w.desk.unread(); len(unread) > 0 {
		w.mendFirst(L("Not cleared yet"), unread[0])
		return
	}
	still := w.stillThis()
	w.whenRead(func() {
		if still() {
			w.clearIt(to)
		}
	})
}

// clearIt clears the statement, whose remarks are known. What comes up while the
// officer thinks, as when others write in it, is asked about, too.
func (w *Window) clearIt(as briefing.Status) {
	open := w.openPoints()
	if open == "" {
		w.putStatus(as)
		return
	}
	title, verb := L("Clear it with this still open?"), L("Clear it")
	if as == briefing.Published {
		title, verb = L("Is it published with this still open?"), L("It is")
	}
	still := w.stillThis()
	w.warnBefore(title, verb, open, func() {
		switch {
		case !still():
		case w.reader.has(w.heard) && w.openPoints() == open:
			w.putStatus(as)
		default:
			w.setStatus(as)
		}
	}, nil)
}

func (w *Window) putStatus(s briefing.Status) {
	w.draft.Type(briefing.Place{Field: "status"}, string(s))
}

// openPoints says what should be seen to before a statement is cleared; "" where
// nothing is open.
func (w *Window) openPoints() string {
	open := carriedInWords(w.carriedOver())
	if n := musts(w.findings.all); n > 0 {
		open = append([]string{N("remarks that must be heeded", n)}, open...)
	}
	if err := w.findings.err; err != nil {
		open = append(open, L("The house style cannot be read:")+" "+inWords(err))
	}
	return strings.Join(open, "\n")
}

// followStatus sees the status of the draft change. A statement that is cleared is
// kept as a version; one that was, and is written in again, is a draft again,
// and the officer is told.
func (w *Window) followStatus(now briefing.Status) {
	was := w.standing
	if now == was {
		return
	}
	w.standing = now
	switch {
	case cleared(now):
		w.status.unsay(draftAgain(now))
		if w.saveOr(L("No version was kept:")) {
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
