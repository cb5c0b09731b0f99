package intake_test

import (
	"errors"
	"html"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/intake"
)

// TestPaste: what browsers, mail programs and Word put on the clipboard.
func TestPaste(t *testing.T) {
	tests := []struct{ name, page, want string }{
		{"plain text", "The EU *met* Norland.\n\nTwice.", "The EU \\*met\\* Norland.\n\nTwice."},
		{"paragraphs", "<p>The EU met\n Norland.</p><p>&nbsp;</p><div>Twice.</div>", "The EU met Norland.\n\nTwice."},
		{"emphasis", "The <b>EU</b> <i>met </i><strong><em>Norland</em></strong>.", "The **EU** *met* ***Norland***."},
		{"emphasis by style", `<span style="font-weight: bold">The EU</span> met <span style="FONT-STYLE:italic">Norland</span>`, "**The EU** met *Norland*"},
		{"Word's emphasis", `<p class=MsoNormal>They met <b style='mso-bidi-font-weight:normal'>at once</b>; <i style='mso-bidi-font-style:normal'>The Norland Post</i> wrote <b style='mso-bidi-font-weight: bold; font-weight: normal'>so</b>.</p>`,
			"They met **at once**; *The Norland Post* wrote so."},
		{"looks that cannot be written", "anti<b>-EU</b>talk", "anti-EUtalk"},
		{"signs", "<p>1 * 2 * 3 [sic] {{partner}} _x_ \\</p>", `1 * 2 * 3 [sic] \{{partner}} \_x\_ \\`},
		{"links", `<a href="https://norland.example/a_(b)">Norland</a> <a href="mailto:a@b.example">write</a> <a href="javascript:alert(1)">trap</a>`,
			"[Norland](https://norland.example/a_%28b%29) [write](mailto:a@b.example) trap"},
		{"lists", "<p>Such as:</p><ul><li>one</li><li><p>two</p><ul><li>deeper</li></ul></li></ul><p>End.</p>", "Such as:\n\n- one\n- two\n  - deeper\n\nEnd."},
		{"numbers", "<p>They agreed:</p><ol><li>One</li><li><p>Two</p></li></ol><p>End.</p>", "They agreed:\n\n1. One\n\n2. Two\n\nEnd."},
		{"numbers that begin later", "<ol start=4><li>One<li value=9>Two<li>Three</ol>", "4. One\n\n9. Two\n\n10. Three"},
		{"letters", "<ol type=a start=26><li>One<li>Two</ol><ol type=A><li>One</ol><ol style='list-style-type: lower-roman' start=4><li>One<li>Two</ol>", "z. One\n\naa. Two\n\nA. One\n\niv. One\n\nv. Two"},
		{"no letters so far", "<ol type=a start=0><li>One</ol><ol type=i start=5000><li>Two</ol><ol start=-1><li>Three</ol><ol start=many><li>Four</ol>", "0. One\n\n5000. Two\n\n\\-1. Three\n\n1. Four"},
		{"numbers that do not show", "<ol style='list-style-type:none'><li>One</ol>", "One"},
		{"bullets under a number", "<ol><li>One<ul><li>a</li><li>b</li></ul></li><li>Two</li></ol>", "1. One\n\n- a\n- b\n\n2. Two"},
		{"numbers under a bullet", "<ul><li>one<ol><li>a</li><li>b</li></ol></li><li>two</li></ul>", "- one\n  - 1. a\n  - 2. b\n- two"},
		{"numbers under a number", "<ol><li>One<ol type=a><li>x</ol><li>Two</ol>", "1. One\n\na. x\n\n2. Two"},
		{"a number without words", "<ol><li></li></ol><p>End.</p>", "End."},
		{"lists without end", strings.Repeat("<ul><li>", 3000) + "deep", strings.Repeat("  ", 8) + "- deep"},
		{"line breaks", "<p>Ilse Marchetti<br>Spokesperson<br/>+32 2 555 01 40<br><br>Henrik</p>", "Ilse Marchetti\\\nSpokesperson\\\n\\+32 2 555 01 40\n\nHenrik"},
		{"headings", "<h2>Torture</h2><p>The EU met Norland.</p>", "**Torture**\n\nThe EU met Norland."},
		{"what nobody reads", `<style>p{}</style><script>if (a<b) {}</script><nav>Home</nav><p hidden>secret</p><p style="display: none">secret</p><p>The EU.<!-- note --></p>`, "The EU."},
		{"what shows to nobody", `<p aria-hidden="true">secret</p><template><p>secret</p></template><noscript><p>secret</p></noscript><p aria-hidden=false>The <span aria-hidden=TRUE>#</span>EU.</p>`, "The EU."},
		{"a hidden paragraph without its end", `<p hidden>secret <b>too<p>The EU.<div>Norland.</div>`, "The EU.\n\nNorland."},
		{"places where words may be parted", "<p>inde&shy;pend\u00ADence</p><p>&shy;</p>", "independence"},
		{"Windows clipboard", "Version:0.9\r\nStartHTML:00000097\r\nEndHTML:00000180\r\n<html><body><!--StartFragment-->The EU.<!--EndFragment--></body></html>", "The EU."},
		{"Word's list", "<p class=MsoListParagraphCxSpFirst style='margin-left:36pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span style='font:7.0pt'>&nbsp;&nbsp; </span></span><![endif]>one</p>" +
			"<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span>&nbsp;</span></span>two<o:p></o:p></p>", "- one\n  - two"},
		{"Word's numbers", "<p style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span>The EU met Norland.</p>", "1. The EU met Norland."},
		{"Word's letters", "<p style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>(a)<span>&nbsp;&nbsp;</span></span>The EU</p><p style='mso-list:l1 level2 lfo2'><span style='mso-list:Ignore'>1.1<span>&nbsp;</span></span>Norland</p>", "(a) The EU\n\n1.1 Norland"},
		{"Word's struck words", "<p class=MsoNormal>The EU <ins cite='mailto:a'><span class=msoIns>welcomed</span></ins><del cite='mailto:a'><span class=msoDel>deplored</span></del> the <span class=msoDel>old </span>law.</p>", "The EU welcomed the law."},
		{"Word's comments", "<p class=MsoNormal>They agreed on <a style='mso-comment-reference:AB_1;mso-comment-date:20260306T1010'>a visit</a><span class=MsoCommentReference><span style='font-size:8.0pt'><a class=msocomanchor id=\"_anchor_1\" href=\"#_msocom_1\">[AB1]</a><span style='mso-special-character:comment'>&nbsp;</span></span></span>.</p>" +
			"<div style='mso-element:comment-list'><hr><div style='mso-element:comment'><div id=\"_com_1\" class=msocomtxt><p class=MsoCommentText>Not before May!</p></div></div></div><p class=MsoNormal>They parted.</p>", "They agreed on a visit.\n\nThey parted."},
		{"comments without their list", "<p class=MsoNormal>They agreed.</p><p class=MsoCommentText>Not before May!</p>", "They agreed."},
		{"Word's footnotes", noted, "They met in good faith.\n\nThey parted."},
		{"footnotes of a filtered page", "<p class=MsoNormal>They met.<a href='#_ftn1' name='_ftnref1'><span class=MsoFootnoteReference><span style='font-size:11pt'>[1]</span></span></a></p><div id=ftn1><p class=MsoFootnoteText><a href='#_ftnref1'><span class=MsoFootnoteReference>[1]</span></a> In Aldvik.</p></div>", "They met."},
		{"an editor in the web", `<b style="font-weight:normal;" id="docs-internal-guid"><p><span style="font-weight:700">The EU</span><span style="font-weight:400"> met.</span></p></b>`, "**The EU** met."},
		{"a phrase", " hello <b>there</b> ", " hello **there** "},
		{"a phrase of a browser", "<html>\r\n<body>\r\n<!--StartFragment--><span style='color:red'>hello </span><!--EndFragment-->\r\n</body>\r\n</html>", "hello "},
		{"a phrase whose space is held", "<meta charset=utf-8><span>hello<span class=Apple-converted-space>&nbsp;</span></span>", "hello "},
		{"a phrase of Word's", "<html><body lang=EN-GB>\n<p class=MsoNormal><!--StartFragment--><span lang=EN-GB> in good\nfaith\n</span><!--EndFragment--><o:p></o:p></p>\n</body></html>", " in good faith "},
		{"a phrase on lines of its own", "<!--StartFragment-->\n<i>hello</i>\n<!--EndFragment-->\n", "*hello*"},
		{"a paragraph's ends", "<!--StartFragment--> <p> hello <b>there</b> </p> <!--EndFragment-->", "hello **there**"},
		{"lines", " Ilse Marchetti<br>Spokesperson ", "Ilse Marchetti\\\nSpokesperson"},
		{"a space alone", "<span> </span>", ""},
		{"table", "<table><tr><td>Ilse</td><td>Spokesperson</td></tr></table>", "Ilse\n\nSpokesperson"},
		{"unclosed tags", "<p>The <b>EU<p>met", "The **EU**\n\nmet"},
		{"preformatted", "<pre>The EU\nmet.\n\nTwice.</pre>", "The EU\\\nmet.\n\nTwice."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, notes, err := intake.HTML(strings.NewReader(test.page))
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
			if want := strings.Contains(test.page, "Footnote") || strings.Contains(test.page, "footnote"); notes != want {
				t.Errorf("notes are told of: %v, want %v", notes, want)
			}
		})
	}
}

