package window

import (
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// TestTheCountGivesWayToTheName of a section, where there is no room for both.
func TestTheCountGivesWayToTheName(t *testing.T) {
	test.NewTempApp(t)
	name, count := widget.NewLabel("Individual cases"), widget.NewLabel("18 of about 30 words")
	wide := name.MinSize().Width
	name.Truncation = fyne.TextTruncateEllipsis
	line := container.New(nameFirst(wide), name, count)
	for width, want := range map[float32]bool{400: true, wide + 20: false} {
		line.Resize(fyne.NewSize(width, 40))
		if count.Visible() != want || name.Size().Width < wide {
			t.Errorf("in %v the count is shown: %v; the name has %v of %v", width, count.Visible(), name.Size().Width, wide)
		}
	}
}

// TestWhatIsCopiedSaysTheFacts to other programs, and is prose again here.
func TestWhatIsCopiedSaysTheFacts(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	for _, c := range []struct{ prose, plain string }{
		{"On {{date}} they *met* in {{place}}.", "On 12 March 2026 they met in Aldvik."},
		{"They agreed:\n\n- to meet in {{place}}\n- to **report**\n\nThen they left.", "They agreed:\n\n- to meet in Aldvik\n- to report\n\nThen they left."},
		{" in {{place}} ", " in Aldvik "},
		{"on [the list](https://example.org)", "on the list"},
		{"  ", "  "},
	} {
		f := a.at("outcome", 0, "text")
		f.Select(0, len(f.Text()))
		f.Insert(c.prose)
		f.Select(0, len(f.Text()))
		f.Copy()
		if got := a.app.Clipboard().Content(); got != c.plain {
			t.Errorf("%q is copied as %q", c.prose, got)
		}
		f.Paste()
		if got := f.Text(); got != c.prose {
			t.Errorf("%q is pasted as %q", c.prose, got)
		}
	}
}
