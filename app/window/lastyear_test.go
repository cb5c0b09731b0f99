package window

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/precedent"
)

// TestObjectionsStandBeforeTheTopics: what was taken over from last year and
// what house style has against it is seen first, and a click leads there.
func TestObjectionsStandBeforeTheTopics(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.at("topics", 1, "text")
	a.typed(" It ended with the the harvest.")
	if err := a.saver.Flush(); err != nil {
		t.Fatal(err)
	}
	a.press("Next statement with this partner")
	a.until("the remark", func() bool {
		for _, f := range a.findings.all {
			if f.At.Section == "topics" && strings.Contains(f.Message, "twice") {
				return true
			}
		}
		return false
	})
	a.press("Last time")
	a.until("the comparison", func() bool { return len(a.lastYear.cards.column.Objects) > 1 })
	shown := a.lastYear.cards.column.Objects
	head, foot := strings.Join(wordsOf(shown[0]), "\n"), strings.Join(wordsOf(shown[len(shown)-1]), "\n")
	for _, want := range []string{"Taken over although house style objects", "It ended with the the harvest."} {
		if !strings.Contains(head, want) {
			t.Errorf("%q is not in\n%s", want, head)
		}
	}
	if want := "Death penalty"; strings.Contains(head, want) || !strings.Contains(foot, want) {
		t.Errorf("%q stands in the way of the topics, or nowhere:\n%s", want, foot)
	}
}

// wordsOf are the words that stand on an object.
func wordsOf(o fyne.CanvasObject) []string {
	switch o := o.(type) {
	case *widget.Label:
		return []string{o.Text}
	case *richText:
		return []string{o.String()}
	case *sideCard:
		return wordsOf(o.body)
	case *fyne.Container:
		var all []string
		for _, o := range o.Objects {
			all = append(all, wordsOf(o)...)
		}
		return all
	}
	return nil
}

func TestComparisonIsExported(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	this := a.draft.Statement()
	last := this.Clone()
	last.SetText(briefing.Place{Section: "topics", Item: 1, Field: "text"}, "The EU noted the weather.")
	name := filepath.Join(t.TempDir(), "paper.pdf")
	c := compared{last: last, this: this, template: a.desk.template}
	c.Comparison = precedent.Compare(last, this, precedent.Ladder{})
	if err := a.writeComparison(name, c); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(name)
	if err != nil || !bytes.HasPrefix(data, []byte("%PDF-")) {
		t.Errorf("%d bytes are no PDF: %v", len(data), err)
	}
}

// TestComparisonIsInTheLanguageOfTheStatement: also what house style objects to,
// whatever the window speaks.
func TestComparisonIsInTheLanguageOfTheStatement(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	this := a.draft.Statement()
	this.SetText(briefing.Place{Section: "topics", Item: 1, Field: "text"}, "It ended with the the harvest.")
	c := compared{last: this.Clone(), this: this, template: a.desk.template}
	for lang, want := range map[string]string{"en": "stands twice", "fr": "deux fois"} {
		c.this.Language = lang
		all, err := a.objectionsOnPaper(c)
		if err != nil {
			t.Fatal(err)
		}
		said := ""
		for _, o := range all {
			for _, r := range o.Remarks {
				said += r.Message + "\n"
			}
		}
		if !strings.Contains(said, want) {
			t.Errorf("in %s it says\n%s", lang, said)
		}
	}
}

// TestTheWholeStatementStandsBesideLastYears: a changed opening is seen before
// the topics, and a topic with other words is not called kept.
func TestTheWholeStatementStandsBesideLastYears(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.press("Next statement with this partner")
	a.at("opening", 0, "text")
	a.typed(" Both sides spoke of the harvest.")
	a.at("topics", 1, "text")
	a.typed(" They spoke of it twice.")
	a.press("Last time")
	var words string
	a.until("the comparison", func() bool {
		words = ""
		for _, o := range a.lastYear.cards.column.Objects {
			words += strings.Join(wordsOf(o), "\n") + "\n"
		}
		return strings.Contains(words, "They spoke of it twice.")
	})
	opening, topics := strings.Index(words, "Opening\n"), strings.Index(words, "They spoke of it twice.")
	if opening < 0 || opening > topics || !strings.Contains(words, "spoke of the harvest") {
		t.Errorf("the opening is not before the topics:\n%s", words)
	}
	if !strings.Contains(words, "reworded") {
		t.Errorf("no topic is called reworded:\n%s", words)
	}
}

// TestLastTimeWaitsForTheList: at the start the statement is there before the
// list, and so is the pane that was looked at last.
func TestLastTimeWaitsForTheList(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.press("Next statement with this partner")
	entries := a.list.all
	a.list.set(nil)
	a.press("Last time")
	if got := strings.Join(wordsOf(a.lastYear.cards.column), " "); !strings.Contains(got, "no earlier statement") {
		t.Fatalf("without a list it says %s", got)
	}
	a.listed(entries, nil)
	a.until("the comparison", func() bool { return len(a.lastYear.cards.column.Objects) > 1 })
}
