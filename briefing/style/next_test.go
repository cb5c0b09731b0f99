package style_test

import (
	"slices"
	"testing"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/style"
)

// TestTheNextMeetingLiesAhead: a sentence that was taken over announces the
// meeting that has been held by now.
func TestTheNextMeetingLiesAhead(t *testing.T) {
	const section = "next"
	for _, c := range []struct {
		name, language, section, text string
		carried                       bool
		want                          []string
	}{
		{"taken over", "en", section, "The next dialogue will take place in Brussels in 2026.", true, []string{"2026"}},
		{"taken over and older", "en", section, "The next dialogue is to be held in Brussels in 2025.", true, []string{"2025"}},
		{"written anew", "en", section, "The next dialogue will take place in Brussels in 2026.", false, nil},
		{"written anew and older", "en", section, "The next dialogue will take place in Brussels in 2025.", false, []string{"2025"}},
		{"ahead", "en", section, "The next dialogue will take place in Brussels in 2027.", true, nil},
		{"by day", "en", section, "The next one will be held on 12 November 2026.", true, []string{"2026"}},
		{"since another year", "en", section, "As agreed in 2024, the next dialogue will take place in 2027.", true, nil},
		{"one of two years", "en", section, "The next dialogue will take place in 2026 or 2027.", true, nil},
		{"told of the past", "en", section, "The dialogue took place in Brussels in 2026.", true, nil},
		{"in another section", "en", "outcome", "Both sides noted that the next dialogue will take place in Brussels in 2026.", true, []string{"2026"}},
		{"of something else", "en", "outcome", "Both sides noted that elections will take place in Norland in 2026.", true, nil},
		{"what it will look back on", "en", section, "The next dialogue is expected to review the recommendations of the 2023 round.", true, nil},
		{"what it builds on", "en", section, "The next dialogue will be held in Bishkek in 2027, building on the 2025 dialogue.", true, nil},
		{"as agreed", "en", section, "The next dialogue is scheduled for 2027, as agreed in 2024.", true, nil},
		{"a law", "en", section, "The next dialogue is expected to follow up on the law of 2021.", true, nil},
		{"older and what it builds on", "en", section, "The next dialogue will be held in Bishkek in 2025, building on the 2024 dialogue.", false, []string{"2025"}},
		{"older and since another year", "en", section, "As agreed in 2024, the next dialogue will take place in 2025.", false, []string{"2025"}},
		{"a month and a country", "en", section, "The next dialogue is scheduled to be held in early March 2025 in Brussels, Belgium.", false, []string{"2025"}},
		{"a time of the year", "en", section, "The next dialogue is expected to take place in Brussels (Belgium), in the second half of 2026.", true, []string{"2026"}},
		{"planned", "en", section, "The next dialogue is planned for 2026.", true, []string{"2026"}},
		{"two years at once", "en", section, "The next dialogue will take place in 2026/2027.", true, nil},
		{"revenir", "fr", section, "Il est prévu de revenir, lors du prochain dialogue, sur la loi de 2023.", true, nil},
		{"fera le point", "fr", section, "Le prochain dialogue devrait se tenir en 2027 et fera le point sur les engagements de 2024.", true, nil},
		{"prévu", "fr", section, "Le prochain dialogue est prévu à l’automne 2025 à Bruxelles.", false, []string{"2025"}},
		{"un mois", "fr", section, "Le prochain dialogue aura lieu au mois de mars 2026.", true, []string{"2026"}},
		{"lieu", "fr", section, "Le prochain dialogue aura lieu à Bruxelles en 2026.", true, []string{"2026"}},
		{"tiendra", "fr", section, "Le prochain dialogue se tiendra à Bruxelles en 2026.", true, []string{"2026"}},
		{"nouveau", "fr", section, "Le prochain dialogue se tiendra à Bruxelles en 2026.", false, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := briefing.Statement{
				Language: c.language, Kind: "Human Rights Dialogue", Date: briefing.Date{Year: 2026, Month: 3, Day: 12},
				Sections: []briefing.Section{{Key: c.section, Text: briefing.Prose("Both sides met. " + c.text)}},
			}
			if c.carried {
				s.Carried = briefing.Lines{c.text}
			}
			var got []string
			for _, f := range style.Check(s, template(t), guide(t, c.language, ""), style.Known{}) {
				if f.Rule == "DATE-11" {
					got = append(got, f.Found)
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("found %q, want %q", got, c.want)
			}
		})
	}
}
