package press

import (
	"fmt"
	"strings"
)

// The parts of a DOCX that are the same in every file.
const (
	contentTypes = xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
		`<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>` +
		`<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>` +
		`<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>` +
		`<Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>` +
		`<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>` +
		`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` +
		`<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>`

	packageRelations = xmlHead + relations +
		`<Relationship Id="document" Type="` + officeURI + `officeDocument" Target="word/document.xml"/>` +
		`<Relationship Id="core" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
		`<Relationship Id="app" Type="` + officeURI + `extended-properties" Target="docProps/app.xml"/></Relationships>`

	settingsPart = xmlHead + `<w:settings ` + wordSpace + `><w:defaultTabStop w:val="567"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

	footerPart = xmlHead + `<w:ftr ` + wordSpace + `><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>` +
		`<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> / </w:t></w:r><w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>`
)

// numberingPart has the bullets of lists (1) and the numbers of a communiqué's
// paragraphs (2).
var numberingPart = func() string {
	var bullets strings.Builder
	for level := range 6 {
		indent := 360 * (level + 1)
		fmt.Fprintf(&bullets, `<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="%d" w:hanging="360"/></w:pPr></w:lvl>`, level, indent)
	}
	return xmlHead + `<w:numbering ` + wordSpace + `>` +
		`<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>` + bullets.String() + `</w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr></w:lvl></w:abstractNum>` +
		`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`
}()

// styles is the style sheet: Word's own names where it has them, so that a
// pane of headings, a table of contents and an office's template find them.
func (d *docx) styles() string {
	bidi := ""
	if d.rtl {
		bidi = `<w:bidi/>`
	}
	lang := xmlText(d.s.Language)
	var b strings.Builder
	b.WriteString(xmlHead + `<w:styles ` + wordSpace + `><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:eastAsia="Georgia" w:cs="Times New Roman"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="` +
		lang + `" w:bidi="` + lang + `"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>` + bidi + `</w:pPr></w:pPrDefault></w:docDefaults>`)
	b.WriteString(`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr>` + bidi + `</w:pPr></w:style>`)
	for _, s := range []struct{ id, name, next, paragraph, run string }{
		{"BodyText", "Body Text", "BodyText", `<w:spacing w:after="160" w:line="288" w:lineRule="auto"/>`, ``},
		{"Title", "Title", "BodyText", `<w:keepNext/><w:spacing w:after="200"/><w:outlineLvl w:val="0"/>`, `<w:b/><w:bCs/><w:sz w:val="34"/><w:szCs w:val="34"/>`},
		{"Dateline", "Dateline", "BodyText", `<w:spacing w:after="200"/>`, `<w:color w:val="555555"/>`},
		{"Heading1", "heading 1", "BodyText", `<w:keepNext/><w:spacing w:before="320" w:after="120"/><w:outlineLvl w:val="1"/>`, `<w:b/><w:bCs/><w:sz w:val="26"/><w:szCs w:val="26"/>`},
		{"Heading2", "heading 2", "BodyText", `<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="2"/>`, `<w:b/><w:bCs/>`},
		{"ListBullet", "List Bullet", "ListBullet", `<w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="80" w:line="288" w:lineRule="auto"/>`, ``},
		{"ListNumber", "List Number", "ListNumber", `<w:numPr><w:numId w:val="2"/></w:numPr><w:spacing w:after="160" w:line="288" w:lineRule="auto"/>`, ``},
		{"Contact", "Contact", "Contact", `<w:keepLines/><w:spacing w:after="0"/>`, ``},
		{"Embargo", "Embargo", "Title", `<w:keepNext/><w:spacing w:after="160"/>`, `<w:b/><w:bCs/><w:color w:val="8A1F11"/>`},
		{"Header", "header", "Header", ``, `<w:b/><w:bCs/><w:color w:val="8A1F11"/>`},
		{"Footer", "footer", "Footer", `<w:jc w:val="center"/>`, `<w:color w:val="555555"/><w:sz w:val="18"/><w:szCs w:val="18"/>`},
	} {
		fmt.Fprintf(&b, `<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="Normal"/><w:next w:val="%s"/><w:qFormat/><w:pPr>%s</w:pPr><w:rPr>%s</w:rPr></w:style>`,
			s.id, s.name, s.next, s.paragraph, s.run)
	}
	b.WriteString(`<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0B4F8A"/><w:u w:val="single"/></w:rPr></w:style></w:styles>`)
	return b.String()
}
