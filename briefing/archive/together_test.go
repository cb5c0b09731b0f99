//go:build !windows

package archive

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/go-git/go-git/v5/plumbing"
)

// TestTwoCreateAtOnce creates a second statement of the same name at the moment
// at which the first has been written and has no name yet.
func TestTwoCreateAtOnce(t *testing.T) {
	a, err := Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	first, second := newOffice(a, newConfirmed()), newOffice(a, newConfirmed())
	between := false
	onDisk = func(path string) {
		if path == filepath.Join(a.Dir(), statementsDir) && !between {
			between = true
			if second.id, err = a.Create(second.statement("Second")); err != nil {
				t.Error(err)
			}
		}
	}
	defer func() { onDisk = func(string) {} }()
	if first.id, err = a.Create(first.statement("First")); err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]string{first.id: "First", second.id: "Second"} {
		if s, err := a.Load(id); err != nil || headlineOf(s) != want {
			t.Errorf("%s reads %q, not %q: %v", id, headlineOf(s), want, err)
		}
	}
	if first.id == second.id || !between {
		t.Errorf("they are called %s and %s", first.id, second.id)
	}
}

// TestNobodyWritesWhileTheFileIsCompared reads a statement from a pipe, and so
// is there while Load and Watch read: whoever saves at that moment waits, or
// the words read would be set beside those written meanwhile.
func TestNobodyWritesWhileTheFileIsCompared(t *testing.T) {
	for name, read := range map[string]func(a *Archive){
		"watch": func(a *Archive) { a.changedElsewhere("talks") },
		"load":  func(a *Archive) { a.Load("talks") },
	} {
		t.Run(name, func(t *testing.T) {
			a, err := Open(t.TempDir())
			if err != nil {
				t.Fatal(err)
			}
			whileItIsRead(t, a.Path("talks"), func() { read(a) }, func() {
				if a.mu.TryLock() {
					a.mu.Unlock()
					t.Error("somebody may write meanwhile")
				}
			})
		})
	}
}

// whileItIsRead makes a file that is a pipe, has it read, and does something
// when it is open to the reader, who gets nothing before that is done.
func whileItIsRead(t *testing.T, path string, read, meanwhile func()) {
	t.Helper()
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	opened, done := make(chan error, 1), make(chan struct{})
	var pipe *os.File
	go func() {
		var err error
		pipe, err = os.OpenFile(path, os.O_WRONLY, 0) // waits for the reader
		opened <- err
	}()
	go func() {
		defer close(done)
		read()
	}()
	select {
	case err := <-opened:
		if err != nil {
			t.Fatal(err)
		}
	case <-done:
		t.Fatal("nobody read the file")
	case <-time.After(10 * time.Second):
		t.Fatal("nobody has begun to read the file")
	}
	meanwhile()
	pipe.Close()
	<-done
}

// TestSomebodyWritesDuringRename saves at the moment at which the statement has
// two names.
func TestSomebodyWritesDuringRename(t *testing.T) {
	a, o := oneStatement(t)
	writeDuringRename(t, a, o.id)
	if err := a.Rename(o.id, "renamed", o.k); err != nil {
		t.Fatal(err)
	}
	if s, err := a.Peek("renamed"); err != nil || headlineOf(s) != "Theirs" {
		t.Errorf("it reads %q, %v", headlineOf(s), err)
	}
	if _, err := a.Peek(o.id); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the old name reads: %v", err)
	}
	if trash, err := a.Trash(); err != nil || len(trash) != 1 {
		t.Errorf("trash: %v, %v", trash, err)
	}
}

// writeDuringRename saves, in another program, a statement that is renamed,
// when it has two names.
func writeDuringRename(t *testing.T, a *Archive, id string) {
	t.Helper()
	other, err := Open(a.Dir())
	if err != nil {
		t.Fatal(err)
	}
	theirs, err := other.Load(id)
	if err != nil {
		t.Fatal(err)
	}
	theirs.Sections[0].Text = "Theirs"
	onDisk = func(path string) {
		if strings.HasSuffix(path, "renamed.lock") {
			if err := other.Save(theirs); err != nil {
				t.Error(err)
			}
		}
	}
	t.Cleanup(func() { onDisk = func(string) {} })
}

