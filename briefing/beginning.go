package briefing

import (
	"cmp"
	"fmt"
	"slices"
)

// Beginning is what a statement in another language than the template's begins
// with. A section it leaves out begins empty.
type Beginning struct {
	Language string    `toml:"language"`
	Kind     string    `toml:"kind,omitempty"` // of dialogue, in that language
	Sections []Section `toml:"section"`
}

// Languages are those that the template has texts in, its own first.
func (t Template) Languages() []string {
	all := []string{t.own()}
	for _, b := range t.Beginnings {
		all = append(all, b.Language)
	}
	return all
}

// own is the language of the texts that stand with the template's parts.
func (t Template) own() string { return cmp.Or(t.Language, "en") }

// New begins a statement with the template's texts.
func (t Template) New(id string) Statement { return t.NewIn(t.own(), id) }

// NewIn begins a statement in a language, such as "fr" or "fr-BE", with the
// texts that the template has in it. Where it has none, the texts are empty:
// words of another language would only have to be found and struck out.
func (t Template) NewIn(lang, id string) Statement {
	b := t.beginning(lang)
	s := Statement{ID: id, Format: Format, Template: t.Name, Language: lang, Kind: b.Kind, Status: Draft}
	for _, p := range t.Parts {
		sec := Section{Key: p.Key}
		if i := slices.IndexFunc(b.Sections, func(x Section) bool { return x.Key == p.Key }); i >= 0 {
			sec = b.Sections[i]
		}
		s.Sections = append(s.Sections, sec)
	}
	return s.Clone()
}

// beginning is that of a language, or else of what the language is a kind of.
func (t Template) beginning(lang string) Beginning {
	for _, like := range []string{lang, baseLanguage(lang)} {
		if like == t.own() {
			return t.ownBeginning()
		}
		for _, b := range t.Beginnings {
			if b.Language == like {
				return b
			}
		}
	}
	return Beginning{}
}

// ownBeginning is the texts that stand with the parts.
func (t Template) ownBeginning() Beginning {
	b := Beginning{Language: t.own(), Kind: t.Kind}
	for _, p := range t.Parts {
		b.Sections = append(b.Sections, Section{Key: p.Key, Text: p.Text, Topics: p.Topics, People: p.People})
	}
	return b
}

// checkBeginnings refuses a language twice, and a section without a part.
func (t Template) checkBeginnings() error {
	seen := map[string]bool{t.own(): true}
	for _, b := range t.Beginnings {
		switch {
		case b.Language == "":
			return &FileError{Message: "a beginning has no language"}
		case seen[b.Language]:
			return &FileError{Message: fmt.Sprintf("there are two beginnings in %q", b.Language)}
		}
		seen[b.Language] = true
		for _, sec := range b.Sections {
			if !slices.ContainsFunc(t.Parts, func(p Part) bool { return p.Key == sec.Key }) {
				return &FileError{Message: fmt.Sprintf("the beginning in %q has a section %q that is not a part", b.Language, sec.Key)}
			}
		}
	}
	return nil
}
