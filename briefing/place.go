package briefing

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Place names one piece of text in a statement. Remarks, runs of print and
// edits all say where they are with a Place, so that a click, a remark and an
// undo meet.
//
//	{"", 0, "partner"}        a fact of the statement
//	{"opening", 0, "text"}    the prose of a section
//	{"topics", 2, "heading"}  a field of the section's second topic
//	{"heads", 1, "name"}      a field of the section's first person
type Place struct {
	Section string // key of the section; empty for the facts
	Item    int    // the topic or person, from 1; 0: the section itself
	Field   string
}

// String writes the place as "topics/2/heading"; [ParsePlace] reads it.
func (p Place) String() string {
	return p.Section + "/" + strconv.Itoa(p.Item) + "/" + p.Field
}

// ParsePlace reads what [Place.String] writes.
func ParsePlace(s string) (Place, error) {
	if section, rest, ok := strings.Cut(s, "/"); ok {
		if item, field, ok := strings.Cut(rest, "/"); ok {
			if n, err := strconv.Atoi(item); err == nil && n >= 0 && field != "" {
				return Place{section, n, field}, nil
			}
		}
	}
	return Place{}, fmt.Errorf("%q does not name a place: write section/item/field", s)
}

// Places lists every piece of text of the statement in reading order: the
// sections' prose, the topics' headings and texts, the people's fields. Facts
// are not among them; [Facts] lists these.
func (s Statement) Places() []Place {
	var all []Place
	for _, sec := range s.Sections {
		all = append(all, Place{sec.Key, 0, "text"})
		for i := range sec.Topics {
			all = append(all, Place{sec.Key, i + 1, "heading"}, Place{sec.Key, i + 1, "text"})
		}
		for i := range sec.People {
			for _, f := range PersonFields() {
				all = append(all, Place{sec.Key, i + 1, f})
			}
		}
	}
	return all
}

// Facts names the facts in the order a form shows them.
func Facts() []string {
	return []string{"kind", "partner", "edition", "date", "end_date", "place", "mode",
		"reference", "language", "template", "status", "embargo", "marking", "title"}
}

// PersonFields names the fields of a person in the order they are printed.
func PersonFields() []string {
	return []string{"side", "name", "post", "service", "phones", "email"}
}

// Text returns the words at a place, as they are written (phones one a line).
// It reports false where the statement has no such place.
func (s Statement) Text(at Place) (string, bool) {
	if at.Section == "" {
		return s.fact(at.Field)
	}
	i := s.section(at.Section)
	if i < 0 {
		return "", false
	}
	sec := s.Sections[i]
	switch n := at.Item - 1; {
	case at.Item == 0 && at.Field == "text":
		return string(sec.Text), true
	case n >= 0 && n < len(sec.Topics):
		if f := sec.Topics[n].field(at.Field); f != nil {
			return *f, true
		}
	case n >= 0 && n < len(sec.People):
		p := sec.People[n]
		if at.Field == "phones" {
			return strings.Join(p.Phones, "\n"), true
		}
		if f := p.field(at.Field); f != nil {
			return *f, true
		}
	}
	return "", false
}

// SetText puts words at a place. It changes nothing and reports false where
// there is no such place, where the words are not valid UTF-8, or where a fact
// cannot be read from them (a date, a number). What shares memory with the
// statement's sections sees the change: [Statement.Clone] first.
func (s *Statement) SetText(at Place, text string) bool {
	if !utf8.ValidString(text) {
		return false
	}
	if at.Section == "" {
		return s.setFact(at.Field, text)
	}
	i := s.section(at.Section)
	if i < 0 {
		return false
	}
	sec := &s.Sections[i]
	switch n := at.Item - 1; {
	case at.Item == 0 && at.Field == "text":
		sec.Text = Prose(text)
		return true
	case n >= 0 && n < len(sec.Topics):
		if f := sec.Topics[n].field(at.Field); f != nil {
			*f = text
			return true
		}
	case n >= 0 && n < len(sec.People):
		if at.Field == "phones" {
			sec.People[n].Phones = lines(text)
			return true
		}
		if f := sec.People[n].field(at.Field); f != nil {
			*f = text
			return true
		}
	}
	return false
}

