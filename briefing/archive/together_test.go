//go:build !windows

package archive

import (
	"path/filepath"
	"testing"
)

// TestTwoCreateAtOnce creates a second statement of the same name at the moment
// at which the first has been written and has no name yet.
func TestTwoCreateAtOnce(t *testing.T) {
	a, err := Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	first, second := newOffice(a, newConfirmed()), newOffice(a, newConfirmed())
	between := false
	onDisk = func(path string) {
		if path == filepath.Join(a.Dir(), statementsDir) && !between {
			between = true
			if second.id, err = a.Create(second.statement("Second")); err != nil {
				t.Error(err)
			}
		}
	}
	defer func() { onDisk = func(string) {} }()
	if first.id, err = a.Create(first.statement("First")); err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]string{first.id: "First", second.id: "Second"} {
		if s, err := a.Load(id); err != nil || headlineOf(s) != want {
			t.Errorf("%s reads %q, not %q: %v", id, headlineOf(s), want, err)
		}
	}
	if first.id == second.id || !between {
		t.Errorf("they are called %s and %s", first.id, second.id)
	}
}
