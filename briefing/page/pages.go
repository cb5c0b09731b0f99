package page

import (
	"encoding/binary"
	"math"
)

// part is some rows of a setting on a page.
type part struct {
	*setting
	from, to int
	x, y     float64 // of the column's left edge and the top of the first row
}

// paginate puts the flow on pages.
func (b *builder) paginate() {
	if b.err != nil {
		return
	}
	p := pager{builder: b}
	for i := range b.flow {
		for k := range b.flow[i].rows {
			p.rows = append(p.rows, place{block: i, row: k})
		}
	}
	var pages [][]part
	for start := 0; start < len(p.rows) || len(pages) == 0; {
		end := p.fill(start, len(pages) == 0)
		pages = append(pages, p.parts(start, end, len(pages) == 0))
		start = end
	}
	for i, parts := range pages {
		b.doc.Pages = append(b.doc.Pages, b.page(parts, i, len(pages)))
	}
}

// pager decides which rows stand on which page.
type pager struct {
	*builder
	rows []place
}

// place is a row of the flow.
type place struct{ block, row int }

// fill returns the row at which the page that begins with row start ends: the
// last one that fits and before which the flow may be parted.
func (p *pager) fill(start int, first bool) int {
	room := p.job.Sheet.foot() - p.top(first) + 0.01
	end, y := start, 0.0
	for ; end < len(p.rows); end++ {
		bl := p.block(end)
		if p.rows[end].row == 0 && end > start {
			y += bl.before
		}
		y += bl.leading
		if y > room {
			break
		}
		if p.rows[end].row == len(bl.rows)-1 {
			y += bl.after
		}
	}
	if end == len(p.rows) {
		return end
	}
	for at := end; at > start; at-- {
		if p.mayPart(at) {
			return at
		}
	}
	return max(end, start+1)
}

func (p *pager) block(row int) *block { return &p.flow[p.rows[row].block] }

// mayPart reports whether a page may begin with a row: not with the last line
// of a paragraph, nor after its first, nor after a hyphen, a heading, or a
// part of what stays together.
func (p *pager) mayPart(at int) bool {
	row, bl := p.rows[at].row, p.block(at)
	if row == 0 {
		return !p.block(at - 1).keepNext
	}
	return !bl.keep && row >= 2 && len(bl.rows)-row >= 2 && !bl.rows[row-1].hyphen
}

// top is where the first row of a page begins.
func (p *pager) top(first bool) float64 {
	if first {
		return p.job.Sheet.top() + p.headHeight()
	}
	return p.job.Sheet.top()
}

// parts places the rows from start to end on a page.
func (p *pager) parts(start, end int, first bool) []part {
	var all []part
	y := p.top(first)
	for i := start; i < end; i++ {
		bl, row := p.block(i), p.rows[i].row
		if i == start || row == 0 {
			if i > start {
				y += bl.before
			}
			all = append(all, part{bl.setting, row, row, p.job.Sheet.left(), y})
		}
		all[len(all)-1].to = row + 1
		y += bl.leading
		if row == len(bl.rows)-1 {
			y += bl.after
		}
	}
	return all
}

// page makes a page of its parts and what else stands on it, or finds the same
// page made before.
func (b *builder) page(parts []part, number, of int) *Page {
	f := b.furniture(number, of)
	if b.err != nil {
		return nil
	}
	sheet := &b.job.Sheet
	key := f.appendKey(nil)
	for _, p := range parts {
		key = p.appendKey(key)
	}
	if p, ok := b.pages.get(string(key)); ok {
		return p
	}
	page := &Page{Width: sheet.Paper.Width * perMillimetre, Height: sheet.height()}
	page.Items = append(page.Items, f.items...)
	for _, p := range f.head {
		page.Items = p.place(page.Items)
	}
	for _, p := range parts {
		page.Items = p.place(page.Items)
	}
	for _, p := range f.foot {
		page.Items = p.place(page.Items)
	}
	b.pages.put(string(key), page, 1)
	return page
}

// place puts the rows on a page. The baseline lies at three quarters of the
// leading.
func (p *part) place(items []Item) []Item {
	for i := p.from; i < p.to; i++ {
		items = p.rows[i].place(items, p.x, p.y+p.leading*(float64(i-p.from)+0.75))
	}
	return items
}

func (p *part) appendKey(b []byte) []byte {
	b = binary.AppendUvarint(b, p.id)
	b = binary.AppendUvarint(b, uint64(p.from))
	b = binary.AppendUvarint(b, uint64(p.to))
	b = binary.LittleEndian.AppendUint64(b, math.Float64bits(p.x))
	return binary.LittleEndian.AppendUint64(b, math.Float64bits(p.y))
}
