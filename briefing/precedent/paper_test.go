package precedent_test

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/precedent"
)

func layout(t testing.TB) precedent.Layout {
	t.Helper()
	l, err := precedent.FindLayout(briefing.Office{os.DirFS("../../assets")})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// TestPaperMarksEveryChange: whatever signs stand in a text, each change reads
// with its sign, which stays with its first word at the end of a line, and with
// nothing of the markup left.
func TestPaperMarksEveryChange(t *testing.T) {
	tests := []struct{ last, this, want string }{
		{"The EU noted it.", "The EU welcomed it.", "The EU [– noted] [+ welcomed] it."},
		{"The EU noted it.", "The EU noted it!", "The EU noted it [– .] [+ !]"},
		{"It (the law) stands.", "It (a law) stands.", "It ([– the] [+ a] law) stands."},
		{"The EU did welcome it.", "The EU did not welcome it.", "The EU did [+ not] welcome it."},
		{"L’État est là.", "L’Union est là.", "[– L’État] [+ L’Union] est là."},
		{"It is 5 * 3 [sic] here.", "It is 5 * 4 [sic] here.", "It is 5 * [– 3] [+ 4] [sic] here."},
		{"The *whole* law stands.", "The **whole** plan stands.", "The whole [– law] [+ plan] stands."},
		{"a, b, c, d, e and f.", "a b c d, e and f.", "a [– ,] b [– ,] c [– ,] d, e and f."},
		{"It stands.", "It stands.\n\nAnd it goes.", "[+ And it goes.]"},
		{"One-sided views.", "Two-sided views.", "[– One] [+ Two]-sided views."},
	}
	for _, test := range tests {
		last, this := year(briefing.Topic{Heading: "Law", Text: briefing.Prose(test.last)}), year(briefing.Topic{Heading: "Law", Text: briefing.Prose(test.this)})
		s, _ := layout(t).Paper(precedent.Compare(last, this, ladder(t)), last, this, briefing.Template{})
		got := s.Plain(briefing.Place{Section: "changes", Item: 1, Field: "text"})
		if strings.Contains(got, "[+ ") || strings.Contains(got, "[– ") {
			t.Errorf("%q to %q: a sign may end a line in %q", test.last, test.this, got)
		}
		got = strings.ReplaceAll(got, "\u00a0", " ")
		if strings.TrimSpace(got) != test.want {
			t.Errorf("%q to %q:\n%q, want\n%q", test.last, test.this, got, test.want)
		}
		if strings.Contains(got, "**") || strings.Contains(got, `\`) {
			t.Errorf("%q to %q: markup is left in %q", test.last, test.this, got)
		}
	}
}

// TestPaperNamesBothStatements: by what tells them apart.
func TestPaperNamesBothStatements(t *testing.T) {
	day := func(year int) briefing.Date { return briefing.Date{Year: year, Month: 3, Day: 6} }
	tests := []struct {
		last, this briefing.Statement
		want       string
	}{
		{briefing.Statement{Date: day(2025)}, briefing.Statement{Date: day(2026)}, "Norland: 6 March 2026 beside 6 March 2025"},
		{briefing.Statement{Edition: 6}, briefing.Statement{Edition: 7}, "Norland: seventh beside sixth"},
		{briefing.Statement{Date: day(2026), ID: "a@1"}, briefing.Statement{Date: day(2026), ID: "a@2"}, "Norland: a@2 beside a@1"},
		{briefing.Statement{}, briefing.Statement{}, "Norland: this text beside this text"},
	}
	for _, test := range tests {
		test.last.Language, test.this.Language, test.this.Partner = "en", "en", "Norland"
		s, _ := layout(t).Paper(precedent.Comparison{}, test.last, test.this, briefing.Template{})
		if got := s.Headline(); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

// TestPaperIsInOneLanguage: that of the statement, down to a day and a status of
// the other one; only what the other dialogue was called stays as it was.
func TestPaperIsInOneLanguage(t *testing.T) {
	last := briefing.Statement{ID: "a", Language: "en", Partner: "Norland", Edition: 6, Kind: "Dialogue", Date: briefing.Date{Year: 2026, Month: 12, Day: 5}, Status: briefing.Cleared, Title: "Old"}
	this := briefing.Statement{ID: "b", Language: "fr", Partner: "Norland", Edition: 7, Kind: "dialogue", Date: briefing.Date{Year: 2027, Month: 12, Day: 1}, Status: briefing.Draft, Title: "New"}
	s, _ := layout(t).Paper(precedent.Compare(last, this, ladder(t)), last, this, briefing.Template{})
	var all []string
	for _, at := range s.Places() {
		all = append(all, strings.ReplaceAll(s.Plain(at), "\u00a0", " "))
	}
	got := strings.Join(all, "\n")
	for _, want := range []string{
		"Norland : 1er décembre 2027 en regard du 5 décembre 2026\n",
		"Norland, 7e dialogue, 1er décembre 2027 – comparée à : Norland, sixth Dialogue, 5 décembre 2026\n",
		"état : [– approuvée] [+ projet]", "session : [– 6] [+ 7]", "titre : [– Old] [+ New]",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
}

// TestPaperNamesTheFilesWhereNothingElseTells one dialogue from the other.
func TestPaperNamesTheFilesWhereNothingElseTells(t *testing.T) {
	last, this := briefing.Statement{ID: "a@1", Language: "en", Partner: "Norland"}, briefing.Statement{ID: "a@2", Language: "en", Partner: "Norland"}
	s, _ := layout(t).Paper(precedent.Comparison{}, last, this, briefing.Template{})
	if got := s.Plain(briefing.Place{Section: "dateline", Field: "text"}); got != "a@2 – compared with: a@1" {
		t.Errorf("got %q", got)
	}
}

// TestPaperKeepsEveryWord: what the paper lists is both texts in full, where
// nothing of the one is in the other.
func TestPaperKeepsEveryWord(t *testing.T) {
	last := year(briefing.Topic{Heading: "Law", Text: "Alpha beta. Gamma delta."}, briefing.Topic{Subject: "press", Text: "Epsilon zeta."})
	this := year(briefing.Topic{Text: "Eta theta. Iota kappa."})
	s, tpl := layout(t).Paper(precedent.Compare(last, this, ladder(t)), last, this, briefing.Template{})
	var all strings.Builder
	for _, at := range s.Places() {
		all.WriteString(s.Plain(at) + "\n")
	}
	for _, word := range strings.Fields("Alpha beta Gamma delta Epsilon zeta Eta theta Iota kappa") {
		if !strings.Contains(all.String(), word) {
			t.Errorf("%q is not in the paper", word)
		}
	}
	if len(s.Gaps()) > 0 || len(tpl.Parts) != len(s.Sections) {
		t.Errorf("%d gaps; %d parts for %d sections", len(s.Gaps()), len(tpl.Parts), len(s.Sections))
	}
}

// FuzzPaper: the signs of the paper survive whatever stands in the texts.
func FuzzPaper(f *testing.F) {
	f.Add("The EU noted *it*.", "The EU [welcomed](mailto:x) it_now.")
	f.Add("- a\n- b", "**a** {{date}} \\")
	l := layout(f)
	f.Fuzz(func(t *testing.T, old, new string) {
		if !utf8.ValidString(old) || !utf8.ValidString(new) {
			t.Skip("no statement can say this")
		}
		last, this := year(briefing.Topic{Text: briefing.Prose(old)}), year(briefing.Topic{Text: briefing.Prose(new)})
		c := precedent.Compare(last, this, precedent.Ladder{})
		s, _ := l.Paper(c, last, this, briefing.Template{})
		var got strings.Builder
		for i := range s.Section("changes").Topics {
			got.WriteString(s.Plain(briefing.Place{Section: "changes", Item: i + 1, Field: "text"}) + "\n")
		}
		for _, change := range c.Changes {
			for _, r := range change.Runs {
				sign := map[briefing.Op]string{briefing.Added: "[+\u00a0", briefing.Removed: "[–\u00a0"}[r.Op]
				if words := strings.Join(strings.FieldsFunc(r.Text, func(r rune) bool { return strings.ContainsRune(" \n\t", r) }), " "); words != "" && !strings.Contains(got.String(), sign+words) {
					t.Fatalf("%q is not in\n%s", sign+words, got.String())
				}
			}
		}
	})
}
