package intake_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/intake"
)

const norland = `Norland: 7th Human Rights Dialogue with the EU takes place in Aldvik

Aldvik, 13/03/2026 - 12:30, UNIQUE ID: 260313_4
Press releases

On 12 March 2026, the European Union and the Kingdom of Norland held their seventh Human Rights Dialogue in Aldvik. The exchange took place in an open and constructive atmosphere.

The EU delegation was headed by Ms Ada Lundqvist-Moreau, Head of the Northern Seas Division of the European External Action Service. The delegation of Norland was headed by Mr Torvald Essen, Deputy Minister for Legal Affairs.

The EU welcomed the end of the licence fee for civil society organisations. It encouraged Norland to publish the register of associations:
• in the courts of the islands;
• in the Sunn language.

The EU expressed concern about torture and about conditions of detention in the prison of Strandholm.

The EU raised several individual cases and handed over a list of names.

Before the dialogue, the EU met with representatives of eleven NGOs from Aldvik.

The EU thanked Norland for its support in the UN Human Rights Council and welcomed its invitation to all special procedures.

Both sides agreed to continue their work at expert level and will take stock of it in the autumn.

The next dialogue will be held in Brussels in 2027.

Press contacts
Ilse Marchetti
Spokesperson for Foreign Affairs
+32 2 555 01 40
+32 455 50 01 40
ilse.marchetti@press.example

Henrik DUVAL
Press Officer
Delegation to Norland
+99 1 555 01 77
`

func TestStatement(t *testing.T) {
	got := read(t, norland, "")
	s := got.Statement
	for _, test := range []struct{ at, want string }{
		{"/0/template", "eu-statement"}, {"/0/language", "en"}, {"/0/kind", "Human Rights Dialogue"},
		{"/0/partner", "Norland"}, {"/0/edition", "7"}, {"/0/date", "2026-03-12"}, {"/0/place", "Aldvik"},
		{"/0/reference", "260313_4"}, {"/0/status", "draft"},
		{"headline/0/text", "Norland: 7th Human Rights Dialogue with the EU takes place in Aldvik"},
		{"heads/0/text", "The EU delegation was headed by Ms {{name 1}}, {{post 1}} of the {{service 1}}. The delegation of Norland was headed by Mr {{name 2}}, {{post 2}}."},
		{"heads/1/side", "EU"}, {"heads/1/name", "Ada Lundqvist-Moreau"}, {"heads/1/post", "Head of the Northern Seas Division"},
		{"heads/1/service", "European External Action Service"},
		{"heads/2/side", "Norland"}, {"heads/2/name", "Torvald Essen"}, {"heads/2/post", "Deputy Minister for Legal Affairs"},
		{"topics/1/subject", "civil-society"}, {"topics/1/heading", "Civil society"}, {"topics/2/subject", "torture"},
		{"cases/0/text", "The EU raised several individual cases and handed over a list of names."},
		{"civil_society/0/text", "Before the dialogue, the EU met with representatives of eleven NGOs from Aldvik."},
		{"next/0/text", "The next dialogue will be held in Brussels in 2027."},
		{"contacts/0/text", ""}, // the template prints this heading
		{"contacts/1/name", "Ilse Marchetti"}, {"contacts/1/post", "Spokesperson for Foreign Affairs"},
		{"contacts/1/phones", "+32 2 555 01 40\n+32 455 50 01 40"}, {"contacts/1/email", "ilse.marchetti@press.example"},
		{"contacts/2/name", "Henrik DUVAL"}, {"contacts/2/post", "Press Officer"}, {"contacts/2/service", "Delegation to Norland"},
		{"contacts/2/phones", "+99 1 555 01 77"},
	} {
		at, err := briefing.ParsePlace(test.at)
		if err != nil {
			t.Fatal(err)
		}
		if text, ok := s.Text(at); !ok || text != test.want {
			t.Errorf("%s: %q, want %q", test.at, text, test.want)
		}
	}
	topic := s.Section("topics").Topics[0].Text
	if !strings.HasSuffix(string(topic), ":\n\n- in the courts of the islands;\n- in the Sunn language.") {
		t.Errorf("the list reads %q", topic)
	}
	for _, r := range got.Remarks {
		if r.Kind != intake.Moved {
			t.Errorf("needless remark: %s at %s", r, r.At)
		}
	}
	missing, doubled := lost(words(norland), words(printed(t, s, norland)))
	if len(missing)+len(doubled) > 0 {
		t.Errorf("lost %q, doubled %q", missing, doubled)
	}
}

