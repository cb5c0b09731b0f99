package press

import (
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode"

	"delegation-briefing/briefing/press/internal/pdf"
)

// producer names the program in files that no other one is named for.
const producer = "Delegation Briefing"

// namespace is that of our one own property, the version of the statement.
const namespace = "https://delegation-briefing.eu/ns/1.0/"

// infoDict is the older of the two places that describe a file (ISO 32000-1
// §14.3.3). It must say the same as [metadata].
func infoDict(title string, info Info) *pdf.Dict {
	d := pdf.NewDict("Title", pdf.Text(title))
	set := func(key pdf.Name, value string) {
		if value = clean(value); value != "" {
			d.Set(key, pdf.Text(value))
		}
	}
	set("Author", info.Author)
	set("Subject", info.Subject)
	set("Keywords", info.Keywords)
	set("Creator", cmp.Or(info.Program, producer))
	set("Producer", cmp.Or(info.Program, producer))
	if !info.Date.IsZero() {
		date := info.Date.UTC().Format("D:20060102150405+00'00'")
		d.Set("CreationDate", pdf.Text(date))
		d.Set("ModDate", pdf.Text(date))
	}
	return d
}

// metadata describes the file in XMP (§14.3.2, ISO 19005-2 §6.6.2). Nothing in
// it comes from the clock or from chance.
func metadata(title, language string, info Info) []byte {
	x := xmp{}
	x.line("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>")
	x.line(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">`)
	x.line(`<rdf:Description rdf:about=""`)
	for _, s := range namespaces {
		x.line(` xmlns:%s="%s"`, s[0], s[1])
	}
	x.line(`>`)
	x.line(`<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>`)
	x.line(`<dc:format>application/pdf</dc:format>`)
	x.property(`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>`, title)
	x.property(`<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>`, language)
	x.property(`<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>`, info.Author)
	x.property(`<dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>`, info.Subject)
	x.property(`<pdf:Keywords>%s</pdf:Keywords>`, info.Keywords)
	x.property(`<pdf:Producer>%s</pdf:Producer>`, cmp.Or(info.Program, producer))
	x.property(`<xmp:CreatorTool>%s</xmp:CreatorTool>`, cmp.Or(info.Program, producer))
	if !info.Date.IsZero() {
		date := info.Date.UTC().Format("2006-01-02T15:04:05+00:00")
		x.property(`<xmp:CreateDate>%s</xmp:CreateDate>`, date)
		x.property(`<xmp:ModifyDate>%s</xmp:ModifyDate>`, date)
	}
	x.property(`<briefing:version>%s</briefing:version>`, info.Version)
	x.line(`<pdfaExtension:schemas><rdf:Bag>`)
	x.schema("PDF/UA identification", "pdfuaid", "part", "Integer", "Part of ISO 14289 that the file conforms to")
	x.schema("Delegation Briefing", "briefing", "version", "Text", "Which version of which statement was printed")
	x.line(`</rdf:Bag></pdfaExtension:schemas>`)
	x.line(`</rdf:Description></rdf:RDF></x:xmpmeta>`)
	x.line(`<?xpacket end="r"?>`)
	return []byte(x.String())
}

var namespaces = [][2]string{
	{"dc", "http://purl.org/dc/elements/1.1/"},
	{"xmp", "http://ns.adobe.com/xap/1.0/"},
	{"pdf", "http://ns.adobe.com/pdf/1.3/"},
	{"pdfaid", "http://www.aiim.org/pdfa/ns/id/"},
	{"pdfuaid", "http://www.aiim.org/pdfua/ns/id/"},
	{"pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/"},
	{"pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#"},
	{"pdfaProperty", "http://www.aiim.org/pdfa/ns/property#"},
	{"briefing", namespace},
}

type xmp struct{ strings.Builder }

func (x *xmp) line(format string, args ...any) {
	fmt.Fprintf(x, format+"\n", args...)
}

// property writes a property that has a value.
func (x *xmp) property(format, value string) {
	if value = clean(value); value != "" {
		var escaped strings.Builder
		xml.EscapeText(&escaped, []byte(value)) // a Builder takes everything
		x.line(format, escaped.String())
	}
}

// schema declares a property that PDF/A does not know (§6.6.2.3.3).
func (x *xmp) schema(name, prefix, property, kind, description string) {
	uri := ""
	for _, s := range namespaces {
		if s[0] == prefix {
			uri = s[1]
		}
	}
	x.line(`<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>%s</pdfaSchema:schema>`+
		`<pdfaSchema:namespaceURI>%s</pdfaSchema:namespaceURI><pdfaSchema:prefix>%s</pdfaSchema:prefix>`+
		`<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>%s</pdfaProperty:name>`+
		`<pdfaProperty:valueType>%s</pdfaProperty:valueType><pdfaProperty:category>external</pdfaProperty:category>`+
		`<pdfaProperty:description>%s</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>`,
		name, uri, prefix, property, kind, description)
}

// clean makes one line of text of a value: without control characters, without
// what XML cannot hold, and with single spaces.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), r == '\ufeff', r&0xfffe == 0xfffe, unicode.Is(unicode.Co, r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
	return strings.Join(strings.Fields(s), " ")
}

// ErrNoInfo says that a file does not tell where it comes from.
var ErrNoInfo = errors.New("this file does not say which statement it was printed from")

// ReadInfo reads what a PDF says about itself, if [WritePDF] wrote it. It
// believes what it reads: whether the file is still what was printed is found
// by printing the version again and comparing the bytes. The error is
// [ErrNoInfo] for files of other programs.
func ReadInfo(r io.Reader) (Info, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxFile))
	if err != nil {
		return Info{}, fmt.Errorf("reading PDF: %w", err)
	}
	_, packet, found := strings.Cut(string(data), "<?xpacket begin=")
	packet, _, closed := strings.Cut(packet, "<?xpacket end=")
	_, packet, opened := strings.Cut(packet, "?>")
	if !found || !closed || !opened {
		return Info{}, ErrNoInfo
	}
	return readMetadata(packet)
}

// maxFile is more than any statement's PDF has.
const maxFile = 256 << 20

func readMetadata(packet string) (Info, error) {
	var meta struct {
		Author   string `xml:"RDF>Description>creator>Seq>li"`
		Subject  string `xml:"RDF>Description>description>Alt>li"`
		Keywords string `xml:"RDF>Description>Keywords"`
		Date     string `xml:"RDF>Description>CreateDate"`
		Version  string `xml:"RDF>Description>version"`
		Program  string `xml:"RDF>Description>CreatorTool"`
	}
	if err := xml.Unmarshal([]byte(packet), &meta); err != nil {
		return Info{}, fmt.Errorf("reading the description in the PDF: %w", err)
	}
	if meta.Version == "" || !strings.Contains(packet, namespace) {
		return Info{}, ErrNoInfo
	}
	info := Info{Author: meta.Author, Subject: meta.Subject, Keywords: meta.Keywords, Version: meta.Version, Program: meta.Program}
	if meta.Date != "" {
		date, err := time.Parse(time.RFC3339, meta.Date)
		if err != nil {
			return Info{}, fmt.Errorf("reading the date in the PDF: %w", err)
		}
		info.Date = date.UTC()
	}
	return info, nil
}
