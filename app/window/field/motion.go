package field

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
)

// Two paragraphs are parted by "\n\n". To an officer that is one step, so the
// caret never stands between the two newlines.

// blank reports whether offset is on a blank line that only parts paragraphs.
// In a row of newlines every second line is such a gap.
func blank(text string, offset int) bool {
	if offset == 0 || offset >= len(text) || text[offset] != '\n' || text[offset-1] != '\n' {
		return false
	}
	newlines := 0
	for i := offset - 1; i >= 0 && text[i] == '\n'; i-- {
		newlines++
	}
	return newlines%2 == 1
}

// standing is the nearest offset at which a caret may stand.
func standing(text string, offset int) int {
	offset = max(0, min(offset, len(text)))
	for offset > 0 && offset < len(text) && !utf8.RuneStart(text[offset]) {
		offset--
	}
	if blank(text, offset) {
		offset++
	}
	return offset
}

// before is one step of the caret towards the start.
func before(text string, offset int) int {
	if offset == 0 {
		return 0
	}
	if text[offset-1] == '\n' {
		offset--
		if blank(text, offset) {
			offset--
		}
		return offset
	}
	start := lineStart(text, offset)
	bounds := graphemes(text[start:lineEnd(text, offset)])
	for i := len(bounds) - 1; i >= 0; i-- {
		if start+bounds[i] < offset {
			return start + bounds[i]
		}
	}
	return start
}

// after is one step of the caret towards the end.
func after(text string, offset int) int {
	if offset >= len(text) {
		return len(text)
	}
	if text[offset] == '\n' {
		return standing(text, offset+1)
	}
	start := lineStart(text, offset)
	for _, b := range graphemes(text[start:lineEnd(text, offset)]) {
		if start+b > offset {
			return start + b
		}
	}
	return len(text)
}

// graphemes lists where the characters of a line, as people count them, begin;
// its last element is the line's length.
func graphemes(line string) []int {
	bounds := make([]int, 0, len(line)+1)
	if ascii(line) {
		for i := range len(line) + 1 {
			bounds = append(bounds, i)
		}
		return bounds
	}
	var s segmenter.Segmenter
	s.Init([]rune(line))
	at := 0
	for it := s.GraphemeIterator(); it.Next(); {
		bounds = append(bounds, at)
		for _, r := range it.Grapheme().Text {
			at += utf8.RuneLen(r)
		}
	}
	return append(bounds, len(line))
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// wordBefore is where the word before offset begins.
func wordBefore(text string, offset int) int {
	for offset > 0 {
		r, n := utf8.DecodeLastRuneInString(text[:offset])
		if inWord(r) {
			break
		}
		offset -= n
	}
	return wordStart(text, offset)
}

// wordAfter is where the word after the one at offset begins.
func wordAfter(text string, offset int) int {
	offset = wordEnd(text, offset)
	for offset < len(text) {
		r, n := utf8.DecodeRuneInString(text[offset:])
		if inWord(r) {
			break
		}
		offset += n
	}
	return offset
}

func wordStart(text string, offset int) int {
	for offset > 0 {
		r, n := utf8.DecodeLastRuneInString(text[:offset])
		if !inWord(r) {
			break
		}
		offset -= n
	}
	return offset
}

func wordEnd(text string, offset int) int {
	for offset < len(text) {
		r, n := utf8.DecodeRuneInString(text[offset:])
		if !inWord(r) {
			break
		}
		offset += n
	}
	return offset
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) || r == '\'' || r == '’'
}

func lineStart(text string, offset int) int { return strings.LastIndexByte(text[:offset], '\n') + 1 }

func lineEnd(text string, offset int) int {
	if n := strings.IndexByte(text[offset:], '\n'); n >= 0 {
		return offset + n
	}
	return len(text)
}
