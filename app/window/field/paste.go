package field

import (
	"regexp"
	"strings"

	"fyne.io/fyne/v2"
)

// copied is what was copied last: plain words for other programs, and the
// prose that they were for our own fields.
var copied struct{ plain, prose string }

// Copy puts the selected words on the clipboard, without markup. Pasted into a
// field they have it again.
func (f *Field) Copy() {
	words := f.SelectedText()
	if words == "" {
		return
	}
	copied.plain, copied.prose = words, words
	switch {
	case f.Plain:
	case f.OnCopy != nil:
		copied.plain = f.OnCopy(words)
	default:
		copied.plain = unmarked(words)
	}
	fyne.CurrentApp().Clipboard().SetContent(copied.plain)
}

// Cut puts the selected words on the clipboard and takes them away.
func (f *Field) Cut() {
	f.Copy()
	start, end := f.Selection()
	f.apply(typed(start, end, ""))
}

// Paste puts what the clipboard holds where the selection is. Words from
// another program are brought into the shape of our prose.
func (f *Field) Paste() {
	words := fyne.CurrentApp().Clipboard().Content()
	switch {
	case !f.Plain && words != "" && words == copied.plain:
		f.put(copied.prose, false)
	case f.Plain || f.Headline || f.OnPaste == nil:
		f.PasteWords()
	default:
		f.OnPaste(words, func(prose string) {
			if prose == "" {
				prose = pasted(words)
			}
			f.put(prose, strings.HasSuffix(words, "\n"))
		})
	}
}

// PasteWords is [Field.Paste] with nothing of how the words looked.
func (f *Field) PasteWords() {
	words := fyne.CurrentApp().Clipboard().Content()
	if f.Plain {
		f.put(strings.ReplaceAll(words, "\r\n", "\n"), false)
	} else {
		f.put(pasted(words), strings.HasSuffix(words, "\n"))
	}
}

// put inserts what was pasted; whole means up to the end of a paragraph. A picture has
// no words, and takes none away.
func (f *Field) put(words string, whole bool) {
	switch {
	case words == "":
		return
	case f.Headline:
		words = inOneLine(words)
	case !f.Plain:
		start, end := f.Selection()
		words = parted(f.text, start, end, words, whole)
	}
	f.Insert(words)
}

// parted is what is pasted between start and end, parted from what it would run into:
// a list from the words before it, and whole paragraphs from those behind.
func parted(text string, start, end int, words string, whole bool) string {
	before, behind := text[lineStart(text, start):start], text[end:]
	several := strings.Contains(words, "\n")
	switch mark := bullet(before); {
	case bullet(words) == "" || before == "":
	case before == mark:
		words = words[len(bullet(words)):]
	case mark != "":
		words = "\n" + words
	default:
		words = "\n\n" + words
	}
	switch {
	case behind == "" || behind[0] == '\n':
	case several, whole && before == "":
		words += "\n\n"
	case whole && behind[0] != ' ' && !strings.HasSuffix(words, " "):
		words += " "
	}
	return words
}

// inOneLine joins paragraphs and the items of lists.
func inOneLine(prose string) string {
	var all []string
	for line := range strings.SplitSeq(prose, "\n") {
		if line = line[len(bullet(line)):]; line != "" {
			all = append(all, line)
		}
	}
	return strings.Join(all, " ")
}

// unmarked is prose as other programs are to read it: without the signs, but
// with those before the items of a list.
func unmarked(prose string) string {
	var b strings.Builder
	for line := range strings.SplitAfterSeq(prose, "\n") {
		mark := len(bullet(line))
		b.WriteString(line[:mark])
		for _, s := range spans(line, false) {
			if s.look&sign == 0 {
				b.WriteString(line[max(mark, s.start):max(mark, s.end)])
			}
		}
	}
	return b.String()
}

