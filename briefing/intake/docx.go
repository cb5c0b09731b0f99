package intake

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"delegation-briefing/briefing"
)

// isDOCX reports whether a file is packed as DOCX is.
func isDOCX(data []byte) bool {
	if !bytes.HasPrefix(data, []byte("PK\x03\x04")) {
		return false
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return false
	}
	_, err = z.Open(documentPart)
	return err == nil
}

const documentPart = "word/document.xml"

// docxParagraphs finds the paragraphs of a document of Word's. Headings, lists,
// numbers, emphasis and links stay, and a note stands in square brackets where
// it was called; what was deleted with tracked changes, page headers and
// comments go.
func docxParagraphs(data []byte) ([]paragraph, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, &briefing.FileError{Message: "the DOCX file is damaged: get the whole file"}
	}
	d := docxReader{styles: map[string]docxStyle{}, links: map[string]string{}, lists: map[string]docxList{}, counts: map[string]int{}, notes: map[string]string{}}
	for _, part := range []struct {
		name string
		read func(*xml.Decoder) error
	}{
		{"word/styles.xml", d.readStyles}, {"word/numbering.xml", d.readNumbering},
		{"word/_rels/document.xml.rels", d.readLinks}, {"word/footnotes.xml", d.readNotes}, {"word/endnotes.xml", d.readNotes},
		{documentPart, d.readBody},
	} {
		if err := readPart(z, part.name, part.read); err != nil {
			return nil, err
		}
	}
	return d.write.all, nil
}

// readPart unpacks a part of the file as far as a text can be long, so that a
// small file cannot become a huge one. A part that is not there is empty.
func readPart(z *zip.Reader, name string, read func(*xml.Decoder) error) error {
	f, err := z.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return &briefing.FileError{Message: "the DOCX file is damaged: " + path.Base(name) + " cannot be unpacked"}
	}
	defer f.Close()
	longest := briefing.MaxFile
	if name != documentPart {
		longest /= 8
	}
	tooLong := &briefing.FileError{Message: fmt.Sprintf("the text in the DOCX file is larger than %d MB", longest>>20)}
	if info, err := f.Stat(); err == nil && info.Size() > int64(longest) {
		return tooLong
	}
	limited := &io.LimitedReader{R: f, N: int64(longest) + 1}
	err = read(xml.NewDecoder(limited))
	var broken *xml.SyntaxError
	switch {
	case limited.N <= 0:
		return tooLong // though it said that it is not
	case errors.As(err, &broken):
		return &briefing.FileError{Message: fmt.Sprintf("the DOCX file is damaged: %s, line %d", path.Base(name), broken.Line)}
	case err != nil:
		return &briefing.FileError{Message: fmt.Sprintf("the DOCX file is damaged: %s: %v", path.Base(name), err)}
	}
	return nil
}

// deepest is how far elements may be nested.
const deepest = 500

var (
	errDeep     = errors.New("it is nested deeper than any text")
	errDeclares = errors.New("it declares entities, which no document of Word's does")
)

// eachElement calls start and end for the elements of a part and text for the
// words between. The path holds the names of the open elements.
func eachElement(dec *xml.Decoder, start func(path []string, e xml.StartElement), text func(path []string, words []byte), end func(path []string)) error {
	var open []string
	for {
		token, err := dec.RawToken()
		if err == io.EOF {
			if len(open) > 0 {
				return io.ErrUnexpectedEOF
			}
			return nil
		}
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.Directive:
			return errDeclares
		case xml.StartElement:
			if open = append(open, token.Name.Local); len(open) > deepest {
				return errDeep
			}
			start(open, token)
		case xml.CharData:
			text(open, token)
		case xml.EndElement:
			if len(open) == 0 || open[len(open)-1] != token.Name.Local {
				return errors.New("its elements do not match")
			}
			end(open)
			open = open[:len(open)-1]
		}
	}
}

func noText([]string, []byte) {}
func noEnd([]string)          {}

// docxReader reads the parts of one document.
type docxReader struct {
	styles map[string]docxStyle
	links  map[string]string   // targets by the names the text uses
	lists  map[string]docxList // by number and level
	counts map[string]int      // of numbered paragraphs, as lists
	notes  map[string]string   // words of footnotes and endnotes that are still to be called

	write   writer
	outer   []writer // of paragraphs around a text box
	list    string   // number of the paragraph's list
	level   int
	look    run
	link    string
	skipped int // open elements whose words do not show
}