// TestSeed: the first statement of the archive comes in without a flaw.
func TestSeed(t *testing.T) {
	text, ok := realTexts(t)["000_fdb532be35ca494a.txt"]
	if !ok {
		t.Skip("not here")
	}
	got := read(t, text, "")
	s := got.Statement
	people := func(key string) int { return len(s.Section(key).People) }
	if n := len(s.Section("topics").Topics); n != 6 || s.Section("multilateral").Text.Blank() || s.Section("outcome").Text.Blank() {
		t.Errorf("%d topics, multilateral and outcome %v", n, s.Sections)
	}
	if s.Edition != 16 || s.Date != (briefing.Date{Month: 3, Day: 6}) || people("heads") != 2 || people("contacts") != 2 {
		t.Errorf("edition %d, date %v, %d heads, %d contacts", s.Edition, s.Date, people("heads"), people("contacts"))
	}
	for _, p := range s.Section("contacts").People {
		if p.Name == "" || p.Post == "" || len(p.Phones) != 2 {
			t.Errorf("contact %+v", p)
		}
	}
	if len(got.Remarks) != 1 || got.Remarks[0].Kind != intake.Missing || got.Remarks[0].At.Field != "date" {
		t.Errorf("remarks %v, want one on the year", got.Remarks)
	}
}

func TestFacts(t *testing.T) {
	tests := []struct{ text, facts string }{
		{"The EU and Norland held their eleventh round of the Human Rights Dialogue in Aldvik on 30 November and 1 December 2015.", "en Norland 11 2015-11-30 2015-12-01 Aldvik "},
		{"On 9-10 March 2023 the European Union and the Republic of Norland held the XII High-Level Dialogue on Human Rights by videoconference.", "en Norland 12 2023-03-09 2023-03-10  by videoconference"},
		{"On June 21st, 2018, Norland and the European Union held their twenty-first Human Rights Dialogue in Aldvik.", "en Norland 21 2018-06-21  Aldvik "},
		{"Le 1er août 2024, l’Union européenne et le Royaume de Norlande ont tenu à Aldvik la 3e session du dialogue sur les droits de l’homme.", "fr Norlande 3 2024-08-01  Aldvik "},
		{"El 25 de junio de 2024, la Unión Europea y Norlandia celebraron en Aldvik la sexta edición del Diálogo sobre Derechos Humanos.", "es Norlandia 6 2024-06-25  Aldvik "},
		{"Ocorreu em Aldvik, no dia 5 de julho de 2024, o XII Diálogo sobre Direitos Humanos entre a Norlândia e a União Europeia.", "pt Norlândia 12 2024-07-05  Aldvik "},
		{"Am 6. März 2024 fand in Aldvik der dritte Menschenrechtsdialog der Europäischen Union mit Norland statt, und die Stimmung war gut.", "de Norland 3 2024-03-06  Aldvik "},
		{"21 июня 2018 года в Aldvik состоялся десятый раунд Диалога по правам человека между ЕС и Норландией.", "ru Норландией 10 2018-06-21  Aldvik "},
	}
	for _, test := range tests {
		s := read(t, test.text, "").Statement
		got := fmt.Sprint(s.Language, " ", s.Partner, " ", s.Edition, " ", s.Date, " ", s.EndDate, " ", s.Place, " ", s.Mode)
		if got != test.facts {
			t.Errorf("%q:\n got %q\nwant %q", test.text, got, test.facts)
		}
	}
}

