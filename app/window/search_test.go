package window

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/app/window/field"
	"delegation-briefing/briefing"
)

func norland(topics ...string) briefing.Statement {
	s := briefing.Statement{ID: "norland", Sections: []briefing.Section{{Key: "opening", Text: "The EU met Norland.\nThe  EU listened."}, {Key: "topics"}}}
	for _, t := range topics {
		s.Sections[1].Topics = append(s.Sections[1].Topics, briefing.Topic{Heading: t, Text: briefing.Prose("On " + t + ".")})
	}
	return s
}

func TestHits(t *testing.T) {
	tests := []struct {
		name  string
		query query
		want  int
	}{
		{"nothing asked", query{words: " "}, 0},
		{"any capitals", query{words: "the eu"}, 2},
		{"capitals count", query{words: "the eu", cased: true}, 0},
		{"across white space", query{words: "norland. the eu listened"}, 1},
		{"heading and text", query{words: "torture"}, 2},
		{"parts of words", query{words: "tort"}, 2},
		{"whole words", query{words: "tort", whole: true}, 0},
		{"signs are letters", query{words: "N.r"}, 0},
		{"broken text", query{words: "\xff"}, 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := test.query.hits(norland("torture")); len(got) != test.want {
				t.Errorf("%d hits, want %d", len(got), test.want)
			}
		})
	}
}

func TestReplaced(t *testing.T) {
	s := norland("torture")
	all := query{words: "EU", cased: true}.hits(s)
	got, _ := replaced(s, all, "European Union").Text(briefing.Place{Section: "opening", Field: "text"})
	if want := "The European Union met Norland.\nThe  European Union listened."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if first, _ := replaced(s, all[:1], "Union").Text(briefing.Place{Section: "opening", Field: "text"}); first != "The Union met Norland.\nThe  EU listened." {
		t.Errorf("only the first was meant: %q", first)
	}
	if s.Section("opening").Text != norland().Section("opening").Text {
		t.Error("the statement it was given changed")
	}
}

func TestAroundKeepsWordsWhole(t *testing.T) {
	text := "One two three four five six seven eight nine ten EU eleven twelve thirteen fourteen fifteen sixteen."
	h := hit{start: 49, end: 51}
	before, found, after := around(text, h)
	if before != "four five six seven eight nine ten " || found != "EU" || after != " eleven twelve thirteen fourteen" {
		t.Errorf("%q, %q, %q", before, found, after)
	}
}

func TestAClosedFinderLeavesNoRoomBehind(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	high := a.middle.Size().Height
	a.press("Replace…")
	if a.middle.Size().Height >= high {
		t.Error("the finder stands over the text")
	}
	a.finder.close()
	if got := a.middle.Size().Height; got != high || a.middle.Position().Y != 0 {
		t.Errorf("the text has %v of %v, from %v", got, high, a.middle.Position().Y)
	}
}

// TestTabLeadsToTheReplacement: from the words to find the next stop is what
// shall stand for them.
func TestTabLeadsToTheReplacement(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.find(true)
	a.win.Canvas().FocusNext()
	if a.win.Canvas().Focused() != a.finder.with {
		t.Errorf("Tab leads to %T", a.win.Canvas().Focused())
	}
	for _, want := range []string{"Replace", "Replace all…", ""} {
		a.win.Canvas().FocusNext()
		if b, ok := a.win.Canvas().Focused().(*button); !ok || b.Text != want {
			t.Errorf("then to %T, not to %q", a.win.Canvas().Focused(), want)
		}
	}
}

