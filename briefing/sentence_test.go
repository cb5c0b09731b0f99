package briefing_test

import (
	"slices"
	"strings"
	"testing"

	"delegation-briefing/briefing"
)

func sentences(text string) []string {
	var all []string
	for _, r := range briefing.Sentences(text) {
		all = append(all, strings.TrimSpace(text[r.Start:r.End]))
	}
	return all
}

func TestSentences(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"plain", "The EU met Norland. Both agreed!  Why? ", []string{"The EU met Norland.", "Both agreed!", "Why?"}},
		{"titles", "Mr. Essen met Ms. Lund. Dr. Duval spoke.", []string{"Mr. Essen met Ms. Lund.", "Dr. Duval spoke."}},
		{"initials and numerals", "A. Lund and B. Essen spoke at the XII. Dialogue. It ended.", []string{"A. Lund and B. Essen spoke at the XII. Dialogue.", "It ended."}},
		{"articles", "It cited Art. 14 and No. 3. Then it stopped.", []string{"It cited Art. 14 and No. 3.", "Then it stopped."}},
		{"numbered paragraphs", "12. Both sides met. 13. They parted.", []string{"12. Both sides met.", "13. They parted."}},
		{"quotes", "He said “Stop.” Then he left.", []string{"He said “Stop.”", "Then he left."}},
		{"lower case goes on", "They met at 9 a.m. in Aldvik. It rained.", []string{"They met at 9 a.m. in Aldvik.", "It rained."}},
		{"paragraphs", "No stop here\n\nNext one.", []string{"No stop here", "Next one."}},
		{"numbers", "It grew by 1.5 per cent. Good.", []string{"It grew by 1.5 per cent.", "Good."}},
		{"French", "L’UE a salué M. Essen. Elle a rappelé l’art. 14.", []string{"L’UE a salué M. Essen.", "Elle a rappelé l’art. 14."}},
		{"Arabic", "عقد الاتحاد حوارا. هل انتهى؟ نعم.", []string{"عقد الاتحاد حوارا.", "هل انتهى؟", "نعم."}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := sentences(test.text); !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func FuzzSentences(f *testing.F) {
	f.Add("One. Two? “Three.”\n\nMr. Four")
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, r := range briefing.Sentences(text) {
			if r.Start != at || r.End <= r.Start {
				t.Fatalf("%v after %d in %q", r, at, text)
			}
			at = r.End
		}
		if at != len(text) {
			t.Fatalf("%d of %d bytes covered in %q", at, len(text), text)
		}
	})
}
