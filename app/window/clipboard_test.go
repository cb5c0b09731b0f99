package window

import (
	"path/filepath"
	"testing"
)

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
