package draft

import (
	"sync"
	"time"

	"delegation-briefing/briefing"
)

// When words are saved: once nobody has typed for a while, and at the latest
// some time after the first that is not yet saved. What could not be saved is
// tried again later.
const (
	Rest     = time.Second
	AtLatest = 2 * time.Second
	Again    = 10 * time.Second
)

// State says what an autosaver has done with the words it was given.
type State struct {
	Saved bool  // all of them are on the disk
	Err   error // why not, when the last attempt failed
}

// Autosaver saves every state of a draft in time. Its methods may be called
// from any goroutine.
type Autosaver struct {
	save func(briefing.Statement) error
	tell func(State)

	mu      sync.Mutex
	waiting *briefing.Statement // not yet saved
	since   time.Time           // when it began to wait
	timer   *time.Timer
	last    State
	dropped bool
	saving  sync.Mutex // held while save runs, so that states are saved in order
}

// Autosave begins to save the draft's states through save, which is called on
// a goroutine of its own, never twice at once. tell is called from there with
// each new state of affairs; it may be nil.
func (d *Draft) Autosave(save func(briefing.Statement) error, tell func(State)) *Autosaver {
	if tell == nil {
		tell = func(State) {}
	}
	a := &Autosaver{save: save, tell: tell, last: State{Saved: true}}
	d.Watch(a.changed)
	return a
}

func (a *Autosaver) changed(s briefing.Statement) {
	a.mu.Lock()
	if a.dropped {
		a.mu.Unlock()
		return
	}
	if a.waiting == nil {
		a.since = time.Now()
	}
	a.waiting = &s
	wasSaved := a.last.Saved
	a.last = State{Err: a.last.Err}
	if a.last.Err == nil { // else it is tried again when it is time
		a.saveIn(max(0, min(Rest, time.Until(a.since.Add(AtLatest)))))
	}
	now := a.last
	a.mu.Unlock()
	if wasSaved {
		a.tell(now)
	}
}

// saveIn has what waits saved after a while. The caller holds mu.
func (a *Autosaver) saveIn(rest time.Duration) {
	if a.timer == nil {
		a.timer = time.AfterFunc(rest, func() { a.Flush() })
		return
	}
	a.timer.Reset(rest)
}

// Flush saves now what is not yet saved and returns when it is on the disk, or
// why it is not. Words that could not be saved stay and are tried again.
func (a *Autosaver) Flush() error {
	a.saving.Lock()
	defer a.saving.Unlock()
	a.mu.Lock()
	s := a.waiting
	a.waiting = nil
	if a.timer != nil {
		a.timer.Stop()
	}
	err := a.last.Err
	a.mu.Unlock()
	if s == nil {
		return err
	}
	return a.saved(s, a.save(*s))
}

// saved takes down how saving went. A failure is tried again later, and no
// sooner for what is typed meanwhile: a share that is gone is not asked at every
// key.
func (a *Autosaver) saved(s *briefing.Statement, err error) error {
	a.mu.Lock()
	if err != nil && a.waiting == nil && !a.dropped {
		a.waiting = s
	}
	switch {
	case a.waiting == nil:
	case err != nil:
		a.saveIn(Again)
	default: // typed while it was written
		a.saveIn(Rest)
	}
	a.last = State{Saved: a.waiting == nil, Err: err}
	now := a.last
	a.mu.Unlock()
	a.tell(now)
	return err
}

// State is how things stand.
func (a *Autosaver) State() State {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.last
}

// Drop forgets what is not saved and saves nothing more, as when somebody
// decided that other words shall stand.
func (a *Autosaver) Drop() {
	a.saving.Lock() // what is being written now is written first
	defer a.saving.Unlock()
	a.mu.Lock()
	defer a.mu.Unlock()
	a.dropped, a.waiting = true, nil
	if a.timer != nil {
		a.timer.Stop()
	}
}

// Settle runs what decides which words shall stand, when somebody else wrote to
// the file too: nothing is saved meanwhile, or what waited would be written over
// what was decided. Where it reports true the draft counts as saved; else what
// waited waits on. It must not use this autosaver itself.
func (a *Autosaver) Settle(decide func() bool) bool {
	a.saving.Lock()
	defer a.saving.Unlock()
	if !decide() {
		return false
	}
	a.mu.Lock()
	a.waiting, a.last = nil, State{Saved: true}
	if a.timer != nil {
		a.timer.Stop()
	}
	a.mu.Unlock()
	a.tell(State{Saved: true})
	return true
}

// Close saves what is left and stops waiting.
func (a *Autosaver) Close() error {
	err := a.Flush()
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.timer != nil {
		a.timer.Stop()
	}
	return err
}
