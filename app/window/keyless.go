package window

import "fyne.io/fyne/v2"

// keyless is part of what is used by mouse while somebody writes elsewhere. Fyne takes
// the keys away with a click on what cannot have them; this can, so Fyne leaves them,
// and is disabled, so Tab passes it by.
type keyless struct{}

var (
	_ fyne.Focusable   = keyless{}
	_ fyne.Disableable = keyless{}
)

// FocusGained is called by Fyne.
func (keyless) FocusGained() {}

// FocusLost is called by Fyne.
func (keyless) FocusLost() {}

// TypedRune is called by Fyne.
func (keyless) TypedRune(rune) {}

// TypedKey is called by Fyne.
func (keyless) TypedKey(*fyne.KeyEvent) {}

// Disabled keeps Tab away.
func (keyless) Disabled() bool { return true }

// Enable does nothing.
func (keyless) Enable() {}

// Disable does nothing.
func (keyless) Disable() {}
