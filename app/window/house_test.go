package window

import (
	"path/filepath"
	"testing"
	"time"
)

func TestTwoWindowsNeverHaveTheSameStatement(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	id := a.draft.Statement().ID
	a.press("New window")
	if n := len(a.house.windows); n != 2 {
		t.Fatalf("there are %d windows", n)
	}
	other := a.house.windows[1]
	if other.draft != nil && other.draft.Statement().ID == id {
		t.Error("the second window shows the same statement")
	}
	other.show(id)
	if a.house.at(id) != a.Window {
		t.Error("the statement changed its desk")
	}
	other.close()
	if len(a.house.windows) != 1 {
		t.Error("the closed window is remembered")
	}
}

// TestAnOvertakenListIsNotShown: what was read before a statement was written
// must not take it off the list again.
func TestAnOvertakenListIsNotShown(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	for idle := false; !idle; {
		select {
		case f := <-a.calls:
			f()
		case <-time.After(500 * time.Millisecond):
			idle = true
		}
	}
	a.house.refreshLists()
	early := <-a.calls // read, and not shown yet
	all := len(a.list.all)
	a.press("Next statement with this partner")
	early()
	if len(a.list.all) != all+1 {
		t.Errorf("%d statements are listed, want %d", len(a.list.all), all+1)
	}
}