// TestPartnerInCapitals: a headline in capitals does not say how the partner is
// written.
func TestPartnerInCapitals(t *testing.T) {
	held := "The EU and the Kingdom of Norland held their eighth Human Rights Dialogue in Aldvik on 11 March 2027."
	tests := []struct{ name, headline, text, want string }{
		{"a name", "NORLAND: EIGHTH HUMAN RIGHTS DIALOGUE WITH THE EU", held, "Norland"},
		{"more words behind it", "EU-NORLAND HUMAN RIGHTS DIALOGUE", held, "Norland"},
		{"the long form", "KINGDOM OF NORLAND: EIGHTH HUMAN RIGHTS DIALOGUE", held, "Norland"},
		{"not in the text", "NORLAND: EIGHTH HUMAN RIGHTS DIALOGUE WITH THE EU", "The two sides held their eighth Human Rights Dialogue in Aldvik on 11 March 2027.", "NORLAND"},
		{"an abbreviation", "SND: EIGHTH HUMAN RIGHTS DIALOGUE WITH THE EU", "The Snd of the world and the two sides held their eighth Human Rights Dialogue in Aldvik.", "SND"},
	}
	for _, test := range tests {
		if got := read(t, test.headline+"\n\nAldvik, 11 March 2027\n\n"+test.text, "").Statement.Partner; got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestRemarks(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"no year", "The EU and Norland held their 7th Human Rights Dialogue in Aldvik on 6 March.", "missing /0/date"},
		{"year of the release", "EU-Norland Human Rights Dialogue\n\n10.03.2023\n\nThe EU and Norland held their 7th Human Rights Dialogue in Aldvik on 6 March.", "guessed /0/date"},
		{"no number", "The EU and Norland held a Human Rights Dialogue in Aldvik on 6 March 2026.", "missing /0/edition"},
		{"two numbers", "8th EU-Norland Human Rights Dialogue\n\nThe EU and Norland held their 7th Human Rights Dialogue in Aldvik on 6 March 2026.", "guessed /0/edition"},
		{"unknown subject", "The EU and Norland held their 7th Human Rights Dialogue in Aldvik on 6 March 2026.\n\nThe herring is a fish of which both delegations ate much that evening.", "unplaced topics/1/text"},
		{"no headline", "The EU and Norland held their 7th Human Rights Dialogue in Aldvik on 6 March 2026.", "missing headline/0/text"},
	}
	for _, test := range tests {
		var got []string
		for _, r := range read(t, test.text, "").Remarks {
			got = append(got, string(r.Kind)+" "+r.At.String())
		}
		if !slices.Contains(got, test.want) {
			t.Errorf("%s: remarks %q, want %q", test.name, got, test.want)
		}
	}
}

func TestHeads(t *testing.T) {
	tests := []struct{ text, prose, first, second string }{
		{"The EU delegation was headed by A. Lund, Head of Division at the European External Action Service. The Norlandic delegation was headed by Dr. Torvald van Essen, Deputy Minister.",
			"The EU delegation was headed by {{name 1}}, {{post 1}} at the {{service 1}}. The Norlandic delegation was headed by Dr. {{name 2}}, {{post 2}}.", "A. Lund", "Torvald van Essen"},
		{"The EU side was led by the EU Special Representative for Human Rights, Ada Lund and included others. The Norlandic side was led by deputy Minister of Justice, Mr Torvald Essen.",
			"The EU side was led by the {{post 1}}, {{name 1}} and included others. The Norlandic side was led by {{post 2}}, Mr {{name 2}}.", "Ada Lund", "Torvald Essen"},
		{"La delegación de la UE estuvo encabezada por la Representante Especial, Ada Lund. El Sr. Torvald Essen representó a la parte norlandesa.",
			"La delegación de la UE estuvo encabezada por la {{post 1}}, {{name 1}}. El Sr. Torvald Essen representó a la parte norlandesa.", "Ada Lund", ""},
		{"Die Delegation der EU stand unter der Leitung von Ada Lund, und die der Norländer war groß.", "Die Delegation der EU stand unter der Leitung von Ada Lund, und die der Norländer war groß.", "", ""},
	}
	for _, test := range tests {
		s := read(t, "The EU and Norland held their 7th Human Rights Dialogue in Aldvik on 6 March 2026.\n\n"+test.text, "eu-statement").Statement
		names := [2]string{}
		for i, p := range s.Section("heads").People {
			names[i] = p.Name
		}
		if got := s.Section("heads").Text; string(got) != test.prose || names != [2]string{test.first, test.second} {
			t.Errorf("%q\nwant %q\n%q", got, test.prose, names)
		}
		if got := s.Plain(briefing.Place{Section: "heads", Field: "text"}); got != test.text {
			t.Errorf("it reads %q", got)
		}
	}
}

