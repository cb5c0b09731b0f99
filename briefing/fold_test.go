package briefing

import "testing"

func TestFold(t *testing.T) {
	for text, want := range map[string]string{
		"":               "",
		"Human Rights":   "human rights",
		"Édition, ÉTATS": "edition, etats",
		"À propos":       "a propos",
		"ﬁnal":           "final",
		"حِوَار":         "حوار",
		"حـــوار":        "حوار",
		"Ðinđić Łódź":    "ðinđic łodz",
	} {
		if got := Fold(text); got != want {
			t.Errorf("%q: %q, not %q", text, got, want)
		}
	}
}
