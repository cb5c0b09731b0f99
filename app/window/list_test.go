package window

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/app/window/field"
	"delegation-briefing/briefing/archive"
)

// TestTheListByKeyboard: Down leads from the filter to the statements, Enter
// opens one, letters narrow the list down and Escape leads back.
func TestTheListByKeyboard(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.press("Filter the list")
	a.key(fyne.KeyDown)
	if a.win.Canvas().Focused() != a.list.rows {
		t.Fatalf("Down leads to %T", a.win.Canvas().Focused())
	}
	other := ""
	for i, r := range a.list.shown {
		if r.title == "" && r.entry.ID != sampleStatement {
			for range i {
				a.key(fyne.KeyDown)
			}
			other = r.entry.ID
			break
		}
	}
	a.key(fyne.KeyReturn)
	if got := a.draft.Statement().ID; got != other {
		t.Errorf("Enter opens %s, want %s", got, other)
	}
	a.press("Filter the list")
	a.key(fyne.KeyDown)
	a.typed("zzz")
	if a.list.filter.Text != "zzz" || !a.list.none.Visible() || len(a.list.shown) != 0 {
		t.Errorf("the filter says %q; nothing found is said: %v", a.list.filter.Text, a.list.none.Visible())
	}
	a.key(fyne.KeyEscape)
	if len(a.list.shown) == 0 || a.list.none.Visible() {
		t.Error("Escape does not show all again")
	}
	a.key(fyne.KeyEscape)
	if _, ok := a.win.Canvas().Focused().(*field.Field); !ok {
		t.Errorf("Escape leads to %T", a.win.Canvas().Focused())
	}
}

// TestSavingLeavesTheListAsItIs, unless it shows something of what was saved.
func TestSavingLeavesTheListAsItIs(t *testing.T) {
	test.NewTempApp(t)
	broken := errors.Join(errors.New("line 3"), errors.New("line 4"))
	before := []archive.Entry{
		{ID: "a", Title: "Norland: dialogue", Modified: time.Unix(1, 0)},
		{ID: "b", Err: broken, Modified: time.Unix(1, 0)},
	}
	for name, tt := range map[string]struct {
		change func(all []archive.Entry) []archive.Entry
		new    bool
	}{
		"words of a text":  {func(all []archive.Entry) []archive.Entry { all[0].Modified = time.Unix(9, 0); return all }, false},
		"read once more":   {func(all []archive.Entry) []archive.Entry { all[1].Err = errors.New("line 3\nline 4"); return all }, false},
		"the headline":     {func(all []archive.Entry) []archive.Entry { all[0].Title = "Norland"; return all }, true},
		"broken":           {func(all []archive.Entry) []archive.Entry { all[0].Err = broken; return all }, true},
		"broken elsewhere": {func(all []archive.Entry) []archive.Entry { all[1].Err = errors.New("line 9"); return all }, true},
		"one more":         {func(all []archive.Entry) []archive.Entry { return append(all, archive.Entry{ID: "c"}) }, true},
		"none":             {func([]archive.Entry) []archive.Entry { return nil }, true},
	} {
		t.Run(name, func(t *testing.T) {
			l := newList(byDate, func(string) {}, func(sorting) {}, func() {})
			l.set(before)
			first := &l.shown[0]
			l.set(tt.change(slices.Clone(before)))
			if anew := len(l.shown) == 0 || &l.shown[0] != first; anew != tt.new {
				t.Errorf("listed anew: %v", anew)
			}
		})
	}
	empty := newList(byDate, func(string) {}, func(sorting) {}, func() {})
	empty.set(nil)
	if want := N("statements", 0); !strings.HasPrefix(empty.count.Text, want) {
		t.Errorf("an empty workspace has %q", empty.count.Text)
	}
}

// TestTheArrowsBeginAtWhatIsOnTheDesk where the keys come to the list itself.
func TestTheArrowsBeginAtWhatIsOnTheDesk(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.win.Canvas().Focus(a.list.rows)
	a.key(fyne.KeyReturn)
	if got := a.draft.Statement().ID; got != sampleStatement {
		t.Errorf("Enter opens %s", got)
	}
	a.win.Canvas().Focus(a.list.rows)
	if ringed := a.ringedRows(); len(ringed) != 1 {
		t.Errorf("a ring is around %q", ringed)
	}
	open := a.ringedRows()[0]
	a.list.rows.OnHighlighted((a.list.rows.lit + 1) % len(a.list.shown)) // as Fyne does
	if ringed := a.ringedRows(); len(ringed) != 1 || ringed[0] != open {
		t.Errorf("with the mouse over the list a ring is around %q", ringed)
	}
	a.win.Canvas().Unfocus()
	if ringed := a.ringedRows(); len(ringed) != 0 {
		t.Errorf("without the keys a ring is around %q", ringed)
	}
}

// ringedRows are the statements of the list with a ring around them.
func (a *acting) ringedRows() (titles []string) {
	for _, o := range test.LaidOutObjects(a.list.rows) {
		row, ok := o.(*fyne.Container)
		if !ok || len(row.Objects) != 2 {
			continue
		}
		if ring, ok := row.Objects[1].(*canvas.Rectangle); ok && ring.Visible() {
			titles = append(titles, row.Objects[0].(*fyne.Container).Objects[0].(*widget.Label).Text)
		}
	}
	return titles
}
