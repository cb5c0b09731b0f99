package intake

import (
	"strings"

	"delegation-briefing/briefing"
)

// deepestItem is how far the items of a list may be nested: as far as Word
// nests them. What a file nests further stands at this level.
const deepestItem = 9

// run is a piece of a line in one look, from a file that has looks.
type run struct {
	text             string
	strong, emphasis bool
	link             string
}

// writer gathers the paragraphs of a file that has looks. Each line of a
// paragraph becomes one, as in plain text, because names, posts and numbers
// are often parted by line breaks only.
type writer struct {
	all     []paragraph
	runs    []run
	broken  bool // the line being written goes on from the one before
	item    int
	heading bool
	number  string // "3. ", which the file counts by itself
}

// text adds words to the line.
func (w *writer) text(words string, look run) {
	look.text = words
	if n := len(w.runs); n > 0 && w.runs[n-1].alike(look) {
		w.runs[n-1].text += words
		return
	}
	w.runs = append(w.runs, look)
}

func (r run) alike(o run) bool {
	return r.strong == o.strong && r.emphasis == o.emphasis && r.link == o.link
}

// line ends a line inside a paragraph.
func (w *writer) line() {
	w.broken = w.flush()
}

// end ends a paragraph. An item of a list that has no words yet still waits
// for them.
func (w *writer) end() {
	if w.flush() {
		w.item, w.number = 0, ""
	}
	w.broken, w.heading = false, false
}

// flush makes a paragraph of the line, and reports whether it had words.
func (w *writer) flush() bool {
	runs := tidy(w.runs)
	w.runs = nil
	if len(runs) == 0 {
		return false
	}
	p := paragraph{plain: plainOf(runs), item: w.item, heading: w.heading, follows: w.broken, broken: w.broken}
	if w.number != "" {
		p.plain, p.counted = w.number+p.plain, true
		runs = append([]run{{text: w.number}}, runs...)
		w.number = ""
	}
	p.prose = prose(runs, p.plain, w.heading)
	if mark := bullet.get().FindString(p.plain); mark != "" && p.item == 0 && !w.heading && len(mark) < len(p.plain) && p.prose == briefing.Escape(p.plain) {
		p = plainParagraph(p.plain)
		p.follows, p.broken = w.broken, w.broken
	}
	w.all = append(w.all, p)
	if w.item > 0 {
		w.item = 0 // what follows in the item is a paragraph of its own
	}
	return true
}

// tidy makes one space of white space and takes it from the ends of a line.
func tidy(runs []run) []run {
	var kept []run
	space := true // no space may stand here
	for _, r := range runs {
		var b strings.Builder
		for _, c := range r.text {
			if c == softHyphen {
				continue // HTML can write it as &shy;
			}
			if blankSign(c) && c != '\u00A0' && c != '\u202F' {
				if !space {
					b.WriteByte(' ')
				}
				space = true
				continue
			}
			b.WriteRune(c)
			space = false
		}
		if r.text = b.String(); r.text != "" {
			kept = append(kept, r)
		}
	}
	for len(kept) > 0 {
		last := &kept[len(kept)-1]
		if last.text = strings.TrimRightFunc(last.text, blankSign); last.text != "" {
			break
		}
		kept = kept[:len(kept)-1]
	}
	for len(kept) > 0 {
		if kept[0].text = strings.TrimLeftFunc(kept[0].text, blankSign); kept[0].text != "" {
			break
		}
		kept = kept[1:]
	}
	return kept
}

func plainOf(runs []run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.text)
	}
	return b.String()
}

// prose writes runs with their looks, or without where that would change a
// word. A heading has no look of its own.
func prose(runs []run, plain string, heading bool) briefing.Prose {
	bare := briefing.Escape(plain)
	if heading || len(runs) == 1 && runs[0].alike(run{}) {
		return bare
	}
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.marked())
	}
	if marked := briefing.Prose(b.String()); proseReads(marked) == plain {
		return marked
	}
	return bare
}

// marked is a run with its marks, which stand beside words and not spaces.
func (r run) marked() string {
	words := strings.TrimSpace(r.text)
	if words == "" {
		return r.text
	}
	before, after, _ := strings.Cut(r.text, words)
	text := string(briefing.Escape(words))
	if target := linkTarget(r.link); target != "" {
		text = "[" + text + "](" + target + ")"
	}
	if r.emphasis {
		text = "*" + text + "*"
	}
	if r.strong {
		text = "**" + text + "**"
	}
	return before + text + after
}
