package page

import (
	"image/color"
	"math"
	"strings"
	"unicode/utf8"

	"delegation-briefing/briefing"
)

// piece is a run of words that look alike, ready to be broken into lines.
type piece struct {
	text       string
	faces      []*Face
	lang       string
	color      color.NRGBA
	element    *Element
	from       briefing.Place
	start, end int32
	literal    bool // text stands at start letter by letter
}

// paragraph is what is broken into lines together.
type paragraph struct {
	pieces []piece
	size   float64
	width  float64
	ragged bool
}

// fragment is a part of a line: a word or a part of one, or a space.
type fragment struct {
	piece *piece
	word  *word
	at    int32 // byte of the piece where it begins
	space bool
}

// line is one line of a paragraph, with the width it has by nature.
type line struct {
	fragments []fragment
	natural   float64
	spaces    int
	stretch   float64 // what each space gains, or loses where it is negative
}

// item is a box, a glue or a penalty (Knuth and Plass, Breaking Paragraphs
// into Lines, 1981).
type item struct {
	kind                   itemKind
	width, stretch, shrink float64
	fragment               fragment
}

type itemKind uint8

const (
	box itemKind = iota
	glue
	forced
)

// longest is how many runes of a word are set as one box. A longer one can be
// broken anywhere: no real word is.
const longest = 40

func (c *Compositor) items(p *paragraph) ([]item, error) {
	var items []item
	for i := range p.pieces {
		pc := &p.pieces[i]
		rest := pc.text
		for rest != "" {
			at := int32(len(pc.text) - len(rest))
			switch rest[0] {
			case '\n':
				items = append(items, item{kind: forced})
				rest = rest[1:]
				continue
			case ' ', '\t', '\r':
				if n := len(items); n > 0 && items[n-1].kind == box {
					items = append(items, c.space(pc, p, at))
				}
				rest = rest[1:]
				continue
			}
			n := strings.IndexAny(rest, " \t\r\n")
			if n < 0 {
				n = len(rest)
			}
			for w := rest[:n]; w != ""; {
				cut := cutWord(w)
				frag, err := c.fragment(pc, w[:cut], at)
				if err != nil {
					return nil, err
				}
				items = append(items, item{kind: box, width: frag.word.advance * p.size / 1000, fragment: frag})
				at += int32(cut)
				w = w[cut:]
			}
			rest = rest[n:]
		}
	}
	for len(items) > 0 && items[len(items)-1].kind == glue {
		items = items[:len(items)-1]
	}
	return items, nil
}

// cutWord says how many bytes of a word may be set as one box.
func cutWord(w string) int {
	if len(w) <= longest {
		return len(w)
	}
	at, runes := 0, 0
	for at < len(w) && runes < longest {
		_, n := utf8.DecodeRuneInString(w[at:])
		at += n
		runes++
	}
	return at
}

func (c *Compositor) fragment(pc *piece, text string, at int32) (fragment, error) {
	w := c.shaper.shape(pc.faces, pc.lang, text)
	if w.missing >= 0 {
		r, _ := utf8.DecodeRuneInString(text[w.missing:])
		return fragment{}, &GlyphError{Rune: r, At: pc.from, Offset: pc.source(at + int32(w.missing))}
	}
	return fragment{piece: pc, word: w, at: at}, nil
}

// source is the byte of the source that a byte of the piece comes from.
func (pc *piece) source(at int32) int32 {
	if !pc.literal {
		return pc.start
	}
	return pc.start + at
}

func (c *Compositor) space(pc *piece, p *paragraph, at int32) item {
	w := c.shaper.shape(pc.faces, pc.lang, " ")
	width := w.advance * p.size / 1000
	return item{
		kind: glue, width: width, stretch: width / 2, shrink: width / 3,
		fragment: fragment{piece: pc, word: w, at: at, space: true},
	}
}

