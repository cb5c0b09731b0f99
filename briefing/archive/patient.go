package archive

import (
	"os"
	"time"
)

// On Windows a file that a program has open can neither be taken away nor give
// its name to another, and scanners for viruses, indexers and OneDrive open
// each file for some milliseconds once it is written.

// longest is how long a file in use is waited for, about.
const longest = time.Second

// patiently does something, again for as long as a file is in use.
func patiently(do func() error) error {
	for wait := time.Millisecond; ; wait *= 2 {
		err := do()
		if err == nil || !isOne(err, inUseErrors) || wait > longest {
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