// TestNothingIsReplacedWithoutACopy saves at the moment at which the statement
// has two names, while the disk is full for the trash: both wordings are kept.
func TestNothingIsReplacedWithoutACopy(t *testing.T) {
	a, o := oneStatement(t)
	writeDuringRename(t, a, o.id)
	mayWrite = func(path string) error {
		if strings.HasPrefix(path, filepath.Join(a.Dir(), trashDir)) {
			return syscall.ENOSPC
		}
		return nil
	}
	defer func() { mayWrite = func(string) error { return nil } }()
	if err := a.Rename(o.id, "renamed", o.k); !errors.Is(err, ErrFull) || !strings.Contains(err.Error(), "in the trash") {
		t.Errorf("renamed: %v", err)
	}
	mayWrite = func(string) error { return nil }
	trash, err := a.Trash()
	if err != nil || len(trash) != 1 {
		t.Fatalf("trash: %v, %v", trash, err)
	}
	back, err := a.TakeBack(trash[0])
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]string{"renamed": "Talks", back: "Theirs"} {
		if s, err := a.Peek(id); err != nil || headlineOf(s) != want {
			t.Errorf("%s reads %q, %v", id, headlineOf(s), err)
		}
	}
}

// TestRenameFails renames while the disk is full for the versions.
func TestRenameFails(t *testing.T) {
	a, o := oneStatement(t)
	mayWrite = func(path string) error {
		if strings.HasSuffix(path, "renamed.lock") {
			return syscall.ENOSPC
		}
		return nil
	}
	defer func() { mayWrite = func(string) error { return nil } }()
	if err := a.Rename(o.id, "renamed", o.k); !errors.Is(err, ErrFull) {
		t.Fatalf("renamed: %v", err)
	}
	if all, err := a.List(); err != nil || len(all) != 1 || all[0].ID != o.id {
		t.Errorf("listed: %v, %v", all, err)
	}
	mayWrite = func(string) error { return nil }
	if err := a.Rename(o.id, "renamed", o.k); err != nil {
		t.Errorf("with room again: %v", err)
	}
}

// TestRenameFailsAtItsLastStep renames while nothing can be moved to the trash,
// as where another program has the statement open on Windows: what it has begun
// is undone, also where the branches were packed meanwhile, and what somebody
// else did under the new name stays.
func TestRenameFailsAtItsLastStep(t *testing.T) {
	for _, c := range []struct {
		name      string
		meanwhile func(other *Archive, o *office) error
		left      int // statements
	}{
		{"alone", func(*Archive, *office) error { return nil }, 1},
		{"packed meanwhile", func(other *Archive, _ *office) error { _, err := other.PackAll(); return err }, 1},
		{"kept meanwhile", func(other *Archive, o *office) error { _, err := other.Keep("renamed", o.k); return err }, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, o := oneStatement(t)
			other, err := Open(a.Dir())
			if err != nil {
				t.Fatal(err)
			}
			trash := filepath.Join(a.Dir(), trashDir)
			begun := false
			onDisk = func(path string) {
				if moved, err := a.git.looseRef(string(branch("renamed"))); begun || err != nil || moved.IsZero() {
					return
				}
				begun = true
				if err := errors.Join(c.meanwhile(other, o), os.Rename(trash, trash+"-away")); err != nil {
					t.Error(err)
				}
			}
			defer func() { onDisk = func(string) {} }()
			if err := a.Rename(o.id, "renamed", o.k); !begun || err == nil {
				t.Fatalf("renamed: %v", err)
			}
			if all, err := a.List(); err != nil || len(all) != c.left {
				t.Errorf("listed: %v, %v", all, err)
			}
			if ids, err := a.git.ids(); err != nil || len(ids) != c.left {
				t.Errorf("there are versions of %v, %v", ids, err)
			}
			if err := os.Rename(trash+"-away", trash); err != nil {
				t.Fatal(err)
			}
			o.check(t, "afterwards", a.Dir(), true)
			if c.left > 1 {
				return
			}
			if err := a.Rename(o.id, "renamed", o.k); err != nil {
				t.Errorf("renamed again: %v", err)
			}
		})
	}
}

