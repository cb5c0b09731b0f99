//go:build !windows

package archive

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"

	"delegation-briefing/briefing"
)

// disk is what a disk holds for certain: of each file what was synced, and of
// each folder the names it had when it was synced. It follows a real folder by
// listening to onDisk.
type disk struct {
	root    string
	content map[uint64][]byte           // by inode
	names   map[string]map[string]entry // by folder
	held    []*os.File
}

type entry struct {
	inode  uint64
	folder bool
}

func (d *disk) synced(path string) {
	info, err := os.Stat(path)
	if err != nil {
		return // a temporary file that has its name by now
	}
	if !info.IsDir() {
		d.read(path, inode(info))
		return
	}
	names := map[string]entry{}
	entries, _ := os.ReadDir(path)
	for _, e := range entries {
		if info, err := e.Info(); err == nil {
			names[e.Name()] = entry{inode(info), e.IsDir()}
		}
	}
	d.names[path] = names
}

// read takes the content of a file down, and holds the file, or its inode would
// be given to another once it is removed.
func (d *disk) read(path string, inode uint64) {
	f, err := os.Open(path)
	if err != nil {
		return
	}
	if data, err := io.ReadAll(f); err == nil {
		d.content[inode] = data
	}
	d.held = append(d.held, f)
}

func inode(info fs.FileInfo) uint64 { return info.Sys().(*syscall.Stat_t).Ino }

// after writes what is left after the power was cut. A careful disk has only
// the names that were synced; a hasty one has all, also of files whose content
// it does not have: these are empty then.
func (d *disk) after(dir string, hasty bool) error {
	if hasty {
		return d.all(dir)
	}
	return d.certain(d.root, dir)
}

