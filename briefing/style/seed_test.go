package style_test

import (
	"bytes"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/intake"
	"delegation-briefing/briefing/style"
)

// The published statement this program grew from has errors that its office
// did not see. Each must be found.
func TestErrorsOfTheFirstStatement(t *testing.T) {
	for _, file := range published(t, "seeds/*.txt") {
		for _, profile := range []string{"press", "strict"} {
			findings := style.Check(read(t, file), template(t), guide(t, "en", profile), style.Known{Spelling: spelling(t)})
			for _, e := range []struct{ name, rule, words, profile string }{
				{"a noun for a verb", "GRA-1", "by implementation", ""},
				{"an article left out", "GRA-1", "conducive environment", ""},
				{"charged of", "COL-1", "charged of", ""},
				{"-ize among -ise", "SPE-1", "stigmatization", ""},
				{"-ize again", "SPE-1", "prioritize", ""},
				{"a date without its year", "DATE-1", "6 March", ""},
				{"the place in the headline only", "STR-2|FACT-2", "Brussels", ""},
				{"the number not in the headline", "STR-2", "Annual", ""},
				{"OSCE not spelled out", "ABB-1", "OSCE", ""},
				{"LGBTI not spelled out", "ABB-1", "LGBTI", ""},
				{"UN not spelled out", "ABB-6", "UN", "strict"},
				{"EU not introduced, then European Union again", "ABB-2", "European Union", ""},
				{"telephone numbers in two forms", "TEL-1", "(0)2 291", ""},
				{"a surname in capitals", "NAM-2", "FONSECA MONIZ", ""},
				{"one strong word at both ends", "REP-2", "reconfirming", ""},
			} {
				if e.profile != "" && e.profile != profile {
					continue
				}
				if !slices.ContainsFunc(findings, func(f style.Finding) bool {
					return strings.Contains(e.rule, f.Rule) && strings.Contains(f.Found, e.words)
				}) {
					t.Errorf("in profile %s: %s is not found", profile, e.name)
				}
			}
		}
	}
}

// read is a published text as the program takes it in.
func read(t testing.TB, file string) (s briefing.Statement) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	text := regexp.MustCompile(`(?m)^# .*\n`).ReplaceAll(data, nil)
	result, err := intake.Read(bytes.NewReader(text), office, "eu-statement")
	if err != nil {
		t.Fatal(err)
	}
	return result.Statement
}