// pasted brings words from Word, a mail or a web page into the shape of our
// prose: paragraphs parted by a blank line, items that begin with "- ". What a
// clipboard offers is text alone; bullets in it are signs.
func pasted(words string) string {
	words = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n\n", "\v", "\n",
		"\u200B", "", "\uFEFF", "", "\u00AD", "").Replace(words)
	if !strings.Contains(words, "\n") && !listed.MatchString(words) {
		return strings.ReplaceAll(words, "\t", " ")
	}
	all := join(lines(unquoted(words)))
	if strings.HasPrefix(words, " ") && all != "" && !strings.HasPrefix(all, "- ") {
		return " " + all // it goes on in a paragraph
	}
	return all
}

// quoted are the marks that a mail program sets before the lines of an earlier
// mail, one for each time it was answered.
var quoted = regexp.MustCompile(`^[ \t]*>(?:[ \t]?>)*[ \t]?`)

// unquoted is a text without these marks. What was quoted becomes paragraphs of
// its own. One line among others that begins so may mean the sign.
func unquoted(words string) string {
	all := strings.Split(words, "\n")
	blank := func(i int) bool { return i < 0 || i == len(all) || strings.TrimSpace(all[i]) == "" }
	for from := 0; from < len(all); from++ {
		to := from
		for to < len(all) && quoted.MatchString(all[to]) {
			to++
		}
		if to-from > 1 || to-from == 1 && blank(from-1) && blank(to) {
			unquote(all[from:to])
			from = to
		}
	}
	return strings.Join(all, "\n")
}

// unquote takes the marks from lines, and parts those that were quoted more
// often than the line before.
func unquote(lines []string) {
	last := 0
	for i, line := range lines {
		mark := quoted.FindString(line)
		lines[i] = line[len(mark):]
		if depth := strings.Count(mark, ">"); depth != last {
			lines[i] = "\n" + lines[i]
			last = depth
		}
	}
	lines[len(lines)-1] += "\n"
}

// listed is a bullet as other programs write it.
var listed = regexp.MustCompile(`^[ \t\x{A0}]*(?:[•·▪◦‣●○■–]|\x{F0B7}|\x{F0A7}|[-*+o])(?:\t+|[ \x{A0}]+)`)

// spaces are white space that means no more than one space. One that holds two
// words together, as before a French colon, stays.
var spaces = regexp.MustCompile(`\x{A0}*[ \t][ \t\x{A0}]*`)

// lines are the lines of a text without white space at their ends, items with
// our mark before them.
func lines(words string) []string {
	var all []string
	for line := range strings.SplitSeq(words, "\n") {
		item := listed.FindString(line)
		if strings.Contains(item, "o") && !strings.Contains(item, "\t") {
			item = "" // "o" is Word's bullet of the second level only with a tab
		}
		line = strings.TrimSpace(spaces.ReplaceAllString(line[len(item):], " "))
		if item != "" {
			line = "- " + line
		}
		all = append(all, line)
	}
	return all
}

// join puts lines together. Where a text has blank lines, a line that ends
// early was broken by a mail program and reads on; where it has none, each
// line is a paragraph.
func join(lines []string) string {
	for len(lines) > 0 && lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	broken := wrappedByMail(lines)
	var b strings.Builder
	for i, line := range lines {
		if line == "" {
			continue
		}
		if i > 0 && b.Len() > 0 {
			b.WriteString(between(lines[i-1], line, broken))
		}
		b.WriteString(line)
	}
	return b.String()
}

func between(last, line string, broken bool) string {
	item := bullet(line) != ""
	switch {
	case item && bullet(last) != "":
		return "\n"
	case last == "" || item || !broken:
		return "\n\n"
	}
	return " "
}

// wrappedByMail reports whether the text is parted by blank lines and its
// other lines are of the length that mail programs break at.
func wrappedByMail(lines []string) bool {
	blanks, within, longest := 0, 0, 0
	for i, line := range lines {
		if line == "" {
			blanks++
		} else if i > 0 && lines[i-1] != "" && bullet(line) == "" {
			within++
		}
		longest = max(longest, len([]rune(line)))
	}
	return within > 0 && longest <= 80 && longest >= 55 && (blanks > 0 || within > 2)
}
