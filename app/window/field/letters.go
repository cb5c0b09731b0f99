package field

import (
	"strings"
	"unicode/utf8"
)

// letter is what emphasis begins before or ends behind: a letter, a placeholder,
// an escaped sign, or either end of a link.
type letter struct {
	words  string
	look   look // strong, emphasis
	chosen bool
}

// blank reports whether a sign of emphasis beside the letter would be none: beside a
// space, and beside a backslash, which would make the sign a letter.
func (l letter) blank() bool { return strings.TrimSpace(l.words) == "" || l.words == `\` }

// lose takes looks from a blank, and reports whether it had one of them.
func (l *letter) lose(looks []look) (had bool) {
	for _, one := range looks {
		if l.blank() && l.look&one != 0 {
			l.look &^= one
			had = true
		}
	}
	return had
}

// letteredLine is a line of prose without the signs of emphasis.
type letteredLine struct {
	mark    string // of an item
	letters []letter
}

// letteredLines takes prose apart; the letters from start to end are chosen.
func letteredLines(text string, start, end int) (all []letteredLine) {
	at := 0
	for line := range strings.SplitSeq(text, "\n") {
		all = append(all, lettered(line, start-at, end-at))
		at += len(line) + 1
	}
	return all
}

func lettered(line string, start, end int) letteredLine {
	mark := bullet(line)
	p := painter{line: line, looks: make([]look, len(line))}
	p.walk(len(mark), len(line))
	for _, l := range p.links {
		if start < l.end && l.start < end && !l.within(start, end) { // a link is emphasised within, or as a whole
			start, end = min(start, l.start), max(end, l.end)
		}
	}
	all := letteredLine{mark: mark}
	for i := len(mark); i < len(line); {
		if n := begunAt(p.turns, i); n > 0 {
			i += n
			continue
		}
		n := begunAt(p.wholes, i)
		if n == 0 {
			_, n = utf8.DecodeRuneInString(line[i:])
		}
		all.letters = append(all.letters, letter{line[i : i+n], p.looks[i] & (strong | emphasis), start < i+n && i < end})
		i += n
	}
	return all
}

// begunAt is the length of the span that begins at a byte; 0 where none does.
func begunAt(all []span, at int) int {
	for _, s := range all {
		if s.start == at {
			return s.end - s.start
		}
	}
	return 0
}
