//go:build !windows

package archive

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/go-git/go-git/v5/plumbing"
)

// locked is a repository, the name of a branch in it, and a lock on that.
func locked(t *testing.T) (*repository, string, *lock) {
	t.Helper()
	r, err := openRepository(filepath.Join(t.TempDir(), "repository"))
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.FromSlash(string(branch("talks")))
	l, err := r.lock(name)
	if err != nil {
		t.Fatal(err)
	}
	return r, name, l
}

func hash(digit string) plumbing.Hash { return plumbing.NewHash(strings.Repeat(digit, 40)) }

// TestLockIsTakenFromWhoHoldsItTooLong lets a program sleep while it holds a
// lock, on a disk whose clock is wrong.
func TestLockIsTakenFromWhoHoldsItTooLong(t *testing.T) {
	for name, wrong := range map[string]time.Duration{"late": -time.Hour, "early": time.Hour} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) { takeFromWhoSleeps(t, time.Now().Add(wrong)) })
		})
	}
}

func takeFromWhoSleeps(t *testing.T, clock time.Time) {
	r, name, slow := locked(t)
	if err := os.Chtimes(r.lockPath(name), clock, clock); err != nil {
		t.Fatal(err)
	}
	begun := time.Now()
	if err := r.move(branch("talks"), plumbing.ZeroHash, hash("2")); err != nil {
		t.Fatal(err)
	}
	if waited := time.Since(begun); waited < lockStale || waited > lockWait {
		t.Errorf("the lock was taken after %v", waited)
	}
	next, err := r.lock(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := slow.write(hash("1").String() + "\n"); err != nil {
		t.Fatal(err)
	}
	if err := slow.replace(); !errors.Is(err, ErrMoved) {
		t.Errorf("who lost the lock is told %v", err)
	}
	slow.drop()
	if !next.mine() {
		t.Error("who lost the lock takes away another's")
	}
	next.drop()
	if head, err := r.head(branch("talks")); err != nil || head != hash("2") {
		t.Errorf("the branch ends at %v, %v", head, err)
	}
}

// TestLockThatMovesIsWaitedFor waits for a lock that goes from hand to hand.
func TestLockThatMovesIsWaitedFor(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r, name, l := locked(t)
		go func() {
			for range 3 {
				time.Sleep(lockStale / 2)
				if err := l.write("working\n"); err != nil {
					t.Error(err)
				}
			}
			if !l.mine() {
				t.Error("a lock that is worked in was taken away")
			}
			l.drop()
		}()
		second, err := r.lock(name)
		if err != nil {
			t.Fatal(err)
		}
		second.drop()
	})
}

// TestSecondWaiterLeavesTheFirstOnesLock lets two programs find a lock that was
// left: the first takes it away and has one of its own when the second does.
func TestSecondWaiterLeavesTheFirstOnesLock(t *testing.T) {
	r, name, left := locked(t)
	seen, err := os.Lstat(r.lockPath(name))
	if err != nil {
		t.Fatal(err)
	}
	defer left.file.Close()
	r.takeAway(name, seen)
	first, err := r.tryLock(name)
	if err != nil {
		t.Fatal(err)
	}
	r.takeAway(name, seen)
	if !first.mine() {
		t.Error("the second took the first one's lock")
	}
	if err := first.write(hash("1").String() + "\n"); err != nil {
		t.Fatal(err)
	}
	if err := first.replace(); err != nil {
		t.Error(err)
	}
	if rest, _ := filepath.Glob(filepath.Join(r.dir, ".*.tmp")); len(rest) > 0 {
		t.Errorf("left behind: %v", rest)
	}
}

// TestLockThatCannotBeTakenAway waits for a lock that was left and that the
// system does not let go, as Windows does where its owner still has it open.
// Here the lock is the folder that it would go to.
func TestLockThatCannotBeTakenAway(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r, err := openRepository(filepath.Join(t.TempDir(), "repository.lock"))
		if err != nil {
			t.Fatal(err)
		}
		tries := 0
		mayWrite = func(string) error {
			if tries++; tries > 10000 {
				t.Fatal("it tries without a pause")
			}
			return nil
		}
		defer func() { mayWrite = func(string) error { return nil } }()
		begun := time.Now()
		if _, err := r.lock(filepath.Join("..", "repository")); !errors.Is(err, os.ErrExist) {
			t.Errorf("the lock was taken: %v", err)
		}
		if waited := time.Since(begun); waited < lockWait || waited > 2*lockWait {
			t.Errorf("it was waited for %v", waited)
		}
	})
}

// TestPackersLockIsLeft finds the locks of packers that were killed, on a disk
// whose clock is wrong: they are taken away when they have been seen for an hour.
func TestPackersLockIsLeft(t *testing.T) {
	for _, name := range []string{packing, packedBranches} {
		for clock, wrong := range map[string]time.Duration{"late": -2 * time.Hour, "early": 2 * time.Hour} {
			t.Run(name+" "+clock, func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) { packBesideALock(t, name, wrong) })
			})
		}
	}
}

func packBesideALock(t *testing.T, name string, wrong time.Duration) {
	a, _ := oneStatement(t)
	lock, clock := a.git.lockPath(name), time.Now().Add(wrong)
	if err := errors.Join(os.WriteFile(lock, nil, 0o600), os.Chtimes(lock, clock, clock)); err != nil {
		t.Fatal(err)
	}
	for _, wait := range []time.Duration{0, packerLeft / 2, packerLeft / 2} {
		time.Sleep(wait)
		if packed, err := a.PackAll(); err != nil || packed && name == packing {
			t.Errorf("packed %v beside another packer, %v", packed, err)
		}
		if _, err := os.Stat(lock); err != nil {
			t.Fatalf("the lock was taken away: %v", err)
		}
	}
	time.Sleep(time.Minute)
	if packed, err := a.PackAll(); !packed || err != nil {
		t.Errorf("a lock that was left stops packing: %v", err)
	}
	if _, err := os.Stat(lock); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the lock is left: %v", err)
	}
}

// TestPackerWhoLostItsLock takes the lock from a packer that is at work: it takes
// nothing away.
func TestPackerWhoLostItsLock(t *testing.T) {
	a, o := oneStatement(t)
	objects := filepath.Join(a.git.dir, "objects", "??", "*")
	before, _ := filepath.Glob(objects)
	lock := a.git.lockPath(packing)
	onDisk = func(string) {
		onDisk = func(string) {}
		if err := errors.Join(os.Remove(lock), os.WriteFile(lock, []byte("another's"), 0o600)); err != nil {
			t.Error(err)
		}
	}
	defer func() { onDisk = func(string) {} }()
	if packed, err := a.pack(1, looseBranches); packed || err != nil {
		t.Errorf("packed %v, %v", packed, err)
	}
	if after, _ := filepath.Glob(objects); len(before) == 0 || len(after) != len(before) {
		t.Errorf("%d of %d objects are left", len(after), len(before))
	}
	if text, err := os.ReadFile(lock); string(text) != "another's" {
		t.Errorf("the other's lock: %q, %v", text, err)
	}
	o.check(t, "afterwards", a.Dir(), true)
}
