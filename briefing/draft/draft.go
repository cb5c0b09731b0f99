// Package draft is a statement being written: it takes the edits, remembers
// them for undo, hands out snapshots and sees to it that they are saved. How
// they are saved is handed in.
package draft

import (
	"reflect"
	"slices"

	"delegation-briefing/briefing"
)

// Draft is one statement on the desk. It belongs to one goroutine, the
// window's; the snapshots it hands out may be read anywhere.
type Draft struct {
	now      briefing.Statement
	undo     []step
	redo     []step
	typing   burst // that the last step is of
	joinable bool
	watchers []func(briefing.Statement)
}

// Edit is one step of the undo, as an officer knows it.
type Edit struct {
	Name string         // "move topic"; of what was typed "typing"
	At   briefing.Place // where it was typed; zero for any other change
}

// step is a state to go back to and the edit that led away from it.
type step struct {
	edit  Edit
	state briefing.Statement
}

// maxSteps bounds the undo. A step shares all strings it did not change.
const maxSteps = 1000

// Open begins a draft.
func Open(s briefing.Statement) *Draft {
	return &Draft{now: s.Clone()}
}

// Again is the draft as it was left, with its undo, to be written on: nobody
// watches it yet.
func (d *Draft) Again() *Draft { return &Draft{now: d.now, undo: d.undo, redo: d.redo} }

// As is [Draft.Again] for a statement that has got another ID.
func (d *Draft) As(id string) *Draft {
	next := d.Again()
	next.now.ID = id
	next.undo, next.redo = named(next.undo, id), named(next.redo, id)
	return next
}

func named(steps []step, id string) []step {
	steps = slices.Clone(steps)
	for i := range steps {
		steps[i].state.ID = id
	}
	return steps
}

// Statement is the draft as it stands. Nobody may change it.
func (d *Draft) Statement() briefing.Statement { return d.now }

// Type puts words at a place; a cleared statement is a draft again with the
// first. What is typed in one go is undone together: some words that follow each
// other without a rest, until [Draft.Pause]. It reports false where the place
// does not take these words.
func (d *Draft) Type(at briefing.Place, text string) bool {
	old, ok := d.now.Text(at)
	if ok && old == text {
		return true
	}
	next := d.now.Clone()
	if !next.SetText(at, text) {
		return false
	}
	c := changed(old, text)
	if on, ok := d.typing.takes(at, old, text, c); ok && d.joinable {
		d.typing = d.typing.after(at, on)
		d.now = next
		d.redo = nil
		d.tell()
		return true
	}
	d.typing = burst{}.after(at, c)
	d.change(Edit{"typing", at}, next)
	d.joinable = true
	return true
}

// Pause ends what was being typed, so that the next edit is a step of its own.
func (d *Draft) Pause() { d.joinable = false }

// Change makes a change under the name that undo will show: "move topic". One
// that touches the words of a cleared statement makes it a draft again, and one that
// leaves all as it is is none.
func (d *Draft) Change(name string, change func(*briefing.Statement)) {
	next := d.now.Clone()
	change(&next)
	d.joinable = false
	if !reflect.DeepEqual(next, d.now) {
		d.change(Edit{Name: name}, next)
	}
}

func (d *Draft) change(edit Edit, next briefing.Statement) {
	d.undo = append(d.undo, step{edit, d.now})
	if len(d.undo) > maxSteps {
		d.undo = d.undo[len(d.undo)-maxSteps:]
	}
	d.redo = nil
	d.now = reopened(d.now, next)
	d.tell()
}

// reopened makes a draft again of a cleared statement whose words change: what
// was cleared is no longer what it says.
func reopened(was, next briefing.Statement) briefing.Statement {
	locked := was.Status == briefing.Cleared || was.Status == briefing.Published
	if locked && next.Status == was.Status && len(briefing.Diff(was, next)) > 0 {
		next.Status = briefing.Draft
	}
	return next
}

// Undo takes the last edit back and says which it was. It reports false where
// there is none.
func (d *Draft) Undo() (Edit, bool) { return d.back(&d.undo, &d.redo) }

// Redo makes the edit again that was taken back last.
func (d *Draft) Redo() (Edit, bool) { return d.back(&d.redo, &d.undo) }

func (d *Draft) back(from, to *[]step) (Edit, bool) {
	n := len(*from) - 1
	if n < 0 {
		return Edit{}, false
	}
	last := (*from)[n]
	*from = (*from)[:n]
	*to = append(*to, step{last.edit, d.now})
	d.now, d.joinable = last.state, false
	d.tell()
	return last.edit, true
}

// CanUndo is what Undo would take back; the zero Edit where there is nothing.
func (d *Draft) CanUndo() Edit { return lastEdit(d.undo) }

// CanRedo is what Redo would make again; the zero Edit where there is nothing.
func (d *Draft) CanRedo() Edit { return lastEdit(d.redo) }

func lastEdit(steps []step) Edit {
	if len(steps) == 0 {
		return Edit{}
	}
	return steps[len(steps)-1].edit
}

// Watch has f called with every new state, on the draft's goroutine.
func (d *Draft) Watch(f func(briefing.Statement)) { d.watchers = append(d.watchers, f) }

func (d *Draft) tell() {
	for _, f := range d.watchers {
		f(d.now)
	}
}
