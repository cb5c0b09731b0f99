package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/briefing"
)

// topics makes a card for each topic of a section, and the button that adds
// one.
func (k *desk) topics(sec briefing.Section, part briefing.Part, old fields) []fyne.CanvasObject {
	var cards []fyne.CanvasObject
	for i := range sec.Topics {
		at := topicPlace(sec.Key, i+1)
		k.cards[at] = k.newCard(at, part.HintIn(interfaceLanguage()), old)
		cards = append(cards, k.cards[at].body)
	}
	add := newIconButton(L("Add topic"), theme.ContentAddIcon(), func() {
		k.addTopic(sec.Key, len(k.draft.Statement().Section(sec.Key).Topics))
	})
	add.Importance = widget.LowImportance
	return append(cards, container.NewHBox(add))
}

func topicPlace(section string, n int) briefing.Place {
	return briefing.Place{Section: section, Item: n, Field: "text"}
}

// topicOf is the topic whose text stands at a place.
func topicOf(s briefing.Statement, at briefing.Place) briefing.Topic {
	if topics := s.Section(at.Section).Topics; at.Item <= len(topics) {
		return topics[at.Item-1]
	}
	return briefing.Topic{}
}

// fold folds a topic, or opens it.
func (k *desk) fold(at briefing.Place) {
	k.folded[at] = !k.folded[at]
	k.showFold(at)
	k.settle()
	k.keepKeysInSight()
}

// foldAll folds every topic, or where all are folded opens them.
func (k *desk) foldAll() {
	fold := false
	for at := range k.cards {
		fold = fold || !k.folded[at]
	}
	for at := range k.cards {
		k.folded[at] = fold
		k.showFold(at)
	}
	k.settle()
	k.keepKeysInSight()
}

// keepKeysInSight gives the keys of a field that was folded away to the heading
// of its topic: nobody types where nothing can be seen.
func (k *desk) keepKeysInSight() {
	if !k.folded[topicPlace(k.at.Section, k.at.Item)] || k.at.Field == "heading" {
		return
	}
	heading := briefing.Place{Section: k.at.Section, Item: k.at.Item, Field: "heading"}
	if f := k.fields[heading]; f != nil {
		k.focus(k.goTo(heading, len(f.Text())))
	}
}

// unfold opens the topic at a place, so that its words can be seen.
func (k *desk) unfold(at briefing.Place) {
	if topic := topicPlace(at.Section, at.Item); k.folded[topic] && at.Field != "heading" {
		k.fold(topic)
	}
}

func (k *desk) showFold(at briefing.Place) {
	if c := k.cards[at]; c != nil {
		c.show(k.folded[at])
	}
}

// topicAt is the section and number of the topic that the caret is in.
func (k *desk) topicAt() (section string, n int, ok bool) {
	sec := k.draft.Statement().Section(k.at.Section)
	return sec.Key, k.at.Item, k.at.Item > 0 && k.at.Item <= len(sec.Topics)
}

// addTopic adds an empty topic after the nth and puts the caret there.
func (k *desk) addTopic(section string, after int) {
	k.changeTopics(L("add topic"), section, func(sec *briefing.Section) {
		sec.Topics = slices.Insert(sec.Topics, min(after, len(sec.Topics)), briefing.Topic{})
	})
	k.focus(k.goTo(briefing.Place{Section: section, Item: after + 1, Field: "heading"}, 0))
}

func (k *desk) removeTopic(section string, n int) {
	topics := k.draft.Statement().Section(section).Topics
	if n > len(topics) {
		return
	}
	name := topicName(topics[n-1], n)
	k.changeTopics(L("remove topic"), section, func(sec *briefing.Section) {
		sec.Topics = slices.Delete(sec.Topics, n-1, n)
	})
	k.events.removed(name)
}

// moveTopic moves a topic. The caret stays in its words, whichever topic they are in.
func (k *desk) moveTopic(section string, from, to int) {
	if to < 1 || max(from, to) > len(k.draft.Statement().Section(section).Topics) {
		return
	}
	at, offset := k.at, k.offset
	k.changeTopics(L("move topic"), section, func(sec *briefing.Section) {
		topic := sec.Topics[from-1]
		sec.Topics = slices.Insert(slices.Delete(sec.Topics, from-1, from), to-1, topic)
	})
	if moved := numberAfter(at.Item, from, to); at.Section == section && moved != at.Item {
		at.Item = moved
		k.focus(k.goTo(at, offset))
	}
}

// numberAfter is the number of a topic once one of them was moved.
func numberAfter(n, from, to int) int {
	switch {
	case n == from:
		return to
	case from < n && n <= to:
		return n - 1
	case to <= n && n < from:
		return n + 1
	}
	return n
}

// changeTopics changes the topics of a section; those that were folded stay
// folded, wherever they go.
func (k *desk) changeTopics(name, section string, change func(*briefing.Section)) {
	folded := map[briefing.Topic]bool{}
	for i, t := range k.draft.Statement().Section(section).Topics {
		folded[t] = k.folded[topicPlace(section, i+1)]
	}
	k.draft.Change(name, func(s *briefing.Statement) { edit(s, section, change) })
	for i, t := range k.draft.Statement().Section(section).Topics {
		at := topicPlace(section, i+1)
		k.folded[at] = folded[t]
		k.showFold(at)
	}
	k.settle()
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
