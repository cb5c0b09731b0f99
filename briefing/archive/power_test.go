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
	onDisks(t, cutAtEachSync)
}

// cutAtEachSync leaves out the repository's own syncs where the disk has no
// links, since it makes none.
func cutAtEachSync(t *testing.T, links bool) {
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
		if !links && strings.HasPrefix(path, filepath.Join(root, ".git")) {
			d.synced(path)
			return
		}
		busy = true
		cut(path)
		d.synced(path)
		cut(path)
		busy = false
	}
	defer func() { onDisk = func(string) {} }()
	if err := officeDay(root, c); err != nil {
		t.Fatal(err)
	}
	t.Logf("the power was cut %d times, on two kinds of disk", cuts)
}

func (c *confirmed) hasVersions() bool { return len(c.versions) > 0 }

// officeDay does what an office does, and takes down what is confirmed. It ends
// with the first thing that fails.
func officeDay(root string, c *confirmed) error {
	a, err := Open(root)
	if err != nil {
		return err
	}
	day := newOffice(a, c)
	for _, step := range []func() error{
		day.create, day.save("Talks in Aldvik"), day.keep, day.save("Talks in Strandholm"), day.keep,
		day.label, day.restore("Talks in Aldvik"), day.pack, day.overwrite("Talks, by hand"), day.keep,
		day.rename, day.keep, day.delete, day.takeBack, day.pack,
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// office works on one statement.
type office struct {
	*confirmed
	a  *Archive
	k  Keeping
	id string
}

func newOffice(a *Archive, c *confirmed) *office {
	shipped := fstest.MapFS{
		"templates/eu-statement/parts.toml": {Data: []byte("format = 1\n")}, "sheet.toml": {Data: []byte("format = 1\n")},
	}
	return &office{confirmed: c, a: a, k: Keeping{Author: "Ada Lund", Note: "a round", Shipped: shipped}}
}

func (o *office) statement(words string) briefing.Statement {
	return briefing.Statement{
		ID: o.id, Format: 1, Template: "eu-statement",
		Sections: []briefing.Section{{Key: "headline", Text: briefing.Prose(words)}},
	}
}

func (o *office) create() (err error) {
	if o.id, err = o.a.Create(o.statement("Talks")); err == nil {
		o.text[o.id] = "Talks"
	}
	return err
}

// writes takes down what a step that writes words makes of them.
func (o *office) writes(words string, write func() error) error {
	o.saving[o.id] = words
	err := write()
	if err == nil {
		o.text[o.id] = words
	}
	return err
}

func (o *office) save(words string) func() error {
	return func() error {
		return o.writes(words, func() error { return o.a.Save(o.statement(words)) })
	}
}

func (o *office) overwrite(words string) func() error {
	return func() error {
		return o.writes(words, func() error { return o.a.Overwrite(o.statement(words)) })
	}
}

func (o *office) keep() error {
	v, err := o.a.Keep(o.id, o.k)
	if err == nil {
		o.versions[o.id] = append(o.versions[o.id], v.ID)
	}
	return err
}

func (o *office) label() error {
	return o.a.Label(o.id, o.versions[o.id][0], "sent to the partner", o.k)
}

func (o *office) restore(words string) func() error {
	return func() error {
		return o.writes(words, func() error {
			_, err := o.a.Restore(o.id, o.versions[o.id][0], "", o.k)
			return err
		})
	}
}

func (o *office) pack() error {
	_, err := o.a.PackAll()
	return err
}

func (o *office) rename() error {
	words := o.text[o.id]
	delete(o.text, o.id) // it has two names while it is renamed
	if err := o.a.Rename(o.id, "renamed", o.k); err != nil {
		return err
	}
	o.versions["renamed"] = o.versions[o.id]
	o.id = "renamed"
	o.text[o.id] = words
	return nil
}

func (o *office) delete() error {
	delete(o.text, o.id)
	return o.a.Delete(o.id, o.k)
}

func (o *office) takeBack() error {
	trash, err := o.a.Trash()
	if err != nil {
		return err
	}
	o.id, err = o.a.TakeBack(trash[0])
	return err
}
