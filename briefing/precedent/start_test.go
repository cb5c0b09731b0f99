package precedent_test

import (
	"slices"
	"testing"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/precedent"
)

func lastYear() briefing.Statement {
	return briefing.Statement{
		ID: "2025-03-06-norland", Format: 1, Template: "eu-statement", Language: "en", Kind: "Human Rights Dialogue",
		Partner: "Norland", Edition: 16, Date: briefing.Date{Year: 2025, Month: 3, Day: 6}, Place: "Aldvik", Status: briefing.Published,
		Sections: []briefing.Section{
			{Key: "headline", Text: "Norland: 16th Human Rights Dialogue takes place in Aldvik"},
			{Key: "opening", Text: "On 6 March 2025, the EU and Norland held their 16th dialogue in Aldvik. It was frank."},
			{Key: "topics", Topics: []briefing.Topic{{Subject: "expression", Text: "The EU welcomed the law of 6 March 2025. It raised Article 14."}}},
			{Key: "heads", Text: "The EU was led by {{name 1}}.", People: []briefing.Person{{Name: "Ada Lund"}}},
		},
	}
}

var anyTemplate = briefing.Template{Name: "eu-statement", Parts: []briefing.Part{
	{Key: "headline", Kind: briefing.HeadlinePart}, {Key: "opening", Kind: briefing.ProsePart},
	{Key: "topics", Kind: briefing.TopicsPart}, {Key: "heads", Kind: briefing.PeoplePart},
}}

func TestStart(t *testing.T) {
	s := precedent.Start(lastYear(), anyTemplate)
	want := map[briefing.Place]string{
		{Field: "edition"}: "17", {Field: "date"}: "", {Field: "place"}: "", {Field: "status"}: "draft", {Field: "precedent"}: "2025-03-06-norland",
		{Section: "headline", Field: "text"}:           "Norland: {{ordinal}} Human Rights Dialogue takes place in {{place}}",
		{Section: "opening", Field: "text"}:            "On {{date}}, the EU and Norland held their {{ordinal}} dialogue in {{place}}. It was frank.",
		{Section: "topics", Item: 1, Field: "text"}:    "The EU welcomed the law of 6 March 2025. It raised Article 14.",
		{Section: "heads", Item: 1, Field: "name"}:     "Ada Lund",
		{Section: "topics", Item: 1, Field: "subject"}: "expression",
	}
	for at, words := range want {
		if got, _ := s.Text(at); got != words {
			t.Errorf("%v is %q, want %q", at, got, words)
		}
	}
	if n := len(new(precedent.Follower).Carried(s)); n != 7 {
		t.Errorf("%d sentences and names are carried over, want 7", n)
	}
}