// TestLinks: a link leads where its words say, whoever it was sent through.
func TestLinks(t *testing.T) {
	tests := []struct{ name, link, want string }{
		{"underscores", "https://norland.example/press_room/a_b_", "https://norland.example/press_room/a_b_"},
		{"Google", "https://www.google.com/url?q=https://norland.example/a%3Fid%3D5&sa=D&usg=x", "https://norland.example/a?id=5"},
		{"Google's older ones", "https://www.google.com/url?sa=t&url=https%3A%2F%2Fnorland.example%2F", "https://norland.example/"},
		{"Outlook", "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fnorland.example%2Fa%3Fb%3Dc&data=05%7C01&reserved=0", "https://norland.example/a?b=c"},
		{"Google in Outlook", "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%253A%252F%252Fnorland.example%252F%253Futm_source%253Dmail&data=0", "https://norland.example/"},
		{"a trap behind Google", "https://www.google.com/url?q=javascript:alert(1)", "https://www.google.com/url?q=javascript:alert%281%29"},
		{"what cannot be read behind Google", "https://www.google.com/url?q=https:%80", "https://www.google.com/url?q=https:%80"},
		{"another page of Google's", "https://www.google.com/search?q=https://norland.example/", "https://www.google.com/search?q=https://norland.example/"},
		{"another's page of that name", "https://norland.example/url?q=https://aldvik.example/", "https://norland.example/url?q=https://aldvik.example/"},
		{"who came by which mail", "https://norland.example/?utm_source=mail&b=%7E+1&UTM_Medium=x&a=2;3&fbclid=4&gclid=5&mc_cid=6&mc_eid=7&c#top", "https://norland.example/?b=%7E+1&a=2;3&c#top"},
		{"nothing else in the query", "https://norland.example/a?utm_source=mail", "https://norland.example/a"},
		{"a mail", "mailto:press@norland.example?subject=utm_source", "mailto:press@norland.example?subject=utm_source"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, _, err := intake.HTML(strings.NewReader(`<a href="` + html.EscapeString(test.link) + `">Norland</a>`))
			if want := "[Norland](" + test.want + ")"; err != nil || string(got) != want {
				t.Errorf("got\n%s\nwant\n%s, %v", got, want, err)
			}
			s := briefing.Statement{Sections: []briefing.Section{{Key: "opening", Text: got}}}
			if span := s.Blocks(briefing.Place{Section: "opening", Field: "text"})[0].Spans[0]; span.Link != test.want {
				t.Errorf("the prose leads to %s", span.Link)
			}
		})
	}
}

