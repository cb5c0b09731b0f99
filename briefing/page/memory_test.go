package page

import (
	"fmt"
	"strings"
	"testing"

	"delegation-briefing/assets"
	"delegation-briefing/briefing"
)

// TestWhatWasTypedIsNotAllKept: an officer who types in a long paragraph leaves a
// state of it behind with every key; the statement is kept whole, and a few of
// these.
func TestWhatWasTypedIsNotAllKept(t *testing.T) {
	c := NewCompositor(assets.Files)
	office := briefing.Office{assets.Files}
	template, err := office.Template("eu-statement")
	if err != nil {
		t.Fatal(err)
	}
	sheet, err := FindSheet(office, "eu-statement")
	if err != nil {
		t.Fatal(err)
	}
	s := template.New("norland")
	at := briefing.Place{Section: "opening", Field: "text"}
	long := strings.Repeat("Both sides met in Aldvik. ", 200)
	for i := range 300 {
		s = s.Clone()
		s.SetText(at, fmt.Sprintf("%s%d", long, i))
		if _, err := c.Compose(Job{Statement: s, Template: template, Sheet: sheet}); err != nil {
			t.Fatal(err)
		}
	}
	bytes := 0
	for _, generation := range []map[string]remembered[*setting]{c.settings.young, c.settings.old} {
		for _, k := range generation {
			bytes += k.weight
		}
	}
	if bytes > 300_000 {
		t.Errorf("%d bytes of text are kept of a statement of %d", bytes, len(long))
	}
	if kept(120_000) < 240_000 {
		t.Error("a brief of fifty pages is not kept whole")
	}
}
