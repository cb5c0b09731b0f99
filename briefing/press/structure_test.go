package press_test

import (
	"bytes"
	"fmt"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"delegation-briefing/assets"
	"delegation-briefing/briefing"
	"delegation-briefing/briefing/page"
)

// everything is every statement there is to print: our own, the shipped
// templates as they come, and real ones where there are any.
func everything(t testing.TB) []sample {
	t.Helper()
	all := append(own(t), shared(t, "seeds/*.txt", "statements/*.txt")...)
	templates, err := briefing.Office{assets.Files}.Templates()
	if err != nil {
		t.Fatal(err)
	}
	for _, template := range templates {
		all = append(all, sample{"template " + template.Name, template.New("new")})
	}
	return append(all, sample{"long", long(t)})
}

// TestScreenReader: what assistive software hears is the statement, in order
// and word by word, and the structure it finds its way by is sound.
func TestScreenReader(t *testing.T) {
	for _, s := range everything(t) {
		t.Run(s.name, func(t *testing.T) {
			doc := compose(t, s.Statement)
			l, root := listen(t, printed(t, doc))
			checkWords(t, root, doc)
			checkStatement(t, root, s.Statement)
			checkTree(t, root)
			checkFile(t, l, doc)
		})
	}
}

// checkWords compares what is heard with the words on the pages, and element
// by element.
func checkWords(t *testing.T, root *heard, doc *page.Document) {
	t.Helper()
	said := map[*page.Element]string{}
	var all strings.Builder
	for _, text := range texts(doc) {
		if text.Element == nil {
			continue
		}
		for _, g := range text.Glyphs {
			said[text.Element] += g.Text
			all.WriteString(g.Text)
		}
	}
	if got, want := strings.ReplaceAll(root.said, "\u2060", ""), all.String(); got != want {
		t.Errorf("heard\n%q\nprinted\n%q", got, want)
	}
}

// checkStatement looks for every word of the statement, in order, hyphens at
// line ends taken back.
func checkStatement(t *testing.T, root *heard, s briefing.Statement) {
	t.Helper()
	plain := strings.NewReplacer("\u00ad", "", "\u2060", "")
	heard := strings.Fields(plain.Replace(root.said))
	at := 0
	for _, place := range s.Places() {
		if forTheDesk(s, place) {
			continue
		}
		for _, word := range strings.Fields(plain.Replace(s.Plain(place))) {
			word = strings.Trim(word, ",;")
			n := slices.IndexFunc(heard[at:], func(h string) bool { return strings.Contains(h, word) })
			if n < 0 {
				t.Errorf("%s: %q is not heard after %q", place, word, strings.Join(heard[max(0, at-5):at], " "))
				break
			}
			at += n
		}
	}
}

// forTheDesk reports whether the words at a place are printed only where the
// template says so, or as part of a text that names them.
func forTheDesk(s briefing.Statement, at briefing.Place) bool {
	sec := s.Section(at.Section)
	if n := at.Item - 1; n >= 0 && n < len(sec.People) {
		named := strings.Contains(string(sec.Text), fmt.Sprintf("{{name %d}}", at.Item))
		return named || sec.People[n].Name == "" || at.Field == "side"
	}
	return at.Field == "heading"
}

func (h *heard) walk(visit func(h, parent *heard), parent *heard) {
	visit(h, parent)
	for _, kid := range h.kids {
		kid.walk(visit, h)
	}
}

// inside says which elements may stand in which.
var inside = map[string][]string{
	"L": {"Document", "Sect", "LBody", "LI"}, "LI": {"L"}, "Lbl": {"LI"}, "LBody": {"LI"},
	"H1": {"Document", "Sect"}, "H2": {"Document", "Sect"}, "H3": {"Document", "Sect"}, "Sect": {"Document", "Sect"},
	"P": {"Document", "Sect", "LBody"}, "Figure": {"Document", "Sect", "P"},
	"Link": {"P", "Span", "LBody", "H1", "H2", "H3"}, "Span": {"P", "Span", "Link", "LBody", "H1", "H2", "H3"},
}

// checkTree looks at roles, headings, lists, links and figures.
func checkTree(t *testing.T, root *heard) {
	t.Helper()
	if root.role != "Document" {
		t.Errorf("the root is a %s", root.role)
	}
	level, titles := 0, 0
	root.walk(func(h, parent *heard) {
		if parent != nil && !slices.Contains(inside[h.role], parent.role) {
			t.Errorf("a %s stands in a %s", h.role, parent.role)
		}
		if h.said == "" && h.role != "Figure" {
			t.Errorf("a %s is empty", h.role)
		}
		switch h.role {
		case "H1", "H2", "H3":
			now := int(h.role[1] - '0')
			if now > level+1 {
				t.Errorf("the heading %q is level %d, after one of level %d", h.said, now, level)
			}
			if level = now; now == 1 {
				titles++
			}
		case "L":
			if slices.ContainsFunc(h.kids, func(k *heard) bool { return k.role != "LI" && k.role != "L" }) {
				t.Errorf("a list has something else than items")
			}
		case "Figure":
			if h.alt == "" {
				t.Errorf("a figure has no description")
			}
		case "Link":
			checkLink(t, h)
		}
	}, nil)
	if titles != 1 {
		t.Errorf("there are %d headings of level 1, want one", titles)
	}
}

