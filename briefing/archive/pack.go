package archive

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/format/idxfile"
	"github.com/go-git/go-git/v5/plumbing/format/packfile"
	"github.com/go-git/go-git/v5/plumbing/object"
	"github.com/go-git/go-git/v5/plumbing/storer"
)

// A repository is packed once so many objects or branches lie in it as files of
// their own. Git packs at 6,700 objects; a slow disk is slow before that.
const (
	looseObjects  = 2000
	looseBranches = 500
)

// What Git compares an object with to find how little of it is new.
const packWindow = 10

// Pack puts the objects of all versions into one file, and the names of the
// branches into another, if there are enough of them to be worth it. It writes
// and syncs the new files before it takes the old ones away, so that it may be
// stopped at any time. Versions may be kept meanwhile, and Git itself may pack.
// It reports false where there was nothing to do or somebody else is packing.
func (a *Archive) Pack() (packed bool, err error) { return a.pack(looseObjects, looseBranches) }

// pack packs if there are as many loose objects, and branches, as given.
func (a *Archive) pack(objects, branches int) (packed bool, err error) {
	if err := a.present(); err != nil {
		return false, fmt.Errorf("packing the versions: %w", err)
	}
	defer func() {
		if err != nil {
			err = fmt.Errorf("packing the versions: %w", advised(err))
		}
	}()
	shared, err := a.repository()
	if err != nil {
		return false, err
	}
	// It works as another program would, so that nobody waits for it.
	r, err := openRepository(shared.dir)
	if err != nil {
		return false, err
	}
	r.packers = shared.packers
	lock, err := r.alone(packing)
	if err != nil || lock == nil {
		return false, err
	}
	defer lock.drop()
	packedObjects, err := r.packObjects(objects, lock)
	if err != nil {
		return false, err
	}
	packedBranches, err := r.packBranches(branches)
	return packedObjects || packedBranches, err
}

// packing names the lock that keeps a second packer out.
const packing = "packing"

// packerLeft is how long a packer's lock is seen as it is before it was left by
// a program that was killed. Git holds that of packed-refs while it reads all
// branches.
const packerLeft = time.Hour

// packers remembers the locks of other packers from one try to the next.
type packers struct {
	mu   sync.Mutex
	seen map[string]*sighting // by the name of what is locked
}

// age is how long a packer's lock has been seen as it is now.
func (p *packers) age(name string, lock os.FileInfo) time.Duration {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.seen[name] == nil {
		p.seen[name] = &sighting{}
	}
	return p.seen[name].age(lock)
}

// alone takes a packer's lock. It returns nil where another has it.
func (r *repository) alone(name string) (*lock, error) {
	if info, err := os.Lstat(r.lockPath(name)); err == nil && r.packers.age(name, info) > packerLeft {
		r.takeAway(name, info)
	}
	lock, err := r.tryLock(name)
	if errors.Is(err, fs.ErrExist) {
		return nil, nil
	}
	return lock, err
}

// packObjects packs the loose objects that versions hold. Once the lock is lost
// it takes nothing away, as another packer may rely on it.
func (r *repository) packObjects(least int, lock *lock) (bool, error) {
	files := map[plumbing.Hash]bool{}
	err := r.storage.ForEachObjectHash(func(h plumbing.Hash) error {
		files[h] = true
		return nil
	})
	if err != nil || len(files) < least {
		return false, err
	}
	loose, err := r.held(files)
	if err != nil || len(loose) < least {
		return false, err
	}
	pack, err := r.writePack(r.storage, loose)
	if err != nil {
		return false, err
	}
	if err := r.readBack(pack, loose); err != nil {
		for _, ending := range []string{".idx", ".pack"} {
			if lock.mine() {
				err = errors.Join(err, ignoreMissing(r.files.Remove(packFile(pack, ending))))
			}
		}
		return false, err
	}
	for _, h := range loose {
		if !lock.mine() {
			return false, nil
		}
		if err := r.storage.DeleteLooseObject(h); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return false, err
		}
	}
	return true, nil
}

// held lists those of the loose objects that a branch leads to. Others may
// belong to a version that is just being kept: as files they are safe, but
// from a pack Git drops what no branch leads to.
func (r *repository) held(loose map[plumbing.Hash]bool) ([]plumbing.Hash, error) {
	refs, err := r.references()
	if err != nil {
		return nil, err
	}
	next, held := slices.Collect(maps.Values(refs)), []plumbing.Hash{}
	for len(next) > 0 {
		h := next[len(next)-1]
		next = next[:len(next)-1]
		if !loose[h] {
			continue // seen, or packed, with all that it leads to
		}
		delete(loose, h)
		held = append(held, h)
		next = append(next, r.leadsTo(h)...)
	}
	return held, nil
}

