package field_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"delegation-briefing/app/window/field"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestPasteFromOtherPrograms(t *testing.T) {
	for _, c := range []struct{ name, from, want string }{
		{"a word", "Norland", "Norland"},
		{"a word with its space", "Norland ", "Norland "},
		{"what goes on in a paragraph", " and ends.\nAnother.", " and ends.\n\nAnother."},
		{"paragraphs of Word", "First paragraph.\r\nSecond paragraph.\r\n", "First paragraph.\n\nSecond paragraph."},
		{"bullets of Word", "They agreed:\r\n•\tto meet\r\n•\tto report\r\nThen they left.", "They agreed:\n\n- to meet\n- to report\n\nThen they left."},
		{"bullets of the second level", "o\tnested\r\no\tagain", "- nested\n- again"},
		{"symbols of Wingdings", "\uF0B7\tone\n\uF0A7\ttwo", "- one\n- two"},
		{"dots of the web", "  · one\n  · two", "- one\n- two"},
		{"a name that begins with o", "o be or not\nis the question", "o be or not\n\nis the question"},
		{"a web page", "Title\n\nA paragraph of the page.\n\n\nAnother.", "Title\n\nA paragraph of the page.\n\nAnother."},
		{"a mail broken at 72 letters",
			"The two sides discussed the independence of the judiciary, the freedom\nof the media and the role of civil society in the reform process. They\nagreed to meet again.\n\nRegards",
			"The two sides discussed the independence of the judiciary, the freedom of the media and the role of civil society in the reform process. They agreed to meet again.\n\nRegards"},
		{"a mail that was answered",
			"Dear Ilse,\n\n> The two sides discussed the independence of the judiciary, the\n> freedom of the media and the role of civil society in Norland.\n>\n> They parted as friends.\n\nRegards",
			"Dear Ilse,\n\nThe two sides discussed the independence of the judiciary, the freedom of the media and the role of civil society in Norland.\n\nThey parted as friends.\n\nRegards"},
		{"a mail that was answered twice", "> Not on Friday.\n> > On which day, then?\n>> - Monday\n> > - Tuesday\n> On Sunday.", "Not on Friday.\n\nOn which day, then?\n\n- Monday\n- Tuesday\n\nOn Sunday."},
		{"who wrote it", "On 6 March 2026, Ada Lund wrote:\n> The two sides discussed the independence of the judiciary, the\n> freedom of the media.\nThat is well said.", "On 6 March 2026, Ada Lund wrote:\n\nThe two sides discussed the independence of the judiciary, the freedom of the media.\n\nThat is well said."},
		{"a sign that quotes nothing", "They want\n> 5 % of the fish\n\n4 > 3", "They want\n\n> 5 % of the fish\n\n4 > 3"},
		{"a line by itself", "> 5 % of the fish", "> 5 % of the fish"},
		{"places where words may be parted", "the inde\u00ADpend\u00ADence of judges", "the independence of judges"},
		{"tabs and odd spaces", "one\ttwo\u00A0 three\n", "one two three"},
		{"French spaces", "Objet\u00A0: dialogue\nDate", "Objet\u00A0: dialogue\n\nDate"},
		{"an unbroken line of Word", "one\vtwo", "one\n\ntwo"},
		{"our own list", "- one\n- two", "- one\n- two"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := field.New()
			shown(t, f, "|")
			fyne.CurrentApp().Clipboard().SetContent(c.from)
			f.Paste()
			if f.Text() != c.want {
				t.Errorf("%q: got %q, want %q", c.from, f.Text(), c.want)
			}
		})
	}
}

