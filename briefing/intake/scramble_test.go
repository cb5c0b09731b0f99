package intake_test

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// pieces are what texts are made of, whole and damaged.
var pieces = []string{
	"The EU delegation was headed by Mr Ada Lund, Head of Division of the Ministry of Justice.", "{{name 1}}", "{{partner}}", `\`, "*", "**bold**", "_x_", "[a](b)", "- ", "+ ", "• ",
	"1. ", "2. ", "3) ", "Press contacts", "Background", "Objectives", "Agenda", "Ilse Marchetti", "+32 2 555 01 40", "Tel. +32 2 555 01 40", "a.b@press.example", "E-mail: a.b@press.example",
	"The EU and Norland held their 7th Human Rights Dialogue in Aldvik on 6 March.", "The next dialogue will be held in Brussels.", "EUROPEAN UNION", "13.03.2026", "Brussels, 12 March 2026",
	"\u00a0", "\u200b", "\t", "\r\n", "\n", "\n\n", "\n\n", "\n", " ", " ", "torture", "Human Rights Council", "“quoted”", "حوار", "диалог", "é", "…", "-", "–", "#", "# One", "> two", "    code", "---", "<p>", "&amp;", "`x`", "~", "|", "!", "[", "]", "(", ")",
}

// TestScrambled: however a text is put together, no word is lost or doubled.
func TestScrambled(t *testing.T) {
	templates := []string{"", "eu-statement", "joint-statement", "communique", "brief"}
	seeds := uint64(800)
	if watched || testing.Short() {
		seeds = 100
	}
	for seed := range seeds {
		r := rand.New(rand.NewPCG(seed, 1))
		var b strings.Builder
		for range 2 + r.IntN(40) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		text := b.String() + " end"
		s := read(t, text, templates[r.IntN(len(templates))]).Statement
		if missing, doubled := lost(words(text), words(printed(t, s, text))); len(missing)+len(doubled) > 0 {
			t.Fatalf("seed %d: lost %q, doubled %q of\n%q\n%+v", seed, missing, doubled, text, s.Sections)
		}
	}
}
