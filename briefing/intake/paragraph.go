package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"delegation-briefing/briefing"
)

// paragraph is a piece of the text that stays together wherever it is put.
type paragraph struct {
	plain   string // its words without markup
	prose   briefing.Prose
	item    int  // nesting of a list item, from 1; 0: no list item
	counted bool // begins with a number that the file counts by itself
	heading bool // marked as a heading where the text was written
	follows bool // stands right under the one before, without a blank line
	broken  bool // is the next line of the same paragraph, in files that know these
}

// plainParagraphs finds the paragraphs of plain text. A line is a paragraph,
// unless the text was wrapped to a width, as mails are: then lines that a
// program broke are joined again.
func plainParagraphs(text string) []paragraph {
	lines := textLines(text)
	width := wrapWidth(lines)
	var all []paragraph
	blank := true
	for i := 0; i < len(lines); i++ {
		if lines[i] == "" {
			blank = true
			continue
		}
		joined := []string{lines[i]}
		for width > 0 && i+1 < len(lines) && runsOn(lines[i], lines[i+1], width) {
			i++
			joined = append(joined, lines[i])
		}
		p := plainParagraph(strings.Join(joined, " "))
		p.follows = !blank
		all = append(all, p)
		blank = false
	}
	return all
}

// textLines splits text at its line ends and trims each line; a line of
// spaces, whatever their kind, is empty. Tabs within a line become a space.
func textLines(text string) []string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2029", "\n\n").Replace(text)
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		line = strings.Join(strings.FieldsFunc(line, func(r rune) bool { return r == '\t' }), " ")
		lines[i] = strings.TrimFunc(line, blankSign)
	}
	return lines
}

// blankSign reports whether a sign shows nothing at the edge of a line.
func blankSign(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200B' || r == '\u2060'
}

// wrapWidth is the number of columns that text was wrapped to, or 0.
func wrapWidth(lines []string) int {
	width := 0
	for _, line := range lines {
		width = max(width, utf8.RuneCountInString(line))
	}
	if width < 40 || width > 100 {
		return 0
	}
	pairs, broken := 0, 0
	for i := 0; i+1 < len(lines); i++ {
		if lines[i] == "" || lines[i+1] == "" {
			continue
		}
		pairs++
		if runsOn(lines[i], lines[i+1], width) {
			broken++
		}
	}
	if broken < 3 || broken*2 < pairs {
		return 0
	}
	return width
}

// runsOn reports whether a line was broken only because the first word of the
// next did not fit.
func runsOn(line, next string, width int) bool {
	if line == "" || next == "" || bullet.get().MatchString(next) || number.get().MatchString(next) {
		return false
	}
	first, _, _ := strings.Cut(next, " ")
	return utf8.RuneCountInString(line)+1+utf8.RuneCountInString(first) > width-2
}

var (
	bullet = lazily(`^(?:[•‣◦▪●∙·–—*+-]|\x{F0B7})[\s\x{00A0}]+`)
	number = lazily(`^([0-9]{1,3})[.)][\s\x{00A0}]+`)
)

// plainParagraph makes a paragraph of one line. A bullet becomes the mark of a
// list item.
func plainParagraph(line string) paragraph {
	if mark := bullet.get().FindString(line); mark != "" && len(line) > len(mark) {
		words := line[len(mark):]
		return paragraph{plain: words, prose: briefing.Escape(words), item: 1}
	}
	return paragraph{plain: line, prose: briefing.Escape(line)}
}

// written is paragraphs as prose that reads as they do, whatever is in them.
func written(text []paragraph) briefing.Prose {
	marked := join(text)
	if len(marked) < 5000 {
		return marked
	}
	var plain []string
	for _, p := range text {
		plain = append(plain, p.plain)
	}
	unmarked := strings.Join(plain, "\n\n")
	if slices.Equal(strings.Fields(proseReads(marked)), strings.Fields(unmarked)) {
		return marked
	}
	return briefing.Prose(unmarked) // with so many signs, prose is read as it stands
}

// proseReads is prose as it is printed.
func proseReads(p briefing.Prose) string {
	s := briefing.Statement{Sections: []briefing.Section{{Key: topics, Text: p}}}
	return s.Plain(at(topics))
}

// join writes paragraphs as the prose of one place: a blank line between
// paragraphs, none between the items of a list.
func join(all []paragraph) briefing.Prose {
	var b strings.Builder
	for i, p := range all {
		if i > 0 {
			b.WriteString("\n")
			if p.item == 0 || all[i-1].item == 0 {
				b.WriteString("\n")
			}
		}
		if p.item > 0 {
			b.WriteString(strings.Repeat("  ", p.item-1) + "- ")
		}
		b.WriteString(string(p.prose))
	}
	return briefing.Prose(b.String())
}
