// Package truetype reads what press needs of a TrueType font: its measures,
// and a smaller font of the glyphs that a document uses. It never writes to
// the bytes of the font.
package truetype

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

var be = binary.BigEndian

// Font is a font with outlines in a glyf table. It is never changed, so any
// goroutine may use it.
type Font struct {
	tables map[string][]byte
	glyphs int // how many it has
	wide   int // how many of them have a width of their own in hmtx
	units  int // per em
	long   bool

	Name                       string // PostScript name
	Ascent, Descent, CapHeight int    // in thousandths of an em, as all measures here
	Box                        [4]int
	ItalicAngle                float64
	Weight                     int
	Monospaced                 bool
}

// Parse reads a font. It keeps data, which must not change afterwards.
func Parse(data []byte) (*Font, error) {
	f := &Font{}
	if err := f.parse(data); err != nil {
		return nil, fmt.Errorf("reading font: %w", err)
	}
	return f, nil
}

// least is how long a table must be to hold what is read from it.
var least = map[string]int{"head": 54, "hhea": 36, "maxp": 6, "OS/2": 78, "post": 32, "hmtx": 4, "name": 6, "loca": 4, "glyf": 0}

func (f *Font) parse(data []byte) error {
	if len(data) < 12 || be.Uint32(data) != 0x00010000 {
		return errors.New("not a font with TrueType outlines")
	}
	if err := f.findTables(data); err != nil {
		return err
	}
	for name, n := range least {
		if t, ok := f.tables[name]; !ok || len(t) < n {
			return fmt.Errorf("no %s table", name)
		}
	}
	if err := f.measure(); err != nil {
		return err
	}
	f.Name = postScriptName(f.tables["name"])
	return nil
}

func (f *Font) findTables(data []byte) error {
	f.tables = map[string][]byte{}
	for i := range int(be.Uint16(data[4:])) {
		if 12+16*i+16 > len(data) {
			return errors.New("cut off")
		}
		record := data[12+16*i:]
		from := uint64(be.Uint32(record[8:]))
		to := from + uint64(be.Uint32(record[12:]))
		if to > uint64(len(data)) {
			return errors.New("cut off")
		}
		f.tables[string(record[:4])] = data[from:to:to]
	}
	return nil
}

func (f *Font) measure() error {
	head, hhea, os2, post := f.tables["head"], f.tables["hhea"], f.tables["OS/2"], f.tables["post"]
	f.units = int(be.Uint16(head[18:]))
	f.long = be.Uint16(head[50:]) == 1
	f.wide = int(be.Uint16(hhea[34:]))
	f.glyphs = int(be.Uint16(f.tables["maxp"][4:]))
	if f.units == 0 || f.wide == 0 || f.wide > f.glyphs || len(f.tables["hmtx"]) < 4*f.wide+2*(f.glyphs-f.wide) {
		return errors.New("its measures are wrong")
	}
	if size := map[bool]int{true: 4, false: 2}[f.long]; len(f.tables["loca"]) < size*(f.glyphs+1) {
		return errors.New("its index of glyphs is cut off")
	}
	for i := range f.Box {
		f.Box[i] = f.thousandths(int16At(head, 36+2*i))
	}
	f.Ascent, f.Descent = f.thousandths(int16At(hhea, 4)), f.thousandths(int16At(hhea, 6))
	f.CapHeight = f.Ascent
	if be.Uint16(os2) >= 2 && len(os2) >= 90 {
		f.CapHeight = f.thousandths(int16At(os2, 88))
	}
	f.Weight = int(be.Uint16(os2[4:]))
	f.ItalicAngle = float64(int32(be.Uint32(post[4:]))) / 65536
	f.Monospaced = be.Uint32(post[12:]) != 0
	return nil
}

func (f *Font) thousandths(units int) int {
	return int(math.Round(float64(units) * 1000 / float64(f.units)))
}

// Len is the number of glyphs.
func (f *Font) Len() int { return f.glyphs }

// Width is how far a glyph moves the pen.
func (f *Font) Width(glyph uint16) int {
	return f.thousandths(int(be.Uint16(f.metric(int(glyph)))))
}

// metric is the glyph's advance and left side bearing.
func (f *Font) metric(glyph int) []byte {
	hmtx := f.tables["hmtx"]
	if glyph < f.wide {
		return hmtx[4*glyph : 4*glyph+4]
	}
	if glyph >= f.glyphs {
		return make([]byte, 4)
	}
	bearing := 4*f.wide + 2*(glyph-f.wide)
	return []byte{hmtx[4*f.wide-4], hmtx[4*f.wide-3], hmtx[bearing], hmtx[bearing+1]}
}

// outline is the glyph's entry in the glyf table, empty for one without ink.
func (f *Font) outline(glyph int) []byte {
	if glyph >= f.glyphs {
		return nil
	}
	loca, glyf := f.tables["loca"], f.tables["glyf"]
	var from, to int
	if f.long {
		from, to = int(be.Uint32(loca[4*glyph:])), int(be.Uint32(loca[4*glyph+4:]))
	} else {
		from, to = 2*int(be.Uint16(loca[2*glyph:])), 2*int(be.Uint16(loca[2*glyph+2:]))
	}
	if from > to || to > len(glyf) {
		return nil
	}
	return glyf[from:to:to]
}

// postScriptName finds the name for Windows in English, or "Font".
func postScriptName(table []byte) string {
	strings := int(be.Uint16(table[4:]))
	for i := range int(be.Uint16(table[2:])) {
		if 6+12*i+12 > len(table) {
			break
		}
		record := table[6+12*i:]
		const windows, postScript = 3, 6
		if be.Uint16(record) != windows || be.Uint16(record[6:]) != postScript {
			continue
		}
		from := strings + int(be.Uint16(record[10:]))
		to := from + int(be.Uint16(record[8:]))
		if to > len(table) {
			break
		}
		if name := nameOf(table[from:to]); name != "" {
			return name
		}
	}
	return "Font"
}

// nameOf keeps what may stand in a PDF name of UTF-16 text.
func nameOf(utf16 []byte) string {
	var name []byte
	for i := 1; i < len(utf16); i += 2 {
		c := utf16[i]
		if c == '-' || '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z' {
			name = append(name, c)
		}
	}
	return string(name)
}

func int16At(b []byte, at int) int { return int(int16(be.Uint16(b[at:]))) }
