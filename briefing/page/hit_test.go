package page_test

import (
	"slices"
	"testing"

	"delegation-briefing/assets"
	"delegation-briefing/briefing"
	"delegation-briefing/briefing/page"
)

// TestHit: a click on a letter finds the letter, and the caret before it
// stands on it, in both directions of reading.
func TestHit(t *testing.T) {
	c := page.NewCompositor(assets.Files)
	for name, s := range scripts(t) {
		t.Run(name, func(t *testing.T) {
			doc := compose(t, c, job(t, s))
			tried := 0
			for i, p := range doc.Pages {
				for _, item := range p.Items {
					text, ok := item.(*page.Text)
					if !ok || text.Element == nil || text.From.Section == "" {
						continue
					}
					for _, g := range text.Glyphs {
						if g.Start < 0 || g.Text == "" || g.Text == " " || g.Advance < 3 {
							continue
						}
						tried++
						x := text.X + float64(g.X) + float64(g.Advance)/2
						at, offset, ok := p.Hit(x-0.4, text.Y-text.Size*0.3)
						if !ok || at != text.From || offset < int(g.Start) || offset > int(g.End) {
							t.Fatalf("a click on %q at %v %d–%d finds %v %d", g.Text, text.From, g.Start, g.End, at, offset)
						}
						spot, ok := doc.Caret(text.From, int(g.Start))
						if !ok || spot.Page != i || spot.Top > text.Y || spot.Bottom < text.Y {
							t.Fatalf("the caret before %q at %v %d is %+v, %v", g.Text, text.From, g.Start, spot, ok)
						}
					}
				}
			}
			if tried < 200 {
				t.Errorf("only %d letters", tried)
			}
		})
	}
}

// TestCaretInAFact: a fact is printed wherever the text names it; its caret
// stands where that is first.
func TestCaretInAFact(t *testing.T) {
	c := page.NewCompositor(assets.Files)
	s := norland(t, 1)
	s.Sections[2].Text = "{{partner}} spoke first.\n\nThen {{partner}} listened.\n\n{{partner}} agreed."
	doc := compose(t, c, job(t, s))
	partner := briefing.Place{Field: "partner"}
	var printed []*page.Text
	for _, item := range doc.Pages[0].Items {
		if text, ok := item.(*page.Text); ok && text.From == partner && text.Element != nil {
			printed = append(printed, text)
		}
	}
	if len(printed) < 2 || !slices.IsSortedFunc(printed, func(a, b *page.Text) int { return int(a.Y - b.Y) }) {
		t.Fatalf("the partner is printed %d times", len(printed))
	}
	for _, offset := range []int{0, 3} {
		if spot, ok := doc.Caret(partner, offset); !ok || spot.Top > printed[0].Y || spot.Bottom < printed[0].Y {
			t.Errorf("the caret at %d is %+v, want it in the line at %v", offset, spot, printed[0].Y)
		}
	}
}

// TestCaretBehindAFact stands behind the words that the fact puts there, at the
// end of the text and before what follows.
func TestCaretBehindAFact(t *testing.T) {
	c := page.NewCompositor(assets.Files)
	s := norland(t, 1)
	const text = "They met in {{place}}, the seat of {{partner}}"
	s.Sections[2].Text = text
	doc := compose(t, c, job(t, s))
	at := briefing.Place{Section: s.Sections[2].Key, Field: "text"}
	for words, fact := range map[string]string{text: "partner", "They met in {{place}}": "place"} {
		var want float64
		for _, item := range doc.Pages[0].Items {
			if printed, ok := item.(*page.Text); ok && printed.From == (briefing.Place{Field: fact}) && printed.Element != nil {
				last := printed.Glyphs[len(printed.Glyphs)-1]
				want = printed.X + float64(last.X+last.Advance)
			}
		}
		if spot, ok := doc.Caret(at, len(words)); !ok || want == 0 || spot.X < want-0.5 || spot.X > want+0.5 {
			t.Errorf("behind %q the caret is at %v, want %v", fact, spot.X, want)
		}
	}
	before, _ := doc.Caret(at, len("They met in "))
	behind, _ := doc.Caret(at, len("They met in {{place}}"))
	if behind.X-before.X < 20 {
		t.Errorf("the caret before the place is at %v, behind it at %v", before.X, behind.X)
	}
}

// TestCaretBeforeAFact: where a paragraph begins with one, its start is before
// the words that the fact puts there.
func TestCaretBeforeAFact(t *testing.T) {
	c := page.NewCompositor(assets.Files)
	s := norland(t, 1)
	s.Sections[2].Text = "{{partner}} spoke first."
	doc := compose(t, c, job(t, s))
	at := briefing.Place{Section: s.Sections[2].Key, Field: "text"}
	start, ok := doc.Caret(at, 0)
	behind, ok2 := doc.Caret(at, len("{{partner}} spoke"))
	if !ok || !ok2 || start.Top != behind.Top || behind.X-start.X < 20 {
		t.Fatalf("the caret is at %+v, and behind three words at %+v", start, behind)
	}
	for _, item := range doc.Pages[0].Items {
		if text, ok := item.(*page.Text); ok && text.Element != nil && text.Y > start.Top && text.Y < start.Bottom && text.X < start.X-0.01 {
			t.Errorf("words at %v stand before the start of their paragraph at %v", text.X, start.X)
		}
	}
}
