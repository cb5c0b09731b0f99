package intake_test

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"delegation-briefing/briefing"
)

// letters of the sections in testdata/sections.txt.
var letters = map[rune]string{
	'h': "headline", 'd': "dateline", 'o': "opening", 't': "topics", 'c': "cases", 'v': "civil_society",
	'm': "multilateral", 'u': "outcome", 'p': "heads", 'n': "next", 'b': "background", 'k': "contacts",
}

// TestSections measures what share of the paragraphs of published statements
// lands in the section where a person would put it.
func TestSections(t *testing.T) {
	texts := realTexts(t)
	right, all := 0, 0
	for name, want := range labels(t) {
		text, ok := texts[name+".txt"]
		if !ok {
			continue
		}
		s := read(t, text, "").Statement
		paragraphs := paragraphsOf(text)
		if len(paragraphs) != len(want) {
			t.Errorf("%s has %d paragraphs, %d are labelled", name, len(paragraphs), len(want))
			continue
		}
		for i, p := range paragraphs {
			all++
			if got := sectionOf(s, p); got == letters[want[i]] {
				right++
			} else {
				t.Logf("%s %d: %s, should be %s", name, i+1, got, letters[want[i]])
			}
		}
	}
	share := float64(right) / float64(max(all, 1))
	t.Logf("%d of %d paragraphs in the right section: %.1f %%", right, all, 100*share)
	if share < 0.95 {
		t.Errorf("only %.1f %% of the paragraphs are in the right section", 100*share)
	}
}

func labels(t *testing.T) map[string][]rune {
	t.Helper()
	data, err := os.ReadFile("testdata/sections.txt")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]rune{}
	for line := range strings.Lines(string(data)) {
		if fields := strings.Fields(line); len(fields) > 1 && fields[0] != "#" {
			all[fields[0]] = []rune(strings.Join(fields[1:], ""))
		}
	}
	return all
}

// paragraphsOf are the lines of a text that are not blank, as words.
func paragraphsOf(text string) []string {
	var all []string
	for line := range strings.Lines(text) {
		if line = plainWords(line); line != "" {
			all = append(all, line)
		}
	}
	return all
}

func plainWords(line string) string {
	return strings.Join(strings.Fields(strings.TrimPrefix(strings.TrimSpace(line), "• ")), " ")
}

// sectionOf is the section in which a paragraph stands.
func sectionOf(s briefing.Statement, paragraph string) string {
	for _, at := range s.Places() {
		for _, b := range s.Blocks(at) {
			if plainWords(b.Text()) == paragraph {
				return at.Section
			}
		}
		for _, phone := range strings.Split(textAt(s, at), "\n") {
			if at.Field == "phones" && plainWords(phone) == paragraph {
				return at.Section
			}
		}
	}
	return "nowhere"
}

func textAt(s briefing.Statement, at briefing.Place) string {
	text, _ := s.Text(at)
	return text
}

// TestLabelsAreKnown: the data of the measurement is read as it is meant.
func TestLabelsAreKnown(t *testing.T) {
	for _, name := range slices.Sorted(maps.Keys(labels(t))) {
		for _, letter := range labels(t)[name] {
			if letters[letter] == "" {
				t.Errorf("%s: %q is no section", name, letter)
			}
		}
	}
}
