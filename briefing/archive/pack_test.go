package archive_test

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"delegation-briefing/briefing/archive"
)

// written is a workspace with a few statements of several versions.
func written(t *testing.T, a *archive.Archive) []string {
	t.Helper()
	var ids []string
	for i := range 4 {
		id := create(t, a)
		for n := range 3 {
			edit(t, a, id, fmt.Sprintf("Talks in Aldvik, %d.%d", i, n))
			keep(t, a, id, fmt.Sprintf("version %d", n))
		}
		ids = append(ids, id)
	}
	return ids
}

// all reads every version of every statement.
func all(t *testing.T, a *archive.Archive, ids []string) string {
	t.Helper()
	var b strings.Builder
	for _, id := range ids {
		for _, v := range history(t, a, id) {
			kept, err := a.LoadVersion(id, v.ID, shipped)
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&b, "%s %s %s %s\n", id, v.ID, v.Note, kept.Source)
		}
	}
	return b.String()
}

func clean(t *testing.T, a *archive.Archive) {
	t.Helper()
	if out := git(t, a, "fsck", "--strict", "--full", "--no-dangling"); strings.TrimSpace(out) != "" {
		t.Errorf("fsck says %s", out)
	}
}

func loose(t *testing.T, a *archive.Archive) (files []string) {
	t.Helper()
	for _, pattern := range []string{"objects/??/*", "refs/heads/statements/*"} {
		found, err := filepath.Glob(filepath.Join(a.Dir(), ".git", pattern))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	return files
}

func TestPack(t *testing.T) {
	a := open(t)
	ids := written(t, a)
	before := all(t, a, ids)
	if packed, err := a.Pack(); packed || err != nil {
		t.Errorf("a handful of objects was packed: %v", err)
	}
	if packed, err := a.PackAll(); !packed || err != nil {
		t.Fatalf("packed %v, %v", packed, err)
	}
	if left := loose(t, a); len(left) > 0 {
		t.Errorf("left as files: %v", left)
	}
	other, err := archive.Open(a.Dir())
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range []*archive.Archive{a, other} {
		if all(t, a, ids) != before {
			t.Error("the versions read otherwise")
		}
	}
	clean(t, a)

	edit(t, other, ids[0], "After packing")
	keep(t, other, ids[0], "after packing")
	if n := len(history(t, a, ids[0])); n != 4 {
		t.Errorf("%d versions after packing, of 4", n)
	}
	if _, err := a.PackAll(); err != nil {
		t.Fatal(err)
	}
	clean(t, a)
	if packed, err := a.PackAll(); packed || err != nil {
		t.Errorf("packed again: %v, %v", packed, err)
	}
}

// TestPackWhileSomebodyKeeps packs, and lets Git pack, while versions are kept
// and read elsewhere.
func TestPackWhileSomebodyKeeps(t *testing.T) {
	a := open(t)
	ids := written(t, a)
	other, err := archive.Open(a.Dir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { clean(t, a) })
	packers := []*archive.Archive{a, other}
	byHand := [][]string{{"gc", "-q"}, {"repack", "-adq"}, {"pack-refs", "--all"}, {"fsck", "--strict"}}
	var beside sync.WaitGroup
	done := make(chan struct{})
	beside.Go(func() {
		for i := 0; ; i++ {
			select {
			case <-done:
				return
			default:
			}
			if _, err := packers[i%len(packers)].PackAll(); err != nil {
				t.Error(err)
			}
			exec.Command("git", append([]string{"-C", filepath.Join(a.Dir(), ".git")}, byHand[i%len(byHand)]...)...).Run()
		}
	})
	defer beside.Wait()
	defer close(done)
	for n := range 20 {
		id := ids[n%len(ids)]
		edit(t, a, id, fmt.Sprintf("Talks, %d", n))
		keep(t, a, id, "meanwhile")
		all(t, a, ids)
	}
	total := 0
	for _, id := range ids {
		total += len(history(t, a, id))
	}
	if total != 4*3+20 {
		t.Errorf("%d versions of %d are left", total, 4*3+20)
	}
}
