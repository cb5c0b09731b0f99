package draft_test

import (
	"testing"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/draft"
)

// TestTakeIn lets somebody else write in between: undo takes back the officer's
// own words, never theirs, and ends where both wrote the same.
func TestTakeIn(t *testing.T) {
	place := func(section string) briefing.Place { return briefing.Place{Section: section, Field: "text"} }
	opening, outcome := place("opening"), place("outcome")
	text := func(d *draft.Draft, at briefing.Place) string { s, _ := d.Statement().Text(at); return s }
	d := draft.Open(briefing.Statement{ID: "x", Sections: []briefing.Section{
		{Key: "opening", Text: "They met."}, {Key: "outcome", Text: "They agreed."},
	}})
	told := 0
	d.Watch(func(briefing.Statement) { told++ })
	d.Type(opening, "They met in Aldvik.")
	d.Pause()
	d.Type(outcome, "They agreed on water.")
	d.Pause()
	d.Type(outcome, "They agreed on water and air.")
	d.Undo()

	theirs := d.Statement().Clone()
	theirs.SetText(opening, "They met again in Aldvik.")
	told = 0
	d.TakeIn(theirs)
	if told != 1 || text(d, opening) != "They met again in Aldvik." {
		t.Fatalf("told %d times of %q", told, text(d, opening))
	}
	d.Redo()
	if text(d, outcome) != "They agreed on water and air." || text(d, opening) != "They met again in Aldvik." {
		t.Errorf("redone: %q, %q", text(d, opening), text(d, outcome))
	}
	d.Undo()
	d.Undo()
	if text(d, outcome) != "They agreed." || text(d, opening) != "They met again in Aldvik." {
		t.Errorf("undone: %q, %q", text(d, opening), text(d, outcome))
	}
	if _, ok := d.Undo(); ok {
		t.Errorf("undo went on to %q, which both wrote", text(d, opening))
	}
}
