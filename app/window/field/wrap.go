package field

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"github.com/go-text/typesetting/segmenter"
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
	of    string   // the text that is set
	hint  *wrapped // the hint, for when there is none
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
	body  *fyne.Container // what is drawn, once it was
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
			return
		}
		start = end + 1
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

// wrap breaks a line of the source into rows.
func (s *setting) wrap(words string) *wrapped {
	b := breaker{setting: s, words: words, spans: spans(words, s.plain), levels: levels(words)}
	w := &wrapped{words: words, rtl: len(b.levels) > 0 && baseRTL(words)}
	if mark := bullet(words); mark != "" && !s.plain {
		b.indent = s.ruler.width(mark, 0)
	}
	for _, r := range b.rows() {
		w.rows = append(w.rows, b.row(r[0], r[1], w.rtl))
	}
	return w
}

func baseRTL(words string) bool {
	classes, _ := classesOf(words)
	return baseLevel(classes) == 1
}

// breaker breaks one line.
type breaker struct {
	*setting
	words  string
	spans  []span
	levels []uint8
	indent float32 // of the rows after the first of a list's item
}

// rows returns the start and end of each row.
func (b *breaker) rows() [][2]int {
	var rows [][2]int
	start, x := 0, float32(0)
	fill := func(from, to int) {
		w := b.across(from, from+len(strings.TrimRightFunc(b.words[from:to], unicode.IsSpace)))
		if x > 0 && x+w > b.room(len(rows)) {
			rows = append(rows, [2]int{start, from})
			start, x = from, 0
		}
		x += b.across(from, to)
	}
	for from := 0; from < len(b.words); {
		to := from + chunk(b.words[from:])
		if to-from < longWord && solid(b.words[from:to]) && b.across(from, to) < b.room(len(rows)) {
			fill(from, to)
			from = to
			continue
		}
		for _, end := range b.pieces(from, to) {
			fill(from, end)
			from = end
		}
	}
	return append(rows, [2]int{start, len(b.words)})
}

// room is the width that a row has.
func (b *breaker) room(row int) float32 {
	if row == 0 {
		return b.width
	}
	return b.width - b.indent
}

// across is the width of the bytes from one offset to another.
func (b *breaker) across(from, to int) float32 {
	var w float32
	first := sort.Search(len(b.spans), func(i int) bool { return b.spans[i].end > from })
	for _, s := range b.spans[first:] {
		if s.start >= to {
			break
		}
		w += b.ruler.width(b.words[max(s.start, from):min(s.end, to)], s.look)
	}
	return w
}

// chunk is how many bytes the next word and the spaces after it are.
func chunk(words string) int {
	n := strings.IndexByte(words, ' ')
	if n < 0 {
		return len(words)
	}
	for n < len(words) && words[n] == ' ' {
		n++
	}
	return n
}

// solid reports whether a word may not be broken, so far as one sees quickly.
func solid(word string) bool {
	for _, r := range word {
		if r == '-' || r == '/' || r == '–' || r == '—' || r == '\u00AD' || r >= 0x0E00 && r < 0x1800 || r >= 0x2E80 {
			return false
		}
	}
	return true
}

// pieces are the ends of the parts of a word between which it may be broken;
// what is still wider than a row is broken anywhere.
func (b *breaker) pieces(from, to int) []int {
	var ends []int
	var s segmenter.Segmenter
	s.Init([]rune(b.words[from:to]))
	start := from
	for it := s.LineIterator(); it.Next(); {
		end := start
		for _, r := range it.Line().Text {
			end += utf8.RuneLen(r)
		}
		ends = append(ends, b.cut(start, end)...)
		start = end
	}
	return ends
}

// cut breaks what has no end of a word in it, where it does not fit a row.
func (b *breaker) cut(start, end int) []int {
	if end-start < longWord && b.across(start, end) <= b.room(1) {
		return []int{end}
	}
	var ends []int
	room := b.room(1) * .9
	bounds := graphemes(b.words[start:end])
	for i := 0; i < len(bounds)-1; {
		fitting := sort.Search(min(longWord, len(bounds)-1-i), func(n int) bool {
			return b.across(start+bounds[i], start+bounds[i+n+1]) > room
		})
		i += max(1, fitting)
		ends = append(ends, start+bounds[i])
	}
	return ends
}

// longWord is a length that no word of a language has; what is longer is not
// measured as a whole.
const longWord = 1000

// row makes the runs of the bytes from start to end and puts them in place.
func (b *breaker) row(start, end int, rtl bool) row {
	r := row{start: start, end: end}
	for _, s := range b.spans {
		for from, to := max(s.start, start), min(s.end, end); from < to; {
			stop := b.sameWay(from, to)
			r.runs = append(r.runs, run{start: from, end: stop, look: s.look, level: b.level(from, end, rtl)})
			from = stop
		}
	}
	visual(r.runs)
	x := float32(0)
	for i := range r.runs {
		r.runs[i].x = x
		r.runs[i].width = b.ruler.width(b.words[r.runs[i].start:r.runs[i].end], r.runs[i].look)
		x += r.runs[i].width
	}
	shift := float32(0)
	switch {
	case rtl && start > 0:
		shift = b.width - b.indent - x
	case rtl:
		shift = b.width - x
	case start > 0:
		shift = b.indent
	}
	for i := range r.runs {
		r.runs[i].x += shift
	}
	return r
}

