package style_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/style"
)

// lastYear is the statement before the sample.
func lastYear(t testing.TB) briefing.Statement {
	s := sample(t)
	s.ID, s.Edition, s.Date, s.Place = "2025-03-20-norland", 6, briefing.Date{Year: 2025, Month: 3, Day: 20}, "Brussels"
	setText(&s, "opening", "On 20 March 2025, the European Union (EU) and Norland held the sixth round of their Human Rights Dialogue in Brussels.")
	return s
}

func TestWhatTheWorkspaceKnows(t *testing.T) {
	g := guide(t, "en", "")
	for _, c := range []struct {
		name   string
		change func(s, last *briefing.Statement)
		want   []string // rule, place, words, offer
	}{
		{"nothing to say", func(s, last *briefing.Statement) {}, nil},
		{"a number left out", func(s, last *briefing.Statement) { last.Edition = 5 },
			[]string{`ORD-3 /0/edition "7" "6"`}},
		{"years without statements", func(s, last *briefing.Statement) { last.Edition, last.Date.Year = 4, 2023 }, nil},
		{"a number lower than the last", func(s, last *briefing.Statement) { last.Edition = 8 },
			[]string{`ORD-3 /0/edition "7" "9"`}},
		{"a number used again", func(s, last *briefing.Statement) { last.Edition = 7 },
			[]string{`ORD-3 /0/edition "7" ""`}},
		{"another partner", func(s, last *briefing.Statement) { last.Edition, last.Partner = 3, "Sudland" }, nil},
		{"another word for the meeting", func(s, last *briefing.Statement) {
			replace(s, "opening/0/text", "their {{ordinal}} {{kind}}", "the {{ordinal}} session of their {{kind}}")
		}, []string{`ORD-4 /0/edition "7" ""`}},
		{"a head spelled otherwise", func(s, last *briefing.Statement) { s.Section("heads").People[1].Name = "Torvald Esen" },
			[]string{`NAM-1 heads/2/name "Torvald Esen" "Torvald Essen"`}},
		{"a head without her hyphen", func(s, last *briefing.Statement) { s.Section("heads").People[0].Name = "Ada Lundqvist Moreau" },
			[]string{`NAM-1 heads/1/name "Ada Lundqvist Moreau" "Ada Lundqvist-Moreau"`}},
		{"a new head", func(s, last *briefing.Statement) { s.Section("heads").People[1].Name = "Sigrid Holm" }, nil},
		{"somebody of last year misspelled in the text", func(s, last *briefing.Statement) {
			last.Section("heads").People[1].Name = "Yazdursun Gurbannov"
			replace(s, "cases/0/text", "individual cases", "the cases named by Yazdursun Gurbanov")
		}, []string{`NAM-1 cases/0/text "Yazdursun Gurbanov" "Yazdursun Gurbannov"`}},
		{"a head misspelled in the text", func(s, last *briefing.Statement) {
			replace(s, "heads/0/text", "{{name 2}}", "Torwald Essen")
		}, []string{`NAM-1 heads/0/text "Torwald Essen" "Torvald Essen"`}},
		{"a surname misspelled", func(s, last *briefing.Statement) {
			replace(s, "outcome/0/text", "Both sides agreed", "Ms Lundqvist-Morau and Mr Essenn agreed")
		}, []string{`NAM-1 outcome/0/text "Lundqvist-Morau" "Lundqvist-Moreau"`, `NAM-1 outcome/0/text "Essenn" "Essen"`}},
		{"a figure of a number", func(s, last *briefing.Statement) { s.Section("contacts").People[0].Phones[0] = "+32 2 555 01 50" },
			[]string{`TEL-5 contacts/1/phones "+32 2 555 01 50" "+32 2 555 01 40"`}},
		{"a number in place of another", func(s, last *briefing.Statement) {
			last.Section("contacts").People[0].Phones = []string{"+32 2 555 01 40"}
			s.Section("contacts").People[0].Phones = []string{"+32 2 555 01 40", "+32 455 50 01 40"}
		}, nil},
		{"a figure of a number of next year", func(s, last *briefing.Statement) {
			s.Section("contacts").People[0].Phones[0] = "+32 2 555 01 50"
			last.Date.Year = s.Date.Year + 1
		}, nil},
		{"another post in the text", func(s, last *briefing.Statement) {
			replace(s, "heads/0/text", "{{post 2}}", "Minister of Justice")
		}, []string{`NAM-6 heads/0/text "Minister of Justice at the {{service 2}}" ""`}},
		{"Mr for one only", func(s, last *briefing.Statement) {
			replace(s, "heads/0/text", "{{name 2}}", "Mr {{name 2}}")
		}, []string{`NAM-7 heads/1/name "Ada Lundqvist-Moreau" ""`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, last := sample(t), lastYear(t)
			c.change(&s, &last)
			known := style.Known{
				Directory: style.Directory{}.With(last, s),
				Register:  style.Register{}.With(g, last, s),
				Spelling:  spelling(t),
			}
			var got []string
			for _, f := range style.Check(s, template(t), g, known) {
				got = append(got, fmt.Sprintf("%s %s %q %q", f.Rule, f.At, f.Found, f.Instead))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("found %q\nwant  %q", got, c.want)
			}
		})
	}
}

