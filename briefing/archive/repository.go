package archive

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/cache"
	"github.com/go-git/go-git/v5/plumbing/filemode"
	"github.com/go-git/go-git/v5/plumbing/object"
	"github.com/go-git/go-git/v5/storage/filesystem"
)

// repository is the standard bare Git repository of a workspace. A statement
// is a branch, statements/<id>, so that every Git client shows and clones it.
// Only go-git's storage is used: there is no index and no work tree.
type repository struct {
	dir     string
	files   *synced
	storage *filesystem.Storage
	packs   []string // that were there before storage read any
	packers *packers
}

const (
	branches = "refs/heads/statements/"
	welcome  = "refs/heads/workspace" // what HEAD shows to who clones the workspace
)

func branch(id string) plumbing.ReferenceName { return plumbing.ReferenceName(branches + id) }

// openRepository opens the repository and makes it where there is none.
func openRepository(dir string) (*repository, error) {
	r := &repository{dir: dir, files: newSynced(dir), packers: &packers{seen: map[string]*sighting{}}}
	r.reopen()
	if _, err := os.Stat(filepath.Join(dir, "HEAD")); err == nil {
		return r, nil
	}
	if err := r.make(); err != nil {
		return nil, fmt.Errorf("making the repository of versions: %w", err)
	}
	return r, nil
}

// reopen forgets what was read of the packs, as after somebody packed them.
func (r *repository) reopen() {
	r.packs = r.packsNow()
	r.storage = filesystem.NewStorage(r.files, cache.NewObjectLRU(16*cache.MiByte))
}

// follow forgets what was read of the packs if somebody has packed them since.
// Whoever stores objects must call it first: Git drops from a pack what no
// version holds, such as the text of a version that a kill cut short, and the
// same text may be kept again.
func (r *repository) follow() {
	if !slices.Equal(r.packsNow(), r.packs) {
		r.reopen()
	}
}

// packsNow names the packs. The time at which their folder changed would not
// do: go-git begins every object in it.
func (r *repository) packsNow() (packs []string) {
	files, _ := os.ReadDir(filepath.Join(r.dir, "objects", "pack"))
	for _, f := range files {
		if filepath.Ext(f.Name()) == ".idx" {
			packs = append(packs, f.Name())
		}
	}
	return packs
}

const gitConfig = `[core]
	repositoryformatversion = 0
	filemode = false
	bare = true
[gc]
	auto = 0
`

const readme = `# A workspace of Delegation Briefing

Every statement has its versions on a branch of its own, statements/NAME. Each
version holds the statement and the template and sheet it was printed with.
`

// make writes what makes a folder a bare repository. HEAD comes last: with it
// the repository is there.
func (r *repository) make() error {
	if err := os.Mkdir(r.dir, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	if err := syncFolder(filepath.Dir(r.dir)); err != nil {
		return err
	}
	for _, dir := range []string{"objects/info", "objects/pack", "refs/heads", "refs/tags"} {
		if err := r.files.makeFolder(dir); err != nil {
			return err
		}
	}
	if err := r.write("config", gitConfig); err != nil {
		return err
	}
	tree, err := r.tree(map[string][]byte{"README.md": []byte(readme)})
	if err != nil {
		return err
	}
	by := object.Signature{Name: "Delegation Briefing", When: time.Unix(0, 0).UTC()}
	first, err := r.put(&object.Commit{Author: by, Committer: by, Message: "A workspace\n", TreeHash: tree})
	if err != nil {
		return err
	}
	if err := r.move(welcome, plumbing.ZeroHash, first); err != nil && !errors.Is(err, ErrMoved) {
		return err
	}
	return r.write("HEAD", "ref: "+welcome+"\n")
}

func (r *repository) write(name, text string) error {
	return writeText(filepath.Join(r.dir, name), text)
}

func writeText(path, text string) error {
	return WriteFile(path, func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	})
}

// encoder is an object of go-git's.
type encoder interface {
	Encode(plumbing.EncodedObject) error
}

