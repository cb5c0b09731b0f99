package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/briefing"
)

// people makes a card for each person: contacts have a role and numbers, heads
// of delegation a side, a post and a service.
func (k *desk) people(sec briefing.Section, contacts bool, old fields) []fyne.CanvasObject {
	var cards []fyne.CanvasObject
	for i := range sec.People {
		cards = append(cards, k.person(sec.Key, i+1, contacts, old))
	}
	add := newIconButton(L("Add person"), theme.ContentAddIcon(), func() {
		k.addPerson(sec.Key, len(k.draft.Statement().Section(sec.Key).People))
	})
	add.Importance = widget.LowImportance
	return append(cards, container.NewHBox(add))
}

// person is the row of a person. A contact has a service only where the file says so.
func (k *desk) person(section string, n int, contacts bool, old fields) fyne.CanvasObject {
	fields := []struct{ name, hint string }{
		{"name", L("Name")}, {"side", L("Side: EU or partner")}, {"post", L("Post")}, {"service", L("Service")},
	}
	if contacts {
		service := fields[3]
		fields = []struct{ name, hint string }{
			{"name", L("Name")}, {"post", L("Role")}, {"phones", L("Telephone numbers, one a line")}, {"email", L("E-mail")},
		}
		if k.draft.Statement().Section(section).People[n-1].Service != "" {
			fields = append(fields, service)
		}
	}
	var cells []fyne.CanvasObject
	for _, f := range fields {
		cells = append(cells, k.field(briefing.Place{Section: section, Item: n, Field: f.name}, f.hint, old))
	}
	remove := tool(theme.DeleteIcon(), true, func() { k.removePerson(section, n) })
	return rail(container.New(row{}, container.New(halves, cells...), remove))
}

// personAt is the section and number of the person that the caret is in.
func (k *desk) personAt() (section string, n int, ok bool) {
	sec := k.draft.Statement().Section(k.at.Section)
	return sec.Key, k.at.Item, k.at.Item > 0 && k.at.Item <= len(sec.People)
}

// addPerson adds a person after the one that the caret is in, or at the end of
// the section there, or among the contacts for the press.
func (w *Window) addPerson() {
	section, n, ok := w.desk.personAt()
	if !ok {
		if w.desk.template.Part(section).Kind != briefing.PeoplePart {
			section = w.contacts()
		}
		n = len(w.draft.Statement().Section(section).People)
	}
	if section != "" {
		w.desk.addPerson(section, n)
	}
}

// contacts is the key of the template's section for the press; "" where it has
// none.
func (w *Window) contacts() string {
	for _, p := range w.desk.template.Parts {
		if p.Kind == briefing.ContactsPart {
			return p.Key
		}
	}
	return ""
}

func (w *Window) removePerson() {
	if section, n, ok := w.desk.personAt(); ok {
		w.desk.removePerson(section, n)
	}
}

func (k *desk) addPerson(section string, after int) {
	k.draft.Change(L("add person"), func(s *briefing.Statement) {
		edit(s, section, func(sec *briefing.Section) {
			sec.People = slices.Insert(sec.People, min(after, len(sec.People)), briefing.Person{})
		})
	})
	k.focus(k.goTo(briefing.Place{Section: section, Item: after + 1, Field: "name"}, 0))
}

func (k *desk) removePerson(section string, n int) {
	k.draft.Change(L("remove person"), func(s *briefing.Statement) {
		edit(s, section, func(sec *briefing.Section) {
			if n <= len(sec.People) {
				sec.People = slices.Delete(sec.People, n-1, n)
			}
		})
	})
}
