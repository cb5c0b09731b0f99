package precedent_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/precedent"
)

func ladder(t *testing.T) precedent.Ladder { return ladderIn(t, "en") }

func ladderIn(t *testing.T, language string) precedent.Ladder {
	t.Helper()
	l, err := precedent.FindLadder(briefing.Office{os.DirFS("../../assets")}, language)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestTone(t *testing.T) {
	tests := []struct{ last, this, want string }{
		{"The EU acknowledged the efforts.", "The EU welcomed the progress.", "acknowledged → welcomed: warmer"},
		{"The EU raised torture.", "The EU expressed serious concern about torture.", "raised → serious concern: sharper"},
		{"The EU welcomed the law.", "The EU did not welcome the law.", "welcomed → nothing: cooler; nothing → not welcome: sharper"},
		{"The EU encouraged reform.", "The EU urged reform.", "encouraged → urged: firmer"},
		{"The EU strongly condemned it.", "Concern was expressed.", "strongly condemned → Concern was expressed: softer"},
		{"The EU discussed the law.", "The EU discussed the law.", ""},
		{"Norland welcomed the visit.", "Norland regretted the visit.", ""},
		{"It was unwelcomed.", "It was unwelcomed.", ""},
		{"The EU welcomed it.", "The EU failed to welcome it.", "welcomed → nothing: cooler; nothing → not welcome: sharper"},
		{"The EU welcomed it.", "The EU did not at this stage welcome it.", "welcomed → nothing: cooler; nothing → not welcome: sharper"},
		{"Norland was encouraged to reform.", "Norland was urged to reform.", "was encouraged → was urged: firmer"},
		{"It was welcomed by Norland.", "It was regretted by Norland.", ""},
		{"Concern was expressed.", "Serious concern was expressed.", "Concern was expressed → Serious concern was expressed: sharper"},
		{"The EU called for reform.", "The EU calls for reform of all parties concerned.", ""},
	}
	for _, test := range tests {
		var got []string
		for _, s := range ladder(t).Tone(test.last, test.this, "Norland") {
			got = append(got, s.String())
		}
		if strings.Join(got, "; ") != test.want {
			t.Errorf("%q to %q: %q, want %q", test.last, test.this, got, test.want)
		}
	}
}

func TestToneInFrench(t *testing.T) {
	tests := []struct{ last, this, want string }{
		{"L’UE a reconnu les efforts.", "L’UE a salué les progrès.", "a reconnu → salué: warmer"},
		{"L’UE a soulevé des cas.", "L’UE a fait part de ses vives préoccupations.", "soulevé → vives préoccupations: sharper"},
		{"L'UE s'est félicitée de la loi.", "L’UE ne s’est pas félicitée de la loi.", "s'est félicitée → nothing: cooler"},
		{"L’UE a salué la loi.", "L’UE n’a pas salué la loi.", "salué → nothing: cooler; nothing → not salué: sharper"},
		{"L’UE a encouragé la réforme.", "L’UE a exhorté le Norland à agir.", "encouragé → exhorté: firmer"},
		{"L’UE a fermement condamné les peines.", "L’UE a regretté les peines.", "fermement condamné → regretté: softer"},
		{"Le Norland a salué la visite.", "Le Norland a déploré la visite.", ""},
		{"La loi a été saluée par le Norland.", "La loi a été déplorée par le Norland.", ""},
		{"Des préoccupations ont été exprimées.", "De profondes préoccupations ont été exprimées.", "préoccupations ont été exprimées → profondes préoccupations ont été exprimées: sharper"},
		{"Les deux parties ont abordé la loi.", "Les deux parties ont abordé la loi.", ""},
	}
	for _, test := range tests {
		var got []string
		for _, s := range ladderIn(t, "fr-BE").Tone(test.last, test.this, "Norland") {
			got = append(got, s.String())
		}
		if strings.Join(got, "; ") != test.want {
			t.Errorf("%q to %q: %q, want %q", test.last, test.this, got, test.want)
		}
	}
}

func TestVerdictsKnowWhoSpeaks(t *testing.T) {
	got := ""
	for _, v := range ladder(t).Verdicts("The EU welcomed the law. Norland stressed its cost, and both sides agreed to note it.", "Norland") {
		got += fmt.Sprintf("%s %s %s; ", v.Who, v.Group, v.Words)
	}
	if want := "EU praise welcomed; Norland position stressed; both praise note; "; !strings.HasPrefix(got, "EU praise welcomed; Norland position stressed; ") {
		t.Errorf("got %q, want %q", got, want)
	}
}

func year(topics ...briefing.Topic) briefing.Statement {
	return briefing.Statement{Language: "en", Partner: "Norland", Sections: []briefing.Section{{Key: "topics", Topics: topics}}}
}

func TestCompareTopics(t *testing.T) {
	media := briefing.Topic{Subject: "expression", Text: "The EU acknowledged the new law on the press and the plans for local radio."}
	prison := briefing.Topic{Subject: "torture", Text: "The EU raised the conditions in the prison at Strandholm."}
	labour := briefing.Topic{Subject: "labour", Text: "Labour rights were discussed."}
	warmer := media
	warmer.Text = "The EU welcomed the new law on the press and the plans for local radio."

	c := precedent.Compare(year(media, prison, labour), year(prison, warmer, briefing.Topic{Subject: "children", Text: "The EU urged schooling for all."}), ladder(t))
	var got []string
	for _, topic := range c.Topics {
		line := string(topic.Kind) + " " + topic.Name
		for _, s := range topic.Tone {
			line += " (" + s.String() + ")"
		}
		got = append(got, line)
	}
	want := "kept torture\nmoved expression (acknowledged → welcomed: warmer)\nadded children (nothing → urged: firmer)\ndropped labour"
	if strings.Join(got, "\n") != want {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), want)
	}
	if len(c.Changes) == 0 {
		t.Error("the changed words are not told")
	}
}

func TestOnlyTheTopicThatMovedMoved(t *testing.T) {
	a := briefing.Topic{Subject: "a", Text: "The first was discussed."}
	b := briefing.Topic{Subject: "b", Text: "Another one came up."}
	c := briefing.Topic{Subject: "c", Text: "A last word was said on prisons."}
	renamed := c
	renamed.Subject = "torture"
	got := ""
	for _, topic := range precedent.Compare(year(a, b, c), year(renamed, a, b), ladder(t)).Topics {
		got += string(topic.Kind) + " " + topic.Name + "; "
	}
	if want := "moved torture; kept a; kept b; "; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
