package window

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/style"
)

// TestAGapLeadsToItsFact: the remark on a gap puts the caret where the words are
// written that fill it.
func TestAGapLeadsToItsFact(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.draft.Change("forget", func(s *briefing.Statement) { s.Place = "" })
	a.until("the remark on the gap", func() bool {
		return slices.ContainsFunc(a.findings.all, func(f style.Finding) bool { return f.Found == "{{place}}" })
	})
	for range a.findings.all {
		a.press("Next remark")
		if f, _ := a.findings.current(); f.Found == "{{place}}" {
			break
		}
	}
	if a.export(filepath.Join(t.TempDir(), "open.pdf")); !strings.Contains(a.status.said, "3 gaps still in it") {
		t.Errorf("after the export the officer reads %q", a.status.said)
	}
	a.typed("Aldvik")
	if got := a.draft.Statement().Place; got != "Aldvik" {
		t.Errorf("the place is %q", got)
	}
}

func TestRemarksAreCorrectedAndIgnored(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.at("opening", 0, "text")
	a.typed(" The the EU agreed..")
	planted := func() int {
		n := 0
		for _, f := range a.findings.all {
			if f.At.Section == "opening" {
				n++
			}
		}
		return n
	}
	a.until("remarks on the doubled word", func() bool { return planted() > 0 })
	if len(a.desk.fields[briefing.Place{Section: "opening", Field: "text"}].Marks()) == 0 {
		t.Error("the words are not marked")
	}
	a.press("Next remark")
	for a.findings.all[a.findings.at].At.Section != "opening" {
		a.press("Next remark")
	}
	ignored, _ := a.findings.current()
	a.press("Ignore the remark")
	a.until("that remark is gone", func() bool {
		return !slices.ContainsFunc(a.findings.all, func(f style.Finding) bool { return f.Rule == ignored.Rule && f.Found == ignored.Found })
	})
	if len(a.draft.Statement().Ignored) != 1 {
		t.Error("the statement does not say what was ignored")
	}
}

// TestSeveralWordingsAreOffered for a word that may have been meant as one or
// another: none of them is written before the officer has chosen.
func TestSeveralWordingsAreOffered(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	f := a.at("outcome", 0, "text")
	a.typed(" Its postion was clear.")
	spelled := func() (found style.Finding, ok bool) {
		for _, found := range a.findings.all {
			if found.Found == "postion" {
				return found, true
			}
		}
		return found, false
	}
	a.until("the remark", func() bool { _, ok := spelled(); return ok })
	found, _ := spelled()
	if len(offers(found)) < 2 {
		t.Fatalf("offered is %q, and %q", found.Instead, found.Others)
	}
	a.press("House style")
	for a.findings.step(1); ; a.findings.step(1) {
		if now, _ := a.findings.current(); now.Found == "postion" {
			break
		}
	}
	before := f.Text()
	a.press("Take the wording on offer")
	if f.Text() != before || a.win.Canvas().Overlays().Top() == nil {
		t.Errorf("it was not asked which is meant: %q", strings.TrimPrefix(f.Text(), before))
	}
	a.closeTop()
	a.correct(offers(found)[1])
	if want := " Its " + found.Others[0] + " was clear."; !strings.HasSuffix(f.Text(), want) {
		t.Errorf("there stands %q, want %q", f.Text(), want)
	}
}

// TestTheNextRemarkIsBehindTheCaret, also after a correction, which makes all
// remarks anew.
func TestTheNextRemarkIsBehindTheCaret(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	one, two, three := briefing.Place{Section: "opening", Field: "text"}, briefing.Place{Section: "topics", Item: 1, Field: "text"}, briefing.Place{Section: "outcome", Field: "text"}
	at := func(p briefing.Place, from int) style.Finding {
		return style.Finding{At: p, From: from, To: from + 3, Rule: "X"}
	}
	a.findings.set([]style.Finding{at(one, 0), at(one, 10), at(two, 5), at(three, 5)}, make([]string, 4))
	for _, c := range []struct {
		caret spot
		by    int
		want  spot
	}{
		{spot{one, 5}, 1, spot{one, 10}},
		{spot{one, 5}, -1, spot{one, 0}},
		{spot{two, 9}, 1, spot{three, 5}},
		{spot{three, 9}, 1, spot{one, 0}},
		{spot{one, 0}, -1, spot{three, 5}},
	} {
		a.findings.at = -1
		a.goTo(c.caret.at, c.caret.offset)
		a.stepRemark(c.by)
		if f, _ := a.findings.current(); (spot{f.At, f.From}) != c.want {
			t.Errorf("from %v by %d: %v", c.caret, c.by, spot{f.At, f.From})
		}
	}
	a.findings.at = -1
	a.goTo(one, 0)
	for _, want := range []spot{{one, 10}, {two, 5}, {three, 5}} {
		a.stepRemark(1)
		if f, _ := a.findings.current(); (spot{f.At, f.From}) != want {
			t.Errorf("then %v, want %v", spot{f.At, f.From}, want)
		}
	}
}

