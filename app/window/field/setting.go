package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// setting is the text set to a width. Lines are kept by their words, so that a
// key sets one line again and not all of them.
type setting struct {
	ruler *ruler
	width float32
	plain bool
	lines []line
	rows  []place
	tall  float32
	of    string         // the text that is set
	hint  *wrapped       // the hint, for when there is none
	spare []*canvas.Text // of lines that are no more
	done  settled
}

// settled is what the lines were set for.
type settled struct {
	width float32
	plain bool
	ruler *ruler
}

// line is a line of the source, from one newline to the next, in its place.
type line struct {
	*wrapped
	start int // offset in the text
	top   float32
	high  float32 // of one row
	first int     // index of its first row
}

// wrapped is the words of a line on rows. Offsets count from its start.
type wrapped struct {
	words string
	rtl   bool
	rows  []row
	texts []*canvas.Text  // what is drawn, once it was
	body  *fyne.Container // in which they stand
}

type row struct {
	start, end int
	runs       []run // from left to right
}

// run is a piece of a row that looks alike and is read in one direction.
type run struct {
	start, end int
	x, width   float32
	look       look
	level      uint8
}

func (r run) rtl() bool { return r.level%2 == 1 }

// place says where in the setting a row is.
type place struct{ line, row int }

// set sets a text, as much as possible as it was set before.
func (s *setting) set(text string) {
	known := map[string][]*wrapped{}
	for _, l := range s.lines {
		known[l.words] = append(known[l.words], l.wrapped)
	}
	s.lines, s.rows, s.tall, s.of = s.lines[:0:0], s.rows[:0], 0, text
	for start := 0; ; {
		end := lineEnd(text, start)
		words := text[start:end]
		var w *wrapped
		if same := known[words]; len(same) > 0 {
			w, known[words] = same[0], same[1:]
		} else {
			w = s.wrap(words)
		}
		s.add(w, start, blank(text, start))
		if end == len(text) {
			break
		}
		start = end + 1
	}
	for _, gone := range known {
		for _, w := range gone {
			s.spare = append(s.spare, w.texts...)
		}
	}
}

func (s *setting) add(w *wrapped, start int, parts bool) {
	high := s.ruler.line
	if parts { // a blank line that only parts paragraphs
		high = s.ruler.line / 2
		if int(s.ruler.line)%2 == 1 {
			high += .5
		}
	}
	for i := range w.rows {
		s.rows = append(s.rows, place{len(s.lines), i})
	}
	s.lines = append(s.lines, line{w, start, s.tall, high, len(s.rows) - len(w.rows)})
	s.tall += high * float32(len(w.rows))
}
