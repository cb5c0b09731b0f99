package archive

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/go-git/go-git/v5/plumbing"

	"delegation-briefing/briefing"
)

// Why the program keeps versions when a statement goes.
const (
	Deleted = "moved to the trash"
	Renamed = "renamed"
)

// Delete keeps a statement as a version and moves its file to the trash. Its
// versions stay. A file that cannot be read as a statement is moved as it is.
func (a *Archive) Delete(id string, k Keeping) error {
	if err := checkID(id); err != nil {
		return err
	}
	k.Note, k.Automatic = Deleted, ""
	var unreadable *briefing.FileError
	if _, err := a.Keep(id, k); err != nil && !errors.As(err, &unreadable) {
		return err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	to := a.trashName(id)
	if err := rename(a.Path(id), to); err != nil {
		return fmt.Errorf("moving to the trash: %w", advised(err))
	}
	delete(a.known, id)
	return errors.Join(syncFolder(filepath.Dir(to)), syncFolder(filepath.Join(a.dir, statementsDir)))
}

// copyToTrash keeps what stands in a statement's file before it is overwritten.
func (a *Archive) copyToTrash(id string) error {
	to := a.trashName(id)
	if err := takeName(a.Path(id), to); err != nil {
		return fmt.Errorf("copying to the trash: %w", advised(err))
	}
	return syncFolder(filepath.Dir(to))
}

const trashTime = "20060102T150405.000000000"

func (a *Archive) trashName(id string) string {
	return filepath.Join(a.dir, trashDir, id+"."+time.Now().UTC().Format(trashTime)+".toml")
}

// Trashed is a file in the trash.
type Trashed struct {
	ID   string // of the statement it was
	When time.Time
	File string // name in the trash
}

// Trash lists what is in the trash, the latest first.
func (a *Archive) Trash() ([]Trashed, error) {
	if err := a.present(); err != nil {
		return nil, fmt.Errorf("listing the trash: %w", err)
	}
	files, err := os.ReadDir(filepath.Join(a.dir, trashDir))
	if err != nil {
		return nil, fmt.Errorf("listing the trash: %w", err)
	}
	var all []Trashed
	for _, f := range files {
		if name, ok := strings.CutSuffix(f.Name(), ".toml"); ok && len(name) > len(trashTime) {
			at := len(name) - len(trashTime)
			if when, err := time.Parse(trashTime, name[at:]); err == nil {
				all = append(all, Trashed{name[:at-1], when, f.Name()})
			}
		}
	}
	slices.SortFunc(all, func(x, y Trashed) int { return y.When.Compare(x.When) })
	return all, nil
}

// TakeBack takes a file out of the trash, as a statement of its old name or,
// where there is one of that name, of a similar one, which is returned.
func (a *Archive) TakeBack(t Trashed) (id string, err error) {
	defer func() { err = advised(err) }()
	from := filepath.Join(a.dir, trashDir, filepath.Base(t.File))
	a.mu.Lock()
	defer a.mu.Unlock()
	for n := 1; ; n++ {
		if id = t.ID; n > 1 {
			id = fmt.Sprintf("%s-%d", t.ID, n)
		}
		if err := checkID(id); err != nil {
			return "", err
		}
		err := takeName(from, a.Path(id))
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return "", fmt.Errorf("taking out of the trash: %w", err)
		}
		if err := syncFolder(filepath.Join(a.dir, statementsDir)); err != nil {
			return "", err
		}
		return id, remove(from)
	}
}