// noted is a text of Word's with a footnote.
const noted = "<p class=MsoNormal>They met in good faith.<a style='mso-footnote-id:ftn1' href=\"#_ftn1\" name=\"_ftnref1\" title=\"\"><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]>[1]<![endif]></span></span></a></p><p class=MsoNormal>They parted.</p>" +
	"<div style='mso-element:footnote-list'><br clear=all><hr><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href=\"#_ftnref1\">[1]</a> In Aldvik.</p></div></div>"

// TestNotesLeftOut: who imports a page is told that its notes did not come in.
func TestNotesLeftOut(t *testing.T) {
	for _, test := range []struct {
		name, page string
		left       bool
	}{
		{"notes", noted, true},
		{"no notes", "<p>They met in good faith.</p>", false},
		{"comments", "<p>They met.<a class=msocomanchor>[AB1]</a></p><div style='mso-element:comment-list'>No!</div>", false},
	} {
		got := read(t, "<html><body>"+test.page+"</body></html>", "")
		left := slices.ContainsFunc(got.Remarks, func(r intake.Remark) bool { return r.Kind == intake.Left })
		if left != test.left || strings.Contains(printed(t, got.Statement, ""), "[1]") {
			t.Errorf("%s: remarks %q on %q", test.name, got.Remarks, printed(t, got.Statement, ""))
		}
	}
}

// TestPage: a saved page is laid out like the text it shows.
func TestPage(t *testing.T) {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html><html><head><meta charset=utf-8><title>Not this</title><body><nav><a href=/>Home</a></nav><main>")
	for paragraph := range strings.SplitSeq(norland, "\n\n") {
		lines := strings.ReplaceAll(strings.TrimSpace(paragraph), "\n", "<br>")
		b.WriteString("<p>" + strings.ReplaceAll(lines, "• ", "• ") + "</p>")
	}
	b.WriteString("</main><footer>Imprint</footer></body></html>")
	got, want := read(t, b.String(), "").Statement, read(t, norland, "").Statement
	for _, at := range want.Places() {
		if a, b := strings.Fields(got.Plain(at)), strings.Fields(want.Plain(at)); strings.Join(a, " ") != strings.Join(b, " ") {
			t.Errorf("%s: %q, want %q", at, a, b)
		}
	}
}

