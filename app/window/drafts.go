package window

import (
	"bytes"
	"slices"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/draft"
)

// drafts are the statements that were on a desk last, the latest at the end:
// who looks something up in another one comes back to her undo and her place.
type drafts []aside

// aside is a draft put aside, and where the caret was.
type aside struct {
	draft *draft.Draft
	caret spot
}

// mostDrafts bounds how many are kept, each with its undo.
const mostDrafts = 8

// leave keeps a draft that leaves the desk.
func (d *drafts) leave(left *draft.Draft, caret spot) {
	d.forget(left.Statement().ID)
	*d = append(*d, aside{left, caret})
	*d = slices.Delete(*d, 0, max(0, len(*d)-mostDrafts))
}

func (d *drafts) forget(id string) {
	*d = slices.DeleteFunc(*d, func(x aside) bool { return x.draft.Statement().ID == id })
}

// know reports whether a statement is among them.
func (d drafts) know(id string) bool {
	return slices.ContainsFunc(d, func(x aside) bool { return x.draft.Statement().ID == id })
}

// open begins a draft of a statement, or goes on with the one that was left if
// nobody has changed the statement since. The caret is zero where it begins.
func (d *drafts) open(s briefing.Statement) (now *draft.Draft, caret spot) {
	defer d.forget(s.ID)
	for _, left := range *d {
		if same(left.draft.Statement(), s) {
			return left.draft.Again(), left.caret
		}
	}
	return draft.Open(s), spot{}
}

// same reports whether two statements are the same file.
func same(a, b briefing.Statement) bool {
	var x, y bytes.Buffer
	return a.ID == b.ID && a.WriteTOML(&x) == nil && b.WriteTOML(&y) == nil && bytes.Equal(x.Bytes(), y.Bytes())
}