// TestStartChangesWholeFactsOnly: words that only look like a fact of the last
// dialogue stay as they are.
func TestStartChangesWholeFactsOnly(t *testing.T) {
	day := briefing.Date{Year: 2026, Month: 3, Day: 6}
	for _, c := range []struct {
		name       string
		last       briefing.Statement
		text, want string
	}{
		{"a place within a word", briefing.Statement{Language: "uk", Place: "Київ"}, "Київський діалог, місто Київ.", "Київський діалог, місто {{place}}."},
		{"a letter with an accent behind", briefing.Statement{Language: "en", Place: "Bern"}, "The Bernétics and Berne\u0301 had a dialogue in Bern’s.", "The Bernétics and Berne\u0301 had a dialogue in {{place}}’s."},
		{"a letter with an accent before", briefing.Statement{Language: "en", Place: "land"}, "A dialogue of Éland in land.", "A dialogue of Éland in {{place}}."},
		{"the same day of another year", briefing.Statement{Language: "en", Date: day}, "The laws of 6 March 2025, 6 March, 2025 and 6\u00a0March; 6 March 2026.", "The laws of 6 March 2025, 6 March, 2025 and 6\u00a0March; {{date}}."},
		{"the day without its year", briefing.Statement{Language: "en", Date: day}, "On 6 March, they met; on 6 March they left.", "On {{date}}, they met; on {{date}} they left."},
		{"the same day of another year in Spanish", briefing.Statement{Language: "es", Date: day}, "El 6 de marzo de 2025 y el 6 de marzo.", "El 6 de marzo de 2025 y el {{date}}."},
		{"the first time", briefing.Statement{Language: "en", Edition: 1}, "Both met for the first time; the first dialogue was held.", "Both met for the first time; the {{ordinal}} dialogue was held."},
		{"the first time of a dialogue", briefing.Statement{Language: "en", Edition: 1}, "For the first time the Human Rights Dialogue was held.", "For the first time the Human Rights Dialogue was held."},
		{"the first day of the dialogue", briefing.Statement{Language: "en", Edition: 1}, "On the first day of the dialogue, and in the first of its dialogues.", "On the first day of the dialogue, and in the first of its dialogues."},
		{"a round", briefing.Statement{Language: "en", Edition: 3}, "The third round took place; the third annual round of the EU–Norland dialogue.", "The {{ordinal}} round took place; the {{ordinal}} annual round of the EU–Norland dialogue."},
		{"in small letters", briefing.Statement{Language: "en", Edition: 2}, "The second round of human rights dialogue, the second high-level dialogue, the second human rights defender.", "The {{ordinal}} round of human rights dialogue, the {{ordinal}} high-level dialogue, the second human rights defender."},
		{"a consultation that is another’s", briefing.Statement{Language: "en", Edition: 11, Kind: "Human Rights Dialogue"}, "The 11th Human Rights Dialogue was preceded by the 11th consultation of NGOs, the 11th high-level discussion and the 11th Subcommittee on Trade.", "The {{ordinal}} Human Rights Dialogue was preceded by the 11th consultation of NGOs, the 11th high-level discussion and the 11th Subcommittee on Trade."},
		{"consultations", briefing.Statement{Language: "en", Edition: 11, Kind: "Human rights consultations"}, "The 11th human rights consultations followed the 11th dialogue with NGOs.", "The {{ordinal}} human rights consultations followed the 11th dialogue with NGOs."},
		{"a discussion", briefing.Statement{Language: "en", Edition: 2, Kind: "High-level Discussion"}, "The second high-level discussion.", "The {{ordinal}} high-level discussion."},
		{"a kind in another language", briefing.Statement{Language: "ru", Edition: 10, Kind: "Human Rights Dialogue"}, "Состоялся 10-й раунд Диалога.", "Состоялся {{ordinal}} раунд Диалога."},
		{"a kind without a known word", briefing.Statement{Language: "en", Edition: 3, Kind: "Talks"}, "The third dialogue, the third consultation.", "The {{ordinal}} dialogue, the third consultation."},
		{"another body", briefing.Statement{Language: "en", Edition: 16}, "The 16th session of the Human Rights Council; their 16th Human Rights Dialogue.", "The 16th session of the Human Rights Council; their {{ordinal}} Human Rights Dialogue."},
		{"named by a fact", briefing.Statement{Language: "en", Edition: 16}, "16th {{partner}}–EU Human Rights Dialogue", "{{ordinal}} {{partner}}–EU Human Rights Dialogue"},
		{"French", briefing.Statement{Language: "fr", Edition: 3}, "La 3e session du dialogue, la 3e fois, le 3e dialogue annuel.", "La {{ordinal}} session du dialogue, la 3e fois, le {{ordinal}} dialogue annuel."},
		{"German", briefing.Statement{Language: "de", Edition: 3}, "Der 3. Menschenrechtsdialog am 3. Januar.", "Der {{ordinal}} Menschenrechtsdialog am 3. Januar."},
		{"Spanish", briefing.Statement{Language: "es", Edition: 6}, "La 6º edición del Diálogo y la 6º vez.", "La {{ordinal}} edición del Diálogo y la 6º vez."},
		{"Russian", briefing.Statement{Language: "ru", Edition: 10}, "Состоялся 10-й раунд Диалога, 10-й раз.", "Состоялся {{ordinal}} раунд Диалога, 10-й раз."},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.last.Sections = []briefing.Section{{Key: "opening", Text: briefing.Prose(c.text)}}
			s := precedent.Start(c.last, anyTemplate)
			if got := string(s.Section("opening").Text); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

// TestStartLeavesOtherFactsAlone: what is said of the same place or day, but
// not of the dialogue itself, is no fact of the next one.
func TestStartLeavesOtherFactsAlone(t *testing.T) {
	last := briefing.Statement{Language: "en", Kind: "Human Rights Dialogue", Partner: "Norland", Edition: 3, Place: "Aldvik", Date: briefing.Date{Year: 2026, Month: 5, Day: 5}}
	german := last
	german.Language = "de"
	city := last
	city.Place = "Norland"
	for _, c := range []struct {
		name       string
		last       briefing.Statement
		text, want string
	}{
		{"what was recalled", last, "They held their third dialogue in Aldvik. They recalled the commitments made in Aldvik in 2019 and the Aldvik Declaration. The EU opened its third office on 5 May 2026.",
			"They held their {{ordinal}} dialogue in {{place}}. They recalled the commitments made in Aldvik in 2019 and the Aldvik Declaration. The EU opened its third office on 5 May 2026."},
		{"what came before", last, "The EU stands by the Aldvik Declaration. On 5 May 2026 both sides held their third dialogue in Aldvik.",
			"The EU stands by the Aldvik Declaration. On {{date}} both sides held their {{ordinal}} dialogue in {{place}}."},
		{"a declaration in the same sentence", last, "The third dialogue was held on 5 May in Aldvik, under the Aldvik Declaration.", "The {{ordinal}} dialogue was held on {{date}} in {{place}}, under the Aldvik Declaration."},
		{"a process in the same sentence", last, "The third dialogue was held within the Aldvik process.", "The {{ordinal}} dialogue was held within the Aldvik process."},
		{"another year in the same sentence", last, "The third dialogue followed what was agreed in Aldvik in 2019.", "The {{ordinal}} dialogue followed what was agreed in Aldvik in 2019."},
		{"its own year", last, "The third dialogue was held in Aldvik in May 2026.", "The {{ordinal}} dialogue was held in {{place}} in May 2026."},
		{"the place twice", last, "After a seminar in Aldvik, the third dialogue was held in Aldvik.", "After a seminar in Aldvik, the {{ordinal}} dialogue was held in Aldvik."},
		{"a line of place and date", last, "Aldvik, 5 May 2026 – The third dialogue was held in Aldvik.", "{{place}}, {{date}} – The {{ordinal}} dialogue was held in {{place}}."},
		{"a partner called like the place", city, "Norland held its third dialogue.", "Norland held its {{ordinal}} dialogue."},
		{"a name with a hyphen", last, "The third dialogue heard an Aldvik-based group.", "The {{ordinal}} dialogue heard an Aldvik-based group."},
		{"placeholders of the template", last, "The EU thanked Aldvik. The {{kind}} was held in Aldvik.", "The EU thanked Aldvik. The {{kind}} was held in {{place}}."},
		{"the day told later", last, "Both sides met. The dialogue was held in Aldvik on 5 May 2026.", "Both sides met. The dialogue was held in {{place}} on {{date}}."},
		{"a point within a date", german, "Der Dialog fand am 5. Mai 2026 in Aldvik statt. Er folgte auf den 5. Mai in Aldvik.", "Der Dialog fand am {{date}} in {{place}} statt. Er folgte auf den 5. Mai in Aldvik."},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.last.Sections = []briefing.Section{{Key: "opening", Text: briefing.Prose(c.text)}}
			s := precedent.Start(c.last, anyTemplate)
			if got := string(s.Section("opening").Text); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestCarriedUntilTouchedOrConfirmed(t *testing.T) {
	s := precedent.Start(lastYear(), anyTemplate)
	s.SetText(briefing.Place{Section: "opening", Field: "text"}, "On {{date}}, the EU and Norland held their {{ordinal}} dialogue in {{place}}. It was very frank.")
	if n := len(new(precedent.Follower).Carried(s)); n != 6 {
		t.Errorf("after a touch %d sentences and names are carried over, want 6", n)
	}
	s = precedent.Confirm(s, "It raised Article 14.")
	for _, c := range new(precedent.Follower).Carried(s) {
		if c.Text == "It raised Article 14." {
			t.Error("a confirmed sentence is still carried over")
		}
		if source, _ := s.Text(c.At); source[c.Range.Start:c.Range.End] != c.Text {
			t.Errorf("%q does not stand at %v", c.Text, c.Range)
		}
	}
}

// TestAFollowerSaysWhatOneThatComesNewSays, while words are struck out, written
// again, moved and confirmed.
func TestAFollowerSaysWhatOneThatComesNewSays(t *testing.T) {
	s := precedent.Start(lastYear(), anyTemplate)
	opening := briefing.Place{Section: "opening", Field: "text"}
	before, _ := s.Text(opening)
	states := []func(){
		func() {},
		func() { s.SetText(opening, "") },
		func() { s.SetText(opening, before) },
		func() { s.SetText(opening, "It was frank. "+before) },
		func() { s = precedent.Confirm(s, "It raised Article 14.") },
		func() { s.SetText(opening, before+" It raised Article 14.") },
		func() { s.Carried = nil },
	}
	var follower precedent.Follower
	for i, change := range states {
		s = s.Clone()
		change()
		if got, want := follower.Carried(s), new(precedent.Follower).Carried(s); !slices.Equal(got, want) {
			t.Errorf("state %d: %v, not %v", i, got, want)
		}
	}
}
