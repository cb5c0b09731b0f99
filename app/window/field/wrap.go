package field

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
)

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
