package draft

import (
	"slices"

	"delegation-briefing/briefing"
)

// mostTakenIn bounds how much of the undo outlives a change from elsewhere, and
// so how long the window stands still for it: each step is merged by itself,
// which takes 1.7 ms in a brief of 60 topics.
const mostTakenIn = 30

// TakeIn makes the draft what somebody else made of it. The undo goes on: each
// step leads back to the officer's words of then with theirs among them, so
// that it takes back her own edits only. Before an edit of words that they
// changed too, the undo begins.
func (d *Draft) TakeIn(theirs briefing.Statement) {
	d.undo, d.redo = among(theirs, d.now, d.undo), among(theirs, d.now, d.redo)
	d.now, d.joinable = theirs.Clone(), false
	d.tell()
}

// among is the last of the steps from a state, with their words in them.
func among(theirs, now briefing.Statement, steps []step) []step {
	var kept []step
	for _, s := range slices.Backward(steps) {
		state, left := briefing.Merge(now, s.state, theirs)
		if len(left) > 0 || len(kept) == mostTakenIn {
			break
		}
		kept = append(kept, step{s.edit, state})
	}
	slices.Reverse(kept)
	return kept
}
