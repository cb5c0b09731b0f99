package window

import (
	"errors"
	"io/fs"
	"runtime/debug"
	"slices"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/archive"
	"delegation-briefing/briefing/style"
)

// learnWorkspace takes from the workspace who was where, and which dialogue was
// which. There may be ten thousand statements, so it is done beside the
// reading, some hundreds at a time; what was read before is then read again.
func (r *reader) learnWorkspace(g style.Guide) {
	r.learning.Lock()
	defer r.learning.Unlock()
	const handful = 500
	entries, err := r.store.List()
	if err != nil {
		return // the list says so already
	}
	var people style.Directory
	var dialogues style.Register
	for some := range slices.Chunk(entries, handful) {
		all := r.peekAll(some)
		people, dialogues = people.With(all...), dialogues.With(g, all...)
	}
	if len(entries) > handful {
		debug.FreeOSMemory()
	}
	r.know(&g, people, dialogues)
}

// learnAnew takes in what became of some statements: that they were written,
// changed, renamed or thrown away.
func (r *reader) learnAnew(ids []string) {
	r.learning.Lock()
	defer r.learning.Unlock()
	r.mu.Lock()
	g, people, dialogues := r.guide, r.people, r.dialogues
	r.mu.Unlock()
	if g == nil {
		return // all of them are still to be learnt
	}
	for _, id := range ids {
		s, err := r.store.Peek(id)
		switch {
		case err == nil:
			people, dialogues = people.With(s), dialogues.With(*g, s)
		case errors.Is(err, fs.ErrNotExist):
			people, dialogues = people.Without(id), dialogues.Without(id)
		}
	}
	r.know(g, people, dialogues)
}

// know has the next reading know the workspace, and asks for one.
func (r *reader) know(g *style.Guide, people style.Directory, dialogues style.Register) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.guide, r.people, r.dialogues = g, people, dialogues
	if !r.closed {
		r.ask(r.last)
	}
}

// known is what the workspace says of a statement: who was where, which dialogue
// was which, and what its siblings say.
func (r *reader) known(s briefing.Statement) style.Known {
	r.mu.Lock()
	known := style.Known{Directory: r.people, Register: r.dialogues}
	r.mu.Unlock()
	known.Siblings = r.siblings(known.Register, s)
	return known
}

// directory is who stood in which statement, as far as it is known by now.
func (r *reader) directory() style.Directory {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.people
}

// peekAll reads those of some statements that can be read.
func (r *reader) peekAll(entries []archive.Entry) (all []briefing.Statement) {
	for _, e := range entries {
		if s, err := r.store.Peek(e.ID); err == nil {
			all = append(all, s)
		}
	}
	return all
}

// siblings reads the other statements about the same dialogue: the brief, other
// languages.
func (r *reader) siblings(dialogues style.Register, s briefing.Statement) []briefing.Statement {
	const most = 8 // what a dialogue has at most
	var all []briefing.Statement
	for _, id := range dialogues.Siblings(s) {
		if len(all) == most {
			break
		}
		if other, err := r.store.Peek(id); err == nil {
			all = append(all, other)
		}
	}
	return all
}

// learnt has every window know what became of some statements.
func (h *house) learnt(ids ...string) {
	for _, w := range h.windows {
		h.work.Go(func() { w.reader.learnAnew(ids) })
	}
}
