package press_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/page"
	"delegation-briefing/briefing/press"

	"golang.org/x/net/html"
)

// shelf is what the program brings.
var shelf = briefing.Office{os.DirFS("../../assets")}

// fullStatement is a statement with every kind of thing that can be printed.
func fullStatement(t testing.TB, template string) (briefing.Statement, briefing.Template) {
	t.Helper()
	tmpl, err := shelf.Template(template)
	if err != nil {
		t.Fatal(err)
	}
	return briefing.Statement{
		Format: 1, ID: "norland", Template: template, Language: "en", Partner: "Norland", Edition: 7, Place: "Aldvik", Embargo: briefing.Moment{Time: time.Date(2026, 3, 6, 15, 0, 0, 0, time.FixedZone("", 3600))},
		Sections: []briefing.Section{
			{Key: "headline", Text: "{{partner}}: {{ordinal}} Dialogue & *more* <b>"},
			{Key: "dateline", Text: "Aldvik, {{date}}"},
			{Key: "opening", Text: "The EU *met* **Norland** and [wrote](mailto:a@b.example) on\\\ntwo lines.\n\nThe [état de droit](lang:fr) & [a trap](javascript:alert(1)) “quoted”:\n\n- one;\n- two:\n  - deeper;\n- three."},
			{Key: "topics", Topics: []briefing.Topic{
				{Heading: "First subject", Subject: "torture", Text: "The first subject & its <end>."},
				{Heading: "Second subject", Text: "The second.\n\nIts second paragraph."},
			}},
			{Key: "heads", Text: "Led by {{name 1}}, {{post 1}}.", People: []briefing.Person{
				{Side: "EU", Name: "Ada Lund", Post: "Head"}, {Side: "Norland", Name: "Torvald Essen", Post: "Minister", Service: "Justice"},
			}},
			{Key: "contacts", Text: "For the press:", People: []briefing.Person{
				{Name: "Ilse Marchetti", Post: "Spokesperson", Phones: []string{"+32 (0) 2 555 01 40", "+32 455 50 01 40"}, Email: "ilse@press.example"},
				{Name: "Henrik DUVAL", Post: "Press Officer", Service: "Delegation", Email: "E-mail: henrik@press.example"},
			}},
		},
	}, tmpl
}

// TestSameWords: page, plain text, HTML and DOCX carry the same words in the
// same order, for each template.
func TestSameWords(t *testing.T) {
	for _, template := range []string{"eu-statement", "joint-statement", "communique", "brief"} {
		s, tmpl := fullStatement(t, template)
		outputs := map[string][]string{
			"text":    fieldsOf(textOf(t, s, tmpl, 0)),
			"wrapped": fieldsOf(textOf(t, s, tmpl, 30)),
			"HTML":    fieldsOf(htmlWords(t, s, tmpl)),
			"DOCX":    fieldsOf(docxWords(t, s, tmpl)),
		}
		want := fieldsOf(pageWords(t, s, tmpl))
		for name, got := range outputs {
			if !slices.Equal(got, want) {
				t.Errorf("%s, %s: %s", template, name, parting(got, want))
			}
		}
		if len(want) < 60 {
			t.Errorf("%s: only %d words on the page", template, len(want))
		}
	}
}

// TestRealWords compares the outputs of the statements an office has.
func TestRealWords(t *testing.T) {
	names, _ := filepath.Glob("../../assets/samples/*.toml")
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		s, err := briefing.ReadStatement(f)
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		tmpl, err := shelf.Template(s.Template)
		if err != nil {
			t.Fatal(err)
		}
		want := fieldsOf(pageWords(t, s, tmpl))
		for kind, got := range map[string]string{"text": textOf(t, s, tmpl, 72), "HTML": htmlWords(t, s, tmpl), "DOCX": docxWords(t, s, tmpl)} {
			if !slices.Equal(fieldsOf(got), want) {
				t.Errorf("%s, %s: %s", name, kind, parting(fieldsOf(got), want))
			}
		}
	}
}

// parting shows where two rows of words part.
func parting(got, want []string) string {
	n := 0
	for n < len(got) && n < len(want) && got[n] == want[n] {
		n++
	}
	return fmt.Sprintf("from word %d: %q, want %q", n+1, got[n:min(n+12, len(got))], want[n:min(n+12, len(want))])
}

// marked is a sheet with words for drafts and embargoes.
var marked = page.Sheet{Labels: map[string]page.Labels{"en": {Draft: "DRAFT & <more>", Embargo: "Embargo {time}"}}}

// sheetOf is the sheet that a statement is printed on.
func sheetOf(t testing.TB, s briefing.Statement) page.Sheet {
	t.Helper()
	sheet, err := page.FindSheet(shelf, s.Template)
	if err != nil {
		t.Fatal(err)
	}
	return sheet
}

// cleared is the statement without marks, which pages do not print among the
// words.
func cleared(s briefing.Statement) briefing.Statement {
	s.Status, s.Marking = briefing.Cleared, ""
	return s
}

