package page

import (
	"errors"
	"fmt"
	"unicode"

	"delegation-briefing/briefing"
)

// GlyphError is a character that cannot be printed: no font has it, or it is
// no character to be printed at all.
type GlyphError struct {
	Rune   rune
	At     briefing.Place
	Offset int // byte of the text at At
}

func (e *GlyphError) Error() string {
	why := "no font has it"
	switch {
	case unicode.IsControl(e.Rune):
		why = "it is an invisible control character"
	case e.Rune == unicode.ReplacementChar:
		why = "it stands for one that was lost when the text was read"
	case unicode.Is(unicode.Co, e.Rune):
		why = "it means something else on every machine"
	case unicode.Is(unicode.So, e.Rune) && e.Rune >= 0x1f000:
		why = "it is an emoji"
	}
	name := e.Name()
	if unicode.IsGraphic(e.Rune) {
		name = fmt.Sprintf("“%s” (U+%04X)", name, e.Rune)
	}
	return fmt.Sprintf("%s: the character %s cannot be printed, %s: take it out or write it another way", e.At, name, why)
}

// Name is the character itself, or its number in Unicode where nothing could be
// seen of it.
func (e *GlyphError) Name() string {
	if unicode.IsGraphic(e.Rune) {
		return string(e.Rune)
	}
	return fmt.Sprintf("U+%04X", e.Rune)
}

// glyphErrors gathers the characters of a statement that cannot be printed,
// each once.
type glyphErrors struct {
	all  []error
	seen map[rune]bool
}

// manyErrors is how many an officer is told of at once.
const manyErrors = 20

// add notes the character at a byte of a word, which begins at a byte of the
// piece.
func (e *glyphErrors) add(pc *piece, word string, at, missing int) {
	r := firstRune(word[missing:])
	if e.seen[r] || len(e.all) >= manyErrors {
		return
	}
	if e.seen == nil {
		e.seen = map[rune]bool{}
	}
	e.seen[r] = true
	offset, _ := pc.source(int32(at+missing), int32(at+missing))
	e.all = append(e.all, &GlyphError{Rune: r, At: pc.from, Offset: max(int(offset), 0)})
}

func (e *glyphErrors) err() error {
	if len(e.all) == 1 {
		return e.all[0]
	}
	return errors.Join(e.all...)
}
