package field_test

import (
	"testing"

	"delegation-briefing/app/window/field"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// atDesktop is a program on a desktop, which knows what keys are down.
type atDesktop struct {
	fyne.App
	down *fyne.KeyModifier
}

func (a atDesktop) Driver() fyne.Driver { return keyboard{a.App.Driver(), a.down} }

type keyboard struct {
	fyne.Driver
	down *fyne.KeyModifier
}

func (k keyboard) CurrentKeyModifiers() fyne.KeyModifier { return *k.down }
func (keyboard) CreateSplashWindow() fyne.Window         { return nil }
func (keyboard) HasSecondaryDisplay() bool               { return false }

var _ desktop.Driver = keyboard{}

// TestShiftDoesNotStick: Ctrl+Shift+P opens a list, which hears that Shift is let
// go. The arrows in the text must not go on to select, or the next letter replaces
// a line.
func TestShiftDoesNotStick(t *testing.T) {
	f := &field.Field{}
	shown(t, f, "|one\ntwo")
	var down fyne.KeyModifier
	fyne.SetCurrentApp(atDesktop{fyne.CurrentApp(), &down})

	down = fyne.KeyModifierShift
	f.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if got := look(f); got != "|o|ne\ntwo" {
		t.Errorf("with Shift: %q", got)
	}
	down = 0
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	if got := look(f); got != "one|\ntwo" {
		t.Errorf("without: %q", got)
	}
	f.TypedRune('Z')
	if got := look(f); got != "oneZ|\ntwo" {
		t.Errorf("typed: %q", got)
	}
}
