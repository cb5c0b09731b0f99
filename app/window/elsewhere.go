package window

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"delegation-briefing/briefing/draft"
)

// How often a window looks whether somebody else works in the workspace, and
// tidies up: packs versions and takes away PDFs that need not last.
const (
	lookEvery = time.Second
	tidyEvery = 10 * time.Minute
)

// follow shows at once what another program does to the workspace, and packs
// versions while nobody waits for it. It returns when the context is done.
func (h *house) follow(ctx context.Context, do func(func())) {
	go h.tidyNowAndThen(ctx)
	open := func() []string {
		ids := make(chan []string, 1)
		do(func() { ids <- h.onDesks() })
		select {
		case all := <-ids:
			return all
		case <-ctx.Done():
			return nil
		}
	}
	h.archive.Watch(ctx, lookEvery, open, func(ids []string) { do(func() { h.changedElsewhere(ids) }) })
}

// onDesks are the statements that are open.
func (h *house) onDesks() []string {
	var ids []string
	for _, w := range h.windows {
		if w.draft != nil {
			ids = append(ids, w.draft.Statement().ID)
		}
	}
	return ids
}

// changedElsewhere shows what somebody else wrote. Where the officer is writing
// in the same statement, it is asked whose words shall stand.
func (h *house) changedElsewhere(ids []string) {
	h.refreshLists()
	h.learnt(ids...)
	for _, w := range h.windows {
		w.noticeGone()
	}
	for _, id := range ids {
		w := h.at(id)
		switch {
		case w == nil:
		case w.saver.State().Saved:
			w.readAgain(id)
		default:
			w.conflictAtRest()
		}
	}
}

var errRemoved = errors.New("the file of the statement has been removed")

// noticeGone says where somebody else has removed the file of the statement on the desk,
// until it is there again: what is written next makes it.
func (w *Window) noticeGone() {
	if w.draft == nil || !w.saver.State().Saved {
		return
	}
	path := w.archive.Path(w.draft.Statement().ID)
	folder, err := os.Stat(filepath.Dir(path))
	switch {
	case isFile(path):
		w.status.saved(w.saver.State())
	case err == nil && folder.IsDir():
		w.status.saved(draft.State{Err: errRemoved})
	}
}

// readAgain shows a statement as somebody else left it. The caret stays. A file
// that is being written just now, or that cannot be read, changes nothing on
// the desk.
func (w *Window) readAgain(id string) {
	if _, err := w.archive.Peek(id); err != nil {
		w.status.say(L("Somebody else has changed this statement's file, and it cannot be read now. Your text stays on the desk."))
		return
	}
	w.catchUp()
	w.status.say(L("Somebody else has changed this statement; this is how it reads now."))
}

func (h *house) tidyNowAndThen(ctx context.Context) {
	ticker := time.NewTicker(tidyEvery)
	defer ticker.Stop()
	for {
		sweepPassing(time.Now())
		if _, err := h.archive.Pack(); err != nil {
			note("The versions could not be packed.", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}
