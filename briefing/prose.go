package briefing

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Prose is running text in a small part of CommonMark: paragraphs parted by a
// blank line, *emphasis*, **strong**, [links](mailto:press@example.eu), lists
// whose items begin with "- ", a line broken by a backslash at its end, and a
// backslash before a sign that is meant as it stands. A link to "lang:fr"
// marks a passage in another language. Everything else that CommonMark knows
// (headings, code, HTML, numbered lists, entities) is plain text here.
//
// Facts are filled in where a placeholder such as {{partner}} stands.
type Prose string

// Blank reports whether there is nothing to read.
func (p Prose) Blank() bool { return strings.TrimSpace(string(p)) == "" }

// Escape writes plain text as prose that reads as that text, also where other prose
// goes before or follows. Signs that cannot mean anything where they stand are
// left alone, as a reader of the source would.
func Escape(plain string) Prose {
	var b strings.Builder
	fresh := true // at the start of a line, where list marks count
	brackets := loneBrackets(plain)
	for i, r := range plain {
		mark := r == '\\' ||
			(r == '[' || r == ']') && !brackets[i] ||
			r == '*' && (fresh || !alone(plain, i)) ||
			r == '_' && !withinWord(plain[:i], plain[i+1:]) ||
			fresh && strings.ContainsRune("-+", r) ||
			r == '{' && strings.HasPrefix(plain[i:], "{{")
		if mark {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
		fresh = r == '\n' || fresh && r == ' '
	}
	return Prose(b.String())
}

// loneBrackets are the places of brackets in pairs that no address follows, as in
// "[1]": they mean no link.
func loneBrackets(plain string) map[int]bool {
	lone := map[int]bool{}
	for _, m := range inBrackets.FindAllStringIndex(plain, -1) {
		lone[m[0]], lone[m[1]-1] = true, true
		if m[1] == len(plain) || strings.IndexByte("([:", plain[m[1]]) >= 0 || m[0] > 0 && plain[m[0]-1] == ']' {
			lone[m[0]], lone[m[1]-1] = false, false
		}
	}
	return lone
}

var inBrackets = regexp.MustCompile(`\[[^\[\]\n\\*_{}]*\]`)

// alone reports whether a sign stands between two spaces.
func alone(plain string, at int) bool {
	return at > 0 && at+1 < len(plain) && plain[at-1] == ' ' && plain[at+1] == ' '
}

// withinWord reports whether a letter or figure stands at each side: there an underscore
// means no emphasis (CommonMark 0.31, rule 2), and addresses have many.
func withinWord(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(after)
	word := func(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }
	return word(last) && word(next)
}

// Block is a paragraph or one item of a list.
type Block struct {
	Level int // nesting of a list item, from 1; 0: a paragraph
	Spans []Span
}

// Text is the block's words without markup.
func (b Block) Text() string {
	var t strings.Builder
	for _, s := range b.Spans {
		t.WriteString(s.Text)
	}
	return t.String()
}

// Span is a run of words that look alike and come from one piece of source.
type Span struct {
	Text             string // "\n" is a line broken on purpose
	Strong, Emphasis bool
	Link             string // target of a link
	Language         string // of a passage in another language than the statement's

	From       Place // of the source
	Start, End int   // bytes of the source; as many as Text has where it stands there letter by letter
	Gap        bool  // a placeholder that no fact fills; Text is its name in braces
}

// blocks parses prose that stands at a place. Placeholders are left as they
// are written; see [Statement.Blocks].
func (p Prose) blocks(at Place) []Block {
	if p.signs() > maxSigns || p.deep() {
		return p.unmarked(at)
	}
	source := []byte(p)
	w := walk{source: source, at: at}
	w.blocks(prose.Parse(text.NewReader(source)), 0)
	return w.done
}

// maxSigns bounds the markup in one piece of prose, because the parser's time
// grows with its square. A brief of 50 pages has some hundred signs.
const maxSigns = 5000

func (p Prose) signs() int {
	n := 0
	for _, sign := range []string{"*", "_", "[", "- ", "+ "} {
		n += strings.Count(string(p), sign)
	}
	return n
}

// deepest is the indent in bytes of the deepest list item that is read as one:
// the parser's time grows with it too.
const deepest = 64

func (p Prose) deep() bool {
	for line := range strings.Lines(string(p)) {
		item := strings.TrimLeft(line, " \t")
		if len(line)-len(item) > deepest && strings.ContainsAny(item[:min(1, len(item))], "-+*") {
			return true
		}
	}
	return false
}

// unmarked parts prose at its blank lines and leaves every sign as it stands.
func (p Prose) unmarked(at Place) []Block {
	var all []Block
	start := 0
	for paragraph := range strings.SplitSeq(string(p), "\n\n") {
		end := start + len(paragraph)
		if strings.TrimSpace(paragraph) != "" {
			all = append(all, Block{Spans: []Span{{Text: paragraph, From: at, Start: start, End: end}}})
		}
		start = end + 2
	}
	return all
}

var prose = parser.NewParser(
	parser.WithBlockParsers(
		util.Prioritized(bullets{parser.NewListParser()}, 300),
		util.Prioritized(bulletItems{parser.NewListItemParser()}, 400),
		util.Prioritized(paragraphs{parser.NewParagraphParser()}, 1000),
	),
	parser.WithInlineParsers(
		util.Prioritized(parser.NewLinkParser(), 200),
		util.Prioritized(parser.NewEmphasisParser(), 500),
	),
)

// bullets and bulletItems are goldmark's lists without the numbered ones: the
// paragraphs of a communiqué begin with numbers that must stay.
type (
	bullets     struct{ parser.BlockParser }
	bulletItems struct{ parser.BlockParser }
)

func (bullets) Trigger() []byte     { return []byte{'-', '+', '*'} }
func (bulletItems) Trigger() []byte { return []byte{'-', '+', '*'} }

// paragraphs takes in what is indented, which is code in CommonMark and would
// be nobody's here.
type paragraphs struct{ parser.BlockParser }

func (paragraphs) CanAcceptIndentedLine() bool { return true }

// walk gathers blocks from goldmark's tree.
type walk struct {
	source []byte
	at     Place
	done   []Block
	spans  []Span
	look   Span // style of what is inside the nodes being walked
}

func (w *walk) blocks(n ast.Node, level int) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.List:
			w.blocks(c, level+1)
		case *ast.ListItem:
			w.blocks(c, level)
		default: // a paragraph, or the text block of a tight list's item
			w.spans = nil
			w.inlines(c)
			if len(w.spans) > 0 {
				w.done = append(w.done, Block{Level: level, Spans: w.spans})
			}
		}
	}
}