func checkLink(t *testing.T, h *heard) {
	t.Helper()
	if len(h.links) == 0 {
		t.Errorf("the link %q leads nowhere", h.said)
	}
	for _, l := range h.links {
		scheme, _, _ := strings.Cut(l.uri, ":")
		if !slices.Contains([]string{"http", "https", "mailto", "tel"}, scheme) {
			t.Errorf("the link %q leads to %q", h.said, l.uri)
		}
		if l.contents == "" {
			t.Errorf("the link %q has no description", h.said)
		}
	}
}

// checkFile looks at what stands in the catalog, on the pages and in the
// fonts.
func checkFile(t *testing.T, l *listener, doc *page.Document) {
	t.Helper()
	for page, left := range l.marked {
		for mcid, text := range left {
			t.Errorf("passage %d of page object %d is in no element: %q", mcid, page, text)
		}
	}
	if got := l.text(l.catalog["Lang"]); got != doc.Language {
		t.Errorf("the language is %q, want %q", got, doc.Language)
	}
	if l.dict(l.catalog["MarkInfo"])["Marked"] != types.Boolean(true) {
		t.Errorf("the file does not say that it is tagged")
	}
	if l.dict(l.catalog["ViewerPreferences"])["DisplayDocTitle"] != types.Boolean(true) {
		t.Errorf("the window would not show the title")
	}
	if l.ctx.PageCount != len(doc.Pages) {
		t.Errorf("%d pages, want %d", l.ctx.PageCount, len(doc.Pages))
	}
	footers := 0
	for _, artifact := range l.artifacts {
		if strings.HasPrefix(artifact, "Footer: ") && len(artifact) > len("Footer: ") {
			footers++
		}
	}
	if footers < len(doc.Pages) {
		t.Errorf("%d pages have %d footers", len(doc.Pages), footers)
	}
	for font := range l.codes {
		if font == "" {
			t.Errorf("text is shown before there is a font")
		}
	}
}

// TestLanguages: passages in another language than the statement's say so.
func TestLanguages(t *testing.T) {
	_, root := listen(t, printed(t, compose(t, named(t, "marks"))))
	got := map[string]string{}
	root.walk(func(h, _ *heard) {
		if h.language != "" && h.role != "Document" {
			got[h.language] += strings.TrimSpace(h.said)
		}
	}, nil)
	for language, want := range map[string]string{"fr": "la liberté d’expression", "ru": "свобода слова", "ar": "حرية التعبير"} {
		if !strings.HasPrefix(strings.ReplaceAll(got[language], "\u00ad", ""), want) {
			t.Errorf("in %q is heard %q, want %q", language, got[language], want)
		}
	}
	if len(got) != 3 {
		t.Errorf("languages are %v, want three", got)
	}
}

// TestHostileLinks: nothing that runs or opens files becomes a link, and an
// address cannot break out of its place.
func TestHostileLinks(t *testing.T) {
	l, root := listen(t, printed(t, compose(t, named(t, "marks"))))
	var uris []string
	root.walk(func(h, _ *heard) {
		for _, link := range h.links {
			uris = append(uris, link.uri)
		}
	}, nil)
	for _, want := range []string{"https://example.eu/a(b)?q=1&x=%C3%A9%20y", "tel:+3225550100", "https://example.eu/deep"} {
		if !slices.ContainsFunc(uris, func(u string) bool { return strings.EqualFold(u, want) }) {
			t.Errorf("no link leads to %s; there are %q", want, uris)
		}
	}
	for _, key := range []string{"OpenAction", "AA", "AcroForm", "Names"} {
		if _, found := l.catalog[key]; found {
			t.Errorf("the catalog has %s", key)
		}
	}
}

// TestPoppler: pdftotext, which knows nothing of our tests, reads the words in
// the statement's order.
func TestPoppler(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed")
	}
	for _, s := range everything(t) {
		t.Run(s.name, func(t *testing.T) {
			doc := compose(t, s.Statement)
			cmd := exec.Command("pdftotext", "-raw", "-", "-")
			cmd.Stdin = bytes.NewReader(printed(t, doc))
			out, err := cmd.Output()
			if err != nil {
				t.Fatal(err)
			}
			if got, want := letters(string(out)), letters(inOrder(doc)); got != want {
				t.Errorf("read\n%q\nprinted\n%q", got, want)
			}
		})
	}
}

// inOrder is all text on the pages, watermarks first.
func inOrder(doc *page.Document) string {
	var b strings.Builder
	for _, p := range doc.Pages {
		for _, below := range []bool{true, false} {
			for _, item := range p.Items {
				text, ok := item.(*page.Text)
				if !ok || below != (text.Element == nil && text.Artifact == page.Watermark) {
					continue
				}
				for _, g := range text.Glyphs {
					b.WriteString(g.Text)
				}
			}
		}
	}
	return b.String()
}

// letters leaves out white space, which pdftotext guesses, and characters
// without a shape.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, s)
}
