package page

import (
	"image/color"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"delegation-briefing/briefing"
)

// paragraph is what is broken into lines together.
type paragraph struct {
	pieces []piece
	size   float64 // points
	width  float64 // of the lines, in points
	ragged bool
}

// piece is a run of words that look alike and belong to one element.
type piece struct {
	text       string
	faces      []*Face
	lang       string
	color      color.NRGBA
	element    *Element
	from       briefing.Place
	start, end int32 // bytes of the source
	literal    bool  // text stands at start letter by letter
	whole      bool  // words are not parted: links
}

// source is the byte of the source that a byte of the piece comes from.
func (pc *piece) source(at int32) int32 {
	if !pc.literal {
		return pc.start
	}
	return pc.start + at
}

// fragment is a word of a line or a part of one, a space, or a gap that stands
// for no character.
type fragment struct {
	piece    *piece
	word     *word
	text     string
	at       int32 // byte of the piece where it begins
	space    bool
	trailing bool    // a space at the end of a line, which takes no room
	soft     bool    // a hyphen that was made here
	kern     float64 // of a gap: its width in points
}

func (f fragment) width(size float64) float64 {
	if f.word == nil {
		return f.kern
	}
	return f.word.advance * size / 1000
}

// item is a box, a glue or a penalty in the sense of Knuth and Plass.
type item struct {
	kind                   itemKind
	width, stretch, shrink float64
	cost                   float64 // of a penalty
	tied                   bool    // a glue at which no line may end
	fragment               fragment
}

type itemKind uint8

const (
	box itemKind = iota
	glue
	penalty
	forced // a line end on purpose
)

// What it costs to end a line within a word.
const (
	costHyphen = 60  // with a hyphen made here
	costAfter  = 20  // after a hyphen or a stroke that is there
	costCut    = 500 // anywhere, in what is no word
)

// longest is how many bytes of a word are set as one box. A longer one may be
// parted anywhere: no real word is.
const longest = 80

// itemizer turns a paragraph into items.
type itemizer struct {
	*Compositor
	p     *paragraph
	items []item
	err   error
}

func (c *Compositor) items(p *paragraph) ([]item, error) {
	z := &itemizer{Compositor: c, p: p}
	for i := range p.pieces {
		z.piece(&p.pieces[i])
	}
	for len(z.items) > 0 && z.items[len(z.items)-1].kind == glue {
		z.items = z.items[:len(z.items)-1]
	}
	return z.items, z.err
}

func (z *itemizer) piece(pc *piece) {
	for at := 0; at < len(pc.text) && z.err == nil; {
		switch pc.text[at] {
		case '\n':
			z.items = append(z.items, item{kind: forced})
			at++
		case ' ', '\t', '\r':
			z.space(pc, at)
			at++
		default:
			n := wordEnd(pc.text[at:])
			z.word(pc, pc.text[at:at+n], at)
			at += n
		}
	}
}

// space adds a glue after a word; further spaces are dropped.
func (z *itemizer) space(pc *piece, at int) {
	if n := len(z.items); n == 0 || z.items[n-1].kind != box {
		return
	}
	w := z.shaper.shape(pc.faces, pc.lang, " ")
	width := w.advance * z.p.size / 1000
	it := item{
		kind: glue, width: width, stretch: width / 2, shrink: width / 3,
		tied:     tied(pc.text[:at], strings.TrimLeft(pc.text[at:], " "), pc.lang),
		fragment: fragment{piece: pc, word: w, text: " ", at: int32(at), space: true},
	}
	if z.p.ragged {
		it.stretch, it.shrink = 0, 0
	}
	z.items = append(z.items, it)
}

// word adds a word in the parts that lines may take of it.
func (z *itemizer) word(pc *piece, text string, at int) {
	var points []int
	if !pc.whole && !z.p.ragged {
		points = z.hyphenation.language(pc.lang).points(text)
	}
	start := 0
	for i, p := range cuts(text, points, pc.whole) {
		if i > 0 {
			z.penalty(pc, text, start, p)
		}
		z.box(pc, text[start:p.end], at+start)
		start = p.end
	}
}

// cut is a part of a word and how the line before it may end.
type cut struct {
	end  int
	cost float64
	soft bool // with a hyphen made here
}

