package archive_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"delegation-briefing/briefing/archive"
)

// TestRepair damages branches in three ways and leaves a lock behind.
func TestRepair(t *testing.T) {
	damages := map[string]func(t *testing.T, branch, head string){
		"empty":         func(t *testing.T, branch, _ string) { write(t, branch, "") },
		"garbage":       func(t *testing.T, branch, _ string) { write(t, branch, "this is no branch\n") },
		"leads nowhere": func(t *testing.T, branch, _ string) { write(t, branch, strings.Repeat("ab", 20)+"\n") },
		"damaged head": func(t *testing.T, branch, head string) {
			object := filepath.Join(filepath.Dir(branch), "..", "..", "..", "objects", head[:2], head[2:])
			if err := os.Chmod(object, 0o600); err != nil {
				t.Fatal(err)
			}
			write(t, object, "damaged")
		},
	}
	for name, damage := range damages {
		t.Run(name, func(t *testing.T) {
			a := open(t)
			id := create(t, a)
			first := keep(t, a, id, "first")
			edit(t, a, id, "Talks in Strandholm")
			last := keep(t, a, id, "second")
			branch := filepath.Join(a.Dir(), ".git", "refs", "heads", "statements", id)
			damage(t, branch, last.ID)
			lock := branch + ".lock"
			write(t, lock, "")
			old := time.Now().Add(-time.Hour)
			if err := os.Chtimes(lock, old, old); err != nil {
				t.Fatal(err)
			}

			if health, err := a.Verify(); err != nil || len(health.Problems) == 0 {
				t.Errorf("before: %+v, %v", health, err)
			}
			done, err := a.Repair()
			if err != nil || len(done) != 2 {
				t.Fatalf("done: %q, %v", done, err)
			}
			want := 2
			if name == "damaged head" {
				want = 1
			}
			all := history(t, a, id)
			if len(all) != want || all[want-1].ID != first.ID {
				t.Errorf("after: %d versions of %d", len(all), want)
			}
			if again, err := a.Repair(); err != nil || len(again) != 0 {
				t.Errorf("repaired again: %q, %v", again, err)
			}
			copies, err := filepath.Glob(filepath.Join(a.Dir(), "trash", "*.git"))
			if err != nil || len(copies) != 2 {
				t.Errorf("copies: %q, %v", copies, err)
			}
			edit(t, a, id, "Talks go on")
			keep(t, a, id, "third")
		})
	}
}

// TestRepairBesidePackedBranches damages one branch of several that are packed:
// the others are read and packed as ever, and it is mended.
func TestRepairBesidePackedBranches(t *testing.T) {
	for name, text := range map[string]string{
		"empty": "", "garbage": "this is no branch\n", "no version": strings.Repeat("0", 40) + "\n", "leads nowhere": strings.Repeat("ab", 20) + "\n",
	} {
		t.Run(name, func(t *testing.T) {
			a := open(t)
			ids := written(t, a)
			before := all(t, a, ids)
			if _, err := a.PackAll(); err != nil {
				t.Fatal(err)
			}
			branch := filepath.Join(a.Dir(), ".git", "refs", "heads", "statements", ids[0])
			if err := os.MkdirAll(filepath.Dir(branch), 0o700); err != nil {
				t.Fatal(err)
			}
			write(t, branch, text)

			health, err := a.Verify()
			if err != nil || health.Versions != 3*3 || len(health.Problems) != 1 || health.Problems[0].ID != ids[0] {
				t.Errorf("doctor finds %+v, %v", health, err)
			}
			edit(t, a, ids[1], "Talks go on")
			keep(t, a, ids[1], "meanwhile")
			if packed, err := a.PackAll(); !packed || err != nil {
				t.Errorf("packed %v, %v", packed, err)
			}
			if done, err := a.Repair(); err != nil || len(done) != 1 {
				t.Fatalf("done: %q, %v", done, err)
			}
			if health, err := a.Verify(); err != nil || health.Versions != 4*3+1 || len(health.Problems) > 0 {
				t.Errorf("afterwards doctor finds %+v, %v", health, err)
			}
			if !strings.HasPrefix(all(t, a, ids), before[:strings.Index(before, ids[1]+" ")]) {
				t.Error("the versions of the damaged branch read otherwise")
			}
			clean(t, a)
		})
	}
}

