package style_test

import (
	"reflect"
	"strings"
	"testing"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/style"
)

func TestFixMakesSafeCorrectionsOnly(t *testing.T) {
	s, tmpl, g := flawed(t), template(t), guide(t, "en", "")
	findings := style.Check(s, tmpl, g, style.Known{})
	fixed, n := style.Fix(s, findings)
	at := briefing.Place{Section: "outcome", Field: "text"}
	got, _ := fixed.Text(at)
	want := "Both sides **agreed on** a list of\nnext steps, the persons charged of slander, and will prioritise them."
	if got != want {
		t.Errorf("fixed\n%s\nwant\n%s", got, want)
	}
	if n != 4 {
		t.Errorf("%d corrections, want 4", n)
	}
	if before, _ := s.Text(at); before == got {
		t.Error("the statement handed in was changed")
	}
}

// flawed is the sample with an outcome full of errors around markup.
func flawed(t testing.TB) briefing.Statement {
	s := sample(t)
	s.SetText(briefing.Place{Section: "outcome", Field: "text"},
		"Both  sides **agreed on** a list of of\nnext steps , the persons charged of slander, and will prioritize them.")
	return s
}

func TestFixTwiceIsFixOnce(t *testing.T) {
	tmpl, g := template(t), guide(t, "en", "strict")
	for _, file := range append(published(t, "statements/*.txt"), published(t, "seeds/*.txt")...) {
		s := pasted(t, file)
		findings := style.Check(s, tmpl, g, style.Known{})
		once, n := style.Fix(s, findings)
		if again, m := style.Fix(once, findings); m != 0 || !reflect.DeepEqual(again, once) {
			t.Errorf("%s: the same findings corrected %d places again", file, m)
		}
		for range 3 {
			once, _ = style.Fix(once, style.Check(once, tmpl, g, style.Known{}))
		}
		if _, m := style.Fix(once, style.Check(once, tmpl, g, style.Known{})); m != 0 {
			t.Errorf("%s: after %d corrections there are still %d to make", file, n, m)
		}
	}
}

func TestFixTouchesNothingOutsideItsRanges(t *testing.T) {
	tmpl, g := template(t), guide(t, "en", "strict")
	for _, file := range published(t, "statements/*.txt") {
		s := pasted(t, file)
		findings := style.Check(s, tmpl, g, style.Known{})
		fixed, _ := style.Fix(s, findings)
		for _, at := range s.Places() {
			before, _ := s.Text(at)
			after, _ := fixed.Text(at)
			for _, kept := range outside(before, at, findings) {
				i := strings.Index(after, kept)
				if i < 0 {
					t.Fatalf("%s at %s: lost %q", file, at, kept)
				}
				after = after[i+len(kept):]
			}
		}
	}
}

// outside lists the pieces of a text that lie outside every safe finding.
func outside(text string, at briefing.Place, findings []style.Finding) []string {
	var pieces []string
	done := 0
	for _, f := range findings {
		if f.At != at || !f.Safe {
			continue
		}
		if f.From > done {
			pieces = append(pieces, text[done:f.From])
		}
		done = max(done, f.To)
	}
	return append(pieces, text[done:])
}

func TestCorrectRefusesWordsThatHaveChanged(t *testing.T) {
	s := flawed(t)
	var f style.Finding
	for _, f = range style.Check(s, template(t), guide(t, "en", ""), style.Known{}) {
		if f.Rule == "COL-1" {
			break
		}
	}
	corrected, ok := style.Correct(s, f)
	text, _ := corrected.Text(f.At)
	if !ok || !strings.Contains(text, "charged with slander") {
		t.Errorf("not corrected: %q", text)
	}
	if _, ok := style.Correct(corrected, f); ok {
		t.Error("corrected a second time")
	}
}
