package intake

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"delegation-briefing/briefing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/text/encoding/charmap"
)

// HTML reads what was copied in a browser, in a mail program or in Word as
// prose: paragraphs, line breaks, lists, emphasis and links stay, and what was
// counted begins with its number. All else goes, also what Word keeps beside the
// words of a text: struck words, comments and notes; whether there were notes it
// reports. A phrase from within a paragraph keeps the spaces at its ends. Text without
// any tags is taken as plain text.
func HTML(r io.Reader) (prose briefing.Prose, notes bool, err error) {
	data, err := readAll(r)
	if err != nil {
		return "", false, err
	}
	text, err := htmlText(data)
	if err != nil {
		return "", false, err
	}
	if !strings.Contains(text, "<") {
		return join(plainParagraphs(text)), false, nil
	}
	h, err := readHTML(text)
	if err != nil {
		return "", false, err
	}
	return h.excerpt.spaced(joinBroken(h.paragraphs())), h.notes, nil
}

// joinBroken is [join] with the lines of a paragraph kept together.
func joinBroken(all []paragraph) briefing.Prose {
	var whole []paragraph
	for _, p := range all {
		if n := len(whole); n > 0 && p.broken && p.item == 0 {
			whole[n-1].prose += "\\\n" + p.prose
			continue
		}
		if p.heading && proseReads("**"+p.prose+"**") == p.plain {
			p.prose = "**" + p.prose + "**"
		}
		whole = append(whole, p)
	}
	return join(whole)
}

var htmlBegin = lazily(`(?is)^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html[\s>])|^Version:[0-9.]+\s+StartHTML:`)

// isHTML reports whether a file is a page of the web.
func isHTML(data []byte) bool {
	return htmlBegin.get().Match(bytes.TrimPrefix(data[:min(len(data), 2000)], []byte("\xEF\xBB\xBF")))
}

var declaredCharset = lazily(`(?i)<meta[^>]+charset\s*=\s*["']?([a-z0-9_-]+)`)

// charsets are encodings that pages declare, besides UTF-8 and Windows-1252,
// which is what pages mean by ISO 8859-1.
var charsets = map[string]*charmap.Charmap{
	"windows-1250": charmap.Windows1250, "windows-1251": charmap.Windows1251, "windows-1253": charmap.Windows1253, "windows-1256": charmap.Windows1256,
	"iso-8859-2": charmap.ISO8859_2, "iso-8859-5": charmap.ISO8859_5, "iso-8859-7": charmap.ISO8859_7, "iso-8859-15": charmap.ISO8859_15, "koi8-r": charmap.KOI8R,
}

// htmlText decodes a page by what it declares, or else as plain text is.
// Windows puts lines of numbers before a page it copies; these go.
func htmlText(data []byte) (string, error) {
	if begin := bytes.IndexByte(data, '<'); begin > 0 && bytes.HasPrefix(data, []byte("Version:")) {
		data = data[begin:]
	}
	if m := declaredCharset.get().FindSubmatch(data[:min(len(data), 4096)]); m != nil {
		if set := charsets[strings.ToLower(string(m[1]))]; set != nil {
			text, err := set.NewDecoder().Bytes(data)
			return strings.Map(blankControls, string(text)), err
		}
	}
	return decode(data)
}

// htmlParagraphs finds the paragraphs of a page, or of its main part where it
// names one, and reports whether notes were left out.
func htmlParagraphs(text string) (all []paragraph, notes bool, err error) {
	h, err := readHTML(text)
	if err != nil {
		return nil, false, err
	}
	return h.paragraphs(), h.notes, nil
}

func readHTML(text string) (*htmlReader, error) {
	h := &htmlReader{tokens: html.NewTokenizer(strings.NewReader(text))}
	h.tokens.SetMaxBuf(briefing.MaxFile)
	for {
		switch h.tokens.Next() {
		case html.ErrorToken:
			h.write.end()
			if err := h.tokens.Err(); err != io.EOF {
				return nil, fmt.Errorf("reading HTML: %w", err)
			}
			return h, nil
		case html.TextToken:
			h.words(string(h.tokens.Text()))
		case html.StartTagToken:
			h.start(h.tokens.Token(), false)
		case html.SelfClosingTagToken:
			h.start(h.tokens.Token(), true)
		case html.EndTagToken:
			h.close(h.tokens.Token())
		case html.CommentToken:
			h.excerpt.mark(string(h.tokens.Text()))
		}
	}
}

// htmlReader reads a page from tag to tag; it needs no tree, so that no
// nesting is too deep for it.
type htmlReader struct {
	tokens *html.Tokenizer
	write  writer

	open     []tag  // that change how words look, the innermost last
	lists    []list // that are open, the innermost last
	pre      int    // open blocks whose line ends count
	skip     string // the element whose content is nobody's to read
	skipped  int    // how often it is open
	main     int    // open main parts
	from, to int    // paragraphs of the main part
	hasMain  bool
	notes    bool            // there were notes
	mark     strings.Builder // of a list item of Word's
	excerpt  excerpt
}

