package press

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"delegation-briefing/briefing"
)

// WriteText writes a statement as plain text in UTF-8, for a mail: a blank line
// between paragraphs, the lines of a contact together, "- " before the items
// of a list.
func WriteText(w io.Writer, s briefing.Statement, t briefing.Template, o Options) error {
	out := textWriter{w: bufio.NewWriter(w), wrap: o.Wrap}
	if mark := o.mark(s); mark != "" {
		out.behind("", mark)
		out.apart()
	}
	all := paragraphs(s, t, o.Sheet)
	for i, p := range all {
		out.paragraph(p)
		if i+1 < len(all) && !together(p, all[i+1]) {
			out.apart()
		}
	}
	if err := out.w.Flush(); err != nil {
		return fmt.Errorf("writing text: %w", err)
	}
	return nil
}

// together reports whether no blank line parts two paragraphs.
func together(a, b paragraph) bool {
	return a.style == itemStyle && b.style == itemStyle ||
		a.style == contactStyle && b.style == contactStyle && !a.last
}

type textWriter struct {
	w    *bufio.Writer // keeps the first error until Flush
	wrap int
}

func (t textWriter) apart() { t.w.WriteString("\n") }

func (t textWriter) paragraph(p paragraph) {
	mark := ""
	switch p.style {
	case itemStyle:
		mark = strings.Repeat("  ", p.level-1) + "- "
	case numberedStyle:
		mark = strconv.Itoa(p.number) + ". "
	}
	t.behind(mark, p.words())
}

// behind writes words behind a mark; those after the first stand below its
// end.
func (t textWriter) behind(mark, words string) {
	indent := strings.Repeat(" ", utf8.RuneCountInString(mark))
	if t.wrap <= 0 {
		indent = ""
	}
	for line := range strings.SplitSeq(words, "\n") {
		for _, part := range t.lines(line, len(indent)) {
			t.w.WriteString(strings.TrimRight(mark+part, " ") + "\n")
			mark = indent
		}
	}
}

// lines breaks a line at its spaces so that it fits beside an indent. A word
// that is too long stands alone.
func (t textWriter) lines(line string, indent int) []string {
	if t.wrap <= 0 {
		return []string{line}
	}
	var lines []string
	var current strings.Builder
	column := 0
	for word := range strings.SplitSeq(line, " ") {
		width := utf8.RuneCountInString(word)
		if column > 0 && indent+column+1+width > t.wrap {
			lines = append(lines, current.String())
			current.Reset()
			column = 0
		}
		if column > 0 {
			current.WriteString(" ")
			column++
		}
		current.WriteString(word)
		column += width
	}
	return append(lines, current.String())
}
