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
