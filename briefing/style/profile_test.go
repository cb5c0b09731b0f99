package style_test

import (
	"slices"
	"testing"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/style"
)

func TestTelephoneProfiles(t *testing.T) {
	phones := []string{"+32 (0) 2 555 01 40", "+32 (0)455 50 01 40", "+99.1.555.01.77", "+3225550141", "+99 1 555 01 78"}
	for profile, want := range map[string][]string{
		"press":  {"", "+32 (0) 455 50 01 40", "+99 1 555 01 77", "+32 25550141", ""}, // as the first
		"isg":    {"+32 25550140", "+32 455500140", "+99 15550177", "+32 25550141", "+99 15550178"},
		"e123":   {"+32 2 555 01 40", "+32 455 50 01 40", "+99 1 555 01 77", "+32 25550141", ""},
		"strict": {"+32 25550140", "+32 455500140", "+99 15550177", "+32 25550141", "+99 15550178"},
	} {
		t.Run(profile, func(t *testing.T) {
			s := sample(t)
			people := s.Section("contacts").People
			people[0].Phones, people[1].Phones = phones[:2], phones[2:]
			got := make([]string, len(phones))
			for _, f := range style.Check(s, template(t), guide(t, "en", profile), style.Known{}) {
				if f.Rule == "TEL-1" {
					got[slices.Index(phones, f.Found)] = f.Instead
				}
			}
			if !slices.Equal(got, want) {
				t.Errorf("offers %q\nwant   %q", got, want)
			}
		})
	}
}

func TestQuotationMarksByProfile(t *testing.T) {
	s := sample(t)
	s.SetText(briefing.Place{Section: "outcome", Field: "text"}, "Both sides spoke of “next steps” and of the states’ “list of ‘good’ steps”.")
	for profile, want := range map[string]int{"press": 0, "isg": 2} {
		n := 0
		for _, f := range style.Check(s, template(t), guide(t, "en", profile), style.Known{}) {
			if f.Rule == "QUO-1" {
				n++
			}
		}
		if n != want {
			t.Errorf("in profile %s %d marks, want %d", profile, n, want)
		}
	}
}
