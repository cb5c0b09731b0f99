package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"delegation-briefing/app/window/field"
	"delegation-briefing/briefing"
	"delegation-briefing/briefing/intake"
	"delegation-briefing/briefing/style"
)

// How many people, and how many subjects, are offered at once.
const (
	mostSuggestions = 5
	mostSubjects    = 8
)

// suggest offers the people of the workspace whose names begin as typed, the
// posts and services there are, and the office's subjects.
func (k *desk) suggest(f *field.Field, at briefing.Place, typed string) {
	var all []suggestion
	switch at.Field {
	case "name":
		all = k.peopleLike(at, typed)
	case "post":
		all = k.valuesLike(at, typed, func(p briefing.Person) string { return p.Post })
	case "service":
		all = k.valuesLike(at, typed, func(p briefing.Person) string { return p.Service })
	case "subject":
		all = k.subjectsLike(at, typed)
	default:
		return
	}
	k.suggestions.show(f, all)
	k.suggestions.must = at.Field == "subject" && len(all) > 0 && !k.isSubject(typed)
	k.placeSuggestions()
}

func (k *desk) peopleLike(at briefing.Place, typed string) []suggestion {
	var all []suggestion
	for _, seen := range k.others(at).Completions(typed, mostSuggestions) {
		if seen.Name != typed {
			all = append(all, suggestion{seen.Name, joined(seen.Post, seen.Service), func() { k.takePerson(at, seen.Person) }})
		}
	}
	return all
}

// valuesLike offers a post or a service that somebody in the workspace has.
func (k *desk) valuesLike(at briefing.Place, typed string, of func(briefing.Person) string) []suggestion {
	var all []suggestion
	known := map[string]bool{typed: true, "": true}
	start := briefing.Fold(typed)
	for _, seen := range k.others(at).People() {
		if value := of(seen.Person); len(all) < mostSuggestions && start != "" && !known[value] && strings.HasPrefix(briefing.Fold(value), start) {
			known[value] = true
			all = append(all, suggestion{value, seen.Name, func() { k.takeValue(at, value) }})
		}
	}
	return all
}

// subjectsLike offers the subjects in whose tag or heading a word begins as
// typed.
func (k *desk) subjectsLike(at briefing.Place, typed string) []suggestion {
	var all []suggestion
	start := " " + strings.TrimSpace(briefing.Fold(typed))
	for _, s := range k.events.subjects() {
		heading := s.Heading(interfaceLanguage())
		like := strings.Contains(" "+briefing.Fold(heading+" "+s.Tag), start)
		if len(all) < mostSubjects && start != " " && typed != s.Tag && like {
			all = append(all, suggestion{s.Tag, heading, func() { k.takeValue(at, s.Tag) }})
		}
	}
	return all
}

// isSubject reports whether words are the tag of one of the office's subjects.
func (k *desk) isSubject(words string) bool {
	return slices.ContainsFunc(k.events.subjects(), func(s intake.Subject) bool { return s.Tag == words })
}

// others is the directory with this statement's people as they are now, but for the
// one whose row it is: a name that was just mended there is nobody's any more.
func (k *desk) others(at briefing.Place) style.Directory {
	s := k.draft.Statement().Clone()
	edit(&s, at.Section, func(sec *briefing.Section) {
		if at.Item <= len(sec.People) {
			sec.People = slices.Delete(sec.People, at.Item-1, at.Item)
		}
	})
	return k.events.people().With(s)
}

// takePerson writes a person's row as it was last time: what the row has no place
// for stays outside.
func (k *desk) takePerson(at briefing.Place, known briefing.Person) {
	if k.template.Part(at.Section).Kind == briefing.ContactsPart {
		known = briefing.Person{Name: known.Name, Post: known.Post, Phones: known.Phones, Email: known.Email}
	} else {
		known.Phones, known.Email = nil, ""
	}
	k.draft.Change(L("person from the directory"), func(s *briefing.Statement) {
		edit(s, at.Section, func(sec *briefing.Section) {
			if at.Item > len(sec.People) {
				return
			}
			p := &sec.People[at.Item-1]
			if known.Side == "" {
				known.Side = p.Side
			}
			*p = known
			p.Phones = slices.Clone(known.Phones)
		})
	})
	k.focus(k.goTo(at, len(known.Name)))
}

func (k *desk) takeValue(at briefing.Place, value string) {
	k.draft.Pause()
	k.draft.Type(at, value)
	k.draft.Pause()
	k.focus(k.goTo(at, len(value)))
}

func joined(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), ", ")
}

// placeSuggestions puts the offers below their field, or above where there is no
// room.
func (k *desk) placeSuggestions() {
	f := k.suggestions.under
	if f == nil {
		return
	}
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(f).Subtract(driver.AbsolutePositionForObject(k.content))
	room, size := k.content.Size(), k.suggestions.MinSize()
	size.Width = max(size.Width, min(f.Size().Width, 420))
	at.X = max(0, min(at.X, room.Width-size.Width))
	if below := at.Y + f.Size().Height; below+size.Height <= room.Height {
		at.Y = below
	} else {
		at.Y -= size.Height
	}
	k.suggestions.Move(at)
	k.suggestions.Resize(size)
}
