package press

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"
	"strconv"

	"delegation-briefing/briefing/page"
	"delegation-briefing/briefing/press/internal/pdf"
	"delegation-briefing/briefing/press/internal/truetype"
)

// font is a face in one document.
//
// A glyph's code is its own number, so that the bytes of a page do not depend
// on what stands on the others. Only a glyph that means more than one thing
// needs further codes; they are numbers beyond the face's last glyph.
type font struct {
	*truetype.Font
	key      pdf.Name  // in the pages' resources
	meanings []meaning // in the document
	extra    map[meaning]uint16
	glyphs   []glyph // by number, up to the last one in use
	packed   packedFont
}

// glyph is what pages ask of each of their thousands of glyphs.
type glyph struct {
	width   uint16 // in thousandths of an em
	several bool   // it has extra codes
}

// packedFont holds the streams of a font.
type packedFont struct {
	program, toUnicode []byte
	length             int // of the program, unpacked
}

// newFont prepares a face for a document with these meanings, which are
// sorted. What a warm press has of it is used again.
func newFont(face *page.Face, meanings []meaning, warm *font) (*font, error) {
	if warm != nil && slices.Equal(warm.meanings, meanings) {
		return warm, nil
	}
	f := &font{meanings: meanings, extra: map[meaning]uint16{}}
	if warm != nil {
		f.Font = warm.Font
	} else {
		var err error
		if f.Font, err = truetype.Parse(face.Data()); err != nil {
			return nil, err
		}
	}
	return f, f.number()
}

// named gives the font its key in the pages' resources: its name, and a
// number where it is the nth font of that name.
func (f *font) named(n int) *font {
	key := pdf.Name(f.Name)
	if n > 1 {
		key += pdf.Name("-" + strconv.Itoa(n))
	}
	if f.key == key {
		return f
	}
	renamed := *f
	renamed.key = key
	return &renamed
}

// number measures the glyphs, and gives codes to the second and further
// meanings of each.
func (f *font) number() error {
	last := int(f.meanings[len(f.meanings)-1].glyph)
	if last >= f.Len() {
		return fmt.Errorf("the font %s has no glyph %d", f.Name, last)
	}
	f.glyphs = make([]glyph, last+1)
	next := f.Len()
	for i, m := range f.meanings {
		f.glyphs[m.glyph].width = uint16(f.Width(m.glyph))
		if i == 0 || f.meanings[i-1].glyph != m.glyph {
			continue
		}
		if next > 0xfffe {
			return fmt.Errorf("the glyphs of %s mean too many things", f.Name)
		}
		f.extra[m] = uint16(next)
		f.glyphs[m.glyph].several = true
		next++
	}
	return nil
}

// code is the number by which pages show a glyph.
func (f *font) code(glyph uint16, text string) uint16 {
	if !f.glyphs[glyph].several {
		return glyph
	}
	if text == "" {
		text = joiner
	}
	if code, ok := f.extra[meaning{glyph, text}]; ok {
		return code
	}
	return glyph
}

// pack makes the streams, if a warm press has not got them.
func (f *font) pack() {
	if f.packed.program != nil {
		return
	}
	glyphs := make(map[uint16]uint16, len(f.meanings))
	for _, m := range f.meanings {
		glyphs[f.code(m.glyph, m.text)] = m.glyph
	}
	program := f.Subset(glyphs)
	f.packed = packedFont{pdf.Deflate(program), pdf.Deflate(f.toUnicode()), len(program)}
}

// sorted lists the codes in use with their meanings, in order.
func (f *font) sorted() []coded {
	all := make([]coded, len(f.meanings))
	for i, m := range f.meanings {
		all[i] = coded{f.code(m.glyph, m.text), m}
	}
	slices.SortFunc(all, func(a, b coded) int { return int(a.code) - int(b.code) })
	return all
}

type coded struct {
	code uint16
	meaning
}

// toUnicode is the CMap that turns codes back into text (ISO 32000-1 §9.10.3).
func (f *font) toUnicode() []byte {
	b := []byte(`/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
`)
	for block := range slices.Chunk(f.sorted(), 100) {
		b = fmt.Appendf(b, "%d beginbfchar\n", len(block))
		for _, c := range block {
			b = fmt.Appendf(b, "<%04X> <%X>\n", c.code, pdf.UTF16(c.text))
		}
		b = append(b, "endbfchar\n"...)
	}
	return append(b, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"...)
}

// add puts the font into a file and returns its number (§9.7).
func (f *font) add(d *pdf.Document) pdf.Ref {
	name := pdf.Name(f.tag() + "+" + f.Name)
	descriptor := d.Add(pdf.NewDict("Type", pdf.Name("FontDescriptor"), "FontName", name, "Flags", f.flags(),
		"FontBBox", pdf.Array{f.Box[0], f.Box[1], f.Box[2], f.Box[3]}, "ItalicAngle", f.ItalicAngle,
		"Ascent", f.Ascent, "Descent", f.Descent, "CapHeight", f.CapHeight, "StemV", f.stem(),
		"FontFile2", d.AddStream(pdf.NewDict("Length1", f.packed.length), f.packed.program)))
	glyphs := d.Add(pdf.NewDict("Type", pdf.Name("Font"), "Subtype", pdf.Name("CIDFontType2"), "BaseFont", name,
		"CIDSystemInfo", pdf.NewDict("Registry", pdf.String("Adobe"), "Ordering", pdf.String("Identity"), "Supplement", 0),
		"FontDescriptor", descriptor, "DW", f.Width(0), "W", f.widths(), "CIDToGIDMap", pdf.Name("Identity")))
	return d.Add(pdf.NewDict("Type", pdf.Name("Font"), "Subtype", pdf.Name("Type0"), "BaseFont", name,
		"Encoding", pdf.Name("Identity-H"), "DescendantFonts", pdf.Array{glyphs},
		"ToUnicode", d.AddStream(&pdf.Dict{}, f.packed.toUnicode)))
}

// tag names the subset: six letters that differ where the glyphs do.
func (f *font) tag() string {
	h := sha256.New()
	for _, m := range f.meanings {
		h.Write(binary.BigEndian.AppendUint16(nil, m.glyph))
	}
	tag := h.Sum(nil)[:6]
	for i := range tag {
		tag[i] = 'A' + tag[i]%26
	}
	return string(tag)
}

func (f *font) flags() int {
	const monospaced, symbolic, italic = 1, 4, 64
	flags := symbolic
	if f.Monospaced {
		flags |= monospaced
	}
	if f.ItalicAngle != 0 {
		flags |= italic
	}
	return flags
}

// stem guesses the thickness of stems from the weight, as is usual.
func (f *font) stem() int { return 50 + (f.Weight/65)*(f.Weight/65) }

// widths lists the codes in use with their widths, runs of codes together.
func (f *font) widths() pdf.Array {
	var all pdf.Array
	next := -1
	for _, c := range f.sorted() {
		if int(c.code) != next {
			all = append(all, int(c.code), pdf.Array{})
		}
		run := &all[len(all)-1]
		*run = append((*run).(pdf.Array), f.Width(c.glyph))
		next = int(c.code) + 1
	}
	return all
}
