package page

import (
	"sync"
	"sync/atomic"
)

// setting is a paragraph that has been set. It is never changed, and used
// again as long as the paragraph stays the same.
type setting struct {
	id      uint64 // no other setting has it
	rows    []row
	element *Element
	leading float64
}

// row is one line of a setting: its texts as they stand in the column, their
// baseline at 0.
type row struct {
	texts  []Text
	hyphen bool
}

// set returns the setting of a paragraph. again tells apart several paragraphs
// of one document that are the same in all else.
func (c *Compositor) set(p *paragraph, again int, errs *glyphErrors) (*setting, error) {
	p.finish()
	buf := keys.Get().(*[]byte)
	key := append(p.appendKey((*buf)[:0]), byte(again), byte(again>>8))
	*buf = key
	defer keys.Put(buf)
	if s, ok := c.settings.get(string(key)); ok {
		return s, nil
	}
	before := len(errs.all)
	s, err := c.newSetting(p, errs)
	if err == nil && len(errs.all) == before {
		c.settings.put(string(key), s, len(p.text)+len(key)/8+64)
	}
	return s, err
}

// keys are buffers to write keys in.
var keys = sync.Pool{New: func() any { return new([]byte) }}

var settings atomic.Uint64 // made so far

func (c *Compositor) newSetting(p *paragraph, errs *glyphErrors) (*setting, error) {
	s := &setting{id: settings.Add(1), leading: p.style.Leading}
	t := &setter{p: p}
	t.elements(s)
	lines, err := c.lines(p, errs)
	if err != nil {
		return nil, err
	}
	s.rows = make([]row, len(lines))
	for i := range lines {
		s.rows[i] = row{texts: t.line(&lines[i]), hyphen: lines[i].hyphen}
	}
	if p.label != "" && len(s.rows) > 0 {
		label, err := c.label(p, errs)
		if err != nil {
			return nil, err
		}
		s.rows[0].texts = append(t.label(label), s.rows[0].texts...)
	}
	return s, nil
}

// label sets a bullet or a number on a line of its own, with a space behind it.
func (c *Compositor) label(p *paragraph, errs *glyphErrors) (*line, error) {
	l := *p
	l.pieces = []piece{{text: p.label + "\n", dress: p.pieces[0].dress, color: p.pieces[0].color}}
	l.style.Ragged, l.indent = true, 0
	l.finish()
	lines, err := c.lines(&l, errs)
	if err != nil || len(lines) == 0 {
		return nil, err
	}
	return &lines[0], nil
}

// setter places the glyphs of a paragraph.
type setter struct {
	p      *paragraph
	of     map[*piece]*Element
	labels *Element
}

// elements makes the element of the paragraph and those of its passages.
func (t *setter) elements(s *setting) {
	p := t.p
	if p.role == "" {
		return
	}
	s.element = &Element{Role: p.role, Title: p.title}
	body := s.element
	t.labels = body
	if p.role == RoleItem {
		t.labels, body = s.element.add(RoleLabel), s.element.add(RoleBody)
	}
	t.of = make(map[*piece]*Element, len(p.pieces))
	for i := range p.pieces {
		pc := &p.pieces[i]
		switch {
		case pc.link != "" && i > 0 && p.pieces[i-1].link == pc.link:
			t.of[pc] = t.of[&p.pieces[i-1]]
			t.of[pc].Alt += pc.text
		case pc.link != "":
			link := body.add(RoleLink)
			link.Link, link.Alt, link.Language = pc.link, pc.text, pc.lang
			t.of[pc] = link
		case pc.lang != "":
			span := body.add(RoleSpan)
			span.Language = pc.lang
			t.of[pc] = span
		default:
			t.of[pc] = body
		}
	}
}

// line places a line in the column.
func (t *setter) line(l *line) []Text {
	left := t.p.indent - l.hang
	if t.p.rtl != t.p.opposite {
		left = t.p.measure - l.width()
		if t.p.rtl {
			left -= t.p.indent
		}
	}
	return t.texts(l, left)
}

// label places the label before the first line.
func (t *setter) label(l *line) []Text {
	if l == nil {
		return nil
	}
	left := t.p.labelAt
	if t.p.rtl {
		left = t.p.measure - t.p.labelAt - l.width()
	}
	texts := t.texts(l, left)
	for i := range texts {
		texts[i].Element = t.labels
	}
	return texts
}