func (t *Topic) field(name string) *string {
	switch name {
	case "heading":
		return &t.Heading
	case "subject":
		return &t.Subject
	case "text":
		return (*string)(&t.Text)
	}
	return nil
}

func (p *Person) field(name string) *string {
	switch name {
	case "side":
		return &p.Side
	case "name":
		return &p.Name
	case "post":
		return &p.Post
	case "service":
		return &p.Service
	case "email":
		return &p.Email
	}
	return nil
}

// words finds the facts that are held as they are written.
func (s *Statement) words(name string) *string {
	switch name {
	case "template":
		return &s.Template
	case "language":
		return &s.Language
	case "kind":
		return &s.Kind
	case "partner":
		return &s.Partner
	case "place":
		return &s.Place
	case "mode":
		return &s.Mode
	case "reference":
		return &s.Reference
	case "marking":
		return &s.Marking
	case "title":
		return &s.Title
	case "precedent":
		return &s.Precedent
	}
	return nil
}

// EmbargoForm is how the time of an embargo is written and read. Seconds, which
// a file may have, are written where there are some.
const EmbargoForm = "2006-01-02 15:04 -07:00"

const embargoSeconds = "2006-01-02 15:04:05 -07:00"

func (s Statement) fact(name string) (string, bool) {
	if f := s.words(name); f != nil {
		return *f, true
	}
	switch name {
	case "edition":
		if s.Edition == 0 {
			return "", true
		}
		return strconv.Itoa(s.Edition), true
	case "date":
		return s.Date.String(), true
	case "end_date":
		return s.EndDate.String(), true
	case "status":
		return string(s.Status), true
	case "embargo":
		if s.Embargo.IsZero() {
			return "", true
		}
		if s.Embargo.Second() != 0 {
			return s.Embargo.Format(embargoSeconds), true
		}
		return s.Embargo.Format(EmbargoForm), true
	}
	return "", false
}

func (s *Statement) setFact(name, text string) bool {
	if f := s.words(name); f != nil {
		*f = text
		return true
	}
	text = strings.TrimSpace(text)
	switch name {
	case "edition":
		n := 0
		if text != "" {
			var err error
			if n, err = strconv.Atoi(text); err != nil || n < 0 {
				return false
			}
		}
		s.Edition = n
		return true
	case "date":
		return setDate(&s.Date, text)
	case "end_date":
		return setDate(&s.EndDate, text)
	case "status":
		if text != "" && !slices.Contains(Statuses(), Status(text)) {
			return false
		}
		s.Status = Status(text)
		return true
	case "embargo":
		return setMoment(&s.Embargo, text)
	}
	return false
}

// takeFact makes a fact what it is in another statement.
func (s *Statement) takeFact(name string, from Statement) {
	if f := s.words(name); f != nil {
		*f = *from.words(name)
		return
	}
	switch name {
	case "edition":
		s.Edition = from.Edition
	case "date":
		s.Date = from.Date
	case "end_date":
		s.EndDate = from.EndDate
	case "status":
		s.Status = from.Status
	case "embargo":
		s.Embargo = from.Embargo
	}
}

func setDate(d *Date, text string) bool {
	parsed, err := ParseDate(text)
	if err == nil {
		*d = parsed
	}
	return err == nil
}

func setMoment(m *Moment, text string) bool {
	if text == "" {
		*m = Moment{}
		return true
	}
	for _, form := range []string{EmbargoForm, embargoSeconds, time.RFC3339, "2006-01-02T15:04Z07:00"} {
		if parsed, err := time.Parse(form, text); err == nil {
			m.Time = parsed
			return true
		}
	}
	return false
}

// lines splits text into its lines and drops the blank ones.
func lines(text string) []string {
	var kept []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			kept = append(kept, line)
		}
	}
	return kept
}
