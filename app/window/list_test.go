package window

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/app/window/field"
	"delegation-briefing/briefing"
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

// TestChoosingWhatIsOnTheDesk leads to its text, where the caret was, as choosing another
// statement does.
func TestChoosingWhatIsOnTheDesk(t *testing.T) {
	for name, choose := range map[string]func(a *acting){
		"in the filter": func(a *acting) {
			a.press("Filter the list")
			a.typed("takes place in aldvik")
			a.key(fyne.KeyReturn)
		},
		"in the list": func(a *acting) {
			a.press("Filter the list")
			a.key(fyne.KeyDown)
			for a.list.rows.lit != a.list.row(sampleStatement) {
				a.key(fyne.KeyDown)
			}
			a.key(fyne.KeyReturn)
		},
		"with a click": func(a *acting) { a.clickRow(a.draft.Statement().Headline()) },
		"once more": func(a *acting) {
			a.clickRow(a.draft.Statement().Headline())
			a.clickRow(a.draft.Statement().Headline())
		},
		"by its name": func(a *acting) {
			a.press("Filter the list")
			a.press("Go to statement…")
			a.typed("takes place in aldvik")
			a.key(fyne.KeyReturn)
		},
	} {
		a := officerAt(t, filepath.Join(t.TempDir(), "new"))
		a.theStatement()
		f := a.at("outcome", 0, "text")
		a.goTo(a.desk.at, 7)
		choose(a)
		if a.draft.Statement().ID != sampleStatement {
			t.Fatalf("%s another statement was chosen", name)
		}
		if on := a.win.Canvas().Focused(); on != f || f.Caret() != 7 {
			t.Errorf("%s: the keys are at %T, the caret at %d", name, on, f.Caret())
		}
	}
}