func (w *walk) inlines(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		outer := w.look
		switch c := c.(type) {
		case *ast.Text:
			w.text(c)
			continue
		case *ast.Emphasis:
			w.look.Strong = w.look.Strong || c.Level == 2
			w.look.Emphasis = w.look.Emphasis || c.Level == 1
		case *ast.Link:
			if lang, ok := strings.CutPrefix(string(c.Destination), "lang:"); ok {
				w.look.Language = lang
			} else {
				w.look.Link = string(c.Destination)
			}
		}
		w.inlines(c)
		w.look = outer
	}
}

func (w *walk) text(t *ast.Text) {
	seg := t.Segment
	w.literal(seg.Start, seg.Stop)
	switch {
	case t.HardLineBreak():
		w.span("\n", seg.Stop, seg.Stop+1)
	case t.SoftLineBreak():
		w.span(" ", seg.Stop, seg.Stop+1)
	}
}

// literal adds source bytes as they are, but for backslashes that protect.
func (w *walk) literal(from, to int) {
	start := from
	for i := from; i < to; i++ {
		if w.source[i] == '\\' && i+1 < to && util.IsPunct(w.source[i+1]) {
			w.span(string(w.source[start:i]), start, i)
			i++
			start = i
		}
	}
	w.span(string(w.source[start:to]), start, to)
}

func (w *walk) span(words string, start, end int) {
	if words == "" {
		return
	}
	s := w.look
	s.Text, s.From, s.Start, s.End = words, w.at, start, end
	if n := len(w.spans); n > 0 && words != "\n" && w.spans[n-1].continues(s) {
		w.spans[n-1].Text += words
		w.spans[n-1].End = end
		return
	}
	w.spans = append(w.spans, s)
}

// continues reports whether next reads on from s in the same look and letter
// by letter, so that both can be one span.
func (s Span) continues(next Span) bool {
	return s.End == next.Start && s.From == next.From && s.Text != "\n" &&
		s.End-s.Start == len(s.Text) && next.End-next.Start == len(next.Text) &&
		s.Strong == next.Strong && s.Emphasis == next.Emphasis &&
		s.Link == next.Link && s.Language == next.Language && !s.Gap && !next.Gap
}

// Words counts words as an officer does: what stands between white space and
// has a letter or a figure in it.
func Words(text string) int {
	n := 0
	for _, f := range strings.Fields(text) {
		if strings.ContainsFunc(f, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) {
			n++
		}
	}
	return n
}
