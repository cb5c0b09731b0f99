package field_test

import (
	"image/color"
	"strings"
	"testing"
	"time"
	"unicode"

	"delegation-briefing/app/window/field"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// shown puts a field with text into a window; | is the caret, and where there
// are two the words between them are selected.
func shown(t testing.TB, f *field.Field, text string) fyne.Window {
	t.Helper()
	test.NewTempApp(t)
	w := test.NewTempWindow(t, container.NewVScroll(f))
	w.Resize(fyne.NewSize(420, 300))
	put(f, text)
	w.Canvas().Focus(f)
	return w
}

func put(f *field.Field, text string) {
	before, rest, _ := strings.Cut(text, "|")
	chosen, after, two := strings.Cut(rest, "|")
	f.SetText(before + chosen + after)
	if !two {
		chosen = ""
	}
	f.Select(len(before), len(before)+len(chosen))
}

// look is the text with the caret and the selection as | again.
func look(f *field.Field) string {
	start, end := f.Selection()
	text := f.Text()
	if start == end {
		return text[:start] + "|" + text[start:]
	}
	return text[:start] + "|" + text[start:end] + "|" + text[end:]
}

// press presses keys by name: "Return", "Shift+Left", "Ctrl+Right". What is
// in quotes is typed.
func press(f *field.Field, keys ...string) {
	for _, k := range keys {
		if words, ok := strings.CutPrefix(k, "'"); ok {
			test.Type(f, words)
			continue
		}
		names := strings.Split(k, "+")
		key := fyne.KeyName(names[len(names)-1])
		var with fyne.KeyModifier
		for _, m := range names[:len(names)-1] {
			with |= map[string]fyne.KeyModifier{"Ctrl": fyne.KeyModifierControl, "Shift": fyne.KeyModifierShift}[m]
		}
		if with&fyne.KeyModifierControl != 0 {
			f.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: with})
			continue
		}
		if with != 0 {
			f.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
		}
		f.TypedKey(&fyne.KeyEvent{Name: key})
		if with != 0 {
			f.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
		}
	}
}

