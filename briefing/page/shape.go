package page

import (
	"strings"
	"sync"
	"unicode"

	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// word is a shaped word: what stands between two spaces, looks the same and is
// read in one direction.
type word struct {
	runs    []run
	advance float64 // in thousandths of the size
	missing int     // byte of a character no face has; -1: none
	points  []point // where it may be parted
}

// run is a part of a word in one face.
type run struct {
	face   *Face
	shapes []shape // in logical order
}

// shape is one glyph, in thousandths of the size.
type shape struct {
	id              uint16
	advance, dx, dy float32
	text            string
	start, end      int32 // bytes of the word
}

// before is the width of the word's part before a byte.
func (w *word) before(at int) float64 {
	width := 0.0
	for _, r := range w.runs {
		for _, s := range r.shapes {
			if int(s.start) < at {
				width += float64(s.advance)
			}
		}
	}
	return width
}

// dress is how a word looks and reads, but for its size and colour.
type dress struct {
	family  *family
	figures figures
	lang    string
	rtl     bool
}

// shaper shapes words and remembers them.
type shaper struct {
	words memory[wordKey, *word]
	parts *hyphenation

	mu     sync.Mutex // over what the shaping library remembers
	buffer *harfbuzz.Buffer
}

type wordKey struct {
	dress dress
	text  string
}

// shape returns a word as it looks. An error means that a font could not be
// read; what no font has is told by the word.
func (s *shaper) shape(d dress, text string) (*word, error) {
	key := wordKey{d, text}
	if w, ok := s.words.get(key); ok {
		return w, nil
	}
	w, err := s.shapeWord(d, text)
	if err != nil {
		return nil, err
	}
	w.points = cutPoints(text, s.parts.language(d.lang))
	s.words.put(wordKey{d, strings.Clone(text)}, w, 1)
	return w, nil
}

func (s *shaper) shapeWord(d dress, text string) (*word, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	t := newRunes(text)
	w := &word{missing: -1}
	segments, err := itemize(d.family, t.runes)
	if err != nil {
		return nil, err
	}
	for _, seg := range segments {
		if seg.face == nil {
			w.missing = int(t.offsets[seg.from])
			return w, nil
		}
		r := s.run(seg, d, t)
		for _, sh := range r.shapes {
			w.advance += float64(sh.advance)
		}
		w.runs = append(w.runs, r)
	}
	return w, nil
}

// runes is a text by characters, with the byte at which each begins.
type runes struct {
	text    string
	runes   []rune
	offsets []int32
}

func newRunes(text string) runes {
	t := runes{text: text, runes: make([]rune, 0, len(text)), offsets: make([]int32, 0, len(text)+1)}
	for i, r := range text {
		t.runes, t.offsets = append(t.runes, r), append(t.offsets, int32(i))
	}
	t.offsets = append(t.offsets, int32(len(text)))
	return t
}

// segment is a stretch of characters that one face has, in one script.
type segment struct {
	from, to int
	face     *Face
	script   language.Script
}

func itemize(list *family, text []rune) ([]segment, error) {
	var all []segment
	for i, r := range text {
		script := scriptOf(r)
		if n := len(all) - 1; n >= 0 && all[n].takes(r, script) {
			if all[n].script == language.Common {
				all[n].script = script
			}
			all[n].to = i + 1
			continue
		}
		seg := segment{i, i + 1, nil, script}
		var err error
		switch {
		case ignorable(r):
			seg.face, err = list.faces.get(list.names[0])
		case printable(r):
			seg.face, err = list.face(r)
		}
		if err != nil {
			return nil, err
		}
		all = append(all, seg)
	}
	return all, nil
}

// takes reports whether a segment can go on with a character.
func (seg *segment) takes(r rune, script language.Script) bool {
	if seg.face == nil {
		return false
	}
	if ignorable(r) {
		return true
	}
	same := script == language.Common || script == seg.script || seg.script == language.Common
	return same && printable(r) && seg.face.has(r)
}

// scriptOf is the script of a character, Common where it has none of its own.
func scriptOf(r rune) language.Script {
	switch s := language.LookupScript(r); s {
	case language.Inherited, language.Unknown:
		return language.Common
	default:
		return s
	}
}

// ignorable reports characters that have no shape of their own: joiners,
// direction marks, soft hyphens, variation selectors.
func ignorable(r rune) bool {
	return r >= 0xad && (unicode.Is(unicode.Cf, r) && !(0x600 <= r && r <= 0x605) ||
		r == 0x34f || 0x180b <= r && r <= 0x180f || 0xfe00 <= r && r <= 0xfe0f || 0xe0100 <= r && r <= 0xe01ef)
}

// printable reports whether a character may stand on a page at all. Control
// characters and those of private use mean something else on every machine.
func printable(r rune) bool {
	return r >= ' ' && (r < 0x7f || r >= 0xa0) && r != unicode.ReplacementChar &&
		!unicode.Is(unicode.Co, r) && r&0xfffe != 0xfffe
}

// figures says which of its figures a face shows.
type figures uint8

const (
	liningFigures   figures = iota // as high as capitals
	oldStyleFigures                // with ascenders and descenders, for running text
)

var features = [...][]harfbuzz.Feature{
	liningFigures:   {feature("lnum"), feature("pnum")},
	oldStyleFigures: {feature("onum"), feature("pnum")},
}

func feature(tag string) harfbuzz.Feature {
	return harfbuzz.Feature{Tag: opentype.MustNewTag(tag), Value: 1, Start: harfbuzz.FeatureGlobalStart, End: harfbuzz.FeatureGlobalEnd}
}

func (s *shaper) run(seg segment, d dress, t runes) run {
	if s.buffer == nil {
		s.buffer = harfbuzz.NewBuffer()
	}
	b := s.buffer
	b.Clear()
	b.AddRunes(t.runes, seg.from, seg.to-seg.from)
	b.Props.Direction = harfbuzz.LeftToRight
	if d.rtl {
		b.Props.Direction = harfbuzz.RightToLeft
	}
	b.Props.Language = language.NewLanguage(d.lang)
	b.Props.Script = seg.script
	if seg.script == language.Common {
		b.Props.Script = language.Latin
	}
	b.ClusterLevel = harfbuzz.MonotoneCharacters
	b.Flags = harfbuzz.RemoveDefaultIgnorables
	b.Shape(seg.face.hb, features[d.figures])
	return run{seg.face, shapes(b, seg, d.rtl, t)}
}

// shapes reads the glyphs in logical order and gives the first of each cluster
// the cluster's text.
func shapes(b *harfbuzz.Buffer, seg segment, rtl bool, t runes) []shape {
	n := len(b.Info)
	all := make([]shape, n)
	end := seg.to
	perMille := float32(1000 / seg.face.perEm)
	for i := n - 1; i >= 0; i-- { // backwards, because a cluster ends where the next begins
		at := i
		if rtl {
			at = n - 1 - i
		}
		info, pos := b.Info[at], b.Pos[at]
		if i < n-1 && t.offsets[info.Cluster] != all[i+1].start {
			end = offsetIndex(t, all[i+1].start)
		}
		all[i] = shape{
			id: uint16(info.Glyph), advance: float32(pos.XAdvance) * perMille,
			dx: float32(pos.XOffset) * perMille, dy: -float32(pos.YOffset) * perMille,
			start: t.offsets[info.Cluster], end: t.offsets[end],
		}
	}
	for i := range all {
		if i == 0 || all[i].start != all[i-1].start {
			all[i].text = visible(t.text[all[i].start:all[i].end])
		}
	}
	return all
}

// offsetIndex is the character that begins at a byte.
func offsetIndex(t runes, at int32) int {
	lo, hi := 0, len(t.offsets)-1
	for lo < hi {
		if mid := (lo + hi) / 2; t.offsets[mid] < at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// visible is a text without its ignorable characters.
func visible(text string) string {
	if !strings.ContainsFunc(text, ignorable) {
		return text
	}
	return strings.Map(func(r rune) rune {
		if ignorable(r) {
			return -1
		}
		return r
	}, text)
}
