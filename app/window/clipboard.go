package window

import (
	"bytes"
	"strings"

	"delegation-briefing/briefing"
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
		prose, notes := copiedProse(ask(), words)
		return func() {
			write(prose)
			if notes {
				w.status.warn(L("Notes were left out: a statement has none. Where one matters, write it into the text."))
			}
		}
	})
}

// copiedProse is the prose of the clipboard's HTML, and whether notes were left out of
// it; "" where it has none, or where it says no more than the words do.
func copiedProse(page []byte, words string) (prose string, notes bool) {
	if len(page) == 0 {
		return "", false
	}
	read, notes, err := intake.HTML(bytes.NewReader(page))
	if err != nil || strings.TrimSpace(string(read)) == strings.TrimSpace(words) {
		return "", notes && err == nil
	}
	return string(read), notes
}

// spoken is prose of a place as others are to read it: with the facts in it, and
// items with their mark.
func (k *desk) spoken(at briefing.Place, prose string) string {
	s := k.draft.Statement().Clone()
	s.SetText(at, prose)
	var b strings.Builder
	last := 0
	for i, block := range s.Blocks(at) {
		switch {
		case i > 0 && block.Level > 0 && last > 0:
			b.WriteString("\n")
		case i > 0:
			b.WriteString("\n\n")
		}
		if last = block.Level; last > 0 {
			b.WriteString(strings.Repeat("  ", last-1) + "- ")
		}
		b.WriteString(block.Text())
	}
	inner := strings.TrimSpace(prose)
	start := strings.Index(prose, inner)
	return prose[:start] + b.String() + prose[start+len(inner):]
}
