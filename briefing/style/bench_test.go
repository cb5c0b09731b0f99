package style_test

import (
	"strings"
	"testing"
	"time"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/style"
)

// A check must never be felt: 20 ms for two pages is the limit, among ten
// thousand statements.
func BenchmarkCheckTwoPages(b *testing.B) {
	s, tmpl, g := pasted(b, published(b, "seeds/*.txt")[0]), template(b), guide(b, "en", "")
	_, known := workspace(b, g)
	for b.Loop() {
		style.Check(s, tmpl, g, known)
	}
}

func BenchmarkFindGuide(b *testing.B) {
	for b.Loop() {
		guide(b, "en", "")
	}
}

func BenchmarkFindSpelling(b *testing.B) {
	for b.Loop() {
		if _, err := style.FindSpelling(office, "en"); err != nil {
			b.Fatal(err)
		}
	}
}

// Whatever is pasted into a field, the check stays a matter of moments: its
// time grows with the text and not with its square.
func TestStrangeTextsTakeNoTime(t *testing.T) {
	tmpl, g := template(t), guide(t, "en", "strict")
	known := style.Known{Spelling: spelling(t), Directory: style.Directory{}.With(lastYear(t))}
	for _, piece := range []string{
		"x", "xqz ", "Xaqz ", "XQ ", "“", "'\"", "1", ".", "Xa", "a-", "*a ", "(", " \u00a0", "{{name 1}}",
		"1,000 ", "Torvald Esen ", "<b>", "XII Dialogue ", "EU (EU) ", "6 March ", "+32 2 5550140 ", "the the ",
	} {
		s := sample(t)
		for _, place := range []string{"headline/0/text", "opening/0/text", "contacts/0/text", "heads/1/name", "contacts/1/phones"} {
			at, _ := briefing.ParsePlace(place)
			s.SetText(at, strings.Repeat(piece, 1_500/len(piece)))
		}
		start := time.Now()
		style.Check(s, tmpl, g, known)
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%q again and again takes %v", piece, took)
		} else {
			t.Logf("%q: %v", piece, took)
		}
	}
}

func TestNothingIsNoTrouble(t *testing.T) {
	g := guide(t, "en", "strict")
	known := style.Known{Spelling: spelling(t), Directory: style.Directory{}.Without("x"), Register: style.Register{}.Without("x")}
	for _, s := range []briefing.Statement{{}, {Language: "en", Sections: []briefing.Section{{Key: "x", People: make([]briefing.Person, 2), Topics: make([]briefing.Topic, 1)}}}} {
		if found := style.Check(s, briefing.Template{}, g, known); len(found) > 0 {
			t.Errorf("found %+v", found)
		}
		if found := style.Check(s, template(t), style.Guide{}, style.Known{}); len(found) > 0 {
			t.Errorf("without a guide found %+v", found)
		}
	}
}
