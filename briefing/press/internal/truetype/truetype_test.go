package truetype_test

import (
	"bytes"
	"encoding/binary"
	"maps"
	"reflect"
	"slices"
	"testing"

	"golang.org/x/image/font/gofont/goitalic"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"delegation-briefing/briefing/press/internal/truetype"
)

func TestParse(t *testing.T) {
	f, err := truetype.Parse(goitalic.TTF)
	if err != nil {
		t.Fatal(err)
	}
	if f.Name != "Go-Italic" && f.Name != "GoItalic" {
		t.Errorf("name is %q", f.Name)
	}
	if f.ItalicAngle >= 0 || f.Ascent <= 0 || f.Descent >= 0 || f.CapHeight <= 0 || f.Len() == 0 {
		t.Errorf("measures are wrong: %+v", f)
	}
}

func TestParseRefusesWhatIsNoFont(t *testing.T) {
	for name, data := range map[string][]byte{
		"nothing":       nil,
		"PDF":           []byte("%PDF-1.7 and some more"),
		"cut off":       goregular.TTF[:2000],
		"only a header": goregular.TTF[:12],
	} {
		if _, err := truetype.Parse(data); err == nil {
			t.Errorf("%s is taken for a font", name)
		}
	}
}

// TestSubset: the glyphs asked for look the same, also at a second code; the
// others are empty, and the font itself is left alone.
func TestSubset(t *testing.T) {
	source := bytes.Clone(goregular.TTF)
	f, err := truetype.Parse(source)
	if err != nil {
		t.Fatal(err)
	}
	whole := parse(t, source)
	a, eacute, i := index(t, whole, 'a'), index(t, whole, 'é'), index(t, whole, 'ï')
	twin := uint16(f.Len() + 3)
	data := f.Subset(map[uint16]uint16{a: a, eacute: eacute, i: i, twin: eacute})
	if !bytes.Equal(source, goregular.TTF) {
		t.Fatal("the font was written to")
	}
	if again := f.Subset(map[uint16]uint16{i: i, twin: eacute, eacute: eacute, a: a}); !bytes.Equal(again, data) {
		t.Error("the same glyphs make two fonts")
	}
	small := parse(t, completed(data, source))
	for code, glyph := range map[uint16]uint16{0: 0, a: a, eacute: eacute, i: i, twin: eacute} {
		if got, want := outline(t, small, code), outline(t, whole, glyph); !reflect.DeepEqual(got, want) {
			t.Errorf("code %d does not look like glyph %d", code, glyph)
		}
	}
	if got := outline(t, small, index(t, whole, 'Z')); len(got) > 0 {
		t.Error("a glyph nobody asked for is not empty")
	}
	if len(data) > len(source)/10 {
		t.Errorf("%d bytes are too many for a handful of glyphs", len(data))
	}
}

func parse(t *testing.T, data []byte) *sfnt.Font {
	t.Helper()
	f, err := sfnt.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func index(t *testing.T, f *sfnt.Font, r rune) uint16 {
	t.Helper()
	g, err := f.GlyphIndex(nil, r)
	if err != nil || g == 0 {
		t.Fatalf("no glyph for %q", r)
	}
	return uint16(g)
}

func outline(t *testing.T, f *sfnt.Font, glyph uint16) sfnt.Segments {
	t.Helper()
	segments, err := f.LoadGlyph(&sfnt.Buffer{}, sfnt.GlyphIndex(glyph), fixed.I(2048), nil)
	if err != nil {
		t.Fatalf("glyph %d: %v", glyph, err)
	}
	return segments
}

// completed adds to a subset those tables of its source that it does without,
// because the reader we check it with does not.
func completed(subset, source []byte) []byte {
	tables := map[string][]byte{}
	for _, font := range [][]byte{source, subset} {
		for i := range int(binary.BigEndian.Uint16(font[4:])) {
			record := font[12+16*i:]
			from, n := binary.BigEndian.Uint32(record[8:]), binary.BigEndian.Uint32(record[12:])
			tables[string(record[:4])] = font[from : from+n]
		}
	}
	b := append(slices.Clone(subset[:4]), 0, byte(len(tables)), 0, 0, 0, 0, 0, 0)
	var body []byte
	for _, name := range slices.Sorted(maps.Keys(tables)) {
		b = append(b, name...)
		b = binary.BigEndian.AppendUint32(b, 0)
		b = binary.BigEndian.AppendUint32(b, uint32(12+16*len(tables)+len(body)))
		b = binary.BigEndian.AppendUint32(b, uint32(len(tables[name])))
		body = append(body, tables[name]...)
		body = append(body, make([]byte, -len(body)&3)...)
	}
	return append(b, body...)
}
