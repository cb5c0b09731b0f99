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
