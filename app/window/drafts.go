package window

import (
	"bytes"
	"slices"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/draft"
)

// drafts are the statements that were on a desk last, the latest at the end:
// who looks something up in another one comes back to her undo.
type drafts []*draft.Draft

// mostDrafts bounds how many are kept, each with its undo.
const mostDrafts = 8

// leave keeps a draft that leaves the desk.
func (d *drafts) leave(left *draft.Draft) {
	d.forget(left.Statement().ID)
	*d = append(*d, left)
	*d = slices.Delete(*d, 0, max(0, len(*d)-mostDrafts))
}

func (d *drafts) forget(id string) {
	*d = slices.DeleteFunc(*d, func(x *draft.Draft) bool { return x.Statement().ID == id })
}

// open begins a draft of a statement, or goes on with the one that was left if
// nobody has changed the statement since.
func (d *drafts) open(s briefing.Statement) *draft.Draft {
	defer d.forget(s.ID)
	for _, left := range *d {
		if same(left.Statement(), s) {
			return left.Again()
		}
	}
	return draft.Open(s)
}

// same reports whether two statements are the same file.
func same(a, b briefing.Statement) bool {
	var x, y bytes.Buffer
	return a.ID == b.ID && a.WriteTOML(&x) == nil && b.WriteTOML(&y) == nil && bytes.Equal(x.Bytes(), y.Bytes())
}
