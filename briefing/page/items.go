package page

import (
	"unicode"
	"unicode/utf8"
)

// item is a box, a glue or a penalty in the sense of Knuth and Plass, Breaking
// Paragraphs into Lines, 1981.
type item struct {
	kind                   itemKind
	parting                parting // of a penalty
	tied                   bool    // a glue at which no line may end
	width, stretch, shrink float64
	fragment               fragment
}

type itemKind uint8

const (
	box itemKind = iota
	glue
	penalty
	forced // a line end on purpose
)

// fragment is a word of a line or a part of one, or a space.
type fragment struct {
	piece    *piece
	word     *word  // nil: a gap that stands for no character, or a part not shaped yet
	text     string // of the piece
	at       int32  // byte of the piece where it begins
	level    uint8  // of nesting in passages read the other way
	space    bool
	trailing bool    // a space at the end of a line, which takes no room
	fixed    float64 // width in points of a gap or of a space that does not stretch
}

// itemizer turns a paragraph into items.
type itemizer struct {
	*Compositor
	p      *paragraph
	levels levels
	soft   bool // words are parted by hyphens
	items  []item
	errs   *glyphErrors
}

func (z *itemizer) all() error {
	for i := range z.p.pieces {
		if err := z.piece(&z.p.pieces[i]); err != nil {
			return err
		}
	}
	for len(z.items) > 0 && z.items[len(z.items)-1].kind == glue {
		z.items = z.items[:len(z.items)-1]
	}
	return nil
}

func (z *itemizer) piece(pc *piece) error {
	for at := 0; at < len(pc.text); {
		r, n := utf8.DecodeRuneInString(pc.text[at:])
		var err error
		switch {
		case r == '\n' || r == '\u2028' || r == '\u2029':
			err = z.lineEnd(pc, at, n)
		case isSpace(r):
			err = z.space(pc, at, n)
		default:
			n = wordLength(pc.text[at:])
			err = z.words(pc, at, at+n)
		}
		if err != nil {
			return err
		}
		at += n
	}
	return nil
}

// isSpace reports the characters that are set as a space.
func isSpace(r rune) bool {
	return r == ' ' || r == '\t' || r == '\r' || r >= 0xa0 && unicode.Is(unicode.Zs, r)
}

// wordLength is how many bytes there are before the next space.
func wordLength(text string) int {
	for i, r := range text {
		if r == '\n' || r == '\u2028' || r == '\u2029' || isSpace(r) {
			return i
		}
	}
	return len(text)
}

// lineEnd ends a line on purpose. A space stays behind, so that the words are
// apart also where the line end is not seen.
func (z *itemizer) lineEnd(pc *piece, at, n int) error {
	w, err := z.shaper.shape(pc.dress, " ")
	z.items = append(z.items, item{kind: forced, fragment: fragment{
		piece: pc, word: w, text: pc.text[at : at+n], at: int32(at), level: z.base(), space: true, trailing: true,
	}})
	return err
}

// base is the level of the paragraph.
func (z *itemizer) base() uint8 { return bit(z.p.rtl && !z.p.ltr) }

// space adds a glue after a word; further spaces are dropped.
func (z *itemizer) space(pc *piece, at, n int) error {
	if len(z.items) == 0 {
		return nil
	}
	if k := z.items[len(z.items)-1].kind; k == glue || k == forced {
		return nil
	}
	w, err := z.shaper.shape(pc.dress, " ")
	if err != nil {
		return err
	}
	f := fragment{piece: pc, word: w, text: pc.text[at : at+n], at: int32(at), level: z.levels.at(pc.begin + at), space: true}
	width := w.advance * z.p.style.Size / 1000
	it := item{kind: glue, width: width, stretch: width * 0.6, shrink: width * 0.25, fragment: f}
	before, after := z.p.text[:pc.begin+at], z.p.text[pc.begin+at+n:]
	lang := baseLanguage(pc.dress.lang)
	switch f.text {
	case "\u202f", "\u2007", "\u00a0":
		it.tied = true
	default:
		it.tied = tied(before, after, lang)
	}
	if f.text == "\u202f" || narrow(after, lang) {
		it.width, it.stretch, it.shrink = narrowSpace*z.p.style.Size, 0, 0
		it.fragment.fixed = it.width
	}
	if z.p.style.Ragged {
		it.stretch, it.shrink = 0, 0
	}
	z.items = append(z.items, it)
	return nil
}