// leadsTo lists the objects that an object names. One that cannot be read
// names none; doctor tells of it.
func (r *repository) leadsTo(h plumbing.Hash) (named []plumbing.Hash) {
	if c, err := object.GetCommit(r.storage, h); err == nil {
		return append(c.ParentHashes, c.TreeHash)
	}
	if t, err := object.GetTree(r.storage, h); err == nil {
		for _, e := range t.Entries {
			named = append(named, e.Hash)
		}
	}
	return named
}

// writePack writes objects of from as a pack of the repository and returns the
// pack's name.
func (r *repository) writePack(from storer.EncodedObjectStorer, objects []plumbing.Hash) (pack plumbing.Hash, err error) {
	w, err := r.storage.PackfileWriter()
	if err != nil {
		return pack, err
	}
	buffered := bufio.NewWriterSize(w, 64<<10)
	pack, err = packfile.NewEncoder(buffered, from, false).Encode(objects, packWindow)
	return pack, errors.Join(err, buffered.Flush(), w.Close())
}

// readBack reads objects from a pack as it is on the disk.
func (r *repository) readBack(pack plumbing.Hash, objects []plumbing.Hash) error {
	index, err := r.index(pack)
	if err != nil {
		return err
	}
	f, err := r.files.Open(packFile(pack, ".pack"))
	if err != nil {
		return err
	}
	packed := packfile.NewPackfile(index, nil, f, 0)
	defer packed.Close()
	for _, h := range objects {
		if err := whole(packed, h); err != nil {
			return fmt.Errorf("object %s did not get into the pack: %w", h, err)
		}
	}
	return nil
}

// whole reads an object of a pack and compares it with its name.
func whole(pack *packfile.Packfile, h plumbing.Hash) error {
	o, err := pack.Get(h)
	if err != nil {
		return err
	}
	content, err := o.Reader()
	if err != nil {
		return err
	}
	defer content.Close()
	data, err := io.ReadAll(content)
	if err == nil && plumbing.ComputeHash(o.Type(), data) != h {
		err = errors.New("it is damaged")
	}
	return err
}

func packFile(pack plumbing.Hash, ending string) string {
	return filepath.Join("objects", "pack", "pack-"+pack.String()+ending)
}

// index reads the index of a pack from the disk.
func (r *repository) index(pack plumbing.Hash) (*idxfile.MemoryIndex, error) {
	f, err := os.Open(r.files.path(packFile(pack, ".idx")))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	index := idxfile.NewMemoryIndex()
	return index, idxfile.NewDecoder(f).Decode(index)
}

// packedBranches is the file of branches that have none of their own.
const packedBranches = "packed-refs"

// packBranches writes the branches into one file, as git pack-refs does: all
// into packed-refs under its lock, then each file goes under its own lock, if
// the branch has not moved meanwhile.
func (r *repository) packBranches(least int) (bool, error) {
	loose, err := r.looseBranches()
	if err != nil || len(loose) < least {
		return false, err
	}
	lock, err := r.alone(packedBranches)
	if err != nil || lock == nil {
		return false, err
	}
	defer lock.drop()
	packed, err := r.references()
	if err != nil {
		return false, err
	}
	if err := lock.write(inOneFile(packed)); err != nil {
		return false, err
	}
	if err := lock.replace(); err != nil {
		return false, err
	}
	for _, name := range loose {
		if err := r.dropLoose(name, packed); err != nil {
			return false, err
		}
	}
	return true, nil
}

// inOneFile is the form packed-refs gives to references.
func inOneFile(refs map[string]plumbing.Hash) string {
	var b strings.Builder
	b.WriteString("# pack-refs with: peeled fully-peeled sorted \n")
	for _, name := range slices.Sorted(maps.Keys(refs)) {
		b.WriteString(refs[name].String() + " " + name + "\n")
	}
	return b.String()
}

// dropLoose takes the file of a packed branch away, unless the branch has moved
// or is damaged.
func (r *repository) dropLoose(name string, packed map[string]plumbing.Hash) error {
	lock, err := r.lock(filepath.FromSlash(name))
	if err != nil {
		return err
	}
	defer lock.drop()
	hash, err := r.looseRef(name)
	if errors.Is(err, errDamaged) || err == nil && (hash.IsZero() || hash != packed[name] || !lock.mine()) {
		return nil
	}
	if err != nil {
		return err
	}
	return ignoreMissing(remove(r.files.path(filepath.FromSlash(name))))
}

func ignoreMissing(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
