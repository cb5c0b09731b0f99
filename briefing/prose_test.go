package briefing_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"delegation-briefing/briefing"
)

func opening(text string) briefing.Statement {
	return briefing.Statement{
		Language: "en", Kind: "Human Rights Dialogue", Partner: "Norland", Edition: 16,
		Date: briefing.Date{Year: 2026, Month: 3, Day: 6},
		Sections: []briefing.Section{{
			Key: "opening", Text: briefing.Prose(text),
			People: []briefing.Person{{Name: "Ada Lund", Post: "Head of Division"}},
		}},
	}
}

var atOpening = briefing.Place{Section: "opening", Field: "text"}

// show writes blocks so that a test can read them: a line a block, spans
// between bars, their look in front.
func show(blocks []briefing.Block) string {
	var b strings.Builder
	for _, block := range blocks {
		fmt.Fprintf(&b, "%d", block.Level)
		for _, s := range block.Spans {
			b.WriteString("|")
			for mark, on := range map[string]bool{"**": s.Strong, "*": s.Emphasis && !s.Strong, "?": s.Gap} {
				if on {
					b.WriteString(mark)
				}
			}
			if s.Link != "" {
				b.WriteString("<" + s.Link + ">")
			}
			if s.Language != "" {
				b.WriteString(s.Language + ":")
			}
			b.WriteString(s.Text)
		}
		b.WriteString("\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// TestDeepList gives the parser a list that it would take seconds for.
func TestDeepList(t *testing.T) {
	var prose strings.Builder
	for i := range 1000 {
		prose.WriteString(strings.Repeat("  ", i) + "- one\n")
	}
	blocks := opening(prose.String()).Blocks(atOpening)
	if len(blocks) != 1 || strings.Count(blocks[0].Text(), "one") != 1000 {
		t.Errorf("a list a thousand deep is %d blocks", len(blocks))
	}
	indented := opening(strings.Repeat(" ", 80) + "far *right*").Blocks(atOpening)
	if got := show(indented); got != "0|far |*right" {
		t.Errorf("an indented line is %q", got)
	}
}

func TestBlocks(t *testing.T) {
	tests := []struct{ name, prose, want string }{
		{"paragraphs", "One.\n\nTwo\nlines.", "0|One.\n0|Two lines."},
		{"looks", "a *b* **c** d", "0|a |*b| |**c| d"},
		{"link", "[write](mailto:a@b.example) us", "0|<mailto:a@b.example>write| us"},
		{"other language", "the [droit](lang:fr) of", "0|the |fr:droit| of"},
		{"list", "Such as:\n\n- one;\n- two\n  - deeper", "0|Such as:\n1|one;\n1|two\n2|deeper"},
		{"hard break", "one\\\ntwo", "0|one|\n|two"},
		{"escapes", `\*one\* \- two`, "0|*one|* |- two"},
		{"numbers are words", "2. The leaders met.\n\n3) Again.", "0|2. The leaders met.\n0|3) Again."},
		{"no headings, code, HTML, entities", "# One `two` <p> &amp;\n\n> three\n\n    four\n\n---", "0|# One `two` <p> &amp;\n0|> three\n0|four\n0|---"},
		{"facts", "The {{ordinal}} {{kind}} with {{partner}} on {{date}}.", "0|The |16th| |Human Rights Dialogue| with |Norland| on |6 March 2026|."},
		{"person", "by {{name 1}}, {{post 1}}", "0|by |Ada Lund|, |Head of Division"},
		{"gaps", "in {{place}} by {{name 2}} of {{nonsense}}", "0|in |?{{place}}| by |?{{name 2}}| of |?{{nonsense}}"},
		{"protected placeholder", `write \{{partner}}`, "0|write |{{partner}}"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := show(opening(test.prose).Blocks(atOpening)); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

func TestSpansKnowTheirSource(t *testing.T) {
	s := opening(`The *{{partner}}* **talks**, \*then* {{name 1}}.`)
	for _, b := range s.Blocks(atOpening) {
		for _, sp := range b.Spans {
			source, ok := s.Text(sp.From)
			if !ok {
				t.Fatalf("%q comes from %v, which is not there", sp.Text, sp.From)
			}
			if sp.End-sp.Start == len(sp.Text) && source[sp.Start:sp.End] != sp.Text {
				t.Errorf("%q stands at %v as %q", sp.Text, sp.From, source[sp.Start:sp.End])
			}
		}
	}
}

func FuzzEscape(f *testing.F) {
	f.Add("a *b* [c](d) {{e}} \\ _f_\n\n- g")
	f.Add("1. one\n+ two\n   - three")
	f.Add("node/4594_fr and _so_ it is_ a__b c_1")
	f.Fuzz(func(t *testing.T, plain string) {
		if !utf8.ValidString(plain) {
			return
		}
		var s briefing.Statement
		s.Sections = []briefing.Section{{Key: "opening"}}
		s.SetText(atOpening, string(briefing.Escape(plain)))
		got := strings.Join(strings.Fields(s.Plain(atOpening)), " ")
		if want := strings.Join(strings.Fields(plain), " "); got != want {
			t.Errorf("%q reads as %q", want, got)
		}
	})
}

// TestHostileMarkup: prose made to keep the parser busy is read as it stands,
// without a word lost.
func TestHostileMarkup(t *testing.T) {
	for _, sign := range []string{"[a](", "*a ", "a**b_ ", "- ", "[[", "a "} {
		text := strings.Repeat(sign, 200_000) + "\n\nend"
		got := opening(text).Plain(atOpening)
		if !strings.HasSuffix(got, "end") || strings.Count(got, "a") != strings.Count(text, "a") {
			t.Errorf("%q: words are lost", sign)
		}
	}
}

func TestSetText(t *testing.T) {
	s := opening("x")
	tests := []struct {
		at   briefing.Place
		text string
		ok   bool
	}{
		{briefing.Place{Field: "partner"}, "Sunnmark", true},
		{briefing.Place{Field: "edition"}, "17", true},
		{briefing.Place{Field: "edition"}, "many", false},
		{briefing.Place{Field: "date"}, "--03-06", true},
		{briefing.Place{Field: "date"}, "soon", false},
		{briefing.Place{Field: "embargo"}, "2026-03-06 15:00 +01:00", true},
		{briefing.Place{Field: "status"}, "cleared", true},
		{briefing.Place{Field: "status"}, "lost", false},
		{atOpening, "new words", true},
		{atOpening, "bad \xff", false},
		{briefing.Place{Section: "opening", Item: 1, Field: "phones"}, "+1 2\n+3 4", true},
		{briefing.Place{Section: "opening", Item: 2, Field: "name"}, "nobody", false},
		{briefing.Place{Section: "closing", Field: "text"}, "x", false},
	}
	for _, test := range tests {
		before, _ := s.Text(test.at)
		if ok := s.SetText(test.at, test.text); ok != test.ok {
			t.Errorf("SetText(%v, %q) = %v", test.at, test.text, ok)
		}
		want := test.text
		if !test.ok {
			want = before
		}
		if got, _ := s.Text(test.at); got != want {
			t.Errorf("Text(%v) = %q, want %q", test.at, got, want)
		}
	}
}

func TestCloneSharesNothing(t *testing.T) {
	s := opening("before")
	c := s.Clone()
	c.SetText(atOpening, "after")
	c.SetText(briefing.Place{Section: "opening", Item: 1, Field: "name"}, "Bo")
	if got := s.Plain(atOpening); got != "before" {
		t.Errorf("the original reads %q", got)
	}
	if s.Sections[0].People[0].Name != "Ada Lund" {
		t.Error("the original's person changed")
	}
}

func TestWhen(t *testing.T) {
	day := func(y, m, d int) briefing.Date { return briefing.Date{Year: y, Month: m, Day: d} }
	tests := []struct {
		lang     string
		from, to briefing.Date
		want     string
	}{
		{"en", day(2026, 3, 6), briefing.Date{}, "6 March 2026"},
		{"en", day(0, 3, 6), briefing.Date{}, "6 March"},
		{"en", day(2026, 3, 6), day(2026, 3, 7), "6–7 March 2026"},
		{"en", day(2026, 3, 31), day(2026, 4, 1), "31 March 2026 – 1 April 2026"},
		{"fr", day(2026, 8, 1), briefing.Date{}, "1er août 2026"},
		{"es", day(2026, 8, 2), briefing.Date{}, "2 de agosto de 2026"},
		{"pt-BR", day(0, 8, 2), briefing.Date{}, "2 de agosto"},
		{"de", day(0, 8, 2), briefing.Date{}, "2. August"},
		{"xx", day(2026, 8, 2), briefing.Date{}, "2026-08-02"},
		{"en", briefing.Date{}, day(2026, 3, 7), ""},
	}
	for _, test := range tests {
		s := briefing.Statement{Language: test.lang, Date: test.from, EndDate: test.to}
		if got := s.When(); got != test.want {
			t.Errorf("%s %v–%v: %q, want %q", test.lang, test.from, test.to, got, test.want)
		}
	}
}

func TestOrdinal(t *testing.T) {
	for want, n := range map[string]int{"first": 1, "ninth": 9, "10th": 10, "11th": 11, "21st": 21, "22nd": 22, "33rd": 33, "112th": 112} {
		if got := briefing.Ordinal(n, "en"); got != want {
			t.Errorf("Ordinal(%d) = %q, want %q", n, got, want)
		}
	}
	if got := briefing.Ordinal(33, "fr"); got != "33e" {
		t.Errorf("Ordinal(33, fr) = %q", got)
	}
}

// TestEscapeLeavesLoneSigns: what can mean nothing where it stands has no backslash.
func TestEscapeLeavesLoneSigns(t *testing.T) {
	for plain, want := range map[string]briefing.Prose{
		"the [competent] court [1], and 5 * 3": "the [competent] court [1], and 5 * 3",
		"see [1](2) and [3":                    `see \[1\](2) and \[3`,
		"ends with [1]":                        `ends with \[1\]`, // an address may follow
		"[a][b] and [c [d]] e":                 `\[a\]\[b\] and \[c [d]\] e`,
		"* one *two* three":                    `\* one \*two\* three`,
	} {
		if got := briefing.Escape(plain); got != want {
			t.Errorf("%q became %q, want %q", plain, got, want)
		}
	}
}

// TestEscapeLeavesAddressesReadable: an underscore within a word means nothing.
func TestEscapeLeavesAddressesReadable(t *testing.T) {
	for plain, want := range map[string]briefing.Prose{
		"www.eu.example/node/4594_fr": "www.eu.example/node/4594_fr",
		"_so_":                        `\_so\_`,
		"a_":                          `a\_`,
	} {
		if got := briefing.Escape(plain); got != want {
			t.Errorf("%q is written %q, want %q", plain, got, want)
		}
	}
}