// TestReplacingSaysHowMany, and the bar does not say that they are missing now;
// other words that are nowhere are.
func TestReplacingSaysHowMany(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.draft.Type(briefing.Place{Section: "opening", Field: "text"}, "Tea, tea and no more tea.")
	a.previewed("tea", "coffee")
	a.key(fyne.KeyReturn)
	if a.status.said != "3 replaced" || a.finder.note.Text != "" {
		t.Errorf("said is %q, and in the bar %q", a.status.said, a.finder.note.Text)
	}
	a.finder.search() // after an edit
	if a.finder.note.Text != "" {
		t.Errorf("in the bar is %q", a.finder.note.Text)
	}
	if a.finder.words.SetText("zzz"); a.finder.note.Text != "not found" {
		t.Errorf("of other words the bar says %q", a.finder.note.Text)
	}
}

// TestThePreviewKeepsItsColons with the places that they follow, in French.
func TestThePreviewKeepsItsColons(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.app.Preferences().SetString(languageSetting, "fr")
	a.rebuild()
	t.Cleanup(func() { speak(a.config.Files, "en") })
	row := previewRow("Torture", a.draft.Statement(), hit{at: briefing.Place{Section: "opening", Field: "text"}, end: 2}, "x").(*widget.RichText)
	if got := row.Segments[0].(*widget.TextSegment).Text; got != "Torture\u00a0:  " {
		t.Errorf("it is %q", got)
	}
}

// TestTheFinderBeginsAnew: what was looked for last, or was selected in the
// text, gives way to the first key.
func TestTheFinderBeginsAnew(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.finder.words.SetText("earlier")
	a.press("Find…")
	a.finder.words.TypedRune('x')
	if a.finder.words.Text != "x" {
		t.Errorf("looking for %q", a.finder.words.Text)
	}
}

// TestReplacingOneByOne: words within those that were put there are not the
// next to be replaced.
func TestReplacingOneByOne(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.at("outcome", 0, "text").SetText("")
	a.typed("party, party, Party.")
	a.find(true)
	a.finder.cased.SetChecked(true)
	a.finder.words.SetText("party")
	a.finder.at = len(a.finder.found) - 2
	a.finder.with.SetText("the party")
	for range 2 {
		a.finder.replaceOne()
	}
	if got := a.text("outcome", 0, "text"); got != "the party, the party, Party." {
		t.Errorf("replacing two leaves %q", got)
	}
}

// TestTheHitLookedAtIsMarked, so that it can be seen while the keys are in the
// bar.
func TestTheHitLookedAtIsMarked(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.find(false)
	a.finder.words.SetText("norland")
	for range len(a.finder.found) {
		h := a.finder.found[a.finder.at]
		for _, m := range a.desk.fields[h.at].Marks() {
			if (m.Kind == field.Here) != (m.Start == h.start) && (m.Kind == field.Here || m.Kind == field.Hit) {
				t.Errorf("at %v the mark from %d is of kind %d; looked at is %d", h.at, m.Start, m.Kind, h.start)
			}
		}
		a.press("Find next")
	}
}

// TestHitsBelongToTheirStatement: what was found in one statement is never
// replaced in another.
func TestHitsBelongToTheirStatement(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.find(true)
	a.finder.words.SetText("norland")
	a.finder.with.SetText("Sudland")
	before := a.finder.found
	a.press("Next statement with this partner")
	for _, h := range a.finder.found {
		if text, _ := a.draft.Statement().Text(h.at); h.end > len(text) || !strings.EqualFold(text[h.start:h.end], "norland") {
			t.Errorf("no hit: %v", h)
		}
	}
	for i := range before {
		before[i].start, before[i].end = before[i].start+100_000, before[i].end+100_000
	}
	if got := replaced(a.draft.Statement(), before, "x"); len(briefing.Diff(got, a.draft.Statement())) > 0 {
		t.Error("something was replaced where nothing was found")
	}
	a.clear()
	if len(a.finder.found) != 0 {
		t.Error("something is found on an empty desk")
	}
}

