package window

import (
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/briefing"
)

// topics makes a card for each topic of a section, and the button that adds
// one.
func (k *desk) topics(sec briefing.Section, part briefing.Part) []fyne.CanvasObject {
	var cards []fyne.CanvasObject
	for i := range sec.Topics {
		cards = append(cards, k.topic(sec, i+1, part))
	}
	add := widget.NewButtonWithIcon(L("Add topic"), theme.ContentAddIcon(), func() {
		k.addTopic(sec.Key, len(sec.Topics))
	})
	add.Importance = widget.LowImportance
	return append(cards, container.NewHBox(add))
}

// topic is one card: heading and handles above, the text below.
func (k *desk) topic(sec briefing.Section, n int, part briefing.Part) fyne.CanvasObject {
	at := briefing.Place{Section: sec.Key, Item: n, Field: "text"}
	heading := k.field(briefing.Place{Section: sec.Key, Item: n, Field: "heading"}, L("Heading for the desk"))
	heading.Bold = true
	text := k.field(at, part.Hint)
	count := small()
	k.counts[at] = count
	k.count(count, k.draft.Statement(), at)
	if k.folded[foldKey(sec, n)] {
		text.Hide()
	}
	tools := container.NewHBox(count,
		tool(theme.MoveUpIcon(), n > 1, func() { k.moveTopic(sec.Key, n, n-1) }),
		tool(theme.MoveDownIcon(), n < len(sec.Topics), func() { k.moveTopic(sec.Key, n, n+1) }),
		tool(theme.MenuDropDownIcon(), true, func() { k.fold(sec.Key, n) }),
		tool(theme.DeleteIcon(), true, func() { k.removeTopic(sec.Key, n) }),
	)
	return container.New(column{}, container.NewBorder(nil, nil, nil, tools, heading), text)
}

func tool(icon fyne.Resource, enabled bool, action func()) *widget.Button {
	b := widget.NewButtonWithIcon("", icon, action)
	b.Importance = widget.LowImportance
	if !enabled {
		b.Disable()
	}
	return b
}

// foldKey is what a fold is remembered by: a topic that moves stays folded.
func foldKey(sec briefing.Section, n int) string {
	t := sec.Topics[n-1]
	return sec.Key + "\x00" + t.Heading + "\x00" + t.Subject + "\x00" + strings.TrimSpace(string(t.Text))
}

func (k *desk) fold(section string, n int) {
	key := foldKey(k.draft.Statement().Section(section), n)
	if k.folded[key] {
		delete(k.folded, key)
	} else {
		k.folded[key] = true
	}
	k.layOut()
}

// foldAll folds every topic, or where all are folded opens them.
func (k *desk) foldAll() {
	s := k.draft.Statement()
	all := map[string]bool{}
	for _, sec := range s.Sections {
		for i := range sec.Topics {
			all[foldKey(sec, i+1)] = true
		}
	}
	if maps.Equal(all, k.folded) {
		clear(all)
	}
	k.folded = all
	k.layOut()
}

// unfold opens the topic at a place, so that its words can be seen.
func (k *desk) unfold(at briefing.Place) {
	sec := k.draft.Statement().Section(at.Section)
	if at.Item < 1 || at.Item > len(sec.Topics) || !k.folded[foldKey(sec, at.Item)] {
		return
	}
	delete(k.folded, foldKey(sec, at.Item))
	k.layOut()
}

// topicAt is the section and number of the topic that the caret is in.
func (k *desk) topicAt() (section string, n int, ok bool) {
	sec := k.draft.Statement().Section(k.at.Section)
	return sec.Key, k.at.Item, k.at.Item > 0 && k.at.Item <= len(sec.Topics)
}

// addTopic adds an empty topic after the nth and puts the caret there.
func (k *desk) addTopic(section string, after int) {
	k.draft.Change(L("add topic"), func(s *briefing.Statement) {
		edit(s, section, func(sec *briefing.Section) {
			sec.Topics = slices.Insert(sec.Topics, min(after, len(sec.Topics)), briefing.Topic{})
		})
	})
	k.focus(k.goTo(briefing.Place{Section: section, Item: after + 1, Field: "heading"}, 0))
}

func (k *desk) removeTopic(section string, n int) {
	k.draft.Change(L("remove topic"), func(s *briefing.Statement) {
		edit(s, section, func(sec *briefing.Section) {
			if n <= len(sec.Topics) {
				sec.Topics = slices.Delete(sec.Topics, n-1, n)
			}
		})
	})
}

// moveTopic moves a topic and keeps the caret in it.
func (k *desk) moveTopic(section string, from, to int) {
	sec := k.draft.Statement().Section(section)
	if to < 1 || to > len(sec.Topics) {
		return
	}
	at, offset := k.at, k.offset
	k.draft.Change(L("move topic"), func(s *briefing.Statement) {
		edit(s, section, func(sec *briefing.Section) {
			sec.Topics[from-1], sec.Topics[to-1] = sec.Topics[to-1], sec.Topics[from-1]
		})
	})
	k.layOut()
	if at.Section == section && at.Item == from {
		at.Item = to
		k.focus(k.goTo(at, offset))
	}
}

// edit changes a section, which the statement may yet have to be given.
func edit(s *briefing.Statement, key string, change func(*briefing.Section)) {
	for i := range s.Sections {
		if s.Sections[i].Key == key {
			change(&s.Sections[i])
			return
		}
	}
	s.Sections = append(s.Sections, briefing.Section{Key: key})
	change(&s.Sections[len(s.Sections)-1])
}