// docxStyle is what a style of paragraphs or words means.
type docxStyle struct {
	heading bool
	list    string
	hidden  string // "true" or "false"; "": it does not say
	basedOn string
}

// docxList is one level of a list.
type docxList struct {
	numbered bool
	start    int
}

func value(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// on reports whether a switch such as <w:b/> is on.
func on(e xml.StartElement) bool {
	switch value(e, "val") {
	case "0", "false", "off", "none":
		return false
	}
	return true
}

func (d *docxReader) readStyles(dec *xml.Decoder) error {
	id := ""
	return eachElement(dec, func(_ []string, e xml.StartElement) {
		s := d.styles[id]
		switch e.Name.Local {
		case "style":
			id = value(e, "styleId")
			return
		case "name":
			name := strings.ToLower(value(e, "val"))
			s.heading = s.heading || name == "title" || strings.HasPrefix(name, "heading ")
		case "basedOn":
			s.basedOn = value(e, "val")
		case "numId":
			s.list = value(e, "val")
		case "vanish":
			s.hidden = strconv.FormatBool(on(e))
		case "outlineLvl":
			level, err := strconv.Atoi(value(e, "val"))
			s.heading = s.heading || err == nil && level < 9
		default:
			return
		}
		if id != "" {
			d.styles[id] = s
		}
	}, noText, noEnd)
}

// style is a style with what it takes from those it is based on.
func (d *docxReader) style(id string) docxStyle {
	s := d.styles[id]
	for base, n := s.basedOn, 0; base != "" && n < 20; n++ {
		from := d.styles[base]
		s.heading = s.heading || from.heading
		if s.list == "" {
			s.list = from.list
		}
		if s.hidden == "" {
			s.hidden = from.hidden
		}
		base = from.basedOn
	}
	return s
}

func (d *docxReader) readNumbering(dec *xml.Decoder) error {
	levels := map[string]docxList{} // by abstract number and level
	abstract, level, list := "", "", ""
	return eachElement(dec, func(open []string, e xml.StartElement) {
		key := abstract + "/" + level
		l := levels[key]
		switch e.Name.Local {
		case "abstractNum":
			abstract = value(e, "abstractNumId")
		case "lvl":
			level = value(e, "ilvl")
		case "numFmt":
			l.numbered = strings.HasPrefix(value(e, "val"), "decimal")
			levels[key] = l
		case "start":
			l.start, _ = strconv.Atoi(value(e, "val"))
			levels[key] = l
		case "num":
			list = value(e, "numId")
		case "abstractNumId":
			for n := range 9 {
				d.lists[list+"/"+strconv.Itoa(n)] = levels[value(e, "val")+"/"+strconv.Itoa(n)]
			}
		}
	}, noText, noEnd)
}

func (d *docxReader) readLinks(dec *xml.Decoder) error {
	return eachElement(dec, func(_ []string, e xml.StartElement) {
		if strings.HasSuffix(value(e, "Type"), "/hyperlink") {
			d.links[value(e, "Id")] = value(e, "Target")
		}
	}, noText, noEnd)
}

// readNotes reads the words of the footnotes or endnotes.
func (d *docxReader) readNotes(dec *xml.Decoder) error {
	note := docxReader{styles: d.styles, lists: d.lists, counts: map[string]int{}}
	key := ""
	is := func(name string) bool { return name == "footnote" || name == "endnote" }
	return eachElement(dec, func(open []string, e xml.StartElement) {
		if is(e.Name.Local) {
			key = e.Name.Local + "/" + value(e, "id")
		}
		note.start(open, e)
	}, note.text, func(open []string) {
		note.end(open)
		if is(open[len(open)-1]) {
			var all []string
			for _, p := range note.write.all {
				all = append(all, p.plain)
			}
			d.notes[key], note.write.all = strings.Join(all, " "), nil
		}
	})
}

func (d *docxReader) readBody(dec *xml.Decoder) error {
	return eachElement(dec, d.start, d.text, d.end)
}

// unshown are elements whose words a reader of the document does not see: what
// was deleted or moved away, and the older twin of a drawing.
func unshown(name string) bool {
	switch name {
	case "del", "moveFrom", "Fallback", "instrText", "delText":
		return true
	}
	return false
}

func (d *docxReader) start(open []string, e xml.StartElement) {
	name := e.Name.Local
	if unshown(name) {
		d.skipped++
	}
	if d.skipped > 0 {
		return
	}
	properties := ""
	if len(open) > 1 {
		properties = open[len(open)-2]
	}
	switch {
	case name == "p":
		d.outer = append(d.outer, d.write)
		d.write = writer{all: d.write.all}
		d.list, d.level = "", 0
	case properties == "pPr":
		d.paragraphProperty(e)
	case properties == "numPr":
		d.listProperty(e)
	case name == "r":
		d.look = run{link: d.link}
	case properties == "rPr":
		d.runProperty(e)
	case name == "hyperlink":
		d.link = d.links[value(e, "id")]
	case properties == "r":
		d.sign(e)
	}
}

func (d *docxReader) paragraphProperty(e xml.StartElement) {
	switch e.Name.Local {
	case "pStyle":
		s := d.style(value(e, "val"))
		d.write.heading = s.heading
		d.list = s.list
	case "outlineLvl":
		if level, err := strconv.Atoi(value(e, "val")); err == nil {
			d.write.heading = level < 9
		}
	}
}

func (d *docxReader) listProperty(e xml.StartElement) {
	switch e.Name.Local {
	case "numId":
		d.list = value(e, "val")
	case "ilvl":
		level, _ := strconv.Atoi(value(e, "val"))
		d.level = min(max(level, 0), deepestItem-1)
	}
}

func (d *docxReader) runProperty(e xml.StartElement) {
	switch e.Name.Local {
	case "b":
		d.look.strong = on(e)
	case "i":
		d.look.emphasis = on(e)
	case "rStyle":
		d.hide(d.style(value(e, "val")).hidden == "true")
	case "vanish":
		d.hide(on(e))
	}
}

// hide says whether a run shows. What it says itself comes after its style, and
// counts.
func (d *docxReader) hide(hidden bool) {
	d.look.link = d.link
	if hidden {
		d.look.link = hiddenRun
	}
}

// hiddenRun stands for the link of a run that is not shown.
const hiddenRun = "\x00"

// sign adds what stands for a sign in a run.
func (d *docxReader) sign(e xml.StartElement) {
	switch e.Name.Local {
	case "tab", "ptab":
		d.words("\t")
	case "br", "cr":
		d.listed()
		d.write.line()
	case "noBreakHyphen":
		d.words("\u2011")
	case "footnoteReference", "endnoteReference":
		d.note(strings.TrimSuffix(e.Name.Local, "Reference") + "/" + value(e, "id"))
	}
}

// note puts the words of a note where it is called: a statement has no notes,
// and the officer sees in the text what she has to find a place for. It is
// called once, so that a small file cannot become a huge one.
func (d *docxReader) note(key string) {
	if words := d.notes[key]; words != "" && d.look.link != hiddenRun {
		d.write.text(" ["+words+"]", run{})
		delete(d.notes, key)
	}
}

func (d *docxReader) text(open []string, words []byte) {
	if d.skipped == 0 && len(open) > 1 && open[len(open)-1] == "t" {
		d.words(strings.Map(blankControls, string(words)))
	}
}

func (d *docxReader) words(words string) {
	if d.look.link != hiddenRun {
		d.write.text(words, d.look)
	}
}

func (d *docxReader) end(open []string) {
	switch name := open[len(open)-1]; {
	case unshown(name):
		d.skipped--
	case d.skipped > 0:
	case name == "hyperlink":
		d.link = ""
	case name == "p" && len(d.outer) > 0:
		d.listed()
		d.write.end()
		around := d.outer[len(d.outer)-1]
		around.all = d.write.all
		d.write, d.outer = around, d.outer[:len(d.outer)-1]
	}
}

// listed gives the line being written its place in the list it belongs to.
// Word counts numbers by itself; here they become words.
func (d *docxReader) listed() {
	if d.list == "" || d.list == "0" || d.write.heading || len(tidy(d.write.runs)) == 0 {
		return
	}
	key := d.list + "/" + strconv.Itoa(d.level)
	if l := d.lists[key]; l.numbered && d.level == 0 {
		d.write.number = strconv.Itoa(max(l.start, 1)+d.counts[key]) + ". "
		d.counts[key]++
	} else {
		d.write.item = d.level + 1
	}
	d.list = ""
}