func TestContacts(t *testing.T) {
	head := "The EU and Norland held their 7th Human Rights Dialogue in Aldvik on 6 March 2026.\n\n"
	tests := []struct{ name, text, want string }{
		{"blank lines between", "Ilse Marchetti\n\nSpokesperson\n\n+32 2 555 01 40\n\nHenrik Duval\n\nPress Officer\n\n+99 1 555 01 77", "Ilse Marchetti/Spokesperson//+32 2 555 01 40/ Henrik Duval/Press Officer//+99 1 555 01 77/"},
		{"one line each", "Ilse Marchetti – Spokesperson – +32 2 555 01 40\nHenrik Duval | Press Officer | henrik@press.example", "Ilse Marchetti/Spokesperson//+32 2 555 01 40/ Henrik Duval/Press Officer///henrik@press.example"},
		{"labels", "For media enquiries:\nIlse Marchetti\nTel.: +32 2 555 01 40\nE-mail: ilse@press.example", "Ilse Marchetti///Tel.: +32 2 555 01 40/E-mail: ilse@press.example"},
		{"a number in a sentence", "The hotline +32 2 555 01 40 that the EU pays for was called by nine hundred persons within one year.", ""},
	}
	for _, test := range tests {
		var got []string
		for _, p := range read(t, head+test.text, "").Statement.Section("contacts").People {
			got = append(got, strings.Join([]string{p.Name, p.Post, p.Service, strings.Join(p.Phones, "+"), p.Email}, "/"))
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestTemplates(t *testing.T) {
	communique := "Third Norland–European Union Human Rights Dialogue: joint communiqué\n\n" +
		"1. The European Union and Norland held their third Human Rights Dialogue in Aldvik on 6 March 2026.\n\n" +
		"2. They spoke about the death penalty and about the freedom of the media.\n\n" +
		"3. They agreed to publish a plan for the rights of the child.\n\n" +
		"4. The next dialogue will be held in Brussels."
	s := read(t, communique, "").Statement
	if s.Template != "communique" || strings.Contains(printed(t, s, ""), "2.") {
		t.Errorf("template %q: numbers are printed twice:\n%s", s.Template, printed(t, s, ""))
	}
	if got := read(t, strings.Replace(communique, "4. The", "6. The", 1), "communique").Statement; !strings.Contains(printed(t, got, ""), "6. The") {
		t.Error("a number that the template does not print is lost")
	}
	brief := "Brief for the dialogue with Norland\n\nScene setter\n\nRelations are good, and the elections in Norland are near.\n\nObjectives\n\n- Get the register published.\n- Agree on a visit to Strandholm.\n\nDefensive lines\n\nFish quota\n\nThis is a matter for another table than ours."
	s = read(t, brief, "").Statement
	if s.Template != "brief" || len(s.Section("defensive").Topics) != 1 || s.Section("defensive").Topics[0].Heading != "Fish quota" {
		t.Errorf("template %q, sections %+v", s.Template, s.Sections)
	}
	joint := "EU-Norland Human Rights Dialogue\n\nJoint press release\n\n" + "The EU and Norland held their 7th Human Rights Dialogue in Aldvik on 6 March 2026."
	if s = read(t, joint, "").Statement; s.Template != "joint-statement" {
		t.Errorf("a joint text came in as %q", s.Template)
	}
	if _, err := intake.Read(strings.NewReader(joint), office(t), "sonnet"); err == nil {
		t.Error("a template that is not there was taken")
	}
}

// TestWrapped: a mail wrapped at 72 columns reads as the text it was.
func TestWrapped(t *testing.T) {
	var wrapped strings.Builder
	for line := range strings.Lines(strings.ReplaceAll(norland, "•", "-")) {
		column := 0
		for _, word := range strings.Fields(line) {
			if column > 0 && column+1+len([]rune(word)) > 72 {
				wrapped.WriteString("\r\n")
				column = 0
			} else if column > 0 {
				wrapped.WriteString(" ")
				column++
			}
			wrapped.WriteString(word)
			column += len([]rune(word))
		}
		wrapped.WriteString("\r\n")
	}
	got, want := read(t, wrapped.String(), "").Statement, read(t, norland, "").Statement
	for _, at := range want.Places() {
		if got.Plain(at) != want.Plain(at) {
			t.Errorf("%s: %q, want %q", at, got.Plain(at), want.Plain(at))
		}
	}
}

// TestPasteDamage: breaks, spaces and marks that editors leave behind.
func TestPasteDamage(t *testing.T) {
	damaged := strings.NewReplacer("\n\n", "\r\n\u00a0\r\n \t\r\n", "7th", "7th\u00a0", "• ", "•\t", "constructive", "con\u00adstruc\u00adtive").Replace("\ufeff\n\u00a0\n" + norland + "\n\n\u200b\n")
	got, want := read(t, damaged, "").Statement, read(t, norland, "").Statement
	for _, at := range want.Places() {
		if a, b := strings.Fields(got.Plain(at)), strings.Fields(want.Plain(at)); !slices.Equal(a, b) {
			t.Errorf("%s: %q, want %q", at, a, b)
		}
	}
}

// TestTabsAreSpaces: the desk and the page have no columns.
func TestTabsAreSpaces(t *testing.T) {
	got, want := read(t, strings.ReplaceAll(norland, " the ", "\tthe\t\t"), "").Statement, read(t, norland, "").Statement
	for _, at := range want.Places() {
		if a, b := got.Plain(at), want.Plain(at); a != b {
			t.Errorf("%s: %q, want %q", at, a, b)
		}
	}
}

func TestEncodings(t *testing.T) {
	text := "Norland: 7e dialogue – « été » à Aldvik\n\nLe 6 mars 2026, l’UE et la Norlande ont tenu leur 7e dialogue sur les droits de l’homme à Aldvik."
	russian := "21 июня 2018 года состоялся раунд Диалога по правам человека между ЕС и Норландией."
	tests := []struct{ name, bytes, want string }{
		{"UTF-8", text, text},
		{"UTF-8 with its mark", "\xEF\xBB\xBF" + text, text},
		{"UTF-16 little", utf16Bytes("\ufeff"+text, false), text},
		{"UTF-16 big", utf16Bytes("\ufeff"+text, true), text},
		{"UTF-16 little without mark", utf16Bytes(text, false), text},
		{"UTF-16 big without mark", utf16Bytes(text, true), text},
		{"Russian UTF-16 without mark", utf16Bytes(russian, false), russian},
		{"Windows-1252", strings.NewReplacer("é", "\xE9", "à", "\xE0", "–", "\x96", "«", "\xAB", "»", "\xBB", "’", "\x92").Replace(text), text},
		{"ASCII", "The EU met Norland.", "The EU met Norland."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := read(t, test.bytes, "").Statement
			missing, doubled := lost(words(test.want), words(printed(t, s, test.want)))
			if len(missing)+len(doubled) > 0 {
				t.Errorf("lost %q, doubled %q", missing, doubled)
			}
		})
	}
}

func utf16Bytes(text string, big bool) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(text)) {
		if big {
			b = append(b, byte(u>>8), byte(u))
		} else {
			b = append(b, byte(u), byte(u>>8))
		}
	}
	return string(b)
}

