package intake

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode"

	"delegation-briefing/briefing"
)

// tables are the office's lists of words that intake goes by.
type tables struct {
	subjects []Subject
	spoken   phrases // of subjects, by tag
	kinds    []kind
	signs    phrases // of sections
	headers  phrases // lines above the text that are no headline
	modes    phrases
}

// Subject is a topic that comes back every year, whatever it is called.
type Subject struct {
	Tag      string            `toml:"tag"`
	Headings map[string]string `toml:"heading"`
	Words    []Phrase          `toml:"words"`
}

// Phrase is words to be found in a text, see [phrases].
type Phrase string

// UnmarshalText refuses a phrase without a word, which would be found nowhere
// and everywhere.
func (p *Phrase) UnmarshalText(text []byte) error {
	if len(bytes.TrimSpace(text)) == 0 {
		return errors.New("a phrase has no words: write some or take it out")
	}
	*p = Phrase(text)
	return nil
}

// kind is a series of dialogues and what it is called.
type kind struct {
	Names map[string]string `toml:"name"`
	Words []Phrase          `toml:"words"`

	finder phrases
}

type subjectFile struct {
	Format   int       `toml:"format"`
	Subjects []Subject `toml:"subject"`
}

type signFile struct {
	Format  int                 `toml:"format"`
	Kinds   []kind              `toml:"kind"`
	Headers []Phrase            `toml:"headers"`
	Modes   []Phrase            `toml:"modes"`
	Section map[string][]Phrase `toml:"section"`
}

// Subjects lists the office's subjects, in its order.
func Subjects(office briefing.Office) ([]Subject, error) {
	var f subjectFile
	if err := readTable(office, "intake/subjects.toml", &f); err != nil {
		return nil, err
	}
	return f.Subjects, nil
}

// Heading is what the desk calls the subject in a language, or else in
// English.
func (s Subject) Heading(lang string) string {
	base, _, _ := strings.Cut(lang, "-")
	if h := s.Headings[base]; h != "" {
		return h
	}
	return s.Headings["en"]
}

func readTables(office briefing.Office) (*tables, error) {
	subjects, err := Subjects(office)
	if err != nil {
		return nil, err
	}
	var signs signFile
	if err := readTable(office, "intake/signs.toml", &signs); err != nil {
		return nil, err
	}
	t := &tables{subjects: subjects, kinds: signs.Kinds}
	for _, s := range t.subjects {
		t.spoken.add(s.Tag, s.Words)
	}
	for i := range t.kinds {
		t.kinds[i].finder.add("kind", t.kinds[i].Words)
	}
	for key, list := range signs.Section {
		t.signs.add(key, list)
	}
	t.headers.add("header", signs.Headers)
	t.modes.add("mode", signs.Modes)
	return t, nil
}

func readTable(office briefing.Office, name string, v any) error {
	f, err := office.Open(name)
	if err != nil {
		return fmt.Errorf("opening the words for import: %w", err)
	}
	defer f.Close()
	if err := briefing.ReadTOML(f, v); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// phrases finds sequences of words. A phrase is written as words with spaces:
// "headed|led by" has a choice, "diplom* channel" a word that only begins so,
// and "held … dialogue" up to eight words between. Case and accents do not
// count.
type phrases struct {
	first map[string][]phrase // by the first letters of the first word
}

type phrase struct {
	name  string
	words [][]string // choices for each word; nil: up to eight words
}

// gap is how many words "…" stands for at most.
const gap = 8

func (p *phrases) add(name string, list []Phrase) {
	if p.first == nil {
		p.first = map[string][]phrase{}
	}
	for _, line := range list {
		var ph phrase
		ph.name = name
		for word := range strings.FieldsSeq(string(line)) {
			if word == "…" {
				ph.words = append(ph.words, nil)
				continue
			}
			var choices []string
			for choice := range strings.SplitSeq(word, "|") {
				choices = append(choices, briefing.Fold(choice))
			}
			ph.words = append(ph.words, choices)
		}
		seen := map[string]bool{}
		for _, choice := range ph.words[0] {
			if key := start(choice); !seen[key] {
				seen[key] = true
				p.first[key] = append(p.first[key], ph)
			}
		}
	}
}

// start is what a word and a phrase that may begin with it share.
func start(word string) string {
	n := 0
	for i := range word {
		if n == 2 || word[i] == '*' {
			return word[:i]
		}
		n++
	}
	return word
}

// find calls found for each phrase in the words, with the range it covers.
func (p *phrases) find(words []string, found func(name string, from, to int)) {
	for i, word := range words {
		for _, ph := range p.first[start(word)] {
			if n := match(words[i:], ph.words); n > 0 {
				found(ph.name, i, i+n)
			}
		}
	}
}

// has reports whether a phrase of that name stands in the words.
func (p *phrases) has(name string, words []string) bool {
	has := false
	p.find(words, func(found string, _, _ int) { has = has || found == name })
	return has
}

// match is the number of words that a phrase covers at their beginning, or 0.
func match(words []string, pattern [][]string) int {
	at := 0
	for i, choices := range pattern {
		if choices == nil {
			for skip := 0; skip <= gap && at+skip < len(words); skip++ {
				if n := match(words[at+skip:], pattern[i+1:]); n > 0 {
					return at + skip + n
				}
			}
			return 0
		}
		if at == len(words) || !fits(words[at], choices) {
			return 0
		}
		at++
	}
	return at
}

func fits(word string, choices []string) bool {
	for _, choice := range choices {
		if stem, ok := strings.CutSuffix(choice, "*"); ok && strings.HasPrefix(word, stem) || word == choice {
			return true
		}
	}
	return false
}

// tokens are the words of a text in lower case, without accents and signs.
func tokens(text string) []string {
	return strings.FieldsFunc(briefing.Fold(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r)
	})
}
