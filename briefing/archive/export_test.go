package archive

import (
	"syscall"
	"testing"
)

// PackAll packs whatever there is.
func (a *Archive) PackAll() (bool, error) { return a.pack(1, 1) }

// Patiently is patiently.
func Patiently(do func() error) error { return patiently(do) }

// SayInUse has an error say that a file is in use, while a test runs.
func SayInUse(t *testing.T, fault syscall.Errno) {
	before := heldErrors
	heldErrors = []syscall.Errno{fault}
	t.Cleanup(func() { heldErrors = before })
}

// SayGone has an error say that the drive is gone, while a test runs.
func SayGone(t *testing.T, fault syscall.Errno) {
	before := goneErrors
	goneErrors = []syscall.Errno{fault}
	t.Cleanup(func() { goneErrors = before })
}

// Advised is advised.
func Advised(err error) error { return advised(err) }