// TestCountedListStaysTogether: what a colon announced is one topic, and the
// counted paragraphs of a communiqué are not.
func TestCountedListStaysTogether(t *testing.T) {
	held := "<html><body><p>The EU and Norland held their 7th Human Rights Dialogue in Aldvik on 6 March 2026.</p>"
	for _, test := range []struct{ name, page, want string }{
		{"announced", "<p>The EU asked for an end of torture:</p><ol><li>in law;<li>in prisons;<li>in words.</ol>", "The EU asked for an end of torture:\n\n1. in law;\n\n2. in prisons;\n\n3. in words."},
		{"not announced", "<ol><li>The EU spoke of torture.<li>It spoke of exile:<li>It spoke of death.<li>It spoke of herrings.</ol>", "1. The EU spoke of torture.|2. It spoke of exile:\n\n3. It spoke of death.|4. It spoke of herrings."},
	} {
		s, got := read(t, held+test.page, "eu-statement").Statement, []string{}
		for _, topic := range s.Section("topics").Topics {
			got = append(got, string(topic.Text))
		}
		if strings.Join(got, "|") != test.want {
			t.Errorf("%s: got\n%s", test.name, strings.Join(got, "|"))
		}
	}
}

func TestPageCharset(t *testing.T) {
	page := "<html><head><meta charset=\"windows-1251\"></head><body><p>\xc4\xe8\xe0\xeb\xee\xe3 \xef\xee \xef\xf0\xe0\xe2\xe0\xec.</p></body></html>"
	if s := read(t, page, "").Statement; !strings.Contains(printed(t, s, ""), "Диалог по правам.") {
		t.Errorf("it reads %q", printed(t, s, ""))
	}
}

func TestPageWithoutWords(t *testing.T) {
	_, err := intake.Read(strings.NewReader("<!DOCTYPE html><html><body><script>x</script></body></html>"), office(t), "")
	var inFile *briefing.FileError
	if !errors.As(err, &inFile) {
		t.Errorf("error %v", err)
	}
}

// TestHostileHTML: pages made to keep a reader busy.
func TestHostileHTML(t *testing.T) {
	for name, page := range map[string]string{
		"nested":     strings.Repeat("<b><i><a href=x><ul><li>", 100_000) + "end",
		"one tag":    "<p " + strings.Repeat("a=b ", 500_000) + ">end",
		"attributes": strings.Repeat(`<p style="`+strings.Repeat("x:y;", 1000)+`">end`, 100),
		"comment":    "<!--" + strings.Repeat("-", 1_000_000) + "><p>end",
		"entities":   strings.Repeat("&lt;&#x41;&bogus;", 100_000) + " end",
	} {
		got, _, err := intake.HTML(strings.NewReader(page))
		if err == nil && !strings.HasSuffix(string(got), "end") && name != "comment" {
			t.Errorf("%s: it ends with %.20q", name, got[max(0, len(got)-20):])
		}
	}
}

func FuzzHTML(f *testing.F) {
	f.Add("<p>The <b>EU</b> *met*<br><ul><li>Norland <a href='https://x.example/(a)'>x</a></ul>")
	f.Add("<p style='mso-list:l0 level1'><span style='mso-list:Ignore'>1.</span>a</p><pre>a\nb</pre>")
	f.Add(strings.Repeat("<ul><li>word", 30))
	f.Add("<p>a<del>b<p class=msoDel>c</del><span class=MsoCommentReference>d<a style='mso-footnote-id:x'>e</p>f")
	f.Add("<ol start=-9 type=i><li>a<ol><li value=99999999999999999999>b</ol><ul><ol type=a><li>c")
	f.Add("<a href='https://www.google.com/url?q=https://a.safelinks.protection.outlook.com/?url=%6Aavascript:x&utm_=_)'>a</a>")
	f.Add("<main><h1>a</h1><hr hidden>b</main>c")
	f.Fuzz(func(t *testing.T, page string) {
		got, _, err := intake.HTML(strings.NewReader(page))
		if err != nil {
			return
		}
		if !utf8.ValidString(string(got)) {
			t.Errorf("%q is not UTF-8", got)
		}
		s := briefing.Statement{Sections: []briefing.Section{{Key: "opening", Text: got}}}
		for _, b := range s.Blocks(briefing.Place{Section: "opening", Field: "text"}) {
			for _, sp := range b.Spans {
				if strings.HasPrefix(strings.ToLower(sp.Link), "javascript:") || sp.Gap {
					t.Errorf("%q has a trap", got)
				}
			}
		}
	})
}
