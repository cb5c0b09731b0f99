package briefing_test

import (
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"delegation-briefing/briefing"
)

type edit = func(*briefing.Statement)

func made(base briefing.Statement, change edit) briefing.Statement {
	s := base.Clone()
	if change != nil {
		change(&s)
	}
	return s
}

func set(place, text string) edit {
	return func(s *briefing.Statement) {
		at, err := briefing.ParsePlace(place)
		if err != nil || !s.SetText(at, text) {
			panic("no such place: " + place)
		}
	}
}

// outline writes a statement so that a test can read it.
func outline(s briefing.Statement) string {
	var b strings.Builder
	for _, at := range s.Places() {
		if text, _ := s.Text(at); text != "" {
			fmt.Fprintf(&b, "%s: %s\n", at, text)
		}
	}
	return b.String()
}

func conflicts(all []briefing.Conflict) string {
	var b strings.Builder
	for _, c := range all {
		fmt.Fprintf(&b, "%s: %q %q %q\n", c.At, c.Base, c.Ours, c.Theirs)
	}
	return b.String()
}

func TestMerge(t *testing.T) {
	base := dialogue(media, prison, "Both spoke of water.")
	base.Date = briefing.Date{Year: 2026, Month: 3, Day: 6}
	for i, heading := range []string{"Press", "Prisons", "Water"} {
		base.Sections[1].Topics[i].Heading = heading
	}
	reworded := strings.Replace(media, "before June", "by May", 1)
	tests := []struct {
		name         string
		ours, theirs edit
		place, want  string // what stands at a place then
		conflicts    string
	}{
		{"one alone", set("topics/1/text", reworded), nil, "topics/1/text", reworded, ""},
		{"both alike", set("topics/1/text", reworded), set("topics/1/text", reworded), "topics/1/text", reworded, ""},
		{"neighbouring sentences", set("topics/1/text", reworded),
			set("topics/1/text", strings.Replace(media, "new law", "law", 1)),
			"topics/1/text", "The EU welcomed the law on the press. It asked for a review by May.", ""},
		{"the same sentence", set("topics/1/text", reworded), set("topics/1/text", strings.Replace(media, "before June", "at once", 1)),
			"topics/1/text", media,
			"topics/1/text: \"It asked for a review before June.\" \"It asked for a review by May.\" \"It asked for a review at once.\"\n"},
		{"a word and a sentence more", set("topics/1/text", reworded), set("topics/1/text", media+"\n\nNorland agreed."),
			"topics/1/text", reworded + "\n\nNorland agreed.", ""},
		{"sentences at the same place", set("topics/1/text", media+" Norland agreed."), set("topics/1/text", media+" Norland declined."),
			"topics/1/text", media, "topics/1/text: \"\" \"Norland agreed.\" \"Norland declined.\"\n"},
		{"taken out and reworded", set("topics/1/text", "The EU welcomed the new law on the press."), set("topics/1/text", reworded),
			"topics/1/text", media, "topics/1/text: \"It asked for a review before June.\" \"\" \"It asked for a review by May.\"\n"},
		{"a sentence moves while it is reworded", set("topics/1/text", "It asked for a review before June. The EU welcomed the new law on the press."),
			set("topics/1/text", reworded), "topics/1/text", "It asked for a review by May. The EU welcomed the new law on the press.", ""},
		{"a topic moves while it is reworded", func(s *briefing.Statement) {
			topics := s.Sections[1].Topics
			topics[0], topics[1], topics[2] = topics[2], topics[0], topics[1]
		}, set("topics/2/text", prison+" It was glad."), "topics/3/text", prison + " It was glad.", ""},
		{"topics at the same place", func(s *briefing.Statement) {
			s.Sections[1].Topics = append(s.Sections[1].Topics, briefing.Topic{Heading: "Trade"})
		}, func(s *briefing.Statement) {
			s.Sections[1].Topics = append(s.Sections[1].Topics, briefing.Topic{Heading: "Arms"})
		}, "topics/4/heading", "Arms", ""},
		{"a topic taken out", func(s *briefing.Statement) { s.Sections[1].Topics = slices.Delete(s.Sections[1].Topics, 0, 1) },
			set("topics/2/heading", "Detention"), "topics/1/heading", "Detention", ""},
		{"a topic taken out and reworded", func(s *briefing.Statement) { s.Sections[1].Topics = slices.Delete(s.Sections[1].Topics, 2, 3) },
			set("topics/3/text", "Both spoke of rivers."), "topics/3/text", "Both spoke of water.",
			"topics/3/topic: \"Water\\n\\nBoth spoke of water.\" \"\" \"Water\\n\\nBoth spoke of rivers.\"\n"},
		{"facts", set("/0/place", "Aldvik"), set("/0/edition", "8"), "/0/place", "Aldvik", ""},
		{"the same fact", set("/0/date", "2026-03-07"), set("/0/date", "2026-03-08"), "/0/date", "2026-03-06",
			"/0/date: \"2026-03-06\" \"2026-03-07\" \"2026-03-08\"\n"},
		{"a person's fields", set("heads/1/post", "Director"), set("heads/1/email", "ada@example.eu"), "heads/1/post", "Director", ""},
		{"a new section", func(s *briefing.Statement) {
			s.Sections = append(s.Sections, briefing.Section{Key: "outcome", Text: "It was a success."})
		}, set("topics/1/text", reworded), "outcome/0/text", "It was a success.", ""},
		{"topics and people in one section", func(s *briefing.Statement) {
			s.Sections[0].Topics = []briefing.Topic{{Heading: "Trade"}}
		}, func(s *briefing.Statement) {
			s.Sections[0].People = []briefing.Person{{Name: "Bo Berg"}}
		}, "opening/0/text", string(base.Sections[0].Text), "opening/0/items: \"\" \"Trade\" \"Bo Berg\"\n"},
		{"people instead of topics that the other rewords", func(s *briefing.Statement) {
			s.Sections[1].Topics, s.Sections[1].People = nil, []briefing.Person{{Name: "Bo Berg"}}
		}, func(s *briefing.Statement) {
			s.Sections[1].Topics = s.Sections[1].Topics[2:]
			s.Sections[1].Topics[0].Text = "Both spoke of rivers."
		}, "topics/1/heading", "Press",
			"topics/0/items: \"Press\\n\\n" + media + "\\n\\nPrisons\\n\\n" + prison + "\\n\\nWater\\n\\nBoth spoke of water.\" \"Bo Berg\" \"Water\\n\\nBoth spoke of rivers.\"\n"},
		{"two orders", func(s *briefing.Statement) { reverse(s.Sections[1].Topics, 0, 2, 1) },
			func(s *briefing.Statement) { reverse(s.Sections[1].Topics, 2, 0, 1) }, "topics/1/heading", "Press",
			"topics/0/order: \"Press\\nPrisons\\nWater\" \"Press\\nWater\\nPrisons\" \"Water\\nPress\\nPrisons\"\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			ours, theirs := made(base, test.ours), made(base, test.theirs)
			merged, found := briefing.Merge(base, ours, theirs)
			at, _ := briefing.ParsePlace(test.place)
			if got, _ := merged.Text(at); got != test.want {
				t.Errorf("%s is %q\nwant %q\n%s", at, got, test.want, outline(merged))
			}
			if got := conflicts(found); got != test.conflicts {
				t.Errorf("conflicts\n%swant\n%s", got, test.conflicts)
			}
			checkMerge(t, base, ours, theirs)
		})
	}
}