// lines breaks a paragraph so that the whole of it looks best.
func (c *Compositor) lines(p *paragraph) ([]line, error) {
	items, err := c.items(p)
	if err != nil {
		return nil, err
	}
	var all []line
	for start := 0; start < len(items); {
		end := start
		for end < len(items) && items[end].kind != forced {
			end++
		}
		all = append(all, breakLines(items[start:end], p)...)
		start = end + 1
	}
	return all, nil
}

// breakLines chooses the breaks with the least sum of demerits.
func breakLines(items []item, p *paragraph) []line {
	sums := make([]item, len(items)+1)
	for i, it := range items {
		sums[i+1] = item{width: sums[i].width + it.width, stretch: sums[i].stretch + it.stretch, shrink: sums[i].shrink + it.shrink}
	}
	breaks := legalBreaks(items)
	cost := make([]float64, len(breaks))
	from := make([]int, len(breaks))
	for k := 1; k < len(breaks); k++ {
		cost[k] = math.Inf(1)
		for j := k - 1; j >= 0; j-- {
			start, end := lineStart(items, breaks[j]), breaks[k]
			width := sums[end].width - sums[start].width
			shrink := sums[end].shrink - sums[start].shrink
			if width-shrink > p.width && j < k-1 {
				break
			}
			d := demerits(p, width, sums[end].stretch-sums[start].stretch, shrink, k == len(breaks)-1)
			if cost[j]+d < cost[k] {
				cost[k], from[k] = cost[j]+d, j
			}
		}
	}
	var all []line
	for k := len(breaks) - 1; k > 0; k = from[k] {
		all = append(all, makeLine(items[lineStart(items, breaks[from[k]]):breaks[k]], items, breaks[k], p))
	}
	for i, j := 0, len(all)-1; i < j; i, j = i+1, j-1 {
		all[i], all[j] = all[j], all[i]
	}
	return all
}

// legalBreaks lists where a line may end: at a space, after a box that another
// follows (a hyphen, or a word too long for any line), and at the end.
func legalBreaks(items []item) []int {
	breaks := []int{-1}
	for i, it := range items {
		if it.kind == glue || i > 0 && items[i-1].kind == box && mayPart(items[i-1], it) {
			breaks = append(breaks, i)
		}
	}
	return append(breaks, len(items))
}

// mayPart reports whether a line may end between two boxes of one word.
func mayPart(a, b item) bool {
	return a.fragment.piece == b.fragment.piece && a.kind == box && b.kind == box
}

// lineStart skips the space that a line before ended at.
func lineStart(items []item, at int) int {
	at = max(at, 0)
	if at < len(items) && items[at].kind == glue {
		at++
	}
	return at
}

// demerits says how bad a line looks. A last line may be short.
func demerits(p *paragraph, width, stretch, shrink float64, last bool) float64 {
	const overfull = 1e7
	short := p.width - width
	var bad float64
	switch {
	case short < 0 && (shrink == 0 || -short > shrink):
		bad = overfull - short
	case short < 0:
		bad = 100 * math.Pow(-short/shrink, 3)
	case last:
		if width < p.width*0.1 {
			bad = 200
		}
	case p.ragged:
		bad = 100 * math.Pow(short/(p.width*0.15), 2)
	case stretch == 0:
		bad = 1e5
	default:
		bad = min(100*math.Pow(short/stretch, 3), 1e6)
	}
	return (10 + bad) * (10 + bad)
}

func makeLine(items, all []item, end int, p *paragraph) line {
	var l line
	for _, it := range items {
		l.natural += it.width
		if it.kind == glue {
			l.spaces++
		}
		l.fragments = append(l.fragments, it.fragment)
	}
	last := end == len(all)
	if short := p.width - l.natural; l.spaces > 0 && (short < 0 || !p.ragged && !last) {
		l.stretch = short / float64(l.spaces)
	}
	if !last && all[end].kind == glue {
		l.fragments = append(l.fragments, all[end].fragment)
	}
	return l
}
