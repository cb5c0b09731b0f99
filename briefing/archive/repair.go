package archive

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/object"

	"delegation-briefing/briefing"
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
	if err != nil {
		return done, fmt.Errorf("repairing: %w", err)
	}
	loose, err := r.looseBranches()
	if err != nil {
		return done, fmt.Errorf("repairing: %w", err)
	}
	for _, name := range loose {
		id, ok := strings.CutPrefix(name, branches)
		if !ok || r.sound(name) {
			continue
		}
		what, err := a.mendBranch(r, id, name)
		if err != nil {
			return done, fmt.Errorf("repairing: %w", err)
		}
		done = append(done, what)
	}
	return done, nil
}

// dropLocks takes away the locks that a killed program left.
func (a *Archive) dropLocks(r *repository) (done []string, err error) {
	err = filepath.WalkDir(r.dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".lock") || !olderThan(e, leftAlone) {
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

// sound reports whether a branch leads to a version that reads.
func (r *repository) sound(name string) bool {
	hash, err := r.head(plumbing.ReferenceName(name))
	return err == nil && !hash.IsZero() && r.reads(hash)
}

// reads reports whether a version and its statement can be read.
func (r *repository) reads(hash plumbing.Hash) bool {
	c, err := object.GetCommit(r.storage, hash)
	if err != nil {
		return false
	}
	data, err := r.file(c, "statement.toml")
	if err != nil {
		return false
	}
	_, err = briefing.ReadStatement(bytes.NewReader(data))
	return err == nil
}

// mendBranch sets a branch to the newest version of its statement that reads.
func (a *Archive) mendBranch(r *repository, id, name string) (string, error) {
	path := filepath.Join(r.dir, filepath.FromSlash(name))
	if err := a.intoTrash(path); err != nil {
		return "", err
	}
	good, err := r.newest(id)
	if err != nil {
		return "", err
	}
	if good.IsZero() {
		return id + ": its branch is damaged, and no version of it can be read", nil
	}
	err = writeText(path, good.String()+"\n")
	return fmt.Sprintf("%s: its branch led nowhere; it ends with version %s again", id, short(good)), err
}

// newest finds the newest version of a statement that reads, among all objects.
func (r *repository) newest(id string) (plumbing.Hash, error) {
	var best plumbing.Hash
	var when time.Time
	err := r.everyObject(func(h plumbing.Hash) {
		c, err := object.GetCommit(r.storage, h)
		if err != nil {
			return // no commit, or one that is damaged
		}
		_, trailers := parseMessage(c.Message)
		if trailers["Statement"] == id && c.Author.When.After(when) && r.reads(h) {
			best, when = h, c.Author.When
		}
	})
	return best, err
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
