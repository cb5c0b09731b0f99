package page_test

import (
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"delegation-briefing/assets"
	"delegation-briefing/briefing"
	"delegation-briefing/briefing/page"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares text with a file of testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; look at it with go test -update and git diff:\n%s", file, got)
	}
}

// dump writes down the lines of a document: where they begin and end, in whole
// points, and what they say.
func dump(doc *page.Document) string {
	var b strings.Builder
	for i, p := range doc.Pages {
		fmt.Fprintf(&b, "page %d\n", i+1)
		var line []*page.Text
		flush := func() {
			if len(line) == 0 {
				return
			}
			left, right := 1e9, 0.0
			for _, t := range line {
				for _, g := range t.Glyphs {
					if strings.TrimSpace(g.Text) != "" {
						left, right = min(left, t.X+float64(g.X)), max(right, t.X+float64(g.X)+float64(g.Advance))
					}
				}
			}
			role := "–"
			if e := line[0].Element; e != nil {
				role = string(e.Role)
			}
			fmt.Fprintf(&b, "%4.0f %4.0f–%-4.0f %-4s %s\n", line[0].Y, left, right, role, strings.TrimSpace(saidBy(line)))
			line = nil
		}
		for _, item := range p.Items {
			if t, ok := item.(*page.Text); ok {
				if len(line) > 0 && line[0].Y != t.Y {
					flush()
				}
				line = append(line, t)
			}
		}
		flush()
	}
	return b.String()
}

func saidBy(texts []*page.Text) string {
	var b strings.Builder
	for _, t := range texts {
		for _, g := range t.Glyphs {
			b.WriteString(strings.ReplaceAll(g.Text, "\u00ad", "="))
		}
	}
	return b.String()
}

// scripts are statements that show what the page has to master.
func scripts(t testing.TB) map[string]briefing.Statement {
	with := func(lang string, text briefing.Prose, change func(*briefing.Statement)) briefing.Statement {
		s := norland(t, 1)
		s.Language = lang
		s.Sections[2].Text = text
		if change != nil {
			change(&s)
		}
		return s
	}
	return map[string]briefing.Statement{
		"english": norland(t, 6),
		"french":  with("fr", "Le 12 mars, M. Per Sandvik a posé la question suivante: «Quel est l’état d’avancement de la réforme?» La Norlande a répondu; 42 % des textes sont adoptés ! Voir l’article 12 et https://example.eu/a?b:c.", nil),
		"german":  with("de", "Die Europäische Union und Norland bekräftigten die Bedeutung der Menschenrechtsverteidiger und der Unabhängigkeit der Rechtsprechung sowie der Vereinigungsfreiheit.", nil),
		"arabic":  with("ar", "عقد الاتحاد الأوروبي ونورلاند (Norland) في 12 مارس 2026 حوارهما السابع حول حقوق الإنسان، وفقاً للمادة 14 من القانون رقم 2011/12.", nil),
		"lists": with("en", "The *EU* asked for **three** things:\n\n- [law](https://example.eu/law) No 14,\n  - its *annex*,\n- a visit,\n- 20 km of road.\n\nA line\\\nbroken on purpose, a soft\u00adhyphen, [la liberté](lang:fr), {{mode}}.", func(s *briefing.Statement) {
			s.Status = briefing.Cleared
			s.Marking = "LIMITED"
			s.Embargo = briefing.Moment{Time: time.Date(2026, 3, 12, 15, 0, 0, 0, time.FixedZone("", 3600))}
		}),
	}
}

// TestPages shows how pages are set: the golden files are to be read.
func TestPages(t *testing.T) {
	c := page.NewCompositor(assets.Files)
	for name, s := range scripts(t) {
		t.Run(name, func(t *testing.T) { golden(t, name+".txt", dump(compose(t, c, job(t, s)))) })
	}
}

