package draft_test

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/draft"
)

// TestAFactIsUndoneWhole: a day that is typed is another one on the way, and one
// step all the same; what stood there before is back.
func TestAFactIsUndoneWhole(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d, at := open(), briefing.Place{Field: "date"}
		d.Type(at, "2026-03-12")
		d.Pause()
		for _, day := range []string{"--03-09", "2028-03-09", "", "2027-03-10"} {
			if !d.Type(at, day) {
				t.Fatalf("%q is refused", day)
			}
		}
		if d.Undo(); text(d, at) != "2026-03-12" {
			t.Errorf("undo leaves %q", text(d, at))
		}
		d.Type(at, "2027-03-10")
		time.Sleep(2 * time.Second)
		d.Type(at, "2027-03-11")
		if d.Undo(); text(d, at) != "2027-03-10" {
			t.Errorf("after a rest undo leaves %q", text(d, at))
		}
	})
}

// TestWhatOneUndoTakesBack types as an officer does and undoes step by step.
func TestWhatOneUndoTakesBack(t *testing.T) {
	type typist struct {
		d    *draft.Draft
		text string
		at   int
	}
	put := func(p *typist, words string) {
		for _, r := range words {
			p.text = p.text[:p.at] + string(r) + p.text[p.at:]
			p.at += len(string(r))
			p.d.Type(opening, p.text)
		}
	}
	back := func(p *typist, n int) {
		for range n {
			p.text = p.text[:p.at-1] + p.text[p.at:]
			p.at--
			p.d.Type(opening, p.text)
		}
	}
	tests := []struct {
		name string
		act  func(p *typist)
		want []string // after each undo
	}{
		{"a word", func(p *typist) { put(p, "Norland") }, []string{""}},
		{"a rest", func(p *typist) { put(p, "One. "); time.Sleep(2 * time.Second); put(p, "Two.") }, []string{"One. ", ""}},
		{"no rest", func(p *typist) { put(p, "One. "); time.Sleep(time.Second); put(p, "Two.") }, []string{""}},
		{"the caret goes elsewhere", func(p *typist) { put(p, "end"); p.at = 0; put(p, "The ") }, []string{"end", ""}},
		{"corrected at once", func(p *typist) { put(p, "Norldan"); back(p, 3); put(p, "and") }, []string{"Norl", "Norldan", ""}},
		{"a long sentence", func(p *typist) { put(p, "The EU welcomed the repeal of the licence fee, and asked for more.") },
			[]string{"The EU welcomed the repeal of the licence ", ""}},
		{"pasted over all", func(p *typist) {
			put(p, "old")
			p.d.Type(opening, "new words")
			p.text = "new words"
			p.at = 9
			put(p, "!")
		}, []string{"old", ""}},
		{"one long word", func(p *typist) { put(p, strings.Repeat("x", 90)) }, []string{""}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				p := &typist{d: open()}
				test.act(p)
				for i, want := range test.want {
					if _, ok := p.d.Undo(); !ok || text(p.d, opening) != want {
						t.Errorf("undo %d leaves %q, want %q", i+1, text(p.d, opening), want)
					}
				}
				if _, ok := p.d.Undo(); ok {
					t.Error("there was more to undo")
				}
			})
		})
	}
}
