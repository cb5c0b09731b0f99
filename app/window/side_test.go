package window

import (
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"delegation-briefing/app/window/field"
	"delegation-briefing/briefing/archive"
)

// TestThePanesByKeyboard chooses and compares a version without a mouse: the
// keys go from column to column, from card to card, and stay where they are
// when the cards are made anew.
func TestThePanesByKeyboard(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.press("Versions")
	for _, note := range []string{"first", "second", "third"} {
		a.at("outcome", 0, "text")
		a.typed(" More for the " + note + ".")
		if err := a.saver.Flush(); err != nil {
			t.Fatal(err)
		}
		a.keep(note)
		a.until("the version is listed", func() bool {
			return slices.ContainsFunc(a.history.versions, func(v archive.Version) bool { return v.Note == note })
		})
	}
	focused := func() fyne.Focusable { return a.win.Canvas().Focused() }
	cards := a.history.cards
	a.press("Next pane")
	if focused() != fyne.Focusable(cards.all()[0]) {
		t.Fatalf("%T has the keys, want the newest version", focused())
	}
	a.key(fyne.KeyDown, fyne.KeyReturn)
	a.until("the second is compared", func() bool {
		return a.history.at >= 0 && a.history.versions[a.history.at].Note == "second" && len(a.history.changes) > 0
	})
	if focused() != fyne.Focusable(cards.all()[1]) {
		t.Errorf("%T has the keys, want the version looked at", focused())
	}
	a.key(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown)
	if focused() != fyne.Focusable(cards.all()[len(cards.all())-1]) {
		t.Error("the last card is not the end")
	}
	a.press("Next pane")
	if focused() != fyne.Focusable(a.list.filter) {
		t.Errorf("%T has the keys after the side, want the list", focused())
	}
	a.press("Previous pane")
	if focused() != fyne.Focusable(cards.all()[len(cards.all())-1]) {
		t.Error("the side has forgotten which card had the keys")
	}
	a.key(fyne.KeyEscape)
	if _, ok := focused().(*field.Field); !ok {
		t.Errorf("%T has the keys after Escape, want the text", focused())
	}
}

// TestTheProofByKeyboard turns the pages, and Escape leads back.
func TestTheProofByKeyboard(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.until("the pages", func() bool { return a.proof.doc != nil })
	a.press("Next pane")
	if !a.proof.keys.ring.Visible() {
		t.Error("nothing shows that the proof has the keys")
	}
	a.key(fyne.KeyPageDown)
	down := a.proof.scroll.Offset.Y
	a.key(fyne.KeyHome)
	if up := a.proof.scroll.Offset.Y; down == 0 || up != 0 {
		t.Errorf("the pages are at %v, then at %v", down, up)
	}
	a.key(fyne.KeyEscape)
	if a.proof.keys.ring.Visible() {
		t.Error("the proof still has the keys")
	}
}
