package style_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/style"
)

var update = flag.Bool("update", false, "write the golden files anew")

// reports is what is found in a flawed sample.
func reports(t *testing.T) []style.Report {
	t.Helper()
	s := flawed(t)
	s.Place = "Oldvik"
	replace(&s, "opening/0/text", "in {{place}}", "in Aldvik")
	var file bytes.Buffer
	if err := s.WriteTOML(&file); err != nil {
		t.Fatal(err)
	}
	brief := sample(t)
	brief.ID, brief.Edition = "brief", 8
	findings := style.Check(s, template(t), guide(t, "en", ""), style.Known{Siblings: []briefing.Statement{brief}})
	return []style.Report{{File: "statements/norland.toml", Source: file.Bytes(), Findings: findings}}
}

func TestReports(t *testing.T) {
	g := guide(t, "en", "")
	for name, write := range map[string]func(*bytes.Buffer) error{
		"report.txt":   func(b *bytes.Buffer) error { return style.WriteText(b, reports(t)) },
		"report.json":  func(b *bytes.Buffer) error { return style.WriteJSON(b, reports(t)) },
		"report.sarif": func(b *bytes.Buffer) error { return style.WriteSARIF(b, reports(t), g, "1.0.0") },
	} {
		t.Run(name, func(t *testing.T) {
			var got bytes.Buffer
			if err := write(&got); err != nil {
				t.Fatal(err)
			}
			golden := filepath.Join("testdata", name)
			if *update {
				if err := os.WriteFile(golden, got.Bytes(), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got.Bytes(), want) {
				t.Errorf("got\n%s\nwant\n%s", got.Bytes(), want)
			}
		})
	}
}

func TestReportOfNothing(t *testing.T) {
	var text, js, sarif bytes.Buffer
	if err := style.WriteText(&text, nil); err != nil || text.Len() != 0 {
		t.Errorf("text %q, %v", &text, err)
	}
	if err := style.WriteJSON(&js, nil); err != nil || js.String() != "[]\n" {
		t.Errorf("JSON %q, %v", &js, err)
	}
	if err := style.WriteSARIF(&sarif, nil, style.Guide{}, ""); err != nil || !json.Valid(sarif.Bytes()) {
		t.Errorf("SARIF %q, %v", &sarif, err)
	}
}
