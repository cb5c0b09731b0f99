package window

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"delegation-briefing/briefing"
)

func TestAPickerGivesWayToACommand(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.press("All commands…")
	first := a.picker
	test.Type(first.entry, "zzz")
	if !first.none.Visible() || len(first.shown) != 0 {
		t.Error("it does not say that nothing fits")
	}
	first.entry.SetText("")
	if first.none.Visible() || len(first.shown) == 0 {
		t.Error("it still says that nothing fits")
	}
	a.press("Go to section…")
	if first.popup.Visible() || !a.picker.popup.Visible() {
		t.Error("two pickers stand over each other")
	}
	a.press("Find…")
	if a.win.Canvas().Overlays().Top() != nil {
		t.Error("a picker stands over what was asked for")
	}
	if a.win.Canvas().Focused() != a.finder.words {
		t.Error("the keys go nowhere")
	}
}

func TestNarrowed(t *testing.T) {
	all := []choice{{name: "Prendre la formulation proposée"}, {name: "À propos"}, {name: "Proposer"}, {name: "Édition"}, {name: "Mise en valeur", also: "italique, édition"}}
	for typed, want := range map[string]string{
		"propos":     "À propos, Proposer, Prendre la formulation proposée",
		"a propos":   "À propos, Prendre la formulation proposée",
		"EDIT":       "Édition, Mise en valeur",
		"valeur it":  "Mise en valeur",
		"la propose": "Prendre la formulation proposée",
		"zzz":        "",
		"":           "Prendre la formulation proposée, À propos, Proposer, Édition, Mise en valeur",
	} {
		var names []string
		for _, c := range narrowed(all, searched(all), typed) {
			names = append(names, c.name)
		}
		if got := strings.Join(names, ", "); got != want {
			t.Errorf("%q: %s", typed, got)
		}
	}
}

// TestACountryIsFoundByItsBeginning before those that have such a word further on;
// the others keep their order.
func TestACountryIsFoundByItsBeginning(t *testing.T) {
	all := []choice{{name: "Corée du Nord"}, {name: "Macédoine du Nord"}, {name: "Norvège", note: "Oslo"}, {name: "Papouasie-Nouvelle-Guinée"}, {name: "Ténor"}, {name: "Guinée"}, {name: "Haïti", note: "Port-au-Prince"}, {name: "Portugal", note: "Lisbonne"}}
	for typed, want := range map[string]string{
		"nor":     "Norvège, Corée du Nord, Macédoine du Nord, Ténor",
		"guinee":  "Guinée, Papouasie-Nouvelle-Guinée",
		"port":    "Portugal, Haïti",
		"haiti p": "Haïti",
		"du n":    "Corée du Nord, Macédoine du Nord",
	} {
		var names []string
		for _, c := range narrowed(all, searched(all), typed) {
			names = append(names, c.name)
		}
		if got := strings.Join(names, ", "); got != want {
			t.Errorf("%q: %s", typed, got)
		}
	}
}

// TestAPickerBeginsAtWhatIsSet: Enter changes nothing then, and the ends of the
// list are a key away.
func TestAPickerBeginsAtWhatIsSet(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.draft.Type(briefing.Place{Field: "status"}, string(briefing.Cleared))
	marked := func() string { return a.picker.shown[a.picker.at].name }
	a.press("Status…")
	if got := marked(); got != "cleared" {
		t.Errorf("%q is marked", got)
	}
	a.key(fyne.KeyEnd)
	if got := marked(); got != "published" {
		t.Errorf("at the end %q is marked", got)
	}
	a.key(fyne.KeyHome)
	if got := marked(); got != "draft" {
		t.Errorf("at the beginning %q is marked", got)
	}
}
