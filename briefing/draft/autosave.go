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
	rest := min(Rest, time.Until(a.since.Add(AtLatest)))
	if a.timer == nil {
		a.timer = time.AfterFunc(rest, func() { a.Flush() })
	} else {
		a.timer.Reset(max(rest, 0))
	}
	now := a.last
	a.mu.Unlock()
	if wasSaved {
		a.tell(now)
	}
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

// saved takes down how saving went. A failure is tried again later.
func (a *Autosaver) saved(s *briefing.Statement, err error) error {
	a.mu.Lock()
	if err != nil && a.waiting == nil && !a.dropped {
		a.waiting = s
		a.timer.Reset(Again)
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

// Agree counts the draft as saved, as when its words came from the disk.
func (a *Autosaver) Agree() {
	a.saving.Lock()
	defer a.saving.Unlock()
	a.mu.Lock()
	a.waiting, a.last = nil, State{Saved: true}
	if a.timer != nil {
		a.timer.Stop()
	}
	a.mu.Unlock()
	a.tell(State{Saved: true})
}

// Close saves what is left and stops.
func (a *Autosaver) Close() error {
	err := a.Flush()
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.timer != nil {
		a.timer.Stop()
	}
	return err
}
