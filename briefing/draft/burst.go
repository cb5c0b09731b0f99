package draft

import (
	"time"

	"delegation-briefing/briefing"
)

// burst is what is typed in one go, and undone together: letters that follow
// each other at one place, without a rest, some words at the most. A fact is
// undone whole, since a day is another one with each figure of its year.
type burst struct {
	at     briefing.Place
	end    int  // where the caret was left, in bytes of the text
	erases bool // words are taken away, not written
	size   int  // bytes so far
	last   time.Time
}

const (
	rest    = 1500 * time.Millisecond // parts two bursts
	handful = 40                      // bytes, after which the next word is a step of its own
)

// takes reports whether a change of the text at a place goes on with the burst,
// and where the change is then.
func (b burst) takes(at briefing.Place, was, now string, c change) (change, bool) {
	if b.at != at || time.Since(b.last) > rest {
		return c, false
	}
	if at.Section == "" {
		return c, true
	}
	if b.erases != (c.inserted == 0) {
		return c, false
	}
	if c.inserted == 0 {
		if before, ok := c.movedTo(b.end-c.removed, was, now); ok {
			return before, true // Backspace
		}
		return c.movedTo(b.end, was, now) // Delete
	}
	full := b.size >= handful && b.end > 0 && b.end <= len(was) && was[b.end-1] == ' '
	if full || c.removed > 0 {
		return c, false
	}
	return c.movedTo(b.end, was, now)
}

// after is the burst with a change in it.
func (b burst) after(at briefing.Place, c change) burst {
	return burst{at: at, end: c.from + c.inserted, erases: c.inserted == 0, size: b.size + c.inserted, last: time.Now()}
}

// change is what became of a text: bytes from an offset on were taken away, and
// others written there.
type change struct{ from, removed, inserted int }

// movedTo is the same change at another offset, if it is the same there: a
// letter beside its like may have been written on either side of it.
func (c change) movedTo(from int, was, now string) (change, bool) {
	if from < 0 || from+c.removed > len(was) || from+c.inserted > len(now) {
		return c, false
	}
	same := was[:from] == now[:from] && was[from+c.removed:] == now[from+c.inserted:]
	if !same {
		return c, false
	}
	c.from = from
	return c, true
}

func changed(was, now string) change {
	from := 0
	for from < len(was) && from < len(now) && was[from] == now[from] {
		from++
	}
	tail := 0
	for tail < len(was)-from && tail < len(now)-from && was[len(was)-1-tail] == now[len(now)-1-tail] {
		tail++
	}
	return change{from, len(was) - tail - from, len(now) - tail - from}
}
