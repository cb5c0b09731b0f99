package field

import (
	"math"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

// ruler measures words as Fyne draws them, and remembers.
type ruler struct {
	of     lettering
	line   float32 // from baseline to baseline: whole, so that no line is blurred
	base   float32 // from the upper end of a row to its baseline
	widths map[written]float32
}

// lettering is what the size of words depends on.
type lettering struct {
	faces Faces
	theme fyne.Resource // the font for faces that are nil
	size  float32
	bold  bool
}

type written struct {
	words string
	look  look
}

// rulers are shared by all fields: a brief has hundreds, and one vocabulary.
var rulers = map[lettering]*ruler{}

func rulerFor(of lettering) *ruler {
	r := rulers[of]
	if r == nil {
		r = newRuler(of)
		rulers[of] = r
	}
	return r
}

func newRuler(of lettering) *ruler {
	r := &ruler{of: of, widths: map[written]float32{}}
	box, base := r.measure("Ég", 0)
	r.line = float32(math.Round(float64(max(of.size*1.5, box.Height))))
	r.base = float32(math.Round(float64((r.line-box.Height)/2 + base)))
	return r
}

// width is the width of words in one look.
func (r *ruler) width(words string, l look) float32 {
	if words == "" {
		return 0
	}
	key := written{words, l & (strong | emphasis | arabic)}
	if w, ok := r.widths[key]; ok {
		return w
	}
	if len(r.widths) > 20_000 {
		clear(r.widths)
	}
	box, _ := r.measure(words, l)
	r.widths[key] = box.Width
	return box.Width
}

// until is the width of the first n bytes of words. Letters that join, as in
// Arabic, keep the shape that they have within the word.
func (r *ruler) until(words string, n int, l look) float32 {
	if n >= len(words) {
		return r.width(words, l)
	}
	part := words[:n]
	if joins(part, words[n:]) {
		part += zeroWidthJoiner
	}
	return r.width(part, l)
}

const zeroWidthJoiner = "\u200D"

func joins(left, right string) bool {
	a, _ := utf8.DecodeLastRuneInString(left)
	b, _ := utf8.DecodeRuneInString(right)
	for unicode.Is(unicode.Mn, a) && left != "" { // a vowel sign stands on the letter that joins
		left = left[:len(left)-utf8.RuneLen(a)]
		a, _ = utf8.DecodeLastRuneInString(left)
	}
	return isArabic(a) && unicode.IsLetter(a) && isArabic(b) && unicode.IsLetter(b)
}

func (r *ruler) measure(words string, l look) (fyne.Size, float32) {
	face, style := r.face(l)
	return fyne.CurrentApp().Driver().RenderedTextSize(words, r.of.size, style, face)
}

// face is the font for a look: one of ours, or else the theme's in a style.
func (r *ruler) face(l look) (fyne.Resource, fyne.TextStyle) {
	bold, italic := r.of.bold || l&strong != 0, l&emphasis != 0
	face := r.of.faces.Regular
	switch {
	case l&arabic != 0 && bold:
		face = r.of.faces.ArabicBold
	case l&arabic != 0:
		face = r.of.faces.Arabic
	case bold && italic:
		face = r.of.faces.BoldItalic
	case bold:
		face = r.of.faces.Bold
	case italic:
		face = r.of.faces.Italic
	}
	return face, fyne.TextStyle{Bold: bold, Italic: italic}
}
