package window

import (
	"errors"
	"io/fs"
	"os/exec"
	"path/filepath"

	"delegation-briefing/briefing/archive"
)

// inWords says an error in the language of the window where it is one that
// officers meet and can do something about, and as it is where it is not.
func inWords(err error) string {
	switch {
	case errors.Is(err, archive.ErrFull):
		return L("The disk is full. Make room and try again.")
	case errors.Is(err, archive.ErrForbidden):
		return L("Nothing may be written there. Ask for the right to, or choose another folder.")
	case errors.Is(err, archive.ErrChanged):
		return L("Somebody else has changed the statement’s file.")
	case errors.Is(err, errRemoved):
		return L("The statement’s file has been removed. The next word you write makes it again.")
	case errors.Is(err, archive.ErrInUse):
		return L("Another program has the file open. Close it there and try again.")
	case errors.Is(err, archive.ErrGone):
		return L("The workspace is not there. Connect its drive and try again.")
	case errors.Is(err, exec.ErrNotFound):
		return L("What this needs is not installed on this computer.")
	case errors.Is(err, errFolder):
		return L("This is a folder.")
	case errors.Is(err, fs.ErrNotExist):
		return L("There is no such file or folder.")
	case unreadable(err):
		return L("You may not read it. Ask for the right to.")
	}
	if said, ok := faultInWords(err); ok {
		return said
	}
	return err.Error()
}

// inWordsAt is inWords, and the folder where it happened; where a folder lacks a file,
// the file.
func inWordsAt(err error) string {
	var at *fs.PathError
	if !errors.As(err, &at) {
		return inWords(err)
	}
	words := inWords(err)
	if words == err.Error() {
		return words
	}
	folder := filepath.Dir(at.Path)
	if errors.Is(err, fs.ErrNotExist) && !isMissing(folder) {
		return words + "\n" + at.Path
	}
	return words + "\n" + folder
}

// unreadable reports whether a file is there that the officer may not read. What
// may not be written is archive.ErrForbidden, or was no file to be opened.
func unreadable(err error) bool {
	var at *fs.PathError
	return errors.As(err, &at) && at.Op == "open" && errors.Is(err, fs.ErrPermission)
}
