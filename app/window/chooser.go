package window

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
)

// fileQuestion is what is asked with a dialog for files. Go has none of its
// own, and Fyne's looks like no other on the machine, so choose asks with that
// of the system.
type fileQuestion struct {
	title      string
	save       bool   // a file to write, which need not be there yet
	many       bool   // several files may be chosen at once
	suggestion string // a path to begin with; may be empty
	endings    []string
	owner      uintptr // the window the dialog belongs to, as Windows knows it
}

// errNoChooser says that the machine has nothing that asks for files.
var errNoChooser = errors.New("no program that asks for files")

// handleOf is what Windows knows a window by; 0 for one that it does not know.
func handleOf(win fyne.Window) (handle uintptr, windows bool) {
	if native, ok := win.(driver.NativeWindow); ok {
		native.RunNative(func(context any) {
			if c, ok := context.(driver.WindowsWindowContext); ok {
				handle, windows = c.HWND, true
			}
		})
	}
	return handle, windows
}
