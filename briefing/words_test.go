package briefing_test

import (
	"strings"
	"testing"

	"delegation-briefing/briefing"
)

// marked writes runs as one text: [-gone-]{+new+}.
func marked(runs []briefing.Run) string {
	var b strings.Builder
	for _, r := range runs {
		switch r.Op {
		case briefing.Removed:
			b.WriteString("[-" + r.Text + "-]")
		case briefing.Added:
			b.WriteString("{+" + r.Text + "+}")
		default:
			b.WriteString(r.Text)
		}
	}
	return b.String()
}

func TestDiffWords(t *testing.T) {
	tests := []struct{ old, new, want string }{
		{"same", "same", "same"},
		{"", "new", "{+new+}"},
		{"old", "", "[-old-]"},
		{"The EU did welcome it.", "The EU did not welcome it.", "The EU did {+not +}welcome it."},
		{"one two", "one, two", "one{+,+} two"},
		{"on 6 March", "on 7 March", "on [-6-]{+7+} March"},
		{"expressed concern", "expressed serious concern", "expressed {+serious +}concern"},
		{"a b c", "x y z", "[-a b c-]{+x y z+}"},
		{"acknowledged the efforts", "welcomed the progress", "[-acknowledged-]{+welcomed+} the [-efforts-]{+progress+}"},
		{"Kazakhstan’s law", "Norland’s law", "[-Kazakhstan’s-]{+Norland’s+} law"},
	}
	for _, test := range tests {
		if got := marked(briefing.DiffWords(test.old, test.new)); got != test.want {
			t.Errorf("%q to %q: %s, want %s", test.old, test.new, got, test.want)
		}
	}
}

func FuzzDiffWords(f *testing.F) {
	f.Add("The EU welcomed it.", "The EU did not welcome it.")
	f.Add("a b c a b b a", "c b a b a c")
	f.Fuzz(func(t *testing.T, old, new string) {
		var a, b strings.Builder
		for _, r := range briefing.DiffWords(old, new) {
			if r.Op != briefing.Added {
				a.WriteString(r.Text)
			}
			if r.Op != briefing.Removed {
				b.WriteString(r.Text)
			}
		}
		if a.String() != old || b.String() != new {
			t.Fatalf("%q and %q became %q and %q", old, new, a.String(), b.String())
		}
	})
}
