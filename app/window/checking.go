package window

import (
	"io/fs"
	"sync"
	"time"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/archive"
	"delegation-briefing/briefing/style"
)

// remarks are what the house style says of a state of the draft.
type remarks struct {
	on       briefing.Statement // the state that was read
	findings []style.Finding
	err      error // why it could not be read
	number   int   // of the state
}

// reader reads along with the officer by the house style, on a goroutine of
// its own. A state that a newer one overtakes is never read.
type reader struct {
	store *archive.Archive
	files fs.FS
	lang  string // that findings are in
	done  func(remarks)

	mu   sync.Mutex
	next *reading
	wake chan struct{}

	last      reading // what was asked for last
	closed    bool
	guide     *style.Guide // that the workspace was learnt by; nil: not yet
	people    style.Directory
	dialogues style.Register

	checkers  map[guideKey]*style.Checker // these two belong to the goroutine
	spellings map[string]*style.Spelling
	learn     sync.Once

	learning sync.Mutex // held while people and dialogues are worked out
}

type reading struct {
	statement briefing.Statement
	template  briefing.Template
	number    int // one more for each state
}

type guideKey struct{ template, language, spoken string }

// newReader begins to read along. done is called on the reader's goroutine.
func newReader(files fs.FS, store *archive.Archive, lang string, done func(remarks)) *reader {
	r := &reader{
		store: store, files: files, lang: lang, done: done, wake: make(chan struct{}, 1),
		checkers: map[guideKey]*style.Checker{}, spellings: map[string]*style.Spelling{},
	}
	go r.work()
	return r
}

// read asks for the findings of a state.
func (r *reader) read(s briefing.Statement, t briefing.Template) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.last = reading{s, t, r.last.number + 1}
	r.ask(r.last)
}

func (r *reader) ask(next reading) {
	r.next = &next
	select {
	case r.wake <- struct{}{}:
	default:
	}
}

// has reports whether remarks are about the state that was asked for last.
func (r *reader) has(number int) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return number == r.last.number
}

// speak has findings in another language from the next reading on.
func (r *reader) speak(lang string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.lang = lang
}

// close ends the goroutine. Nothing may be read after.
func (r *reader) close() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.closed = true
	close(r.wake)
}

// afterKey is how long the house style waits after a key, so that drawing what
// was typed has the machine for itself.
const afterKey = 60 * time.Millisecond

func (r *reader) work() {
	for range r.wake {
		time.Sleep(afterKey)
		r.mu.Lock()
		job := r.next
		r.next = nil
		r.mu.Unlock()
		if job == nil {
			continue
		}
		begun := time.Now()
		found, err := r.check(job.statement, job.template)
		r.done(remarks{job.statement, found, err, job.number})
		time.Sleep(time.Since(begun)) // a long brief leaves the machine to the keys
	}
}

func (r *reader) check(s briefing.Statement, t briefing.Template) ([]style.Finding, error) {
	checker, err := r.checker(t.Name, s.Language)
	if err != nil {
		return nil, err
	}
	known := r.known(s)
	known.Spelling = r.spelling(s.Language)
	return checker.Check(s, t, known), nil
}

// checker finds who reads by the house style for a template and a language,
// once.
func (r *reader) checker(template, lang string) (*style.Checker, error) {
	r.mu.Lock()
	key := guideKey{template, lang, r.lang}
	r.mu.Unlock()
	if c, ok := r.checkers[key]; ok {
		return c, nil
	}
	office := r.store.Office(r.files)
	g, err := style.FindGuide(office, template, lang, "")
	if err != nil {
		return nil, err
	}
	if said, err := g.In(office, key.spoken); err == nil {
		g = said
	}
	r.learn.Do(func() { go r.learnWorkspace(g) })
	r.checkers[key] = style.NewChecker(g)
	return r.checkers[key], nil
}

// spelling finds the dictionary of a language, once. There may be none: then
// spelling goes unchecked.
func (r *reader) spelling(lang string) *style.Spelling {
	sp, ok := r.spellings[lang]
	if !ok {
		shelves := append(r.store.Office(r.files), style.SystemSpelling()...)
		sp, _ = style.FindSpelling(shelves, lang)
		r.spellings[lang] = sp
	}
	return sp
}
