package window

import "time"

// latest holds what was made last, until somebody takes it. Any goroutine may
// put, and none waits for it.
type latest[T any] chan T

func newLatest[T any]() latest[T] { return make(chan T, 1) }

// put replaces what nobody has taken.
func (l latest[T]) put(made T) {
	for {
		select {
		case l <- made:
			return
		case <-l:
		}
	}
}

// take returns what there is, and whether there is something. It waits for it,
// but no longer than it may.
func (l latest[T]) take(wait time.Duration) (made T, ok bool) {
	select {
	case made = <-l:
		return made, true
	default:
	}
	if wait <= 0 {
		return made, false
	}
	select {
	case made = <-l:
		return made, true
	case <-time.After(wait):
		return made, false
	}
}
