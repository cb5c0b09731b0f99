package hunspell_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"delegation-briefing/briefing/style/hunspell"
)

const small = `SET UTF-8
TRY esianrt
ICONV 1
ICONV ’ '
NOSUGGEST !
FORBIDDENWORD x
NEEDAFFIX n
KEEPCASE k
PFX U Y 1
PFX U 0 un .
SFX D Y 3
SFX D 0 d e
SFX D y ied [^aeiou]y
SFX D 0 ed [^ey]
SFX M N 1
SFX M 0 's .
SFX A Y 1
SFX A 0 able/L [^e]
SFX L Y 1
SFX L 0 ness .
REP 1
REP f ph
`

const words = `12
agree/A
treat/UDA
deny/D
Aldvik/M
mayor/M
need/n
naughty/!
wrong/x
co-op
kW/k
phone
night
`

func read(t testing.TB, aff, dic string) *hunspell.Dictionary {
	t.Helper()
	d, err := hunspell.Read(strings.NewReader(aff), strings.NewReader(dic))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestKnows(t *testing.T) {
	d := read(t, small, words)
	for _, w := range strings.Fields("treat Treat TREAT treated untreated untreatable treatableness denied Aldvik Aldvik’s mayor's mayor’s co-op kW") {
		if !d.Knows(w) {
			t.Errorf("%s is not known", w)
		}
	}
	for _, w := range strings.Fields("treatd tREAT denyed undenied aldvik unmayor need wrong KW agreeable treats ’s") {
		if d.Knows(w) {
			t.Errorf("%s is known", w)
		}
	}
}

func TestFlagsInOtherForms(t *testing.T) {
	for name, c := range map[string]struct{ aff, dic string }{
		"long":    {"FLAG long\nSFX Aa Y 1\nSFX Aa 0 s .\nSFX Bb Y 1\nSFX Bb 0 ed .\n", "1\nact/AaBb\n"},
		"numbers": {"FLAG num\nSFX 101 Y 1\nSFX 101 0 s .\nSFX 7 Y 1\nSFX 7 0 ed .\n", "1\nact/101,7\n"},
		"UTF-8":   {"SET UTF-8\nFLAG UTF-8\nSFX é Y 1\nSFX é 0 s .\nSFX ø Y 1\nSFX ø 0 ed .\n", "1\nact/éø\n"},
		"aliases": {"AF 2\nAF A\nAF AB\nSFX A Y 1\nSFX A 0 s .\nSFX B Y 1\nSFX B 0 ed .\n", "1\nact/2\n"},
		"letters": {"SFX A Y 1\nSFX A 0 s .\nSFX B Y 1\nSFX B 0 ed .\n", "1\nact/AB po:verb\n"},
	} {
		t.Run(name, func(t *testing.T) {
			d := read(t, c.aff, c.dic)
			if !d.Knows("act") || !d.Knows("acts") || !d.Knows("acted") || d.Knows("acting") {
				t.Error("flags are misread")
			}
		})
	}
}

func TestEightBitDictionary(t *testing.T) {
	d := read(t, "SET ISO8859-1\nSFX S Y 1\nSFX S 0 s [^s]\n", "1\n\xe9t\xe9/S\n")
	if !d.Knows("été") || !d.Knows("étés") || d.Knows("ete") {
		t.Error("the encoding is misread")
	}
}

func TestJoinedWords(t *testing.T) {
	d := read(t, "SET UTF-8\nCOMPOUNDFLAG c\n", "2\nMenschen/c\nRecht/c\n")
	if !d.Knows("Menschenrecht") || d.Knows("Menschenxrecht") {
		t.Error("joined words are misjudged")
	}
}

func TestSuggest(t *testing.T) {
	d := read(t, small, words)
	for word, want := range map[string]string{
		"tretaed": "treated", "treeat": "treat", "teat": "treat", "treit": "treat", "fone": "phone",
		"Teat": "Treat", "nighttreat": "night treat", "naughti": "", "xyz": "",
	} {
		if got := strings.Join(d.Suggest(word, 1), "|"); got != want {
			t.Errorf("for %s: %q, want %q", word, got, want)
		}
	}
}

func TestAdd(t *testing.T) {
	d := read(t, small, words)
	if err := d.Add(strings.NewReader("# ours\nOmbudsperson # of a country\n\n")); err != nil || !d.Knows("Ombudsperson") || d.Knows("ombudsperson") {
		t.Error("the word is not taken in as it stands")
	}
}

func TestReadSaysWhereAFileIsWrong(t *testing.T) {
	for name, c := range map[string][2]string{
		"affixes, line 2": {"SET UTF-8\nSFX A\n", "1\n"},
		"words, line 1":   {"SET UTF-8\n", "treat\n"},
		"encoding":        {"SET EBCDIC\n", "1\n"},
	} {
		_, err := hunspell.Read(strings.NewReader(c[0]), strings.NewReader(c[1]))
		if err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("error %v, want %q in it", err, name)
		}
	}
}

func british(t testing.TB) *hunspell.Dictionary {
	aff, err := os.ReadFile("../../../assets/spelling/en-GB.aff")
	if err != nil {
		t.Fatal(err)
	}
	dic, err := os.ReadFile("../../../assets/spelling/en-GB.dic")
	if err != nil {
		t.Fatal(err)
	}
	return read(t, string(aff), string(dic))
}

func TestBritishEnglish(t *testing.T) {
	d := british(t)
	for _, w := range strings.Fields("organisations prioritised labour delegations headed reiterating independent’s Brussels underlining unacceptable") {
		if !d.Knows(w) {
			t.Errorf("%s is not known", w)
		}
	}
	for _, w := range strings.Fields("prioritize labor recieve comitment goverment independant") {
		if d.Knows(w) {
			t.Errorf("%s is known", w)
		}
	}
	for wrong, right := range map[string]string{"recieve": "receive", "goverment": "government", "labourrights": "labour rights"} {
		if got := d.Suggest(wrong, 3); !slices.Contains(got, right) {
			t.Errorf("for %s: %q", wrong, got)
		}
	}
	for _, name := range strings.Fields("June Monday Brussels European Europeans Kazakh UNESCO") {
		if got := d.Suggest(strings.ToLower(name), 3); len(got) == 0 || got[0] != name {
			t.Errorf("for %s in small letters: %q", name, got)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(small, words, "treated")
	f.Fuzz(func(t *testing.T, aff, dic, word string) {
		d, err := hunspell.Read(strings.NewReader(aff), strings.NewReader(dic))
		if err != nil || len(word) > 12 {
			return
		}
		d.Knows(word)
		d.Suggest(word, 2)
	})
}

func BenchmarkReadBritish(b *testing.B) {
	for b.Loop() {
		british(b)
	}
}

func BenchmarkSuggest(b *testing.B) {
	d := british(b)
	for b.Loop() {
		d.Suggest("labourrights", 3)
	}
}
