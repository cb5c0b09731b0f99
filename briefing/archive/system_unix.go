//go:build !windows

package archive

import (
	"fmt"
	"os"
	"syscall"
)

// syncFolder makes a file's name as lasting as the file.
func syncFolder(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return fmt.Errorf("syncing folder: %w", err)
	}
	defer d.Close()
	if err := d.Sync(); err != nil {
		return fmt.Errorf("syncing folder %s: %w", dir, err)
	}
	onDisk(dir)
	return nil
}

// What the system says of a drive that is gone, one that is full, and one that
// nobody may write to; and of a file that another program has open, which is
// nothing.
var (
	goneErrors      []syscall.Errno
	fullErrors      = []syscall.Errno{syscall.ENOSPC, syscall.EDQUOT}
	forbiddenErrors = []syscall.Errno{syscall.EROFS}
	heldErrors      []syscall.Errno
	deniedErrors    []syscall.Errno
)

// hide does nothing: a name that begins with a point is out of sight.
func hide(string) {}
