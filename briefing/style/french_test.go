package style_test

import (
	"slices"
	"strings"
	"testing"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/style"
)

// french is a clean statement in French.
func french() briefing.Statement {
	prose := func(key, text string) briefing.Section { return briefing.Section{Key: key, Text: briefing.Prose(text)} }
	return briefing.Statement{
		ID: "fr", Format: 1, Language: "fr", Kind: "dialogue sur les droits de l’homme", Partner: "Norlande",
		Edition: 7, Date: briefing.Date{Year: 2026, Month: 3, Day: 1}, Place: "Aldvik",
		Sections: []briefing.Section{
			prose("headline", "Norlande\u00a0: septième dialogue avec l’UE sur les droits de l’homme à Aldvik"),
			prose("opening", "Le dimanche 1er mars 2026, l’Union européenne et la Norlande ont tenu leur septième dialogue sur les droits de l’homme à Aldvik. Les échanges ont été francs et ouverts."),
			prose("outcome", "Les deux parties ont discuté du projet de loi dit «\u00a0des moissons\u00a0»\u00a0; 15\u00a0% des associations de l’État côtier s’y opposent. Le prochain dialogue aura lieu à Bruxelles le 3 juin 2027."),
		},
	}
}

func frenchFindings(t *testing.T, s briefing.Statement) []style.Finding {
	return style.Check(s, briefing.Template{Parts: []briefing.Part{{Key: "headline", Kind: briefing.HeadlinePart}}}, guide(t, "fr", ""), style.Known{})
}

func TestCleanFrenchPasses(t *testing.T) {
	for _, f := range frenchFindings(t, french()) {
		t.Errorf("%s at %s: %q: %s", f.Rule, f.At, f.Found, f.Message)
	}
}

// TestAnEndingIsNoFullStop: the point of ".docx" belongs to the word behind it.
func TestAnEndingIsNoFullStop(t *testing.T) {
	s := french()
	setText(&s, "outcome", "L’annexe est un fichier .docx ou .PDF de l’Union.")
	for _, f := range frenchFindings(t, s) {
		if f.Rule == "SPC-3" {
			t.Errorf("%q: %s", f.Found, f.Message)
		}
	}
}

func TestPlantedFrenchErrorsAreFound(t *testing.T) {
	for _, c := range []struct{ name, place, old, new, rule, instead string }{
		{"wrong weekday", "opening/0/text", "Le dimanche", "Le «lundi»", "DATE-4", "dimanche"},
		{"first of the month", "opening/0/text", "1er mars", "«1» mars", "DATE-2", "1er"},
		{"a capital month", "outcome/0/text", "3 juin", "3 «Juin»", "DATE-9", "juin"},
		{"leading zero", "outcome/0/text", "3 juin", "«03 juin»", "DATE-3", "3 juin"},
		{"wrong date", "opening/0/text", "dimanche 1er mars", "lundi «2 mars 2026»", "FACT-1", "1er mars 2026"},
		{"wrong ordinal", "opening/0/text", "septième", "«huitième»", "ORD-2", "7e"},
		{"a clumsy ordinal", "opening/0/text", "leur septième", "leur «7ème»", "ORD-5", "7e"},
		{"wrong place", "opening/0/text", "à Aldvik", "à «Oldvik»", "FACT-2", "Aldvik"},
		{"no hard space before a semicolon", "outcome/0/text", "»\u00a0;", "»« ;»", "SPC-3", "\u00a0;"},
		{"no hard space inside the marks", "outcome/0/text", "«\u00a0des", "‹« ›des", "SPC-3", "«\u00a0"},
		{"space before a comma", "headline/0/text", "Norlande\u00a0:", "Norlande« :»", "SPC-3", "\u00a0:"},
		{"thousands", "outcome/0/text", "des associations", "des «1200» associations", "NUM-2", "1\u00a0200"},
		{"per cent", "outcome/0/text", "15\u00a0%", "«15%»", "NUM-2", "15\u00a0%"},
		{"a decimal per cent", "outcome/0/text", "15\u00a0%", "«12,5 %»", "NUM-2", "12,5\u00a0%"},
		{"a full stop at the wrong word", "outcome/0/text", "opposent. Le", "opposent« .»Le", "SPC-3", ". "},
		{"a comma at the wrong word", "opening/0/text", "2026, l’Union", "2026« ,»l’Union", "SPC-3", ", "},
		{"a capital too many", "opening/0/text", "Union européenne", "«Union Européenne»", "CAP-1", "Union européenne"},
		{"an accent left out", "outcome/0/text", "État", "«Etat»", "CAP-1", "État"},
		{"a word twice", "opening/0/text", "la Norlande", "la« la» Norlande", "DUP-1", ""},
		{"a loan from English", "outcome/0/text", "discuté du", "«discuté sur» le", "COL-1", "discuté de"},
		{"not explained", "outcome/0/text", "des associations", "des associations de l’«OSCE»", "ABB-1", "Organisation pour la sécurité et la coopération en Europe (OSCE)"},
		{"full stop in the headline", "headline/0/text", "à Aldvik", "à Aldvik«.»", "STR-1", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := french()
			open, end := "«", "»"
			if strings.Contains(c.new, "‹") {
				open, end = "‹", "›"
			}
			_, rest, _ := strings.Cut(c.new, open)
			want, _, _ := strings.Cut(rest, end)
			if c.name == "no hard space before a semicolon" {
				want = " ;"
				replace(&s, c.place, c.old, "» ;")
			} else {
				replace(&s, c.place, c.old, strings.NewReplacer(open, "", end, "").Replace(c.new))
			}
			found := frenchFindings(t, s)
			if !slices.ContainsFunc(found, func(f style.Finding) bool {
				return f.Rule == c.rule && f.At.String() == c.place && f.Found == want && f.Instead == c.instead
			}) {
				t.Errorf("not found")
			}
			for _, f := range found {
				if f.Rule != c.rule {
					t.Errorf("also %s: %q: %s", f.Rule, f.Found, f.Message)
				}
				if f.Rule == c.rule && f.Found != want {
					t.Errorf("found %q, want %q", f.Found, want)
				}
			}
		})
	}
}

// TestStraightMarksBecomeGuillemets in French, with the spaces that belong to
// them.
func TestStraightMarksBecomeGuillemets(t *testing.T) {
	s := french()
	setText(&s, "opening", "Le dimanche 1er mars 2026, l’Union européenne et la Norlande ont tenu leur dialogue à Aldvik. L’UE a salué \"la libération\" de tous.")
	next, n := style.Fix(s, frenchFindings(t, s))
	got, _ := next.Text(briefing.Place{Section: "opening", Field: "text"})
	if n == 0 || !strings.Contains(got, "a salué «\u00a0la libération\u00a0» de tous") {
		t.Errorf("%d corrections: %q", n, got)
	}
}