// TestDoctorTellsOfPackedBranches damages the file of packed branches.
func TestDoctorTellsOfPackedBranches(t *testing.T) {
	a := open(t)
	ids := written(t, a)
	if _, err := a.PackAll(); err != nil {
		t.Fatal(err)
	}
	keep(t, a, ids[0], "not packed")
	file := filepath.Join(a.Dir(), ".git", "packed-refs")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	write(t, file, strings.Replace(string(text), "\n", "\nhalf a li\n", 1))
	health, err := a.Verify()
	if err != nil || !slices.ContainsFunc(health.Problems, func(p archive.Problem) bool { return p.ID == "" && strings.Contains(p.Err.Error(), "line 2") }) {
		t.Errorf("doctor finds %+v, %v", health, err)
	}
	if health.Versions != 4*3+1 {
		t.Errorf("doctor reads %d versions", health.Versions)
	}
	if packed, err := a.PackAll(); packed || err == nil {
		t.Errorf("what is damaged was packed: %v", err)
	}
}

// TestRepairAfterRename damages the branch of a statement that has only versions
// of its old name.
func TestRepairAfterRename(t *testing.T) {
	a := open(t)
	id := create(t, a)
	keep(t, a, id, "first")
	if err := a.Rename(id, "talks", archive.Keeping{Shipped: shipped}); err != nil {
		t.Fatal(err)
	}
	before := history(t, a, "talks")
	write(t, filepath.Join(a.Dir(), ".git", "refs", "heads", "statements", "talks"), "")
	if done, err := a.Repair(); err != nil || len(done) != 1 || !strings.Contains(done[0], before[0].ID[:10]) {
		t.Errorf("done: %q, %v", done, err)
	}
	keep(t, a, "talks", "mended")
	if all := history(t, a, "talks"); len(all) != 3 {
		t.Errorf("%d versions of 3", len(all))
	}
	if err := a.Rename("talks", id, archive.Keeping{Shipped: shipped}); err == nil {
		t.Error("renamed to a name that has versions")
	}
	if err := a.Delete("talks", archive.Keeping{Shipped: shipped}); err != nil {
		t.Error(err)
	}
}

// TestRepairLeavesPackersAlone finds the locks of packers that work for minutes,
// and then of ones that were killed.
func TestRepairLeavesPackersAlone(t *testing.T) {
	a := open(t)
	keep(t, a, create(t, a), "first")
	for _, age := range []struct {
		name string
		age  time.Duration
		done int
	}{{"at work", 10 * time.Minute, 0}, {"killed", 2 * time.Hour, 2}} {
		var locks []string
		for _, name := range []string{"packing.lock", "packed-refs.lock"} {
			lock := filepath.Join(a.Dir(), ".git", name)
			write(t, lock, "")
			if then := time.Now().Add(-age.age); os.Chtimes(lock, then, then) != nil {
				t.Fatal("the lock cannot be made old")
			}
			locks = append(locks, lock)
		}
		if done, err := a.Repair(); err != nil || len(done) != age.done {
			t.Errorf("%s: done: %q, %v", age.name, done, err)
		}
		for _, lock := range locks {
			if _, err := os.Stat(lock); (err == nil) != (age.done == 0) {
				t.Errorf("%s: %v", age.name, err)
			}
		}
	}
}

// TestRepairAfterSomebodyPacked repairs what is sound, and lies in a pack by now.
func TestRepairAfterSomebodyPacked(t *testing.T) {
	a := open(t)
	ids := written(t, a)
	other, err := archive.Open(a.Dir())
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if _, err := other.PackAll(); err != nil {
			t.Fatal(err)
		}
		all(t, a, ids)
		edit(t, a, ids[0], "Talks go on")
		keep(t, a, ids[0], "next")
	}
	if _, err := other.PackAll(); err != nil {
		t.Fatal(err)
	}
	if done, err := a.Repair(); err != nil || len(done) > 0 {
		t.Errorf("done: %q, %v", done, err)
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
