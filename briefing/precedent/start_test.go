package precedent_test

import (
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
	if n := len(precedent.Carried(s)); n != 7 {
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
		{"a letter with an accent behind", briefing.Statement{Language: "en", Place: "Bern"}, "The Bernétics and Berne\u0301 of Bern’s.", "The Bernétics and Berne\u0301 of {{place}}’s."},
		{"a letter with an accent before", briefing.Statement{Language: "en", Place: "land"}, "Éland in land.", "Éland in {{place}}."},
		{"the same day of another year", briefing.Statement{Language: "en", Date: day}, "The laws of 6 March 2025, 6 March, 2025 and 6\u00a0March; 6 March 2026.", "The laws of 6 March 2025, 6 March, 2025 and 6\u00a0March; {{date}}."},
		{"the day without its year", briefing.Statement{Language: "en", Date: day}, "On 6 March, they met; on 6 March they left.", "On {{date}}, they met; on {{date}} they left."},
		{"the same day of another year in Spanish", briefing.Statement{Language: "es", Date: day}, "El 6 de marzo de 2025 y el 6 de marzo.", "El 6 de marzo de 2025 y el {{date}}."},
		{"the first time", briefing.Statement{Language: "en", Edition: 1}, "Both met for the first time; the first dialogue was held.", "Both met for the first time; the {{ordinal}} dialogue was held."},
		{"the first time of a dialogue", briefing.Statement{Language: "en", Edition: 1}, "For the first time the Human Rights Dialogue was held.", "For the first time the Human Rights Dialogue was held."},
		{"the first day of the dialogue", briefing.Statement{Language: "en", Edition: 1}, "On the first day of the dialogue, and in the first of its dialogues.", "On the first day of the dialogue, and in the first of its dialogues."},
		{"a round", briefing.Statement{Language: "en", Edition: 3}, "The third round took place; the third annual round of the EU–Norland dialogue.", "The {{ordinal}} round took place; the {{ordinal}} annual round of the EU–Norland dialogue."},
		{"in small letters", briefing.Statement{Language: "en", Edition: 2}, "The second round of human rights dialogue, the second high-level discussion, the second human rights defender.", "The {{ordinal}} round of human rights dialogue, the {{ordinal}} high-level discussion, the second human rights defender."},
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

func TestCarriedUntilTouchedOrConfirmed(t *testing.T) {
	s := precedent.Start(lastYear(), anyTemplate)
	s.SetText(briefing.Place{Section: "opening", Field: "text"}, "On {{date}}, the EU and Norland held their {{ordinal}} dialogue in {{place}}. It was very frank.")
	if n := len(precedent.Carried(s)); n != 6 {
		t.Errorf("after a touch %d sentences and names are carried over, want 6", n)
	}
	s = precedent.Confirm(s, "It raised Article 14.")
	for _, c := range precedent.Carried(s) {
		if c.Text == "It raised Article 14." {
			t.Error("a confirmed sentence is still carried over")
		}
		if source, _ := s.Text(c.At); source[c.Range.Start:c.Range.End] != c.Text {
			t.Errorf("%q does not stand at %v", c.Text, c.Range)
		}
	}
}
