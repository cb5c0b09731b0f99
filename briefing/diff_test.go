package briefing_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"delegation-briefing/briefing"
)

func dialogue(topics ...string) briefing.Statement {
	s := briefing.Statement{Language: "en", Partner: "Norland", Edition: 7, Sections: []briefing.Section{
		{Key: "opening", Text: "The EU and {{partner}} held their {{ordinal}} dialogue. It was frank."},
		{Key: "topics"},
		{Key: "heads", People: []briefing.Person{{Name: "Ada Lund", Post: "Head of Division"}}},
	}}
	for _, text := range topics {
		s.Sections[1].Topics = append(s.Sections[1].Topics, briefing.Topic{Text: briefing.Prose(text)})
	}
	return s
}

// list writes changes one a line.
func list(changes []briefing.Change) string {
	var b strings.Builder
	for _, c := range changes {
		at := c.New
		if c.Kind == briefing.ChangeRemoved {
			at = c.Old
		}
		fmt.Fprintf(&b, "%s %s: %s\n", c.Kind, at, marked(c.Runs))
	}
	return b.String()
}

const (
	media  = "The EU welcomed the new law on the press. It asked for a review before June."
	prison = "Norland presented the plan for its prisons. The EU took note of it."
)

func TestDiff(t *testing.T) {
	base := dialogue(media, prison)
	tests := []struct {
		name   string
		change func(*briefing.Statement)
		want   string
	}{
		{"nothing", func(*briefing.Statement) {}, ""},
		{"a not", func(s *briefing.Statement) {
			s.Sections[1].Topics[0].Text = "The EU did not welcome the new law on the press. It asked for a review before June."
		}, "changed topics/1/text: The EU [-welcomed-]{+did not welcome+} the new law on the press.\n"},
		{"a comma", func(s *briefing.Statement) {
			s.Sections[1].Topics[1].Text = "Norland presented the plan for its prisons. The EU took note, of it."
		}, "changed topics/2/text: The EU took note{+,+} of it.\n"},
		{"a fact", func(s *briefing.Statement) { s.Edition = 8 },
			"changed //edition: [-7-]{+8+}\nchanged opening/0/text: The EU and Norland held their [-seventh-]{+eighth+} dialogue.\n"},
		{"a sentence less", func(s *briefing.Statement) {
			s.Sections[1].Topics[0].Text = "The EU welcomed the new law on the press."
		},
			"removed topics/1/text: [-It asked for a review before June.-]\n"},
		{"a topic more", func(s *briefing.Statement) {
			s.Sections[1].Topics = append(s.Sections[1].Topics, briefing.Topic{Text: "Labour rights were raised."})
		}, "added topics/3/text: {+Labour rights were raised.+}\n"},
		{"a topic moved", func(s *briefing.Statement) {
			s.Sections[1].Topics[0], s.Sections[1].Topics[1] = s.Sections[1].Topics[1], s.Sections[1].Topics[0]
		}, "moved topics/2/text: The EU welcomed the new law on the press.\nmoved topics/2/text: It asked for a review before June.\n"},
		{"a paragraph more", func(s *briefing.Statement) {
			s.Sections[1].Topics[1].Text = "Norland presented the plan for its prisons.\n\nThe EU took note of it."
		}, "changed topics/2/text: Norland presented the plan for its prisons.[- -]{+\n\n+}The EU took note of it.\n"},
		{"an emphasis", func(s *briefing.Statement) {
			s.Sections[1].Topics[1].Text = "Norland presented the *plan* for its prisons. The EU took note of it."
		}, "changed topics/2/text: Norland presented the {+*+}plan{+*+} for its prisons. The EU took note of it.\n"},
		{"a subject", func(s *briefing.Statement) { s.Sections[1].Topics[0].Subject = "expression" }, "changed topics/1/subject: {+expression+}\n"},
		{"the agenda", func(s *briefing.Statement) { s.Agenda = briefing.Lines{"torture"} }, "added //agenda: {+torture+}\n"},
		{"a topic before the others", func(s *briefing.Statement) {
			s.Sections[1].Topics = slices.Insert(s.Sections[1].Topics, 0, briefing.Topic{Heading: "Labour", Subject: "labour", Text: "Unions were raised."})
		}, "added topics/1/heading: {+Labour+}\nadded topics/1/text: {+Unions were raised.+}\n"},
		{"another sentence in its place", func(s *briefing.Statement) {
			s.Sections[1].Topics[1].Text = "Norland presented the plan for its prisons. The hosts of the next round were thanked."
		}, "added topics/2/text: {+The hosts of the next round were thanked.+}\nremoved topics/2/text: [-The EU took note of it.-]\n"},
		{"a name", func(s *briefing.Statement) { s.Sections[2].People[0].Name = "Ada Lundt" },
			"changed heads/1/name: Ada [-Lund-]{+Lundt+}\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			changed := base.Clone()
			test.change(&changed)
			got := strings.NewReplacer("/0/edition", "//edition", "/0/agenda", "//agenda").Replace(list(briefing.Diff(base, changed)))
			if got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

// TestDiffOfTopicsByTheirSubject: a heading stands beside that of the same topic
// last time, wherever it stood.
func TestDiffOfTopicsByTheirSubject(t *testing.T) {
	topic := func(subject, heading, text string) briefing.Topic {
		return briefing.Topic{Subject: subject, Heading: heading, Text: briefing.Prose(text)}
	}
	old, new := dialogue(), dialogue()
	old.Sections[1].Topics = []briefing.Topic{topic("press", "Media", media), topic("detention", "Prisons", prison)}
	new.Sections[1].Topics = []briefing.Topic{topic("child", "Children", "Schools were built."), topic("detention", "Prisons and jails", prison)}
	want := "added topics/1/heading: {+Children+}\nadded topics/1/text: {+Schools were built.+}\n" +
		"changed topics/2/heading: Prisons{+ and jails+}\n" +
		"removed topics/1/heading: [-Media-]\n" +
		"removed topics/1/text: [-The EU welcomed the new law on the press.-]\nremoved topics/1/text: [-It asked for a review before June.-]\n"
	got := strings.Split(list(briefing.Diff(old, new)), "\n")
	lines := strings.Split(want, "\n")
	slices.Sort(got)
	slices.Sort(lines)
	if !slices.Equal(got, lines) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(lines, "\n"))
	}
}

// FuzzDiff: every word of both statements is either kept or in a change.
func FuzzDiff(f *testing.F) {
	f.Add(media, prison)
	f.Add("One. Two. Three.", "Two. One, three.")
	f.Fuzz(func(t *testing.T, before, after string) {
		old, new := dialogue(string(briefing.Escape(before))), dialogue(string(briefing.Escape(after)))
		var o, n int
		for _, c := range briefing.Diff(old, new) {
			for _, r := range c.Runs {
				if r.Op != briefing.Added {
					o += briefing.Words(r.Text)
				}
				if r.Op != briefing.Removed {
					n += briefing.Words(r.Text)
				}
			}
		}
		at := briefing.Place{Section: "topics", Item: 1, Field: "text"}
		if all := briefing.Words(old.Plain(at)); o > all+20 {
			t.Fatalf("%d words of %d changed", o, all)
		}
		if old.Plain(at) != new.Plain(at) && o+n == 0 && strings.Join(strings.Fields(old.Plain(at)), " ") != strings.Join(strings.Fields(new.Plain(at)), " ") &&
			briefing.Words(before)+briefing.Words(after) > 0 {
			t.Fatalf("%q to %q: no change is told", before, after)
		}
	})
}

// BenchmarkDiff compares two versions of a brief of 50 pages.
func BenchmarkDiff(b *testing.B) {
	var topics []string
	for i := range 250 {
		topics = append(topics, fmt.Sprintf("%s Topic %d was discussed at length by both sides. %s", media, i, prison))
	}
	old := dialogue(topics...)
	new := old.Clone()
	for i := 0; i < 250; i += 10 {
		new.Sections[1].Topics[i].Text += " One sentence more."
	}
	for b.Loop() {
		if len(briefing.Diff(old, new)) != 25 {
			b.Fatal("changes are lost")
		}
	}
}
