package archive

import (
	"syscall"

	"golang.org/x/sys/windows"
)

// syncFolder does nothing: Windows cannot sync a folder, and NTFS journals its
// names.
func syncFolder(string) error { return nil }

// What the system says of a drive that is gone, one that is full, and one that
// nobody may write to; and of a file that another program has open, by its name
// and when another file is to replace it.
var (
	goneErrors = []syscall.Errno{
		windows.ERROR_NOT_READY, windows.ERROR_DEV_NOT_EXIST, windows.ERROR_NO_SUCH_DEVICE,
		windows.ERROR_BAD_NETPATH, windows.ERROR_BAD_NET_NAME, windows.ERROR_NETNAME_DELETED,
		windows.ERROR_UNEXP_NET_ERR, windows.ERROR_NETWORK_UNREACHABLE, windows.ERROR_HOST_UNREACHABLE,
	}
	fullErrors      = []syscall.Errno{windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL, windows.ERROR_DISK_QUOTA_EXCEEDED}
	forbiddenErrors = []syscall.Errno{windows.ERROR_WRITE_PROTECT}
	heldErrors      = []syscall.Errno{windows.ERROR_SHARING_VIOLATION, windows.ERROR_LOCK_VIOLATION, windows.ERROR_USER_MAPPED_FILE}
	deniedErrors    = []syscall.Errno{windows.ERROR_ACCESS_DENIED}
)

// hide keeps a folder out of sight, as its point does on other systems. One
// that is not there yet is hidden the next time, and one that cannot be stays.
func hide(dir string) {
	name, err := windows.UTF16PtrFromString(dir)
	if err != nil {
		return
	}
	if now, err := windows.GetFileAttributes(name); err == nil && now&windows.FILE_ATTRIBUTE_HIDDEN == 0 {
		_ = windows.SetFileAttributes(name, now|windows.FILE_ATTRIBUTE_HIDDEN)
	}
}
