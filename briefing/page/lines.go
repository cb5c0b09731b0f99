package page

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// line is one line of a paragraph.
type line struct {
	fragments []fragment
	natural   float64 // its width before justification, without a space at its end
	spaces    int
	stretch   float64 // what each space gains, or loses where it is negative
	hyphen    bool    // it ends with a hyphen that was made here
}

// width is the width of a line as it is set.
func (l line) width() float64 { return l.natural + l.stretch*float64(l.spaces) }

// breaker chooses the line ends of a stretch of items so that all of it looks
// best (Knuth and Plass, Breaking Paragraphs into Lines, 1981), by dynamic
// programming over the places where a line may end.
type breaker struct {
	*Compositor
	p      *paragraph
	items  []item
	sums   []sum // of the items before each
	breaks []int // items at which a line may end
	best   []candidate
}

type sum struct{ width, stretch, shrink float64 }

// candidate is the best way found to end a line at a break.
type candidate struct {
	cost float64
	from int // the break before
}

// lines breaks a paragraph.
func (c *Compositor) lines(p *paragraph) ([]line, error) {
	items, err := c.items(p)
	if err != nil {
		return nil, err
	}
	var all []line
	for part := range splitAt(items, forced) {
		b := breaker{Compositor: c, p: p, items: part}
		all = append(all, b.lines()...)
	}
	return all, nil
}

// splitAt parts items at those of a kind.
func splitAt(items []item, kind itemKind) func(yield func([]item) bool) {
	return func(yield func([]item) bool) {
		for start := 0; start < len(items); {
			n := slices.IndexFunc(items[start:], func(it item) bool { return it.kind == kind })
			if n < 0 {
				n = len(items) - start
			}
			if !yield(items[start : start+n]) {
				return
			}
			start += n + 1
		}
	}
}

func (b *breaker) lines() []line {
	b.prepare()
	for k := 1; k < len(b.breaks); k++ {
		b.best[k] = b.reach(k)
	}
	var ends []int
	for k := len(b.breaks) - 1; k > 0; k = b.best[k].from {
		ends = append(ends, k)
	}
	var all []line
	for _, k := range slices.Backward(ends) {
		all = append(all, b.line(b.start(b.best[k].from), b.breaks[k]))
	}
	return all
}

func (b *breaker) prepare() {
	b.sums = make([]sum, len(b.items)+1)
	b.breaks = append(b.breaks, -1)
	for i, it := range b.items {
		s := b.sums[i]
		if it.kind != penalty {
			s = sum{s.width + it.width, s.stretch + it.stretch, s.shrink + it.shrink}
		}
		b.sums[i+1] = s
		if it.kind == penalty || it.kind == glue && !it.tied {
			b.breaks = append(b.breaks, i)
		}
	}
	b.breaks = append(b.breaks, len(b.items))
	b.best = make([]candidate, len(b.breaks))
}

// start is the first item of a line after break k: a space there is dropped.
func (b *breaker) start(k int) int {
	at := b.breaks[k]
	if at < 0 {
		return 0
	}
	return at + 1
}

// reach finds the break before k from which a line to k costs least.
func (b *breaker) reach(k int) candidate {
	found := candidate{cost: math.Inf(1)}
	end := b.breaks[k]
	extra, cost := 0.0, 0.0
	if end < len(b.items) && b.items[end].kind == penalty {
		extra, cost = b.items[end].width, b.items[end].cost
	}
	for j := k - 1; j >= 0; j-- {
		start := b.start(j)
		if start > end {
			continue
		}
		s := sum{
			b.sums[end].width - b.sums[start].width + extra,
			b.sums[end].stretch - b.sums[start].stretch,
			b.sums[end].shrink - b.sums[start].shrink,
		}
		if s.width-s.shrink > b.p.width && j < k-1 {
			break
		}
		if total := b.best[j].cost + b.demerits(s, cost, j, k); total < found.cost {
			found = candidate{total, j}
		}
	}
	return found
}

// What makes a line bad. A badness of 100 is a space stretched, or shrunk, as
// far as it may be.
const (
	badOverfull = 1e7
	badRigid    = 1e5 // nothing to stretch
	badStub     = 200 // a last line that is hardly there
	twoHyphens  = 1e4 // one above the other
	lastHyphen  = 5e3 // before the last line
)

// demerits says how bad a line from break j to break k looks.
func (b *breaker) demerits(s sum, cost float64, j, k int) float64 {
	last := b.breaks[k] == len(b.items)
	bad := b.badness(s, last) + cost
	d := (10 + bad) * (10 + bad)
	if b.hyphenAt(j) && b.hyphenAt(k) {
		d += twoHyphens
	}
	if last && b.hyphenAt(j) {
		d += lastHyphen
	}
	return d
}

func (b *breaker) badness(s sum, last bool) float64 {
	short := b.p.width - s.width
	switch {
	case short < 0 && -short > s.shrink:
		return badOverfull - short
	case short < 0:
		return 100 * cube(-short/s.shrink)
	case last && s.width < b.p.width*0.1:
		return badStub
	case last:
		return 0
	case b.p.ragged:
		r := short / (b.p.width * 0.15)
		return 100 * r * r
	case s.stretch == 0:
		return badRigid
	}
	return min(100*cube(short/s.stretch), badRigid)
}

func cube(x float64) float64 { return x * x * x }

func (b *breaker) hyphenAt(k int) bool {
	at := b.breaks[k]
	return at >= 0 && at < len(b.items) && b.items[at].kind == penalty && b.items[at].width > 0
}

// line makes the line of items from start to end, and joins what was one word
// again, so that it is kerned as one.
func (b *breaker) line(start, end int) line {
	var l line
	for _, it := range b.items[start:end] {
		if it.kind != penalty {
			l.add(b.Compositor, it.fragment)
		}
	}
	last := end == len(b.items)
	if !last && b.items[end].kind == penalty && b.items[end].width > 0 {
		l.fragments = append(l.fragments, b.items[end].fragment)
		l.hyphen = true
	}
	for _, f := range l.fragments {
		l.natural += f.width(b.p.size)
		if f.space {
			l.spaces++
		}
	}
	if short := b.p.width - l.natural; l.spaces > 0 && (short < 0 || !b.p.ragged && !last) {
		l.stretch = short / float64(l.spaces)
	}
	if !last && b.items[end].kind == glue {
		space := b.items[end].fragment
		space.trailing = true
		l.fragments = append(l.fragments, space)
	}
	return l
}

// add appends a fragment, or makes the last one longer where it goes on.
func (l *line) add(c *Compositor, f fragment) {
	if n := len(l.fragments) - 1; n >= 0 && l.fragments[n].goesOn(f) {
		last := &l.fragments[n]
		last.text += f.text
		last.word = c.shaper.shape(last.piece.faces, last.piece.lang, last.text)
		return
	}
	l.fragments = append(l.fragments, f)
}

func (f fragment) goesOn(next fragment) bool {
	return f.piece == next.piece && !f.space && !next.space && f.kern == 0 && next.kern == 0 &&
		f.at+int32(len(f.text)) == next.at && len(f.text) < longest
}

// cutWord says how many bytes of a word may be set as one box.
func cutWord(w string) int {
	if len(w) <= longest {
		return len(w)
	}
	at := 0
	for at < longest {
		_, n := utf8.DecodeRuneInString(w[at:])
		if at+n > longest && at > 0 {
			break
		}
		at += n
	}
	return at
}

// wordEnd is the length of the word at the beginning of text.
func wordEnd(text string) int {
	if n := strings.IndexAny(text, " \t\r\n"); n >= 0 {
		return n
	}
	return len(text)
}
