package briefing

import (
	"slices"
	"strings"
)

// Conflict is a place that two people changed in two ways. What both had
// before stands in the merged statement; here is what each made of it. Empty
// words were not there, or were taken out.
type Conflict struct {
	At                 Place // in the merged statement; its field may be "topic", "person", "order" or "items", too
	Base, Ours, Theirs string
}

// Merge joins two statements that were both made from base. What one of them
// changed, or both alike, is changed in the result: facts, topics and people
// that were added, taken out or moved, and prose sentence by sentence. Where
// both changed the same in two ways, base stays and a conflict is told. Where
// both added at the same place, topics and people are all kept, and sentences
// are a conflict, as are topics and people in one section. Merge is symmetric: who is ours and who is theirs decides
// nothing but the result's ID, which is ours, and the fields of the conflicts.
func Merge(base, ours, theirs Statement) (Statement, []Conflict) {
	m := merger{merged: ours.Clone()}
	m.facts(base, ours, theirs)
	m.merged.Agenda = join(base.Agenda, ours.Agenda, theirs.Agenda)
	m.merged.Carried = join(base.Carried, ours.Carried, theirs.Carried)
	m.merged.Ignored = join(base.Ignored, ours.Ignored, theirs.Ignored)
	m.sections(base.Sections, ours.Sections, theirs.Sections)
	return m.merged, m.conflicts
}

type merger struct {
	merged    Statement
	conflicts []Conflict
}

// words merges what is not parted further.
func (m *merger) words(at Place, base, ours, theirs string) string {
	switch {
	case ours == theirs, theirs == base:
		return ours
	case ours == base:
		return theirs
	}
	m.conflict(at, base, ours, theirs)
	return base
}

func (m *merger) conflict(at Place, base, ours, theirs string) {
	trim := strings.TrimSpace
	m.conflicts = append(m.conflicts, Conflict{at, trim(base), trim(ours), trim(theirs)})
}

// facts merges the facts as they are, since their words may say less.
func (m *merger) facts(base, ours, theirs Statement) {
	m.merged.Format = max(ours.Format, theirs.Format)
	for _, name := range append(Facts(), "precedent") {
		was, _ := base.fact(name)
		a, _ := ours.fact(name)
		b, _ := theirs.fact(name)
		switch {
		case a == b, b == was:
		case a == was:
			m.merged.takeFact(name, theirs)
		default:
			m.conflict(Place{Field: name}, was, a, b)
			m.merged.takeFact(name, base)
		}
	}
}

// join merges lists of what is either there or not.
func join[T comparable](base, ours, theirs []T) []T {
	var joined []T
	steps, _ := weave(base, ours, theirs, kinship[T]{same: func(a, b T) bool { return a == b }})
	for _, s := range steps {
		if s.base != nil && s.ours != nil && s.theirs != nil {
			joined = append(joined, *s.base)
		}
		for _, x := range slices.Concat(s.addedOurs, s.addedTheirs) {
			if !slices.Contains(joined, x) {
				joined = append(joined, x)
			}
		}
	}
	return joined
}

// sections merges the sections by their keys. One that a side does not have
// counts as empty there; it goes if a side took it out and nothing is left.
func (m *merger) sections(base, ours, theirs []Section) {
	m.merged.Sections = nil
	steps, _ := weave(base, ours, theirs, kinship[Section]{same: func(a, b Section) bool { return a.Key == b.Key }})
	for _, s := range steps {
		if s.base != nil {
			m.section(*s.base, s.ours, s.theirs, s.ours != nil && s.theirs != nil)
		}
		for _, added := range slices.Concat(s.addedOurs, s.addedTheirs) {
			if m.merged.section(added.Key) < 0 {
				m.section(Section{Key: added.Key}, withKey(ours, added.Key), withKey(theirs, added.Key), true)
			}
		}
	}
}

func withKey(all []Section, key string) *Section {
	for i := range all {
		if all[i].Key == key {
			return &all[i]
		}
	}
	return nil
}

func (m *merger) section(base Section, ours, theirs *Section, stays bool) {
	key, told := base.Key, len(m.conflicts)
	a, b := Section{}, Section{}
	if ours != nil {
		a = *ours
	}
	if theirs != nil {
		b = *theirs
	}
	sec := Section{Key: key, Text: Prose(m.prose(Place{key, 0, "text"}, string(base.Text), string(a.Text), string(b.Text)))}
	m.items(&sec, base, a, b)
	if stays || !sec.Empty() || len(m.conflicts) > told {
		m.merged.Sections = append(m.merged.Sections, sec)
	}
}

// items merges topics and people. No section has both, so those of base stay
// where one side made the other kind of them.
func (m *merger) items(sec *Section, base, ours, theirs Section) {
	told := len(m.conflicts)
	sec.Topics = m.topics(sec.Key, base.Topics, ours.Topics, theirs.Topics)
	sec.People = m.people(sec.Key, base.People, ours.People, theirs.People)
	if len(sec.Topics) == 0 || len(sec.People) == 0 {
		return
	}
	sec.Topics, sec.People = slices.Clone(base.Topics), slices.Clone(base.People)
	m.conflicts = m.conflicts[:told]
	m.conflict(Place{sec.Key, 0, "items"}, itemWords(base), itemWords(ours), itemWords(theirs))
}

