package page

import (
	"strconv"
	"strings"

	"delegation-briefing/briefing"
)

const perMillimetre = 72 / 25.4

// measure is the width of a line of text, in points.
func (s Sheet) measure() float64 {
	return (s.Paper.Width - s.Paper.Left - s.Paper.Right) * perMillimetre
}

func (s Sheet) top() float64    { return s.Paper.Top * perMillimetre }
func (s Sheet) left() float64   { return s.Paper.Left * perMillimetre }
func (s Sheet) height() float64 { return s.Paper.Height * perMillimetre }
func (s Sheet) foot() float64   { return s.height() - s.Paper.Bottom*perMillimetre }

// paginate puts the blocks on pages. What belongs together stays together:
// a heading and what follows it, a person's lines, two lines of a paragraph
// at least at either end of a page.
func (b *builder) paginate() error {
	p := &pages{builder: b}
	p.fresh()
	for i := 0; i < len(b.blocks); {
		end := b.together(i)
		if p.y > p.start && p.y+b.need(i, end) > b.job.Sheet.foot() {
			p.fresh()
		}
		for ; i <= end; i++ {
			p.block(&b.blocks[i])
		}
	}
	p.furniture()
	return b.err
}

// together is the last block that must stand on the page of block i, if only
// with its first lines.
func (b *builder) together(i int) int {
	for i < len(b.blocks)-1 && b.blocks[i].keepNext {
		i++
	}
	return i
}

// need is the height that blocks i to end take, of the last only the lines
// that may not be parted.
func (b *builder) need(i, end int) float64 {
	height := 0.0
	for ; i < end; i++ {
		height += b.blocks[i].height()
	}
	last := b.blocks[end]
	lines := len(last.lines)
	if !last.keep && lines > 3 {
		lines = 2
	}
	return height + last.style.Before + float64(lines)*last.style.Leading
}

func (bl *block) height() float64 {
	return bl.style.Before + float64(len(bl.lines))*bl.style.Leading + bl.style.After
}

// pages is the page being filled.
type pages struct {
	*builder
	page  *Page
	y     float64 // top of the next line
	start float64 // top of the first
}

func (p *pages) fresh() {
	sheet := p.job.Sheet
	p.page = &Page{Width: sheet.Paper.Width * perMillimetre, Height: sheet.height()}
	p.doc.Pages = append(p.doc.Pages, p.page)
	p.y = sheet.top()
	if len(p.doc.Pages) == 1 && sheet.Head.Text != "" {
		p.y += sheet.Styles["letterhead"].Leading + sheet.Styles["letterhead"].After
	}
	p.start = p.y
}

func (p *pages) block(bl *block) {
	if p.y > p.start {
		p.y += bl.style.Before
	}
	for i := range bl.lines {
		rest := len(bl.lines) - i
		room := int((p.job.Sheet.foot() - p.y + 0.01) / bl.style.Leading)
		if room < 1 || i > 0 && !bl.keep && rest == 2 && room == 1 {
			p.fresh()
		}
		if i == 0 && len(bl.label) > 0 {
			p.line(bl.label[0], bl.style, 0, bl.indent)
		}
		p.line(bl.lines[i], bl.style, bl.indent, p.job.Sheet.measure()-bl.indent)
		p.y += bl.style.Leading
	}
	p.y += bl.style.After
}

// line places the runs of a line. The baseline lies at three quarters of the
// leading.
func (p *pages) line(l line, style Style, indent, width float64) {
	t := setter{line: l, size: style.Size, y: p.y + style.Leading*0.75, rtl: p.doc.RTL}
	t.left = p.job.Sheet.left() + indent
	if p.doc.RTL {
		t.left = p.job.Sheet.left() + p.job.Sheet.measure() - indent - l.width()
	}
	p.page.Items = append(p.page.Items, t.texts()...)
}

// setter places one line's fragments.
type setter struct {
	line
	left, y, size float64
	rtl           bool
}

// placed is one run of a fragment with its place.
type placed struct {
	fragment
	run     *run
	x       float64
	advance float64
}

// neutral is what goes the way of its neighbours: a space or a gap.
func (p placed) neutral() bool { return p.space || p.run == nil }

// order gives every run its place: those read against the direction of the
// line stand in blocks that run the other way.
func (t setter) order() []placed {
	var all []placed
	for _, f := range t.fragments {
		if f.word == nil {
			all = append(all, placed{fragment: f, advance: f.kern})
			continue
		}
		for i := range f.word.runs {
			r := &f.word.runs[i]
			at := placed{fragment: f, run: r, advance: r.advance * t.size / 1000}
			if f.space && !f.trailing {
				at.advance += t.stretch
			}
			all = append(all, at)
		}
	}
	x := 0.0
	for i := 0; i < len(all); {
		end := i + 1
		if !all[i].neutral() && all[i].run.rtl != t.rtl {
			for j := end; j < len(all) && (all[j].neutral() || all[j].run.rtl != t.rtl); j++ {
				if !all[j].neutral() {
					end = j + 1
				}
			}
		}
		width := 0.0
		for k := i; k < end; k++ {
			width += all[k].advance
		}
		inner := x
		for k := i; k < end; k++ {
			n := k
			if end-i > 1 {
				n = end - 1 - (k - i)
			}
			all[n].x = inner
			inner += all[n].advance
		}
		x += width
		i = end
	}
	total := t.width()
	for i := range all {
		if t.rtl {
			all[i].x = total - all[i].x - all[i].advance
		}
		all[i].x += t.left
	}
	return all
}