func TestKeys(t *testing.T) {
	for _, c := range []struct {
		name, from string
		keys       []string
		want       string
	}{
		{"letters", "Nor|", []string{"'land"}, "Norland|"},
		{"over a selection", "The |old| one", []string{"'new"}, "The new| one"},
		{"a new paragraph", "One.|Two.", []string{"Return"}, "One.\n\n|Two."},
		{"two new paragraphs", "One.|", []string{"Return", "Return", "'x"}, "One.\n\n\n\nx|"},
		{"back over a paragraph's end", "One.\n\n|Two.", []string{"BackSpace"}, "One.|Two."},
		{"forward over a paragraph's end", "One.|\n\nTwo.", []string{"Delete"}, "One.|Two."},
		{"a line broken on purpose", "One|two", []string{"Shift+Return"}, "One\\\n|two"},
		{"such a line joined again", "One\\\n|two", []string{"BackSpace"}, "One|two"},
		{"the next item", "- one|", []string{"Return", "'two"}, "- one\n- two|"},
		{"the end of a list", "- one\n- |", []string{"Return", "'After."}, "- one\n\nAfter.|"},
		{"an item made a paragraph", "- one\n- |two", []string{"BackSpace"}, "- one\n\n|two"},
		{"an item joined", "- one|\n- two", []string{"Delete"}, "- one|two"},
		{"over the gap between paragraphs", "One.|\n\nTwo.", []string{"Right"}, "One.\n\n|Two."},
		{"and back", "One.\n\n|Two.", []string{"Left"}, "One.|\n\nTwo."},
		{"left of a letter with an accent", "é|", []string{"Left"}, "|é"},
		{"left of a flag", "🇪🇺|", []string{"Left"}, "|🇪🇺"},
		{"a letter made of two", "e\u0301|", []string{"BackSpace"}, "|"},
		{"on in Arabic", "|سلام", []string{"Left"}, "س|لام"},
		{"back in Arabic", "سلام|", []string{"Right"}, "سلا|م"},
		{"by word in Hebrew", "|שלום עולם", []string{"Ctrl+Left"}, "שלום |עולם"},
		{"by word", "one two-three |four", []string{"Ctrl+Left", "Ctrl+Left"}, "one |two-three four"},
		{"by word onwards", "|one, two", []string{"Ctrl+Right"}, "one, |two"},
		{"a word away", "one two|", []string{"Ctrl+BackSpace"}, "one |"},
		{"the next word away", "one |two three", []string{"Ctrl+Delete"}, "one |three"},
		{"selecting", "one| two", []string{"Shift+Right", "Shift+Right"}, "one| t|wo"},
		{"selecting a word", "one |two", []string{"Ctrl+Shift+Right"}, "one |two|"},
		{"out of a selection", "a |bc| d", []string{"Left"}, "a |bc d"},
		{"start and end", "one|", []string{"Home", "'x", "End", "'y"}, "xoney|"},
		{"start of all", "one\n\ntwo|", []string{"Ctrl+Home", "'x"}, "x|one\n\ntwo"},
		{"strong", "very |clear| words", []string{"Ctrl+B"}, "very **|clear|** words"},
		{"strong in a word", "very cl|ear words", []string{"Ctrl+B"}, "very **cl|ear** words"},
		{"strong in a word no more", "very **cl|ear** words", []string{"Ctrl+B"}, "very cl|ear words"},
		{"emphasis while typing", "It raised |", []string{"Ctrl+I", "'fees for all", "Ctrl+I", "' and more"}, "It raised *fees for all* and more|"},
		{"strong while typing", "|", []string{"Ctrl+B", "'One", "Ctrl+B", "', two"}, "**One**, two|"},
		{"emphasis in strong words while typing", "**very |**", []string{"Ctrl+I", "'clear", "Ctrl+I", "Ctrl+B", "'."}, "**very *clear***.|"},
		{"emphasis begun and left", "very | clear", []string{"Ctrl+I", "Ctrl+I"}, "very | clear"},
		{"emphasis goes on", "*fees*|", []string{"Ctrl+I", "' and more"}, "*fees and more|*"},
		{"emphasis of several words no more", "the *fees for re|gistration* now", []string{"Ctrl+I"}, "the fees for re|gistration now"},
		{"emphasis in a list", "- one |", []string{"Ctrl+I", "'two", "Ctrl+I", "'."}, "- one *two*.|"},
		{"an asterisk that is none", "5 \\* 3 |", []string{"Ctrl+I", "'x"}, "5 \\* 3 *x|*"},
		{"strong no more", "very **|clear|** words", []string{"Ctrl+B"}, "very |clear| words"},
		{"emphasis in strong words", "very **|clear|** words", []string{"Ctrl+I"}, "very ***|clear|*** words"},
		{"emphasis of two paragraphs", "|One.\n\nTwo.|", []string{"Ctrl+I"}, "*|One.*\n\n*Two.|*"},
		{"a list", "|One.\n\nTwo.|", []string{"Ctrl+L"}, "|- One.\n- Two.|"},
		{"a list no more", "|- One.\n- Two.|", []string{"Ctrl+L"}, "|One.\n\nTwo.|"},
		{"an item at the caret", "On|e.", []string{"Ctrl+L"}, "- On|e."},
		{"a link", "see |our site| now", []string{"Ctrl+Shift+K", "'https://norland.example"}, "see [our site](https://norland.example|) now"},
		{"a link and its space", "see |our site |now", []string{"Ctrl+Shift+K"}, "see [our site](|https://|) now"},
		{"a link of two paragraphs", "see |our site\n\nnow|", []string{"Ctrl+Shift+K"}, "see [our site](|https://|)\n\nnow"},
		{"Enter behind an address", "see [our site](https://norland.example|) now", []string{"Return"}, "see [our site](https://norland.example)| now"},
		{"Enter on an address", "see [our site](|https://|) now", []string{"Return"}, "see [our site](https://)| now"},
		{"a link without words yet", "see |", []string{"Ctrl+Shift+K", "'our site", "Ctrl+Shift+K", "'https://norland.example"}, "see [our site](https://norland.example|)"},
		{"a link to an address", "|press@norland.example|", []string{"Ctrl+Shift+K"}, "[press@norland.example](|mailto:press@norland.example|)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := field.New()
			shown(t, f, c.from)
			press(f, c.keys...)
			if got := look(f); got != c.want {
				t.Errorf("%q, then %v: got %q, want %q", c.from, c.keys, got, c.want)
			}
		})
	}
}

