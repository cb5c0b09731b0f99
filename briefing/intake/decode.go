package intake

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"delegation-briefing/briefing"

	"golang.org/x/text/encoding/charmap"
)

// decode makes text of bytes in UTF-8, UTF-16 (with or without its mark) or
// Windows-1252. It refuses what is no text, and text that is cut or damaged
// inside a character.
func decode(data []byte) (string, error) {
	if len(bytes.TrimSpace(data)) == 0 {
		return "", &briefing.FileError{Message: "the file is empty"}
	}
	if name := known(data); name != "" {
		return "", &briefing.FileError{Message: "this is " + name + ", not a text: open it in its own program and save it as plain text"}
	}
	text, err := characters(data)
	if err != nil {
		return "", err
	}
	if n := strings.IndexFunc(text, strange); n >= 0 && binary(text) {
		line, col := position(text, n)
		return "", &briefing.FileError{Line: line, Col: col, Message: "this is not a text: it has signs no text has"}
	}
	return strings.Map(blankControls, text), nil
}

// known names the kind of a file that is often taken for a text.
func known(data []byte) string {
	for _, kind := range []struct{ begin, name string }{
		{"%PDF-", "a PDF"},
		{"PK\x03\x04", "a packed file (DOCX, ODT or ZIP)"},
		{"\xD0\xCF\x11\xE0", "an old Word file"},
		{"{\\rtf", "an RTF file"},
		{"\x89PNG", "a picture"},
		{"\xFF\xD8\xFF", "a picture"},
		{"GIF8", "a picture"},
		{"\x7FELF", "a program"},
		{"\x1F\x8B", "a packed file"},
	} {
		if bytes.HasPrefix(data, []byte(kind.begin)) {
			return kind.name
		}
	}
	return ""
}

func characters(data []byte) (string, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")):
		return utf8Text(data[3:])
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		return utf16Text(data[2:], little)
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return utf16Text(data[2:], big)
	case bytes.IndexByte(data, 0) >= 0:
		return unmarkedUTF16(data)
	case looksLikeUTF8(data):
		return utf8Text(data)
	}
	return windowsText(data)
}

// looksLikeUTF8 reports whether most of the signs beyond ASCII are whole
// characters of UTF-8, which hardly happens in any other encoding.
func looksLikeUTF8(data []byte) bool {
	whole, broken := 0, 0
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			if cutSequence(data[i:]) {
				return true
			}
			broken++
		} else {
			whole++
		}
		i += n
	}
	return broken <= whole
}

// cutSequence reports whether the data ends after at least two bytes of a
// character of UTF-8.
func cutSequence(data []byte) bool {
	return len(data) >= 2 && len(data) < utf8.UTFMax && !utf8.FullRune(data)
}

func utf8Text(data []byte) (string, error) {
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			line, col := position(string(data), i)
			if !utf8.FullRune(data[i:]) {
				return "", &briefing.FileError{Line: line, Col: col, Message: "the text is cut off in the middle of a character: get the whole file"}
			}
			return "", &briefing.FileError{Line: line, Col: col, Message: "the text is damaged: this is not UTF-8"}
		}
		i += n
	}
	return string(data), nil
}

func little(b []byte) uint16 { return uint16(b[0]) | uint16(b[1])<<8 }
func big(b []byte) uint16    { return uint16(b[1]) | uint16(b[0])<<8 }

func utf16Text(data []byte, unit func([]byte) uint16) (string, error) {
	units := make([]uint16, 0, len(data)/2)
	for ; len(data) >= 2; data = data[2:] {
		units = append(units, unit(data))
	}
	text := string(utf16.Decode(units))
	last := len(units) - 1
	if len(data) == 1 || last >= 0 && utf16.IsSurrogate(rune(units[last])) && units[last] < 0xDC00 {
		line, col := position(text, len(text))
		return "", &briefing.FileError{Line: line, Col: col, Message: "the text is cut off in the middle of a character: get the whole file"}
	}
	return text, nil
}

// unmarkedUTF16 reads text that has NUL bytes, which only UTF-16 may have.
func unmarkedUTF16(data []byte) (string, error) {
	for _, unit := range []func([]byte) uint16{little, big} {
		if text, err := utf16Text(data[:len(data)&^1], unit); err == nil && readable(text) {
			return utf16Text(data, unit)
		}
	}
	return "", &briefing.FileError{Message: "this is not a text: it has NUL bytes in it"}
}

// readable reports whether nearly everything is a letter, a figure, a sign or
// a space of scripts that dialogues are written in.
func readable(text string) bool {
	good, bad := 0, 0
	for _, r := range text {
		if r < 0x2100 && (unicode.IsGraphic(r) || unicode.IsSpace(r)) {
			good++
		} else {
			bad++
		}
	}
	return good > 20*bad
}

func windowsText(data []byte) (string, error) {
	for i, b := range data {
		if bytes.IndexByte([]byte{0x81, 0x8D, 0x8F, 0x90, 0x9D}, b) >= 0 {
			line, col := position(string(data), i)
			return "", &briefing.FileError{Line: line, Col: col, Message: "this is text in an encoding that is not known here: save it as UTF-8"}
		}
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(data)
	return string(text), err
}

// strange reports a control sign that has no business in a text.
func strange(r rune) bool {
	return unicode.IsControl(r) && !unicode.IsSpace(r)
}

// binary reports whether more than one sign in a hundred is strange.
func binary(text string) bool {
	n := 0
	for _, r := range text {
		if strange(r) {
			n++
		}
	}
	return n*100 > len(text)
}

const softHyphen = '\u00AD'

// blankControls makes breaks of the signs that break lines and pages, and
// spaces of other control signs. A place where a word may be parted goes: the
// page finds these by itself.
func blankControls(r rune) rune {
	switch {
	case r == '\n' || r == '\r' || r == '\t':
		return r
	case r == '\v' || r == '\u2028' || r == '\u0085':
		return '\n'
	case r == '\f' || r == '\u2029':
		return '\u2029'
	case r == '\uFEFF' || r == softHyphen:
		return -1
	case unicode.IsControl(r):
		return ' '
	}
	return r
}

// position is the line and column, from 1, of a byte.
func position(text string, at int) (line, col int) {
	before := text[:at]
	return strings.Count(before, "\n") + 1, at - strings.LastIndexByte(before, '\n')
}
