package style_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"delegation-briefing/assets"
	"delegation-briefing/briefing"
	"delegation-briefing/briefing/style"
)

// office is what the program brings.
var office = briefing.Office{assets.Files}

func guide(t testing.TB, lang, profile string) style.Guide {
	t.Helper()
	g, err := style.FindGuide(office, "eu-statement", lang, profile)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// spelling is the dictionary that comes with the program, read once.
func spelling(t testing.TB) *style.Spelling {
	t.Helper()
	sp, err := readSpelling()
	if err != nil {
		t.Fatal(err)
	}
	return sp
}

func known(t testing.TB, lang string) style.Known {
	if lang != "en" {
		return style.Known{}
	}
	return style.Known{Spelling: spelling(t)}
}

var readSpelling = sync.OnceValues(func() (*style.Spelling, error) { return style.FindSpelling(office, "en") })

func template(t testing.TB) briefing.Template {
	t.Helper()
	tmpl, err := office.Template("eu-statement")
	if err != nil {
		t.Fatal(err)
	}
	return tmpl
}

// published lists published statements, which are not part of the project.
func published(t testing.TB, pattern string) []string {
	t.Helper()
	files, _ := filepath.Glob("../../../shared/" + pattern)
	if len(files) == 0 {
		t.Skip("no published statements beside the repository")
	}
	return files
}

// pasted is a text as an officer pastes it before sorting it into parts:
// headline, opening, the rest among the topics, contacts as they stand.
func pasted(t testing.TB, file string) briefing.Statement {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	s := template(t).New("pasted")
	if m := otherLanguage.FindStringSubmatch(file); m != nil {
		s.Language = m[1]
	}
	for i := range s.Sections {
		s.Sections[i] = briefing.Section{Key: s.Sections[i].Key}
	}
	lines := regexp.MustCompile(`(?m)^# .*\n`).ReplaceAllString(string(data), "")
	headline, body, _ := strings.Cut(strings.TrimLeft(lines, "\n"), "\n")
	if len(headline) > 160 {
		headline, body = "", lines
	}
	s.Sections[0].Text = briefing.Escape(headline)
	if at := regexp.MustCompile(`(?m)^\PL+\+\d|^\pL[\pL ]+\n.*\n\+\d`).FindStringIndex(body); at != nil {
		setText(&s, "contacts", body[at[0]:])
		body = body[:at[0]]
	}
	var opening []string
	var topics []briefing.Topic
	for _, paragraph := range strings.Split(body, "\n") {
		switch {
		case paragraph == "":
		case briefing.Words(strings.Join(opening, " ")) < 12:
			opening = append(opening, paragraph)
		default:
			topics = append(topics, briefing.Topic{Text: briefing.Escape(paragraph)})
		}
	}
	setText(&s, "opening", strings.Join(opening, "\n\n"))
	for i := range s.Sections {
		if s.Sections[i].Key == "topics" {
			s.Sections[i].Topics = topics
		}
	}
	return s
}

var otherLanguage = regexp.MustCompile(`-(fr|es|pt|ru|ar)[.-]`)

func setText(s *briefing.Statement, key, text string) {
	s.SetText(briefing.Place{Section: key, Field: "text"}, string(briefing.Escape(text)))
}

// TestReadAloud prints the findings on published statements, to be read by a
// person: ALOUD='statements/0*.txt' go test -run ReadAloud -v
func TestReadAloud(t *testing.T) {
	if os.Getenv("ALOUD") == "" {
		t.Skip("set ALOUD to read the findings on published statements")
	}
	for _, file := range published(t, os.Getenv("ALOUD")) {
		s := read(t, file)
		t.Logf("== %s", filepath.Base(file))
		for _, f := range style.Check(s, template(t), guide(t, s.Language, os.Getenv("PROFILE")), known(t, s.Language)) {
			t.Logf("%-6s %-7s %-18s %q -> %q %v | %s", f.Rule, f.Severity, f.At, f.Found, f.Instead, f.Safe, f.Message)
		}
	}
}
