package page

import (
	"math"
	"slices"
	"sync"
)

// line is one line of a paragraph.
type line struct {
	fragments []fragment
	natural   float64 // its width before justification, without a space at its end
	spaces    int     // that stretch
	stretch   float64 // what each of them gains, or loses where it is negative
	hang      float64 // how far it begins left of the edge
	hyphen    bool    // it ends with a hyphen that was made here
}

// width is the width of a line as it is set.
func (l *line) width() float64 { return l.natural + l.stretch*float64(l.spaces) }

// breaker chooses the line ends of a stretch of items so that all of it looks
// best, by dynamic programming over the places where a line may end.
type breaker struct {
	*Compositor
	*bench
	p     *paragraph
	items []item
}

// bench is room to work in that is used again.
type bench struct {
	items  []item
	sums   []sum // of the items before each
	breaks []end // where a line may end
	best   []candidate
}

var benches = sync.Pool{New: func() any { return new(bench) }}

// clear gives the bench back. What a very long text needed is not kept.
func (b *bench) clear() {
	if cap(b.items) < 10_000 {
		clear(b.items)
		benches.Put(b)
	}
}

// room is a slice of n elements, in the room of another if it is enough.
func room[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}

type sum struct{ width, stretch, shrink float64 }

// end is a place where a line may end and another begin.
type end struct {
	item        int     // -1: before the first
	width, cost float64 // of the hyphen
	right, left float64 // how far the line before and the line after may hang out
	hyphen      bool
}

// candidate is the best way found to end a line at a break.
type candidate struct {
	cost float64
	from int // the break before
}

// lines breaks a paragraph.
func (c *Compositor) lines(p *paragraph, errs *glyphErrors) ([]line, error) {
	bench := benches.Get().(*bench)
	defer bench.clear()
	z := itemizer{Compositor: c, p: p, errs: errs, levels: levelsOf(p.text, p.rtl && !p.ltr), items: bench.items[:0]}
	hyphens := c.shaper.parts.language(p.lang)
	if hyphens == nil && !p.style.Ragged {
		p.style.Ragged = true
	}
	z.soft = !p.style.Ragged
	err := z.all()
	bench.items = z.items
	if err != nil {
		return nil, err
	}
	var all []line
	for rest := z.items; len(rest) > 0; {
		n := slices.IndexFunc(rest, func(it item) bool { return it.kind == forced })
		stop := n
		if n < 0 {
			stop = len(rest)
		}
		b := breaker{Compositor: c, p: p, items: rest[:stop], bench: bench}
		lines, err := b.lines()
		if err != nil {
			return nil, err
		}
		all = append(all, lines...)
		if n < 0 {
			break
		}
		if len(lines) > 0 {
			last := &all[len(all)-1]
			last.fragments = append(last.fragments, rest[n].fragment)
		}
		rest = rest[n+1:]
	}
	return all, nil
}

func (b *breaker) lines() ([]line, error) {
	if len(b.items) == 0 {
		return nil, nil
	}
	b.prepare()
	for k := 1; k < len(b.breaks); k++ {
		b.best[k] = b.reach(k)
	}
	var ends []int
	for k := len(b.breaks) - 1; k > 0; k = b.best[k].from {
		ends = append(ends, k)
	}
	all := make([]line, 0, len(ends))
	for _, k := range slices.Backward(ends) {
		l, err := b.line(b.best[k].from, k)
		if err != nil {
			return nil, err
		}
		all = append(all, l)
	}
	return all, nil
}

func (b *breaker) prepare() {
	b.sums = room(b.sums, len(b.items)+1)
	b.sums[0] = sum{}
	b.breaks = append(b.breaks[:0], b.end(-1))
	for i := range b.items {
		it := &b.items[i]
		s := b.sums[i]
		if it.kind != penalty {
			s = sum{s.width + it.width, s.stretch + it.stretch, s.shrink + it.shrink}
		}
		b.sums[i+1] = s
		if it.kind == penalty || it.kind == glue && !it.tied {
			b.breaks = append(b.breaks, b.end(i))
		}
	}
	b.breaks = append(b.breaks, b.end(len(b.items)))
	b.best = room(b.best, len(b.breaks))
	b.best[0] = candidate{}
}

