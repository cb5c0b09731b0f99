package window

import (
	"io/fs"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/assets"
)

// TestEveryPaneHasAHelpPage in every language of the window: F1 and "How to"
// look for it by the pane's name.
func TestEveryPaneHasAHelpPage(t *testing.T) {
	for _, language := range []string{"en", "fr"} {
		t.Run(language, func(t *testing.T) {
			a := officerAt(t, filepath.Join(t.TempDir(), "new"))
			if err := speak(assets.Files, language); err != nil {
				t.Fatal(err)
			}
			defer speak(assets.Files, "en")
			a.makePanes()
			text, err := fs.ReadFile(assets.Files, "help/"+language+".md")
			if err != nil {
				t.Fatal(err)
			}
			wanted := []string{L("The list")}
			for _, p := range a.side.panes {
				wanted = append(wanted, p.name)
			}
			for _, title := range wanted {
				if !slices.ContainsFunc(helpPages(string(text)), func(p helpPage) bool { return p.title == title }) {
					t.Errorf("no page %q", title)
				}
			}
		})
	}
}

// TestHelpBeginsWithWhatTheOfficerIsAt and turns to other pages by their
// titles.
func TestHelpBeginsWithWhatTheOfficerIsAt(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	pages := []helpPage{{"The desk", "Write."}, {"The list", "Filter."}}
	titles := func() map[string]widget.Importance {
		found := map[string]widget.Importance{}
		book := a.helpBook(pages, a.helpTopic())
		walk(book, func(o fyne.CanvasObject) bool {
			if b, ok := o.(*button); ok {
				found[b.Text] = b.Importance
			}
			return false
		})
		return found
	}
	if got := titles(); got["The desk"] != widget.MediumImportance || got["The list"] != widget.LowImportance {
		t.Errorf("from the text: %v", got)
	}
	a.win.Canvas().Focus(a.list.filter)
	if got := titles(); got["The list"] != widget.MediumImportance {
		t.Errorf("from the list: %v", got)
	}
}
