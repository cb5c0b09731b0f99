package intake_test

import (
	"testing"
	"time"

	"delegation-briefing/briefing/intake"

	"delegation-briefing/briefing"
)

func TestReadDate(t *testing.T) {
	for words, want := range map[string]string{
		"12 March 2026":     "2026-03-12",
		" 12 march 2026. ":  "2026-03-12",
		"March 12, 2026":    "2026-03-12",
		"le 12 mars 2026":   "2026-03-12",
		"1er août 2026":     "2026-08-01",
		"12.3.2026":         "2026-03-12",
		"12/03/2026":        "2026-03-12",
		"6 March":           "--03-06",
		"31.2.2026":         "",
		"8 and 9 May 2026":  "",
		"on 12 March 2026":  "",
		"12 March 2026 too": "",
		"2026":              "",
		"tomorrow":          "",
		"":                  "",
	} {
		got, ok := intake.ReadDate(words)
		if ok != (want != "") || ok && got.String() != want {
			t.Errorf("%q is read as %v, %v; want %q", words, got, ok, want)
		}
	}
}

func TestReadMoment(t *testing.T) {
	here := time.FixedZone("", 3600)
	for words, want := range map[string]string{
		"27 November 2026 19:00":              "2026-11-27 19:00 +01:00",
		"27 November 2026, 19.30":             "2026-11-27 19:30 +01:00",
		"27 November 2026 at 9:05":            "2026-11-27 09:05 +01:00",
		"le 27 novembre 2026 à 19h":           "2026-11-27 19:00 +01:00",
		"27 novembre 2026 19h30 CEST":         "2026-11-27 19:30 +02:00",
		"27.11.2026 19:00 +02:00":             "2026-11-27 19:00 +02:00",
		"2026-11-27 19:00":                    "2026-11-27 19:00 +01:00",
		"2026-11-27 18:00 utc":                "2026-11-27 18:00 +00:00",
		"27 November 2026":                    "",
		"27 November 19:00":                   "",
		"27 November 2026 25:00":              "",
		"27 November 2026 19:60":              "",
		"27 November 2026 19:00 tea time":     "",
		"27 November 2026 19:00 Norland time": "",
		"tomorrow 19:00":                      "",
		"":                                    "",
	} {
		got := ""
		if m, ok := intake.ReadMoment(words, here); ok {
			got = m.Format(briefing.EmbargoForm)
		}
		if got != want {
			t.Errorf("%q is %q, want %q", words, got, want)
		}
	}
}