// TestWhatIsTypedWhileTheListIsReadIsForTheFilter, and not for the statement that is
// shown because it is the latest.
func TestWhatIsTypedWhileTheListIsReadIsForTheFilter(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.close()
	a.app.Preferences().RemoveValue(a.house.here(lastSetting))
	w, err := open(a.app, a.config)
	if err != nil {
		t.Fatal(err)
	}
	defer w.house.quit()
	a.Window = w
	a.typed("nor")
	a.until("the latest", func() bool { return w.draft != nil })
	before := w.draft.Statement()
	a.typed("land")
	if w.list.filter.Text != "norland" || len(briefing.Diff(before, w.draft.Statement())) > 0 {
		t.Errorf("the filter says %q, the headline is %q", w.list.filter.Text, w.draft.Statement().Headline())
	}
	w.list.filter.SetText("")
	a.key(fyne.KeyEscape)
	if _, ok := w.win.Canvas().Focused().(*field.Field); !ok {
		t.Errorf("Escape leads to %T", w.win.Canvas().Focused())
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
	a.inSight()[(a.list.rows.lit+1)%len(a.list.shown)].(desktop.Hoverable).MouseIn(&desktop.MouseEvent{})
	if ringed := a.ringedRows(); len(ringed) != 1 || ringed[0] != open {
		t.Errorf("with the mouse over the list a ring is around %q", ringed)
	}
	a.win.Canvas().Unfocus()
	if ringed := a.ringedRows(); len(ringed) != 0 {
		t.Errorf("without the keys a ring is around %q", ringed)
	}
}

// TestTheMarkStaysWithTheDesk where a click cannot bring a statement there, and a
// second click is heard.
func TestTheMarkStaysWithTheDesk(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	desk := a.draft.Statement().Headline()
	if err := os.WriteFile(a.archive.Path("broken"), []byte("format = 99"), 0o600); err != nil {
		t.Fatal(err)
	}
	a.refreshList()
	a.until("it is listed", func() bool { return a.list.row("broken") >= 0 })
	marked := func(title string) {
		t.Helper()
		if got := a.markedRows(); len(got) != 1 || got[0] != title {
			t.Errorf("marked: %q", got)
		}
	}
	for range 2 {
		a.clickRow("broken")
		if a.win.Canvas().Overlays().Top() == nil {
			t.Fatal("a click is not heard")
		}
		marked(desk)
		a.closeTop()
	}
	var other archive.Entry
	for _, e := range a.list.all {
		if e.Err == nil && e.ID != sampleStatement {
			other = e
		}
	}
	a.clickRow(other.Title)
	marked(other.Title)
	a.clear()
	if got := a.markedRows(); len(got) != 0 {
		t.Errorf("with nothing on the desk %q is marked", got)
	}
	a.clickRow(other.Title)
	if a.draft == nil || a.draft.Statement().ID != other.ID {
		t.Error("a click does not bring it back")
	}
	marked(other.Title)
}

// TestAClickLeavesTheListInPlace where it opens nothing.
func TestAClickLeavesTheListInPlace(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.list.set(append(slices.Clone(a.list.all), many(500)...))
	a.list.rows.ScrollTo(300)
	at := a.list.rows.GetScrollOffset()
	a.clickRow("0295")
	if got := a.list.rows.GetScrollOffset(); got != at || at == 0 {
		t.Errorf("the list stands at %v, and stood at %v", got, at)
	}
}

// TestTheKeysGoByPagesAndToTheEnds of ten thousand statements, never to a heading,
// and what they are at is in sight.
func TestTheKeysGoByPagesAndToTheEnds(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	for _, by := range []sorting{byDate, byYear} {
		a.list.turn(by)
		a.list.filter.SetText("")
		a.list.set(many(10_000 + int(by)))
		all := slices.DeleteFunc(slices.Clone(a.list.shown), func(r listRow) bool { return r.title != "" })
		a.press("Filter the list")
		at := func(keys string, i int) {
			t.Helper()
			if ringed := a.ringedRows(); len(ringed) != 1 || ringed[0] != all[i].entry.Title {
				t.Errorf("order %d, %s: a ring is around %q, want %s", by, keys, ringed, all[i].entry.Title)
			}
		}
		a.key(fyne.KeyDown)
		at("from the filter", 0)
		a.key(fyne.KeyPageDown)
		_, page := a.list.rows.sight()
		at("a page down", slices.IndexFunc(all, func(r listRow) bool { return r.entry.ID == a.list.shown[page+min(int(by), 1)].entry.ID }))
		a.key(fyne.KeyPageUp, fyne.KeyPageUp)
		at("pages up", 0)
		a.key(fyne.KeyEnd)
		at("the end", len(all)-1)
		a.key(fyne.KeyDown, fyne.KeyPageDown)
		at("below the end", len(all)-1)
		a.key(fyne.KeyPageUp, fyne.KeyHome)
		at("the first", 0)
		if a.list.rows.GetScrollOffset() != 0 {
			t.Errorf("order %d: the first heading is out of sight", by)
		}
		for range 60 {
			a.key(fyne.KeyDown)
		}
		at("many down", 60)
		for range 60 {
			a.key(fyne.KeyUp)
		}
		at("many up", 0)
		if a.key(fyne.KeyUp); a.win.Canvas().Focused() != a.list.filter {
			t.Errorf("order %d: Up from the first leads to %T", by, a.win.Canvas().Focused())
		}
	}
}

// TestTheKeysStayWithTheirStatement while the list changes, and with what was
// clicked.
func TestTheKeysStayWithTheirStatement(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	all := many(90)
	a.list.set(all)
	a.press("Filter the list")
	a.key(fyne.KeyDown, fyne.KeyEnd)
	last := a.ringedRows()
	a.list.turn(byYear)
	a.key(fyne.KeyUp, fyne.KeyDown)
	if got := a.ringedRows(); len(last) != 1 || !slices.Equal(got, last) {
		t.Errorf("in another order a ring is around %q, and was around %q", got, last)
	}
	a.key(fyne.KeyHome)
	a.list.set(all[:3])
	if got := a.ringedRows(); len(got) != 1 {
		t.Errorf("a ring is around %q of a short list", got)
	}
	a.list.set(nil)
	a.key(fyne.KeyDown, fyne.KeyPageDown, fyne.KeyEnd, fyne.KeyReturn)
	if a.key(fyne.KeyUp); a.win.Canvas().Focused() != a.list.filter {
		t.Error("Up does not lead out of an empty list")
	}
}

// TestAClickFoldsAGroup and another one unfolds it; the list stays where it stands, the
// mark with the desk and the keys with a statement.
func TestAClickFoldsAGroup(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.list.turn(byYear)
	a.list.set(append(slices.Clone(a.list.all), many(300)...))
	desk, all := a.draft.Statement().Headline(), len(a.list.shown)
	a.clickRow("2005")
	if len(a.list.shown) != all-10 {
		t.Errorf("folded, the list has %d rows of %d", len(a.list.shown), all)
	}
	a.key(fyne.KeyDown)
	at := a.list.rows.GetScrollOffset()
	if ringed := a.ringedRows(); len(ringed) != 1 || ringed[0] == "" {
		t.Errorf("folded, a ring is around %q", ringed)
	}
	a.list.turn(byPartner)
	a.list.turn(byYear)
	if len(a.list.shown) != all-10 {
		t.Errorf("in the same order again the list has %d rows of %d", len(a.list.shown), all)
	}
	a.list.rows.ScrollToOffset(at)
	a.clickRow("2005")
	if got := a.list.rows.GetScrollOffset(); len(a.list.shown) != all || got != at || at == 0 {
		t.Errorf("unfolded, the list has %d rows of %d and stands at %v, not %v", len(a.list.shown), all, got, at)
	}
	a.list.filter.SetText("2005")
	a.clickRow("2005")
	a.list.filter.SetText("")
	if len(a.list.shown) != all {
		t.Errorf("in a filter a click folds: %d rows of %d", len(a.list.shown), all)
	}
	a.list.rows.ScrollTo(a.list.row(sampleStatement))
	if marked := a.markedRows(); len(marked) != 1 || marked[0] != desk {
		t.Errorf("marked: %q", marked)
	}
}

// TestLeftFoldsAGroup that the keys are in, and Right shows all of them again.
func TestLeftFoldsAGroup(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.list.turn(byYear)
	a.list.set(many(300))
	all := len(a.list.shown)
	a.list.enterRows()
	first := a.ringedRows()
	a.key(fyne.KeyLeft)
	if ringed := a.ringedRows(); len(a.list.shown) != all-10 || len(ringed) != 1 || ringed[0] == first[0] {
		t.Errorf("folded, the list has %d rows of %d and a ring around %q", len(a.list.shown), all, ringed)
	}
	for range 40 {
		a.key(fyne.KeyLeft) // until no statement is left to the keys
	}
	a.key(fyne.KeyDown, fyne.KeyReturn)
	a.key(fyne.KeyRight)
	if ringed := a.ringedRows(); len(a.list.shown) != all || len(ringed) != 1 {
		t.Errorf("unfolded, the list has %d rows of %d and a ring around %q", len(a.list.shown), all, ringed)
	}
}

// TestAllGroupsFolded leave no statement to the keys, and all of them to the filter.
func TestAllGroupsFolded(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.list.turn(byPartner)
	a.list.set(many(300))
	a.list.rows.ScrollTo(299)
	a.clickRow("Norland")
	if rows := a.inSight(); len(rows) != 1 {
		t.Fatalf("%d rows are in sight", len(rows))
	}
	a.key(fyne.KeyDown, fyne.KeyEnd, fyne.KeyReturn)
	if ringed := a.ringedRows(); len(ringed) != 0 {
		t.Errorf("a ring is around %q", ringed)
	}
	a.key(fyne.KeyUp, fyne.KeyDown)
	if a.win.Canvas().Focused() != a.list.filter {
		t.Error("the keys do not come to the filter")
	}
	a.typed("0299")
	if a.key(fyne.KeyDown); len(a.ringedRows()) != 1 {
		t.Error("a filter does not show what is folded away")
	}
}

// TestAFilterShowsItsFirstRow, and saving leaves the list where it stands.
func TestAFilterShowsItsFirstRow(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	all := many(900)
	a.list.set(all)
	a.list.mark("0800")
	a.list.rows.ScrollTo(600)
	at := a.list.rows.GetScrollOffset()
	now := slices.Clone(all)
	now[3].Status = briefing.Cleared
	a.list.set(now)
	if got := a.list.rows.GetScrollOffset(); got != at {
		t.Errorf("after saving the list stands at %v, and stood at %v", got, at)
	}
	for _, typed := range []string{"0", "08", "0800", "08001", "080", ""} {
		a.list.filter.SetText(typed)
		if len(a.list.shown) == 0 {
			continue
		}
		if _, _, title, _ := parts(a.inSight()[0]); title.Text != a.list.shown[0].entry.Title {
			t.Errorf("%q: %q comes first, and the list stands at %v", typed, title.Text, a.list.rows.GetScrollOffset())
		}
	}
}

// many are statements of no file.
func many(n int) (all []archive.Entry) {
	for i := range n {
		id := fmt.Sprintf("%04d", i)
		all = append(all, archive.Entry{ID: id, Title: id, Partner: "Norland", Date: briefing.Date{Year: 1990 + i%30, Month: 1, Day: 1}})
	}
	return all
}

// inSight are the rows of the list that are in sight.
func (a *acting) inSight() (rows []fyne.Widget) {
	scroll := test.WidgetRenderer(a.list.rows).Objects()[0].(fyne.Widget)
	for _, o := range test.WidgetRenderer(scroll).Objects()[0].(*fyne.Container).Objects {
		rows = append(rows, o.(fyne.Widget))
	}
	return rows
}

// parts are what a row is made of: what marks it, its ring and its two lines.
func parts(row fyne.Widget) (mark, ring *canvas.Rectangle, title, note *widget.Label) {
	objects := test.WidgetRenderer(row).Objects()
	stack := objects[1].(*listLine).shown.Objects
	labels := stack[0].(*fyne.Container).Objects
	return objects[0].(*canvas.Rectangle), stack[1].(*canvas.Rectangle), labels[0].(*widget.Label), labels[1].(*widget.Label)
}

// clickRow clicks the row of this title.
func (a *acting) clickRow(title string) {
	a.t.Helper()
	a.list.rows.ScrollTo(slices.IndexFunc(a.list.shown, func(r listRow) bool { return r.title == title || r.entry.Title == title }))
	for _, row := range a.inSight() {
		if _, _, l, note := parts(row); l.Text == title || l.Text == "" && strings.Contains(note.Text, title) {
			test.Tap(test.WidgetRenderer(row).Objects()[1].(*listLine))
			return
		}
	}
	a.t.Fatalf("%q is not in sight", title)
}

// ringedRows are the statements of the list with a ring around them.
func (a *acting) ringedRows() (titles []string) {
	for _, row := range a.inSight() {
		if _, ring, title, _ := parts(row); ring.Visible() {
			titles = append(titles, title.Text)
		}
	}
	return titles
}

// markedRows are those that are shown to be on the desk.
func (a *acting) markedRows() (titles []string) {
	for _, row := range a.inSight() {
		if mark, _, title, _ := parts(row); mark.Visible() && mark.FillColor == theme.Color(theme.ColorNameSelection) {
			titles = append(titles, title.Text)
		}
	}
	return titles
}
