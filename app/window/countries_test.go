package window

import (
	"os"
	"slices"
	"testing"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/style"
)

func TestPartners(t *testing.T) {
	for lang, want := range map[string][]string{
		"en": {"Austria", "Côte d’Ivoire", "North Macedonia", "Zimbabwe"},
		"fr": {"Autriche", "Côte d’Ivoire", "Macédoine du Nord", "Zimbabwe"},
	} {
		g, err := style.FindGuide(briefing.Office{os.DirFS("../../assets")}, "eu-statement", lang, "")
		if err != nil {
			t.Fatal(err)
		}
		all := partners(g)
		if len(all) < 190 {
			t.Errorf("%s: %d countries only", lang, len(all))
		}
		last := -1
		for _, name := range want {
			i := slices.Index(all, name)
			if i <= last {
				t.Errorf("%s: %q is at %d, after %d", lang, name, i, last)
			}
			last = i
		}
	}
}

func TestCapital(t *testing.T) {
	g, err := style.FindGuide(briefing.Office{os.DirFS("../../assets")}, "eu-statement", "en", "")
	if err != nil {
		t.Fatal(err)
	}
	if got := capital(g, "Brazil"); got != "Brasília" {
		t.Errorf("the capital of Brazil is %q", got)
	}
	if got := capital(g, "Norland"); got != "" {
		t.Errorf("the capital of nowhere is %q", got)
	}
}