// TestGlyphErrors: what cannot be printed is named with its place, all of it
// at once, and nothing else is refused.
func TestGlyphErrors(t *testing.T) {
	tests := []struct {
		name, text string
		want       []rune
		offset     int
	}{
		{"emoji", "Well done 😀!", []rune{0x1f600}, 10},
		{"control", "A bell\a rings", []rune{7}, 6},
		{"two", "漢 and 字", []rune{'漢', '字'}, 0},
		{"lost", "a\uFFFDb", []rune{0xfffd}, 1},
		{"private", "a\ue000b", []rune{0xe000}, 1},
		{"invisible", "a\u200bb\u200dc\ufe0f\u2060\ufeff soft\u00adhyphen", nil, 0},
		{"marks", "e\u0301 x\u0323 ﬁ ﷺ № ½ ₂ €", nil, 0},
	}
	c := page.NewCompositor(assets.Files)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := norland(t, 1)
			s.Sections[2].Text = briefing.Prose(test.text)
			_, err := c.Compose(job(t, s))
			var found []*page.GlyphError
			for _, e := range all(err) {
				var g *page.GlyphError
				if !errors.As(e, &g) {
					t.Fatal(e)
				}
				found = append(found, g)
			}
			if len(found) != len(test.want) {
				t.Fatalf("refused: %v", err)
			}
			for i, g := range found {
				if g.Rune != test.want[i] || i == 0 && g.Offset != test.offset || g.At.Section != "opening" {
					t.Errorf("got %+v", g)
				}
			}
		})
	}
}

// all takes joined errors apart.
func all(err error) []error {
	if err == nil {
		return nil
	}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		return joined.Unwrap()
	}
	return []error{err}
}

// TestPagesStay: after an edit, the pages before it are the same pages, and
// what a warm compositor makes is what a fresh one makes.
func TestPagesStay(t *testing.T) {
	c := page.NewCompositor(assets.Files)
	s := norland(t, 30)
	before := compose(t, c, job(t, s))
	s = s.Clone()
	s.SetText(briefing.Place{Section: "outcome", Field: "text"}, "Both sides reconfirmed their commitment.")
	after := compose(t, c, job(t, s))
	last := len(before.Pages) - 1
	if last < 3 || len(after.Pages) != len(before.Pages) {
		t.Fatalf("%d and %d pages", len(before.Pages), len(after.Pages))
	}
	for i := range before.Pages[:last] {
		if before.Pages[i] != after.Pages[i] {
			t.Errorf("page %d was made anew", i+1)
		}
	}
	if before.Pages[last] == after.Pages[last] {
		t.Error("the last page did not change")
	}
	if got, want := dump(after), dump(compose(t, page.NewCompositor(assets.Files), job(t, s))); got != want {
		t.Errorf("warm:\n%s\nfresh:\n%s", got, want)
	}
}

// TestPageEnds: no page begins or ends with a single line of a paragraph, ends
// with a hyphen or a heading, or parts a contact.
func TestPageEnds(t *testing.T) {
	c := page.NewCompositor(assets.Files)
	for topics := 1; topics < 40; topics++ {
		s := norland(t, topics)
		s.Template = "brief"
		doc := compose(t, c, job(t, s))
		lines := map[*page.Element][]int{} // the page of each line
		for i, p := range doc.Pages {
			var last *page.Text
			for _, item := range p.Items {
				text, ok := item.(*page.Text)
				if !ok || text.Element == nil {
					continue
				}
				if last == nil || last.Y != text.Y {
					lines[text.Element] = append(lines[text.Element], i)
				}
				last = text
			}
			if e := last.Element; e.Role == page.RoleH2 || e.Role == page.RoleH3 || e.Role == page.RoleH1 {
				t.Errorf("%d topics: page %d ends with a heading", topics, i+1)
			}
			if glyph := last.Glyphs[len(last.Glyphs)-1]; glyph.Text == "\u00ad" {
				t.Errorf("%d topics: page %d ends with a hyphen", topics, i+1)
			}
		}
		for _, at := range lines {
			n := len(at)
			if n > 1 && (at[0] != at[1] || at[n-1] != at[n-2]) {
				t.Errorf("%d topics: a line stands alone: %v", topics, at)
			}
		}
	}
}

