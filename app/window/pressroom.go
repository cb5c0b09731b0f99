package window

import (
	"errors"
	"io/fs"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/archive"
	"delegation-briefing/briefing/page"
)

// proofs are pages fresh from the press room, or why there are none.
type proofs struct {
	id  string
	doc *page.Document
	err error
}

// pressRoom composes the draft on one goroutine of its own. A state that a
// newer one overtakes is never composed, and pages that newer ones overtake are
// never shown.
type pressRoom struct {
	compositor *page.Compositor
	store      *archive.Archive
	files      fs.FS
	ready      func() // there are proofs to collect; called on the press room's goroutine
	fresh      latest[proofs]

	mu   sync.Mutex
	next *page.Job
	wake chan struct{}

	template briefing.Template
	sheet    page.Sheet
	err      error // why there is no sheet

	took atomic.Int64 // nanoseconds, of the last composition
}

func newPressRoom(files fs.FS, store *archive.Archive, ready func()) *pressRoom {
	p := &pressRoom{
		compositor: page.NewCompositor(files), store: store, files: files,
		ready: ready, fresh: newLatest[proofs](), wake: make(chan struct{}, 1),
	}
	go p.work()
	return p
}

// open composes another statement; what was set of the last one is forgotten.
func (p *pressRoom) open(s briefing.Statement, t briefing.Template) {
	p.compositor.Forget()
	p.template = t
	p.sheet, p.err = page.FindSheet(p.store.Office(p.files), s.Template)
	p.compose(s)
}

// compose asks for the pages of a state.
func (p *pressRoom) compose(s briefing.Statement) {
	if p.err != nil {
		p.deliver(proofs{id: s.ID, err: p.err})
		return
	}
	p.mu.Lock()
	p.next = &page.Job{Statement: s, Template: p.template, Sheet: p.sheet}
	p.mu.Unlock()
	select {
	case p.wake <- struct{}{}:
	default:
	}
}

func (p *pressRoom) work() {
	for range p.wake {
		p.mu.Lock()
		job := p.next
		p.next = nil
		p.mu.Unlock()
		if job == nil {
			continue
		}
		begun := time.Now()
		doc, err := p.compositor.Compose(*job)
		p.took.Store(int64(time.Since(begun)))
		p.deliver(proofs{job.Statement.ID, doc, err})
	}
}

func (p *pressRoom) deliver(r proofs) {
	p.fresh.put(r)
	p.ready()
}

// close ends the goroutine. Nothing may be composed after.
func (p *pressRoom) close() { close(p.wake) }

// longer is what the pages of a long brief take to be set: the words they are of
// need not wait for them.
const longer = 2 * time.Millisecond

// slow reports whether pages take long to set, as they last did.
func (p *pressRoom) slow() bool { return time.Duration(p.took.Load()) > longer }

// atOnce is how long a key waits for its page, so that both are seen in one
// frame: about what a frame would take that shows the page alone, later.
const atOnce = 4 * time.Millisecond

// proofAtOnce shows the page with the words that were just typed, if it is ready
// almost at once. Otherwise it follows.
func (w *Window) proofAtOnce() {
	if w.side.at != proofPane {
		return
	}
	begun := time.Now()
	if w.collectProofs(atOnce) {
		w.proof.studio.collect(atOnce - time.Since(begun))
	}
}

// collectProofs shows pages fresh from the press room, and reports whether there
// were any.
func (w *Window) collectProofs(wait time.Duration) bool {
	r, ok := w.press.fresh.take(wait)
	if ok {
		w.composed(r)
	}
	return ok
}

// pagesInWords says why pages could not be set, and names the places of
// characters that cannot be printed as the desk does.
func (w *Window) pagesInWords(err error) string {
	var all []string
	for _, one := range each(err) {
		var glyph *page.GlyphError
		if !errors.As(one, &glyph) {
			all = append(all, inWords(one))
			continue
		}
		place := w.placeName(w.draft.Statement(), glyph.At)
		all = append(all, L("%s: “%s” cannot be printed. Take it out or write it another way.", place, glyph.Name()))
	}
	return strings.Join(all, " ")
}

// each lists the errors that were joined.
func each(err error) []error {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		return joined.Unwrap()
	}
	return []error{err}
}

// composed shows new pages, if they are still those of the desk.
func (w *Window) composed(r proofs) {
	if w.draft == nil || r.id != w.draft.Statement().ID {
		return
	}
	if r.err != nil {
		if w.proof.of != r.id {
			w.proof.clear() // pages of another statement
		}
		w.proof.age(w.proof.doc != nil)
		w.status.printing(w.pagesInWords(r.err))
		return
	}
	w.proof.of = r.id
	w.proof.show(r.doc)
	w.status.pages(len(r.doc.Pages), w.desk.template.Pages)
	w.moved(w.desk.at, w.desk.offset)
}