// tag is an open inline element and the look that it gives.
type tag struct {
	atom             atom.Atom
	strong, emphasis bool
	link             string
	mark             bool // holds the bullet or number of Word's list
}

// excerpt is what shows whether a few words were copied from within a
// paragraph, and the spaces at their ends then: these part them from the words
// where they are pasted. A block has none at its ends, as in a browser.
type excerpt struct {
	before, after bool // a space stands there
	begun         bool // there were words
	parted        bool // by the beginning of a block or of a line
	ended         bool // at the mark of the program they were copied in
}

// mark begins anew where a program marks that the copied words begin, after the
// page that it writes around them, and stops where they end.
func (e *excerpt) mark(comment string) {
	switch strings.TrimSpace(comment) {
	case "StartFragment":
		*e = excerpt{}
	case "EndFragment":
		e.ended = true
	}
}

func (e *excerpt) part() {
	e.parted = e.parted || !e.ended
}

// read takes in more of the text. Outside all elements, the end of a line
// belongs to the page around the words.
func (e *excerpt) read(text string, inside bool) {
	space := func(blank string) bool {
		return strings.ContainsFunc(blank, unicode.IsSpace) && (inside || !strings.ContainsAny(blank, "\r\n"))
	}
	words := strings.TrimFunc(text, blankSign)
	before, after, _ := strings.Cut(text, words)
	switch {
	case e.ended:
	case words != "":
		e.before = e.before || !e.begun && space(before)
		e.begun, e.after = true, space(after)
	case e.begun:
		e.after = e.after || space(text)
	default:
		e.before = e.before || space(text)
	}
}

// spaced is the prose of the excerpt with the spaces at its ends.
func (e *excerpt) spaced(prose briefing.Prose) briefing.Prose {
	if e.parted || prose == "" {
		return prose
	}
	if e.before {
		prose = " " + prose
	}
	if e.after {
		prose += " "
	}
	return prose
}

func (h *htmlReader) paragraphs() []paragraph {
	if h.main > 0 {
		h.to = len(h.write.all)
	}
	if h.hasMain && h.to > h.from {
		return h.write.all[h.from:h.to]
	}
	return h.write.all
}

// unread are elements with words that no reader of the page sees as its text.
var unread = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Template: true, atom.Noscript: true, atom.Svg: true,
	atom.Nav: true, atom.Button: true, atom.Select: true, atom.Textarea: true, atom.Iframe: true, atom.Object: true, atom.Title: true,
}

// blocks are elements that end the paragraph before them.
var blocks = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true,
	atom.Ul: true, atom.Ol: true, atom.Li: true, atom.Table: true, atom.Tr: true, atom.Td: true, atom.Th: true, atom.Blockquote: true,
	atom.Address: true, atom.Article: true, atom.Section: true, atom.Header: true, atom.Footer: true, atom.Main: true, atom.Aside: true,
	atom.Pre: true, atom.Hr: true, atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Figure: true, atom.Figcaption: true, atom.Body: true, atom.Form: true, atom.Center: true, atom.Caption: true,
}