// TestARemarkOnASectionLeadsThere, though the section has no field of its own: to where
// one writes what is missing, in its turn.
func TestARemarkOnASectionLeadsThere(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.draft.Change("empty", func(s *briefing.Statement) {
		edit(s, "contacts", func(sec *briefing.Section) { sec.People = nil })
		edit(s, "topics", func(sec *briefing.Section) { sec.Topics = []briefing.Topic{{Heading: "Prisons"}, {Heading: "Press"}} })
	})
	on := func(section string) style.Finding {
		return style.Finding{At: briefing.Place{Section: section, Field: "text"}, Rule: "X"}
	}
	a.findings.set([]style.Finding{on("opening"), on("topics"), on("outcome"), on("contacts")}, make([]string, 4))
	a.goTo(briefing.Place{Section: "opening", Field: "text"}, 3)
	for _, want := range []briefing.Place{
		{Section: "topics", Item: 1, Field: "text"}, {Section: "outcome", Field: "text"}, {Section: "contacts", Item: 1, Field: "name"},
	} {
		a.stepRemark(1)
		if a.desk.at != want {
			t.Errorf("the caret is in %v, want %v", a.desk.at, want)
		}
		a.findings.at = -1 // from the caret on
	}
	if a.typed("Ada"); a.text("contacts", 1, "name") != "Ada" {
		t.Errorf("the contact is %q", a.text("contacts", 1, "name"))
	}
}

// TestEnterTakesTheFirstCorrection of those at the caret.
func TestEnterTakesTheFirstCorrection(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	at := briefing.Place{Section: "outcome", Field: "text"}
	a.draft.Type(at, "Tea was had.")
	a.at("outcome", 0, "text").SetCaret(1)
	a.findings.set([]style.Finding{{At: at, To: 3, Found: "Tea", Rule: "X", Message: "No tea.", Instead: "Coffee", HasInstead: true}}, make([]string, 1))
	a.mark()
	a.press("Corrections at the caret")
	if a.key(fyne.KeyReturn); a.text("outcome", 0, "text") != "Coffee was had." {
		t.Errorf("it reads %q", a.text("outcome", 0, "text"))
	}
}

// TestIgnoringSaysHowMany remarks go with the one looked at.
func TestIgnoringSaysHowMany(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	at := briefing.Place{Section: "outcome", Field: "text"}
	x, y := style.Finding{At: at, Rule: "X", Found: "'"}, style.Finding{At: at, Rule: "Y", Found: "'"}
	a.findings.set([]style.Finding{x, x, y, x}, make([]string, 4))
	a.status.say("")
	if a.ignore(y); a.status.said != "" {
		t.Errorf("of one it says %q", a.status.said)
	}
	a.findings.set([]style.Finding{x, x, y, x}, make([]string, 4))
	if a.ignore(x); a.status.said != "3 remarks on “'” are ignored. Undo brings them back." {
		t.Errorf("it says %q", a.status.said)
	}
}

// TestKeysOnRemarksSayWhyNothingHappens: where nothing is on offer, or looked at.
func TestKeysOnRemarksSayWhyNothingHappens(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.at("outcome", 0, "text")
	a.findings.set([]style.Finding{{At: briefing.Place{Section: "outcome", Field: "text"}, Rule: "X"}}, make([]string, 1))
	for _, command := range []string{"Ignore the remark", "Take the wording on offer", "Corrections at the caret"} {
		a.status.say("")
		if a.press(command); a.status.said == "" {
			t.Errorf("%s does nothing and does not say why", command)
		}
	}
}

// TestARemarkOnADayLeadsToAllOfIt, as the day stands in its field in other words
// than in the file.
func TestARemarkOnADayLeadsToAllOfIt(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	day := briefing.Place{Field: "date"}
	a.findings.set([]style.Finding{{At: day, To: len("2026-03-12"), Rule: "X"}}, make([]string, 1))
	a.mark()
	a.findings.look(0)
	if got := a.desk.fields[day].SelectedText(); got != "12 March 2026" {
		t.Errorf("selected is %q", got)
	}
}

// TestWhatCannotBeSeenIsNamed: a remark on a sign that nobody sees shows its
// number.
func TestWhatCannotBeSeenIsNamed(t *testing.T) {
	for found, want := range map[string]string{
		"\u202Esteps": "  ·  “U+202Esteps”",
		"\uF0B7":      "  ·  “U+F0B7”",
		" – ":         "  ·  “–”",
		" ":           "",
	} {
		if got := quoted(style.Finding{Found: found}); got != want {
			t.Errorf("%q is shown as %q, want %q", found, got, want)
		}
	}
}

// TestACardShowsWhatDiffers, also where it is no more than a space.
func TestACardShowsWhatDiffers(t *testing.T) {
	for _, tt := range []struct{ found, instead, want string }{
		{" ;", "\u00a0;", "“ ;” → “[no-break space];”"},
		{"« ", "«\u00a0", "“« ” → “«[no-break space]”"},
		{"5 %", "5\u00a0%", "“5 %” → “5[no-break space]%”"},
		{"\u202f;", "\u00a0;", "“[narrow no-break space];” → “[no-break space];”"},
		{" the ", " a ", "“the” → “a”"},
		{"Eu", "EU", "“Eu” → “EU”"},
	} {
		if got := quoted(style.Finding{Found: tt.found, Instead: tt.instead, HasInstead: true}); got != "  ·  "+tt.want {
			t.Errorf("%q, %q: %s", tt.found, tt.instead, got)
		}
	}
}
