package intake_test

import (
	"testing"

	"delegation-briefing/briefing/intake"
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
