package press_test

import (
	"bytes"
	"testing"

	"delegation-briefing/assets"
	"delegation-briefing/briefing"
	"delegation-briefing/briefing/page"
	"delegation-briefing/briefing/press"
)

// FuzzPrint: any words, in any language, are either refused in words or
// printed, and then a screen reader hears what was printed.
func FuzzPrint(f *testing.F) {
	f.Add("The EU welcomed *the repeal*.\n\n- one\n  - [two](https://example.eu)\n", "Heading", "en", "A & B <c>")
	f.Add("في 12 مارس (EU) 2011/12، لا", "مجتمع", "ar", "x")
	f.Add("[a](lang:fr) [b](javascript:x) a\u00adb\u200bc\u2060d\ufeffe", "\u202e", "zz-!", "\x01")
	f.Add("😀 \ue000 \x00 ﬁ ŉ ǆ e\u0301\u0323 क्षि", "", "", "{{partner}}")
	office := briefing.Office{assets.Files}
	template, err := office.Template("eu-statement")
	if err != nil {
		f.Fatal(err)
	}
	sheet, err := page.FindSheet(office, template.Name)
	if err != nil {
		f.Fatal(err)
	}
	p := press.New()
	f.Fuzz(func(t *testing.T, text, heading, language, name string) {
		s := template.New("fuzz")
		s.Language, s.Partner, s.Marking = language, name, heading
		for i := range s.Sections {
			switch s.Sections[i].Key {
			case "topics":
				s.Sections[i].Topics = []briefing.Topic{{Heading: heading, Text: briefing.Prose(text)}}
			case "contacts":
				s.Sections[i].People = []briefing.Person{{Name: name, Phones: []string{heading}, Email: language}}
			}
		}
		doc, err := compositor().Compose(page.Job{Statement: s, Template: template, Sheet: sheet})
		if err != nil {
			return
		}
		var out bytes.Buffer
		if err := p.WritePDF(&out, doc, press.Info{Author: name, Subject: text, Version: heading}); err != nil {
			return
		}
		_, root := listen(t, out.Bytes())
		checkWords(t, root, doc)
		press.Proof(doc.Pages[0], 0.3)
	})
}
