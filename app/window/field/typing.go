package field

import (
	"regexp"
	"strings"
)

// An edit is the text after a key, and where it leaves the selection.
type edit struct {
	start, end int    // bytes that are replaced
	words      string // by these
	from, to   int    // selection afterwards, counted from the start of words
}

// enter is the Enter key between start and end of the text: a new paragraph,
// a new item of a list, or the end of a list where the item is empty.
func enter(text string, start, end int) edit {
	line := text[lineStart(text, start):lineEnd(text, start)]
	mark := bullet(line)
	switch {
	case mark == "":
		return typed(start, end, "\n\n")
	case strings.TrimSpace(line) == strings.TrimSpace(mark) && start == end:
		return endList(text, start)
	case start-lineStart(text, start) < len(mark): // before the item
		return typed(start, end, "\n")
	}
	return typed(start, end, "\n"+mark)
}

// breakLine is Shift+Enter: a line broken within the paragraph.
func breakLine(start, end int) edit { return typed(start, end, "\\\n") }

// backspace takes away the character before the caret, or what parts this
// paragraph from the one before.
func backspace(text string, at int) edit {
	from := lineStart(text, at)
	if mark := bullet(text[from:at]); mark != "" && from+len(mark) == at {
		return endList(text, at)
	}
	to := before(text, at)
	if text[to:at] == "\n" && to > 0 && text[to-1] == '\\' {
		to--
	}
	return typed(to, at, "")
}

// forward takes away the character after the caret, or what parts this
// paragraph from the next.
func forward(text string, at int) edit {
	if strings.HasPrefix(text[at:], "\\\n") {
		return typed(at, at+2, "")
	}
	end := after(text, at)
	if strings.HasSuffix(text[at:end], "\n") {
		end += len(bullet(text[end:lineEnd(text, end)]))
	}
	return typed(at, end, "")
}

// endList makes a paragraph of the item at the caret.
func endList(text string, at int) edit {
	from := lineStart(text, at)
	to := from + len(bullet(text[from:lineEnd(text, from)]))
	if from > 0 && bullet(text[lineStart(text, from-1):from-1]) != "" {
		return typed(from, to, "\n") // else the words would read on from the item above
	}
	return typed(from, to, "")
}

// bullet is the mark that makes a line an item of a list, "" where it is none.
func bullet(line string) string {
	indent := len(line) - len(strings.TrimLeft(line, " "))
	rest := line[indent:]
	for _, sign := range []string{"- ", "+ ", "* "} {
		if strings.HasPrefix(rest, sign) {
			return line[:indent+2]
		}
	}
	return ""
}

// link makes a link of what is selected, or of the word at the caret, and
// selects the address that is to be written. Where there are no words they are
// to be written first: again, and the address is selected.
func link(text string, start, end int) edit {
	if from, to, ok := addressFor(text, start); ok && start == end {
		return selected(from, to, text[from:to], 0, to-from)
	}
	if start == end {
		start, end = wordStart(text, start), wordEnd(text, end)
	}
	if start == end {
		return selected(start, end, "[](https://)", 1, 1)
	}
	start, end = withoutBlanks(text, start, min(end, lineEnd(text, start)))
	words, target := text[start:end], "https://"
	switch {
	case strings.Contains(words, "@") && !strings.ContainsAny(words, " \n"):
		target = "mailto:" + words
	case strings.HasPrefix(words, "http://"), strings.HasPrefix(words, "https://"):
		target = words
	}
	at := len(words) + len("[](")
	return selected(start, end, "["+words+"]("+target+")", at, at+len(target))
}

// addressFor finds the address of the link whose words an offset is in.
func addressFor(text string, at int) (from, to int, ok bool) {
	start := lineStart(text, at)
	for _, m := range writtenLink.FindAllStringSubmatchIndex(text[start:lineEnd(text, at)], -1) {
		if m[2] <= at-start && at-start <= m[3] {
			return start + m[4], start + m[5], true
		}
	}
	return 0, 0, false
}

// behindLink is where the link ends whose address the selection is in.
func behindLink(text string, start, end int) (behind int, ok bool) {
	line := lineStart(text, start)
	for _, m := range writtenLink.FindAllStringSubmatchIndex(text[line:lineEnd(text, start)], -1) {
		if line+m[4] <= start && end <= line+m[5] {
			return line + m[1], true
		}
	}
	return 0, false
}

// withoutBlanks leaves the spaces at both ends out.
func withoutBlanks(text string, start, end int) (from, to int) {
	words := text[start:end]
	from = start + len(words) - len(strings.TrimLeft(words, " "))
	return from, max(from, start+len(strings.TrimRight(words, " ")))
}

var writtenLink = regexp.MustCompile(`\[([^\[\]]*)\]\(([^()\s]*)\)`)

// list makes items of the paragraphs from start to end, or paragraphs of the
// items where all of them are.
func list(text string, start, end int) edit {
	from, to := lineStart(text, start), lineEnd(text, end)
	var lines []string
	items := true
	for line := range strings.SplitSeq(text[from:to], "\n") {
		if strings.TrimSpace(line) == "" && len(text[from:to]) > 0 {
			continue
		}
		lines = append(lines, line)
		items = items && bullet(line) != ""
	}
	part := "\n"
	for i, line := range lines {
		line = strings.TrimPrefix(line, bullet(line))
		if !items {
			line = "- " + line
		}
		lines[i] = line
	}
	if items {
		part = "\n\n"
	}
	words := strings.Join(lines, part)
	if start == end {
		at := len(words) - min(to-start, len(words))
		return selected(from, to, words, at, at)
	}
	return selected(from, to, words, 0, len(words))
}

func typed(start, end int, words string) edit {
	return edit{start, end, words, len(words), len(words)}
}

func selected(start, end int, words string, from, to int) edit {
	return edit{start, end, words, from, to}
}

// apply makes an edit.
func (f *Field) apply(e edit) {
	if f.ReadOnly {
		return
	}
	f.replace(e.start, e.end, e.words)
	if e.from != len(e.words) || e.to != e.from {
		f.Select(e.start+e.from, e.start+e.to)
	}
}

// Strong toggles **strong** on the selection or the word at the caret.
func (f *Field) Strong() { f.markup(func(a, b int) edit { return emphasise(f.text, a, b, "**") }) }

// Emphasise toggles *emphasis* on the selection or the word at the caret.
func (f *Field) Emphasise() { f.markup(func(a, b int) edit { return emphasise(f.text, a, b, "*") }) }

// List makes a list of the paragraphs touched by the selection, or the reverse.
func (f *Field) List() { f.markup(func(a, b int) edit { return list(f.text, a, b) }) }

// Link makes a link of the selection and selects its address.
func (f *Field) Link() { f.markup(func(a, b int) edit { return link(f.text, a, b) }) }

func (f *Field) markup(change func(start, end int) edit) {
	if f.Plain {
		return
	}
	start, end := f.Selection()
	f.apply(change(start, end))
}