// end describes the break at an item.
func (b *breaker) end(i int) end {
	e := end{item: i}
	if i >= 0 && i < len(b.items) && b.items[i].kind == penalty {
		e.width, e.cost = b.items[i].width, b.items[i].parting.cost()
		e.hyphen = b.items[i].parting.hyphen()
	}
	if !b.p.hanging {
		return e
	}
	if e.hyphen {
		e.right = e.width * 0.6
	} else if i > 0 {
		e.right = b.overhang(&b.items[i-1], trailers)
	}
	if i+1 < len(b.items) {
		e.left = b.overhang(&b.items[i+1], openers)
	}
	return e
}

// Signs that hang out of the column by a part of their width, because their
// weight is small and the edge looks straighter so.
var (
	trailers = map[rune]float64{'.': 0.6, ',': 0.6, '-': 0.5, ':': 0.3, ';': 0.3, '’': 0.5, '”': 0.4, '–': 0.2}
	openers  = map[rune]float64{'‘': 0.5, '“': 0.4, '„': 0.4, '«': 0.2, '(': 0.1}
)

func (b *breaker) overhang(it *item, signs map[rune]float64) float64 {
	f := &it.fragment
	if it.kind != box || f.word == nil || len(f.word.runs) == 0 {
		return 0
	}
	first, last := f.word.runs[0].shapes, f.word.runs[len(f.word.runs)-1].shapes
	if len(first) == 0 || len(last) == 0 {
		return 0
	}
	part, sign := signs[firstRune(f.text)], first[0]
	if signs['.'] > 0 {
		part, sign = signs[lastRune(f.text)], last[len(last)-1]
	}
	return part * float64(sign.advance) * b.p.style.Size / 1000
}

// start is the first item of a line after break k: a space there is dropped.
func (b *breaker) start(k int) int { return b.breaks[k].item + 1 }

// reach finds the break before k from which a line to k costs least. Lines
// that are far too short are looked at only where all others follow on worse.
func (b *breaker) reach(k int) candidate {
	if found := b.search(k, farTooShort); found.cost < awful {
		return found
	}
	return b.search(k, math.Inf(1))
}

// farTooShort is how many times further than is good the spaces of a line
// would have to stretch.
const farTooShort = 3

// awful is what a line costs whose spaces stretch five times as far as is good.
const awful = 1e8

func (b *breaker) search(k int, tooShort float64) candidate {
	found := candidate{cost: math.Inf(1)}
	last := k == len(b.breaks)-1 || b.p.style.Ragged
	end := &b.breaks[k]
	width := b.p.width() + end.right
	upTo := b.sums[end.item]
	for j := k - 1; j >= 0; j-- {
		from := b.sums[b.start(j)]
		s := sum{upTo.width - from.width + end.width, upTo.stretch - from.stretch, upTo.shrink - from.shrink}
		space := width + b.breaks[j].left
		if s.width-s.shrink > space && j < k-1 {
			break
		}
		if !last && space-s.width > tooShort*s.stretch {
			continue
		}
		if total := b.best[j].cost + b.demerits(s, space, j, k); total < found.cost {
			found = candidate{total, j}
		}
	}
	return found
}

// What makes a line bad. A badness of 100 is a space stretched, or shrunk, as
// far as it may be.
const (
	badOverfull = 1e7
	badEmpty    = 1e6  // at most, of a line that is far too short
	rigid       = 0.15 // of the size of the type: what a line without a space is taken to stretch
	badStub     = 200  // a last line that is hardly there
	twoHyphens  = 1e4  // one above the other
	lastHyphen  = 2e4  // before the last line
)

// demerits says how bad a line from break j to break k looks.
func (b *breaker) demerits(s sum, room float64, j, k int) float64 {
	last := k == len(b.breaks)-1
	bad := b.badness(s, room, last) + b.breaks[k].cost
	d := (10 + bad) * (10 + bad)
	if b.breaks[j].hyphen && b.breaks[k].hyphen {
		d += twoHyphens
	}
	if last && b.breaks[j].hyphen {
		d += lastHyphen
	}
	return d
}

