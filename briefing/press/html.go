package press

import (
	"bufio"
	"fmt"
	"html"
	"io"
	"strconv"
	"strings"

	"delegation-briefing/briefing"
)

// WriteHTML writes a statement as a page for the web: headings, lists,
// addresses and links are what they are called, the language of every paragraph
// is named, and nothing is loaded or run. A link that leads anywhere but to a
// page, a mailbox or a telephone is written as plain words.
func WriteHTML(w io.Writer, s briefing.Statement, t briefing.Template, o Options) error {
	all := paragraphs(s, t, o.Sheet)
	out := htmlWriter{w: bufio.NewWriter(w), s: s}
	out.head(title(s, all), o)
	for i, p := range all {
		out.paragraph(p, i+1 == len(all))
	}
	out.put("</main>\n</body>\n</html>\n")
	if err := out.w.Flush(); err != nil {
		return fmt.Errorf("writing HTML: %w", err)
	}
	return nil
}

// look is the style sheet: enough to read and to print.
const look = `body{max-width:40em;margin:2em auto;padding:0 1em;font:1.0625em/1.5 Georgia,serif;color:#1a1a1a;background:#fff}
h1{font-size:1.6em;line-height:1.25}h2{font-size:1.2em;margin-top:2em}h3{font-size:1em}
a{color:#0b4f8a}.dateline,.mark{color:#555}.mark{font-weight:bold}address{font-style:normal;margin:1em 0}mark{background:#ffe9a8}
@media print{body{max-width:none;margin:0}a{color:inherit}}`

type htmlWriter struct {
	w     *bufio.Writer // keeps the first error until Flush
	s     briefing.Statement
	level int  // of open lists
	block bool // an address is open
}

func (h *htmlWriter) put(parts ...string) {
	for _, part := range parts {
		h.w.WriteString(part)
	}
}

func (h *htmlWriter) head(title string, o Options) {
	lang := escape(h.s.Language)
	h.put("<!DOCTYPE html>\n<html lang=\"", lang, "\" dir=\"", direction(h.s.Language), "\">\n<head>\n<meta charset=\"utf-8\">\n",
		"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
		"<title>", escape(title), "</title>\n")
	for _, meta := range [][2]string{{"author", o.Info.Author}, {"description", o.Info.Subject}, {"keywords", o.Info.Keywords}, {"generator", o.Info.Program}} {
		if meta[1] != "" {
			h.put("<meta name=\"", meta[0], "\" content=\"", escape(meta[1]), "\">\n")
		}
	}
	h.put("<style>\n", look, "\n</style>\n</head>\n<body>\n<main>\n")
	if mark := o.mark(h.s); mark != "" {
		h.put("<p class=\"mark\">", escape(mark), "</p>\n")
	}
}

func direction(lang string) string {
	if rightToLeft(lang) {
		return "rtl"
	}
	return "ltr"
}

func (h *htmlWriter) paragraph(p paragraph, last bool) {
	h.lists(p.level)
	switch p.style {
	case titleStyle:
		h.element("h1", "", p)
	case datelineStyle:
		h.element("p", ` class="dateline"`, p)
	case embargoStyle:
		h.element("p", ` class="mark"`, p)
	case headingStyle:
		h.element("h2", "", p)
	case subheadingStyle:
		h.element("h3", "", p)
	case itemStyle:
		h.put("<li>")
		h.spans(p)
	case numberedStyle:
		h.put("<p>", strconv.Itoa(p.number), ". ")
		h.spans(p)
		h.put("</p>\n")
	case contactStyle:
		h.contactLine(p)
	default:
		h.element("p", "", p)
	}
	if last {
		h.lists(0)
	}
}

func (h *htmlWriter) element(name, attributes string, p paragraph) {
	h.put("<", name, attributes, ">")
	h.spans(p)
	h.put("</", name, ">\n")
}

// lists opens and closes lists until an item of that level can stand. A list
// inside a list stands in the item before it.
func (h *htmlWriter) lists(level int) {
	if level <= h.level && h.level > 0 {
		h.put("</li>\n")
	}
	for ; h.level > level; h.level-- {
		h.put("</ul>\n")
		if h.level > 1 {
			h.put("</li>\n")
		}
	}
	for ; h.level < level; h.level++ {
		h.put("<ul>\n")
		if h.level+1 < level {
			h.put("<li>")
		}
	}
}

// contactLine writes a line of a person into one address.
func (h *htmlWriter) contactLine(p paragraph) {
	if !h.block {
		h.put("<address>\n")
	}
	h.spans(p)
	h.block = !p.last
	if p.last {
		h.put("\n</address>\n")
	} else {
		h.put("<br>\n")
	}
}

func (h *htmlWriter) spans(p paragraph) {
	for _, s := range p.spans {
		h.span(s)
	}
}

func (h *htmlWriter) span(s briefing.Span) {
	words := strings.ReplaceAll(escape(s.Text), "\n", "<br>\n")
	wrap := func(open, name string) { words = open + words + "</" + name + ">" }
	if s.Emphasis {
		wrap("<em>", "em")
	}
	if s.Strong {
		wrap("<strong>", "strong")
	}
	if s.Gap {
		wrap("<mark>", "mark")
	}
	if s.Language != "" {
		wrap(`<span lang="`+escape(s.Language)+`" dir="`+direction(s.Language)+`">`, "span")
	}
	if safeLink(s.Link) {
		wrap(`<a href="`+escape(s.Link)+`">`, "a")
	}
	h.put(words)
}

// escape writes words so that HTML reads them as words. Signs that HTML may
// not hold become U+FFFD.
func escape(words string) string {
	return html.EscapeString(strings.Map(printable, words))
}

// printable is the sign itself where XML and HTML may hold it.
func printable(r rune) rune {
	switch {
	case r == '\n' || r == '\t',
		r >= 0x20 && r < 0x7F, r >= 0xA0 && r < 0xD800, r >= 0xE000 && r < 0xFFFE, r >= 0x10000 && r <= 0x10FFFF:
		return r
	case r == '\r':
		return ' '
	}
	return '\uFFFD'
}
