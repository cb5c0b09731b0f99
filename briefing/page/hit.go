package page

import (
	"math"

	"delegation-briefing/briefing"
)

// Hit finds the words nearest to a point: their place, and the byte of the
// source before which a caret would stand. It reports false on a page without
// words of the statement.
func (p *Page) Hit(x, y float64) (at briefing.Place, offset int, ok bool) {
	best := math.Inf(1)
	for _, item := range p.Items {
		t, isText := item.(*Text)
		if !isText || t.Element == nil {
			continue
		}
		dy := math.Abs(y - (t.Y - t.Size*0.3))
		for _, g := range t.Glyphs {
			left := t.X + float64(g.X)
			dx := math.Abs(x - left - float64(g.Advance)/2)
			if d := dy*20 + dx; g.Start >= 0 && d < best {
				best, at, offset, ok = d, t.From, int(g.Start), true
				if (x > left+float64(g.Advance)/2) != t.RTL {
					offset = int(g.End)
				}
			}
		}
	}
	return at, offset, ok
}

// Spot is where a caret stands on a document's pages, in points.
type Spot struct {
	Page           int // from 0
	X, Top, Bottom float64
}

// Caret finds the spot before the byte of the text at a place. It reports
// false where these words are not printed. A fact may be printed more than
// once; the spot is where it stands first.
func (d *Document) Caret(at briefing.Place, offset int) (Spot, bool) {
	var last Spot
	var lead *Text // that the paragraph begins with
	var leads int  // on which page
	var in *Element
	found, first, ends := false, -1, 0 // up to which byte the words before the caret go
	for i, p := range d.Pages {
		for _, item := range p.Items {
			t, ok := item.(*Text)
			if !ok || t.Element == nil {
				continue
			}
			if lead == nil || lead.Element != t.Element {
				lead, leads = t, i
			}
			if t.From != at {
				if found && in == t.Element && offset > ends {
					last = t.spot(i, t.end()) // behind a fact
				}
				continue
			}
			begins := t.begins()
			if !found && offset < begins && lead != t {
				return lead.spot(leads, lead.start()), true // before a fact that the paragraph begins with
			}
			if begins == first {
				return last, found // the same words once more
			}
			if first < 0 {
				first = begins
			}
			for _, g := range t.Glyphs {
				if g.Start < 0 || found && int(g.Start) > offset {
					continue
				}
				x := t.X + float64(g.X)
				if (int(g.Start) < offset) != t.RTL {
					x += float64(g.Advance)
				}
				last, found = t.spot(i, x), true
				in, ends = t.Element, max(ends, int(g.End))
			}
		}
	}
	return last, found
}

// spot is where a caret stands in the line of a text.
func (t *Text) spot(page int, x float64) Spot {
	return Spot{page, x, t.Y - t.Size*0.8, t.Y + t.Size*0.25}
}

// start is where reading the text begins, across the page.
func (t *Text) start() float64 {
	x := t.X
	if t.RTL {
		for _, g := range t.Glyphs {
			x = max(x, t.X+float64(g.X)+float64(g.Advance))
		}
	}
	return x
}

// end is where reading the text ends, across the page.
func (t *Text) end() float64 {
	if t.RTL {
		return t.X
	}
	x := t.X
	for _, g := range t.Glyphs {
		x = max(x, t.X+float64(g.X)+float64(g.Advance))
	}
	return x
}

// begins is the lowest byte of the source that the text prints.
func (t *Text) begins() int {
	from := math.MaxInt
	for _, g := range t.Glyphs {
		if g.Start >= 0 {
			from = min(from, int(g.Start))
		}
	}
	return from
}