// fieldsOf are the words of an output without the marks of lists.
func fieldsOf(text string) []string {
	return slices.DeleteFunc(strings.Fields(text), func(w string) bool { return w == "•" || w == "◦" || w == "-" })
}

func textOf(t testing.TB, s briefing.Statement, tmpl briefing.Template, wrap int) string {
	t.Helper()
	var b strings.Builder
	if err := press.WriteText(&b, cleared(s), tmpl, press.Options{Sheet: sheetOf(t, s), Wrap: wrap}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func htmlOf(t testing.TB, s briefing.Statement, tmpl briefing.Template, o press.Options) string {
	t.Helper()
	var b strings.Builder
	if err := press.WriteHTML(&b, s, tmpl, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func docxOf(t testing.TB, s briefing.Statement, tmpl briefing.Template, o press.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := press.WriteDOCX(&b, s, tmpl, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// pageWords are the words of the composed pages without what belongs to the
// paper: glyph by glyph, a space between blocks and lines.
func pageWords(t testing.TB, s briefing.Statement, tmpl briefing.Template) string {
	t.Helper()
	sheet := sheetOf(t, s)
	doc, err := page.NewCompositor(shelf).Compose(page.Job{Statement: s, Template: tmpl, Sheet: sheet})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	y := 0.0
	for _, pg := range doc.Pages {
		for _, item := range pg.Items {
			run, ok := item.(*page.Text)
			if !ok || run.Artifact != page.Content {
				continue
			}
			if run.Y != y && !strings.HasSuffix(b.String(), "\u00ad") {
				b.WriteString(" ")
			}
			y = run.Y
			for _, g := range run.Glyphs {
				b.WriteString(g.Text)
			}
			if strings.HasSuffix(b.String(), ".") && run.Element != nil && numberLabel.MatchString(runText(run)) {
				b.WriteString(" ")
			}
			if runText(run) == "•" {
				b.WriteString(" ")
			}
		}
	}
	return strings.ReplaceAll(b.String(), "\u00ad", "")
}

var numberLabel = regexp.MustCompile(`^[0-9]+\.$`)

func runText(run *page.Text) string {
	var b strings.Builder
	for _, g := range run.Glyphs {
		b.WriteString(g.Text)
	}
	return b.String()
}

// htmlWords are the words between the tags of the body.
func htmlWords(t testing.TB, s briefing.Statement, tmpl briefing.Template) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(htmlOf(t, cleared(s), tmpl, press.Options{Sheet: sheetOf(t, s)})))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	var walk func(n *html.Node, body bool)
	walk = func(n *html.Node, body bool) {
		body = body || n.Data == "body"
		if n.Type == html.TextNode && body {
			b.WriteString(n.Data)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, body)
		}
		if slices.Contains([]string{"p", "li", "h1", "h2", "h3", "br", "address"}, n.Data) {
			b.WriteString(" ")
		}
	}
	walk(root, false)
	return b.String()
}

// docxWords are the words of a DOCX, and the numbers its styles give.
func docxWords(t testing.TB, s briefing.Statement, tmpl briefing.Template) string {
	t.Helper()
	dec := xml.NewDecoder(bytes.NewReader(partOf(t, docxOf(t, cleared(s), tmpl, press.Options{Sheet: sheetOf(t, s)}), "word/document.xml")))
	var b strings.Builder
	number, inText := 0, false
	for {
		token, err := dec.Token()
		if err == io.EOF {
			return b.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			inText = token.Name.Local == "t"
			if token.Name.Local == "br" || token.Name.Local == "p" {
				b.WriteString(" ")
			}
			if token.Name.Local == "pStyle" && token.Attr[0].Value == "ListNumber" {
				number++
				b.WriteString(strconv.Itoa(number) + ". ")
			}
		case xml.EndElement:
			inText = false
		case xml.CharData:
			if inText {
				b.Write(token)
			}
		}
	}
}

func partOf(t testing.TB, file []byte, name string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	part, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer part.Close()
	data, err := io.ReadAll(part)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestText(t *testing.T) {
	s, tmpl := fullStatement(t, "eu-statement")
	s.Sections = slices.DeleteFunc(s.Sections, func(sec briefing.Section) bool { return sec.Key == "topics" || sec.Key == "heads" })
	var b strings.Builder
	if err := press.WriteText(&b, s, tmpl, press.Options{Sheet: marked, Wrap: 40}); err != nil {
		t.Fatal(err)
	}
	want := `DRAFT & <more>

Embargo 6 March 2026, 15:00 (UTC+1)

Norland: seventh Dialogue & more <b>

Aldvik, {{date}}

The EU met Norland and wrote on
two lines.

The état de droit & a trap “quoted”:

- one;
- two:
  - deeper;
- three.

Press contacts

For the press:

Ilse Marchetti
Spokesperson
+32 (0) 2 555 01 40
+32 455 50 01 40
ilse@press.example

Henrik DUVAL
Press Officer
Delegation
E-mail: henrik@press.example
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestWrapKeepsWords(t *testing.T) {
	s, tmpl := fullStatement(t, "communique")
	for wrap := 1; wrap < 90; wrap += 7 {
		text := textOf(t, s, tmpl, wrap)
		if !slices.Equal(strings.Fields(text), strings.Fields(textOf(t, s, tmpl, 0))) {
			t.Errorf("wrapped at %d, words differ", wrap)
		}
		for line := range strings.Lines(text) {
			if n := len([]rune(strings.TrimSpace(line))); n > wrap && len(strings.Fields(line)) > 2 {
				t.Errorf("a line of %d columns: %q", n, line)
			}
		}
	}
}

func TestHTML(t *testing.T) {
	s, tmpl := fullStatement(t, "eu-statement")
	page := htmlOf(t, s, tmpl, press.Options{Sheet: marked})
	for _, want := range []string{
		`<html lang="en" dir="ltr">`, `<title>Norland: seventh Dialogue &amp; more &lt;b&gt;</title>`, `<p class="mark">DRAFT &amp; &lt;more&gt;</p>`,
		`<h1>Norland: seventh Dialogue &amp; <em>more</em> &lt;b&gt;</h1>`, `<mark>{{date}}</mark>`,
		`<a href="mailto:a@b.example">wrote</a>`, `<span lang="fr" dir="ltr">état de droit</span>`, `on<br>`,
		"<ul>\n<li>one;</li>\n<li>two:<ul>\n<li>deeper;</li>\n</ul>\n</li>\n<li>three.</li>\n</ul>\n",
		`<a href="tel:+3225550140">+32 (0) 2 555 01 40</a>`, `<a href="mailto:henrik@press.example">E-mail: henrik@press.example</a>`, `<h2>Press contacts</h2>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("%q is missing in\n%s", want, page)
		}
	}
	for _, never := range []string{"javascript:", "<script", "http-equiv=\"refresh", "src="} {
		if strings.Contains(page, never) {
			t.Errorf("%q is there", never)
		}
	}
	s.Language = "ar"
	if !strings.Contains(htmlOf(t, s, tmpl, press.Options{}), `<html lang="ar" dir="rtl">`) {
		t.Error("Arabic is not read from the right")
	}
}

func TestDOCX(t *testing.T) {
	s, tmpl := fullStatement(t, "communique")
	file := docxOf(t, s, tmpl, press.Options{Sheet: marked})
	if !bytes.Equal(file, docxOf(t, s, tmpl, press.Options{Sheet: marked})) {
		t.Error("the same statement gives other bytes")
	}
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		dec := xml.NewDecoder(bytes.NewReader(partOf(t, file, f.Name)))
		for err = nil; err == nil; {
			_, err = dec.Token()
		}
		if err != io.EOF {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
	relations := string(partOf(t, file, "word/_rels/document.xml.rels"))
	if strings.Contains(relations, "javascript") || !strings.Contains(relations, "mailto:a@b.example") {
		t.Errorf("links: %s", relations)
	}
	if !strings.Contains(string(partOf(t, file, "word/header1.xml")), "DRAFT &amp; &lt;more&gt;") {
		t.Error("the mark is not there")
	}
}

// TestHostileWords: signs that XML may not hold do not spoil a file.
func TestHostileWords(t *testing.T) {
	s, tmpl := fullStatement(t, "eu-statement")
	s.Language = `en" onload="x`
	s.Sections[2].Text = "bell \x07, half a pair \ufffe, ]]> and \xff"
	if page := htmlOf(t, s, tmpl, press.Options{}); strings.Contains(page, `onload="x`) || strings.ContainsAny(page, "\x07") {
		t.Error("HTML took it as it was")
	}
	dec := xml.NewDecoder(bytes.NewReader(partOf(t, docxOf(t, s, tmpl, press.Options{}), "word/document.xml")))
	for {
		if _, err := dec.Token(); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
}

// TestLibreOffice: what we write opens elsewhere with all its words.
func TestLibreOffice(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil || testing.Short() {
		t.Skip("LibreOffice is not installed")
	}
	s, tmpl := fullStatement(t, "communique")
	dir := t.TempDir()
	name := filepath.Join(dir, "norland.docx")
	if err := os.WriteFile(name, docxOf(t, cleared(s), tmpl, press.Options{Sheet: sheetOf(t, s)}), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(office, "--headless", "-env:UserInstallation=file://"+dir+"/profile", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", dir, name)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	text, err := os.ReadFile(filepath.Join(dir, "norland.txt"))
	if err != nil {
		t.Fatal(err)
	}
	got, want := fieldsOf(strings.TrimPrefix(string(text), "\ufeff")), fieldsOf(textOf(t, s, tmpl, 0))
	if !slices.Equal(got, want) {
		t.Errorf("LibreOffice reads\n%q\nwant\n%q", got, want)
	}
}
