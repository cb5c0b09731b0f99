package field_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"delegation-briefing/app/window/field"

	"fyne.io/fyne/v2/test"
)

// TestEmphasis gives emphasis to what is selected, between « and », and takes it
// away: within what has it, across its border, over paragraphs and lists.
func TestEmphasis(t *testing.T) {
	test.NewApp()
	for _, c := range []struct {
		name, text string
		strong     bool
		want       string
	}{
		{"words", "It «raised» fees.", false, "It *«raised»* fees."},
		{"words that have it", "It *«raised»* fees.", false, "It «raised» fees."},
		{"with their signs", "It «*raised*» fees.", false, "It «raised» fees."},
		{"within a phrase", "Click on *«any» word* there and **bold**.", false, "Click on «any» *word* there and **bold**."},
		{"at the end of a phrase", "Click on *any «word»* there.", false, "Click on *any* «word» there."},
		{"across a border", "one *two «three* four» five", false, "one *two «three four»* five"},
		{"blanks outside", "one« two »three", false, "one« *two* »three"},
		{"the other kind", "one **two «three»** four", false, "one **two *«three»*** four"},
		{"both kinds", "one *«two»* three", true, "one ***«two»*** three"},
		{"half of both", "*«one» two*", true, "***«one»** two*"},
		{"and back to one", "***«one»** two*", true, "*«one» two*"},
		{"begun together, the other way", "***«one»* two**", false, "**«one» two**"},
		{"ended together", "one **two *«three»*** four", false, "one **two «three»** four"},
		{"ended together, the other way", "one *two **«three»*** four", true, "one *two «three»* four"},
		{"paragraphs and a list", "«para one\n\npara two\n\n- item one\n- item two»", false, "*«para one*\n\n*para two*\n\n- *item one*\n- *item two»*"},
		{"and back", "*«para one*\n\n- *item one»*", false, "«para one\n\n- item one»"},
		{"a list with its marks", "«- item one\n- item two»", true, "- **«item one**\n- **item two»**"},
		{"a fact", "in «{{place}}» today", true, "in **«{{place}}»** today"},
		{"half a fact", "in {{pl«ace}} to»day", true, "in **«{{place}} to»**day"},
		{"a link", "see «[the law](https://example.org/a_b)» there", false, "see *«[the law](https://example.org/a_b)»* there"},
		{"half a link", "«see [the» law](https://example.org) there", false, "*«see [the law](https://example.org)»* there"},
		{"out of a phrase", "alpha **réel «et mesuré** ici» et là.", false, "alpha **réel *«et mesuré*** *ici»* et là."},
		{"out of a phrase, the other way", "alpha *grand «succès* de» la visite.", true, "alpha *grand **«succès*** **de»** la visite."},
		{"and back again", "alpha *grand **«succès*** **de»** la visite.", true, "alpha *grand «succès* de» la visite."},
		{"into a phrase", "one «two **three» four** five", false, "one *«two **three»*** **four** five"},
		{"the end of a link", "le [the «site](https://example.org)» soir", true, "le **«[the site](https://example.org)»** soir"},
		{"into a link", "voir «le [the si»te](https://example.org) soir", true, "voir **«le [the site](https://example.org)»** soir"},
		{"within a link", "see [the «law»](https://example.org)", false, "see [the *«law»*](https://example.org)"},
		{"an escaped sign", `«5 \* 3»`, false, `*«5 \* 3»*`},
		{"nothing but blanks", "one«  »two", false, "one«  »two"},
	} {
		t.Run(c.name, func(t *testing.T) {
			x := field.New()
			start := strings.Index(c.text, "«")
			end := strings.Index(c.text, "»") - len("«")
			x.SetText(strings.NewReplacer("«", "", "»", "").Replace(c.text))
			x.Select(start, end)
			if c.strong {
				x.Strong()
			} else {
				x.Emphasise()
			}
			start, end = x.Selection()
			got := x.Text()
			if got = got[:start] + "«" + got[start:end] + "»" + got[end:]; got != c.want {
				t.Errorf("became %s\nwant   %s", got, c.want)
			}
		})
	}
}

// FuzzEmphasis begins and ends emphasis anywhere: no word is lost, whatever
// signs stand there already.
func FuzzEmphasis(f *testing.F) {
	for _, text := range []string{"", "It raised *fees* for all.", "**very *clear***", "- one * two", `5 \* 3`, "***both*** here", "a*b**c", "*\n\n**"} {
		f.Add(text, 3, 5, false)
		f.Add(text, 2, 2, true)
	}
	test.NewApp()
	f.Fuzz(func(t *testing.T, text string, start, end int, strong bool) {
		if !utf8.ValidString(text) || strings.ContainsAny(text, "\r\x00") {
			t.Skip("a field holds no such text")
		}
		words := strings.NewReplacer("*", "", "_", "").Replace // emphasis is written with the one, whatever it was
		x := field.New()
		x.SetText(text)
		x.Select(start, end)
		for range 3 {
			if strong {
				x.Strong()
			} else {
				x.Emphasise()
			}
			if got := x.Text(); words(got) != words(text) {
				t.Fatalf("%q became %q", text, got)
			}
		}
	})
}