// words adds what stands between two spaces: a word, or several where the
// direction changes or a language wants a gap.
func (z *itemizer) words(pc *piece, at, end int) error {
	for at < end {
		n := end - at
		if n > manyBytes {
			n = wholeRunes(pc.text[at:], manyBytes)
		}
		if z.levels != nil {
			n = z.levels.stretch(pc.begin+at, pc.begin+at+n)
		}
		text := pc.text[at : at+n]
		gap := frenchGap(text, baseLanguage(pc.dress.lang))
		if gap > 0 {
			text = text[:gap]
		}
		if err := z.word(pc, text, at); err != nil {
			return err
		}
		at += len(text)
		if len(text) >= manyBytes-utf8.UTFMax && at < end {
			z.penalty(fragment{piece: pc, at: int32(at)}, point{kind: atCut})
		}
		if gap > 0 {
			width := gapWidth(pc.text[at:]) * z.p.style.Size
			z.items = append(z.items, item{kind: box, width: width, fragment: fragment{piece: pc, at: int32(at), level: z.base(), fixed: width}})
		}
	}
	return nil
}

// manyBytes is how much is shaped at once. More is no word, and is parted.
const manyBytes = 2000

// wholeRunes is the most bytes, up to n, that hold whole characters.
func wholeRunes(text string, n int) int {
	for n > 1 && !utf8.RuneStart(text[n]) {
		n--
	}
	return n
}

// word adds a word in the parts that lines may take of it.
func (z *itemizer) word(pc *piece, text string, at int) error {
	f := fragment{piece: pc, text: text, at: int32(at), level: z.levels.at(pc.begin + at)}
	var err error
	if f.word, err = z.shaper.shape(f.dress(), text); err != nil {
		return err
	}
	if f.word.missing >= 0 {
		z.errs.add(pc, text, at, f.word.missing)
		return nil
	}
	start, before := 0, 0.0
	for _, p := range f.word.points {
		if p.kind == byHyphen && !z.soft || p.kind != atCut && pc.link != "" {
			continue
		}
		width := f.word.before(p.at)
		z.box(f, start, p.at, width-before)
		z.penalty(f, p)
		start, before = p.at, width
	}
	z.box(f, start, len(text), f.word.advance-before)
	return nil
}

// dress is how the fragment is shaped.
func (f *fragment) dress() dress {
	d := f.piece.dress
	d.rtl = f.level%2 == 1
	return d
}

// box adds a part of a word, whose width is in thousandths of the size.
func (z *itemizer) box(f fragment, start, end int, width float64) {
	if start > 0 || end < len(f.text) {
		f.word = nil
	}
	f.text, f.at = f.text[start:end], f.at+int32(start)
	z.items = append(z.items, item{kind: box, width: width * z.p.style.Size / 1000, fragment: f})
}

// penalty adds a place where a word may be parted.
func (z *itemizer) penalty(f fragment, p point) {
	it := item{kind: penalty, parting: p.kind, fragment: f}
	if p.kind.hyphen() {
		it.width = z.hyphenWidth(f.piece.dress)
	}
	it.fragment.at += int32(p.at)
	z.items = append(z.items, it)
}

func (z *itemizer) hyphenWidth(d dress) float64 {
	w, err := z.shaper.shape(d, "-")
	if err != nil {
		return 0
	}
	return w.advance * z.p.style.Size / 1000
}

// baseLanguage is the language of a tag without its region: "fr" of "fr-BE".
func baseLanguage(tag string) string {
	for i := range len(tag) {
		if tag[i] == '-' {
			return tag[:i]
		}
	}
	return tag
}
