package archive

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"
)

// errDamaged means that a branch's file holds no name of a version.
var errDamaged = errors.New("its branch is damaged; doctor --repair mends it")

// head is the last commit of a branch, or zero where there is none.
func (r *repository) head(name plumbing.ReferenceName) (plumbing.Hash, error) {
	head, err := r.looseRef(string(name))
	if err != nil || !head.IsZero() {
		return head, err
	}
	err = r.eachPacked(func(packed string, hash plumbing.Hash) bool {
		if packed == string(name) {
			head = hash
		}
		return head.IsZero()
	})
	if !head.IsZero() {
		return head, nil
	}
	return head, err
}

// looseRef reads a reference's own file. It is zero where there is none, or
// where the reference only leads to another.
func (r *repository) looseRef(name string) (plumbing.Hash, error) {
	data, err := readFile(r.files.path(filepath.FromSlash(name)))
	if err != nil {
		return plumbing.ZeroHash, ignoreMissing(err)
	}
	text := strings.TrimSpace(string(data))
	if strings.HasPrefix(text, "ref: ") {
		return plumbing.ZeroHash, nil
	}
	hash := plumbing.NewHash(text)
	if !plumbing.IsHash(text) || hash.IsZero() {
		return plumbing.ZeroHash, errDamaged
	}
	return hash, nil
}

// eachPacked visits the references that are in packed-refs, as long as it is
// told to. Lines that are damaged are told of, when all others were visited.
func (r *repository) eachPacked(visit func(name string, hash plumbing.Hash) bool) error {
	data, err := readFile(r.files.path(packedBranches))
	if err != nil {
		return ignoreMissing(err)
	}
	n := 0
	for line := range strings.Lines(string(data)) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' || line[0] == '^' {
			continue
		}
		text, name, ok := strings.Cut(line, " ")
		if hash := plumbing.NewHash(text); !ok || !plumbing.IsHash(text) || hash.IsZero() {
			err = errors.Join(err, fmt.Errorf("line %d of %s is damaged", n, packedBranches))
		} else if !visit(name, hash) {
			break
		}
	}
	return err
}

// packedRefs reads all references that are in packed-refs.
func (r *repository) packedRefs() (map[string]plumbing.Hash, error) {
	packed := map[string]plumbing.Hash{}
	err := r.eachPacked(func(name string, hash plumbing.Hash) bool {
		packed[name] = hash
		return true
	})
	return packed, err
}

// references reads where all references lead. For one whose file is damaged
// that is where packed-refs has it.
func (r *repository) references() (map[string]plumbing.Hash, error) {
	names, err := r.filesBelow("refs") // first: what is packed meanwhile is in packed-refs
	if err != nil {
		return nil, err
	}
	own := map[string]plumbing.Hash{}
	for _, name := range names {
		hash, err := r.looseRef(name)
		if err != nil && !errors.Is(err, errDamaged) {
			return nil, err
		}
		if !hash.IsZero() {
			own[name] = hash
		}
	}
	all, err := r.packedRefs()
	maps.Copy(all, own)
	return all, err
}

// looseBranches lists the branches that are files.
func (r *repository) looseBranches() ([]string, error) { return r.filesBelow("refs/heads") }

// filesBelow lists references that are files.
func (r *repository) filesBelow(dir string) ([]string, error) {
	var names []string
	err := filepath.WalkDir(r.files.path(filepath.FromSlash(dir)), func(path string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil // Git has just taken it away
		}
		if err != nil || d.IsDir() || strings.HasSuffix(path, ".lock") {
			return err
		}
		name, err := filepath.Rel(r.dir, path)
		names = append(names, filepath.ToSlash(name))
		return err
	})
	return names, err
}

// ids lists the statements that have versions, also those whose branch is
// damaged. With an error it lists those it found.
func (r *repository) ids() ([]string, error) {
	names, err := r.looseBranches()
	packed, failed := r.packedRefs()
	names = slices.AppendSeq(names, maps.Keys(packed))
	seen := map[string]bool{}
	for _, name := range names {
		if id, ok := strings.CutPrefix(name, branches); ok {
			seen[id] = true
		}
	}
	return slices.Sorted(maps.Keys(seen)), errors.Join(err, failed)
}

// ErrMoved means that somebody kept a version meanwhile.
var ErrMoved = errors.New("somebody else has kept a version meanwhile")

// move moves a branch the way git does: under its lock, and only if it still is
// where it was.
func (r *repository) move(name plumbing.ReferenceName, from, to plumbing.Hash) error {
	lock, err := r.lock(filepath.FromSlash(string(name)))
	if err != nil {
		return err
	}
	defer lock.drop()
	if err := lock.write(to.String() + "\n"); err != nil {
		return err
	}
	now, err := r.head(name)
	if err != nil {
		return err
	}
	if now != from {
		return ErrMoved
	}
	return lock.replace()
}

// drop takes a branch away under its lock, and only if it still is where it was.
// Nobody packs branches meanwhile, or it might come back.
func (r *repository) drop(name plumbing.ReferenceName, from plumbing.Hash) error {
	lock, err := r.lock(filepath.FromSlash(string(name)))
	if err != nil {
		return err
	}
	defer lock.drop()
	packing, err := r.alone(packedBranches)
	if err != nil {
		return err
	}
	if packing == nil {
		return errors.New("somebody is packing the branches; try again")
	}
	defer packing.drop()
	now, err := r.head(name)
	if err != nil {
		return err
	}
	if now != from {
		return ErrMoved
	}
	return r.dropUnder(packing, string(name))
}

// dropUnder takes a branch away under the lock of packed-refs.
func (r *repository) dropUnder(lock *lock, name string) error {
	packed, err := r.packedRefs()
	if err != nil {
		return err
	}
	file := r.files.path(filepath.FromSlash(name))
	if err := ignoreMissing(remove(file)); err != nil {
		return err
	}
	if packed[name].IsZero() {
		return syncFolder(filepath.Dir(file))
	}
	delete(packed, name)
	if err := lock.write(inOneFile(packed)); err != nil {
		return err
	}
	return errors.Join(lock.replace(), syncFolder(filepath.Dir(file)))
}