func TestSingle(t *testing.T) {
	f := field.NewSingle()
	left := 0
	f.OnLeave = func(back bool) { left++ }
	shown(t, f, "Rule of law|")
	press(f, "'s and *order*", "Return")
	if f.Text() != "Rule of laws and *order*" || left != 1 {
		t.Errorf("got %q, left %d times", f.Text(), left)
	}
	fyne.CurrentApp().Clipboard().SetContent(" one\ntwo ")
	f.TypedShortcut(&fyne.ShortcutSelectAll{})
	f.TypedShortcut(&fyne.ShortcutPaste{})
	if f.Text() != " one two " {
		t.Errorf("pasted into one line: %q", f.Text())
	}
}

func TestLeaving(t *testing.T) {
	f := field.New()
	var went []string
	f.OnLeaveUp = func() { went = append(went, "up") }
	f.OnLeaveDown = func() { went = append(went, "down") }
	f.OnLeave = func(back bool) { went = append(went, map[bool]string{true: "back", false: "on"}[back]) }
	shown(t, f, "one|\n\ntwo")
	press(f, "Up", "Down", "Down", "Tab", "Shift+Tab", "Ctrl+End", "Right", "Ctrl+Home", "Left")
	if got := strings.Join(went, " "); got != "up down on back down up" {
		t.Errorf("left %q", got)
	}
}

func TestSetTextKeepsTheCaretWithItsWords(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"The Union| welcomed it.", "Today the Union welcomed it.", "Today the Union| welcomed it."},
		{"The Union welcomed| it.", "The Union welcomed it at last.", "The Union welcomed| it at last."},
		{"The Union welcomedx|", "The Union welcomed", "The Union welcomed|"},
		{"|", "All new", "All new|"},
	} {
		f := field.New()
		shown(t, f, c.from)
		f.OnChanged = func(string) { t.Error("SetText is no change by the officer") }
		f.SetText(c.to)
		if got := look(f); got != c.want {
			t.Errorf("%q to %q: %q, want %q", c.from, c.to, got, c.want)
		}
	}
}

func TestMarksMoveWithTheirWords(t *testing.T) {
	f := field.New()
	shown(t, f, "|The EU and Norland met.")
	f.SetMarks([]field.Mark{{Start: 4, End: 6, Message: "spell out"}, {Start: 11, End: 18, Message: "name"}})
	press(f, "'So: ")
	if m := f.Marks(); len(m) != 2 || f.Text()[m[0].Start:m[0].End] != "EU" || f.Text()[m[1].Start:m[1].End] != "Norland" {
		t.Fatalf("marks %v of %q", m, f.Text())
	}
	f.SetCaret(strings.Index(f.Text(), "land"))
	press(f, "'x")
	if m := f.Marks(); len(m) != 1 || m[0].Message != "spell out" {
		t.Errorf("after an edit within a mark: %v", m)
	}
}

func TestGrowsWithItsWords(t *testing.T) {
	f := field.New()
	w := shown(t, f, "")
	low := f.MinSize().Height
	press(f, "'"+strings.Repeat("word ", 60))
	if tall := f.MinSize().Height; tall < low+3*f.LineHeight() {
		t.Errorf("%v high with 60 words, %v without", tall, low)
	}
	wide, narrow := f.HeightFor(800), f.HeightFor(200)
	if narrow <= wide {
		t.Errorf("%v high at a width of 200, %v at 800", narrow, wide)
	}
	at := f.CaretPosition()
	if f.HeightFor(100); f.CaretPosition() != at {
		t.Error("asking about a height moved the words")
	}
	w.Resize(fyne.NewSize(200, 300))
	if f.Size().Height < f.MinSize().Height {
		t.Errorf("words are cut off: %v of %v", f.Size().Height, f.MinSize().Height)
	}
}

