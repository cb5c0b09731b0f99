package archive

import (
	"os"
	"slices"
	"syscall"
	"time"
)

// On Windows a file that a program has open can neither be taken away nor give
// its name to another, one that is just being renamed cannot be read, and
// scanners for viruses, indexers and OneDrive open each file for some
// milliseconds once it is written.

// longest is how long a file in use is waited for, about.
const longest = time.Second

// patiently changes a name, again for as long as its file is in use.
func patiently(do func() error) error {
	return again(do, slices.Concat(heldErrors, deniedErrors))
}

// again does something again for as long as it ends with one of the errors.
func again(do func() error, faults []syscall.Errno) error {
	for wait := time.Millisecond; ; wait *= 2 {
		err := do()
		if err == nil || wait > longest || !isOne(err, faults) {
			return err
		}
		time.Sleep(wait)
	}
}

func rename(from, to string) error {
	return patiently(func() error { return os.Rename(from, to) })
}

func remove(name string) error {
	return patiently(func() error { return os.Remove(name) })
}

func readFile(name string) (data []byte, err error) {
	err = again(func() error {
		data, err = os.ReadFile(name)
		return err
	}, heldErrors)
	return data, err
}