// TestFindNextOpensTheBarAgain, with the words that were looked for last.
func TestFindNextOpensTheBarAgain(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.find(false)
	a.finder.words.SetText("norland")
	a.finder.close()
	a.press("Find next")
	if !a.finder.content.Visible() || len(a.finder.found) == 0 || a.finder.at != 1 {
		t.Errorf("the bar is shown: %v, hit %d of %d", a.finder.content.Visible(), a.finder.at, len(a.finder.found))
	}
}

// TestEscapeClosesTheBarFromEveryPart of it, and from the text.
func TestEscapeClosesTheBarFromEveryPart(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	for n := range 8 {
		a.find(true)
		for range n {
			a.win.Canvas().FocusNext()
		}
		on := a.win.Canvas().Focused()
		a.key(fyne.KeyEscape)
		if a.finder.content.Visible() {
			t.Errorf("Escape does not leave from %T", on)
		}
	}
	a.find(false)
	f := a.at("opening", 0, "text")
	a.key(fyne.KeyEscape)
	if a.finder.content.Visible() || a.win.Canvas().Focused() != fyne.Focusable(f) {
		t.Error("Escape in the text does not close it, or takes the keys")
	}
}

// TestNothingIsReplacedUnseen: in another statement the first hit is shown
// before it is replaced.
func TestNothingIsReplacedUnseen(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.find(true)
	a.finder.words.SetText("norland")
	a.finder.with.SetText("Sudland")
	a.press("Next statement with this partner")
	before := a.draft.Statement()
	a.finder.replaceOne()
	if len(briefing.Diff(before, a.draft.Statement())) > 0 {
		t.Error("a hit was replaced that nobody has seen")
	}
	a.finder.replaceOne()
	if len(briefing.Diff(before, a.draft.Statement())) == 0 {
		t.Error("the hit that was shown is not replaced")
	}
}

// previewed asks to see what replacing words by others would do.
func (a *acting) previewed(words, with string) {
	a.t.Helper()
	a.press("Replace…")
	a.finder.words.SetText(words)
	a.finder.with.SetText(with)
	a.previewReplace(a.finder)
}

// TestReplacingAnotherTextIsShownAnew: what changed while the preview was looked
// at is not replaced unseen.
func TestReplacingAnotherTextIsShownAnew(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.previewed("Norland", "Sudland")
	first := a.win.Canvas().Overlays().Top()
	a.draft.Type(briefing.Place{Section: "opening", Field: "text"}, "Norland, Norland and Norland met.")
	a.key(fyne.KeyReturn)
	if got := a.text("opening", 0, "text"); got != "Norland, Norland and Norland met." {
		t.Errorf("replaced unseen: %s", got)
	}
	if top := a.win.Canvas().Overlays().Top(); top == nil || top == first {
		t.Fatal("the new text is not shown")
	}
	a.key(fyne.KeyReturn)
	if got := a.text("opening", 0, "text"); got != "Sudland, Sudland and Sudland met." {
		t.Errorf("then: %s", got)
	}
}

// TestFactsAreFoundAndReplaced: they stand on the page with the other words.
func TestFactsAreFoundAndReplaced(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.previewed("Norland", "Nordland")
	a.key(fyne.KeyReturn)
	if s := a.draft.Statement(); s.Partner != "Nordland" || strings.Contains(s.Headline(), "Norland") {
		t.Errorf("the partner is %s, the headline %s", s.Partner, s.Headline())
	}
}

// TestTheCaretStandsBehindWhatWasReplaced, and not in the middle of it.
func TestTheCaretStandsBehindWhatWasReplaced(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	at := briefing.Place{Section: "outcome", Field: "text"}
	a.draft.Type(at, "An obligation and an obligation.")
	a.previewed("obligation", "undertaking")
	a.key(fyne.KeyReturn)
	a.finder.close()
	a.typed("s")
	if got := a.text("outcome", 0, "text"); got != "An undertaking and an undertakings." {
		t.Errorf("got %q", got)
	}
}

