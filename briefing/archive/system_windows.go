package archive

import (
	"errors"

	"golang.org/x/sys/windows"
)

// syncFolder does nothing: Windows cannot sync a folder, and NTFS journals its
// names.
func syncFolder(string) error { return nil }

// inUse reports the errors that another program causes by having a file open.
var inUse = func(err error) bool {
	return errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, windows.ERROR_ACCESS_DENIED) ||
		errors.Is(err, windows.ERROR_LOCK_VIOLATION) || errors.Is(err, windows.ERROR_USER_MAPPED_FILE)
}
