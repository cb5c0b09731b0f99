package press

import (
	"encoding/binary"
	"math"

	"delegation-briefing/briefing/press/internal/pdf"
)

var bigEndian = binary.BigEndian

// profile is an ICC profile of sRGB (ICC.1:2010, IEC 61966-2-1): it says which
// red, green and blue the colours of a file are. The usual profiles list their
// curve point by point; this one states its formula and is a tenth as long.
func profile() []byte {
	curve := profileType("para", append([]byte{0, 3, 0, 0}, fixed16(2.4, 1/1.055, 0.055/1.055, 1/12.92, 0.04045)...))
	parts := []struct {
		tags string // four letters each
		data []byte
	}{
		{"desc", profileText("sRGB")},
		{"cprt", profileText("No copyright, use freely")},
		{"wtpt", profileType("XYZ ", fixed16(whitePoint...))},
		{"chad", profileType("sf32", fixed16(1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168))},
		{"rXYZ", profileType("XYZ ", fixed16(0.43604, 0.22249, 0.01392))},
		{"gXYZ", profileType("XYZ ", fixed16(0.38512, 0.71690, 0.09706))},
		{"bXYZ", profileType("XYZ ", fixed16(0.14305, 0.06061, 0.71393))},
		{"rTRCgTRCbTRC", curve},
	}
	const headerSize, count = 128, 10
	table := bigEndian.AppendUint32(nil, count)
	var data []byte
	for _, p := range parts {
		for tags := p.tags; tags != ""; tags = tags[4:] {
			table = append(table, tags[:4]...)
			table = bigEndian.AppendUint32(table, uint32(headerSize+4+12*count+len(data)))
			table = bigEndian.AppendUint32(table, uint32(len(p.data)))
		}
		data = append(data, p.data...)
	}
	return append(append(profileHeader(headerSize+len(table)+len(data)), table...), data...)
}

// whitePoint is D50, to which every profile refers.
var whitePoint = []float64{0.96420, 1, 0.82491}

// profileHeader is that of a screen's profile (ICC.1:2010 §7.2).
func profileHeader(size int) []byte {
	b := bigEndian.AppendUint32(nil, uint32(size))
	b = append(b, "\x00\x00\x00\x00\x04\x20\x00\x00mntrRGB XYZ "...)
	for _, n := range []uint16{1999, 10, 18, 0, 0, 0} { // the day of the standard
		b = bigEndian.AppendUint16(b, n)
	}
	b = append(b, "acsp"...)
	b = append(b, make([]byte, 28)...)
	b = append(b, fixed16(whitePoint...)...)
	return append(b, make([]byte, 48)...)
}

// profileType is a value with its type before it, padded to whole words.
func profileType(name string, value []byte) []byte {
	b := append([]byte(name), 0, 0, 0, 0)
	b = append(b, value...)
	return append(b, make([]byte, -len(b)&3)...)
}

// profileText is text in English.
func profileText(s string) []byte {
	text := pdf.UTF16(s)
	b := bigEndian.AppendUint32([]byte{0, 0, 0, 1, 0, 0, 0, 12, 'e', 'n', 'U', 'S'}, uint32(len(text)))
	return profileType("mluc", append(bigEndian.AppendUint32(b, 28), text...))
}

// fixed16 writes numbers with sixteen bits behind the point.
func fixed16(numbers ...float64) []byte {
	var b []byte
	for _, x := range numbers {
		b = bigEndian.AppendUint32(b, uint32(int32(math.Round(x*65536))))
	}
	return b
}
