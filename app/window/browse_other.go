//go:build !windows

package window

import (
	"net/url"

	"fyne.io/fyne/v2"
)

// browserOf opens an address or a file with the program that the system has
// for it.
func browserOf(a fyne.App) func(*url.URL) error { return a.OpenURL }
