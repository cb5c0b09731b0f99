package archive_test

import (
	"fmt"
	"strings"
	"testing"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/archive"
)

func TestBlame(t *testing.T) {
	a := open(t)
	id := create(t, a)
	at := briefing.Place{Section: "opening", Field: "text"}
	s, err := a.Load(id)
	if err != nil {
		t.Fatal(err)
	}
	s.Sections = append(s.Sections, briefing.Section{Key: "opening"})
	for _, step := range []struct{ text, note string }{
		{"Both sides met. They spoke of water.", "first"},
		{"They spoke of water. It rained.", "second"},
		{"It rained. Both sides met. They spoke of water.", "third"},
		{"It rained. Both sides met. They spoke of water. And of wine.", ""},
	} {
		s.SetText(at, step.text)
		if err := a.Save(s); err != nil {
			t.Fatal(err)
		}
		if step.note != "" {
			keep(t, a, id, step.note)
		}
	}
	origins, err := a.Blame(id)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, o := range origins {
		note := "nobody yet"
		if o.First != nil {
			note = o.First.Note
		}
		fmt.Fprintf(&b, "%s: %s (%s)\n", o.At, o.Text, note)
	}
	want := `headline/0/text: Talks in Aldvik (first)
opening/0/text: It rained. (second)
opening/0/text: Both sides met. (first)
opening/0/text: They spoke of water. (first)
opening/0/text: And of wine. (nobody yet)
`
	if b.String() != want {
		t.Errorf("got\n%swant\n%s", b.String(), want)
	}
}

// BenchmarkBlame asks who wrote what in a statement of fifty versions.
func BenchmarkBlame(b *testing.B) {
	a, err := archive.Open(b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	s := norland()
	s.Sections = append(s.Sections, briefing.Section{Key: "opening"})
	if s.ID, err = a.Create(s); err != nil {
		b.Fatal(err)
	}
	var text strings.Builder
	for n := range 50 {
		fmt.Fprintf(&text, "Both sides agreed on point %d, which had long been open. ", n)
		s.SetText(briefing.Place{Section: "opening", Field: "text"}, strings.TrimSpace(text.String()))
		if err := a.Save(s); err != nil {
			b.Fatal(err)
		}
		if _, err := a.Keep(s.ID, archive.Keeping{Note: "a word", Shipped: shipped}); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		if origins, err := a.Blame(s.ID); err != nil || len(origins) < 50 {
			b.Fatal(len(origins), err)
		}
	}
}