// TestStructure: one H1, no heading skipped, links described, every run part
// of the tree.
func TestStructure(t *testing.T) {
	c := page.NewCompositor(assets.Files)
	cases := scripts(t)
	cases["empty"] = briefing.Statement{Template: "eu-statement"}
	brief := norland(t, 3)
	brief.Template = "brief"
	cases["brief"] = brief
	for name, s := range cases {
		t.Run(name, func(t *testing.T) {
			doc := compose(t, c, job(t, s))
			heads, level := 0, 0
			in := map[*page.Element]bool{}
			var walk func(e *page.Element)
			walk = func(e *page.Element) {
				if in[e] {
					t.Error("an element stands twice in the tree")
				}
				in[e] = true
				if n := strings.Index("H1H2H3", string(e.Role)); n >= 0 {
					if n/2+1 > level+1 {
						t.Errorf("%s after a heading of level %d", e.Role, level)
					}
					level = n/2 + 1
				}
				if e.Role == page.RoleH1 {
					heads++
				}
				if e.Role == page.RoleLink && (e.Alt == "" || !strings.Contains(e.Link, ":")) {
					t.Errorf("link %+v", e)
				}
				for _, kid := range e.Kids {
					walk(kid)
				}
			}
			walk(doc.Root)
			if heads != 1 || doc.Title == "" {
				t.Errorf("%d titles, the document is called %q", heads, doc.Title)
			}
			for _, p := range doc.Pages {
				for _, item := range p.Items {
					if text, ok := item.(*page.Text); ok && (text.Element == nil) != (text.Artifact != page.Content) || ok && text.Element != nil && !in[text.Element] {
						t.Errorf("%q is neither content nor artifact", saidBy([]*page.Text{text}))
					}
				}
			}
		})
	}
}

// TestNoHoles: before a word that cannot be parted a line is left short, and
// is not filled with holes.
func TestNoHoles(t *testing.T) {
	s := norland(t, 1)
	s.Sections[2].Text = briefing.Prose("The two sides published the list of cases at the usual place, see " + strings.Repeat("q", 480) + ", and went on.")
	doc := compose(t, page.NewCompositor(assets.Files), job(t, s))
	torn, spaces := 0, 0
	for _, item := range doc.Pages[0].Items {
		text, ok := item.(*page.Text)
		if !ok || text.From.Section != "opening" {
			continue
		}
		for i, g := range text.Glyphs[:len(text.Glyphs)-1] {
			if g.Text != " " {
				continue
			}
			spaces++
			if gap := float64(text.Glyphs[i+1].X - g.X); gap > 1.5*text.Size {
				torn++
			}
		}
	}
	if spaces == 0 || torn > 0 {
		t.Errorf("%d of %d spaces are holes:\n%s", torn, spaces, dump(doc))
	}
}