func isHeadingTag(a atom.Atom) bool {
	switch a {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

func (h *htmlReader) start(t html.Token, closed bool) {
	if h.skip == "p" && blocks[t.DataAtom] {
		h.skip, h.skipped = "", 0 // a block ends a paragraph, though it is not said
	}
	if h.skipped > 0 {
		if t.Data == h.skip && !closed {
			h.skipped++
		}
		return
	}
	s := readStyle(attribute(t, "style"))
	note := isNote(t, s)
	h.notes = h.notes || note
	if note || unread[t.DataAtom] || hidden(t, s) || outside(t, s) {
		if !closed && !void[t.DataAtom] {
			h.skip, h.skipped = t.Data, 1
		}
		return
	}
	switch {
	case t.DataAtom == atom.Br:
		h.excerpt.part()
		h.write.line()
		return
	case blocks[t.DataAtom]:
		h.block(t, s)
		return
	case closed || void[t.DataAtom]:
		return
	}
	h.inline(t, s)
}

// outside reports whether an element holds words that Word keeps beside those
// of the text: struck ones, comments and the signs that lead to them. The
// words that a comment is about are none of these.
func outside(t html.Token, s style) bool {
	switch s["mso-element"] {
	case "comment-list", "comment":
		return true
	}
	return t.DataAtom == atom.Del || hasClass(t, "msoDel", "msocomtxt", "msocomanchor", "MsoCommentText", "MsoCommentReference")
}

// isNote reports whether an element holds notes or leads to one. A page that
// was saved without what only Word understands tells by its classes alone.
func isNote(t html.Token, s style) bool {
	switch s["mso-element"] {
	case "footnote-list", "endnote-list", "footnote", "endnote":
		return true
	}
	return s["mso-footnote-id"] != "" || s["mso-endnote-id"] != "" ||
		hasClass(t, "MsoFootnoteReference", "MsoEndnoteReference", "MsoFootnoteText", "MsoEndnoteText")
}

// hasClass reports whether an element has one of the classes.
func hasClass(t html.Token, classes ...string) bool {
	return slices.ContainsFunc(strings.Fields(attribute(t, "class")), func(class string) bool {
		return slices.Contains(classes, class)
	})
}

// void are elements that have no end.
var void = map[atom.Atom]bool{atom.Img: true, atom.Br: true, atom.Hr: true, atom.Meta: true, atom.Link: true, atom.Input: true, atom.Wbr: true, atom.Col: true, atom.Source: true, atom.Area: true, atom.Base: true, atom.Embed: true, atom.Track: true}

// hidden reports whether an element does not show, or is an ornament that no
// screen reader reads.
func hidden(t html.Token, s style) bool {
	for _, a := range t.Attr {
		if a.Key == "hidden" || a.Key == "aria-hidden" && strings.EqualFold(a.Val, "true") {
			return true
		}
	}
	return s["display"] == "none" || s["mso-hide"] == "all"
}

func attribute(t html.Token, name string) string {
	for _, a := range t.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// style is how an element looks: its properties by their whole names, since
// Word has others that end alike, such as mso-bidi-font-weight.
type style map[string]string

// readStyle reads a style as an element bears it, without spaces and in lower
// case.
func readStyle(written string) style {
	if written == "" {
		return nil
	}
	s := style{}
	for property := range strings.SplitSeq(strings.ToLower(strings.Join(strings.Fields(written), "")), ";") {
		if name, value, ok := strings.Cut(property, ":"); ok {
			s[name] = strings.TrimSuffix(value, "!important")
		}
	}
	return s
}

func (s style) bold() bool {
	switch s["font-weight"] {
	case "bold", "bolder", "600", "700", "800", "900":
		return true
	}
	return false
}

func (s style) thin() bool {
	return s["font-weight"] == "normal" || s["font-weight"] == "400"
}

func (s style) italic() bool {
	return s["font-style"] == "italic" || s["font-style"] == "oblique"
}

var wordLevel = lazily(`level([1-9])`)

func (h *htmlReader) block(t html.Token, s style) {
	h.excerpt.part()
	h.write.end()
	h.open = nil
	switch t.DataAtom {
	case atom.Ul, atom.Ol:
		h.openList(t, s)
	case atom.Li:
		h.item(t, s)
	case atom.Pre:
		h.pre++
	case atom.Main:
		if h.main == 0 && !h.hasMain {
			h.hasMain, h.from = true, len(h.write.all)
		}
		h.main++
	}
	if len(h.lists) == 0 {
		h.write.item, h.write.number = 0, ""
	}
	h.write.heading = isHeadingTag(t.DataAtom) || strings.HasPrefix(attribute(t, "class"), "MsoTitle")
	if m := wordLevel.get().FindStringSubmatch(s["mso-list"]); m != nil && t.DataAtom == atom.P {
		h.write.item = int(m[1][0] - '0')
		h.mark.Reset()
	}
}

func (h *htmlReader) inline(t html.Token, s style) {
	if len(h.open) > 100 {
		return // nobody nests so deep; the words are read all the same
	}
	in := tag{atom: t.DataAtom}
	switch t.DataAtom {
	case atom.B, atom.Strong:
		in.strong = !s.thin() // a whole page from an editor in the web stands in such a tag
	case atom.I, atom.Em, atom.Cite:
		in.emphasis = s["font-style"] != "normal"
	case atom.A:
		in.link = attribute(t, "href")
	}
	in.strong = in.strong || s.bold()
	in.emphasis = in.emphasis || s.italic()
	in.mark = s["mso-list"] == "ignore"
	h.open = append(h.open, in)
}

func (h *htmlReader) close(t html.Token) {
	a := t.DataAtom
	if h.skipped > 0 {
		if t.Data == h.skip {
			h.skipped--
		}
		return
	}
	if blocks[a] {
		h.closeBlock(a)
		return
	}
	for i := len(h.open) - 1; i >= 0; i-- {
		if h.open[i].atom == a {
			if h.open[i].mark {
				h.takeMark()
			}
			h.open = h.open[:i]
			return
		}
	}
}

func (h *htmlReader) closeBlock(a atom.Atom) {
	h.write.end()
	h.open = nil
	switch a {
	case atom.Li:
		h.write.item, h.write.number = 0, ""
	case atom.Ul, atom.Ol:
		h.write.item, h.write.number = 0, ""
		h.closeList()
	case atom.Pre:
		h.pre = max(h.pre-1, 0)
	case atom.Main:
		if h.main = max(h.main-1, 0); h.main == 0 {
			h.to = len(h.write.all)
		}
	}
}

func (h *htmlReader) words(text string) {
	if h.skipped > 0 {
		return
	}
	var look run
	for _, t := range h.open {
		look.strong = look.strong || t.strong
		look.emphasis = look.emphasis || t.emphasis
		if t.link != "" {
			look.link = t.link
		}
		if t.mark {
			h.mark.WriteString(text)
			return
		}
	}
	h.excerpt.read(text, len(h.open) > 0)
	if h.pre == 0 {
		h.write.text(text, look)
		return
	}
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			h.write.line()
		}
		h.write.text(line, look)
	}
}
