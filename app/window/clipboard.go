package window

import (
	"bytes"
	"strings"

	"delegation-briefing/briefing/intake"
)

// pasteAnew brings what another program copied into our prose, with its
// paragraphs, lists and emphasis. Fyne's clipboard has plain words only, so the
// system is asked for more. write gets "" where words are all there is.
func (w *Window) pasteAnew(words string, write func(prose string)) {
	ask := pageAsker()
	if ask == nil {
		write("")
		return
	}
	// The copied words may be our own: then this very window must answer, so it
	// cannot wait.
	w.later(func() func() {
		prose := copiedProse(ask(), words)
		return func() { write(prose) }
	})
}

// copiedProse is the prose of the clipboard's HTML; "" where it has none, or
// where it says no more than the words do.
func copiedProse(page []byte, words string) string {
	if len(page) == 0 {
		return ""
	}
	prose, err := intake.HTML(bytes.NewReader(page))
	if err != nil || strings.TrimSpace(string(prose)) == strings.TrimSpace(words) {
		return ""
	}
	return string(prose)
}