func (d *disk) certain(from, to string) error {
	if err := os.MkdirAll(to, 0o700); err != nil {
		return err
	}
	for name, at := range d.names[from] {
		var err error
		if at.folder {
			err = d.certain(filepath.Join(from, name), filepath.Join(to, name))
		} else {
			err = os.WriteFile(filepath.Join(to, name), d.content[at.inode], 0o600)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (d *disk) all(dir string) error {
	return filepath.WalkDir(d.root, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return nil // it went meanwhile
		}
		at := filepath.Join(dir, strings.TrimPrefix(path, d.root))
		if e.IsDir() {
			return os.MkdirAll(at, 0o700)
		}
		info, err := e.Info()
		if err != nil {
			return nil
		}
		return os.WriteFile(at, d.content[inode(info)], 0o600)
	})
}

// confirmed is what the program said is safe.
type confirmed struct {
	text     map[string]string   // by statement, the words last saved
	versions map[string][]string // by statement
	saving   map[string]string   // what may be there as well
}

func (c *confirmed) check(t *testing.T, when, dir string, fsck bool) {
	t.Helper()
	a, err := Open(dir)
	if err != nil {
		t.Errorf("%s: %v", when, err)
		return
	}
	for id, words := range c.text {
		s, err := a.Load(id)
		if got := headlineOf(s); err != nil || got != words && got != c.saving[id] {
			t.Errorf("%s: %s reads %q, not %q or %q: %v", when, id, got, words, c.saving[id], err)
		}
	}
	for id, versions := range c.versions {
		for _, v := range versions {
			if _, err := a.LoadVersion(id, v, fstest.MapFS{}); err != nil {
				t.Errorf("%s: a confirmed version is lost: %v", when, err)
			}
		}
	}
	if fsck {
		out, err := exec.Command("git", "-C", filepath.Join(dir, ".git"), "fsck", "--full", "--no-dangling").CombinedOutput()
		if err != nil || strings.Contains(string(out), "error") {
			t.Errorf("%s: git fsck: %v\n%s", when, err, out)
		}
	}
}

func headlineOf(s briefing.Statement) string { return string(s.Section("headline").Text) }

// TestPowerCut saves, keeps, labels, restores, packs, renames and deletes, and
// cuts the power before and after each file and folder that is synced: what was
// confirmed by then is there, and the repository is sound.
func TestPowerCut(t *testing.T) {
	if testing.Short() {
		t.Skip("a proof")
	}
	_, noGit := exec.LookPath("git")
	root := filepath.Join(t.TempDir(), "office")
	if err := os.Mkdir(root, 0o700); err != nil {
		t.Fatal(err)
	}
	d := &disk{root: root, content: map[uint64][]byte{}, names: map[string]map[string]entry{}}
	c := &confirmed{text: map[string]string{}, versions: map[string][]string{}, saving: map[string]string{}}
	defer func() {
		for _, f := range d.held {
			f.Close()
		}
	}()
	cuts := 0
	cut := func(path string) {
		for _, hasty := range []bool{false, true} {
			dir := filepath.Join(t.TempDir(), "after")
			if err := d.after(dir, hasty); err != nil {
				t.Fatal(err)
			}
			when := fmt.Sprintf("cut %d, %s, hasty %v", cuts, strings.TrimPrefix(path, root), hasty)
			c.check(t, when, dir, noGit == nil && c.hasVersions())
			os.RemoveAll(dir)
		}
		cuts++
	}
	busy := false
	onDisk = func(path string) {
		if busy || !strings.HasPrefix(path, root) {
			return // the check's own work
		}
		busy = true
		cut(path)
		d.synced(path)
		cut(path)
		busy = false
	}
	defer func() { onDisk = func(string) {} }()
	officeDay(t, root, c)
	t.Logf("the power was cut %d times, on two kinds of disk", cuts)
}

func (c *confirmed) hasVersions() bool { return len(c.versions) > 0 }

// officeDay does what an office does, and takes down what is confirmed.
func officeDay(t *testing.T, root string, c *confirmed) {
	t.Helper()
	a, err := Open(root)
	must(t, err)
	k := Keeping{Author: "Ada Lund", Note: "a round", Shipped: fstest.MapFS{
		"templates/eu-statement/parts.toml": {Data: []byte("format = 1\n")}, "sheet.toml": {Data: []byte("format = 1\n")},
	}}
	s := briefing.Statement{Format: 1, Template: "eu-statement", Sections: []briefing.Section{{Key: "headline", Text: "Talks"}}}
	id, err := a.Create(s)
	must(t, err)
	c.text[id] = "Talks"
	s.ID = id
	for _, words := range []string{"Talks in Aldvik", "Talks in Strandholm"} {
		s.Sections[0].Text = briefing.Prose(words)
		c.saving[id] = words
		must(t, a.Save(s))
		c.text[id] = words
		v, err := a.Keep(id, k)
		must(t, err)
		c.versions[id] = append(c.versions[id], v.ID)
	}
	must(t, a.Label(id, c.versions[id][0], "sent to the partner", k))
	c.saving[id] = "Talks in Aldvik"
	_, err = a.Restore(id, c.versions[id][0], "", k)
	must(t, err)
	c.text[id] = "Talks in Aldvik"
	_, err = a.PackAll()
	must(t, err)

	s.Sections[0].Text = "Talks, by hand"
	c.saving[id] = "Talks, by hand"
	must(t, a.Overwrite(s))
	c.text[id] = "Talks, by hand"
	_, err = a.Keep(id, k)
	must(t, err)

	delete(c.text, id) // it has two names while it is renamed
	must(t, a.Rename(id, "renamed", k))
	c.text["renamed"] = "Talks, by hand"
	all, err := a.History("renamed")
	must(t, err)
	for _, v := range all {
		c.versions["renamed"] = append(c.versions["renamed"], v.ID)
	}
	delete(c.text, "renamed")
	must(t, a.Delete("renamed", k))
	trash, err := a.Trash()
	must(t, err)
	_, err = a.TakeBack(trash[0])
	must(t, err)
	c.text["renamed"] = "Talks, by hand"
	_, err = a.PackAll()
	must(t, err)
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
