package style_test

import (
	"io/fs"
	"testing"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/style"
)

// sample is the statement that comes with the program.
func sample(t testing.TB) briefing.Statement {
	t.Helper()
	f, err := office.Open("samples/2026-03-12-norland-human-rights-dialogue.toml")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s, err := briefing.ReadStatement(f)
	if err != nil {
		t.Fatal(err)
	}
	s.ID = "2026-03-12-norland-human-rights-dialogue"
	return s
}

// What comes with the program is an example, and must be one.
func TestSamplesAreClean(t *testing.T) {
	files, err := fs.Glob(office[0], "samples/*.toml")
	if err != nil || len(files) == 0 {
		t.Fatal("no samples", err)
	}
	for _, file := range files {
		f, err := office.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		s, err := briefing.ReadStatement(f)
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		tmpl, err := office.Template(s.Template)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range style.Check(s, tmpl, guide(t, s.Language, ""), style.Known{Spelling: spelling(t)}) {
			t.Errorf("%s: %s at %s: %q: %s", file, f.Rule, f.At, f.Found, f.Message)
		}
	}
}
