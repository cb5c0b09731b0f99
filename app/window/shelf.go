package window

import (
	"context"
	"sync"

	"delegation-briefing/briefing/precedent/index"
)

// shelf is the index of a workspace as one window uses it: opened when it is
// first needed, read up to date by one at a time, searched by the last who
// asks.
type shelf struct {
	workspace string

	mu        sync.Mutex
	index     *index.Index
	closed    bool
	searching context.CancelFunc
	reading   context.CancelFunc // nil while nobody reads
}

// open opens the index. The caller holds mu.
func (s *shelf) open() (*index.Index, error) {
	if s.closed {
		return nil, context.Canceled
	}
	if s.index == nil {
		x, err := index.Open(s.workspace)
		if err != nil {
			return nil, err
		}
		s.index = x
	}
	return s.index, nil
}

// begin ends the search that is under way: another is asked for.
func (s *shelf) begin() context.Context {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.searching != nil {
		s.searching()
	}
	ctx, cancel := context.WithCancel(context.Background())
	s.searching = cancel
	return ctx
}

// search looks words up, and fails where that was ended.
func (s *shelf) search(ctx context.Context, q index.Query) ([]index.Hit, error) {
	s.mu.Lock()
	x, err := s.open()
	s.mu.Unlock()
	if err != nil {
		return nil, err
	}
	hits, err := x.Search(ctx, q)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	return hits, err
}

// subjects are those of all topics.
func (s *shelf) subjects() ([]string, error) {
	s.mu.Lock()
	x, err := s.open()
	s.mu.Unlock()
	if err != nil {
		return nil, err
	}
	return x.Subjects(context.Background())
}

// refresh brings the index up to date. It reports false where somebody is at
// it already.
func (s *shelf) refresh(progress func(done, total int)) (mine bool, err error) {
	s.mu.Lock()
	if s.reading != nil {
		s.mu.Unlock()
		return false, nil
	}
	x, err := s.open()
	ctx, cancel := context.WithCancel(context.Background())
	s.reading = cancel
	s.mu.Unlock()
	defer func() {
		cancel()
		s.mu.Lock()
		s.reading = nil
		s.mu.Unlock()
	}()
	if err != nil {
		return true, err
	}
	err = x.Refresh(ctx, progress)
	if ctx.Err() != nil {
		err = nil // the officer did not want to wait: what was read can be searched
	}
	return true, err
}

// stop ends reading.
func (s *shelf) stop() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.reading != nil {
		s.reading()
	}
}

// close ends all that is under way, and closes the index behind it.
func (s *shelf) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = true
	for _, end := range []context.CancelFunc{s.searching, s.reading} {
		if end != nil {
			end()
		}
	}
	if x := s.index; x != nil {
		go x.Close() // which waits for those who still use it
	}
}
