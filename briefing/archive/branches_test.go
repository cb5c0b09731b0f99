package archive

import (
	"testing"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/object"
)

// TestRepairLeavesWhatANewerProgramKept finds a version in a form that this
// program cannot read: its branch is sound.
func TestRepairLeavesWhatANewerProgramKept(t *testing.T) {
	a, err := Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	r, err := a.repository()
	if err != nil {
		t.Fatal(err)
	}
	var last plumbing.Hash
	for _, text := range []string{"format = 1\n", "format = 1000\n"} {
		tree, err := r.tree(map[string][]byte{"statement.toml": []byte(text)})
		if err != nil {
			t.Fatal(err)
		}
		next, err := r.put(&object.Commit{TreeHash: tree, Message: "Kept\n\nStatement: talks\n"})
		if err != nil {
			t.Fatal(err)
		}
		if err := r.move(branch("talks"), last, next); err != nil {
			t.Fatal(err)
		}
		last = next
	}
	if done, err := a.Repair(); err != nil || len(done) > 0 {
		t.Errorf("done: %q, %v", done, err)
	}
	if head, err := r.head(branch("talks")); err != nil || head != last {
		t.Errorf("the branch ends with %v, %v", head, err)
	}
}
