package style_test

import (
	"testing"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/style"
)

func TestCompletions(t *testing.T) {
	in := func(id string, year int, people ...briefing.Person) briefing.Statement {
		return briefing.Statement{ID: id, Date: briefing.Date{Year: year}, Sections: []briefing.Section{{Key: "heads", People: people}}}
	}
	d := style.Directory{}.With(
		in("a", 2024, briefing.Person{Name: "Ada Lund", Post: "Director"}, briefing.Person{Name: "Émile Ådal", Post: "Envoy"}),
		in("b", 2026, briefing.Person{Name: "Ada Lund", Post: "Director-General"}, briefing.Person{Name: "Adam Berg"}),
	)
	for _, c := range []struct{ typed, want string }{
		{"ad", "Ada Lund (Director-General), Adam Berg (), Émile Ådal (Envoy)"},
		{"lu", "Ada Lund (Director-General)"},
		{"lund a", "Ada Lund (Director-General)"},
		{"emile", "Émile Ådal (Envoy)"},
		{"ada ada", ""},
		{"lundq", ""},
		{" ", ""},
	} {
		got := ""
		for i, seen := range d.Completions(c.typed, 3) {
			if i > 0 {
				got += ", "
			}
			got += seen.Name + " (" + seen.Post + ")"
		}
		if got != c.want {
			t.Errorf("%q: %s, want %s", c.typed, got, c.want)
		}
	}
	if n := len(d.Completions("a", 2)); n != 2 {
		t.Errorf("%d where two are the most", n)
	}
}
