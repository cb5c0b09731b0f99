package precedent_test

import (
	"strings"
	"testing"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/precedent"
)

// remarkOn is a remark on the first words of that kind in the first topic.
func remarkOn(s briefing.Statement, words string) precedent.Remark {
	at := briefing.Place{Section: "topics", Item: 1, Field: "text"}
	text, _ := s.Text(at)
	start := strings.Index(text, words)
	return precedent.Remark{At: at, Range: briefing.Range{Start: start, End: start + len(words)}, Rule: words, Message: "not " + words}
}

func TestObjectionsAreToWhatWasTakenOver(t *testing.T) {
	last := year(briefing.Topic{Text: "The EU welcomed the the law. The EU noted the plan."})
	this := year(briefing.Topic{Text: "The EU welcomed the the law. The EU noted the new plan. It begun well. A word was confirmed."})
	this.Carried = briefing.Lines{"It begun well."}
	got := ""
	for _, o := range precedent.Objections(last, this, []precedent.Remark{
		remarkOn(this, "the the"), remarkOn(this, "new plan"), remarkOn(this, "begun"), remarkOn(this, "confirmed"),
		{At: briefing.Place{Section: "topics", Item: 2, Field: "text"}, Range: briefing.Range{Start: 0, End: 20}},
	}) {
		got += o.Text
		for _, r := range o.Remarks {
			got += " (" + r.Message + ") "
		}
	}
	if want := "The EU welcomed the the law. (not the the) It begun well. (not begun) "; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
