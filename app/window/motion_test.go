package window

import (
	"path/filepath"
	"testing"
)

// TestFyneShowsNoMotion: the caret in the line of a picker would draw the whole
// window some twelve times a second, and go on once the picker is gone.
func TestFyneShowsNoMotion(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	if calmed(a.app).Settings().ShowAnimations() {
		t.Error("Fyne's widgets may move")
	}
	if got, want := calmed(a.app).Settings().Theme(), a.app.Settings().Theme(); got != want {
		t.Errorf("the theme is %v, want %v", got, want)
	}
}

func TestLessMotionStopsTheCaret(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	check := func(want bool) {
		t.Helper()
		if got := a.at("opening", 0, "text").Blinks(); got != want {
			t.Errorf("the caret blinks: %v, want %v", got, want)
		}
		a.at("outcome", 0, "text")
	}
	check(true)
	a.press("Less motion")
	check(false)
	a.press("Next statement with this partner")
	check(false)
	a.press("Less motion")
	check(true)
}