// sameWay is where the bytes from an offset are no longer read in the same
// direction. Among letters read from right to left a sign is a run of its own,
// and so is a space before them: Fyne may take it from another font, and puts
// what comes from two fonts down from the left.
func (b *breaker) sameWay(from, to int) int {
	if b.levels == nil {
		return to
	}
	first, n := utf8.DecodeRuneInString(b.words[from:])
	stop := from + n
	for stop < to && b.levels[stop] == b.levels[from] {
		r, n := utf8.DecodeRuneInString(b.words[stop:])
		if b.levels[from]%2 == 1 && r != ' ' && (first == ' ' || borrowed(r) != borrowed(first)) {
			break
		}
		stop += n
	}
	return stop
}

// borrowed reports whether fonts of scripts read from right to left may lack
// a sign.
func borrowed(r rune) bool { return r < 0x0590 }

// level is that of a run that begins at from; spaces at the end of a row are
// read as the paragraph is (rule L1).
func (b *breaker) level(from, end int, rtl bool) uint8 {
	if b.levels == nil {
		return 0
	}
	if strings.TrimSpace(b.words[from:end]) == "" {
		if rtl {
			return 1
		}
		return 0
	}
	return b.levels[from]
}

// Where things are.

// at finds the row of an offset; one where a row was broken is on the next.
func (s *setting) at(offset int) (row int) {
	lo, hi := 0, len(s.rows)-1
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if s.start(mid) <= offset {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	return lo
}

// start and end are the offsets in the text at which a row begins and ends.
func (s *setting) start(row int) int {
	p := s.rows[row]
	return s.lines[p.line].start + s.lines[p.line].rows[p.row].start
}

func (s *setting) end(row int) int {
	p := s.rows[row]
	return s.lines[p.line].start + s.lines[p.line].rows[p.row].end
}

// last is the last offset at which the caret is still on the row.
func (s *setting) last(row int) int {
	end := s.end(row)
	if row+1 < len(s.rows) && s.rows[row+1].line == s.rows[row].line && end > s.start(row) {
		return before(s.of, end)
	}
	return end
}

func (s *setting) top(row int) float32 {
	p := s.rows[row]
	l := s.lines[p.line]
	return l.top + float32(p.row)*l.high
}

// under finds the row at a height.
func (s *setting) under(y float32) int {
	lo, hi := 0, len(s.rows)-1
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if s.top(mid) <= y {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	return lo
}

// x is where the caret before an offset of a row stands: behind the character
// that comes before it there, as one that was just typed.
func (s *setting) x(row, offset int) float32 {
	l := s.lines[s.rows[row].line]
	r := l.rows[s.rows[row].row]
	offset = max(r.start, min(offset-l.start, r.end))
	if len(r.runs) == 0 {
		return s.margin(l)
	}
	for _, run := range r.runs {
		if run.start < offset && offset <= run.end || offset == r.start && run.start == offset {
			return s.edge(l.words, run, offset)
		}
	}
	return s.edge(l.words, r.runs[0], offset)
}

// margin is where an empty line begins.
func (s *setting) margin(l line) float32 {
	if l.rtl {
		return s.width
	}
	return 0
}

func (s *setting) edge(words string, r run, offset int) float32 {
	w := s.ruler.until(words[r.start:r.end], offset-r.start, r.look)
	if r.rtl() {
		return r.x + r.width - w
	}
	return r.x + w
}

// offset finds the place for the caret nearest to x on a row.
func (s *setting) offset(row int, x float32) int {
	l := s.lines[s.rows[row].line]
	r := l.rows[s.rows[row].row]
	if len(r.runs) == 0 {
		return l.start
	}
	hit := r.runs[0]
	for _, run := range r.runs {
		if run.x <= x {
			hit = run
		}
	}
	best, near := hit.start, float32(-1)
	for _, g := range graphemes(l.words[hit.start:hit.end]) {
		d := abs(s.edge(l.words, hit, hit.start+g) - x)
		if near < 0 || d < near {
			best, near = hit.start+g, d
		}
	}
	return min(l.start+best, s.last(row))
}

func abs(x float32) float32 { return max(x, -x) }

// boxes are the pieces of a row between two offsets of the text, from left to
// right.
func (s *setting) boxes(row, from, to int) [][2]float32 {
	l := s.lines[s.rows[row].line]
	r := l.rows[s.rows[row].row]
	from, to = max(from-l.start, r.start), min(to-l.start, r.end)
	var all [][2]float32
	for _, run := range r.runs {
		if a, b := max(from, run.start), min(to, run.end); a < b {
			x0, x1 := s.edge(l.words, run, a), s.edge(l.words, run, b)
			x0, x1 = min(x0, x1), max(x0, x1)
			if n := len(all); n > 0 && abs(all[n-1][1]-x0) < .5 {
				all[n-1][1] = x1
				continue
			}
			all = append(all, [2]float32{x0, x1})
		}
	}
	return all
}
