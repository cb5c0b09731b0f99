package archive

import (
	"bufio"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// WriteFile writes a file whole or not at all: into a temporary file beside
// it, which is synced, given its name, and the folder synced. A file that was
// there keeps its permissions; a new one can be read by its owner alone. An
// error from write is returned as it is, unless the disk was at fault, and
// nothing has changed then.
func WriteFile(name string, write func(io.Writer) error) error { return writeFile(name, 0o600, write) }

// WriteOut is [WriteFile] for what leaves the workspace: a new file can be read by
// whoever may read new files there.
func WriteOut(name string, write func(io.Writer) error) error { return writeFile(name, 0o666, write) }

func writeFile(name string, fresh fs.FileMode, write func(io.Writer) error) (err error) {
	info, missing := os.Stat(name)
	if missing == nil && info.IsDir() {
		return fmt.Errorf("writing %s: it is a folder", name)
	}
	if err := mayWrite(name); err != nil {
		return fmt.Errorf("writing %s: %w", name, advised(err))
	}
	temporary := filepath.Join(filepath.Dir(name), "."+filepath.Base(name)+"."+rand.Text()[:10]+".tmp")
	f, err := os.OpenFile(temporary, os.O_RDWR|os.O_CREATE|os.O_EXCL, fresh)
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, advised(err))
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	to := &sink{file: f}
	buffered := bufio.NewWriter(to)
	if err := write(buffered); err != nil {
		if to.fault != nil { // what is longer than the buffer is written before the end
			return fmt.Errorf("writing %s: %w", name, advised(to.fault))
		}
		return err
	}
	mode, err := modeOf(info, f)
	if err == nil {
		err = finish(f, buffered, mode)
	}
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, advised(err))
	}
	if err := rename(f.Name(), name); err != nil {
		if mode&0o200 != 0 && isOne(err, deniedErrors) { // the folder let the temporary file in
			err = fmt.Errorf("%w: %w", ErrInUse, err)
		}
		return fmt.Errorf("writing %s: %w", name, advised(err))
	}
	return syncFolder(filepath.Dir(name))
}

// modeOf is who may read and write a file: as what was there, or as the system made
// the new one.
func modeOf(there fs.FileInfo, f *os.File) (fs.FileMode, error) {
	if there == nil {
		var err error
		if there, err = f.Stat(); err != nil {
			return 0, err
		}
	}
	return there.Mode().Perm(), nil
}

// sink writes to a file and remembers what the system said against it.
type sink struct {
	file  *os.File
	fault error
}

func (s *sink) Write(p []byte) (n int, err error) {
	if err = mayWrite(s.file.Name()); err == nil {
		n, err = s.file.Write(p)
	}
	if err != nil {
		s.fault = err
	}
	return n, err
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
	onDisk(f.Name())
	return f.Close()
}

// onDisk is told of every file and folder that has been synced. The test that
// cuts the power listens; nobody else does.
var onDisk = func(path string) {}

// mayWrite is asked before anything is written that takes room on the disk. The
// test of a full disk says no; nobody else does.
var mayWrite = func(path string) error { return nil }

// makeFolder makes a folder that only its owner can read, and those above it,
// and syncs their names.
func makeFolder(dir string) error {
	if _, err := os.Stat(dir); err == nil {
		return nil
	}
	parent := filepath.Dir(dir)
	if err := makeFolder(parent); err != nil {
		return err
	}
	if err := mayWrite(dir); err != nil {
		return err
	}
	if err := os.Mkdir(dir, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return syncFolder(parent)
}

// takeName gives a file another name besides its own, unless there is a file
// of that name. Only one program can do so at a time. Where the disk has no
// links, as that of a stick, the file is copied.
func takeName(file, name string) error {
	if err := mayWrite(name); err != nil {
		return err
	}
	err := link(file, name)
	if err == nil || errors.Is(err, fs.ErrExist) || errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return copyTo(file, name)
}

// link is os.Link, but in the tests of a disk that has no links.
var link = os.Link

// copyTo copies a file, whole or not at all, to a name that is free. A file
// beside it reserves the name meanwhile; one that a killed program left counts
// as the name being taken until it is swept away.
func copyTo(file, name string) error {
	reserved := filepath.Join(filepath.Dir(name), "."+filepath.Base(name)+".new")
	f, err := os.OpenFile(reserved, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	defer remove(reserved)
	if err := f.Close(); err != nil {
		return err
	}
	if _, err := os.Lstat(name); err == nil {
		return &fs.PathError{Op: "copy", Path: name, Err: fs.ErrExist}
	}
	data, err := readFile(file)
	if err != nil {
		return err
	}
	return WriteFile(name, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}
