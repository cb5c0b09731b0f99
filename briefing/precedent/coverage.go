package precedent

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"delegation-briefing/briefing"
)

// Cover says how well a subject is covered.
type Cover struct {
	Subject string
	Agenda  bool // both sides agreed to speak about it; else it is a priority
	Words   int  // of what is said on it
	Last    int  // so, last time
	State   State

	names map[string]string // of a priority, by language
}

// SubjectIn is the subject in a language, or else as it stands.
func (c Cover) SubjectIn(lang string) string {
	base, _, _ := strings.Cut(lang, "-")
	return cmp.Or(c.names[base], c.Subject)
}

// State says whether enough is said on a subject.
type State string

// A subject is covered, touched upon, or not spoken of.
const (
	Covered State = "covered"
	Thin    State = "thin"
	Missing State = "missing"
)

// thinBelow is how many words a subject needs at least.
const thinBelow = 20

func state(words int) State {
	switch {
	case words == 0:
		return Missing
	case words < thinBelow:
		return Thin
	}
	return Covered
}

// Priorities are the subjects that matter to the office in every dialogue. They
// are data: an office may have its own.
type Priorities struct {
	Format   int        `toml:"format"`
	Subjects []Priority `toml:"subject"`
}

// Priority is one subject: what it is called and the words that tell it, in
// lower case, by language. "defender-" stands for every word that begins so.
type Priority struct {
	Names map[string]string   `toml:"names"`
	Words map[string][]string `toml:"words"`
}

// readPriorities reads a list of priorities, as strictly as other files are
// read.
func readPriorities(r io.Reader) (Priorities, error) {
	var p Priorities
	err := briefing.ReadTOML(r, &p)
	return p, err
}

// FindPriorities reads the office's list of priorities, or else the shipped
// one.
func FindPriorities(office briefing.Office) (Priorities, error) {
	const name = "precedent/priorities.toml"
	f, err := office.Open(name)
	if err != nil {
		return Priorities{}, fmt.Errorf("reading %s: %w", name, err)
	}
	defer f.Close()
	p, err := readPriorities(f)
	if err != nil {
		return Priorities{}, fmt.Errorf("%s: %w", name, err)
	}
	return p, nil
}

// Coverage looks for each subject of the agreed agenda and for each priority in
// a statement, and in the last one. The agenda stands first. Priorities without
// words in the language of the statement are left out, and those the agenda
// names already.
func (p Priorities) Coverage(last, this briefing.Statement) []Cover {
	var all []Cover
	add := func(c Cover) {
		c.State = state(c.Words)
		all = append(all, c)
	}
	old, new := topicsOf(last), topicsOf(this)
	for _, subject := range this.Agenda {
		add(Cover{Subject: subject, Agenda: true, Words: wordsAbout(new, subject), Last: wordsAbout(old, subject)})
	}
	base, _, _ := strings.Cut(this.Language, "-")
	for _, s := range p.Subjects {
		if tells := s.Words[base]; len(tells) > 0 && !s.among(this.Agenda) {
			add(Cover{Subject: s.Names[base], Words: wordsTelling(this, tells), Last: wordsTelling(last, tells), names: s.Names})
		}
	}
	return all
}

// among reports whether one of some subjects is the priority, by any of its
// names.
func (p Priority) among(subjects []string) bool {
	return slices.ContainsFunc(subjects, func(subject string) bool {
		for _, name := range p.Names {
			if briefing.Fold(name) == briefing.Fold(strings.TrimSpace(subject)) {
				return true
			}
		}
		return false
	})
}

// wordsAbout counts the words of the topics on a subject of the agenda, which
// is told by their subject, their heading or their words.
func wordsAbout(topics []topic, subject string) int {
	n := 0
	for _, t := range topics {
		if about(t, subject) {
			n += briefing.Words(t.text)
		}
	}
	return n
}

// about reports whether most words of a subject stand in a topic.
func about(t topic, subject string) bool {
	in := strings.ToLower(t.subject + " " + t.name + " " + t.text)
	hits, words := 0, 0
	for _, w := range strings.Fields(strings.ToLower(subject)) {
		if len(w) > 3 {
			words++
			if strings.Contains(in, strings.TrimRight(w, "s")) {
				hits++
			}
		}
	}
	return words > 0 && hits*2 > words
}

// wordsTelling counts the words of the sentences in which one of some words
// stands, and of the topics in whose headings one does.
func wordsTelling(s briefing.Statement, tells []string) int {
	n := 0
	for _, at := range s.Places() {
		if at.Field != "text" {
			continue
		}
		heading, _ := s.Text(briefing.Place{Section: at.Section, Item: at.Item, Field: "heading"})
		whole := at.Item > 0 && tellsOf(heading, tells)
		plain := s.Plain(at)
		for _, r := range briefing.Sentences(plain) {
			if text := plain[r.Start:r.End]; whole || tellsOf(text, tells) {
				n += briefing.Words(text)
			}
		}
	}
	return n
}

// tellsOf reports whether one of some words stands in a text.
func tellsOf(text string, tells []string) bool {
	lower := strings.ReplaceAll(strings.Join(strings.Fields(strings.ToLower(text)), " "), "’", "'")
	return slices.ContainsFunc(tells, func(tell string) bool {
		tell, begins := strings.CutSuffix(tell, "-")
		for at := 0; ; {
			i := strings.Index(lower[at:], tell)
			if i < 0 || tell == "" {
				return false
			}
			start := at + i
			at = start + len(tell)
			before, _ := utf8.DecodeLastRuneInString(lower[:start])
			after, _ := utf8.DecodeRuneInString(lower[at:])
			if !unicode.IsLetter(before) && (begins || !unicode.IsLetter(after)) {
				return true
			}
		}
	})
}
