package window

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/language"

	"delegation-briefing/briefing"
)

// TestEverySentenceIsInEveryLanguage reads the code for what is said, and the
// message files for how.
func TestEverySentenceIsInEveryLanguage(t *testing.T) {
	said := sentences(t)
	for _, file := range messageFiles(t) {
		messages := readFile(t, file)
		for _, key := range slices.Sorted(maps.Keys(said)) {
			m, ok := messages[key]
			switch {
			case !ok:
				t.Errorf("%s: %q is missing, said at %s", file, key, said[key].at)
			case said[key].plural && m["other"] == "":
				t.Errorf("%s: %q counts things and needs its plural forms", file, key)
			case !said[key].plural && len(m) > 1:
				t.Errorf("%s: %q counts nothing and has plural forms", file, key)
			}
		}
		for _, key := range slices.Sorted(maps.Keys(messages)) {
			if _, ok := said[key]; !ok {
				t.Errorf("%s: %q is said nowhere", file, key)
			}
			for form, words := range messages[key] {
				if words == "" {
					t.Errorf("%s: %q is empty in the form %q", file, key, form)
				}
				if got, want := verbs(words), verbs(key); got != want {
					t.Errorf("%s: %q takes %s and not %s", file, key, got, want)
				}
			}
		}
	}
}

// sentence is what the code says somewhere.
type sentence struct {
	at     token.Position
	plural bool
}

// sentences finds the literals handed to L and N.
func sentences(t *testing.T) map[string]sentence {
	t.Helper()
	said := map[string]sentence{}
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) == 0 {
		t.Fatal("no code to read", err)
	}
	positions := token.NewFileSet()
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(positions, name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) == 0 {
				return true
			}
			f, ok := call.Fun.(*ast.Ident)
			if !ok || f.Name != "L" && f.Name != "N" {
				return true
			}
			at := positions.Position(call.Pos())
			if words, ok := literal(call.Args[0]); ok {
				said[words] = sentence{at, f.Name == "N"}
				return true
			}
			t.Errorf("%s: %s is given no literal, so nobody can translate it", at, f.Name)
			return true
		})
	}
	return said
}

func literal(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		if e.Kind == token.STRING {
			s, err := strconv.Unquote(e.Value)
			return s, err == nil
		}
	case *ast.BinaryExpr:
		left, ok := literal(e.X)
		right, ok2 := literal(e.Y)
		return left + right, ok && ok2
	}
	return "", false
}

// verbs are the places in a sentence where something is filled in.
func verbs(words string) string {
	found := verb.FindAllString(words, -1)
	for i, v := range found {
		found[i] = "%" + v[len(v)-1:]
	}
	slices.Sort(found)
	return strings.Join(found, "")
}

var verb = regexp.MustCompile(`%(?:\[\d+\])?[sdqv]`)

func messageFiles(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("../../assets/lang/*.json")
	if err != nil || len(files) < 2 {
		t.Fatalf("message files %v, %v", files, err)
	}
	return files
}

// readFile reads each message as its forms; one without plurals is "other".
func readFile(t *testing.T, name string) map[string]map[string]string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var raw map[string]any
	if err := json.Unmarshal(data, &raw); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	messages := map[string]map[string]string{}
	for key, m := range raw {
		switch m := m.(type) {
		case string:
			messages[key] = map[string]string{"other": m}
		case map[string]any:
			messages[key] = map[string]string{}
			for form, words := range m {
				messages[key][form], _ = words.(string)
			}
		}
	}
	return messages
}

func TestSpeaking(t *testing.T) {
	quiet(t)
	files := fstest.MapFS{
		"lang/en.json": {Data: []byte(`{"Saved": "Saved", "pages": {"one": "{{.Count}} page", "other": "{{.Count}} pages"}}`)},
		"lang/fr.json": {Data: []byte(`{"Saved": "Enregistré", "%s of %s": "%[2]s : %[1]s", "pages": {"one": "{{.Count}} page", "many": "{{.Count}} pages", "other": "{{.Count}} pages"}}`)},
		"lang/pl.json": {Data: []byte(`{"Saved": "Zapisano", "pages": {"one": "{{.Count}} strona", "few": "{{.Count}} strony", "many": "{{.Count}} stron", "other": "{{.Count}} strony"}}`)},
	}
	for _, c := range []struct{ language, say, want string }{
		{"en", "Saved", "Saved"},
		{"fr", "Saved", "Enregistré"},
		{"fr-BE", "Saved", "Enregistré"},
		{"pt", "Saved", "Saved"},
		{"fr", "Not translated", "Not translated"},
		{"en", "1 pages", "1 page"},
		{"en", "0 pages", "0 pages"},
		{"fr", "0 pages", "0 page"},
		{"pl", "3 pages", "3 strony"},
		{"pl", "5 pages", "5 stron"},
		{"en", "12345 pages", "12,345 pages"},
	} {
		if err := speak(files, c.language); err != nil {
			t.Fatal(err)
		}
		if got := sayIt(c.say); got != c.want {
			t.Errorf("%s in %s: %q, want %q", c.say, c.language, got, c.want)
		}
	}
	if err := speak(files, "fr"); err != nil {
		t.Fatal(err)
	}
	if got := L("%s of %s", "a", "b"); got != "b : a" {
		t.Errorf("another order of words: %q", got)
	}
	if got := day(briefing.Date{Year: 2026, Month: 3, Day: 6}); got != "6 mars 2026" {
		t.Errorf("a day in French: %q", got)
	}
	if got := languages(files); got["fr"] != "Français" || got["pl"] != "Polski" {
		t.Errorf("languages %v", got)
	}
}

func TestABadMessageFileIsNamed(t *testing.T) {
	quiet(t)
	err := speak(fstest.MapFS{"lang/xx.json": {Data: []byte("{")}}, "xx")
	if err == nil || !strings.Contains(err.Error(), "lang/xx.json") {
		t.Errorf("the error is %v", err)
	}
	if spoken.tag != language.English {
		t.Error("the language changed all the same")
	}
}

// quiet puts the language back after a test.
func quiet(t *testing.T) {
	before := spoken
	t.Cleanup(func() { spoken = before })
}

func sayIt(what string) string {
	if n, things, ok := strings.Cut(what, " "); ok {
		if count, err := strconv.Atoi(n); err == nil {
			return N(things, count)
		}
	}
	return L(what)
}

// TestFrenchSignsStayWithTheirWords: before the tall signs and within
// guillemets stands a space that no line is broken at.
func TestFrenchSignsStayWithTheirWords(t *testing.T) {
	loose := regexp.MustCompile(` [:;!?»]|« `)
	for key, forms := range readFile(t, filepath.Join("..", "..", "assets", "lang", "fr.json")) {
		for _, said := range forms {
			if at := loose.FindString(said); at != "" {
				t.Errorf("%q: %q in %q", key, at, said)
			}
		}
	}
	for _, file := range []string{"help/fr.md", "style/messages-fr.toml"} {
		text, err := os.ReadFile(filepath.Join("..", "..", "assets", filepath.FromSlash(file)))
		if err != nil {
			t.Fatal(err)
		}
		if at := loose.FindIndex(text); at != nil {
			t.Errorf("%s: %q", file, text[max(0, at[0]-10):min(len(text), at[1]+10)])
		}
	}
}
