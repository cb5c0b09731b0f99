package intake_test

import (
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/intake"
)

// TestSubjects: every subject has a tag of its own and headings, and those
// that templates and samples use are among them.
func TestSubjects(t *testing.T) {
	all, err := intake.Subjects(office(t))
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, s := range all {
		if known[s.Tag] || s.Tag == "" || len(s.Words) == 0 {
			t.Errorf("subject %q is there twice or without words", s.Tag)
		}
		known[s.Tag] = true
		for _, lang := range []string{"en", "fr", "es", "pt", "de", "it", "ru", "ar"} {
			if s.Headings[lang] == "" {
				t.Errorf("subject %q has no heading in %s", s.Tag, lang)
			}
		}
	}
	if s := all[0]; s.Heading("fr-BE") != s.Headings["fr"] || s.Heading("xx") != s.Headings["en"] {
		t.Errorf("headings %q, %q", s.Heading("fr-BE"), s.Heading("xx"))
	}
	assets := os.DirFS("../../assets")
	err = fs.WalkDir(assets, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".toml" || !strings.HasPrefix(name, "templates/") && !strings.HasPrefix(name, "samples/") {
			return err
		}
		data, err := fs.ReadFile(assets, name)
		for line := range strings.Lines(string(data)) {
			if tag, ok := strings.CutPrefix(line, "subject = "); ok && !known[strings.Trim(tag, "\"\n")] {
				t.Errorf("%s: subject %s is not in the table", name, tag)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestOwnSubjects: an office's own table stands before the program's, and a
// fault in it is told with its line.
func TestOwnSubjects(t *testing.T) {
	own := func(table string) briefing.Office {
		return append(briefing.Office{fstest.MapFS{"intake/subjects.toml": {Data: []byte(table)}}}, office(t)...)
	}
	text := "The EU and Norland held their 7th Human Rights Dialogue in Aldvik on 6 March 2026.\n\nBoth sides spoke for hours about the herring quota of the outer islands."
	got, err := intake.Read(strings.NewReader(text), own("format = 1\n[[subject]]\ntag = \"fish\"\nheading = { en = \"Fisheries\" }\nwords = [\"herring*\"]\n"), "eu-statement")
	if err != nil {
		t.Fatal(err)
	}
	if topic := got.Statement.Section("topics").Topics[0]; topic.Subject != "fish" || topic.Heading != "Fisheries" {
		t.Errorf("topic %+v", topic)
	}
	_, err = intake.Read(strings.NewReader(text), own("format = 1\n[[subject]]\ntga = \"fish\"\n"), "")
	if err == nil || !strings.Contains(err.Error(), "intake/subjects.toml: line 3") {
		t.Errorf("error %v", err)
	}
}

// TestPhrasesWithoutWords: an empty line in a table is told with its place.
func TestPhrasesWithoutWords(t *testing.T) {
	for _, test := range []struct{ name, file, table, want string }{
		{"subject", "subjects", "[[subject]]\ntag = \"a\"\nwords = [\"x\"]\n[[subject]]\ntag = \"b\"\nwords = [\"herring\", \"\"]\n", "line 7"},
		{"header", "signs", "headers = [\"press release\", \" \"]\n", "line 2"},
		{"mode", "signs", "modes = [\"\"]\n", "line 2"},
		{"kind", "signs", "[[kind]]\nwords = [\"\"]\n", "line 3"},
		{"section", "signs", "[section]\nopening = [\"held\"]\nnext = [\"\"]\n", "line 4"},
	} {
		t.Run(test.name, func(t *testing.T) {
			own := fstest.MapFS{"intake/" + test.file + ".toml": {Data: []byte("format = 1\n" + test.table)}}
			_, err := intake.Read(strings.NewReader(norland), append(briefing.Office{own}, office(t)...), "")
			if err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), "no words") {
				t.Errorf("error %v, want %q", err, test.want)
			}
		})
	}
}