// reverse puts topics in the order of their numbers.
func reverse(topics []briefing.Topic, order ...int) {
	old := slices.Clone(topics)
	for i, from := range order {
		topics[i] = old[from]
	}
}

// checkMerge checks what holds of every merge.
func checkMerge(t *testing.T, base, ours, theirs briefing.Statement) {
	t.Helper()
	merged, found := briefing.Merge(base, ours, theirs)
	swapped, mirrored := briefing.Merge(base, theirs, ours)
	for i := range mirrored {
		mirrored[i].Ours, mirrored[i].Theirs = mirrored[i].Theirs, mirrored[i].Ours
	}
	if outline(merged) != outline(swapped) || conflicts(found) != conflicts(mirrored) {
		t.Errorf("not symmetric:\n%s%s\nagainst\n%s%s", outline(merged), conflicts(found), outline(swapped), conflicts(mirrored))
	}
	for _, alone := range []briefing.Statement{ours, theirs, base} {
		for _, pair := range [][2]briefing.Statement{{base, alone}, {alone, base}, {alone, alone}} {
			got, told := briefing.Merge(base, pair[0], pair[1])
			if got.ID = alone.ID; outline(got) != outline(alone) || len(told) > 0 {
				t.Errorf("one side alone:\n%s%s\nwant\n%s", outline(got), conflicts(told), outline(alone))
			}
		}
	}
	if err := merged.WriteTOML(io.Discard); err != nil {
		t.Errorf("no file can hold it: %v", err)
	}
	all := outline(merged)
	for _, c := range found {
		all += c.Ours + "\n" + c.Theirs + "\n"
	}
	for _, word := range slices.Concat(newWords(base, ours), newWords(base, theirs)) {
		if !strings.Contains(all, word) {
			t.Errorf("%q is lost:\n%s", word, all)
		}
	}
}

// newWords are words of a statement that the base does not have at all.
func newWords(base, s briefing.Statement) []string {
	old := strings.Fields(outline(base))
	return slices.DeleteFunc(strings.Fields(outline(s)), func(w string) bool {
		return slices.Contains(old, w) || strings.Contains(w, "/")
	})
}

