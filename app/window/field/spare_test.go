package field_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"delegation-briefing/app/window/field"
)

// each calls do for every text that a field shows, from the top.
func each(f *field.Field, do func(body *fyne.Container, t *canvas.Text)) {
	for _, o := range test.WidgetRenderer(f).Objects() {
		if body, ok := o.(*fyne.Container); ok {
			for _, o := range body.Objects {
				do(body, o.(*canvas.Text))
			}
		}
	}
}

func printed(f *field.Field) []*canvas.Text {
	var all []*canvas.Text
	each(f, func(_ *fyne.Container, t *canvas.Text) { all = append(all, t) })
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
// as they are, and the one that it changed is no new object.
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

// TestWhatIsDrawnAfterManyKeys is what a field draws that has the words from the
// beginning.
func TestWhatIsDrawnAfterManyKeys(t *testing.T) {
	pieces := []string{
		"The Union and Norland met. ", "**bold** and *italic* ", "{{partner}} ", "اجتمع الطرفان في نورلند ", "\n\n", "\n- a point of the list ", "a", " ",
	}
	random := rand.New(rand.NewPCG(7, 2026))
	f := field.New()
	shown(t, f, "Both sides met in Aldvik.")
	for range 300 {
		f.SetCaret(random.IntN(len(f.Text()) + 1))
		switch random.IntN(4) {
		case 0:
			press(f, "BackSpace")
		case 1:
			press(f, "Shift+Right", "Shift+Right", "Delete")
		default:
			f.Insert(pieces[random.IntN(len(pieces))])
		}
		if len(f.Text()) > 1500 {
			press(f, "Ctrl+A", "BackSpace")
		}
		fresh := field.New()
		fresh.SetText(f.Text())
		fresh.Resize(f.Size())
		if got, want := placed(f), placed(fresh); !slices.Equal(got, want) {
			t.Fatalf("%q is drawn as\n%q, not\n%q", f.Text(), got, want)
		}
	}
}

// TestARowIsSeenToItsLowerEdge: Fyne leaves out what ends above what is seen, and takes
// a text without a size to end where it begins.
func TestARowIsSeenToItsLowerEdge(t *testing.T) {
	f := field.New()
	shown(t, f, "**Both** sides met in {{place}}.\n\nاجتمع الطرفان في نورلند\n\n- a point of the list")
	press(f, "'.")
	each(f, func(_ *fyne.Container, text *canvas.Text) {
		if size, _ := fyne.CurrentApp().Driver().RenderedTextSize(text.Text, text.TextSize, text.TextStyle, text.FontSource); text.Size() != size {
			t.Errorf("%q is %v large, not %v", text.Text, text.Size(), size)
		}
	})
}

// placed is each text that a field shows, with its style, its place and its size.
func placed(f *field.Field) []string {
	var all []string
	each(f, func(body *fyne.Container, t *canvas.Text) {
		all = append(all, fmt.Sprintf("%s %v %v at %v, %v", t.Text, t.TextStyle, t.Color, body.Position().Add(t.Position()), t.Size()))
	})
	return all
}
