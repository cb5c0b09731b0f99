package window

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"delegation-briefing/app/window/association"
)

func TestOpeningByDoubleClickIsOfferedAndTakenBack(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	offered := false
	var fault error
	set := func(to bool) func() error {
		return func() error {
			if fault == nil {
				offered = to
			}
			return fault
		}
	}
	a.config.association = &association.Way{Made: func() bool { return offered }, Make: set(true), Undo: set(false)}
	answer := func() { a.win.Canvas().Focused().(*button).OnTapped() }

	a.press("Open by double click…")
	if offered {
		t.Error("it was offered unasked")
	}
	answer()
	if !offered || !strings.HasSuffix(a.status.disk.Text, "Windows offers this program for .toml files now.") {
		t.Errorf("offered %v: %s", offered, a.status.disk.Text)
	}
	a.press("Open by double click…")
	fault = errors.New("refused")
	answer()
	if !offered {
		t.Error("it is offered no longer, and that failed")
	}
	answer() // takes the reason away
	fault = nil
	a.press("Open by double click…")
	answer()
	if offered {
		t.Error("it is still offered")
	}
}

// TestOpeningByDoubleClickIsWindowsMatter: elsewhere the program is put among
// the others when it is installed.
func TestOpeningByDoubleClickIsWindowsMatter(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.config.association = nil
	if slices.ContainsFunc(a.commands(), func(c command) bool { return c.name == "Open by double click…" }) {
		t.Error("there is a command that does nothing")
	}
}