// TestMergeItems lets two people write in two items of one list.
func TestMergeItems(t *testing.T) {
	base := dialogue("Both welcomed:\n\n- the press law;\n- the plan for prisons;\n- the visit.")
	ours := made(base, set("topics/1/text", "Both welcomed:\n\n- the press act;\n- the plan for prisons;\n- the visit."))
	theirs := made(base, set("topics/1/text", "Both welcomed:\n\n- the press law;\n- the plan for prisons and jails;\n- the visit."))
	merged, found := briefing.Merge(base, ours, theirs)
	want := "Both welcomed:\n\n- the press act;\n- the plan for prisons and jails;\n- the visit."
	if got := string(merged.Sections[1].Topics[0].Text); got != want || len(found) > 0 {
		t.Errorf("%q, %s", got, conflicts(found))
	}
}

// TestMergeKeepsFactsAsTheyAre merges facts whose words say less than they are,
// or could not be read again.
func TestMergeKeepsFactsAsTheyAre(t *testing.T) {
	at := func(second int) briefing.Moment {
		return briefing.Moment{Time: time.Date(2026, 3, 6, 15, 0, second, 0, time.FixedZone("", 3600))}
	}
	base := briefing.Statement{Embargo: at(0), Edition: 3}
	for _, test := range []struct {
		name         string
		ours, theirs edit
		want         edit
		conflicts    int
	}{
		{"one alone", func(s *briefing.Statement) { s.Embargo = at(30) }, nil, func(s *briefing.Statement) { s.Embargo = at(30) }, 0},
		{"both alike", func(s *briefing.Statement) { s.Embargo = at(30) }, func(s *briefing.Statement) { s.Embargo = at(30) },
			func(s *briefing.Statement) { s.Embargo = at(30) }, 0},
		{"in two ways", func(s *briefing.Statement) { s.Embargo = at(30) }, func(s *briefing.Statement) { s.Embargo = at(40) }, nil, 1},
		{"what cannot be typed", func(s *briefing.Statement) { s.Edition = -1 }, func(s *briefing.Statement) { s.Place = "Aldvik" },
			func(s *briefing.Statement) { s.Edition, s.Place = -1, "Aldvik" }, 0},
		{"what cannot be typed in two ways", func(s *briefing.Statement) { s.Status = "x" }, func(s *briefing.Statement) { s.Status = "y" }, nil, 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			ours, theirs, want := made(base, test.ours), made(base, test.theirs), made(base, test.want)
			for _, pair := range [][2]briefing.Statement{{ours, theirs}, {theirs, ours}} {
				merged, found := briefing.Merge(base, pair[0], pair[1])
				if !reflect.DeepEqual(merged, want) || len(found) != test.conflicts {
					t.Errorf("%+v, want %+v\n%s", merged, want, conflicts(found))
				}
			}
		})
	}
}

func TestMergeKeepsLists(t *testing.T) {
	base := briefing.Statement{Agenda: briefing.Lines{"press", "prisons"}, Carried: briefing.Lines{"One.", "Two.", "Three."}}
	ours, theirs := base.Clone(), base.Clone()
	ours.Agenda = briefing.Lines{"press", "water", "prisons"}
	ours.Carried = briefing.Lines{"Two.", "Three."}
	theirs.Agenda = briefing.Lines{"prisons"}
	theirs.Carried = briefing.Lines{"One.", "Two."}
	theirs.Ignored = []briefing.Ignored{{Rule: "SPL-1"}}
	merged, _ := briefing.Merge(base, ours, theirs)
	if !reflect.DeepEqual(merged.Agenda, briefing.Lines{"water", "prisons"}) ||
		!reflect.DeepEqual(merged.Carried, briefing.Lines{"Two."}) || len(merged.Ignored) != 1 {
		t.Errorf("%v %v %v", merged.Agenda, merged.Carried, merged.Ignored)
	}
}

// FuzzMerge reads a topic a line.
func FuzzMerge(f *testing.F) {
	f.Add("One. Two.\nThree.", "One. 2.\nThree.", "Three.\nOne. Two. Four.")
	f.Add(media+"\n"+prison, prison+"\n"+media, media)
	f.Add("A b c d. E f g h.", "A b c x. E f g h.", "E f g h. A b c d.")
	f.Fuzz(func(t *testing.T, base, ours, theirs string) {
		if all := base + ours + theirs; len(all) > 2000 || strings.Count(all, "\n") > 60 {
			return
		}
		read := func(text string) briefing.Statement {
			return dialogue(strings.Split(strings.ToValidUTF8(text, "?"), "\n")...)
		}
		checkMerge(t, read(base), read(ours), read(theirs))
	})
}

func BenchmarkMerge(b *testing.B) {
	var topics []string
	for i := range 250 {
		topics = append(topics, fmt.Sprintf("%s Topic %d was discussed at length by both sides. %s", media, i, prison))
	}
	base := dialogue(topics...)
	ours, theirs := base.Clone(), base.Clone()
	for i := 0; i < 250; i += 10 {
		ours.Sections[1].Topics[i].Text += " One sentence more."
		theirs.Sections[1].Topics[i+1].Text += " One sentence more."
	}
	for b.Loop() {
		if _, found := briefing.Merge(base, ours, theirs); len(found) > 0 {
			b.Fatal("these are not conflicts")
		}
	}
}
