package window

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// TestAStatementInFrench begins with the texts of its language, and the next
// one is offered in the same.
func TestAStatementInFrench(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	templates, err := a.archive.Office(a.config.Files).Templates()
	if err != nil {
		t.Fatal(err)
	}
	q := newQuestion(templates, "en")
	if q.template().Name != "eu-statement" || q.language() != "en" {
		t.Fatalf("offered is %s in %s", q.template().Name, q.language())
	}
	q.spoken.SetSelected("Français")
	q.which.SetSelectedIndex(0)
	if q.language() != "fr" {
		t.Errorf("with another template the language is %s", q.language())
	}
	a.begin(q.template().NewIn(q.language(), ""), "Norlande")
	if s := a.draft.Statement(); s.Language != "fr" || !strings.Contains(s.Headline(), "Norlande") || strings.Contains(s.Headline(), "Dialogue") {
		t.Errorf("%s begins with %q", s.Language, s.Headline())
	}
}

func TestANewStatementAsksForItsFacts(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.press("New statement…")
	for _, r := range "Sudland" {
		a.win.Canvas().Focused().TypedRune(r)
	}
	a.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if s := a.draft.Statement(); s.Partner != "Sudland" || s.Template != "eu-statement" {
		t.Fatalf("begun with %q, of %q", s.Partner, s.Template)
	}
	a.typed("3")
	a.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
	a.typed("Aldvik")
	if s := a.draft.Statement(); s.Edition != 3 || s.Place != "Aldvik" {
		t.Errorf("edition %d in %q", s.Edition, s.Place)
	}
}

// TestEscapeLeavesFromEveryField of a dialog, also from those one selects in.
func TestEscapeLeavesFromEveryField(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	seen := map[string]bool{}
	for n := range 5 {
		a.press("New statement…")
		for range n {
			a.win.Canvas().FocusNext()
		}
		on := a.win.Canvas().Focused()
		seen[fmt.Sprintf("%T", on)] = true
		a.key(fyne.KeyEscape)
		if a.win.Canvas().Overlays().Top() != nil {
			t.Fatalf("Escape does not leave from %T", on)
		}
	}
	if !seen["*window.selector"] || !seen["*window.entry"] || !seen["*window.button"] {
		t.Errorf("only these were tried: %v", seen)
	}
}

// TestNothingIsBegunWhereTheLastWordsAreNotSaved: the statement on the desk
// stays, and its facts are not written over.
func TestNothingIsBegunWhereTheLastWordsAreNotSaved(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.at("outcome", 0, "text")
	a.somebodyWrites()
	a.typed(" Mine.")
	f := a.win.Canvas().Focused()
	a.press("Next statement with this partner")
	a.win.Canvas().Overlays().Remove(a.win.Canvas().Overlays().Top())
	if a.draft.Statement().ID != sampleStatement || a.win.Canvas().Focused() != f {
		t.Error("the keys went elsewhere")
	}
}

// TestANewStatementIsBegunWhateverComesMeanwhile: the question is about none of
// the statements that the list or an import brings.
func TestANewStatementIsBegunWhateverComesMeanwhile(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	entries := a.list.all
	a.clear()
	a.choosing = true
	a.press("New statement…")
	partner := a.win.Canvas().Focused().(*entry)
	partner.SetText("Sudland")
	a.listed(entries, nil)
	if a.draft != nil || a.win.Canvas().Focused() != partner {
		t.Fatal("the list takes the keys from the question")
	}
	a.show(sampleStatement)
	partner.onEnter()
	if got := a.draft.Statement().Partner; got != "Sudland" {
		t.Errorf("on the desk is a statement about %s", got)
	}
}

// TestDownAnswersNoQuestion: it begins no statement and writes no file; Enter does.
func TestDownAnswersNoQuestion(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	pdf := filepath.Join(t.TempDir(), "norland.pdf")
	for _, tt := range []struct {
		command, typed string
		done           func() bool
	}{
		{"New statement…", "Sudland", func() bool { return a.draft.Statement().Partner == "Sudland" }},
		{"Export…", pdf, func() bool { return isFile(pdf) }},
	} {
		a.press(tt.command)
		a.win.Canvas().Focused().(*entry).SetText(tt.typed)
		if a.key(fyne.KeyDown); tt.done() || a.win.Canvas().Overlays().Top() == nil {
			t.Errorf("%s Down is the answer", tt.command)
		}
		if a.key(fyne.KeyEnter); !tt.done() {
			t.Errorf("%s Enter is no answer", tt.command)
		}
	}
}

// TestF4ListsCountriesForANewStatement, in the language that it is begun in, and the
// keys come back to the question.
func TestF4ListsCountriesForANewStatement(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.press("New statement…")
	partner := a.win.Canvas().Focused().(*entry)
	a.key(fyne.KeyF4)
	a.until("the countries", func() bool { return a.picker != nil && a.picker.popup.Visible() })
	a.picker.entry.SetText("norw")
	a.key(fyne.KeyReturn)
	if a.win.Canvas().Focused() != partner || partner.Text != "Norway" {
		t.Fatalf("the keys are with %T, the partner is %q", a.win.Canvas().Focused(), partner.Text)
	}
	if a.key(fyne.KeyReturn); a.draft.Statement().Partner != "Norway" {
		t.Errorf("on the desk is a statement about %s", a.draft.Statement().Partner)
	}
}
