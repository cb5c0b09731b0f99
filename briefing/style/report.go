package style

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"delegation-briefing/briefing"
)

// Report is what was found in one file.
type Report struct {
	File     string
	Source   []byte // what stands in the file, so that lines can be told; nil: they are not
	Findings []Finding
}

// WriteText writes reports for people and for editors: a line for each finding
// as compilers write them, and below it the words and the better wording.
func WriteText(w io.Writer, reports []Report) error {
	var b strings.Builder
	for _, r := range reports {
		for _, f := range r.Findings {
			file := r.File
			if line, col := position(r.Source, f); line > 0 {
				file = fmt.Sprintf("%s:%d:%d", file, line, col)
			}
			fmt.Fprintf(&b, "%s: %s: %s: %s [%s]\n", file, f.Severity, where(f.At), f.Message, f.Rule)
			if words := strings.TrimSpace(short(f.Found)); words != "" {
				fmt.Fprintf(&b, "    %s\n", change(words, f))
			}
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func change(words string, f Finding) string {
	words = strings.ReplaceAll(words, "\n", " ")
	switch {
	case !f.HasInstead:
		return words
	case strings.TrimSpace(f.Instead) == "":
		return words + " → (strike out)"
	}
	return words + " → " + f.Instead
}

// where names a place as an officer would: "opening", "topics 2", "contacts 1
// phones", "edition".
func where(at briefing.Place) string {
	var words []string
	if at.Section != "" {
		words = append(words, strings.ReplaceAll(at.Section, "_", " "))
	}
	if at.Item > 0 {
		words = append(words, strconv.Itoa(at.Item))
	}
	if at.Field != "text" {
		words = append(words, strings.ReplaceAll(at.Field, "_", " "))
	}
	return strings.Join(words, " ")
}

// position is the line and the column, in letters, of a finding in the file;
// 0 where its line does not stand there as it reads. Facts are found by their
// key, other words by the line they stand in, which must be the only such.
func position(source []byte, f Finding) (line, col int) {
	from := min(f.From, len(f.text))
	start := strings.LastIndexByte(f.text[:from], '\n') + 1
	text, _, _ := strings.Cut(f.text[start:], "\n")
	if f.At.Section == "" {
		text = "\n" + f.At.Field + " = "
		start = from + 1 - len(text)
	}
	at := bytes.Index(source, []byte(text))
	if len(text) == 0 || at < 0 || bytes.Contains(source[at+1:], []byte(text)) {
		return 0, 0
	}
	at += from - start
	begin := bytes.LastIndexByte(source[:at], '\n') + 1
	return bytes.Count(source[:begin], []byte("\n")) + 1, utf8.RuneCount(source[begin:at]) + 1
}

// jsonFinding is a finding as other programs read it.
type jsonFinding struct {
	File     string   `json:"file"`
	Rule     string   `json:"rule"`
	Severity Severity `json:"severity"`
	Place    string   `json:"place"`
	From     int      `json:"from"` // bytes of the text at the place
	To       int      `json:"to"`
	Found    string   `json:"found"`
	Message  string   `json:"message"`
	Why      string   `json:"why,omitempty"`
	Source   string   `json:"source,omitempty"`
	Instead  *string  `json:"instead,omitempty"`
	Safe     bool     `json:"safe,omitempty"`
}

// WriteJSON writes reports as one array of findings. Place is what
// [briefing.ParsePlace] reads; from and to are bytes of the text there.
func WriteJSON(w io.Writer, reports []Report) error {
	all := []jsonFinding{}
	for _, r := range reports {
		for _, f := range r.Findings {
			j := jsonFinding{
				r.File, f.Rule, f.Severity, f.At.String(), f.From, f.To, f.Found, f.Message, f.Why, f.Source, nil, f.Safe,
			}
			if f.HasInstead {
				j.Instead = &f.Instead
			}
			all = append(all, j)
		}
	}
	return writeJSON(w, all)
}

func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

// WriteSARIF writes reports in the Static Analysis Results Interchange Format
// 2.1.0 of OASIS, which code hosts and editors show beside the file. The rules'
// titles are taken from the guide; version is the program's.
func WriteSARIF(w io.Writer, reports []Report, g Guide, version string) error {
	run := sarifRun{Tool: sarifTool{sarifDriver{Name: "delegation-briefing", Version: version, Rules: []sarifRule{}}}, Results: []sarifResult{}}
	used := map[string]bool{}
	for _, r := range reports {
		for _, f := range r.Findings {
			used[f.Rule] = true
			run.Results = append(run.Results, sarifOf(r, f))
		}
	}
	for _, id := range slices.Sorted(maps.Keys(used)) {
		rule := g.Rules[id]
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{
			ID: id, Short: sarifText{rule.Title}, Full: sarifText{strings.TrimSpace(rule.Title + ". " + rule.Why)}, Help: sarifText{rule.Source},
		})
	}
	return writeJSON(w, sarifLog{
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0", Runs: []sarifRun{run},
	})
}

func sarifOf(r Report, f Finding) sarifResult {
	result := sarifResult{
		Rule:    f.Rule,
		Level:   []string{"note", "warning", "error"}[f.Severity],
		Message: sarifText{f.Message},
		Locations: []sarifLocation{{
			Physical: sarifPhysical{Artifact: sarifArtifact{filepath.ToSlash(r.File)}, Region: regionOf(r, f)},
			Logical:  []sarifLogical{{Name: f.At.String(), Kind: "element"}},
		}},
		Properties: sarifProperties{f.Found, f.From, f.To, nil, f.Safe},
	}
	if f.HasInstead {
		result.Properties.Instead = &f.Instead
	}
	return result
}

func regionOf(r Report, f Finding) *sarifRegion {
	line, col := position(r.Source, f)
	if line == 0 {
		return nil
	}
	return &sarifRegion{line, col}
}

// The parts of SARIF 2.1.0 that are written here.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool    sarifTool     `json:"tool"`
		Results []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version,omitempty"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID    string    `json:"id"`
		Short sarifText `json:"shortDescription"`
		Full  sarifText `json:"fullDescription"`
		Help  sarifText `json:"help"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		Rule       string          `json:"ruleId"`
		Level      string          `json:"level"`
		Message    sarifText       `json:"message"`
		Locations  []sarifLocation `json:"locations"`
		Properties sarifProperties `json:"properties"`
	}
	sarifLocation struct {
		Physical sarifPhysical  `json:"physicalLocation"`
		Logical  []sarifLogical `json:"logicalLocations"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifRegion struct {
		Line int `json:"startLine"`
		Col  int `json:"startColumn"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifLogical struct {
		Name string `json:"fullyQualifiedName"`
		Kind string `json:"kind"`
	}
	sarifProperties struct {
		Found   string  `json:"found"`
		From    int     `json:"from"`
		To      int     `json:"to"`
		Instead *string `json:"instead,omitempty"`
		Safe    bool    `json:"safe,omitempty"`
	}
)
