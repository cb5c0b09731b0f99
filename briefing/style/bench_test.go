package style_test

import (
	"testing"

	"delegation-briefing/briefing/style"
)

// A check must never be felt: 20 ms for two pages is the limit.
func BenchmarkCheckTwoPages(b *testing.B) {
	s, tmpl, g := pasted(b, real(b, "seeds/*.txt")[0]), template(b), guide(b, "en", "")
	sp := spelling(b)
	for b.Loop() {
		style.Check(s, tmpl, g, style.Known{Spelling: sp})
	}
}

func BenchmarkFindGuide(b *testing.B) {
	for b.Loop() {
		guide(b, "en", "")
	}
}

func BenchmarkFindSpelling(b *testing.B) {
	for b.Loop() {
		if _, err := style.FindSpelling(office, "en"); err != nil {
			b.Fatal(err)
		}
	}
}
