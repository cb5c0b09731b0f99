package window

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"delegation-briefing/briefing"

	"fyne.io/fyne/v2"
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

// TestACardsFootHasRoom in the languages and text sizes of the window, as
// narrow as the desk can be: the subject and what stands beside it never lie
// over each other.
func TestACardsFootHasRoom(t *testing.T) {
	for _, language := range []string{"en", "fr"} {
		for _, size := range []float64{1, 1.5} {
			t.Run(fmt.Sprint(language, size), func(t *testing.T) {
				a := officerAt(t, filepath.Join(t.TempDir(), "new"))
				a.theStatement()
				a.app.Preferences().SetString(languageSetting, language)
				a.rebuild()
				t.Cleanup(func() { speak(a.config.Files, "en") })
				a.textSize(size)
				c := a.desk.cards[topicPlace("topics", 1)]
				for width := float32(240); width < 900; width += 30 {
					c.body.Resize(fyne.NewSize(width, 400))
					if count := a.desk.counts[c.at]; count.Visible() && count.Position().X < 0 {
						t.Errorf("%v wide, the words counted begin at %v", width, count.Position().X)
					}
					if least := c.foot.MinSize().Width; c.foot.Size().Width < least {
						t.Errorf("%v wide, the foot has %v of %v", width, c.foot.Size().Width, least)
					}
					beside := c.foot.Position().X >= c.subject.Position().X+c.subject.Size().Width
					below := c.foot.Position().Y >= c.subject.Position().Y+c.subject.Size().Height
					if !beside && !below {
						t.Errorf("%v wide, the subject lies over the foot", width)
					}
				}
			})
		}
	}
}

// TestTheKeysAreNeverWithWhatIsGone: after the last topic is removed, or adding
// one is undone, what is typed is not lost.
func TestTheKeysAreNeverWithWhatIsGone(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	last := len(a.draft.Statement().Section("topics").Topics)
	typed := func(what string) {
		t.Helper()
		before := a.draft.Statement()
		a.typed("Q")
		if len(briefing.Diff(before, a.draft.Statement())) == 0 {
			t.Errorf("%s: what is typed is lost", what)
		}
	}
	a.at("topics", last, "text")
	a.press("Remove topic")
	typed("the last topic is removed")
	a.press("Add topic")
	a.press("Undo")
	typed("adding a topic is undone")
	a.at("heads", len(a.draft.Statement().Section("heads").People), "post")
	a.press("Remove person")
	typed("a person is removed")
}

// TestFoldingKeepsTheKeysInSight: what is typed after a topic was folded goes
// into its heading, where it can be seen.
func TestFoldingKeepsTheKeysInSight(t *testing.T) {
	for _, command := range []string{"Fold topic", "Fold all topics"} {
		a := officerAt(t, filepath.Join(t.TempDir(), "new"))
		a.theStatement()
		a.at("topics", 2, "text")
		before := a.text("topics", 2, "text")
		a.press(command)
		a.typed("!")
		if got := a.text("topics", 2, "text"); got != before || !strings.HasSuffix(a.text("topics", 2, "heading"), "!") {
			t.Errorf("%s: typed went elsewhere: %s", command, got)
		}
	}
}