// TestOneEndlessWord is a paste of what is no language: it must not stop the
// window.
func TestOneEndlessWord(t *testing.T) {
	f := field.New()
	shown(t, f, "")
	begin := time.Now()
	f.Insert(strings.Repeat("abcdefghij", 20_000))
	if took := time.Since(begin); took > 5*time.Second {
		t.Errorf("200,000 letters without a space took %v", took)
	}
	if rows := f.MinSize().Height / f.LineHeight(); rows < 1000 {
		t.Errorf("they stand on %v rows", rows)
	}
}

func TestMouse(t *testing.T) {
	f := field.New()
	w := shown(t, f, "")
	f.SetText("The quick officer writes.\n\nThen she reads.")
	f.SetCaret(10)
	at := f.CaretPosition().AddXY(1, 5)
	click := func() {
		f.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary})
	}
	click()
	if f.Caret() != 10 {
		t.Errorf("a click puts the caret at %d", f.Caret())
	}
	click()
	if f.SelectedText() != "officer" {
		t.Errorf("a double click selects %q", f.SelectedText())
	}
	click()
	if f.SelectedText() != "The quick officer writes." {
		t.Errorf("a triple click selects %q", f.SelectedText())
	}
	w.Canvas().Unfocus()
	if f.Marks() != nil {
		t.Error("marks out of nothing")
	}
}

func TestEveryPlaceIsFoundAgain(t *testing.T) {
	for name, text := range map[string]string{
		"wrapped":       strings.Repeat("Several words that wrap, ", 12),
		"markup":        "A **strong *and* soft** word, [a link](https://x.example), \\* and {{partner}}.\n\n- item\n- item",
		"right to left": "ركّز الحوار على حقوق الإنسان في 2026 (EU) وغيرها.\n\nשלום עולם 12% and more.",
		"mixed":         "The word حوار means dialogue, 3 times.",
	} {
		t.Run(name, func(t *testing.T) {
			f := field.New()
			shown(t, f, text)
			for at, r := range text {
				if unicode.Is(unicode.Mn, r) { // no caret stands before what stands on a letter
					continue
				}
				f.SetCaret(at)
				here := f.Caret()
				p := f.CaretPosition().AddXY(0, 3)
				back := f.OffsetAt(p)
				f.SetCaret(back)
				if q := f.CaretPosition(); (q.X-p.X)*(q.X-p.X) > 1 || q.Y != p.Y-3 {
					t.Errorf("caret %d at %v is found at %d, %v", here, p, back, q)
				}
			}
		})
	}
}

func TestRightToLeft(t *testing.T) {
	f := field.New()
	shown(t, f, "")
	left := f.CaretPosition().X
	press(f, "'سلام")
	width := f.Size().Width
	end := f.CaretPosition().X
	press(f, "Home")
	start := f.CaretPosition().X
	if start < width-3*left || end >= start {
		t.Errorf("in a field %v wide the first letter is at %v and the last at %v", width, start, end)
	}
}

func TestTheCaretIsTold(t *testing.T) {
	f := field.New()
	shown(t, f, "one|")
	var offset int
	var at fyne.Position
	f.OnCaret = func(o int) { offset = o }
	f.OnCaretMoved = func(p fyne.Position) { at = p }
	press(f, "Return", "'two")
	if offset != len("one\n\ntwo") || at != f.CaretPosition() || at.Y < f.LineHeight() {
		t.Errorf("told %d at %v; the caret is %d at %v", offset, at, f.Caret(), f.CaretPosition())
	}
	offset = -1
	f.SetMarks([]field.Mark{{Start: 0, End: 3}})
	if offset != -1 {
		t.Error("told of a caret that did not move")
	}
}

func TestReadOnly(t *testing.T) {
	f := field.New()
	f.ReadOnly = true
	shown(t, f, "As |sent|.")
	press(f, "'x", "BackSpace", "Return", "Ctrl+B")
	f.TypedShortcut(&fyne.ShortcutCut{})
	if f.Text() != "As sent." || fyne.CurrentApp().Clipboard().Content() != "sent" {
		t.Errorf("%q, clipboard %q", f.Text(), fyne.CurrentApp().Clipboard().Content())
	}
}