// texts turns the fragments of a line into runs of glyphs, in reading order.
// All glyphs of the line lie in one array, of which each run has a part.
func (t *setter) texts(l *line, left float64) []Text {
	at := t.places(l, left)
	glyphs := make([]Glyph, 0, l.glyphs())
	var texts []Text
	start := 0 // of the last run
	for i := range l.fragments {
		f := &l.fragments[i]
		if f.word == nil {
			continue
		}
		pen := at[i]
		if f.level%2 == 1 {
			pen += t.advance(l, f)
		}
		for k := range f.word.runs {
			r := &f.word.runs[k]
			if n := len(texts); n == 0 || !t.joins(&texts[n-1], f, r) {
				texts = append(texts, t.begin(f, r))
				start = len(glyphs)
			}
			text := &texts[len(texts)-1]
			glyphs = t.glyphs(glyphs, text, start, f, r, &pen)
			text.Glyphs = glyphs[start:len(glyphs):len(glyphs)]
		}
	}
	return texts
}

// glyphs counts the glyphs of a line.
func (l *line) glyphs() int {
	n := 0
	for i := range l.fragments {
		if w := l.fragments[i].word; w != nil {
			for _, r := range w.runs {
				n += len(r.shapes)
			}
		}
	}
	return n
}

// places is where each fragment stands, by its left edge.
func (t *setter) places(l *line, left float64) []float64 {
	at := make([]float64, len(l.fragments))
	put := func(i int) {
		at[i] = left
		left += t.advance(l, &l.fragments[i])
	}
	if !l.turns() {
		for i := range l.fragments {
			put(i)
		}
		return at
	}
	levels := make([]uint8, len(l.fragments))
	for i := range l.fragments {
		levels[i] = l.fragments[i].level
	}
	for _, i := range visual(levels) {
		put(i)
	}
	return at
}

// turns reports whether any of the line is read from right to left.
func (l *line) turns() bool {
	for i := range l.fragments {
		if l.fragments[i].level > 0 {
			return true
		}
	}
	return false
}

// advance is the width of a fragment on its line.
func (t *setter) advance(l *line, f *fragment) float64 {
	width := f.width(t.p.style.Size)
	if f.space && !f.trailing && f.fixed == 0 {
		width += l.stretch
	}
	return width
}

// begin makes an empty run of glyphs for a fragment.
func (t *setter) begin(f *fragment, r *run) Text {
	return Text{
		Face: r.face, Size: t.p.style.Size, Color: f.piece.color, Element: t.of[f.piece],
		Artifact: t.p.artifact, From: f.piece.from, RTL: f.level%2 == 1,
	}
}

// joins reports whether a run of glyphs can go on with a fragment's.
func (t *setter) joins(text *Text, f *fragment, r *run) bool {
	return text.Face == r.face && text.Color == f.piece.color && text.Element == t.of[f.piece] &&
		text.From == f.piece.from && text.RTL == (f.level%2 == 1)
}

// glyphs appends the glyphs of a word to those of the text that begins at
// start. The pen moves on over it, to the left where it is read so.
func (t *setter) glyphs(all []Glyph, text *Text, start int, f *fragment, r *run, pen *float64) []Glyph {
	scale := t.p.style.Size / 1000
	for i := range r.shapes {
		s := &r.shapes[i]
		advance := float64(s.advance) * scale
		if text.RTL {
			*pen -= advance
		}
		x := *pen + float64(s.dx)*scale
		if len(all) == start {
			text.X = x
		}
		all = append(all, t.glyph(s, f, x-text.X))
		if !text.RTL {
			*pen += advance
		}
	}
	return all
}

// glyph makes one glyph, at its distance from the origin of the run.
func (t *setter) glyph(s *shape, f *fragment, x float64) Glyph {
	scale := float32(t.p.style.Size / 1000)
	g := Glyph{ID: s.id, X: float32(x), Y: s.dy * scale, Advance: s.advance * scale, Text: s.text, Start: -1, End: -1}
	switch {
	case f.text == softHyphen:
		g.Text = softHyphen
	case f.space:
		g.Text = spaceText(f.text)
		g.Start, g.End = f.piece.source(f.at, f.at+int32(len(f.text)))
	default:
		g.Start, g.End = f.piece.source(f.at+s.start, f.at+s.end)
	}
	return g
}

// spaceText is what a space stands for: itself, or a plain one where it is a
// tab or the end of a line.
func spaceText(text string) string {
	if r := firstRune(text); r < ' ' || r == '\u2028' || r == '\u2029' {
		return " "
	}
	return text
}

// place puts a row on a page, its column beginning at x, its baseline at y.
func (r *row) place(items []Item, x, y float64) []Item {
	texts := make([]Text, len(r.texts))
	copy(texts, r.texts)
	for i := range texts {
		texts[i].X += x
		texts[i].Y = y
		items = append(items, &texts[i])
	}
	return items
}
