package command

import "golang.org/x/sys/windows"

// documents is the officer's folder of documents, which an office may have
// moved to a share or to OneDrive; "" where Windows does not say.
func documents() string {
	dir, err := windows.KnownFolderPath(windows.FOLDERID_Documents, windows.KF_FLAG_DEFAULT)
	if err != nil {
		return ""
	}
	return dir
}
