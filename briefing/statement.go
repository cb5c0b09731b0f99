// Package briefing holds the words of a diplomatic statement: its facts, its
// sections, the template they follow, and how they stand in a file. Everything
// here is plain data and pure functions. How the words are set on a page, kept
// in an archive or shown in a window is for the packages beside and below.
package briefing

import (
	"cmp"
	"slices"
	"strings"
)

// Format is the number of the file format this program writes, and the
// highest it reads.
const Format = 1

// Statement is one text as the press office works on it: the statement after a
// dialogue, or the brief before it. It is plain data; use [Statement.Clone]
// where two owners would share it.
type Statement struct {
	ID     string `toml:"-"` // name of its file without folder and ending
	Format int    `toml:"format"`

	Template  string `toml:"template"`
	Language  string `toml:"language"`            // BCP 47, e.g. "en" or "pt-BR"
	Kind      string `toml:"kind,omitempty"`      // of dialogue: "Human Rights Dialogue"
	Partner   string `toml:"partner,omitempty"`   // country or organisation
	Edition   int    `toml:"edition,omitempty"`   // 0: not known
	Date      Date   `toml:"date,omitempty"`      // of the dialogue
	EndDate   Date   `toml:"end_date,omitempty"`  // where it lasted longer than a day
	Place     string `toml:"place,omitempty"`     // city
	Mode      string `toml:"mode,omitempty"`      // how they met when not in one room: "by videoconference"
	Reference string `toml:"reference,omitempty"` // number in the press office's register
	Status    Status `toml:"status,omitempty"`
	Embargo   Moment `toml:"embargo,omitempty"` // not for release before; zero: none
	Marking   string `toml:"marking,omitempty"` // handling marking, e.g. "LIMITED"
	Title     string `toml:"title,omitempty"`   // where it differs from the headline
	Agenda    Lines  `toml:"agenda,omitempty"`  // subjects both sides agreed to speak about
	Precedent string `toml:"precedent,omitempty"`

	Carried  Lines     `toml:"carried,omitempty"` // sentences of the precedent nobody has confirmed yet
	Ignored  []Ignored `toml:"ignored,omitempty"`
	Sections []Section `toml:"section,omitempty"`
}

// Status says how far a statement has come on its way to the press.
type Status string

// A statement is a draft until somebody with the right to do so clears it.
const (
	Draft     Status = "draft"
	Cleared   Status = "cleared"
	Published Status = "published"
)

// Statuses lists the ways a statement's status can be written.
func Statuses() []Status { return []Status{Draft, Cleared, Published} }

// Ignored records that somebody looked at a remark of the house style and
// decided against it.
type Ignored struct {
	Rule string `toml:"rule"`
	Text string `toml:"text,omitempty"` // only for these words; empty: the whole rule
	At   string `toml:"at,omitempty"`   // only at this place, as [Place.String] writes it
	Who  string `toml:"who,omitempty"`
	Why  string `toml:"why,omitempty"`
}

// Section is the content of one part of the template. Text holds prose; a
// section of topics holds these instead, and one of people has its text beside
// the rows that fill it.
type Section struct {
	Key    string   `toml:"key"`
	Text   Prose    `toml:"text,omitempty"`
	Topics []Topic  `toml:"topic,omitempty"`
	People []Person `toml:"person,omitempty"`
}

// Topic is one subject of the dialogue.
type Topic struct {
	Heading string `toml:"heading,omitempty"` // for the desk; printed if the template says so
	Subject string `toml:"subject,omitempty"` // tag that is the same every year: "torture"
	Text    Prose  `toml:"text,omitempty"`
}

// Person is a head of delegation, a participant or a press contact.
type Person struct {
	Side    string   `toml:"side,omitempty"` // "EU" or the partner
	Name    string   `toml:"name,omitempty"`
	Post    string   `toml:"post,omitempty"` // of a contact: the role in the press office
	Service string   `toml:"service,omitempty"`
	Phones  []string `toml:"phones,omitempty"`
	Email   string   `toml:"email,omitempty"`
}

// Empty reports whether nothing is known of the person.
func (p Person) Empty() bool {
	return p.Side+p.Name+p.Post+p.Service+p.Email == "" && len(p.Phones) == 0
}

// Empty reports whether nothing is written in the section.
func (s Section) Empty() bool {
	return s.Text.Blank() &&
		!slices.ContainsFunc(s.Topics, func(t Topic) bool { return t.Heading != "" || !t.Text.Blank() }) &&
		!slices.ContainsFunc(s.People, func(p Person) bool { return !p.Empty() })
}

// Section returns the section of that key; it is empty where there is none.
func (s Statement) Section(key string) Section {
	if i := s.section(key); i >= 0 {
		return s.Sections[i]
	}
	return Section{Key: key}
}

func (s Statement) section(key string) int {
	return slices.IndexFunc(s.Sections, func(x Section) bool { return x.Key == key })
}

// Headline is what the statement is called wherever one line must do: its
// title, or else the text of its headline without markup and with "…" for what
// is not known yet, or else its ID.
func (s Statement) Headline() string {
	if s.Title != "" {
		return s.Title
	}
	var h strings.Builder
	for _, b := range s.Blocks(Place{Section: "headline", Field: "text"}) {
		for _, sp := range b.Spans {
			if sp.Gap {
				sp.Text = "…"
			}
			h.WriteString(sp.Text)
		}
		h.WriteString(" ")
	}
	return cmp.Or(strings.Join(strings.Fields(h.String()), " "), s.ID)
}

// Clone returns a copy that shares nothing that can be changed.
func (s Statement) Clone() Statement {
	s.Agenda = slices.Clone(s.Agenda)
	s.Carried = slices.Clone(s.Carried)
	s.Ignored = slices.Clone(s.Ignored)
	s.Sections = slices.Clone(s.Sections)
	for i := range s.Sections {
		sec := &s.Sections[i]
		sec.Topics = slices.Clone(sec.Topics)
		sec.People = slices.Clone(sec.People)
		for j := range sec.People {
			sec.People[j].Phones = slices.Clone(sec.People[j].Phones)
		}
	}
	return s
}
