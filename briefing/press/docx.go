package press

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"delegation-briefing/briefing"
)

// WriteDOCX writes a statement as a document for Word and LibreOffice (ISO/IEC
// 29500, transitional): headings, lists and numbers are real ones, every look
// is a style, and the language of every passage is named. The same statement
// and options always give the same bytes.
func WriteDOCX(w io.Writer, s briefing.Statement, t briefing.Template, o Options) error {
	all := paragraphs(s, t, o.Sheet)
	d := docx{s: s, rtl: rightToLeft(s.Language)}
	for _, p := range all {
		d.paragraph(p)
	}
	files := []struct{ name, content string }{
		{"[Content_Types].xml", contentTypes},
		{"_rels/.rels", packageRelations},
		{"docProps/core.xml", d.properties(title(s, all), o.Info)},
		{"docProps/app.xml", appProperties(o.Info)},
		{"word/document.xml", d.document(o)},
		{"word/styles.xml", d.styles()},
		{"word/numbering.xml", numberingPart},
		{"word/settings.xml", settingsPart},
		{"word/header1.xml", d.header(o.mark(s))},
		{"word/footer1.xml", footerPart},
		{"word/_rels/document.xml.rels", d.relations()},
	}
	z := zip.NewWriter(w)
	for _, f := range files {
		part, err := z.CreateHeader(&zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: packed})
		if err == nil {
			_, err = io.WriteString(part, f.content)
		}
		if err != nil {
			return fmt.Errorf("writing DOCX: %w", err)
		}
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("writing DOCX: %w", err)
	}
	return nil
}

// packed is the date that every part of the file bears: the first that a
// packed file can name.
var packed = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// docx is a document being written.
type docx struct {
	s     briefing.Statement
	rtl   bool
	body  strings.Builder
	links []string // their targets, in the order of their numbers
}

// wordStyles are the names of our styles in the file.
var wordStyles = map[style]string{
	titleStyle: "Title", datelineStyle: "Dateline", headingStyle: "Heading1", subheadingStyle: "Heading2",
	textStyle: "BodyText", itemStyle: "ListBullet", numberedStyle: "ListNumber", contactStyle: "Contact", embargoStyle: "Embargo",
}

func (d *docx) paragraph(p paragraph) {
	d.put(`<w:p><w:pPr><w:pStyle w:val="`, wordStyles[p.style], `"/>`)
	switch {
	case p.style == contactStyle && !p.last:
		d.put(`<w:keepNext/>`)
	case p.style == itemStyle && p.level > 1:
		d.put(`<w:numPr><w:ilvl w:val="`, strconv.Itoa(p.level-1), `"/><w:numId w:val="1"/></w:numPr>`)
	case p.style == contactStyle && p.last:
		d.put(`<w:spacing w:after="200"/>`)
	}
	d.put(`</w:pPr>`)
	for _, s := range p.spans {
		d.span(s)
	}
	d.put("</w:p>\n")
}

func (d *docx) put(parts ...string) {
	for _, part := range parts {
		d.body.WriteString(part)
	}
}

func (d *docx) span(s briefing.Span) {
	linked := safeLink(s.Link)
	if linked {
		d.links = append(d.links, s.Link)
		d.put(`<w:hyperlink r:id="`, linkID(len(d.links)), `" w:history="1">`)
	}
	d.put(`<w:r>`, d.look(s, linked))
	for i, line := range strings.Split(s.Text, "\n") {
		if i > 0 {
			d.put(`<w:br/>`)
		}
		d.put(`<w:t xml:space="preserve">`, xmlText(line), `</w:t>`)
	}
	d.put(`</w:r>`)
	if linked {
		d.put(`</w:hyperlink>`)
	}
}

// look is how a run differs from its paragraph, in the order the schema asks
// for.
func (d *docx) look(s briefing.Span, linked bool) string {
	var b strings.Builder
	for _, part := range []struct {
		on   bool
		mark string
	}{
		{linked, `<w:rStyle w:val="Hyperlink"/>`},
		{s.Strong, `<w:b/><w:bCs/>`},
		{s.Emphasis, `<w:i/><w:iCs/>`},
		{s.Gap, `<w:highlight w:val="yellow"/>`},
		{d.rtl && s.Language == "" || rightToLeft(s.Language), `<w:rtl/>`},
		{s.Language != "", `<w:lang w:val="` + xmlText(s.Language) + `" w:bidi="` + xmlText(s.Language) + `"/>`},
	} {
		if part.on {
			b.WriteString(part.mark)
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return `<w:rPr>` + b.String() + `</w:rPr>`
}

func linkID(n int) string { return "link" + strconv.Itoa(n) }

// xmlText escapes words for XML; signs that XML may not hold become U+FFFD.
func xmlText(words string) string {
	var b bytes.Buffer
	xml.EscapeText(&b, []byte(words)) // cannot fail on a buffer
	return b.String()
}

const (
	xmlHead   = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	wordSpace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	officeURI = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
)

func (d *docx) document(o Options) string {
	bidi := ""
	if d.rtl {
		bidi = `<w:bidi/>`
	}
	return xmlHead + `<w:document ` + wordSpace + `><w:body>` + "\n" + d.body.String() +
		`<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:footerReference w:type="default" r:id="footer"/>` +
		`<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/>` +
		bidi + `</w:sectPr></w:body></w:document>`
}

func (d *docx) relations() string {
	var b strings.Builder
	b.WriteString(xmlHead + relations)
	for _, part := range [][3]string{
		{"styles", "styles", "styles.xml"}, {"numbering", "numbering", "numbering.xml"}, {"settings", "settings", "settings.xml"},
		{"header", "header", "header1.xml"}, {"footer", "footer", "footer1.xml"},
	} {
		fmt.Fprintf(&b, `<Relationship Id="%s" Type="%s%s" Target="%s"/>`, part[0], officeURI, part[1], part[2])
	}
	for i, link := range d.links {
		fmt.Fprintf(&b, `<Relationship Id="%s" Type="%shyperlink" Target="%s" TargetMode="External"/>`, linkID(i+1), officeURI, xmlText(link))
	}
	b.WriteString(`</Relationships>`)
	return b.String()
}

func (d *docx) header(mark string) string {
	text := ""
	if mark != "" {
		text = `<w:r><w:t xml:space="preserve">` + xmlText(mark) + `</w:t></w:r>`
	}
	return xmlHead + `<w:hdr ` + wordSpace + `><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>` + text + `</w:p></w:hdr>`
}

func (d *docx) properties(title string, info Info) string {
	var b strings.Builder
	b.WriteString(xmlHead + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	for _, p := range [][2]string{{"dc:title", title}, {"dc:subject", info.Subject}, {"dc:creator", info.Author}, {"cp:keywords", info.Keywords}, {"dc:language", d.s.Language}, {"cp:version", info.Version}} {
		if p[1] != "" {
			fmt.Fprintf(&b, "<%s>%s</%s>", p[0], xmlText(p[1]), p[0])
		}
	}
	if !info.Date.IsZero() {
		when := info.Date.UTC().Format("2006-01-02T15:04:05Z")
		fmt.Fprintf(&b, `<dcterms:created xsi:type="dcterms:W3CDTF">%s</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">%s</dcterms:modified>`, when, when)
	}
	b.WriteString(`</cp:coreProperties>`)
	return b.String()
}

func appProperties(info Info) string {
	return xmlHead + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>` + xmlText(info.Program) + `</Application></Properties>`
}