// TestWhatIsPastedRunsIntoNothing: a list begins a line of its own, and words behind
// whole paragraphs begin another.
func TestWhatIsPastedRunsIntoNothing(t *testing.T) {
	for _, c := range []struct{ name, into, from, want string }{
		{"a paragraph before another", "|They met.", "They came.\n", "They came.\n\n|They met."},
		{"a paragraph's words within another", "They |met.", "came and\n", "They came and |met."},
		{"words within another", "They |met.", "came and ", "They came and |met."},
		{"paragraphs before another", "|They met.", "One.\n\nTwo.", "One.\n\nTwo.\n\n|They met."},
		{"a list behind words", "They agreed:|", "• one\n• two", "They agreed:\n\n- one\n- two|"},
		{"a list in a list", "- one|\n- four", "• two\n• three", "- one\n- two\n- three|\n- four"},
		{"a list in an empty item", "- |", "• one\n• two", "- one\n- two|"},
		{"at the end", "They met. |", "They left.\n", "They met. They left.|"},
		{"in the place of a paragraph", "|They met.|\n\nThey left.", "They came.\n", "They came.|\n\nThey left."},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := field.New()
			shown(t, f, c.into)
			fyne.CurrentApp().Clipboard().SetContent(c.from)
			f.Paste()
			if got := f.Text()[:f.Caret()] + "|" + f.Text()[f.Caret():]; got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestAHeadlineTakesOneLine: of a page that was copied the words alone, and of our
// own prose the emphasis and the facts, too.
func TestAHeadlineTakesOneLine(t *testing.T) {
	f := field.New()
	f.Headline = true
	f.OnPaste = func(_ string, write func(string)) { write("- *not* so") }
	shown(t, f, "Norland: |")
	fyne.CurrentApp().Clipboard().SetContent("dialogue\r\n\r\n• with the EU\r\n• in Aldvik\r\n")
	f.Paste()
	if want := "Norland: dialogue with the EU in Aldvik"; f.Text() != want {
		t.Errorf("there stands %q, want %q", f.Text(), want)
	}
	f.SetText("- *one* in {{place}}\n- two")
	f.Select(0, len(f.Text()))
	f.Copy()
	f.Paste()
	if want := "*one* in {{place}} two"; f.Text() != want {
		t.Errorf("there stands %q, want %q", f.Text(), want)
	}
}

func TestCopyLeavesTheSignsBehind(t *testing.T) {
	f := field.New()
	shown(t, f, "|See **our** [site](https://norland.example).\n\n- one \\* two|")
	f.Copy()
	if got := fyne.CurrentApp().Clipboard().Content(); got != "See our site.\n\n- one * two" {
		t.Errorf("for other programs: %q", got)
	}
	text := f.Text()
	f.SetText("")
	f.Paste()
	if f.Text() != text {
		t.Errorf("for our own fields: %q", f.Text())
	}
	f.SetText("")
	f.PasteWords()
	if want := "See our site.\n\n- one * two"; f.Text() != want {
		t.Errorf("the words alone: %q", f.Text())
	}
}

// FuzzKeys presses keys at any place of any text: whatever happens, the text
// stays valid, the caret stays where one may stand, and all can be drawn.
func FuzzKeys(f *testing.F) {
	f.Add("One.\n\n- two\n- three **bold** ركّز 12%", 7, "rbdlE<>^vBILKe")
	f.Add("\n\n\na\\\n- ", 2, "bbbdddrrr")
	f.Add("e\u0301🇪🇺 {{x}} [a](b) *c", 5, "<<bdr>>BIL")
	keys := map[rune]string{'r': "Return", 'R': "Shift+Return", 'b': "BackSpace", 'd': "Delete", '<': "Left", '>': "Right",
		'^': "Up", 'v': "Down", 'E': "End", 'e': "Home", 'B': "Ctrl+B", 'I': "Ctrl+I", 'L': "Ctrl+L", 'K': "Ctrl+Shift+K",
		'{': "Shift+Left", '}': "Shift+Right", 'w': "Ctrl+BackSpace", 'W': "Ctrl+Delete", 'n': "Ctrl+Left", 'm': "Ctrl+Right", 't': "'x"}
	test.NewTempApp(f)
	f.Fuzz(func(t *testing.T, text string, at int, pressed string) {
		if len(text) > 300 || len(pressed) > 60 || strings.ContainsRune(text, '\r') {
			return
		}
		w := field.New()
		test.WidgetRenderer(w)
		w.Resize(fyne.NewSize(200, 300))
		w.FocusGained()
		w.SetText(text)
		w.SetCaret(at)
		for _, k := range pressed {
			if key, ok := keys[k]; ok {
				press(w, key)
			}
			start, end := w.Selection()
			if !utf8.ValidString(w.Text()) || start < 0 || end > len(w.Text()) || !utf8.ValidString(w.Text()[:w.Caret()]) {
				t.Fatalf("after %q: %q, selection %d to %d", k, w.Text(), start, end)
			}
			w.OffsetAt(w.CaretPosition())
		}
	})
}

// TestAPictureTakesNoWordsAway: the clipboard has no words then.
func TestAPictureTakesNoWordsAway(t *testing.T) {
	f := field.New()
	shown(t, f, "|Norland|")
	f.Select(0, len(f.Text()))
	fyne.CurrentApp().Clipboard().SetContent("")
	before := f.Text()
	f.Paste()
	f.OnPaste = func(_ string, write func(string)) { write("") }
	f.Paste()
	if f.Text() != before {
		t.Errorf("left is %q of %q", f.Text(), before)
	}
}