// put stores an object and returns its name.
func (r *repository) put(e encoder) (plumbing.Hash, error) {
	o := r.storage.NewEncodedObject()
	if err := e.Encode(o); err != nil {
		return plumbing.ZeroHash, err
	}
	return r.store(o)
}

// store writes an object, unless it is there: then it is made young again,
// since Git takes old ones away that no version holds.
func (r *repository) store(o plumbing.EncodedObject) (plumbing.Hash, error) {
	if r.storage.HasEncodedObject(o.Hash()) == nil {
		now, name := time.Now(), o.Hash().String()
		os.Chtimes(filepath.Join(r.dir, "objects", name[:2], name[2:]), now, now)
		return o.Hash(), nil
	}
	return r.storage.SetEncodedObject(o)
}

func (r *repository) blob(data []byte) (plumbing.Hash, error) {
	o := r.storage.NewEncodedObject()
	o.SetType(plumbing.BlobObject)
	w, err := o.Writer()
	if err != nil {
		return plumbing.ZeroHash, err
	}
	if _, err := w.Write(data); err != nil {
		return plumbing.ZeroHash, err
	}
	return r.store(o)
}

// tree stores files, whose names may have one folder.
func (r *repository) tree(files map[string][]byte) (plumbing.Hash, error) {
	folders := map[string]map[string][]byte{}
	var t object.Tree
	for name, data := range files {
		if dir, rest, ok := strings.Cut(name, "/"); ok {
			if folders[dir] == nil {
				folders[dir] = map[string][]byte{}
			}
			folders[dir][rest] = data
			continue
		}
		hash, err := r.blob(data)
		if err != nil {
			return plumbing.ZeroHash, err
		}
		t.Entries = append(t.Entries, object.TreeEntry{Name: name, Mode: filemode.Regular, Hash: hash})
	}
	for dir, inside := range folders {
		hash, err := r.tree(inside)
		if err != nil {
			return plumbing.ZeroHash, err
		}
		t.Entries = append(t.Entries, object.TreeEntry{Name: dir, Mode: filemode.Dir, Hash: hash})
	}
	sort.Sort(object.TreeEntrySorter(t.Entries))
	return r.put(&t)
}

// patient reads objects while somebody else may be packing them: what was a
// file of its own is in a pack now, or in another pack than before.
type patient struct {
	*filesystem.Storage
	r *repository
}

// EncodedObject reads an object.
func (p patient) EncodedObject(kind plumbing.ObjectType, hash plumbing.Hash) (plumbing.EncodedObject, error) {
	o, err := p.r.storage.EncodedObject(kind, hash)
	for wait := time.Millisecond; err != nil && wait < 50*time.Millisecond; wait *= 4 {
		p.r.reopen()
		if o, err = p.r.storage.EncodedObject(kind, hash); err != nil {
			time.Sleep(wait)
		}
	}
	return o, err
}

// commit reads a commit.
func (r *repository) commit(hash plumbing.Hash) (*object.Commit, error) {
	c, err := object.GetCommit(patient{r.storage, r}, hash)
	if err != nil {
		return nil, fmt.Errorf("version %s: %w", short(hash), err)
	}
	return c, nil
}

// file reads a file of a commit and compares it with its name, which go-git
// does not do.
func (r *repository) file(c *object.Commit, name string) ([]byte, error) {
	f, err := c.File(name)
	if err != nil {
		return nil, fmt.Errorf("version %s: %s: %w", short(c.Hash), name, err)
	}
	reader, err := f.Reader()
	if err != nil {
		return nil, fmt.Errorf("version %s: %s: %w", short(c.Hash), name, err)
	}
	defer reader.Close()
	data, err := io.ReadAll(reader)
	if err != nil {
		return nil, fmt.Errorf("version %s: %s: %w", short(c.Hash), name, err)
	}
	if plumbing.ComputeHash(plumbing.BlobObject, data) != f.Hash {
		return nil, fmt.Errorf("version %s: %s is damaged", short(c.Hash), name)
	}
	return data, nil
}

func short(hash plumbing.Hash) string { return hash.String()[:10] }
