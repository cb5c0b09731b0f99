package page

import (
	"sync"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// shape is one glyph of a shaped word, in thousandths of the size.
type shape struct {
	id              uint16
	advance, dx, dy float32
	text            string
	start, end      int32 // bytes of the word
}

// run is a part of a word in one face and direction.
type run struct {
	face    *Face
	shapes  []shape // in logical order
	advance float64
	rtl     bool
}

// word is a shaped word: what stands between two spaces and looks the same.
type word struct {
	runs    []run
	advance float64
	missing int // byte of a character no face has; -1: none
}

// shaper shapes words and remembers them.
type shaper struct {
	mu    sync.Mutex
	cache map[wordKey]*word
}

type wordKey struct {
	list *Face // first of the list of faces
	lang string
	text string
}

// maxWords bounds the cache; a brief of 50 pages has some thousand words.
const maxWords = 50_000

func (s *shaper) shape(list []*Face, lang, text string) *word {
	key := wordKey{list[0], lang, text}
	s.mu.Lock()
	defer s.mu.Unlock()
	if w := s.cache[key]; w != nil {
		return w
	}
	if s.cache == nil || len(s.cache) > maxWords {
		s.cache = map[wordKey]*word{}
	}
	w := shapeWord(list, lang, text)
	s.cache[key] = w
	return w
}

func shapeWord(list []*Face, lang, text string) *word {
	w := &word{missing: -1}
	runes := []rune(text)
	offsets := make([]int32, 0, len(runes)+1)
	for i := range text {
		offsets = append(offsets, int32(i))
	}
	offsets = append(offsets, int32(len(text)))
	for _, seg := range itemize(list, runes) {
		if seg.face == nil {
			w.missing = int(offsets[seg.from])
			seg.face = list[0]
		}
		r := seg.shape(runes, offsets, lang, text)
		w.advance += r.advance
		w.runs = append(w.runs, r)
	}
	return w
}

// segment is a stretch of runes that one face has, in one script.
type segment struct {
	from, to int
	face     *Face
	script   language.Script
}

func itemize(list []*Face, runes []rune) []segment {
	var all []segment
	for i, r := range runes {
		script := language.LookupScript(r)
		common := script == language.Common || script == language.Inherited || script == language.Unknown
		if n := len(all) - 1; n >= 0 && all[n].face != nil && all[n].face.has(r) &&
			(common || script == all[n].script || all[n].script == language.Common) {
			if !common {
				all[n].script = script
			}
			all[n].to = i + 1
			continue
		}
		if common {
			script = language.Common
		}
		all = append(all, segment{i, i + 1, faceFor(list, r), script})
	}
	return all
}

func faceFor(list []*Face, r rune) *Face {
	for _, f := range list {
		if f.has(r) {
			return f
		}
	}
	return nil
}

func (seg segment) shape(runes []rune, offsets []int32, lang, text string) run {
	script := seg.script
	if script == language.Common {
		script = language.Latin
	}
	r := run{face: seg.face, rtl: script == language.Arabic || script == language.Hebrew}
	buf := harfbuzz.NewBuffer()
	buf.AddRunes(runes, seg.from, seg.to-seg.from)
	buf.Props.Direction = di.DirectionLTR.Harfbuzz()
	if r.rtl {
		buf.Props.Direction = di.DirectionRTL.Harfbuzz()
	}
	buf.Props.Language = language.NewLanguage(lang)
	buf.Props.Script = script
	buf.ClusterLevel = harfbuzz.MonotoneCharacters
	buf.Shape(seg.face.hb, nil)
	r.take(buf, seg, offsets, text)
	return r
}

// take reads the glyphs in logical order and gives each the text of its
// cluster; further glyphs of a cluster have none.
func (r *run) take(buf *harfbuzz.Buffer, seg segment, offsets []int32, text string) {
	n := len(buf.Info)
	at := func(i int) int {
		if r.rtl {
			return n - 1 - i
		}
		return i
	}
	perMille := float32(1000 / seg.face.perEm)
	for i := range n {
		info, pos := buf.Info[at(i)], buf.Pos[at(i)]
		from := info.Cluster
		to := seg.to
		for j := i + 1; j < n; j++ {
			if c := buf.Info[at(j)].Cluster; c != from {
				to = c
				break
			}
		}
		s := shape{
			id: uint16(info.Glyph), advance: float32(pos.XAdvance) * perMille,
			dx: float32(pos.XOffset) * perMille, dy: -float32(pos.YOffset) * perMille,
			start: offsets[from], end: offsets[to],
		}
		if i == 0 || buf.Info[at(i-1)].Cluster != from {
			s.text = text[s.start:s.end]
		}
		r.advance += float64(s.advance)
		r.shapes = append(r.shapes, s)
	}
}