// TestNoLineIsGivenUp: however the words fall, no line is all but empty to save
// the others from being a little loose.
func TestNoLineIsGivenUp(t *testing.T) {
	words := strings.Fields("В.А.Норландский Б.П.Альдвикский-Старший (ЕСВС) Ф.Грюнвальдский И.О.Стремменский также на и по «Север–Запад» В.Хольмгардова мая 2026–2028 К.М.Торвальдсен-Эссен Со стороны Союза делегацию возглавил руководитель")
	c := page.NewCompositor(assets.Files)
	for seed := range uint64(300) {
		shuffled := slices.Clone(words)
		rand.New(rand.NewPCG(seed, 0)).Shuffle(len(words), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		s := briefing.Statement{Template: "eu-statement", Language: "ru", Sections: []briefing.Section{
			{Key: "opening", Text: briefing.Prose(strings.Join(shuffled, " "))},
		}}
		lines := ends(compose(t, c, job(t, s)), "opening")
		for _, end := range lines[:len(lines)-1] {
			if end < 300 {
				t.Errorf("seed %d: a line ends at %.0f points of 510", seed, end)
			}
		}
	}
}

// ends is how far, in points, each line of a section on the first page reaches.
func ends(doc *page.Document, section string) (all []float64) {
	y := 0.0
	for _, item := range doc.Pages[0].Items {
		text, ok := item.(*page.Text)
		if !ok || text.From.Section != section {
			continue
		}
		if text.Y != y {
			all, y = append(all, 0), text.Y
		}
		for _, g := range text.Glyphs {
			if g.Text != " " {
				all[len(all)-1] = max(all[len(all)-1], text.X+float64(g.X+g.Advance))
			}
		}
	}
	return all
}

// TestHostile: texts that nobody writes are set too, and in bounded time.
func TestHostile(t *testing.T) {
	many := norland(t, 0)
	for range 10_000 {
		many.Sections[3].Topics = append(many.Sections[3].Topics, briefing.Topic{Heading: "H", Text: "One two three."})
	}
	with := func(text string) briefing.Statement {
		s := norland(t, 1)
		s.Sections[2].Text = briefing.Prose(text)
		return s
	}
	var deep strings.Builder
	for i := range 200 {
		deep.WriteString(strings.Repeat("  ", i) + "- item\n")
	}
	tests := map[string]briefing.Statement{
		"10,000 topics":  many,
		"1 MB word":      with(strings.Repeat("Donaudampfschiff", 1<<16)),
		"1 MB of marks":  with("e" + strings.Repeat("\u0301", 1<<19)),
		"1 MB of joiner": with("e" + strings.Repeat("\u200d", 1<<18)),
		"many words":     with(strings.Repeat("a ", 1<<17)),
		"much Arabic":    with(strings.Repeat("حقوق الإنسان (EU) ", 1<<12)),
		"deep lists":     with(deep.String()),
		"many lines":     with(strings.Repeat("a\\\n", 1<<14)),
	}
	for name, s := range tests {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			doc, err := page.NewCompositor(assets.Files).Compose(job(t, s))
			if err != nil {
				t.Fatal(err)
			}
			if d := time.Since(start); d > time.Minute {
				t.Errorf("%d pages took %v", len(doc.Pages), d)
			} else {
				t.Logf("%d pages in %v", len(doc.Pages), d)
			}
		})
	}
	if _, err := page.NewCompositor(assets.Files).Compose(job(t, with(strings.Repeat("long ", 1<<20)))); err == nil {
		t.Error("5 MB of text are set")
	}
}

// FuzzCompose: any text is set or refused, in any language, and what is set
// can be found by a click.
func FuzzCompose(f *testing.F) {
	f.Add("en", "Norland: *dialogue*", "- one\n- two (**EU**)", "+32 (0) 2 555")
	f.Add("ar", "نورلاند 2026", "حقوق (EU) 12", "a@b.eu")
	f.Add("fr", "«Oui»!", "Voir: [a](https://example.eu)", "")
	c := page.NewCompositor(assets.Files)
	j := job(f, norland(f, 1))
	f.Fuzz(func(t *testing.T, lang, head, text, phone string) {
		s := norland(t, 1)
		s.Language = lang
		s.Sections[0].Text, s.Sections[3].Topics[0].Text = briefing.Prose(head), briefing.Prose(text)
		s.Sections[5].People[0].Phones = []string{phone}
		j.Statement = s
		doc, err := c.Compose(j)
		if err != nil {
			return
		}
		for i, p := range doc.Pages {
			at, offset, ok := p.Hit(100, 300)
			if !ok {
				continue
			}
			if source, known := s.Text(at); !known || offset < 0 || offset > len(source) {
				t.Fatalf("page %d: a click lands at byte %d of %v", i+1, offset, at)
			}
		}
	})
}
