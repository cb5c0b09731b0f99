package archive

import (
	"errors"
	"testing"
)

// PackAll packs whatever there is.
func (a *Archive) PackAll() (bool, error) { return a.pack(1, 1) }

// Patiently is patiently.
func Patiently(do func() error) error { return patiently(do) }

// SayInUse has an error say that a file is in use, while a test runs.
func SayInUse(t *testing.T, fault error) {
	before := inUse
	inUse = func(err error) bool { return errors.Is(err, fault) }
	t.Cleanup(func() { inUse = before })
}
