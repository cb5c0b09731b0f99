package archive

import (
	"crypto/rand"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// leftAlone is how long a file that is being written is left alone. Writing one
// takes milliseconds.
const leftAlone = time.Minute

// sweep takes away what a program that was killed left half written. It must
// not stop anybody from working, so it says nothing.
func (a *Archive) sweep() {
	for _, dir := range []string{statementsDir, trashDir, ".git", ".git/objects/pack"} {
		entries, err := os.ReadDir(filepath.Join(a.dir, dir))
		if err != nil {
			continue
		}
		for _, e := range entries {
			file := filepath.Join(a.dir, dir, e.Name())
			if halfWritten(e.Name()) && olderThan(file, leftAlone, filepath.Dir(file)) {
				os.Remove(file)
			}
		}
	}
}

// halfWritten reports the names that files have until they are whole: those of
// WriteFile and Create, and go-git's.
func halfWritten(name string) bool {
	return strings.HasPrefix(name, ".") && (strings.HasSuffix(name, ".tmp") || strings.HasSuffix(name, ".new")) ||
		strings.HasPrefix(name, "tmp_obj_") || strings.HasPrefix(name, "tmp_pack_")
}

// olderThan reports whether a file was last written so long ago by the clock of
// the disk, which may be another computer's.
func olderThan(path string, age time.Duration, disk string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.Mode().IsRegular() && clockOf(disk).Sub(info.ModTime()) > age
}

// clockOf is what a folder's disk takes for the time: that of a file written
// now. Where none can be written it is our own.
func clockOf(dir string) time.Time {
	file := filepath.Join(dir, "."+rand.Text()+".tmp")
	defer remove(file)
	if err := writeText(file, ""); err != nil {
		return time.Now()
	}
	info, err := os.Stat(file)
	if err != nil {
		return time.Now()
	}
	return info.ModTime()
}
