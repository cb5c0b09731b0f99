//go:build !windows

package archive

import (
	"io/fs"
	"os/exec"
	"path/filepath"
	"testing"
	"testing/fstest"
)

// byHand runs stock git in the workspace's repository, where there is one.
func byHand(t *testing.T, root string, args ...string) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	out, err := exec.Command("git", append([]string{"-C", filepath.Join(root, ".git")}, args...)...).CombinedOutput()
	if err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
}

// TestPowerCutAfterGitPacked cuts the power after a version was kept in folders
// that stock git had taken away because it had emptied them.
func TestPowerCutAfterGitPacked(t *testing.T) {
	root := filepath.Join(t.TempDir(), "office")
	c := newConfirmed()
	a, err := Open(root)
	if err != nil {
		t.Fatal(err)
	}
	o := newOffice(a, c)
	for _, step := range []func() error{o.create, o.keep, o.save("Talks in Aldvik"), o.keep} {
		if err := step(); err != nil {
			t.Fatal(err)
		}
	}
	for _, command := range [][]string{{"repack", "-adq"}, {"prune-packed", "-q"}, {"pack-refs", "--all"}} {
		byHand(t, root, command...)
	}

	d := &disk{root: root, content: map[uint64][]byte{}, names: map[string]map[string]entry{}}
	defer func() {
		for _, f := range d.held {
			f.Close()
		}
	}()
	filepath.WalkDir(root, func(path string, _ fs.DirEntry, err error) error {
		d.synced(path) // git has brought its own work to the disk
		return err
	})
	onDisk = d.synced
	defer func() { onDisk = func(string) {} }()
	for _, step := range []func() error{o.save("Talks in Strandholm"), o.keep} {
		if err := step(); err != nil {
			t.Fatal(err)
		}
	}
	left := filepath.Join(t.TempDir(), "after")
	if err := d.after(left, false); err != nil {
		t.Fatal(err)
	}
	c.check(t, "after git packed", left, true)
}

// TestGitDropsWhatNoVersionHolds keeps a text that lay in a pack when that was
// read, and that stock git has dropped since, as no version held it any more.
func TestGitDropsWhatNoVersionHolds(t *testing.T) {
	root := filepath.Join(t.TempDir(), "office")
	c := newConfirmed()
	a, err := Open(root)
	if err != nil {
		t.Fatal(err)
	}
	o := newOffice(a, c)
	for _, step := range []func() error{o.create, o.keep, o.save("Talks in Aldvik"), o.keep} {
		if err := step(); err != nil {
			t.Fatal(err)
		}
	}
	first, last := o.versions[o.id][0], o.versions[o.id][1]
	byHand(t, root, "repack", "-adq")
	if _, err := a.LoadVersion(o.id, last, fstest.MapFS{}); err != nil {
		t.Fatal(err)
	}
	byHand(t, root, "update-ref", string(branch(o.id)), first, last)
	o.versions[o.id] = o.versions[o.id][:1]
	byHand(t, root, "repack", "-adq")
	if err := o.keep(); err != nil {
		t.Fatal(err)
	}
	c.check(t, "after git repack", root, true)
}

// TestPackLeavesWhatNoVersionHolds packs while a version is half kept: what it
// has written so far stays as it is.
func TestPackLeavesWhatNoVersionHolds(t *testing.T) {
	root := filepath.Join(t.TempDir(), "office")
	a, err := Open(root)
	if err != nil {
		t.Fatal(err)
	}
	o := newOffice(a, newConfirmed())
	for _, step := range []func() error{o.create, o.keep} {
		if err := step(); err != nil {
			t.Fatal(err)
		}
	}
	r, err := a.repository()
	if err != nil {
		t.Fatal(err)
	}
	half, err := r.tree(map[string][]byte{"statement.toml": []byte("half kept")})
	if err != nil {
		t.Fatal(err)
	}
	if err := o.pack(); err != nil {
		t.Fatal(err)
	}
	byHand(t, root, "repack", "-adq")
	byHand(t, root, "cat-file", "-e", half.String()+":statement.toml")
	if left, _ := filepath.Glob(filepath.Join(root, ".git", "objects", "??", "*")); len(left) != 2 {
		t.Errorf("beside the pack are %v", left)
	}
}
