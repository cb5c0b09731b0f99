package briefing

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// Template is the order of parts that statements of one kind follow.
type Template struct {
	Name string `toml:"-"` // of its folder; what a statement's template key says

	Format   int               `toml:"format"`
	Title    string            `toml:"title"`            // what an officer calls it
	Titles   map[string]string `toml:"titles,omitempty"` // in other languages of the desk
	Note     string            `toml:"note,omitempty"`   // when to take it
	Notes    map[string]string `toml:"notes,omitempty"`
	Language string            `toml:"language,omitempty"` // of its default texts
	Kind     string            `toml:"kind,omitempty"`     // of dialogue, for new statements
	Pages    int               `toml:"pages,omitempty"`    // how many a statement should fill at most; 0: any
	Parts    []Part            `toml:"part"`

	Beginnings []Beginning `toml:"beginning,omitempty"` // in other languages
}

// Part is one place in a template and the section that stands there.
type Part struct {
	Key      string            `toml:"key"`
	Kind     PartKind          `toml:"kind"`
	Heading  string            `toml:"heading"`            // on the desk, and printed where ShowHeading says so
	Headings map[string]string `toml:"headings,omitempty"` // in other languages
	Hint     string            `toml:"hint,omitempty"`     // for the writer, until there is text
	Hints    map[string]string `toml:"hints,omitempty"`
	Required bool              `toml:"required,omitempty"`
	Words    int               `toml:"words,omitempty"` // suggested length; of one topic where there are topics

	ShowHeading   bool `toml:"show_heading,omitempty"`
	TopicHeadings bool `toml:"topic_headings,omitempty"` // topics are printed with their headings
	Numbered      bool `toml:"numbered,omitempty"`       // paragraphs are numbered, on from the part before

	Text   Prose    `toml:"text,omitempty"` // to begin with; placeholders are filled from the facts
	Topics []Topic  `toml:"topic,omitempty"`
	People []Person `toml:"person,omitempty"`
}

// PartKind says what the officer writes in a part and how it is printed.
type PartKind string

// The kinds of part.
const (
	HeadlinePart PartKind = "headline" // the title of the document
	DatelinePart PartKind = "dateline" // place, date and reference above the text
	ProsePart    PartKind = "prose"    // paragraphs
	TopicsPart   PartKind = "topics"   // as many headed texts as needed
	PeoplePart   PartKind = "people"   // a text with people's names in it; who it leaves out is listed below
	ContactsPart PartKind = "contacts" // a block for each person
)

var partKinds = []PartKind{HeadlinePart, DatelinePart, ProsePart, TopicsPart, PeoplePart, ContactsPart}

// HeadingIn is the part's heading in a language, or else the one it has.
func (p Part) HeadingIn(lang string) string { return wordsIn(lang, p.Headings, p.Heading) }

// HintIn is the part's hint in a language, or else the one it has.
func (p Part) HintIn(lang string) string { return wordsIn(lang, p.Hints, p.Hint) }

// TitleIn is the template's title in a language, or else the one it has.
func (t Template) TitleIn(lang string) string { return wordsIn(lang, t.Titles, t.Title) }

// NoteIn is the template's note in a language, or else the one it has.
func (t Template) NoteIn(lang string) string { return wordsIn(lang, t.Notes, t.Note) }

// wordsIn are the words in a language, such as "pt-BR", or in what it is a kind
// of, or else those that there are.
func wordsIn(lang string, words map[string]string, otherwise string) string {
	return cmp.Or(words[lang], words[baseLanguage(lang)], otherwise)
}

// Part returns the part of that key. A key the template does not have gives a
// part of prose headed by the key, so that a section is never without a place.
func (t Template) Part(key string) Part {
	for _, p := range t.Parts {
		if p.Key == key {
			return p
		}
	}
	return Part{Key: key, Kind: ProsePart, Heading: key}
}

// Arrange returns the statement with a section for each of the template's
// parts, in their order. Sections the template does not know keep their words
// and follow at the end.
func (t Template) Arrange(s Statement) Statement {
	s = s.Clone()
	old := s.Sections
	s.Sections = nil
	for _, p := range t.Parts {
		sec := Section{Key: p.Key}
		if i := slices.IndexFunc(old, func(x Section) bool { return x.Key == p.Key }); i >= 0 {
			sec = old[i]
			old = slices.Delete(old, i, i+1)
		}
		s.Sections = append(s.Sections, sec)
	}
	s.Sections = append(s.Sections, old...)
	return s
}

// ReadTemplate reads a template as strictly as [ReadStatement] a statement.
func ReadTemplate(r io.Reader) (Template, error) {
	var t Template
	if err := ReadTOML(r, &t); err != nil {
		return Template{}, err
	}
	return t, t.check()
}

func (t Template) check() error {
	if t.Format > Format {
		return &FileError{Message: fmt.Sprintf("this template was written for a newer program (format %d; this one reads up to %d)", t.Format, Format)}
	}
	if t.Format < 1 {
		return &FileError{Message: `this is not a template: it does not begin with "format = 1"`}
	}
	if len(t.Parts) == 0 {
		return &FileError{Message: "the template has no parts"}
	}
	seen := map[string]bool{}
	for _, p := range t.Parts {
		switch {
		case p.Key == "":
			return &FileError{Message: "a part has no key"}
		case seen[p.Key]:
			return &FileError{Message: fmt.Sprintf("part %q stands twice", p.Key)}
		case !slices.Contains(partKinds, p.Kind):
			return &FileError{Message: fmt.Sprintf("part %q: kind %q is not known: write one of %q", p.Key, p.Kind, partKinds)}
		}
		seen[p.Key] = true
	}
	return t.checkBeginnings()
}

// Office is where templates, sheets and guides are looked up: the office's own
// folder first, then what the program brings. It is an [fs.FS] in which a file
// of an earlier folder hides its namesake in a later one.
type Office []fs.FS

// Open opens the first file of that name.
func (o Office) Open(name string) (fs.File, error) {
	for _, shelf := range o {
		f, err := shelf.Open(name)
		if err == nil || !errors.Is(err, fs.ErrNotExist) {
			return f, err
		}
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// Templates reads every template, sorted by name. A template that cannot be
// read is left out and reported in the error; the others are returned still.
func (o Office) Templates() ([]Template, error) {
	var names []string
	for _, shelf := range o {
		found, _ := fs.Glob(shelf, "templates/*/parts.toml")
		for _, f := range found {
			names = append(names, path.Base(path.Dir(f)))
		}
	}
	slices.Sort(names)
	var all []Template
	var errs []error
	for _, name := range slices.Compact(names) {
		t, err := o.Template(name)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		all = append(all, t)
	}
	return all, errors.Join(errs...)
}

// Template reads the template of that name.
func (o Office) Template(name string) (Template, error) {
	file := "templates/" + name + "/parts.toml"
	if strings.Contains(name, "/") || !fs.ValidPath(file) {
		return Template{}, fmt.Errorf("template %q: %w", name, fs.ErrNotExist)
	}
	f, err := o.Open(file)
	if err != nil {
		return Template{}, fmt.Errorf("template %q: %w", name, err)
	}
	defer f.Close()
	t, err := ReadTemplate(f)
	if err != nil {
		return Template{}, fmt.Errorf("%s: %w", file, err)
	}
	t.Name = name
	return t, nil
}
