package archive

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"
)

// lock keeps everybody else from writing a file of the repository, in git's
// way: NAME.lock, which only one can make, takes the place of NAME. So it keeps
// out other processes, git's own among them. Whoever holds a lock for too long
// may lose it, and learns so before anything is written.
type lock struct {
	r    *repository
	name string // of what is locked
	file *os.File
	own  os.FileInfo
}

// A lock is held for some milliseconds. One that has not changed for lockStale
// was left by a program that was killed, and is taken away; so nobody waits
// much longer than that. The time is our own, as the disk's clock may be
// another computer's.
const (
	lockStale = 5 * time.Second
	lockWait  = 2 * lockStale
)

// errLost means that a lock was held for so long that another program took it
// for one that was left.
var errLost = fmt.Errorf("the lock was taken away: %w", ErrMoved)

// lock waits for a lock and takes it.
func (r *repository) lock(name string) (*lock, error) {
	begun := time.Now()
	var seen sighting
	for {
		l, err := r.tryLock(name)
		if err == nil || !errors.Is(err, os.ErrExist) {
			return l, err
		}
		if time.Since(begun) > lockWait {
			return nil, fmt.Errorf("another program is keeping a version: %s.lock is there: %w", name, err)
		}
		now, err := os.Lstat(r.lockPath(name))
		if err == nil && seen.age(now) > lockStale { // else it has just gone, or is at work
			r.takeAway(name, now)
		}
		time.Sleep(10 * time.Millisecond)
	}
}

func (r *repository) lockPath(name string) string { return r.files.path(name + ".lock") }

// tryLock makes a lock that is not there. On Windows one that was just taken
// away may still be in use.
func (r *repository) tryLock(name string) (*lock, error) {
	if err := mayWrite(r.lockPath(name)); err != nil {
		return nil, err
	}
	l := &lock{r: r, name: name}
	open := func() error {
		return patiently(func() (err error) {
			if err := r.files.makeFolder(filepath.Dir(name)); err != nil {
				return err
			}
			l.file, err = os.OpenFile(r.lockPath(name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
			return err
		})
	}
	err := open()
	if errors.Is(err, os.ErrNotExist) { // Git has just taken the folder away
		err = open()
	}
	if err != nil {
		return nil, err
	}
	if l.own, err = l.file.Stat(); err != nil {
		l.file.Close()
		return nil, err
	}
	return l, nil
}

// takeAway takes a lock away that was left, unless it is another one by now:
// of two that waited for it, the second must not take the first one's.
func (r *repository) takeAway(name string, left os.FileInfo) {
	aside := filepath.Join(r.dir, "."+rand.Text()+".tmp")
	if os.Rename(r.lockPath(name), aside) != nil {
		return // it has gone, or somebody has it open
	}
	defer os.Remove(aside)
	if taken, err := os.Lstat(aside); err == nil && !unchangedSince(left, taken) {
		os.Link(aside, r.lockPath(name)) // if that fails, its owner learns that it is lost
	}
}

// sighting is a lock as it was first seen, and when that was, by our own clock.
type sighting struct {
	lock os.FileInfo
	when time.Time
}

// age is how long a lock has been seen as it is now.
func (s *sighting) age(now os.FileInfo) time.Duration {
	if s.lock == nil || !unchangedSince(s.lock, now) {
		*s = sighting{now, time.Now()}
	}
	return time.Since(s.when)
}

func unchangedSince(then, now os.FileInfo) bool {
	return os.SameFile(then, now) && then.Size() == now.Size() && then.ModTime().Equal(now.ModTime())
}

// mine reports whether the lock has not been taken away. While it is open its
// file cannot be mistaken for another.
func (l *lock) mine() bool {
	now, err := os.Lstat(l.file.Name())
	return err == nil && os.SameFile(l.own, now)
}

func (l *lock) write(text string) error {
	if err := mayWrite(l.file.Name()); err != nil {
		return err
	}
	_, err := io.WriteString(l.file, text)
	return err
}

// replace puts what was written into the lock in the place of what is locked.
func (l *lock) replace() error {
	if err := l.file.Sync(); err != nil {
		return err
	}
	onDisk(l.file.Name())
	if !l.mine() {
		return errLost
	}
	if err := l.file.Close(); err != nil {
		return err
	}
	if err := l.r.files.Rename(l.name+".lock", l.name); err != nil {
		return err
	}
	l.own = nil // it is no lock any more
	return nil
}

// drop gives up a lock that is still held.
func (l *lock) drop() {
	mine := l.mine()
	l.file.Close()
	if mine {
		remove(l.file.Name())
	}
}
