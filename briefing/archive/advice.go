package archive

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"syscall"
)

// What keeps words from the disk, and what an officer can do about it. An error
// that is one of these says so before what the system says.
var (
	// ErrGone means that the workspace's folder is not there: a share of the
	// network that is not connected, a stick that was pulled out.
	ErrGone = errors.New("the workspace is not there; connect its drive and try again")

	// ErrFull means that the disk, or the officer's part of it, is full.
	ErrFull = errors.New("the disk is full; make room and try again")

	// ErrForbidden means that the officer may not write to the folder.
	ErrForbidden = errors.New("nothing may be written there; ask for the right to, or choose another folder")

	// ErrInUse means that another program has the file open, as a viewer may on
	// Windows, and lets nobody write it.
	ErrInUse = errors.New("another program has the file open; close it there and try again")
)

// present makes sure that the workspace is still where it was when it was
// opened, so that nothing is made in its place.
func (a *Archive) present() error {
	if _, err := os.Stat(filepath.Join(a.dir, statementsDir)); errors.Is(err, fs.ErrNotExist) || isOne(err, goneErrors) {
		return fmt.Errorf("%s: %w", a.dir, ErrGone)
	}
	return nil
}

// advised says, before what the system says, what an officer can do about it.
func advised(err error) error {
	switch {
	case errors.Is(err, ErrGone), errors.Is(err, ErrInUse):
		return err
	case isOne(err, heldErrors):
		return fmt.Errorf("%w: %w", ErrInUse, err)
	case isOne(err, goneErrors):
		return fmt.Errorf("%w: %w", ErrGone, err)
	case isOne(err, fullErrors):
		return fmt.Errorf("%w: %w", ErrFull, err)
	case isOne(err, forbiddenErrors), errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%w: %w", ErrForbidden, err)
	}
	return err
}

// isOne reports whether an error is one of a system's.
func isOne(err error, of []syscall.Errno) bool {
	return slices.ContainsFunc(of, func(one syscall.Errno) bool { return errors.Is(err, one) })
}
