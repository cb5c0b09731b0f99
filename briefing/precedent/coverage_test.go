package precedent_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/precedent"
)

func priorities(t *testing.T) precedent.Priorities {
	t.Helper()
	p, err := precedent.FindPriorities(briefing.Office{os.DirFS("../../assets")})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestCoverageOfTheAgenda(t *testing.T) {
	last := year(briefing.Topic{Heading: "Rights of the child", Text: "Schools were discussed."})
	this := year(
		briefing.Topic{Heading: "Freedom of expression", Text: briefing.Prose(strings.Repeat("The EU welcomed the law on the press. ", 5))},
		briefing.Topic{Subject: "torture", Text: "Torture was raised."})
	this.Agenda = []string{"freedom of expression", "torture", "rights of the child"}
	var got []string
	for _, c := range priorities(t).Coverage(last, this) {
		if c.Agenda {
			got = append(got, fmt.Sprintf("%s: %s, %d, %d", c.Subject, c.State, c.Words, c.Last))
		}
	}
	want := []string{"freedom of expression: covered, 40, 0", "torture: thin, 3, 0", "rights of the child: missing, 0, 3"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestCoverageOfPriorities(t *testing.T) {
	tests := []struct {
		language, text string
		want           []string // of the subjects that are not missing
	}{
		{"en", "The EU raised the cases of human rights defenders.", []string{"Human rights defenders: thin"}},
		{"en", "Talks on mediation went on in an enabling environment.", nil},
		{"en", "No uprising was spoken of.", nil},
		{"en", "The EU recalled its opposition to capital punishment in all cases and in all circumstances, and asked Norland to return to its moratorium.", []string{"Death penalty: covered"}},
		{"en", "Women’s groups met UN experts.", []string{"Gender equality and women’s rights: thin", "United Nations and multilateral cooperation: thin"}},
		{"fr", "L’UE a évoqué la peine de mort et l’État de droit.", []string{"Peine de mort: thin", "État de droit et justice: thin"}},
		{"fr", "Le traitement des dossiers a été abordé.", nil},
		{"xx", "The death penalty.", nil},
	}
	for _, test := range tests {
		s := year(briefing.Topic{Text: briefing.Prose(test.text)})
		s.Language = test.language
		var got []string
		for _, c := range priorities(t).Coverage(briefing.Statement{}, s) {
			if c.State != precedent.Missing {
				got = append(got, c.Subject+": "+string(c.State))
			}
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: got %q, want %q", test.text, got, test.want)
		}
	}
}

func TestASubjectIsCalledAsOnTheDesk(t *testing.T) {
	s := year()
	s.Language, s.Agenda = "en", briefing.Lines{"Prisons"}
	got := map[string]string{}
	for _, c := range priorities(t).Coverage(briefing.Statement{}, s) {
		got[c.SubjectIn("fr-BE")] = c.SubjectIn("fi")
	}
	for french, otherwise := range map[string]string{"Peine de mort": "Death penalty", "Prisons": "Prisons"} {
		if got[french] != otherwise {
			t.Errorf("%s is %q", french, got[french])
		}
	}
}

// TestPrioritiesAreComplete: each subject has a name and words in each language
// that any has, in lower case.
func TestPrioritiesAreComplete(t *testing.T) {
	for _, s := range priorities(t).Subjects {
		for _, lang := range []string{"en", "fr"} {
			if s.Names[lang] == "" || len(s.Words[lang]) == 0 {
				t.Errorf("%v lacks %s", s.Names, lang)
			}
			for _, w := range s.Words[lang] {
				if w != strings.ToLower(w) || strings.Contains(w, "’") || strings.TrimRight(w, "-") == "" {
					t.Errorf("%v: %q can stand in no text", s.Names, w)
				}
			}
		}
	}
}

// TestRealStatementsCoverPriorities: a statement after a human rights dialogue
// speaks of some priorities and never of all.
func TestRealStatementsCoverPriorities(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/statements/*-20*.txt")
	if len(files) == 0 {
		t.Skip("no real statements here")
	}
	all := priorities(t)
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		s := briefing.Statement{Language: "en", Sections: []briefing.Section{{Key: "x", Text: briefing.Escape(string(text))}}}
		if strings.Contains(file, "-fr") {
			s.Language = "fr"
		} else if slices.ContainsFunc([]string{"-es", "-pt", "-ar", "-ru"}, func(l string) bool {
			return strings.Contains(filepath.Base(file)[3:], l+".") || strings.Contains(file, l+"-")
		}) {
			continue
		}
		var covered int
		cover := all.Coverage(briefing.Statement{}, s)
		for _, c := range cover {
			if c.State != precedent.Missing {
				covered++
			}
		}
		t.Logf("%-40s %d of %d", filepath.Base(file), covered, len(cover))
		if covered < 2 || covered == len(cover) {
			t.Errorf("%s speaks of %d of %d priorities", filepath.Base(file), covered, len(cover))
		}
	}
}

// TestTheAgendaNamesAPriority: it is listed once, as both sides agreed on it.
func TestTheAgendaNamesAPriority(t *testing.T) {
	this := year(briefing.Topic{Text: "The EU raised the death penalty."})
	this.Agenda = []string{"death Penalty "}
	n := 0
	for _, c := range priorities(t).Coverage(briefing.Statement{}, this) {
		if strings.EqualFold(strings.TrimSpace(c.Subject), "death penalty") {
			n++
		}
	}
	if n != 1 {
		t.Errorf("listed %d times", n)
	}
}
