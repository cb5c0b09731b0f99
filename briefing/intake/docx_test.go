package intake_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/intake"
	"delegation-briefing/briefing/press"
)

const wordSpace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

// pack makes a DOCX of a body and of other parts by their names.
func pack(t testing.TB, body string, parts map[string]string) string {
	t.Helper()
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	write := func(name, content string) {
		f, err := z.Create(name)
		if err == nil {
			_, err = io.WriteString(f, content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for name, content := range parts {
		write(name, content)
	}
	write("word/document.xml", `<?xml version="1.0"?><w:document `+wordSpace+`><w:body>`+body+`</w:body></w:document>`)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return file.String()
}

func para(runs string) string { return "<w:p>" + runs + "</w:p>" }
func words1(text string) string {
	return `<w:r><w:t xml:space="preserve">` + text + `</w:t></w:r>`
}

func TestDOCX(t *testing.T) {
	held := "The EU and Norland held their 7th Human Rights Dialogue in Aldvik on 6 March 2026."
	styles := map[string]string{
		"word/styles.xml":              `<w:styles ` + wordSpace + `><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="berschrift1"/></w:style><w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`,
		"word/numbering.xml":           `<w:numbering ` + wordSpace + `><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
		"word/_rels/document.xml.rels": `<Relationships><Relationship Id="rId1" Type="http://x/hyperlink" Target="https://norland.example"/></Relationships>`,
		"word/footnotes.xml": `<w:footnotes ` + wordSpace + `><w:footnote w:type="separator" w:id="-1">` + para(`<w:r><w:separator/></w:r>`) + `</w:footnote><w:footnote w:id="1">` +
			para(`<w:r><w:footnoteRef/></w:r>`+words1(" As in *2024*.")+`<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>`) + para(words1("Twice.")) + `</w:footnote></w:footnotes>`,
		"word/comments.xml": `<w:comments ` + wordSpace + `><w:comment w:id="1">` + para(words1("Not before May!")) + `</w:comment></w:comments>`,
		"word/endnotes.xml": `<w:endnotes ` + wordSpace + `><w:endnote w:id="1">` + para(words1("Without prejudice.")) + `</w:endnote></w:endnotes>`,
	}
	list := func(id string) string {
		return `<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="` + id + `"/></w:numPr></w:pPr>`
	}
	level := func(n string) string {
		return `<w:pPr><w:numPr><w:ilvl w:val="` + n + `"/><w:numId w:val="1"/></w:numPr></w:pPr>`
	}
	tests := []struct{ name, body, want string }{
		{"emphasis and links", para(words1("The ") + `<w:r><w:rPr><w:b/></w:rPr><w:t>media</w:t></w:r><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t xml:space="preserve"> and </w:t></w:r><w:hyperlink r:id="rId1"><w:r><w:rPr><w:i/></w:rPr><w:t>torture</w:t></w:r></w:hyperlink>.`),
			"The **media** and *[torture](https://norland.example)*"},
		{"tracked changes", para(words1("The EU ") + `<w:del><w:r><w:delText>condemned</w:delText></w:r></w:del><w:ins>` + words1("raised torture") + `</w:ins><w:moveFrom>` + words1("gone") + `</w:moveFrom>`), "The EU raised torture"},
		{"moved", para(words1("The EU raised ") + `<w:moveTo>` + words1("torture") + `</w:moveTo><w:moveFromRangeStart w:id="1"/>` + words1(" at length") + `<w:moveFromRangeEnd w:id="1"/>`), "The EU raised torture at length"},
		{"the end of a paragraph struck", para(`<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>` + words1("The EU raised torture.")), "The EU raised torture."},
		{"comments", para(`<w:commentRangeStart w:id="1"/>` + words1("Torture") + `<w:commentRangeEnd w:id="1"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="1"/></w:r>` + words1(" was raised.")), "Torture was raised."},
		{"hidden by its style", para(words1("Torture ") + `<w:r><w:rPr><w:rStyle w:val="Secret"/></w:rPr><w:t>secret</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Secret"/><w:vanish w:val="0"/></w:rPr><w:t xml:space="preserve">by death </w:t></w:r>` + words1("was raised")), "Torture by death was raised"},
		{"hidden and fields", para(words1("Torture ") + `<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:instrText>HYPERLINK x</w:instrText></w:r>` + words1("was raised")), "Torture was raised"},
		{"text box and its older twin", para(words1("Torture ") + `<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>` + para(words1("In the box.")) + `</w:txbxContent></mc:Choice><mc:Fallback>` + para(words1("In the box.")) + `</mc:Fallback></mc:AlternateContent></w:r>` + words1("outside.")), "In the box.|Torture outside."},
		{"list", para(words1("The EU raised torture:")) + para(list("1")+words1("one")) + para(list("1")+words1("two")), "The EU raised torture:\n\n- one\n- two"},
		{"list too deep", para(words1("The EU raised torture:")) + para(level("9000000000000000000")+words1("one")) + para(level("-3")+words1("two")), "The EU raised torture:\n\n" + strings.Repeat("  ", 8) + "- one\n- two"},
		{"list switched off", para(list("0") + words1("The EU raised torture at length.")), "The EU raised torture at length."},
		{"signs", para(`<w:r><w:t>torture</w:t><w:noBreakHyphen/><w:t>free</w:t><w:tab/><w:t>zone</w:t></w:r>`), "torture‑free zone"},
		{"places where words may be parted", para(words1("tor\u00ADture") + `<w:r><w:softHyphen/></w:r>` + words1("free")), "torturefree"},
		{"notes", para(words1("The EU raised torture") + `<w:r><w:footnoteReference w:id="1"/></w:r>` + words1(" and exile.") + `<w:r><w:endnoteReference w:id="1"/></w:r>`), `The EU raised torture \[As in \*2024\*. Twice.\] and exile. \[Without prejudice.\]`},
		{"note called twice", para(words1("Torture") + strings.Repeat(`<w:r><w:endnoteReference w:id="1"/></w:r>`, 3) + words1(" was raised.")), `Torture [Without prejudice.] was raised.`},
		{"note in what was deleted", para(words1("Torture was raised.") + `<w:del><w:r><w:footnoteReference w:id="1"/></w:r></w:del><w:r><w:footnoteReference w:id="9"/></w:r>`), "Torture was raised."},
		{"table", `<w:tbl><w:tr><w:tc>` + para(words1("The first cell speaks of torture.")) + `</w:tc><w:tc>` + para(words1("The second cell of the media too.")) + `</w:tc></w:tr></w:tbl>`, "The first cell speaks of torture.|The second cell of the media too."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := read(t, pack(t, para(words1(held))+test.body, styles), "eu-statement").Statement
			var got []string
			for _, topic := range s.Section("topics").Topics {
				got = append(got, string(topic.Text))
			}
			if strings.Join(got, "|") != test.want {
				t.Errorf("got %q, want %q", strings.Join(got, "|"), test.want)
			}
		})
	}
	t.Run("headings and numbers", func(t *testing.T) {
		body := `<w:p><w:pPr><w:pStyle w:val="Mine"/></w:pPr>` + words1("EU and Norland meet: the dialogue goes on.") + `</w:p>`
		for _, text := range []string{held, "They spoke about torture.", "They agreed on it.", "The next dialogue will be held in Brussels."} {
			body += para(list("2") + words1(text))
		}
		s := read(t, pack(t, body, styles), "").Statement
		if s.Template != "communique" || s.Section("headline").Text.Blank() || strings.Contains(string(s.Section("next").Text), "4.") {
			t.Errorf("template %q, sections %+v", s.Template, s.Sections)
		}
	})
}

// TestOwnFiles: what press writes comes in with every word.
func TestOwnFiles(t *testing.T) {
	f, err := os.Open("../../assets/samples/2026-03-12-norland-human-rights-dialogue.toml")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s, err := briefing.ReadStatement(f)
	if err != nil {
		t.Fatal(err)
	}
	template, err := office(t).Template(s.Template)
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	if err := press.WriteText(&text, s, template, press.Options{}); err != nil {
		t.Fatal(err)
	}
	for name, write := range map[string]func(io.Writer, briefing.Statement, briefing.Template, press.Options) error{
		"text": press.WriteText, "HTML": press.WriteHTML, "DOCX": press.WriteDOCX,
	} {
		var file strings.Builder
		if err := write(&file, s, template, press.Options{}); err != nil {
			t.Fatal(err)
		}
		back := read(t, file.String(), "").Statement
		if missing, doubled := lost(words(text.String()), words(printed(t, back, text.String()))); len(missing)+len(doubled) > 0 {
			t.Errorf("%s: lost %q, doubled %q", name, missing, doubled)
		}
		if back.Edition != s.Edition || back.Date != s.Date || back.Partner != s.Partner || len(back.Section("contacts").People) != 2 || len(back.Section("topics").Topics) != 4 {
			t.Errorf("%s: %d, %v, %q, %+v", name, back.Edition, back.Date, back.Partner, back.Sections)
		}
	}
}

func TestHostileDOCX(t *testing.T) {
	good := pack(t, para(words1("The EU met Norland.")), nil)
	tests := []struct{ name, file, want string }{
		{"cut off", good[:len(good)/2], "packed file"},
		{"not a document", strings.Replace(pack(t, "", nil), "word/document.xml", "word/dokument.xml", -1), "packed file"},
		{"no words", pack(t, para(""), nil), "no words"},
		{"broken XML", pack(t, "<w:p><w:r>", nil), "damaged"},
		{"crossed elements", pack(t, "<w:p><w:r></w:p></w:r>", nil), "do not match"},
		{"entities", strings.Clone(packRaw(t, `<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document><w:body>&a;</w:body></w:document>`)), "entities"},
		{"deep", pack(t, strings.Repeat("<w:p>", 10_000)+strings.Repeat("</w:p>", 10_000), nil), "deeper"},
		{"bomb", pack(t, para(words1(strings.Repeat("a", 70<<20))), nil), "larger than 64 MB"},
		{"bomb beside the text", pack(t, para(words1("The EU.")), map[string]string{"word/styles.xml": "<x>" + strings.Repeat(" ", 20<<20) + "</x>"}), "larger than 8 MB"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := intake.Read(strings.NewReader(test.file), office(t), "")
			var inFile *briefing.FileError
			if !errors.As(err, &inFile) || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want %q", err, test.want)
			}
		})
	}
}

