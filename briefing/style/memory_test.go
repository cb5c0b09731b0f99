package style_test

import (
	"reflect"
	"strings"
	"testing"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/style"
)

// TestACheckerRemembersNothingWrong types into a statement, strikes words out
// and puts them elsewhere: a checker that follows says what a new one says.
func TestACheckerRemembersNothingWrong(t *testing.T) {
	tmpl, g := template(t), guide(t, "en", "strict")
	known := style.Known{Spelling: spelling(t), Directory: style.Directory{}.With(lastYear(t))}
	checker := style.NewChecker(g)
	s := sample(t)
	at := briefing.Place{Section: "outcome", Field: "text"}
	before, _ := s.Text(at)
	texts := []string{
		before, before + " The EU", before + " The EU charged of the the", "The the. " + before, before,
		"Both sides  discussed on human rights.\n\n" + before + "\n\nBoth sides  discussed on human rights.", "",
	}
	for _, text := range texts {
		s = s.Clone()
		s.SetText(at, text)
		got, want := checker.Check(s, tmpl, known), style.Check(s, tmpl, g, known)
		if !reflect.DeepEqual(got, want) {
			t.Errorf("after %q:\n got %v\nwant %v", text, got, want)
		}
	}
	for what, change := range map[string]func(*briefing.Statement){
		"facts":    func(s *briefing.Statement) { s.Partner, s.Place, s.Date.Year = "Sudland", "", 2031 },
		"language": func(s *briefing.Statement) { s.Language = "fr" },
		"places": func(s *briefing.Statement) {
			opening, _ := s.Text(briefing.Place{Section: "opening", Field: "text"})
			s.SetText(at, opening+"\n\n“Both sides  discussed on human rights.")
		},
	} {
		changed := s.Clone()
		change(&changed)
		got, want := checker.Check(changed, tmpl, known), style.Check(changed, tmpl, g, known)
		if !reflect.DeepEqual(got, want) {
			t.Errorf("with other %s:\n got %v\nwant %v", what, got, want)
		}
	}
}

// BenchmarkCheckAfterAKey checks a brief of 400 topics, some 20,000 words, of
// which one word has changed.
func BenchmarkCheckAfterAKey(b *testing.B) {
	s, tmpl, g := sample(b), template(b), guide(b, "en", "")
	known := style.Known{Spelling: spelling(b)}
	for i := range s.Sections {
		if topics := s.Sections[i].Topics; len(topics) > 0 {
			for n := len(topics); n < 400; n++ {
				one := topics[n%len(topics)]
				one.Text += briefing.Prose(strings.Repeat("\n\nThe EU welcomed the plan for the coast.", n%7))
				s.Sections[i].Topics = append(s.Sections[i].Topics, one)
			}
		}
	}
	at := briefing.Place{Section: "topics", Item: 200, Field: "text"}
	text, _ := s.Text(at)
	checker := style.NewChecker(g)
	checker.Check(s, tmpl, known)
	for i := 0; b.Loop(); i++ {
		s.SetText(at, text+strings.Repeat("a", i%9))
		checker.Check(s, tmpl, known)
	}
}
