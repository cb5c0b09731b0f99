package field_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"delegation-briefing/app/window/field"
)

// printed are the texts that a field shows, from the top.
func printed(f *field.Field) []*canvas.Text {
	var all []*canvas.Text
	for _, o := range test.WidgetRenderer(f).Objects() {
		if body, ok := o.(*fyne.Container); ok {
			for _, o := range body.Objects {
				all = append(all, o.(*canvas.Text))
			}
		}
	}
	return all
}

func wordsOf(texts []*canvas.Text) string {
	var b strings.Builder
	for _, t := range texts {
		b.WriteString(t.Text)
	}
	return b.String()
}

// TestAKeyDrawsItsRowAnew: the rows of a paragraph that a key did not change stay
// as they are drawn, also where they move, and the one that it changed is no new
// object.
func TestAKeyDrawsItsRowAnew(t *testing.T) {
	paragraph := strings.TrimSpace(strings.Repeat("The Union and Norland met. ", 20))
	for name, tt := range map[string]struct {
		caret int
		key   string
		anew  int // rows with other words, at most
		more  int // objects, at most
	}{
		"at the end":         {len(paragraph), "'.", 1, 0},
		"in the middle":      {len(paragraph) / 2, "'.", 1, 0},
		"a paragraph before": {0, "Return", 0, 0},
		"a paragraph within": {strings.Index(paragraph[200:], "The") + 200, "Return", 20, 1},
		"a letter fewer":     {len(paragraph), "BackSpace", 1, 0},
	} {
		t.Run(name, func(t *testing.T) {
			f := field.New()
			shown(t, f, paragraph)
			f.SetCaret(tt.caret)
			said := map[*canvas.Text]string{}
			for _, text := range printed(f) {
				said[text] = text.Text
			}
			press(f, tt.key)
			after := printed(f)
			if got, want := wordsOf(after), strings.ReplaceAll(f.Text(), "\n", ""); got != want {
				t.Fatalf("shown is %q, not %q", got, want)
			}
			anew, others := 0, 0
			for _, text := range after {
				switch words, ok := said[text]; {
				case !ok:
					others++
				case words != text.Text:
					anew++
				}
			}
			if anew > tt.anew {
				t.Errorf("%d rows are drawn anew", anew)
			}
			if others > tt.more {
				t.Errorf("%d texts are new objects", others)
			}
		})
	}
}