// cuts parts a word: at hyphenation points, after hyphens and strokes, and
// anywhere if it is too long to be a word. The cost of a cut is that of ending
// a line before it.
func cuts(text string, points []int, whole bool) []cut {
	var all []cut
	next := cut{}
	add := func(end int, cost float64, soft bool) {
		if n := len(all); end > 0 && (n == 0 || end > all[n-1].end) && end < len(text) {
			all = append(all, cut{end, next.cost, next.soft})
			next = cut{cost: cost, soft: soft}
		}
	}
	last := 0
	for i, r := range text {
		switch {
		case slices.Contains(points, i):
			add(i, costHyphen, true)
			last = i
		case i-last >= longest:
			add(i, costCut, false)
			last = i
		}
		if n := i + utf8.RuneLen(r); !whole && strings.ContainsRune("-–—/", r) && i > 0 && n < len(text) {
			add(n, costAfter, false)
			last = n
		}
	}
	return append(all, cut{len(text), next.cost, next.soft})
}

func (z *itemizer) penalty(pc *piece, text string, at int, c cut) {
	it := item{kind: penalty, cost: c.cost}
	if c.soft {
		w := z.shaper.shape(pc.faces, pc.lang, "-")
		it.width = w.advance * z.p.size / 1000
		it.fragment = fragment{piece: pc, word: w, text: "\u00ad", at: int32(at), soft: true}
	}
	z.items = append(z.items, it)
}

// box adds a part of a word, with the spaces that the language wants inside.
func (z *itemizer) box(pc *piece, text string, at int) {
	if split := frenchGap(text, pc.lang); split > 0 {
		z.box(pc, text[:split], at)
		z.gap(pc, text[split:])
		z.box(pc, text[split:], at+split)
		return
	}
	w := z.shaper.shape(pc.faces, pc.lang, text)
	if w.missing >= 0 && z.err == nil {
		r, _ := utf8.DecodeRuneInString(text[w.missing:])
		z.err = &GlyphError{Rune: r, At: pc.from, Offset: int(pc.source(int32(at + w.missing)))}
	}
	z.items = append(z.items, item{
		kind: box, width: w.advance * z.p.size / 1000,
		fragment: fragment{piece: pc, word: w, text: text, at: int32(at)},
	})
}

// gap adds a space that the source does not have.
func (z *itemizer) gap(pc *piece, after string) {
	width := z.p.size / 6
	if strings.HasPrefix(after, ":") || strings.HasPrefix(after, "»") {
		width = z.p.size / 4
	}
	z.items = append(z.items, item{kind: box, width: width, fragment: fragment{piece: pc, kern: width}})
}

// frenchGap finds where French wants a space within a word that was typed
// without one: before ; ! ? : and inside « » (Lexique des règles
// typographiques en usage à l’Imprimerie nationale).
func frenchGap(text, lang string) int {
	if lang != "fr" && !strings.HasPrefix(lang, "fr-") {
		return 0
	}
	if strings.HasPrefix(text, "«") && len(text) > len("«") {
		return len("«")
	}
	at := len(strings.TrimRight(text, ";!?:»"))
	if at == 0 || at == len(text) || !letterBefore(text[:at]) {
		return 0
	}
	return at
}

// letterBefore keeps the gap out of times, addresses and what is no word.
func letterBefore(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return unicode.IsLetter(r) || unicode.IsNumber(r) || strings.ContainsRune(")”’%.", r)
}

// tied reports whether no line may end at a space: between a title and a name,
// a number and its unit, "Article" and its number, a day and its month, and
// before French double signs.
func tied(before, after, lang string) bool {
	prev := before[strings.LastIndexAny(before, " \n\t(")+1:]
	next := after[:wordEnd(after)]
	switch {
	case next == "" || prev == "":
		return false
	case slices.Contains(leaders, prev):
		return true
	case isNumber(prev):
		bare := strings.TrimRight(next, ".,;:)")
		return slices.Contains(units, bare) || slices.ContainsFunc(briefing.Months(lang), func(m string) bool { return strings.EqualFold(m, bare) })
	case strings.ContainsAny(next[:1], "%;!?:") || strings.HasPrefix(next, "»") || next == "–" || next == "—":
		return true
	}
	return prev == "«"
}

// leaders stay with the word after them.
var leaders = strings.Fields("Mr Ms Mrs Dr Prof. M. MM. Mme Mmes Hr. Herr Frau Sr. Sra. D. Dª H.E. " +
	"Article Articles Art. Arts Artículo Artigo Artikel Articolo Section Resolution Résolution No No. Nr. n° N° § p. pp. EUR € статья ст. №")

// units stay with the number before them.
var units = strings.Fields("% km km² m kg g ha EUR € euro euros million millions billion billions per years days ans jours h")

func isNumber(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool {
		return !unicode.IsNumber(r) && !strings.ContainsRune(".,\u00a0\u202f", r)
	})
}
