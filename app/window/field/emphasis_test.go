package field_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"delegation-briefing/app/window/field"

	"fyne.io/fyne/v2/test"
)

// FuzzEmphasis begins and ends emphasis anywhere: no word is lost, whatever
// signs stand there already.
func FuzzEmphasis(f *testing.F) {
	for _, text := range []string{"", "It raised *fees* for all.", "**very *clear***", "- one * two", `5 \* 3`, "***both*** here", "a*b**c", "*\n\n**"} {
		f.Add(text, 3, 5, false)
		f.Add(text, 2, 2, true)
	}
	test.NewApp()
	f.Fuzz(func(t *testing.T, text string, start, end int, strong bool) {
		if !utf8.ValidString(text) || strings.ContainsAny(text, "\r\x00") {
			t.Skip("a field holds no such text")
		}
		words := func(s string) string { return strings.ReplaceAll(s, "*", "") }
		x := field.New()
		x.SetText(text)
		x.Select(start, end)
		for range 3 {
			if strong {
				x.Strong()
			} else {
				x.Emphasise()
			}
			if got := x.Text(); words(got) != words(text) {
				t.Fatalf("%q became %q", text, got)
			}
		}
	})
}
