package intake_test

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/intake"
)

// office is what the program brings.
func office(t testing.TB) briefing.Office {
	t.Helper()
	return briefing.Office{os.DirFS("../../assets")}
}

// read reads a text as the program does, and fails the test where it cannot.
func read(t testing.TB, text, template string) intake.Result {
	t.Helper()
	got, err := intake.Read(strings.NewReader(text), office(t), template)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// words counts the words of a text: what stands between spaces. Marks of list
// items and numbers of paragraphs, which templates print, are none, and places
// where a word may be parted are no part of it.
func words(text string) map[string]int {
	count := map[string]int{}
	for _, w := range strings.FieldsFunc(strings.ReplaceAll(text, "\u00ad", ""), func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }) {
		if w = strings.Trim(w, "\u200b\u2060\ufeff"); w != "" && !slices.Contains(listMarks, w) && !paragraphNumber.MatchString(w) {
			count[w]++
		}
	}
	return count
}

var paragraphNumber = regexp.MustCompile(`^[1-9][0-9]{0,2}\.$`)

var listMarks = strings.Split("• ‣ ◦ ▪ ● ∙ · – — * + - \uf0b7", " ")

// printed is every word that a statement prints: its sections, the headings
// and numbers of the template where they replace the text's own.
func printed(t testing.TB, s briefing.Statement, text string) string {
	t.Helper()
	template, err := office(t).Template(s.Template)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	filled := map[briefing.Place]bool{}
	for _, at := range s.Places() {
		if at.Item == 0 {
			takeFilled(s, at, filled)
		}
		part := template.Part(at.Section)
		if at.Field == "heading" && !part.TopicHeadings || at.Field == "side" {
			continue // for the desk
		}
		if filled[at] {
			continue // stands in the text of the section
		}
		b.WriteString(s.Plain(at) + "\n")
	}
	for _, part := range template.Parts {
		heading := part.HeadingIn(s.Language)
		if part.ShowHeading && linesLike(heading, text) > linesLike(heading, b.String()) {
			b.WriteString(heading + "\n")
		}
	}
	return b.String()
}

// takeFilled adds the fields of rows that the text of a section takes in.
func takeFilled(s briefing.Statement, text briefing.Place, filled map[briefing.Place]bool) {
	for _, b := range s.Blocks(text) {
		for _, sp := range b.Spans {
			if sp.From != text {
				filled[sp.From] = true
			}
		}
	}
}

// linesLike counts the lines that are a heading and nothing else.
func linesLike(heading, text string) int {
	n := 0
	for line := range strings.Lines(text) {
		if slices.Equal(strings.Fields(line), strings.Fields(heading)) {
			n++
		}
	}
	return n
}

// lost compares words before and after: what is missing, and what is doubled.
func lost(before, after map[string]int) (missing, doubled []string) {
	for w, n := range before {
		if after[w] < n {
			missing = append(missing, w)
		}
	}
	for w, n := range after {
		if before[w] < n {
			doubled = append(doubled, w)
		}
	}
	return missing, doubled
}

var comment = regexp.MustCompile(`(?m)\A(?:# (?:source|status):.*\n)+\n?`)

// realTexts are published statements, kept beside the repository.
func realTexts(t testing.TB) map[string]string {
	t.Helper()
	names, _ := filepath.Glob("../../../shared/statements/*.txt")
	seeds, _ := filepath.Glob("../../../shared/seeds/*.txt")
	names = append(names, seeds...)
	if len(names) == 0 {
		t.Skip("no published statements here")
	}
	texts := map[string]string{}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts[filepath.Base(name)] = string(comment.ReplaceAll(bytes.TrimPrefix(data, []byte("\ufeff")), nil))
	}
	return texts
}

// TestNoWordLost: every word of a published statement stands in one place.
func TestNoWordLost(t *testing.T) {
	texts := realTexts(t)
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		t.Run(name, func(t *testing.T) {
			templates := []string{"", "eu-statement", "joint-statement", "communique", "brief"}
			if watched {
				templates = templates[:1]
			}
			for _, template := range templates {
				s := read(t, texts[name], template).Statement
				missing, doubled := lost(words(texts[name]), words(printed(t, s, texts[name])))
				if len(missing)+len(doubled) > 0 {
					t.Errorf("template %q: lost %q, doubled %q", template, missing, doubled)
				}
			}
		})
	}
}

// asUTF8 is data that is read as UTF-8 as the text it is.
func asUTF8(data []byte) (string, bool) {
	text := strings.TrimPrefix(string(data), "\ufeff")
	return text, utf8.ValidString(text) && !strings.Contains(text, "\x00")
}
