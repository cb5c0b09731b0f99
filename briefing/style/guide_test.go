package style_test

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/style"
)

func TestAGuideSaysWhereItIsWrong(t *testing.T) {
	for name, c := range map[string]struct{ file, want string }{
		"not a guide":       {`title = "x"`, `format = 1`},
		"newer":             {`format = 99`, "newer program"},
		"unknown key":       {"format = 1\n[rule.X-1]\nmesage = \"x\"", `line 3, column 1: unknown key "rule.X-1.mesage"`},
		"unknown severity":  {"format = 1\n[rule.X-1]\nseverity = \"bad\"", "line 3"},
		"broken expression": {"format = 1\n[[rule.X-1.pattern]]\nfind = '(a'", "line 3"},
		"unknown check":     {"format = 1\n[rule.X-1]\ncheck = \"x\"", `there is no check "x"`},
	} {
		t.Run(name, func(t *testing.T) {
			workspace := fstest.MapFS{"style.toml": {Data: []byte(c.file)}}
			_, err := style.FindGuide(append(briefing.Office{workspace}, office...), "eu-statement", "en", "")
			if err == nil || !strings.Contains(err.Error(), "style.toml: ") || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want %q in it", err, c.want)
			}
		})
	}
}

func TestOfficeChangesWhatItNames(t *testing.T) {
	workspace := fstest.MapFS{
		"style.toml": {Data: []byte(`format = 1
[rule.COL-1]
severity = "must"
[rule.COL-1.phrases]
"charged of" = "accused of"
[rule.ABB-1]
on = false
[rule.OUR-1]
message = "We say {instead}."
phrases = { "exchanges" = "talks" }
`)},
		"templates/brief/style.toml": {Data: []byte("format = 1\n[rule.OUR-1]\non = false\n")},
	}
	s := sample(t)
	s.SetText(briefing.Place{Section: "outcome", Field: "text"}, "The exchanges in the OSCE: charged of, discuss on.")
	check := func(name string) []string {
		g, err := style.FindGuide(briefing.Office{workspace, office}, name, "en", "")
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range style.Check(s, template(t), g, style.Known{}) {
			got = append(got, f.Rule+" "+f.Severity.String()+" "+f.Instead)
		}
		return got
	}
	want := []string{"OUR-1 advice talks", "COL-1 must accused of", "COL-1 must discuss"}
	if got := check("eu-statement"); !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
	if got := check("brief"); !slices.Equal(got, want[1:]) {
		t.Errorf("in a brief found %q, want %q", got, want[1:])
	}
}

func TestFindGuideWithoutAFileForTheLanguage(t *testing.T) {
	s := briefing.Statement{Language: "ru", Sections: []briefing.Section{{Key: "outcome", Text: "They wish to to prioritize it."}}}
	var rules []string
	for _, f := range style.Check(s, template(t), guide(t, "ru", ""), style.Known{}) {
		rules = append(rules, f.Rule)
	}
	if !slices.Contains(rules, "DUP-1") || slices.Contains(rules, "SPE-1") {
		t.Errorf("rules for Russian: %v", rules)
	}
}

func TestUnknownProfileNamesTheOthers(t *testing.T) {
	_, err := style.FindGuide(office, "eu-statement", "en", "loud")
	if err == nil || !strings.Contains(err.Error(), "e123, isg, press, strict") {
		t.Errorf("error %v", err)
	}
}

func TestIgnoredFindingsStaySilent(t *testing.T) {
	tmpl, g := template(t), guide(t, "en", "")
	count := func(ignored ...briefing.Ignored) int {
		s := flawed(t)
		s.Ignored = ignored
		return len(style.Check(s, tmpl, g, style.Known{}))
	}
	all := style.Check(flawed(t), tmpl, g, style.Known{})
	for _, f := range all {
		if got := count(f.Ignore("Ada", "as agreed")); got != len(all)-1 {
			t.Errorf("with %q ignored %d findings, want %d", f.Found, got, len(all)-1)
		}
		elsewhere := f.Ignore("Ada", "")
		elsewhere.At = "opening/0/text"
		if got := count(elsewhere); got != len(all) {
			t.Errorf("ignored elsewhere, %q counts %d", f.Found, got)
		}
	}
	if got := count(briefing.Ignored{Rule: all[0].Rule}); got >= len(all) {
		t.Error("a whole rule ignored changes nothing")
	}
}

