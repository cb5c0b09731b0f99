package window

import (
	"path/filepath"
	"testing"
)

// TestEveryCommand does each command once, on the sample, through the table
// that menu, palette and keys are made from.
func TestEveryCommand(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	keys := map[string]string{}
	for _, c := range a.commands() {
		if c.key != "" {
			if other, taken := keys[keyName(c)]; taken {
				t.Errorf("%s is both %q and %q", keyName(c), other, c.name)
			}
			keys[keyName(c)] = c.name
		}
		switch c.name {
		case "Close window", "Quit": // there would be no window after it
			continue
		}
		t.Run(c.name, func(t *testing.T) {
			a.t = t
			a.theStatement()
			a.at("topics", 2, "text")
			a.run(c)()
			for _, o := range a.win.Canvas().Overlays().List() {
				a.win.Canvas().Overlays().Remove(o)
			}
		})
	}
}
