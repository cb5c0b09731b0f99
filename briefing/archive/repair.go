package archive

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/object"
)

// Repair mends what can be mended without guessing, and says in sentences what
// it did. Whatever it touches is copied to the trash first. A branch that leads
// nowhere is set to the newest version of its statement that still reads;
// locks and half-written files that a killed program left go. A statement's
// file that cannot be read is left as it is: restore brings a version back.
func (a *Archive) Repair() (done []string, err error) {
	if err := a.present(); err != nil {
		return nil, fmt.Errorf("repairing: %w", err)
	}
	a.sweep()
	a.versions.Lock()
	defer a.versions.Unlock()
	r, err := a.repository()
	if err != nil {
		return nil, err
	}
	done, err = a.dropLocks(r)
	if err == nil {
		var mended []string
		mended, err = a.mendBranches(r)
		done = append(done, mended...)
	}
	if err != nil {
		err = fmt.Errorf("repairing: %w", err)
	}
	return done, err
}

// mendBranches mends those of the branches that do not lead to a version.
func (a *Archive) mendBranches(r *repository) (done []string, err error) {
	ids, unread := r.ids()
	for _, id := range ids {
		sound, err := r.sound(id)
		if err != nil {
			return done, err
		}
		if sound {
			continue
		}
		what, err := a.mendBranch(r, id)
		if err != nil {
			return done, err
		}
		done = append(done, what)
	}
	return done, unread
}

// dropLocks takes away the locks that a killed program left.
func (a *Archive) dropLocks(r *repository) (done []string, err error) {
	err = filepath.WalkDir(r.dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".lock") || !olderThan(path, r.lockLeft(path), r.dir) {
			return err
		}
		if err := a.intoTrash(path); err != nil {
			return err
		}
		done = append(done, "took away a lock that was left: "+filepath.Base(path))
		return os.Remove(path)
	})
	return done, err
}

// lockLeft is the age, by the disk's clock, at which a lock was left by a program
// that was killed. Nobody waits for a repair long enough to tell by our own.
func (r *repository) lockLeft(path string) time.Duration {
	if path == r.lockPath(packing) || path == r.lockPath(packedBranches) {
		return packerLeft
	}
	return leftAlone
}

// sound reports whether a branch leads to a version that reads.
func (r *repository) sound(id string) (bool, error) {
	hash, err := r.head(branch(id))
	if errors.Is(err, errDamaged) {
		return false, nil
	}
	return err == nil && r.reads(hash), err
}

// reads reports whether a version and its statement's file are whole. What a
// newer program kept is whole, too.
func (r *repository) reads(hash plumbing.Hash) bool {
	c, err := r.commit(hash)
	if err != nil {
		return false
	}
	_, err = r.file(c, "statement.toml")
	return err == nil
}

// mendBranch sets a branch to the newest version of its statement that reads.
func (a *Archive) mendBranch(r *repository, id string) (string, error) {
	good, err := r.newest(id)
	if err != nil {
		return "", err
	}
	name := filepath.FromSlash(string(branch(id)))
	lock, err := r.lock(name)
	if err != nil {
		return "", err
	}
	defer lock.drop()
	if err := a.intoTrash(r.files.path(name)); err != nil {
		return "", err
	}
	if good.IsZero() {
		return id + ": its branch is damaged, and no version of it can be read", nil
	}
	if err := lock.write(good.String() + "\n"); err != nil {
		return "", err
	}
	return fmt.Sprintf("%s: its branch led nowhere; it ends with version %s again", id, short(good)), lock.replace()
}

// newest finds the newest version of a statement that reads. If somebody packed
// meanwhile it looks again, since what moved into a pack may have been missed.
func (r *repository) newest(id string) (plumbing.Hash, error) {
	for {
		r.follow()
		packs := r.packs
		best, err := r.newestSeen(id)
		if slices.Equal(packs, r.packsNow()) {
			return best, err
		}
	}
}

// newestSeen looks once, among all objects of the statement's own and where its
// branch led when the branches were packed.
func (r *repository) newestSeen(id string) (plumbing.Hash, error) {
	var best plumbing.Hash
	var when time.Time
	packed, _ := r.packedRefs() // what reads of it
	last := packed[string(branch(id))]
	err := r.everyObject(func(h plumbing.Hash) {
		c, err := object.GetCommit(r.storage, h)
		if err != nil {
			return // no commit, or one that is damaged
		}
		if (h == last || isOf(c.Message, id)) && c.Author.When.After(when) && r.reads(h) {
			best, when = h, c.Author.When
		}
	})
	return best, err
}

// isOf reports whether a version's message says that it is of a statement, or
// that the statement was given its name with it.
func isOf(message, id string) bool {
	note, trailers := parseMessage(message)
	return trailers["Statement"] == id || note == renameNote(trailers["Statement"], id)
}

// everyObject visits what lies in the repository, loose and in packs.
func (r *repository) everyObject(visit func(plumbing.Hash)) error {
	err := r.storage.ForEachObjectHash(func(h plumbing.Hash) error {
		visit(h)
		return nil
	})
	if err != nil {
		return err
	}
	packs, err := r.storage.ObjectPacks()
	if err != nil {
		return err
	}
	for _, pack := range packs {
		index, err := r.index(pack)
		if err != nil {
			continue // a damaged pack: the others are looked at
		}
		entries, err := index.Entries()
		if err != nil {
			continue
		}
		for e, err := entries.Next(); err == nil; e, err = entries.Next() {
			visit(e.Hash)
		}
	}
	return nil
}

// intoTrash copies a file to the trash before it is touched.
func (a *Archive) intoTrash(path string) error {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	name := filepath.Base(path) + "." + time.Now().UTC().Format(trashTime) + ".git"
	return writeText(filepath.Join(a.dir, trashDir, name), string(data))
}
