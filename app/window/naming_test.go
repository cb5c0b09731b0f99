package window

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"delegation-briefing/briefing"
)

// TestAStatementIsNamedByItsFacts before others come to know its name: not by what the
// partner was called when it began.
func TestAStatementIsNamedByItsFacts(t *testing.T) {
	for _, command := range []string{"Export…", "Keep a version…", "Show as PDF"} {
		t.Run(command, func(t *testing.T) {
			a := officerAt(t, filepath.Join(t.TempDir(), "new"))
			templates, err := a.archive.Office(a.config.Files).Templates()
			if err != nil {
				t.Fatal(err)
			}
			a.begin(templates[0].New(""), "Zzz")
			began := a.draft.Statement().ID
			a.draft.Change("partner", func(s *briefing.Statement) { s.Partner = "Belmark" })
			if a.press(command); a.draft.Statement().ID != began {
				t.Errorf("without a date it is named %s", a.draft.Statement().ID)
			}
			a.closeTop()
			a.draft.Change("date", func(s *briefing.Statement) { s.Date = briefing.Date{Year: 2028, Month: 3, Day: 9}; s.Kind = "Talks" })
			f := a.at("headline", 0, "text")
			a.typed("A")
			f.Select(len(f.Text())-1, len(f.Text()))
			a.desk.scroll.ScrollToOffset(fyne.NewPos(0, 30))
			offset := a.desk.scroll.Offset
			a.press(command)
			if f = a.desk.fields[a.desk.at]; f == nil || f.SelectedText() != "A" || a.desk.scroll.Offset != offset {
				t.Errorf("with its name the desk stands at %v, %v, before at %v", a.desk.at, a.desk.scroll.Offset.Y, offset.Y)
			}
			const want = "2028-03-09-belmark-talks"
			if got := a.draft.Statement().ID; got != want {
				t.Errorf("it is named %s, want %s", got, want)
			}
			if _, err := os.Stat(a.archive.Path(began)); !os.IsNotExist(err) {
				t.Errorf("%s: %v", began, err)
			}
			if e := a.draft.CanUndo(); e.Name != "typing" {
				t.Errorf("what can be undone is %q", e.Name)
			}
			a.closeTop()
			a.draft.Change("partner", func(s *briefing.Statement) { s.Partner = "Other" })
			if a.press(command); a.draft.Statement().ID != want {
				t.Errorf("later it is named %s", a.draft.Statement().ID)
			}
		})
	}
}

// TestANameThatSomebodyGaveStays, and so does one that another statement has.
func TestANameThatSomebodyGaveStays(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.draft.Change("partner", func(s *briefing.Statement) { s.Partner = "Belmark" })
	if a.press("Keep a version…"); a.draft.Statement().ID != sampleStatement {
		t.Errorf("it is named %s", a.draft.Statement().ID)
	}
	a.closeTop()
	taken := a.draft.Statement()
	a.begin(taken, taken.Partner)
	began := a.draft.Statement().ID
	a.draft.Change("facts", func(s *briefing.Statement) { s.Partner = "Norland" })
	if a.press("Keep a version…"); a.draft.Statement().ID != began {
		t.Errorf("it is named %s, and was %s", a.draft.Statement().ID, began)
	}
}
