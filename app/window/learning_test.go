package window

import (
	"path/filepath"
	"slices"
	"testing"
)

// TestWhatIsWrittenTodayIsKnown to the house style of every window, and what is
// thrown away no longer: no dialogue is numbered twice unsaid.
func TestWhatIsWrittenTodayIsKnown(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.press("New window")
	other := a.house.windows[1]
	other.show("2026-03-12-norland-brief")
	learnt := func(r *reader) bool {
		r.mu.Lock()
		defer r.mu.Unlock()
		return r.guide != nil
	}
	a.until("both have learnt the workspace", func() bool { return learnt(a.reader) && learnt(other.reader) })
	a.press("Next statement with this partner")
	next := a.draft.Statement().ID
	a.goToFact("date")
	a.typed("9 March 2027")
	twin := a.draft.Statement().Clone()
	twin.ID = "another"
	knows := func(w *Window) bool { return slices.Contains(w.reader.known(twin).Register.Siblings(twin), next) }
	a.theStatement()
	for _, w := range []*Window{a.Window, other} {
		a.until("the new statement is known", func() bool { return knows(w) })
	}
	a.show(next)
	a.press("Move to the trash…")
	a.answered("Move to the trash")
	for _, w := range []*Window{a.Window, other} {
		a.until("it is forgotten", func() bool { return !knows(w) })
	}
}