func TestBandIsAllThatIsDrawn(t *testing.T) {
	f := field.New()
	shown(t, f, "")
	f.SetText(strings.TrimSpace(strings.Repeat("A paragraph of some words.\n\n", 500)))
	all := len(test.WidgetRenderer(f).Objects())
	f.ShowBand(1000, 1300)
	if some := len(test.WidgetRenderer(f).Objects()); some > all/10 {
		t.Errorf("%d objects for a band, %d for all", some, all)
	}
}

// TestWordsAreOnThePicture looks for ink where the words must be.
func TestWordsAreOnThePicture(t *testing.T) {
	f := field.New()
	w := shown(t, f, "Norland|")
	picture := w.Canvas().Capture()
	ground := picture.At(200, 200)
	end := f.CaretPosition()
	ink := 0
	for x := 8; x < int(end.X); x++ {
		for y := int(end.Y); y < int(end.Y+f.LineHeight()); y++ {
			if !near(picture.At(x, y), ground) {
				ink++
			}
		}
	}
	if ink < 100 {
		t.Errorf("only %d points of ink for a word", ink)
	}
}

func near(a, b color.Color) bool {
	r, g, bl, _ := a.RGBA()
	r2, g2, bl2, _ := b.RGBA()
	d := func(x, y uint32) bool { return max(x, y)-min(x, y) < 0x3000 }
	return d(r, r2) && d(g, g2) && d(bl, bl2)
}

// BenchmarkKey is a key in the middle of a text of paragraphs; the last is one
// paragraph of 20,000 words.
func BenchmarkKey(b *testing.B) {
	paragraph := strings.TrimSpace(strings.Repeat("The Union and Norland held their dialogue today. ", 10))
	for _, c := range []struct {
		name, text string
	}{
		{"200 words", strings.Repeat(paragraph+"\n\n", 2)},
		{"2000 words", strings.Repeat(paragraph+"\n\n", 25)},
		{"20000 words", strings.Repeat(paragraph+"\n\n", 250)},
		{"20000 words in one", strings.Repeat(paragraph+" ", 250)},
	} {
		b.Run(c.name, func(b *testing.B) {
			f := field.New()
			shown(b, f, "")
			f.SetText(strings.TrimSpace(c.text))
			f.ShowBand(0, 800)
			f.SetCaret(len(f.Text()) / 2)
			for b.Loop() {
				f.TypedRune('x')
			}
		})
	}
}

func TestCarriedWordsHaveABarAtTheMargin(t *testing.T) {
	f := field.New()
	shown(t, f, "One sentence. Another sentence.|")
	bars := func() int {
		n := 0
		for _, o := range test.WidgetRenderer(f).Objects() {
			if r, ok := o.(*canvas.Rectangle); ok && r.Visible() && r.Size().Width == 2 && r.Position().X < 5 {
				n++
			}
		}
		return n
	}
	if bars() != 0 {
		t.Fatal("there is a bar beside plain words")
	}
	f.SetMarks([]field.Mark{{Start: 0, End: 13, Kind: field.Carried, Message: "Confirm it."}})
	if bars() != 1 {
		t.Errorf("%d bars beside one row", bars())
	}
	f.SetCaret(2)
	press(f, "'x")
	if bars() != 0 || len(f.Marks()) != 0 {
		t.Error("a touched sentence keeps its bar")
	}
}

// TestATipGoesWithTheFirstKey, also one that is typed into another field: the
// pointer merely lies there.
func TestATipGoesWithTheFirstKey(t *testing.T) {
	test.NewTempApp(t)
	f, other := field.New(), field.New()
	w := test.NewTempWindow(t, container.NewVBox(f, other))
	w.Resize(fyne.NewSize(420, 300))
	f.SetText("carried over")
	f.SetMarks([]field.Mark{{Start: 0, End: 7, Kind: field.Carried, Message: "from last year"}})
	tip := func() bool {
		for _, o := range test.WidgetRenderer(f).Objects() {
			if words, ok := o.(*canvas.Text); ok && words.Text == "from last year" {
				return true
			}
		}
		return false
	}
	f.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(20, 20)}})
	if !tip() {
		t.Fatal("there is no tip")
	}
	w.Canvas().Focus(other)
	other.TypedRune('x')
	if tip() {
		t.Error("the tip stays over the words")
	}
}