func TestMessagesInTheLanguageOfTheInterface(t *testing.T) {
	g, err := guide(t, "en", "strict").In(office, "fr-BE")
	if err != nil {
		t.Fatal(err)
	}
	s := flawed(t)
	for _, f := range style.Check(s, template(t), g, style.Known{}) {
		if f.Rule == "DUP-1" && f.Message != "«\u00a0of\u00a0» s’y trouve deux fois." {
			t.Errorf("message %q", f.Message)
		}
	}
	for _, lang := range []string{"en", "fr"} {
		translated, err := guide(t, lang, "strict").In(office, "fr")
		if err != nil {
			t.Fatal(err)
		}
		for id, before := range guide(t, lang, "strict").Rules {
			after := translated.Rules[id]
			if after.Message == before.Message {
				t.Errorf("%s for %s has no French message", id, lang)
			}
			for key := range before.Say {
				if after.Say[key] == before.Say[key] {
					t.Errorf("%s for %s has no French message for %q", id, lang, key)
				}
			}
		}
	}
	if same, err := g.In(office, "fi"); err != nil || len(style.Check(s, template(t), same, style.Known{})) != len(style.Check(s, template(t), g, style.Known{})) {
		t.Errorf("a language without messages: %v", err)
	}
}

// TestSectionsAreNamedAsOnTheDesk: whoever reads French looks for "Résultats"
// there, whatever the statement's language.
func TestSectionsAreNamedAsOnTheDesk(t *testing.T) {
	form := briefing.Template{Parts: []briefing.Part{
		{Key: "outcome", Heading: "Outcome", Headings: map[string]string{"fr": "Résultats"}, Kind: briefing.ProsePart, Required: true},
	}}
	for lang, heading := range map[string]string{"en": "Outcome", "fr": "Résultats", "fi": "Outcome"} {
		for _, of := range []string{"en", "fr"} {
			g, err := guide(t, of, "strict").In(office, lang)
			if err != nil {
				t.Fatal(err)
			}
			found := style.Check(briefing.Statement{Language: of}, form, g, style.Known{})
			named := func(f style.Finding) bool {
				return f.At.Section == "outcome" && strings.Contains(f.Message, heading)
			}
			if !slices.ContainsFunc(found, named) {
				t.Errorf("in %s, of a statement in %s: %v", lang, of, found)
			}
		}
	}
}

// What the guide tells an office to write must work.
func TestExampleInTheGuide(t *testing.T) {
	guide, err := fs.ReadFile(office[0], "style/common.toml")
	if err != nil {
		t.Fatal(err)
	}
	var example strings.Builder
	for line := range strings.Lines(string(guide)) {
		if text, ok := strings.CutPrefix(line, "#     "); ok {
			example.WriteString(text)
		}
	}
	workspace := fstest.MapFS{"style.toml": {Data: []byte(example.String())}}
	g, err := style.FindGuide(briefing.Office{workspace, office[0]}, "eu-statement", "en", "")
	if err != nil {
		t.Fatalf("%v in\n%s", err, &example)
	}
	s := sample(t)
	s.SetText(briefing.Place{Section: "outcome", Field: "text"}, "The talks utilise 5 percent of the OSCE budget.")
	s, _ = style.Fix(s, style.Check(s, template(t), g, style.Known{}))
	var got []string
	for _, f := range style.Check(s, template(t), g, style.Known{}) {
		got = append(got, f.Rule+" "+f.Found)
	}
	text := s.Plain(briefing.Place{Section: "outcome", Field: "text"})
	if !slices.Contains(got, "OUR-1 talks") || !slices.Contains(got, "OUR-1 utilise") || !strings.Contains(text, "5\u00a0%") || slices.Contains(got, "ABB-1 OSCE") {
		t.Errorf("%q: found %q", text, got)
	}
}