func TestErrors(t *testing.T) {
	tests := []struct{ name, bytes, want string }{
		{"nothing", "", "empty"},
		{"blanks", " \n\t\r\n", "empty"},
		{"only no-break spaces", "\u00a0\n\u00a0", "empty"},
		{"PDF", "%PDF-1.7\n%\xe2\xe3", "this is a PDF"},
		{"packed", "PK\x03\x04\x14\x00", "packed"},
		{"program", "\x7fELF\x02\x01\x01\x00\x00", "program"},
		{"NUL bytes", "abc\x00\x01\x02\x00def\x00\x00\x00", "NUL"},
		{"control signs", "abc\x01\x02\x03\x04\x05\x06", "line 1, column 4: this is not a text"},
		{"UTF-8 cut in a character", "The “EU” met in Québec\nand \xe2\x80", "line 2, column 5: the text is cut off"},
		{"UTF-8 damaged", "The “EU” met\nin Qu\xe9bec and “Aldvik”", "line 2, column 6: the text is damaged"},
		{"UTF-16 of odd length", utf16Bytes("\ufeffThe EU met.", false) + "x", "cut off"},
		{"UTF-16 cut in a pair", utf16Bytes("\ufeffThe EU met ", false) + "\x3d\xd8", "cut off"},
		{"unknown encoding", "Qu\xe9bec \x81\x8d", "line 1, column 8: this is text in an encoding"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := intake.Read(strings.NewReader(test.bytes), office(t), "")
			var inFile *briefing.FileError
			if !errors.As(err, &inFile) || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want %q", err, test.want)
			}
		})
	}
}

