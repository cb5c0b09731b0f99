package archive

import (
	"context"
	"crypto/sha256"
	"maps"
	"os"
	"path/filepath"
	"time"
)

// Watch looks every so often, on the goroutine that calls it and until the
// context is done, whether somebody else works in the workspace: another
// program, a text editor, a folder that is shared. It calls changed when files
// came, went or were written, with those of the open statements that are no
// longer as they were last read or written here. It asks the disk and not the
// system, which does not tell of what happens on a share of the network.
func (a *Archive) Watch(ctx context.Context, every time.Duration, open func() []string, changed func(ids []string)) {
	last := a.look(nil)
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
		now := a.look(open())
		ids := now.changedSince(last, a.changedElsewhere)
		if len(ids) > 0 || !now.folder.Equal(last.folder) || !maps.EqualFunc(now.files, last.files, time.Time.Equal) {
			changed(ids)
		}
		last = now
	}
}

// glance is what one look saw.
type glance struct {
	folder time.Time
	files  map[string]time.Time
}

func (a *Archive) look(open []string) glance {
	modified := func(path string) time.Time {
		info, err := os.Stat(path)
		if err != nil {
			return time.Time{}
		}
		return info.ModTime()
	}
	g := glance{folder: modified(filepath.Join(a.dir, statementsDir)), files: map[string]time.Time{}}
	for _, id := range open {
		g.files[id] = modified(a.Path(id))
	}
	return g
}

func (g glance) changedSince(last glance, elsewhere func(id string) bool) (ids []string) {
	for id, now := range g.files {
		if was, seen := last.files[id]; (!seen || !was.Equal(now)) && elsewhere(id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// changedElsewhere reports whether a statement's file holds other words than
// those last read or written here. One that is gone does not: saving makes it
// again.
func (a *Archive) changedElsewhere(id string) bool {
	a.mu.Lock() // or what is saved meanwhile would be taken for theirs
	defer a.mu.Unlock()
	data, err := readFile(a.Path(id))
	if err != nil {
		return false
	}
	sum, known := a.known[id]
	return known && sum != sha256.Sum256(data)
}
