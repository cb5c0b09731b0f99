package style_test

import (
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

func TestCleanStatementPasses(t *testing.T) {
	for _, f := range style.Check(sample(t), template(t), guide(t, "en", ""), style.Known{Spelling: spelling(t)}) {
		t.Errorf("%s at %s: %q: %s", f.Rule, f.At, f.Found, f.Message)
	}
}
