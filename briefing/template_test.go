package briefing_test

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"delegation-briefing/briefing"
)

const parts = `format = 1
title = "Note"
language = "fr"
[[part]]
key = "headline"
kind = "headline"
heading = "Headline"
headings = { fr = "Titre" }
text = "{{partner}}"
[[part]]
key = "topics"
kind = "topics"
heading = "Topics"
[[part.topic]]
heading = "Media"
`

func shelf(title string) fs.FS {
	text := strings.Replace(parts, `"Note"`, `"`+title+`"`, 1)
	return fstest.MapFS{"templates/note/parts.toml": {Data: []byte(text)}}
}

func TestOfficeComesFirst(t *testing.T) {
	shipped := shelf("Shipped").(fstest.MapFS)
	shipped["templates/brief/parts.toml"] = &fstest.MapFile{Data: []byte(parts)}
	office := briefing.Office{shelf("Ours"), shipped}
	all, err := office.Templates()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, tmpl := range all {
		got = append(got, tmpl.Name+"="+tmpl.Title)
	}
	if want := "brief=Note note=Ours"; strings.Join(got, " ") != want {
		t.Errorf("templates are %v, want %s", got, want)
	}
	if _, err := office.Template("../note"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a name that is a path: %v", err)
	}
}

func TestBrokenTemplateHidesNoOther(t *testing.T) {
	broken := fstest.MapFS{"templates/worse/parts.toml": {Data: []byte("format = 1\nheading = 3\n")}}
	all, err := briefing.Office{broken, shelf("Note")}.Templates()
	if len(all) != 1 || all[0].Name != "note" {
		t.Errorf("templates are %v", all)
	}
	if err == nil || !strings.Contains(err.Error(), "templates/worse/parts.toml: line 2") {
		t.Errorf("the broken one is reported as %v", err)
	}
}

func TestReadTemplateRefuses(t *testing.T) {
	tests := map[string]string{
		"no parts":       "format = 1\ntitle = \"x\"\n",
		"stands twice":   parts + "[[part]]\nkey = \"topics\"\nkind = \"prose\"\n",
		"is not known":   strings.Replace(parts, `kind = "topics"`, `kind = "verse"`, 1),
		"newer program":  strings.Replace(parts, "format = 1", "format = 2", 1),
		"not a template": strings.Replace(parts, "format = 1\n", "", 1),
		"no key":         parts + "[[part]]\nkind = \"prose\"\n",
	}
	for want, file := range tests {
		if _, err := briefing.ReadTemplate(strings.NewReader(file)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("want %q, got %v", want, err)
		}
	}
}

func TestNewAndArrange(t *testing.T) {
	tmpl, err := briefing.Office{shelf("Note")}.Template("note")
	if err != nil {
		t.Fatal(err)
	}
	s := tmpl.New("first")
	if s.Template != "note" || s.Language != "fr" || s.Status != briefing.Draft || len(s.Sections) != 2 {
		t.Errorf("new statement is %+v", s)
	}
	s.Sections[1].Topics[0].Heading = "changed"
	if tmpl.Parts[1].Topics[0].Heading != "Media" {
		t.Error("the statement shares its topics with the template")
	}

	s.Sections = []briefing.Section{{Key: "annex", Text: "kept"}, {Key: "topics", Topics: s.Sections[1].Topics}}
	var keys []string
	for _, sec := range tmpl.Arrange(s).Sections {
		keys = append(keys, sec.Key)
	}
	if got := strings.Join(keys, " "); got != "headline topics annex" {
		t.Errorf("sections are %s", got)
	}
	if h := tmpl.Part("headline").HeadingIn("fr-BE"); h != "Titre" {
		t.Errorf("heading in Belgian French is %q", h)
	}
	hinted := briefing.Part{Hint: "Who?", Hints: map[string]string{"fr": "Qui ?"}}
	if fr, de := hinted.HintIn("fr-BE"), hinted.HintIn("de"); fr != "Qui ?" || de != "Who?" {
		t.Errorf("hints are %q and %q", fr, de)
	}
}
