package window

import "time"

// later does work on a goroutine of its own, and what follows from it on the
// window's, unless the window was closed meanwhile.
func (w *Window) later(work func() (then func())) {
	w.house.work.Go(func() {
		then := work()
		w.house.pace.worked()
		w.config.do(func() {
			if !w.closed {
				then()
			}
		})
	})
}

// finish waits for work that is under way, such as keeping a version, but no
// longer than an officer would who has closed the program. An import of many
// ends with the file that is under way.
func (h *house) finish(atMost time.Duration) {
	h.ending.Store(true)
	done := make(chan struct{})
	go func() {
		h.work.Wait()
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(atMost):
	}
}