func packRaw(t testing.TB, document string) string {
	t.Helper()
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	f, err := z.Create("word/document.xml")
	if err == nil {
		_, err = io.WriteString(f, document)
	}
	if err = errors.Join(err, z.Close()); err != nil {
		t.Fatal(err)
	}
	return file.String()
}

func FuzzDOCX(f *testing.F) {
	for _, body := range []string{
		para(words1("The EU met Norland.")), para(`<w:r><w:rPr><w:b/></w:rPr><w:t>a *b*</w:t><w:br/><w:t>c</w:t></w:r>`),
		`<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>` + words1("x") + para(words1("inner")) + `</w:p>`,
		para(`<w:pPr><w:numPr><w:ilvl w:val="9000000000000000000"/><w:numId w:val="1"/></w:numPr></w:pPr>` + words1("x")),
	} {
		f.Add(body)
	}
	f.Fuzz(func(t *testing.T, body string) {
		got, err := intake.Read(strings.NewReader(pack(t, body, nil)), office(t), "eu-statement")
		if err != nil {
			return
		}
		var file strings.Builder
		if err := got.Statement.WriteTOML(&file); err != nil {
			t.Fatal(err)
		}
		back, err := briefing.ReadStatement(strings.NewReader(file.String()))
		if err != nil || !slices.EqualFunc(back.Sections, got.Statement.Sections, func(a, b briefing.Section) bool { return a.Key == b.Key && a.Text == b.Text }) {
			t.Fatalf("it does not come back: %v", err)
		}
	})
}