func (b *breaker) badness(s sum, room float64, last bool) float64 {
	short := room - s.width
	switch {
	case short < 0 && -short > s.shrink:
		return badOverfull - short
	case short < 0:
		return 100 * cube(-short/s.shrink)
	case last && b.p.title == "" && s.width < room*0.1:
		return badStub
	case last && b.p.title == "":
		return 0
	case b.p.style.Ragged: // the lines of a heading are about as long, its last one too
		r := short / (room * 0.15)
		return 100 * r * r
	}
	return min(100*cube(short/max(s.stretch, rigid*b.p.style.Size)), badEmpty)
}

func cube(x float64) float64 { return x * x * x }

// gaping is by how much of the size of the type a space may grow. A line whose
// spaces would have to grow more, before an address that cannot be parted, is
// left short, as in ragged text: holes are harder to read than an uneven edge.
const gaping = 1.0

// line makes the line between two breaks, and joins what was one word again,
// so that it is kerned as one.
func (b *breaker) line(from, to int) (line, error) {
	e := &b.breaks[to]
	l := line{hang: b.breaks[from].left, hyphen: e.hyphen}
	start := b.start(from)
	l.fragments = make([]fragment, 0, e.item-start+2)
	for i := start; i < e.item; i++ {
		if b.items[i].kind != penalty {
			l.add(&b.items[i].fragment)
		}
	}
	if e.hyphen {
		l.addHyphen(&b.items[e.item].fragment)
	}
	if err := b.shape(&l); err != nil {
		return l, err
	}
	last := e.item == len(b.items)
	room := b.p.width() + e.right + l.hang
	if l.spaces > 0 {
		gain := (room - l.natural) / float64(l.spaces)
		if gain < 0 || !b.p.style.Ragged && !last && gain < gaping*b.p.style.Size {
			l.stretch = gain
		}
	}
	if !last && b.items[e.item].kind == glue {
		space := b.items[e.item].fragment
		space.trailing, space.level = true, bit(b.p.rtl && !b.p.ltr)
		l.fragments = append(l.fragments, space)
	}
	return l, nil
}

// add appends a fragment, or makes the last one longer where it goes on.
func (l *line) add(f *fragment) {
	if n := len(l.fragments) - 1; n >= 0 && l.fragments[n].goesOn(f) {
		last := &l.fragments[n]
		last.text = last.piece.text[last.at : int(f.at)+len(f.text)]
		last.word = nil
		return
	}
	l.fragments = append(l.fragments, *f)
}

func (f *fragment) goesOn(next *fragment) bool {
	return f.piece == next.piece && f.word == nil && next.word == nil && f.fixed == 0 && next.fixed == 0 &&
		f.level == next.level && int(f.at)+len(f.text) == int(next.at) && len(f.text) < 4*longestBytes
}

// addHyphen adds the hyphen that is printed where a word is parted.
func (l *line) addHyphen(f *fragment) {
	h := *f
	h.word, h.text, h.space = nil, softHyphen, false
	l.fragments = append(l.fragments, h)
}

// shape shapes the parts of words and measures the line.
func (b *breaker) shape(l *line) error {
	for i := range l.fragments {
		f := &l.fragments[i]
		if f.word == nil && f.fixed == 0 {
			text := f.text
			if text == softHyphen {
				text = "-"
			}
			var err error
			if f.word, err = b.shaper.shape(f.dress(), text); err != nil {
				return err
			}
		}
		l.natural += f.width(b.p.style.Size)
		if f.space && f.fixed == 0 {
			l.spaces++
		}
	}
	return nil
}

// width is the width of a fragment before justification.
func (f *fragment) width(size float64) float64 {
	switch {
	case f.trailing:
		return 0
	case f.fixed != 0:
		return f.fixed
	}
	return f.word.advance * size / 1000
}
