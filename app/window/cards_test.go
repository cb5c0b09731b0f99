package window

import (
	"path/filepath"
	"testing"

	"delegation-briefing/briefing"
)

// TestFarCardsAreHidden lays out more topics than can be seen: those far away
// are hidden and keep their room, and going to one shows it.
func TestFarCardsAreHidden(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.draft.Change("add topics", func(s *briefing.Statement) {
		edit(s, "topics", func(sec *briefing.Section) {
			for range 60 {
				sec.Topics = append(sec.Topics, briefing.Topic{Heading: "More", Text: "Both sides spoke of water."})
			}
		})
	})
	last := topicPlace("topics", len(a.draft.Statement().Section("topics").Topics))
	shown := func() (n int) {
		for _, c := range a.desk.cards {
			if !c.away() {
				n++
			}
		}
		return n
	}
	card := a.desk.cards[last]
	if n := shown(); n == 0 || n > 30 || !card.away() {
		t.Errorf("%d of %d cards are shown", n, len(a.desk.cards))
	}
	room := card.body.Size().Height
	if room < 60 {
		t.Errorf("a hidden card has a room of %v", room)
	}
	a.goTo(last, 0)
	if card.away() || a.win.Canvas().Focused() != a.desk.fields[last] {
		t.Error("the topic that the officer went to is not shown")
	}
}

// TestALongSubjectHasRoom types a subject that does not fit on a line: the card
// grows by it.
func TestALongSubjectHasRoom(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	card := a.desk.cards[topicPlace("topics", 1)]
	a.at("topics", 1, "subject")
	before := card.body.Size().Height
	a.typed(" and the freedom of assembly and of association along the coast")
	subject := a.desk.fields[briefing.Place{Section: "topics", Item: 1, Field: "subject"}]
	if after := card.body.Size().Height; after <= before {
		t.Errorf("the card is %v high, and was %v", after, before)
	}
	if need, has := subject.HeightFor(subject.Size().Width), subject.Size().Height; has < need {
		t.Errorf("the subject has %v of the %v it needs", has, need)
	}
}
