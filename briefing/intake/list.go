package intake

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// list is an open list of a page. Prose has lists with bullets only; an item
// that the page counts begins with its number, as a paragraph or, within a list
// with bullets, as an item of it.
type list struct {
	counted bool
	next    int
	form    string // of the numbers, as HTML or a style calls it
	depth   int    // nesting among lists with bullets; 0: none around it
}

func (h *htmlReader) openList(t html.Token, s style) {
	l := list{counted: t.DataAtom == atom.Ol, next: 1, form: form(t, s)}
	if n := len(h.lists); n > 0 {
		l.depth = h.lists[n-1].depth
	}
	if l.depth > 0 || !l.counted {
		l.depth++
	}
	if n, err := strconv.Atoi(attribute(t, "start")); err == nil {
		l.next = n
	}
	h.lists = append(h.lists, l)
}

func (h *htmlReader) closeList() {
	if n := len(h.lists); n > 0 {
		h.lists = h.lists[:n-1]
	}
}

// item begins an item of the innermost list.
func (h *htmlReader) item(t html.Token, s style) {
	if len(h.lists) == 0 {
		h.lists = []list{{depth: 1}}
	}
	l := &h.lists[len(h.lists)-1]
	h.write.item, h.write.number = min(l.depth, deepestItem), ""
	if !l.counted {
		return
	}
	if n, err := strconv.Atoi(attribute(t, "value")); err == nil {
		l.next = n
	}
	own := form(t, s)
	if own == "" {
		own = l.form
	}
	h.write.number = counted(l.next, own)
	l.next++
}

// form is how an element wants numbers to look, or "".
func form(t html.Token, s style) string {
	if s["list-style-type"] != "" {
		return s["list-style-type"]
	}
	return attribute(t, "type")
}

// counted is the mark of an item, such as "2. " or "b. ". Where letters do not
// reach, figures do.
func counted(n int, form string) string {
	mark := strconv.Itoa(n)
	switch form {
	case "none":
		return ""
	case "a", "lower-alpha", "lower-latin":
		mark = letters(n)
	case "A", "upper-alpha", "upper-latin":
		mark = strings.ToUpper(letters(n))
	case "i", "lower-roman":
		mark = inRoman(n)
	case "I", "upper-roman":
		mark = strings.ToUpper(inRoman(n))
	}
	return mark + ". "
}

// letters counts a, b … z, aa, ab and so on.
func letters(n int) string {
	if n < 1 {
		return strconv.Itoa(n)
	}
	mark := ""
	for ; n > 0; n = (n - 1) / 26 {
		mark = string(rune('a'+(n-1)%26)) + mark
	}
	return mark
}

var romans = []struct {
	value int
	sign  string
}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}}

func inRoman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	mark := ""
	for _, r := range romans {
		for ; n >= r.value; n -= r.value {
			mark += r.sign
		}
	}
	return mark
}

// takeMark reads the mark that Word wrote before an item: a number or a letter
// that counts is part of the text, a bullet is not, even one that is an "o".
func (h *htmlReader) takeMark() {
	mark := strings.Join(strings.Fields(h.mark.String()), " ")
	if strings.ContainsFunc(mark, unicode.IsDigit) || utf8.RuneCountInString(mark) > 1 && strings.ContainsFunc(mark, unicode.IsLetter) {
		h.write.item, h.write.number = 0, mark+" "
	}
	h.mark.Reset()
}
