package archive

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"github.com/go-git/go-billy/v5"
	"github.com/go-git/go-billy/v5/osfs"
)

// synced is a file system on which whatever was written and closed is on the
// disk: a file is synced when it is closed, a folder when a name in it is made
// or changed. go-git by itself syncs nothing.
type synced struct {
	billy.Filesystem
	root string
}

func newSynced(dir string) *synced {
	return &synced{Filesystem: osfs.New(dir, osfs.WithBoundOS()), root: dir}
}

func (s *synced) path(name string) string { return filepath.Join(s.root, name) }

// Create makes a file.
func (s *synced) Create(name string) (billy.File, error) {
	return s.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o600)
}

// Open opens a file to be read.
func (s *synced) Open(name string) (f billy.File, err error) {
	err = again(func() error {
		f, err = s.Filesystem.Open(name)
		return err
	}, heldErrors)
	return f, err
}

// OpenFile opens a file; one that can be written is synced when it is closed.
func (s *synced) OpenFile(name string, flag int, mode os.FileMode) (billy.File, error) {
	if flag&(os.O_WRONLY|os.O_RDWR|os.O_CREATE) == 0 {
		return s.Open(name)
	}
	if err := s.makeFolder(filepath.Dir(name)); err != nil {
		return nil, err
	}
	if err := mayWrite(s.path(name)); err != nil {
		return nil, err
	}
	f, err := s.Filesystem.OpenFile(name, flag, mode&0o600)
	if err != nil {
		return nil, err
	}
	return &syncedFile{File: f, path: s.path(name), folder: filepath.Dir(s.path(name))}, nil
}

// TempFile makes a file that will be renamed.
func (s *synced) TempFile(dir, prefix string) (billy.File, error) {
	if err := s.makeFolder(dir); err != nil {
		return nil, err
	}
	if err := mayWrite(s.path(dir)); err != nil {
		return nil, err
	}
	f, err := s.Filesystem.TempFile(dir, prefix)
	if err != nil {
		return nil, err
	}
	return &syncedFile{File: f, path: f.Name()}, nil
}

// Rename gives a file its name, for good.
func (s *synced) Rename(from, to string) error {
	rename := func() error {
		if err := s.makeFolder(filepath.Dir(to)); err != nil {
			return err
		}
		return patiently(func() error { return s.Filesystem.Rename(from, to) })
	}
	err := rename()
	if errors.Is(err, fs.ErrNotExist) { // Git has just taken the folder away
		err = rename()
	}
	if err != nil {
		return err
	}
	return syncFolder(filepath.Dir(s.path(to)))
}

// Remove takes a file away.
func (s *synced) Remove(name string) error {
	return patiently(func() error { return s.Filesystem.Remove(name) })
}

// makeFolder makes a folder and syncs those that hold it. It looks each time,
// since Git takes folders away that it has emptied. It makes none where the
// file system itself is gone, as a share of the network may be.
func (s *synced) makeFolder(dir string) error {
	if _, err := os.Stat(s.root); err != nil {
		return err
	}
	return makeFolder(s.path(dir))
}

// ReadDir leaves out locks, which go-git would take for references, and files
// that vanish while it reads.
func (s *synced) ReadDir(dir string) ([]os.FileInfo, error) {
	entries, err := os.ReadDir(s.path(dir))
	if err != nil {
		return nil, err
	}
	var all []os.FileInfo
	for _, e := range entries {
		if filepath.Ext(e.Name()) == ".lock" {
			continue
		}
		info, err := e.Info()
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		all = append(all, info)
	}
	return all, nil
}

// Chmod is passed on, or objects would stay writable. Windows would not let
// another program write the same object, if they were not.
func (s *synced) Chmod(name string, mode os.FileMode) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	return os.Chmod(s.path(name), mode&0o700)
}

// Chroot is the same file system seen from a folder.
func (s *synced) Chroot(dir string) (billy.Filesystem, error) {
	return newSynced(s.path(dir)), nil
}

// syncedFile is synced when it is closed, if anything was written.
type syncedFile struct {
	billy.File
	path   string
	folder string // to be synced as well; empty: none
	dirty  bool
}

// Write writes.
func (f *syncedFile) Write(p []byte) (int, error) {
	if err := mayWrite(f.path); err != nil {
		return 0, err
	}
	f.dirty = true
	return f.File.Write(p)
}

// Truncate cuts the file.
func (f *syncedFile) Truncate(size int64) error {
	f.dirty = true
	return f.File.Truncate(size)
}

// Close syncs and closes.
func (f *syncedFile) Close() error {
	var err error
	if file, ok := f.File.(interface{ Sync() error }); ok && f.dirty {
		err = file.Sync()
		onDisk(f.path)
	}
	err = errors.Join(err, f.File.Close())
	if err == nil && f.dirty && f.folder != "" {
		err = syncFolder(f.folder)
	}
	return err
}
