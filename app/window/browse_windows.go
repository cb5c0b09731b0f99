package window

import (
	"fmt"
	"net/url"
	"path/filepath"

	"fyne.io/fyne/v2"
	"golang.org/x/sys/windows"
)

// browserOf opens an address or a file with the program that Windows has for
// it, and says where it has none. A file is named by its path: in the address
// of one, letters with accents would be read in more than one way.
func browserOf(fyne.App) func(*url.URL) error {
	return func(u *url.URL) error {
		what := u.String()
		if u.Scheme == "file" {
			what = filepath.FromSlash(u.Path)
		}
		name, err := windows.UTF16PtrFromString(what)
		if err == nil {
			err = windows.ShellExecute(0, nil, name, nil, nil, windows.SW_SHOWNORMAL)
		}
		if err != nil {
			return fmt.Errorf("opening with another program: %w", err)
		}
		return nil
	}
}
