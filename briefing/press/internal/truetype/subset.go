package truetype

import (
	"maps"
	"slices"
)

// Subset is a font of the glyphs that codes name: in it, the outline of glyph
// codes[c] of f stands at c. Where a code is a glyph's own number, so are the
// numbers of its parts. All other glyphs are empty, but for glyph 0. Nothing
// but outlines and measures is kept: no instructions, no names, no characters.
func (f *Font) Subset(codes map[uint16]uint16) []byte {
	codes = f.withParts(codes)
	order := slices.Sorted(maps.Keys(codes))
	glyphs := int(order[len(order)-1]) + 1

	var glyf []byte
	loca := make([]int, 1, glyphs+1)
	hmtx := make([]byte, 4*glyphs)
	for _, code := range order {
		for len(loca) <= int(code) {
			loca = append(loca, len(glyf))
		}
		glyf = appendOutline(glyf, f.outline(int(codes[code])))
		loca = append(loca, len(glyf))
		copy(hmtx[4*int(code):], f.metric(int(codes[code])))
	}
	return assemble([]table{
		{"glyf", glyf},
		{"head", f.head(len(glyf))},
		{"hhea", patched(f.tables["hhea"], 34, glyphs)},
		{"hmtx", hmtx},
		{"loca", index(loca, len(glyf))},
		{"maxp", f.maxp(glyphs)},
	})
}

// withParts adds glyph 0 and the parts of composed glyphs.
func (f *Font) withParts(codes map[uint16]uint16) map[uint16]uint16 {
	all := map[uint16]uint16{}
	var add func(code, glyph uint16)
	add = func(code, glyph uint16) {
		if _, ok := all[code]; ok {
			return
		}
		all[code] = glyph
		for part := range parts(f.outline(int(glyph))) {
			add(part.glyph, part.glyph)
		}
	}
	add(0, 0)
	for code, glyph := range codes {
		add(code, glyph)
	}
	return all
}

// part is one component of a composed glyph.
type part struct {
	glyph uint16
	flags uint16
	at    int // where its record begins
	end   int
}

// Flags of a component (OpenType, table glyf).
const (
	wordArguments   = 0x0001
	scaled          = 0x0008
	moreParts       = 0x0020
	scaledTwice     = 0x0040
	scaledTwoByTwo  = 0x0080
	hasInstructions = 0x0100
)

// parts yields the components of an outline; a simple outline has none.
func parts(outline []byte) func(yield func(part) bool) {
	return func(yield func(part) bool) {
		if len(outline) < 10 || int16At(outline, 0) >= 0 {
			return
		}
		for at := 10; at+4 <= len(outline); {
			p := part{flags: be.Uint16(outline[at:]), glyph: be.Uint16(outline[at+2:]), at: at}
			p.end = at + 4 + argumentsSize(p.flags)
			if p.end > len(outline) || !yield(p) || p.flags&moreParts == 0 {
				return
			}
			at = p.end
		}
	}
}

func argumentsSize(flags uint16) int {
	n := 2
	if flags&wordArguments != 0 {
		n = 4
	}
	switch {
	case flags&scaled != 0:
		return n + 2
	case flags&scaledTwice != 0:
		return n + 4
	case flags&scaledTwoByTwo != 0:
		return n + 8
	}
	return n
}

// appendOutline adds an outline without its instructions, padded to a whole
// number of words.
func appendOutline(b, outline []byte) []byte {
	start := len(b)
	switch {
	case len(outline) < 10:
		return b
	case int16At(outline, 0) >= 0:
		b = appendSimple(b, outline)
	default:
		for p := range parts(outline) {
			if p.at == 10 {
				b = append(b, outline[:10]...)
			}
			b = be.AppendUint16(b, p.flags&^hasInstructions)
			b = append(b, outline[p.at+2:p.end]...)
		}
	}
	for (len(b)-start)%4 != 0 {
		b = append(b, 0)
	}
	return b
}

func appendSimple(b, outline []byte) []byte {
	ends := 10 + 2*int16At(outline, 0)
	if ends+2 > len(outline) {
		return b
	}
	points := ends + 2 + int(be.Uint16(outline[ends:]))
	if points > len(outline) {
		return b
	}
	b = append(b, outline[:ends]...)
	b = append(b, 0, 0)
	return append(b, outline[points:]...)
}

// short reports whether offsets of glyphs fit the short form, which counts
// pairs of bytes.
func short(glyf int) bool { return glyf < 2*0xffff }

func (f *Font) head(glyf int) []byte {
	format := 1
	if short(glyf) {
		format = 0
	}
	return patched(patched(patched(f.tables["head"], 8, 0), 10, 0), 50, format)
}

func index(loca []int, glyf int) []byte {
	var b []byte
	for _, offset := range loca {
		if short(glyf) {
			b = be.AppendUint16(b, uint16(offset/2))
		} else {
			b = be.AppendUint32(b, uint32(offset))
		}
	}
	return b
}

// maxp states the number of glyphs, and that there are no instructions.
func (f *Font) maxp(glyphs int) []byte {
	t := patched(f.tables["maxp"], 4, glyphs)
	if len(t) < 32 {
		return t
	}
	const zones, firstLimit, lastLimit = 14, 16, 26
	t = patched(t, zones, 2)
	clear(t[firstLimit : lastLimit+2])
	return t
}

// patched is a copy of a table with another 16-bit number at an offset.
func patched(t []byte, at, n int) []byte {
	t = slices.Clone(t)
	be.PutUint16(t[at:], uint16(n))
	return t
}

type table struct {
	name string
	data []byte
}

// assemble makes a font file of tables that are sorted by name.
func assemble(tables []table) []byte {
	n := len(tables)
	power, log := 1, 0
	for 2*power <= n {
		power, log = 2*power, log+1
	}
	b := []byte{0, 1, 0, 0}
	for _, v := range []int{n, 16 * power, log, 16 * (n - power)} {
		b = be.AppendUint16(b, uint16(v))
	}
	offset := 12 + 16*n
	head := 0
	for _, t := range tables {
		if t.name == "head" {
			head = offset
		}
		b = append(b, t.name...)
		b = be.AppendUint32(b, checksum(t.data))
		b = be.AppendUint32(b, uint32(offset))
		b = be.AppendUint32(b, uint32(len(t.data)))
		offset += (len(t.data) + 3) &^ 3
	}
	for _, t := range tables {
		b = append(b, t.data...)
		b = append(b, make([]byte, -len(t.data)&3)...)
	}
	be.PutUint32(b[head+8:], 0xb1b0afba-checksum(b))
	return b
}

func checksum(b []byte) uint32 {
	var sum uint32
	for len(b) >= 4 {
		sum += be.Uint32(b)
		b = b[4:]
	}
	var last [4]byte
	copy(last[:], b)
	return sum + be.Uint32(last[:])
}
