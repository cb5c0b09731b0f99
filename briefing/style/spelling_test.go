package style_test

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/style"
)

func TestOfficeAddsWords(t *testing.T) {
	workspace := fstest.MapFS{"spelling/en-GB.words": {Data: []byte("sunnic # of the islands\n")}}
	ours, err := style.FindSpelling(briefing.Office{workspace, office[0]}, "en")
	if err != nil {
		t.Fatal(err)
	}
	if !ours.Knows("sunnic") || !ours.Knows("criminalisation") || spelling(t).Knows("sunnic") {
		t.Error("the office's words are not those of the office")
	}
}

func TestDictionariesAreFound(t *testing.T) {
	aff := &fstest.MapFile{Data: []byte("SET UTF-8\n")}
	word := func(w string) *fstest.MapFile { return &fstest.MapFile{Data: []byte("1\n" + w + "\n")} }
	shelves := briefing.Office{
		fstest.MapFS{"spelling/pt-BR.aff": aff, "spelling/pt-BR.dic": word("fato")},
		fstest.MapFS{"fr_FR.aff": aff, "fr_FR.dic": word("fait"), "pt_PT.aff": aff, "pt_PT.dic": word("facto")},
	}
	for lang, want := range map[string]string{"pt-BR": "fato", "pt-PT": "facto", "pt": "fato", "fr": "fait", "fr-BE": "fait"} {
		sp, err := style.FindSpelling(shelves, lang)
		if err != nil || !sp.Knows(want) {
			t.Errorf("for %s: %v", lang, err)
		}
	}
	if _, err := style.FindSpelling(shelves, "fi"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("for Finnish: %v", err)
	}
	broken := fstest.MapFS{"spelling/fi.aff": {Data: []byte("SFX A\n")}, "spelling/fi.dic": word("tosi")}
	if _, err := style.FindSpelling(briefing.Office{broken}, "fi"); err == nil || !strings.Contains(err.Error(), "spelling/fi: affixes, line 1") {
		t.Errorf("for a broken dictionary: %v", err)
	}
}

func TestKnowsWordsAsTheyStandInProse(t *testing.T) {
	sp := spelling(t)
	for _, w := range strings.Fields("courts’ state’s ill-treatment gender-based co-chaired anti-discrimination Ombudsperson’s well-known PRESS") {
		if !sp.Knows(w) {
			t.Errorf("%s is not known", w)
		}
	}
	if got := sp.Suggest("goverment’s", 2); !slices.Contains(got, "government’s") {
		t.Errorf("for goverment’s: %q", got)
	}
}
