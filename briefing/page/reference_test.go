package page_test

import (
	"strings"
	"testing"

	"delegation-briefing/assets"
	"delegation-briefing/briefing"
	"delegation-briefing/briefing/page"
)

// TestReferenceStandsAtTheFoot of every page, as an artifact, before the
// version; unless the statement says it itself beside its date.
func TestReferenceStandsAtTheFoot(t *testing.T) {
	office := briefing.Office{assets.Files}
	sheet, err := page.FindSheet(office, "eu-statement")
	if err != nil {
		t.Fatal(err)
	}
	tmpl, err := office.Template("eu-statement")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, reference, dateline, left, version, want string }{
		{"none", "", "Aldvik, 12 March 2026", "{version}", "", ""},
		{"none, with a version", "", "Aldvik, 12 March 2026", "{version}", "v 1", "v 1"},
		{"set", "EEAS 2026/117", "Aldvik, 12 March 2026", "{version}", "", "EEAS 2026/117"},
		{"with a version", "EEAS 2026/117", "Aldvik", "{version}", "v 1", "EEAS 2026/117 · v 1"},
		{"on two lines", "EEAS\n2026/117", "Aldvik", "", "", "EEAS 2026/117"},
		{"in the dateline by its placeholder", "EEAS 2026/117", "Aldvik. {{reference}}", "{version}", "", ""},
		{"in the dateline as imported", "260312_4", "12.03.2026\n\nUnique ID: 260312_4", "{version}", "v 1", "v 1"},
		{"where the sheet has it", "EEAS 2026/117", "Aldvik", "No {reference}", "", "No EEAS 2026/117"},
	} {
		s := briefing.Statement{
			Format: briefing.Format, Template: "eu-statement", Language: "en", Reference: c.reference, Status: briefing.Published,
			Sections: []briefing.Section{
				{Key: "headline", Text: "Norland"}, {Key: "dateline", Text: briefing.Prose(c.dateline)},
				{Key: "opening", Text: briefing.Prose(strings.Repeat("The EU and Norland met.\n\n", 60))},
			},
		}
		sheet.Foot.Left = c.left
		doc, err := page.NewCompositor(assets.Files).Compose(page.Job{Statement: s, Template: tmpl, Sheet: sheet, Version: c.version})
		if err != nil {
			t.Fatal(err)
		}
		if len(doc.Pages) < 2 {
			t.Fatalf("%d page", len(doc.Pages))
		}
		for i, p := range doc.Pages {
			if got := leftFoot(p); got != c.want {
				t.Errorf("%s: on page %d the foot says %q, want %q", c.name, i+1, got, c.want)
			}
		}
	}
}

// leftFoot is what the foot of a page says beside the number of the page.
func leftFoot(p *page.Page) string {
	var b strings.Builder
	for _, item := range p.Items {
		if t, ok := item.(*page.Text); ok && t.Artifact == page.Footer && t.Element == nil {
			b.WriteString(saidBy([]*page.Text{t}))
		}
	}
	left, _, _ := strings.Cut(b.String(), "Page ")
	return left
}