func replace(s *briefing.Statement, place, old, new string) {
	at, _ := briefing.ParsePlace(place)
	text, _ := s.Text(at)
	if !strings.Contains(text, old) {
		panic("the sample no longer says " + old)
	}
	s.SetText(at, strings.Replace(text, old, new, 1))
}

func TestSiblingsAreCompared(t *testing.T) {
	s, brief := sample(t), sample(t)
	brief.ID, brief.Template, brief.Edition, brief.Place = "brief", "brief", 8, "Oldvik"
	brief.Section("heads").People[1].Name = "Sigrid Holm"
	french := sample(t)
	french.ID, french.Language, french.Partner, french.Place = "fr", "fr", "Norlande", "Aldvique"
	var got []string
	for _, f := range style.Check(s, template(t), guide(t, "en", ""), style.Known{Siblings: []briefing.Statement{brief, french}}) {
		got = append(got, f.Rule+" "+f.At.String()+" "+f.Message)
	}
	want := []string{
		"FACT-3 /0/edition 7 here, 8 in brief.",
		"FACT-3 /0/place Aldvik here, Oldvik in brief.",
		"FACT-3 heads/2/name Torvald Essen here, Sigrid Holm in brief.",
	}
	if !slices.Equal(got, want) {
		t.Errorf("found %q\nwant  %q", got, want)
	}
}

func TestRegister(t *testing.T) {
	g := guide(t, "en", "")
	s, last := sample(t), lastYear(t)
	french := sample(t)
	french.ID, french.Language, french.Partner = "fr", "fr", "Norlande"
	r := style.Register{}.With(g, last, s, french)
	if n := r.Next("Human Rights Dialogue", "norland"); n != 8 {
		t.Errorf("the next is number %d, want 8", n)
	}
	if n := r.Next("Human Rights Dialogue", "Sudland"); n != 0 {
		t.Errorf("the next with a new partner is number %d, want none", n)
	}
	if e, ok := r.Last("Human Rights Dialogue", "Norland", s.Date); !ok || e.ID != last.ID || e.Word != "round" {
		t.Errorf("the last is %+v", e)
	}
	if ids := r.Siblings(s); !slices.Equal(ids, []string{"fr"}) {
		t.Errorf("siblings %q", ids)
	}
	s.Partner, last.Partner = "Kyrgyz Republic", "Kyrgyzstan"
	if n := (style.Register{}).With(g, last).Next(s.Kind, "kyrgyz republic"); n != 7 {
		t.Errorf("after the same partner under another name the next is number %d, want 7", n)
	}
	s.Partner, last.Partner = "Norland", "Norland"
	s.Edition = 9
	later := r.With(g, s)
	if later.Next(s.Kind, s.Partner) != 10 || r.Next(s.Kind, s.Partner) != 8 {
		t.Error("a change is lost, or changes the register before it")
	}
	if n := r.Without(s.ID).Next(s.Kind, s.Partner); n != 7 {
		t.Errorf("without the latest the next is number %d, want 7", n)
	}
}

func TestDirectory(t *testing.T) {
	s, last := sample(t), lastYear(t)
	last.Section("heads").People[1].Post = "Adviser"
	d := style.Directory{}.With(s, last)
	for _, name := range []string{"Torvald Essen", "torvald essen", "Mr Torvald Essen", "Torváld Essen"} {
		if seen, ok := d.Find(name); !ok || seen.Post != "Deputy Minister for Legal Affairs" || seen.When != s.Date {
			t.Errorf("%s is %+v", name, seen)
		}
	}
	if seen, _ := d.Without(s.ID).Find("Torvald Essen"); seen.Post != "Adviser" {
		t.Errorf("before, he was %+v", seen)
	}
	if people := d.People(); len(people) != 4 || people[0].Name != "Ada Lundqvist-Moreau" {
		t.Errorf("people %+v", people)
	}
}

// workspace is what ten thousand statements make known.
func workspace(b *testing.B, g style.Guide) ([]briefing.Statement, style.Known) {
	var all []briefing.Statement
	for i := range 10_000 {
		s := sample(b)
		s.ID, s.Edition, s.Partner = fmt.Sprint(i), i, fmt.Sprint("Partner ", i%150)
		s.Section("heads").People[1].Name = fmt.Sprint("Torvald ", i%3000)
		s.Date.Year = 1990 + i%40
		all = append(all, s)
	}
	return all, style.Known{
		Directory: style.Directory{}.With(all...), Register: style.Register{}.With(g, all...), Spelling: spelling(b),
	}
}

// A workspace of ten thousand statements must not be felt when one is saved.
func BenchmarkSaveAmongTenThousand(b *testing.B) {
	g := guide(b, "en", "")
	all, known := workspace(b, g)
	for b.Loop() {
		known.Directory.With(all[17])
		known.Register.With(g, all[17])
	}
}
