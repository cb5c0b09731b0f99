package archive

import (
	"bufio"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// WriteFile writes a file whole or not at all: into a temporary file beside
// it, which is synced, given its name, and the folder synced. A file that was
// there keeps its permissions; a new one can be read by its owner alone. An
// error from write is returned as it is, and nothing has changed then.
func WriteFile(name string, write func(io.Writer) error) (err error) {
	mode := fs.FileMode(0o600)
	if info, err := os.Stat(name); err == nil {
		if info.IsDir() {
			return fmt.Errorf("writing %s: it is a folder", name)
		}
		mode = info.Mode().Perm()
	}
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*.tmp")
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	buffered := bufio.NewWriter(f)
	if err := write(buffered); err != nil {
		return err
	}
	if err := finish(f, buffered, mode); err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	if err := os.Rename(f.Name(), name); err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	return syncFolder(filepath.Dir(name))
}

// finish brings a temporary file to the disk.
func finish(f *os.File, buffered *bufio.Writer, mode fs.FileMode) error {
	if err := buffered.Flush(); err != nil {
		return err
	}
	if err := f.Chmod(mode); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	return f.Close()
}