// TestTheFinderHasRoomForWords: where its tools would leave less than a word,
// they stand below the line.
func TestTheFinderHasRoomForWords(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.press("Replace…")
	for _, width := range []float32{700, 480, 320, 220} {
		a.writing.Resize(fyne.NewSize(width, 500))
		for _, line := range []*entry{a.finder.words, a.finder.with} {
			if got := line.Size().Width; got < min(ems(shortest), width) {
				t.Errorf("at %v a line has %v", width, got)
			}
		}
		last := a.finder.content.Objects[5]
		if foot := last.Position().Y + last.Size().Height; foot != a.finder.content.Size().Height || a.middle.Position().Y < foot {
			t.Errorf("at %v the finder ends at %v, and the text begins at %v", width, foot, a.middle.Position().Y)
		}
	}
}

// TestFindBeginsAtTheCaret, and comes to the facts last.
func TestFindBeginsAtTheCaret(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.draft.Type(briefing.Place{Section: "outcome", Field: "text"}, "Harvest. Norland noted it. Norland agreed.")
	a.at("outcome", 0, "text").SetCaret(10)
	a.desk.offset = 10
	a.press("Find…")
	a.win.Canvas().Focused().(*entry).SetText("Norland")
	if h := a.finder.found[a.finder.at]; h.at.Section != "outcome" || h.start != 27 {
		t.Errorf("the first hit is %v", h)
	}
	last := a.finder.found[len(a.finder.found)-1]
	if last.at != (briefing.Place{Field: "partner"}) {
		t.Errorf("the last hit is %v", last)
	}
}

// TestPlaceholdersAreNoWords: a reader sees nothing of them, unless who looks for
// them writes their braces.
func TestPlaceholdersAreNoWords(t *testing.T) {
	s := briefing.Statement{Sections: []briefing.Section{{Key: "opening", Text: "The EU and {{the partner}} met. {{ the {the} end"}}}
	for words, want := range map[string]int{"the": 3, "partner": 0, "{{the partner}}": 1, "met": 1} {
		if got := (query{words: words}).hits(s); len(got) != want {
			t.Errorf("%q: %v, want %d", words, got, want)
		}
	}
}

// TestF3InTheFinder goes on from the line as from the text.
func TestF3InTheFinder(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.press("Find…")
	a.win.Canvas().Focused().(*entry).SetText("Norland")
	at := a.finder.at
	a.key(fyne.KeyF3)
	if a.finder.at != (at+1)%len(a.finder.found) {
		t.Errorf("after hit %d comes %d", at, a.finder.at)
	}
}

// TestThePreviewIsLeftByKeyboard from its boxes to tick.
func TestThePreviewIsLeftByKeyboard(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.previewed("Norland", "Sudland")
	a.win.Canvas().FocusNext()
	box, ok := a.win.Canvas().Focused().(*tick)
	if !ok {
		a.win.Canvas().FocusNext()
		box, ok = a.win.Canvas().Focused().(*tick)
	}
	if !ok {
		t.Fatalf("the keys are on %T", a.win.Canvas().Focused())
	}
	box.SetChecked(false)
	a.key(fyne.KeyReturn)
	if a.win.Canvas().Overlays().Top() != nil || a.draft.Statement().Partner != "Sudland" {
		t.Errorf("Enter did not replace: %s", a.draft.Statement().Partner)
	}
}

// TestDownReplacesNothing in the line for other words, as Enter does.
func TestDownReplacesNothing(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.press("Replace…")
	a.finder.words.SetText("norland")
	a.finder.with.SetText("Sudland")
	a.win.Canvas().Focus(a.finder.with)
	before := a.draft.Statement()
	if a.key(fyne.KeyDown, fyne.KeyDown); len(briefing.Diff(before, a.draft.Statement())) > 0 {
		t.Error("Down replaces")
	}
	if a.key(fyne.KeyReturn, fyne.KeyReturn); len(briefing.Diff(before, a.draft.Statement())) == 0 {
		t.Error("Enter does not replace")
	}
}