func itemWords(s Section) string {
	var all []string
	for _, t := range s.Topics {
		all = append(all, topicWords(t))
	}
	for _, p := range s.People {
		all = append(all, strings.TrimSpace(personWords(p)))
	}
	return strings.Join(all, "\n\n")
}

func (m *merger) topics(key string, base, ours, theirs []Topic) []Topic {
	var all []Topic
	steps, moved := weave(base, ours, theirs, kinship[Topic]{same: func(a, b Topic) bool { return a == b }, named: Topic.named, words: topicWords})
	orders(m, key, moved, topicWords, base, ours, theirs)
	for _, s := range steps {
		at := func(field string) Place { return Place{key, len(all) + 1, field} }
		switch {
		case s.base == nil:
		case s.ours == nil || s.theirs == nil:
			if stays(m, at("topic"), s, topicWords) {
				all = append(all, *s.base)
			}
		default:
			all = append(all, Topic{
				Heading: m.words(at("heading"), s.base.Heading, s.ours.Heading, s.theirs.Heading),
				Subject: m.words(at("subject"), s.base.Subject, s.ours.Subject, s.theirs.Subject),
				Text:    Prose(m.prose(at("text"), string(s.base.Text), string(s.ours.Text), string(s.theirs.Text))),
			})
		}
		all = append(all, both(s.addedOurs, s.addedTheirs, topicWords)...)
	}
	return all
}

func topicWords(t Topic) string {
	return strings.Join([]string{t.Heading, t.Subject, string(t.Text)}, "\n")
}

func (t Topic) named(o Topic) bool {
	return t.Subject != "" && t.Subject == o.Subject || t.Heading != "" && t.Heading == o.Heading
}

func (m *merger) people(key string, base, ours, theirs []Person) []Person {
	var all []Person
	same := func(a, b Person) bool { return personWords(a) == personWords(b) }
	steps, moved := weave(base, ours, theirs, kinship[Person]{same: same, named: Person.named, words: personWords})
	orders(m, key, moved, personWords, base, ours, theirs)
	for _, s := range steps {
		switch {
		case s.base == nil:
		case s.ours == nil || s.theirs == nil:
			if stays(m, Place{key, len(all) + 1, "person"}, s, personWords) {
				all = append(all, *s.base)
			}
		default:
			all = append(all, m.person(key, len(all)+1, s))
		}
		all = append(all, both(s.addedOurs, s.addedTheirs, personWords)...)
	}
	return all
}

func (m *merger) person(key string, item int, s step[Person]) Person {
	words := func(field string) string {
		was, a, b := s.base.words(field), s.ours.words(field), s.theirs.words(field)
		return m.words(Place{key, item, field}, was, a, b)
	}
	return Person{
		Side: words("side"), Name: words("name"), Post: words("post"), Service: words("service"),
		Phones: phones(words("phones")), Email: words("email"),
	}
}

func (p Person) words(field string) string {
	if field == "phones" {
		return strings.Join(p.Phones, "\n")
	}
	return *p.field(field)
}

func phones(words string) []string {
	if words == "" {
		return nil
	}
	return strings.Split(words, "\n")
}

func personWords(p Person) string {
	var all []string
	for _, field := range PersonFields() {
		all = append(all, p.words(field))
	}
	return strings.Join(all, "\n")
}

func (p Person) named(o Person) bool {
	return p.Name != "" && p.Name == o.Name || p.Email != "" && p.Email == o.Email
}

// stays decides on what one side took out or both did. Where the other side
// wrote in it meanwhile, it stays as it was and a conflict is told.
func stays[T any](m *merger, at Place, s step[T], words func(T) string) bool {
	var left string
	switch {
	case s.ours != nil:
		left = words(*s.ours)
	case s.theirs != nil:
		left = words(*s.theirs)
	default:
		return false
	}
	base := words(*s.base)
	if left == base {
		return false
	}
	if s.ours != nil {
		m.conflict(at, base, left, "")
	} else {
		m.conflict(at, base, "", left)
	}
	return true
}

// both returns what two people added at the same place, what is equal once.
func both[T any](ours, theirs []T, words func(T) string) []T {
	byWords := func(a, b T) int { return strings.Compare(words(a), words(b)) }
	first, second := ours, theirs
	if slices.CompareFunc(ours, theirs, byWords) > 0 {
		first, second = theirs, ours
	}
	all := slices.Clone(first)
	for _, x := range second {
		if !slices.ContainsFunc(first, func(y T) bool { return words(x) == words(y) }) {
			all = append(all, x)
		}
	}
	return all
}

// orders tells of a list that both sides put in another order; that of base
// stands then.
func orders[T any](m *merger, key string, twice bool, words func(T) string, base, ours, theirs []T) {
	if !twice {
		return
	}
	outline := func(all []T) string {
		var firsts []string
		for _, x := range all {
			first, _, _ := strings.Cut(strings.TrimSpace(words(x)), "\n")
			firsts = append(firsts, first)
		}
		return strings.Join(firsts, "\n")
	}
	m.conflict(Place{Section: key, Field: "order"}, outline(base), outline(ours), outline(theirs))
}
