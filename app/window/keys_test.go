package window

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestTheSheetOfKeys has every key, and a command that has two in one line.
func TestTheSheetOfKeys(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	sheet := keySheet(a.commands())
	listed := map[string]string{}
	for _, menu := range sheet {
		for _, r := range menu.rows {
			if _, twice := listed[r[0]]; twice {
				t.Errorf("%s has two lines", r[0])
			}
			listed[r[0]] = r[1]
		}
	}
	for _, c := range a.commands() {
		if c.key != "" && !strings.Contains(listed[strings.TrimSuffix(c.name, "…")], keyName(c)) {
			t.Errorf("%s (%s) is not listed", c.name, keyName(c))
		}
	}
	if got := listed["Redo"]; got != "Ctrl+Y, Ctrl+Shift+Z" {
		t.Errorf("Redo is listed as %s", got)
	}
}
