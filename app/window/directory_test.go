package window

import (
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"delegation-briefing/briefing"
)

func TestPeopleAreOfferedAsSpelledLastTime(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.until("the directory", func() bool { return len(a.reader.directory().People()) > 0 })
	last := len(a.draft.Statement().Section("contacts").People)
	before := a.draft.Statement()
	a.desk.addPerson("contacts", last)
	at := func(name string) string { return a.text("contacts", last+1, name) }
	key := func(name fyne.KeyName) { a.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name}) }

	a.typed("hen")
	if len(a.desk.suggestions.all) != 1 || !a.desk.suggestions.Visible() {
		t.Fatalf("offers %v", a.desk.suggestions.all)
	}
	key(fyne.KeyEscape)
	if a.desk.suggestions.Visible() || at("name") != "hen" {
		t.Fatal("Esc did more, or less, than send the offers away")
	}
	a.typed("r")
	key(fyne.KeyDown)
	key(fyne.KeyReturn)
	if at("name") != "Henrik Duval" || at("post") != "Press Officer, Delegation to Norland" || at("email") == "" || at("phones") == "" {
		t.Errorf("taken as %+v", a.draft.Statement().Section("contacts").People[last])
	}
	a.press("Undo")
	if at("name") != "henr" || at("post") != "" {
		t.Errorf("one undo left %q, %q", at("name"), at("post"))
	}

	a.at("contacts", last+1, "post")
	a.typed("spokes")
	key(fyne.KeyDown)
	key(fyne.KeyReturn)
	if at("post") != "Spokesperson for Foreign Affairs" {
		t.Errorf("the post is %q", at("post"))
	}
	a.at("contacts", last+1, "name")
	a.typed("i")
	key(fyne.KeyReturn) // none is chosen: on to the next field
	if at("name") != "henri" || a.desk.at != (briefing.Place{Section: "contacts", Item: last + 1, Field: "post"}) || a.desk.suggestions.Visible() {
		t.Errorf("Enter wrote %q and went to %v", at("name"), a.desk.at)
	}
	key(fyne.KeyTab)
	key(fyne.KeyTab)
	a.typed("new@press.example") // in the place of what was there
	if at("email") != "new@press.example" {
		t.Errorf("the address is %q", at("email"))
	}
	for range 12 {
		a.undo()
	}
	if len(a.draft.Statement().Section("contacts").People) != len(before.Section("contacts").People) {
		t.Error("undo left the person")
	}
}

// TestSomebodyWrittenHereIsOfferedInTheNextStatement: who was typed into one
// statement is known in the next without a new start.
func TestSomebodyWrittenHereIsOfferedInTheNextStatement(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.until("the directory", func() bool { return len(a.reader.directory().People()) > 0 })
	a.desk.addPerson("contacts", 0)
	a.typed("Zoë Quist")
	a.press("Next statement with this partner")
	a.until("known", func() bool {
		if _, ok := a.reader.directory().Find("zoe quist"); ok {
			return true
		}
		a.reader.read(a.draft.Statement(), a.desk.template)
		return false
	})
}

// TestWhatWasMendedIsNotOffered: a name that was misspelled here, and saved so, is
// nobody's when it is mended.
func TestWhatWasMendedIsNotOffered(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.desk.addPerson("contacts", 0)
	a.typed("Zoë Quits")
	if err := a.saver.Flush(); err != nil {
		t.Fatal(err)
	}
	a.house.learnt(a.draft.Statement().ID)
	a.until("known", func() bool {
		_, ok := a.reader.directory().Find("zoe quits")
		return ok
	})
	a.key(fyne.KeyBackspace)
	if all := a.desk.suggestions.all; len(all) > 0 {
		t.Errorf("offers %v", all)
	}
	a.desk.addPerson("contacts", 1)
	a.typed("Zoë")
	if all := a.desk.suggestions.all; len(all) != 1 || all[0].words != "Zoë Quit" {
		t.Errorf("in the next row, offers %v", all)
	}
}

// TestSubjectsAreOffered by what the desk calls them; what is written is their
// tag, which is the same every year.
func TestSubjectsAreOffered(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	f := a.at("topics", 1, "subject")
	f.Select(0, len(f.Text()))
	a.typed("deten")
	if n := len(a.desk.suggestions.all); n != 1 {
		t.Fatalf("offers %v", a.desk.suggestions.all)
	}
	a.key(fyne.KeyDown, fyne.KeyReturn)
	if got := a.text("topics", 1, "subject"); got != "torture" {
		t.Errorf("the subject is %q", got)
	}
}

// TestEnterTakesTheFirstSubject: the letters typed so far are none. A subject that
// is written in full stays, and Esc leaves whatever is written.
func TestEnterTakesTheFirstSubject(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	for _, tt := range []struct {
		typed string
		keys  []fyne.KeyName
		want  string
	}{
		{"deten", []fyne.KeyName{fyne.KeyReturn}, "torture"},
		{"torture", []fyne.KeyName{fyne.KeyReturn}, "torture"},
		{"deten", []fyne.KeyName{fyne.KeyEscape, fyne.KeyReturn}, "deten"},
	} {
		f := a.at("topics", 1, "subject")
		f.Select(0, len(f.Text()))
		a.typed(tt.typed)
		a.key(tt.keys...)
		if got := a.text("topics", 1, "subject"); got != tt.want {
			t.Errorf("%s, %v: the subject is %q", tt.typed, tt.keys, got)
		}
	}
}

// TestARowTakesWhatItHasPlaceFor: a head of delegation who is entered among the
// contacts brings no service and no side, which stand in no field there.
func TestARowTakesWhatItHasPlaceFor(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.until("the directory", func() bool { return len(a.reader.directory().People()) > 0 })
	head := a.draft.Statement().Section("heads").People[0]
	last := len(a.draft.Statement().Section("contacts").People)
	a.desk.addPerson("contacts", last)
	a.typed(head.Name[:4])
	a.key(fyne.KeyDown)
	a.key(fyne.KeyReturn)
	if a.proof.offset != len(head.Name) {
		t.Errorf("on the page the caret is behind %d letters of %s", a.proof.offset, head.Name)
	}
	got := a.draft.Statement().Section("contacts").People[last]
	if got.Name != head.Name || got.Post != head.Post || head.Service == "" || got.Service+got.Side != "" {
		t.Errorf("taken as %+v", got)
	}
	a.draft.Change("service", func(s *briefing.Statement) { s.Sections[len(s.Sections)-1].People[0].Service = "Press office" })
	a.desk.layOut()
	if service := (briefing.Place{Section: "contacts", Item: 1, Field: "service"}); a.desk.fields[service] == nil {
		t.Error("a service that the file has cannot be changed")
	}
}

// TestTakingASubjectLeavesTheDeskWhereItIs: the field was in sight, if not in the middle.
func TestTakingASubjectLeavesTheDeskWhereItIs(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	f := a.at("topics", 1, "subject")
	below := a.desk.scroll.Size().Height - f.Size().Height - 30
	a.desk.scroll.ScrollToOffset(fyne.NewPos(0, a.desk.top(f)-below))
	f.Select(0, len(f.Text()))
	from := a.desk.scroll.Offset
	a.typed("deten")
	a.key(fyne.KeyDown, fyne.KeyReturn)
	if a.desk.scroll.Offset != from {
		t.Errorf("the desk goes from %v to %v", from.Y, a.desk.scroll.Offset.Y)
	}
}