func (t setter) texts() []Item {
	var items []Item
	for _, at := range t.order() {
		if at.run != nil {
			items = append(items, t.text(at))
		}
	}
	return items
}

func (t setter) text(at placed) *Text {
	text := &Text{
		X: at.x, Y: t.y, Face: at.run.face, Size: t.size, Color: at.piece.color,
		Element: at.piece.element, From: at.piece.from, RTL: at.run.rtl,
	}
	scale := float32(t.size / 1000)
	pen := float32(0)
	if at.run.rtl {
		pen = float32(at.advance)
	}
	for _, s := range at.run.shapes {
		if at.run.rtl {
			pen -= s.advance * scale
		}
		g := Glyph{
			ID: s.id, X: pen + s.dx*scale, Y: s.dy * scale, Advance: s.advance * scale,
			Text: s.text, Start: at.piece.start, End: at.piece.end,
		}
		if at.soft {
			g.Text = at.fragment.text
			g.Start, g.End = at.piece.source(at.at), at.piece.source(at.at)
		} else if at.piece.literal {
			g.Start, g.End = at.piece.start+at.at+s.start, at.piece.start+at.at+s.end
		}
		if text.From == (briefing.Place{}) {
			g.Start, g.End = -1, -1
		}
		text.Glyphs = append(text.Glyphs, g)
		if !at.run.rtl {
			pen += s.advance * scale
		}
	}
	return text
}

// furniture puts on every page what does not belong to the statement.
func (p *pages) furniture() {
	sheet := p.job.Sheet
	label := sheet.labels(p.s.Language)
	for i, pg := range p.doc.Pages {
		p.page = pg
		fill := strings.NewReplacer("{page}", strconv.Itoa(i+1), "{pages}", strconv.Itoa(len(p.doc.Pages)), "{version}", p.job.Version)
		if i == 0 && sheet.Head.Text != "" {
			p.artifact(Header, "letterhead", sheet.Head.Text, sheet.top(), false)
		}
		y := sheet.foot() + sheet.Styles["footer"].Before
		p.artifact(Footer, "footer", fill.Replace(sheet.Foot.Left), y, false)
		p.artifact(Footer, "footer", fill.Replace(label.Page), y, true)
		if mark := sheet.Mark(p.s); mark != "" {
			p.artifact(Header, "mark", mark, sheet.top()-sheet.Styles["mark"].Leading*2, true)
		}
	}
}

// Mark is what the head of every page warns of: the handling marking, that the
// statement is a draft, its embargo. It is empty where there is nothing to warn
// of.
func (sh Sheet) Mark(s briefing.Statement) string {
	label := sh.labels(s.Language)
	var marks []string
	if s.Marking != "" {
		marks = append(marks, s.Marking)
	}
	if s.Status != briefing.Cleared && s.Status != briefing.Published && label.Draft != "" {
		marks = append(marks, label.Draft)
	}
	if !s.Embargo.IsZero() && label.Embargo != "" {
		marks = append(marks, strings.ReplaceAll(label.Embargo, "{time}", s.Embargo.Format("2 January 2006, 15.04 -07:00")))
	}
	return strings.Join(marks, " · ")
}

// labels are the sheet's own words in a language, or else in English.
func (sh Sheet) labels(lang string) Labels {
	if l, ok := sh.Labels[strings.Split(lang, "-")[0]]; ok {
		return l
	}
	return sh.Labels["en"]
}

func (p *pages) artifact(kind Artifact, style, text string, y float64, right bool) {
	st := p.job.Sheet.Styles[style]
	if strings.TrimSpace(text) == "" || p.err != nil {
		return
	}
	list, err := p.face(st.Face, st.Face)
	if err != nil {
		p.err = err
		return
	}
	pc := piece{text: text, faces: list, lang: p.s.Language, color: st.Color.ink()}
	lines, err := p.Compositor.lines(&paragraph{pieces: []piece{pc}, size: st.Size, width: p.job.Sheet.measure(), ragged: true})
	if err != nil || len(lines) == 0 {
		p.err = err
		return
	}
	t := setter{line: lines[0], size: st.Size, y: y + st.Leading*0.75, left: p.job.Sheet.left()}
	if right != p.doc.RTL {
		t.left += p.job.Sheet.measure() - lines[0].width()
	}
	for _, item := range t.texts() {
		item.(*Text).Artifact = kind
		p.page.Items = append(p.page.Items, item)
	}
}
