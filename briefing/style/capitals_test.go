package style_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/style"
)

// slips are the words that the spelling rule remarks on in a text, each with
// what it offers.
func slips(t *testing.T, text string, known style.Known) []string {
	t.Helper()
	s := sample(t)
	setText(&s, "outcome", text)
	var all []string
	for _, f := range style.Check(s, template(t), guide(t, "en", ""), known) {
		if f.Rule == "SPE-3" {
			all = append(all, f.Found+" "+f.Instead)
		}
	}
	return all
}

func TestSlipsInWordsWithACapital(t *testing.T) {
	for text, want := range map[string]string{
		"The Europaen Union met the Minsitry of Foreign Affiars in Brusels.": "Europaen European; Minsitry Ministry; Affiars Affairs; Brusels Brussels",
		"The Commision and the Parlament agreed.":                            "Commision Commission; Parlament Parliament",
		"It spoke of Human Rigths, of the Human Rights Dialouge as well.":    "Rigths Rights; Dialouge Dialogue",
		"They met the Direcctor and the Secertary of it.":                    "Direcctor Director; Secertary Secretary",
		"They met the Deupty Minister and the Dierctor of it.":               "Deupty Deputy; Dierctor Director",
		"The talks go on in Septmber or on a Wendesday.":                     "Septmber September; Wendesday Wednesday",
		"They met in Tashent and in Bishkekk, and left.":                     "Tashent Tashkent; Bishkekk Bishkek",
		"It is in the Minsitry’s hands.":                                     "Minsitry’s Ministry’s",
		"It is with the Europaen Comission now.":                             "Europaen European; Comission Commission",
		"The OSCE Parliamentry Assembly was told.":                           "Parliamentry Parliamentary",
		"The Norland Minsitry of Justice was told.":                          "Minsitry Ministry",
		"Europaen states agreed.":                                            "Europaen European",
		"The Commision met. All asked the Commision to go on.":               "Commision Commission; Commision Commission",
		"They asked Mr Sergei Ministerov and the town of Brusse.":            "",
		"The Nordic Unionen and the Europeiska Unionen were there.":          "",
		"They met in Aldvik, Norland, and in Oldvik.":                        "",
		"They met the Parlamento de Andalucía and the Corte Suprema.":        "",
		"They met the Narodni Parlament and the Parlament Europejski.":       "",
		"The case of Mr Secertary and of A. Secertary is open.":              "",
		"The case of Xandru Secertary and of Secertary Xandru is open.":      "",
		"The Ministero and its Unione and the Commissione were there.":       "",
		"The Centro Nacional, the Internacional and the Republik wrote.":     "",
		"The Kommission, the Direktor and the Ministre wrote to us.":         "",
		"The Ambasador and the Unión Europea wrote in Dezember or Oktober.":  "",
		"They came from México, Slovenija, Genova and Brussel.":              "",
		"The firms Mondal, Sundar, Dominika and Viktoria were named.":        "",
		"They asked Affiars, then Affiars, and then Affiars again.":          "",
		"The World Health Organization and the Organisation were named.":     "",
		"They met at TASHENT and in the Al-Parlament.":                       "",
	} {
		if got := strings.Join(slips(t, text, style.Known{Spelling: spelling(t)}), "; "); got != want {
			t.Errorf("%s\nfound %q\nwant  %q", text, got, want)
		}
	}
}

// TestNamesThatAreKnownAreNoSlips: of people, of places of other dialogues, of
// the statement's own facts.
func TestNamesThatAreKnownAreNoSlips(t *testing.T) {
	const text = "They asked Secertary in Tashent."
	if got := slips(t, text, style.Known{Spelling: spelling(t)}); len(got) != 2 {
		t.Fatalf("found %q", got)
	}
	last := lastYear(t)
	last.Place = "Tashent"
	last.Section("heads").People[1].Name = "Torvald Secertary"
	known := style.Known{
		Spelling: spelling(t), Directory: style.Directory{}.With(last), Register: style.Register{}.With(guide(t, "en", ""), last),
	}
	if got := slips(t, text, known); len(got) > 0 {
		t.Errorf("of what is known found %q", got)
	}
	known.Register = known.Register.Without(last.ID)
	if got := slips(t, text, known); len(got) != 1 {
		t.Errorf("of what is no longer known found %q", got)
	}
	s := sample(t)
	s.Place = "Tashent"
	setText(&s, "outcome", "They met in Tashent.")
	for _, f := range style.Check(s, template(t), guide(t, "en", ""), style.Known{Spelling: spelling(t)}) {
		if f.Rule == "SPE-3" {
			t.Errorf("the statement's own place: %q", f.Found)
		}
	}
}

func TestSlipsInFrenchWordsWithACapital(t *testing.T) {
	words := "10\nla\nle\nministère\nCommission\naffaires\nétrangères\nréunis\nsont\nde\n"
	shelf := fstest.MapFS{"spelling/fr.aff": {Data: []byte("SET UTF-8\n")}, "spelling/fr.dic": {Data: []byte(words)}}
	sp, err := style.FindSpelling(briefing.Office{shelf}, "fr")
	if err != nil {
		t.Fatal(err)
	}
	s := french()
	setText(&s, "outcome", "La Commision, le Minitère de la République, le Parlament, le Ministr, le Minister, le Kazakstan sont réunis.")
	var got []string
	for _, f := range style.Check(s, briefing.Template{}, guide(t, "fr", ""), style.Known{Spelling: sp}) {
		if f.Rule == "SPE-3" && f.At.Section == "outcome" && f.HasInstead {
			got = append(got, f.Found+" "+f.Instead)
		}
	}
	if want := []string{"Commision Commission", "Minitère Ministère", "Kazakstan Kazakhstan"}; !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}