// Rename gives a statement another name. Its versions come with it: the first
// under the new name follows the last under the old one, which stays, too.
// Words that somebody else wrote meanwhile come along; where they cannot, the
// trash holds them and the error says so. Where the old name cannot be left the
// statement keeps it and has no other, unless somebody has used that by then.
func (a *Archive) Rename(id, name string, k Keeping) (err error) {
	if err := errors.Join(checkID(id), checkID(name)); err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = fmt.Errorf("renaming %s to %s: %w", id, name, advised(err))
		}
	}()
	k.Note, k.Automatic = renameNote(id, name), ""
	if _, err := a.Keep(id, k); err != nil {
		return err
	}
	if err := a.takeName(id, name); err != nil {
		return err
	}
	begun, err := a.branchOff(id, name)
	if err != nil {
		return errors.Join(err, a.giveBack(id, name, begun))
	}
	left, err := a.leaveName(id, name)
	if !left {
		err = errors.Join(err, a.giveBack(id, name, begun))
	}
	return err
}

// renameNote is the note of the last version under an old name. Repair finds
// the versions of the new one by it.
func renameNote(id, name string) string { return fmt.Sprintf("%s: %s → %s", Renamed, id, name) }

// takeName gives a statement's file a second name, which must be free, also of
// versions.
func (a *Archive) takeName(id, name string) error {
	if old, err := a.History(name); err != nil || len(old) > 0 {
		return errors.Join(err, errors.New("there are versions of that name already"))
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	// On Windows what a program has open may get a second name, but lose neither.
	if err := rename(a.Path(id), a.Path(id)); err != nil {
		return err
	}
	if err := takeName(a.Path(id), a.Path(name)); err != nil {
		return err
	}
	a.known[name] = a.known[id]
	return syncFolder(filepath.Join(a.dir, statementsDir))
}

// giveBack takes a statement's second name away, with the branch that was begun
// for it, unless somebody has kept a version or written under that name.
func (a *Archive) giveBack(id, name string, begun plumbing.Hash) error {
	if err := a.endBranch(name, begun); err != nil {
		return err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if !sameWords(a.Path(id), a.Path(name)) {
		return nil
	}
	delete(a.known, name)
	return remove(a.Path(name))
}

// leaveName takes the old name away from a statement that has two, and reports
// whether it is gone. The file goes by way of the trash, and if it is another by
// then, which somebody has put there, it is the statement, and the trash keeps
// what it replaces.
func (a *Archive) leaveName(id, name string) (left bool, err error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	old := a.trashName(id)
	if err := rename(a.Path(id), old); err != nil {
		return false, err
	}
	delete(a.known, id)
	return true, errors.Join(a.bringAlong(old, name), syncFolder(filepath.Join(a.dir, statementsDir)))
}

// bringAlong takes a file out of the trash that had a statement's old name. If
// it holds other words than the statement, it becomes the statement.
func (a *Archive) bringAlong(old, name string) error {
	if sameWords(old, a.Path(name)) {
		remove(old) // one that stays is a copy
		return nil
	}
	err := a.copyToTrash(name)
	if err == nil {
		err = rename(old, a.Path(name))
	}
	if err != nil {
		return fmt.Errorf("what somebody else wrote to it meanwhile is in the trash: %w", err)
	}
	return nil
}

// sameWords reports whether two files are there and hold the same.
func sameWords(file, other string) bool {
	words, err := readFile(file)
	others, failed := readFile(other)
	return err == nil && failed == nil && bytes.Equal(words, others)
}

// branchOff begins a branch at the end of another, and returns where that is.
func (a *Archive) branchOff(id, name string) (begun plumbing.Hash, err error) {
	a.versions.Lock()
	defer a.versions.Unlock()
	r, err := a.repository()
	if err != nil {
		return begun, err
	}
	begun, err = r.head(branch(id))
	if err != nil {
		return begun, err
	}
	return begun, r.move(branch(name), plumbing.ZeroHash, begun)
}

// endBranch takes a branch away again, if it has been begun.
func (a *Archive) endBranch(name string, begun plumbing.Hash) error {
	a.versions.Lock()
	defer a.versions.Unlock()
	r, err := a.repository()
	if err != nil {
		return err
	}
	if head, err := r.head(branch(name)); err != nil || head.IsZero() {
		return err
	}
	return r.drop(branch(name), begun)
}
