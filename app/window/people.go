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
	add := widget.NewButtonWithIcon(L("Add person"), theme.ContentAddIcon(), func() {
		k.addPerson(sec.Key, len(k.draft.Statement().Section(sec.Key).People))
	})
	add.Importance = widget.LowImportance
	return append(cards, container.NewHBox(add))
}

func (k *desk) person(section string, n int, contacts bool, old fields) fyne.CanvasObject {
	fields := []struct{ name, hint string }{
		{"name", L("Name")}, {"side", L("Side: EU or partner")}, {"post", L("Post")}, {"service", L("Service")},
	}
	if contacts {
		fields = []struct{ name, hint string }{
			{"name", L("Name")}, {"post", L("Role")}, {"phones", L("Telephone numbers, one a line")}, {"email", L("E-mail")},
		}
	}
	var cells []fyne.CanvasObject
	for _, f := range fields {
		cells = append(cells, k.field(briefing.Place{Section: section, Item: n, Field: f.name}, f.hint, old))
	}
	remove := tool(theme.DeleteIcon(), true, func() { k.removePerson(section, n) })
	return rail(container.New(row{}, container.New(halves{}, cells...), remove))
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
