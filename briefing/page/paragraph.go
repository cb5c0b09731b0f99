package page

import (
	"encoding/binary"
	"image/color"
	"math"
	"strings"

	"delegation-briefing/briefing"
)

// paragraph is what is broken into lines together, and all that decides how it
// is set: two that are equal look the same.
type paragraph struct {
	style    Style
	role     Role   // of its element; "": an artifact
	title    string // of a heading
	label    string // of a list item or a numbered paragraph
	labelAt  float64
	indent   float64 // of the lines; the label hangs in it
	measure  float64 // width of the column
	lang     string
	rtl      bool // the page is read from right to left
	ltr      bool // but these words are not: telephone numbers, addresses
	hanging  bool // signs may hang over the right edge
	opposite bool // set at the far side: of the foot of the page
	artifact Artifact
	pieces   []piece
	text     string // of all pieces
}

// piece is a run of words that look alike and belong together.
type piece struct {
	text       string
	begin      int // byte of the paragraph
	dress      dress
	color      color.NRGBA
	link, lang string
	from       briefing.Place
	start, end int  // bytes of the source
	literal    bool // text stands at start letter by letter
}

// width is the room for the lines.
func (p *paragraph) width() float64 { return p.measure - p.indent }

// finish joins the text of the pieces.
func (p *paragraph) finish() {
	if len(p.pieces) == 1 {
		p.text = p.pieces[0].text
		return
	}
	var all strings.Builder
	for i := range p.pieces {
		p.pieces[i].begin = all.Len()
		all.WriteString(p.pieces[i].text)
	}
	p.text = all.String()
}

// appendKey writes down everything that decides how the paragraph is set.
func (p *paragraph) appendKey(b []byte) []byte {
	for _, f := range []float64{p.style.Size, p.style.Leading, p.labelAt, p.indent, p.measure} {
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(f))
	}
	b = append(b, bit(p.style.Ragged)|bit(p.rtl)<<1|bit(p.hanging)<<2|bit(p.opposite)<<3|bit(p.ltr)<<4, byte(p.artifact))
	for _, s := range []string{string(p.role), p.title, p.label, p.lang} {
		b = appendString(b, s)
	}
	for i := range p.pieces {
		b = p.pieces[i].appendKey(b)
	}
	return b
}

func (pc *piece) appendKey(b []byte) []byte {
	b = binary.LittleEndian.AppendUint32(b, pc.dress.family.id)
	b = append(b, byte(pc.dress.figures), pc.color.R, pc.color.G, pc.color.B, bit(pc.literal))
	for _, n := range []int{pc.start, pc.end, pc.from.Item} {
		b = binary.AppendVarint(b, int64(n))
	}
	for _, s := range []string{pc.text, pc.dress.lang, pc.link, pc.lang, pc.from.Section, pc.from.Field} {
		b = appendString(b, s)
	}
	return b
}

func appendString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

func bit(v bool) byte {
	if v {
		return 1
	}
	return 0
}

// source is the bytes of the source that bytes of the piece come from; -1 and
// -1 where it has none.
func (pc *piece) source(from, to int32) (int32, int32) {
	switch {
	case pc.from == (briefing.Place{}):
		return -1, -1
	case pc.literal:
		return int32(pc.start) + from, int32(pc.start) + to
	}
	return int32(pc.start), int32(pc.end)
}
