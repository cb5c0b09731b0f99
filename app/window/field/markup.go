package field

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A look is how words differ from plain ones.
type look uint8

const (
	strong   look = 1 << iota
	emphasis      // *so*
	linked        // words of a link
	sign          // markup, which is dimmed
	gap           // a placeholder that a fact fills
	arabic        // letters that only fonts for Arabic have
)

// span is a run of bytes that look alike.
type span struct {
	start, end int
	look       look
}

// spans says how the bytes of a line look. It knows less than
// [delegation-briefing/briefing.Prose]: markup that runs on to another line,
// or is nested in an unusual way, looks plain here and is still understood there.
func spans(line string, plain bool) []span {
	eastern := strings.ContainsFunc(line, isArabic)
	marked := !plain && (strings.ContainsAny(line, "*_[\\{") || bullet(line) != "")
	if !eastern && !marked {
		return []span{{0, len(line), 0}}
	}
	p := painter{line: line, looks: make([]look, len(line))}
	if marked {
		mark := len(bullet(line))
		p.paint(0, mark, sign)
		p.walk(mark, len(line))
	}
	if eastern {
		p.arabic()
	}
	return p.spans()
}

// isArabic goes by blocks, not by script: vowel signs, figures and the comma
// belong to several scripts, and to the letters beside them here.
func isArabic(r rune) bool {
	return r >= 0x0600 && r <= 0x06FF || r >= 0x0750 && r <= 0x077F || r >= 0x08A0 && r <= 0x08FF ||
		r >= 0xFB50 && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFC
}

// painter gives each byte of a line its look.
type painter struct {
	line  string
	looks []look

	turns  []span // where emphasis begins and ends
	wholes []span // what is not to be parted
	links  []linkSpan
}

// linkSpan is where a link stands, and where its words end.
type linkSpan struct {
	span
	middle int
}

// within reports whether a choice is one of words of the link.
func (l linkSpan) within(start, end int) bool { return l.start < start && end <= l.middle }

func (p *painter) walk(from, to int) {
	for i := from; i < to; {
		switch c := p.line[i]; {
		case c == '\\' && (i+1 == len(p.line) || punctuation(p.line[i+1])):
			p.paint(i, i+1, sign)
			p.whole(i, min(i+2, len(p.line)))
			i += 2
		case c == '{' && strings.HasPrefix(p.line[i:to], "{{"):
			i += p.placeholder(i, to)
		case c == '*' || c == '_':
			i += p.emphasis(i, to)
		case c == '[':
			i += p.link(i, to)
		default:
			i++
		}
	}
}

// placeholder returns how many bytes it has dealt with, as all of these do.
func (p *painter) placeholder(i, to int) int {
	n := strings.Index(p.line[i:to], "}}")
	if n < 0 {
		return 2
	}
	p.paint(i, i+n+2, gap)
	p.whole(i, i+n+2)
	return n + 2
}

func (p *painter) emphasis(i, to int) int {
	run := 1
	for i+run < to && p.line[i+run] == p.line[i] {
		run++
	}
	if run > 3 || !p.opens(i, run) {
		return run
	}
	end := p.closing(i+run, to, p.line[i:i+run])
	switch {
	case end < 0 && run == 3:
		return p.nested(i, to)
	case end < 0:
		return run
	}
	p.paint(i, i+run, sign)
	p.paint(end, end+run, sign)
	p.turns = append(p.turns, span{start: i, end: i + run}, span{start: end, end: end + run})
	p.paint(i+run, end, looksOf[run-1])
	p.walk(i+run, end)
	return end + run - i
}

// nested is emphasis of both kinds that begin together and end apart.
func (p *painter) nested(i, to int) int {
	const both = 3
	for _, inner := range []int{2, 1} {
		outer := both - inner
		end := p.closing(i+both, to, p.line[i:i+inner])
		if end < 0 {
			continue
		}
		last := p.closing(end+inner, to, p.line[i:i+outer])
		if last < 0 {
			continue
		}
		for _, s := range []span{{start: i, end: i + both}, {start: end, end: end + inner}, {start: last, end: last + outer}} {
			p.paint(s.start, s.end, sign)
			p.turns = append(p.turns, s)
		}
		p.paint(i+both, end, strong|emphasis)
		p.paint(end+inner, last, looksOf[outer-1])
		p.walk(i+both, end)
		p.walk(end+inner, last)
		return last + outer - i
	}
	return both
}

// looksOf are the looks of one, two and three signs.
var looksOf = [...]look{emphasis, strong, strong | emphasis}

func (p *painter) opens(i, run int) bool {
	next, _ := utf8.DecodeRuneInString(p.line[i+run:])
	last, _ := utf8.DecodeLastRuneInString(p.line[:i])
	return i+run < len(p.line) && !unicode.IsSpace(next) && (p.line[i] == '*' || !inWord(last))
}

// closing finds the run of signs that ends what one just like it began.
func (p *painter) closing(from, to int, signs string) int {
	for i := from; i < to; i++ {
		switch p.line[i] {
		case '\\':
			i++
		case signs[0]:
			run := 1
			for i+run < to && p.line[i+run] == signs[0] {
				run++
			}
			last, _ := utf8.DecodeLastRuneInString(p.line[:i])
			next, _ := utf8.DecodeRuneInString(p.line[i+run:])
			ends := !unicode.IsSpace(last) && (signs[0] == '*' || !inWord(next))
			switch {
			case ends && run == len(signs):
				return i
			case ends && run == 3 && p.within(from, i, signs):
				return i + run - len(signs) // the inner one ends first
			}
			i += run - 1
		}
	}
	return -1
}

// within reports whether emphasis of the other kind is open at the end of a stretch.
func (p *painter) within(from, to int, signs string) (open bool) {
	for i := from; i < to; i++ {
		run := 0
		for i+run < to && p.line[i+run] == signs[0] {
			run++
		}
		open = open != (run == 3-len(signs))
		i += max(run-1, 0)
		if p.line[i] == '\\' {
			i++
		}
	}
	return open
}

func (p *painter) link(i, to int) int {
	middle := strings.Index(p.line[i:to], "](")
	if middle < 0 {
		return 1
	}
	end := strings.IndexByte(p.line[i+middle:to], ')')
	if end < 0 || strings.ContainsAny(p.line[i+1:i+middle], "[]") {
		return 1
	}
	middle, end = i+middle, i+middle+end
	p.paint(i, i+1, sign)
	p.paint(i+1, middle, linked)
	p.paint(middle, end+1, sign)
	p.whole(middle, end+1)
	p.links = append(p.links, linkSpan{span{start: i, end: end + 1}, middle})
	p.walk(i+1, middle)
	return end + 1 - i
}

// arabic paints Arabic letters, and the spaces between their words.
func (p *painter) arabic() {
	within := false
	for i, r := range p.line {
		if within = isArabic(r) || within && r == ' '; within {
			p.paint(i, i+utf8.RuneLen(r), arabic)
		}
	}
}

func (p *painter) whole(from, to int) { p.wholes = append(p.wholes, span{start: from, end: to}) }

func (p *painter) paint(from, to int, l look) {
	for i := from; i < to; i++ {
		p.looks[i] |= l
	}
}

func (p *painter) spans() []span {
	var all []span
	for i, l := range p.looks {
		if n := len(all); n > 0 && all[n-1].look == l {
			all[n-1].end++
			continue
		}
		all = append(all, span{i, i + 1, l})
	}
	return all
}

func punctuation(c byte) bool {
	return c < utf8.RuneSelf && (unicode.IsPunct(rune(c)) || unicode.IsSymbol(rune(c)))
}