// oneStatement is a workspace with a statement of one version.
func oneStatement(t *testing.T) (*Archive, *office) {
	t.Helper()
	a, err := Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	o := newOffice(a, newConfirmed())
	if err := errors.Join(o.create(), o.keep()); err != nil {
		t.Fatal(err)
	}
	return a, o
}

// TestLabelWhileSomebodyKeeps keeps a version elsewhere at the moment at which
// a label is being put on.
func TestLabelWhileSomebodyKeeps(t *testing.T) {
	a, o := oneStatement(t)
	other, err := Open(a.Dir())
	if err != nil {
		t.Fatal(err)
	}
	writes := 0
	mayWrite = func(string) error {
		if writes++; writes == 1 { // the label has seen the last version by now
			if _, err := other.Keep(o.id, o.k); err != nil {
				t.Error(err)
			}
		}
		return nil
	}
	defer func() { mayWrite = func(string) error { return nil } }()
	if err := o.label(); err != nil {
		t.Fatal(err)
	}
	all, err := a.History(o.id)
	if err != nil || len(all) != 2 || len(all[1].Labels) != 1 {
		t.Errorf("versions: %+v, %v", all, err)
	}
}

// TestLabelIsNoAutomaticVersion labels for a program that keeps versions by
// itself: the text has not changed, and the label stands all the same.
func TestLabelIsNoAutomaticVersion(t *testing.T) {
	a, o := oneStatement(t)
	o.k.Automatic = OnClose
	if err := o.label(); err != nil {
		t.Fatal(err)
	}
	all, err := a.History(o.id)
	if err != nil || len(all) != 1 || len(all[0].Labels) != 1 {
		t.Errorf("versions: %+v, %v", all, err)
	}
}

// TestSaveWhileTheListIsRead lists a statement that is a pipe, and so is there
// while the list reads: nobody has to wait for it.
func TestSaveWhileTheListIsRead(t *testing.T) {
	a, _ := oneStatement(t)
	list := func() {
		if all, err := a.List(); err != nil || len(all) != 2 {
			t.Errorf("listed: %v, %v", all, err)
		}
	}
	whileItIsRead(t, a.Path("slow"), list, func() {
		if a.mu.TryLock() {
			a.mu.Unlock()
		} else {
			t.Error("whoever saves has to wait for the list")
		}
	})
}

// TestKeepWhilePacking keeps and reads versions at one in five of the writes and
// syncs of a packer: whoever does so waits for nobody.
func TestKeepWhilePacking(t *testing.T) {
	a, o := oneStatement(t)
	moments, kept := 0, 1
	busy := false
	meanwhile := func() {
		if busy {
			return // the versions' own work
		}
		busy = true
		defer func() { busy = false }()
		if moments++; moments%5 > 0 {
			return
		}
		if !a.versions.TryLock() {
			t.Fatal("whoever keeps a version has to wait for the packer")
		}
		a.versions.Unlock()
		kept++
		if err := errors.Join(o.save(fmt.Sprint("Talks, ", kept))(), o.keep()); err != nil {
			t.Error(err)
		}
		if all, err := a.History(o.id); err != nil || len(all) != kept {
			t.Errorf("%d versions of %d, %v", len(all), kept, err)
		}
	}
	onDisk = func(string) { meanwhile() }
	mayWrite = func(string) error { meanwhile(); return nil }
	defer func() { onDisk, mayWrite = func(string) {}, func(string) error { return nil } }()
	packed, err := a.PackAll()
	busy = true
	if !packed || err != nil || kept < 10 {
		t.Errorf("packed %v, while %d versions were kept, %v", packed, kept, err)
	}
	o.check(t, "afterwards", a.Dir(), true)
	if packed, err := a.PackAll(); !packed || err != nil {
		t.Errorf("packed again: %v, %v", packed, err)
	}
	o.check(t, "packed again", a.Dir(), true)
}

