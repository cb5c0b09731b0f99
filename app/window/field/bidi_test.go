package field

import "testing"

// TestVisualOrder gives texts as they are written and as their letters stand
// on the screen from left to right; brackets are mirrored only when drawn.
func TestVisualOrder(t *testing.T) {
	for _, c := range []struct{ name, written, seen string }{
		{"a word in English", "he said אבג again", "he said גבא again"},
		{"a figure after it", "said אבג 123 times", "said 123 גבא times"},
		{"a full stop", "אבג.", ".גבא"},
		{"a figure", "אבג 123 דהו", "והד 123 גבא"},
		{"per cent", "אבג 12% דה", "הד 12% גבא"},
		{"a time", "אבג 12:30", "12:30 גבא"},
		{"English in brackets", "אב (EU) גד", "דג )EU( בא"},
		{"English in brackets and a figure", "אב (EU) 12", "12 )EU( בא"},
		{"Hebrew in brackets", "to (אב) us", "to (בא) us"},
		{"Arabic figures", "ابج 12-13", "13-12 جبا"},
		{"a sentence in English", "אב said this. גד", "דג .said this בא"},
	} {
		t.Run(c.name, func(t *testing.T) {
			set := levels(c.written)
			var runs []run
			for i, r := range c.written {
				runs = append(runs, run{start: i, end: i + len(string(r)), level: set[i]})
			}
			visual(runs)
			seen := ""
			for _, r := range runs {
				seen += c.written[r.start:r.end]
			}
			if seen != c.seen {
				t.Errorf("%q is seen as %q, want %q", c.written, seen, c.seen)
			}
		})
	}
}

func TestNoLevelsWithoutNeed(t *testing.T) {
	if levels("Ångström – “quoted” 12 %, naïve €") != nil {
		t.Error("levels for what is read from left to right")
	}
}
