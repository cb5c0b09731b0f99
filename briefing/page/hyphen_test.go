package page

import (
	"os"
	"strings"
	"testing"
)

// TestHyphenation parts words as the languages' dictionaries do.
func TestHyphenation(t *testing.T) {
	h := hyphenation{files: os.DirFS("../../assets"), read: map[string]*hyphenator{}}
	tests := []struct{ lang, word, want string }{
		{"en", "implementation", "im-ple-ment-a-tion"},
		{"en-GB", "international", "in-ter-na-tional"},
		{"fr", "recommandations", "re-com-man-da-tions"},
		{"de", "Menschenrechte", "Men-schen-rechte"},
		{"es", "cooperación", "coope-ra-ción"},
		{"ru", "сотрудничество", "со-труд-ни-че-ство"},
		{"el", "συνεργασία", "συ-νερ-γα-σία"},
		{"ro", "angajamentul", "an-ga-ja-men-tul"},
		{"ro", "constructiv", "con-struc-tiv"},
		{"ro", "sculptor", "sculp-tor"},
		{"ro", "vârstnicii", "vârst-ni-cii"},
		{"ro", "urechi", "urechi"},
		{"ro", "instituțiilor", "in-sti-tu-ții-lor"},
		{"en", "Kazakhstan", "Kazakhstan"},
		{"en", "COVID19", "COVID19"},
		{"en", "(implementation),", "(im-ple-ment-a-tion),"},
		{"en", "short", "short"},
		{"xx", "implementation", "implementation"},
	}
	for _, test := range tests {
		got, last := "", 0
		for _, p := range h.language(test.lang).points(test.word) {
			got += test.word[last:p] + "-"
			last = p
		}
		got += test.word[last:]
		if strings.ReplaceAll(got, "-", "") != strings.ReplaceAll(test.word, "-", "") {
			t.Errorf("%s: letters are lost: %s", test.lang, got)
		}
		if got != test.want {
			t.Errorf("%s: %s, want %s", test.lang, got, test.want)
		}
	}
}

func FuzzHyphenation(f *testing.F) {
	f.Add("en", "implementation")
	f.Add("de", "Straßenverkehrsordnung")
	h := hyphenation{files: os.DirFS("../../assets"), read: map[string]*hyphenator{}}
	f.Fuzz(func(t *testing.T, lang, word string) {
		last := 0
		for _, p := range h.language(lang).points(word) {
			if p <= last || p >= len(word) {
				t.Fatalf("%q is parted at %d after %d", word, p, last)
			}
			last = p
		}
	})
}

func BenchmarkReadPatterns(b *testing.B) {
	for b.Loop() {
		h := hyphenation{files: os.DirFS("../../assets"), read: map[string]*hyphenator{}}
		if h.language("en") == nil {
			b.Fatal("no patterns")
		}
	}
}
