package field

// Where things are: from an offset of the text to a place on its rows, and back.

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
