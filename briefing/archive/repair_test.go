package archive_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
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

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