// TestRepairWhilePacking packs while a damaged branch is mended: its newest
// version has gone into a pack by the time at which it would be read. The file
// of packed branches is a pipe, so that the test knows when that is.
func TestRepairWhilePacking(t *testing.T) {
	a, o := oneStatement(t)
	if err := errors.Join(o.save("Talks in Aldvik")(), o.keep()); err != nil {
		t.Fatal(err)
	}
	last := o.versions[o.id][1]
	damaged := filepath.Join(a.Dir(), ".git", filepath.FromSlash(string(branch(o.id))))
	if err := os.WriteFile(damaged, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	other, err := openRepository(a.git.dir)
	if err != nil {
		t.Fatal(err)
	}
	pipe := filepath.Join(a.git.dir, packedBranches)
	var found plumbing.Hash
	whileItIsRead(t, pipe, func() { found, err = a.git.newest(o.id) }, func() {
		if err := os.Remove(pipe); err != nil {
			t.Error(err)
		}
		packAsOthersDo(t, other)
	})
	if err != nil || found.String() != last {
		t.Errorf("the newest version is %v, not %s: %v", found, last, err)
	}
}

// TestRepairByTheDisksClock repairs beside locks and half-written files on a disk
// whose clock is wrong: those of programs at work stay.
func TestRepairByTheDisksClock(t *testing.T) {
	for clock, wrong := range map[string]time.Duration{"late": -2 * time.Hour, "early": 2 * time.Hour} {
		t.Run(clock, func(t *testing.T) {
			a, o := oneStatement(t)
			onDisk = func(path string) {
				now := time.Now().Add(wrong)
				os.Chtimes(path, now, now) // where it is there still
			}
			defer func() { onDisk = func(string) {} }()
			made := func(path string, age time.Duration) string {
				then := time.Now().Add(wrong - age)
				if err := errors.Join(os.WriteFile(path, nil, 0o600), os.Chtimes(path, then, then)); err != nil {
					t.Fatal(err)
				}
				return path
			}
			halfWritten := filepath.Join(a.Dir(), statementsDir, ".words.")
			atWork := []string{
				made(a.git.lockPath(packing), packerLeft/2),
				made(a.git.lockPath(string(branch("other"))), leftAlone/2),
				made(halfWritten+"1.tmp", leftAlone/2),
			}
			left := []string{
				made(a.git.lockPath(packedBranches), 2*packerLeft),
				made(a.git.lockPath(string(branch(o.id))), 2*leftAlone),
				made(halfWritten+"2.tmp", 2*leftAlone),
			}
			if done, err := a.Repair(); err != nil || len(done) != 2 {
				t.Errorf("done: %q, %v", done, err)
			}
			for _, file := range atWork {
				if _, err := os.Stat(file); err != nil {
					t.Error(err)
				}
			}
			for _, file := range left {
				if _, err := os.Stat(file); !errors.Is(err, fs.ErrNotExist) {
					t.Errorf("%s is left: %v", file, err)
				}
			}
		})
	}
}

// packAsOthersDo packs all objects that lie loose, as git gc would, whatever
// branch leads to them.
func packAsOthersDo(t *testing.T, r *repository) {
	t.Helper()
	var loose []plumbing.Hash
	err := r.storage.ForEachObjectHash(func(h plumbing.Hash) error {
		loose = append(loose, h)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.writePack(r.storage, loose); err != nil {
		t.Fatal(err)
	}
	for _, h := range loose {
		if err := r.storage.DeleteLooseObject(h); err != nil {
			t.Fatal(err)
		}
	}
}

// TestPackIsReadBack lets the disk spoil the pack that was just written: what
// was packed stays as it was, and another pack is made.
func TestPackIsReadBack(t *testing.T) {
	a, o := oneStatement(t)
	onDisk = func(path string) {
		if strings.Contains(filepath.Base(path), "tmp_pack") {
			spoil(t, path)
		}
	}
	defer func() { onDisk = func(string) {} }()
	if packed, err := a.PackAll(); packed || err == nil {
		t.Errorf("packed %v, %v", packed, err)
	}
	o.check(t, "afterwards", a.Dir(), true)
	onDisk = func(string) {}
	if packed, err := a.PackAll(); !packed || err != nil {
		t.Errorf("packed again: %v, %v", packed, err)
	}
	o.check(t, "packed again", a.Dir(), true)
}

// spoil changes a byte in the middle of a file.
func spoil(t *testing.T, path string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	data[len(data)/2] ^= 0xff
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}
