package window

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"delegation-briefing/assets"
	"delegation-briefing/briefing"
	"delegation-briefing/briefing/intake"
)

// TestEveryRemarkOfTheIntakeHasItsWords reads the code of the intake for what
// it remarks.
func TestEveryRemarkOfTheIntakeHasItsWords(t *testing.T) {
	files, err := filepath.Glob("../../briefing/intake/*.go")
	if err != nil || len(files) == 0 {
		t.Fatal("no code to read", err)
	}
	known, seen := remarksInWords(), map[string]bool{}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			for _, said := range remarked(n) {
				seen[said] = true
				if known[said] == "" {
					t.Errorf("%s remarks %q, and the window has no words for it", name, said)
				}
			}
			return true
		})
	}
	for said := range known {
		if !seen[said] {
			t.Errorf("nobody remarks %q", said)
		}
	}
}

// remarked are the sentences that a piece of the intake's code remarks.
func remarked(n ast.Node) (said []string) {
	switch n := n.(type) {
	case *ast.CallExpr:
		if f, ok := n.Fun.(*ast.SelectorExpr); ok && f.Sel.Name == "remark" && len(n.Args) > 2 {
			if words, ok := literal(n.Args[2]); ok {
				said = append(said, words)
			}
		}
	case *ast.ValueSpec:
		if len(n.Names) != 1 || n.Names[0].Name != "missingFact" {
			return nil
		}
		for _, e := range n.Values[0].(*ast.CompositeLit).Elts {
			if words, ok := literal(e.(*ast.KeyValueExpr).Value); ok {
				said = append(said, words)
			}
		}
	}
	return said
}

// TestOfManyRemarksAlikeTheFirstAreTold, and those of other kinds in their places.
func TestOfManyRemarksAlikeTheFirstAreTold(t *testing.T) {
	quiet(t)
	if err := speak(assets.Files, "en"); err != nil {
		t.Fatal(err)
	}
	alike := "No subject was recognised in the paragraph that begins “%s”: it is kept as a topic."
	all := []intake.Remark{{Said: "The text has no headline."}}
	for i := range 960 {
		all = append(all, intake.Remark{Said: alike, With: []any{number(i)}})
	}
	all = append(all, intake.Remark{Said: "The text does not say when the dialogue was held."})
	got := strings.Split(remarksIn(all), "\n")
	want := []string{
		"– The text has no headline.", "– " + fmt.Sprintf(alike, "0"), "– " + fmt.Sprintf(alike, "1"), "– " + fmt.Sprintf(alike, "2"),
		"  and 957 more like these", "– The text does not say when the dialogue was held.",
	}
	if !slices.Equal(got, want) {
		t.Errorf("it is told:\n%s", strings.Join(got, "\n"))
	}
}

// TestAnImportIsSaidInFrench: what could not be told from a text, and what is
// wrong with a file.
func TestAnImportIsSaidInFrench(t *testing.T) {
	quiet(t)
	if err := speak(assets.Files, "fr"); err != nil {
		t.Fatal(err)
	}
	office := briefing.Office{os.DirFS("../../assets")}
	got, err := intake.Read(strings.NewReader("Norland: dialogue\n\nOn 6 March, the European Union and Norland met.\n"), office, "")
	if err != nil || len(got.Remarks) == 0 {
		t.Fatalf("%d remarks, %v", len(got.Remarks), err)
	}
	for _, r := range got.Remarks {
		if said := remarkInWords(r); said == r.String() || strings.Contains(said, "%!") {
			t.Errorf("%q is said as %q", r, said)
		}
	}
	for _, file := range []string{"", "%PDF-1.7", "a\x00b", "{\\rtf1", "\x89PNG"} {
		_, err := intake.Read(strings.NewReader(file), office, "")
		if err == nil {
			t.Fatalf("%q was read", file)
		}
		if said := inWords(err); said == err.Error() {
			t.Errorf("%q is said as %q", file, said)
		}
	}
}
