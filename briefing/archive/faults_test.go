//go:build !windows

package archive

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

var every = flag.Int("every", 9, "let the disk be full at each so many-th write only")

func newConfirmed() *confirmed {
	return &confirmed{text: map[string]string{}, versions: map[string][]string{}, saving: map[string]string{}}
}

// TestDiskFull lets the disk be full at the first, the second, the third …
// write of an office's day: the officer is told what to do, what was confirmed
// is there, nothing is half written, and with room the day goes on.
func TestDiskFull(t *testing.T) { onDisks(t, fillAtEachWrite) }

// TestDiskFullInTheMiddle of a file that is longer than what is written at once:
// the officer is told the same, and of other faults what there is to tell.
func TestDiskFullInTheMiddle(t *testing.T) {
	defer func() { mayWrite = func(string) error { return nil } }()
	name, ours := filepath.Join(t.TempDir(), "long.toml"), errors.New("no words")
	long := func(w io.Writer) error {
		for range 1000 {
			if _, err := io.WriteString(w, "The EU welcomed it.\n"); err != nil {
				return fmt.Errorf("the words: %v", err) // as who sets a page says it
			}
		}
		return ours
	}
	for n := 2; n <= 5; n++ {
		writes := 0
		mayWrite = func(path string) error {
			if writes++; writes >= n {
				return &fs.PathError{Op: "write", Path: path, Err: syscall.ENOSPC}
			}
			return nil
		}
		if err := WriteFile(name, long); !errors.Is(err, ErrFull) || strings.Count(err.Error(), "make room") != 1 {
			t.Errorf("full at write %d: %v", n, err)
		}
	}
	mayWrite = func(string) error { return nil }
	if err := WriteFile(name, long); err != ours {
		t.Errorf("with room: %v", err)
	}
	if left, _ := os.ReadDir(filepath.Dir(name)); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// onDisks runs a test on a disk that has links and on one that has none.
func onDisks(t *testing.T, test func(t *testing.T, links bool)) {
	t.Run("with links", func(t *testing.T) { test(t, true) })
	t.Run("without links", func(t *testing.T) {
		defer func() { link = os.Link }()
		link = func(from, to string) error { return &os.LinkError{Op: "link", Old: from, New: to, Err: syscall.EPERM} }
		test(t, false)
	})
}

func fillAtEachWrite(t *testing.T, _ bool) {
	defer func() { mayWrite = func(string) error { return nil } }()
	for n := 1; ; n += *every {
		root, c := filepath.Join(t.TempDir(), "office"), newConfirmed()
		writes := 0
		mayWrite = func(path string) error {
			if writes++; writes >= n {
				return &fs.PathError{Op: "write", Path: path, Err: syscall.ENOSPC}
			}
			return nil
		}
		err := officeDay(root, c)
		mayWrite = func(string) error { return nil }
		if err == nil {
			t.Logf("the disk was full at every %d. of %d writes", *every, n)
			return
		}
		when := fmt.Sprintf("write %d", n)
		if !errors.Is(err, syscall.ENOSPC) {
			t.Fatalf("%s: %v", when, err)
		}
		if !strings.Contains(err.Error(), "make room") {
			t.Errorf("%s: the officer is told only %q", when, err)
		}
		c.check(t, when, root, c.hasVersions() && n%5 == 0)
		if left := halfWrittenIn(root); len(left) > 0 {
			t.Errorf("%s: left behind: %v", when, left)
		}
		if err := firstHour(root); err != nil {
			t.Errorf("%s: with room again: %v", when, err)
		}
	}
}

// firstHour creates a statement, saves and keeps it.
func firstHour(root string) error {
	a, err := Open(root)
	if err != nil {
		return err
	}
	o := newOffice(a, newConfirmed())
	return errors.Join(o.create(), o.save("Afterwards")(), o.keep())
}

// halfWrittenIn lists what a program left of files of the office, but not of
// its repository, whose packs may lie there unfinished.
func halfWrittenIn(root string) (left []string) {
	for _, dir := range []string{statementsDir, trashDir} {
		entries, _ := os.ReadDir(filepath.Join(root, dir))
		for _, e := range entries {
			if strings.HasPrefix(e.Name(), ".") {
				left = append(left, e.Name())
			}
		}
	}
	return left
}

// TestReadOnly works in a workspace that may only be read.
func TestReadOnly(t *testing.T) {
	defer func() { mayWrite = func(string) error { return nil } }()
	root, c := filepath.Join(t.TempDir(), "office"), newConfirmed()
	if err := officeDay(root, c); err != nil {
		t.Fatal(err)
	}
	mayWrite = func(path string) error { return &fs.PathError{Op: "open", Path: path, Err: syscall.EROFS} }
	a, err := Open(root)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.Load("renamed"); err != nil {
		t.Fatal(err)
	}
	o := newOffice(a, c)
	for name, step := range map[string]func() error{
		"save": o.save("Otherwise"), "keep": o.keep, "create": o.create, "overwrite": o.overwrite("Otherwise"), "label": o.label,
	} {
		o.id = "renamed"
		if err := step(); !errors.Is(err, syscall.EROFS) || !strings.Contains(err.Error(), "may be written") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if all, err := a.List(); err != nil || len(all) != 1 {
		t.Errorf("the list: %v, %v", all, err)
	}
	c.check(t, "read only", root, true)
}

// TestWorkspaceVanishes takes a share of the network away and brings it back.
func TestWorkspaceVanishes(t *testing.T) {
	root, c := filepath.Join(t.TempDir(), "office"), newConfirmed()
	if err := officeDay(root, c); err != nil {
		t.Fatal(err)
	}
	a, err := Open(root)
	if err != nil {
		t.Fatal(err)
	}
	o := newOffice(a, c)
	o.id = "renamed"
	if _, err := a.Load(o.id); err != nil {
		t.Fatal(err)
	}
	away := root + "-away"
	if err := os.Rename(root, away); err != nil {
		t.Fatal(err)
	}
	for name, step := range map[string]func() error{
		"save": o.save("Meanwhile"), "keep": o.keep, "overwrite": o.overwrite("Meanwhile"), "create": o.create,
		"list":    func() error { _, err := a.List(); return err },
		"history": func() error { _, err := a.History("renamed"); return err },
		"trash":   func() error { _, err := a.Trash(); return err },
		"pack":    o.pack,
		"delete":  func() error { return a.Delete("renamed", o.k) },
		"rename":  func() error { return a.Rename("renamed", "again", o.k) },
	} {
		o.id = "renamed"
		if err := step(); !errors.Is(err, ErrGone) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := os.Stat(root); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("something was made where the workspace had been: %v", err)
	}
	if err := os.Rename(away, root); err != nil {
		t.Fatal(err)
	}
	c.text["renamed"], o.id = "Talks, by hand", "renamed"
	c.check(t, "back again", root, true)
	for _, step := range []func() error{o.save("Afterwards"), o.keep} {
		if err := step(); err != nil {
			t.Errorf("after it came back: %v", err)
		}
	}
	c.check(t, "afterwards", root, true)
}
