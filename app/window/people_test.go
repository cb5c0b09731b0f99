package window

import (
	"path/filepath"
	"testing"

	"delegation-briefing/briefing"
)

// TestPeopleComeAndGoByKeyboard: nothing is left that only the mouse can do.
func TestPeopleComeAndGoByKeyboard(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	count := func(section string) int { return len(a.draft.Statement().Section(section).People) }
	heads, contacts := count("heads"), count("contacts")

	a.at("heads", 0, "text")
	a.press("Add person")
	if count("heads") != heads+1 || a.desk.at != (briefing.Place{Section: "heads", Item: heads + 1, Field: "name"}) {
		t.Errorf("%d heads, the caret at %v", count("heads"), a.desk.at)
	}
	a.at("opening", 0, "text")
	a.press("Add person")
	a.press("Add person")
	if count("contacts") != contacts+2 || a.desk.at.Item != contacts+2 {
		t.Errorf("%d contacts, the caret at %v", count("contacts"), a.desk.at)
	}
	for range contacts + 2 {
		a.at("contacts", 1, "name")
		a.press("Remove person")
	}
	if count("contacts") != 0 {
		t.Errorf("%d contacts are left", count("contacts"))
	}
	a.goToSection(a.draft.Statement().Section("contacts"))
	if count("contacts") != 1 || a.desk.at != (briefing.Place{Section: "contacts", Item: 1, Field: "name"}) {
		t.Errorf("%d contacts, the caret at %v", count("contacts"), a.desk.at)
	}
}