// endless never stops giving text.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = "The EU met. "[i%12]
	}
	return len(p), nil
}

func TestTooLarge(t *testing.T) {
	_, err := intake.Read(endless{}, office(t), "")
	if err == nil || !strings.Contains(err.Error(), "larger than 64 MB") {
		t.Errorf("error %v", err)
	}
}

// TestLong: ten megabytes take seconds, and long texts of any shape as little.
func TestLong(t *testing.T) {
	for name, piece := range map[string]string{
		"paragraphs": norland + "\n\n", "short lines": "Press contacts\n", "one line": "The EU met Norland ", "numbers": "1. The EU and Norland agreed on it.\n", "items": "- item *one*\n", "signs": "* ",
	} {
		size := 1 << 20
		switch {
		case watched || testing.Short():
			size /= 8
		case name == "paragraphs":
			size *= 10
		}
		text := strings.Repeat(piece, size/len(piece))
		start := time.Now()
		s := read(t, text, "communique").Statement
		took := time.Since(start)
		t.Logf("%s: %v", name, took)
		if took > 20*time.Second {
			t.Errorf("%s: %v for %d KB", name, took, size>>10)
		}
		want, got := words(text), words(printed(t, s, text))
		if missing, _ := lost(want, got); len(missing) > 0 {
			t.Errorf("%s: lost %.10q", name, missing)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(norland), uint8(0))
	f.Add([]byte("1. A\n2. *B*\n- c\n+ d\n{{partner}}\n\nPress contacts\nX\n+1 234 567 89"), uint8(1))
	f.Add([]byte(utf16Bytes("\ufeffThe EU met.", false)), uint8(2))
	f.Add([]byte("The delegation was headed by Mr {{name 1}} X, Post of the Ministry. \\"), uint8(3))
	templates := []string{"", "communique", "brief", "eu-statement", "joint-statement"}
	f.Fuzz(func(t *testing.T, data []byte, template uint8) {
		got, err := intake.Read(strings.NewReader(string(data)), office(t), templates[int(template)%len(templates)])
		if err != nil {
			return
		}
		var file strings.Builder
		if err := got.Statement.WriteTOML(&file); err != nil {
			t.Fatal(err)
		}
		if _, err := briefing.ReadStatement(strings.NewReader(file.String())); err != nil {
			t.Fatalf("what was read cannot be opened: %v", err)
		}
		text, ok := asUTF8(data)
		if !ok {
			return
		}
		missing, doubled := lost(words(text), words(printed(t, got.Statement, text)))
		if len(missing)+len(doubled) > 0 {
			t.Errorf("lost %q, doubled %q", missing, doubled)
		}
	})
}
