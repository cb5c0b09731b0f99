package window

import (
	"fmt"
	"maps"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"delegation-briefing/assets"
	"delegation-briefing/briefing"
	"delegation-briefing/briefing/intake"
	"delegation-briefing/briefing/precedent/index"
)

// said puts a statement with one topic into the workspace.
func (a *acting) said(id, partner string, year int, text string) {
	a.t.Helper()
	_, err := a.archive.Create(briefing.Statement{
		ID: id, Template: "eu-statement", Language: "en", Partner: partner, Date: briefing.Date{Year: year, Month: 3, Day: 6},
		Sections: []briefing.Section{{Key: "topics", Topics: []briefing.Topic{{Heading: "Prisons", Subject: "subject of " + partner, Text: briefing.Prose(text)}}}},
	})
	if err != nil {
		a.t.Fatal(err)
	}
}

func (a *acting) foundIn(ids ...string) {
	a.t.Helper()
	a.until(fmt.Sprint("found in ", ids), func() bool {
		var got []string
		for _, h := range a.Window.said.hits {
			got = append(got, h.ID)
		}
		return fmt.Sprint(got) == fmt.Sprint(ids)
	})
}

// TestADialogueIsNamedInOneLanguage: its number goes with its kind, which stays as
// the statement has it; the day is that of the window.
func TestADialogueIsNamedInOneLanguage(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.app.Preferences().SetString(languageSetting, "fr")
	a.rebuild()
	t.Cleanup(func() { speak(a.config.Files, "en") })
	said := index.Said{Partner: "Norland", Kind: "Human Rights Dialogue", Language: "en", Edition: 7, Date: briefing.Date{Year: 2026, Month: 3, Day: 12}, Status: briefing.Cleared}
	if got := saidIn(said); got != "Norland, 12 mars 2026, seventh Human Rights Dialogue" {
		t.Errorf("it is named %q", got)
	}
}

func TestEarlierWordingIsQuoted(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.said("ostland-2024", "Ostland", 2024, "The EU deplored the *lasting* drought in Ostland. It thanked its hosts.")
	a.said("westland-2025", "Westland", 2025, "Droughts were deplored.")
	a.refreshList()

	f := a.at("topics", 1, "text")
	a.typed(" drought")
	f.Select(len(f.Text())-len("drought"), len(f.Text()))
	a.press("Find in earlier statements…")
	if a.side.at != saidPane || a.Window.said.words.Text != "drought" {
		t.Fatalf("the pane is %d and asks for %q", a.side.at, a.Window.said.words.Text)
	}
	a.foundIn("ostland-2024", "westland-2025")

	press := func(key fyne.KeyName) { a.Window.said.words.TypedKey(&fyne.KeyEvent{Name: key}) }
	press(fyne.KeyDown)
	press(fyne.KeyUp)
	press(fyne.KeyReturn)
	text := a.text("topics", 1, "text")
	if !strings.HasSuffix(text, "drought ‘The EU deplored the lasting drought in Ostland.’") {
		t.Errorf("the topic is now %q", text)
	}
	if a.win.Canvas().Focused() != f {
		t.Error("the officer cannot write on")
	}
	a.press("Undo")
	if text := a.text("topics", 1, "text"); !strings.HasSuffix(text, " drought") {
		t.Errorf("after undoing, the topic is %q", text)
	}
}

func TestEarlierWordingIsChosenByPartnerAndYear(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.said("ostland-2024", "Ostland", 2024, "The EU deplored the drought.")
	a.said("ostland-2025", "Ostland", 2025, "The EU regretted the drought.")
	a.said("westland-2025", "Westland", 2025, "Droughts were deplored.")
	a.refreshList()
	a.press("Said before")
	pane := a.Window.said
	pane.words.SetText("drought")
	a.foundIn("ostland-2025", "ostland-2024", "westland-2025")
	pane.partners.SetSelected("Ostland")
	a.foundIn("ostland-2025", "ostland-2024")
	pane.years.SetSelected("2024")
	a.foundIn("ostland-2024")
	pane.years.SetSelectedIndex(0)
	for i := range `"regretted the"` { // as it is typed
		pane.words.SetText(`"regretted the"`[:i+1])
	}
	a.foundIn("ostland-2025")
	a.said("ostland-2023", "Ostland", 2023, "Nobody regretted the flood.")
	a.press("Said before")
	a.foundIn("ostland-2025", "ostland-2023")
	pane.words.SetText("drought")
	a.foundIn("ostland-2025", "ostland-2024")
	pane.partners.SetSelectedIndex(0)
	pane.subjects.SetSelected("subject of Westland")
	a.foundIn("westland-2025")
	pane.words.SetText("")
	a.foundIn()
}

func TestQuotation(t *testing.T) {
	for language, want := range map[string]string{
		"en": "‘word’", "fr": "«\u00a0word\u00a0»", "de": "„word“", "es": "“word”",
	} {
		if got := quotation("word", briefing.Statement{Language: language}); got != want {
			t.Errorf("%s: %s, want %s", language, got, want)
		}
	}
	s := briefing.Statement{Language: "en", Sections: []briefing.Section{{Key: "opening", Text: "The “plan”."}}}
	if got := quotation("word", s); got != "“word”" {
		t.Errorf("in a statement with double marks: %s", got)
	}
}

func TestReadingManyStatementsIsShown(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	for i := range 450 {
		a.said(fmt.Sprint("ostland-", i), "Ostland", 2024, fmt.Sprint("The EU deplored drought number ", i, "."))
	}
	a.theStatement()
	a.Window.said.words.SetText("drought number 449")
	a.press("Said before")
	seen := false
	a.until("it is read", func() bool {
		seen = seen || a.Window.said.reading.Visible() && a.Window.said.bar.Max > 400
		return seen && !a.Window.said.reading.Visible() && len(a.Window.said.hits) > 0
	})
	if got := a.Window.said.hits[0].ID; got != "ostland-449" {
		t.Errorf("found in %s first", got)
	}
}

// TestSubjectsAreCalledByTheirNames, in the language of the window; one that the
// office does not list by its tag.
func TestSubjectsAreCalledByTheirNames(t *testing.T) {
	known := []intake.Subject{{Tag: "harvest", Headings: map[string]string{"en": "Rights of harvesters"}}, {Tag: "bare"}}
	got := called([]string{"harvest", "bare", "own"}, known)
	if want := map[string]string{"Rights of harvesters": "harvest", "bare": "bare", "own": "own"}; !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestTheSameWordsElsewhere are told of the newest statements; the others are counted.
func TestTheSameWordsElsewhere(t *testing.T) {
	test.NewTempApp(t)
	t.Cleanup(func() { speak(assets.Files, "en") })
	for _, tt := range []struct {
		language string
		n        int
		want     string
	}{
		{"en", 0, ""},
		{"en", 1, "A"},
		{"en", 4, "A; B; C; D"},
		{"en", 5, "A; B; C; D; and 1 more"},
		{"en", 312, "A; B; C; D; and 308 more"},
		{"fr", 5, "A; B; C; D; et 1 autre"},
		{"fr", 312, "A; B; C; D; et 308 autres"},
	} {
		if err := speak(assets.Files, tt.language); err != nil {
			t.Fatal(err)
		}
		var all []index.Said
		for i := range tt.n {
			all = append(all, index.Said{Partner: string(rune('A' + i)), Status: briefing.Published})
		}
		if got := saidAlso(all); got != tt.want {
			t.Errorf("%s, %d statements: %q, want %q", tt.language, tt.n, got, tt.want)
		}
	}
}
