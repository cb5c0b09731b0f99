package style_test

import (
	"testing"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/style"
)

// Whatever an officer types: findings lie within the text, say what stands
// there, and the safe ones can be made.
func FuzzCheck(f *testing.F) {
	f.Add("On the 07th of March the the EU , held “its {{ordinal}} dialogue *with *** \\*Norland.It")
	f.Add("- +32 (0)2 555 01 4 (a) ‘x” <b>&nbsp; 31 June 2026 Mr ANTON BERG [link](x) {{name 2}}{{x}}")
	f.Add("XII. U.N. «\u00a0 » \ufffc \u202f … 1,000,000 9h30 a\\\nb\n\n\u00a0\n\n99th Dialogue")
	tmpl := template(f)
	g := guide(f, "en", "strict")
	base := sample(f)
	known := style.Known{Spelling: spelling(f), Siblings: []briefing.Statement{sample(f)}, Directory: style.Directory{}.With(lastYear(f))}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 500 {
			return
		}
		s := base.Clone()
		for _, place := range []string{"headline/0/text", "opening/0/text", "topics/1/text", "contacts/0/text", "heads/1/name", "contacts/1/phones"} {
			at, _ := briefing.ParsePlace(place)
			s.SetText(at, text)
		}
		findings := style.Check(s, tmpl, g, known)
		for _, x := range findings {
			words, ok := s.Text(x.At)
			if !ok || x.From < 0 || x.From > x.To || x.To > len(words) || words[x.From:x.To] != x.Found {
				t.Fatalf("%s at %s: %d–%d does not say %q", x.Rule, x.At, x.From, x.To, x.Found)
			}
			if x.Safe && !x.HasInstead {
				t.Fatalf("%s is safe and offers nothing", x.Rule)
			}
		}
		once, _ := style.Fix(s, findings)
		if _, n := style.Fix(once, findings); n != 0 {
			t.Fatalf("corrected twice: %d", n)
		}
	})
}
