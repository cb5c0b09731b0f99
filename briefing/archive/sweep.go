package archive

import (
	"io/fs"
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
			if halfWritten(e.Name()) && olderThan(e, leftAlone) {
				os.Remove(filepath.Join(a.dir, dir, e.Name()))
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

func olderThan(e fs.DirEntry, age time.Duration) bool {
	info, err := e.Info()
	return err == nil && e.Type().IsRegular() && time.Since(info.ModTime()) > age
}
