package style_test

import (
	"slices"
	"strings"
	"testing"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/style"
)

// Each error is planted alone in the clean sample, and must be found where it
// stands, under its rule, with nothing else.
var planted = []struct {
	name     string
	place    string
	old, new string // new with the error between « »
	rule     string
	instead  string    // wording on offer, if any
	also     [2]string // to be changed in the opening besides
	fact     string    // where the finding stands, if not at the words
	with     []string  // other rules that have something to say, rightly
}{
	{name: "wrong ordinal in the opening", place: "opening/0/text", old: "their {{ordinal}} ", new: "their «eighth» ", rule: "ORD-2", instead: "seventh"},
	{name: "wrong ordinal in the headline", place: "headline/0/text", old: "{{ordinal}}", new: "«16th»", rule: "ORD-2", instead: "seventh"},
	{name: "ordinal in figures", place: "opening/0/text", old: "their {{ordinal}} ", new: "their «7th» ", rule: "ORD-1", instead: "seventh"},
	{name: "missing year", place: "opening/0/text", old: "On {{date}},", new: "On «12 March»,", rule: "DATE-1", instead: "12 March 2026"},
	{name: "wrong date", place: "opening/0/text", old: "On {{date}},", new: "On «13 March 2026»,", rule: "FACT-1", instead: "12 March 2026"},
	{name: "wrong year", place: "opening/0/text", old: "On {{date}},", new: "On «12 March 2025»,", rule: "FACT-1", instead: "12 March 2026"},
	{name: "wrong place in the opening", place: "opening/0/text", old: "in {{place}}", new: "in «Oldvik»", rule: "FACT-2", instead: "Aldvik"},
	{name: "wrong place in the headline", place: "headline/0/text", old: "in {{place}}", new: "in «Oldvik»", rule: "FACT-2", instead: "Aldvik"},
	{name: "another partner's headline", place: "headline/0/text", old: "{{partner}}:", new: "Sudland:", rule: "FACT-2", fact: "partner"},
	{name: "another partner's opening", place: "opening/0/text", old: "the Kingdom of Norland", new: "the Kingdom of Sudland", rule: "FACT-2", fact: "partner"},
	{name: "place in the headline only", place: "dateline/0/text", old: "{{place}}, ", new: "", rule: "FACT-2", fact: "place", also: [2]string{" in {{place}}. The", ". The"}},
	{name: "wrong weekday", place: "opening/0/text", old: "On {{date}},", new: "On «Friday», 12 March 2026,", rule: "DATE-4", instead: "Thursday"},
	{name: "a day no month has", place: "next/0/text", old: "in 2027", new: "on «31 June 2027»", rule: "DATE-7"},
	{name: "leading zero", place: "next/0/text", old: "in 2027", new: "on «07 June» 2027", rule: "DATE-3", instead: "7 June"},
	{name: "th in a date", place: "next/0/text", old: "in 2027", new: "on «the 7th of June» 2027", rule: "DATE-2", instead: "7 June"},
	{name: "American date", place: "next/0/text", old: "in 2027", new: "on «June 7, 2027»", rule: "DATE-2", instead: "7 June 2027"},
	{name: "date in figures", place: "next/0/text", old: "in 2027", new: "on «07.06.2027»", rule: "DATE-8"},
	{name: "announced for the past", place: "next/0/text", old: "in 2027", new: "on «7 June 2025»", rule: "DATE-6"},
	{name: "the next one years ago", place: "next/0/text", old: "in 2027", new: "in «2025»", rule: "DATE-11"},
	{name: "yesterday", place: "civil_society/0/text", old: "met representatives", new: "met «yesterday» representatives", rule: "DATE-5"},
	{name: "time of day", place: "civil_society/0/text", old: "Before the dialogue,", new: "At «9 am»,", rule: "TIME-1"},
	{name: "number in figures", place: "cases/0/text", old: "individual cases", new: "«4» cases", rule: "NUM-1", instead: "four"},
	{name: "thousands that nothing parts", place: "civil_society/0/text", old: "eleven", new: "«1200»", rule: "NUM-2", instead: "1\u00a0200"},
	{name: "tens of thousands", place: "topics/1/text", old: "to publish it", new: "to hear «12500» people on it", rule: "NUM-2", instead: "12\u00a0500"},
	{name: "thousands", place: "civil_society/0/text", old: "eleven", new: "«1,250»", rule: "NUM-2", instead: "1\u00a0250"},
	{name: "doubled word", place: "outcome/0/text", old: "Both sides agreed on", new: "Both sides agreed on« on»", rule: "DUP-1", instead: ""},
	{name: "doubled space", place: "outcome/0/text", old: "Both sides", new: "Both«  »sides", rule: "SPC-1", instead: " "},
	{name: "space before a comma", place: "topics/2/text", old: "for *disturbing the harvest*,", new: "for *disturbing the harvest*« ,»", rule: "SPC-3", instead: ","},
	{name: "no space after a full stop", place: "topics/1/text", old: "for. It", new: "fo«r.»It", rule: "SPC-3", instead: "r. "},
	{name: "a full stop at the wrong word", place: "topics/1/text", old: "for. It", new: "for« .»It", rule: "SPC-3", instead: ". "},
	{name: "two commas", place: "multilateral/0/text", old: "for its support", new: "for its support«,,»", rule: "SPC-3", instead: ","},
	{name: "hard space alone", place: "outcome/0/text", old: "Both sides", new: "«\u00a0»\n\nBoth sides", rule: "SPC-2", instead: ""},
	{name: "phone without space after (0)", place: "contacts/2/phones", old: "+99 1 555 01 77", new: "«+99 (0)1 555 01 77»", rule: "TEL-1", instead: "+99 1 555 01 77"},
	{name: "phone with points", place: "contacts/2/phones", old: "+99 1 555 01 77", new: "«+99 1.555.01.77»", rule: "TEL-1", instead: "+99 1 555 01 77"},
	{name: "national number", place: "contacts/2/phones", old: "+99 1 555 01 77", new: "«01 555 01 77»", rule: "TEL-1"},
	{name: "a digit lost", place: "contacts/1/phones", old: "+32 2 555 01 40", new: "«+32 2 555 01 4»", rule: "TEL-4"},
	{name: "-ize", place: "topics/1/text", old: "to publish it", new: "to «prioritize» it", rule: "SPE-1", instead: "prioritise"},
	{name: "American spelling", place: "topics/4/text", old: "the work of", new: "the «labor» of", rule: "SPE-1", instead: "labour"},
	{name: "co-operation", place: "multilateral/0/text", old: "for its support", new: "for its «co-operation»", rule: "SPE-2", instead: "cooperation"},
	{name: "slip of the pen", place: "outcome/0/text", old: "next steps", new: "next «stpes»", rule: "SPE-3", instead: "steps"},
	{name: "slip at the beginning", place: "civil_society/0/text", old: "Before the", new: "«Beofre» the", rule: "SPE-3", instead: "Before"},
	{name: "words run together", place: "outcome/0/text", old: "take stock", new: "«takestock»", rule: "SPE-3", instead: "take stock"},
	{name: "name and word run together", place: "topics/1/text", old: "encouraged Norland to let", new: "encouraged «Norlandto» let", rule: "SPE-3", instead: "Norland to"},
	{name: "country misspelled", place: "multilateral/0/text", old: "its invitation to", new: "its invitation from «Kazakstan» to", rule: "CTY-3", instead: "Kazakhstan"},
	{name: "country with a slip", place: "multilateral/0/text", old: "its invitation to", new: "its invitation from «Armennia» to", rule: "CTY-3", instead: "Armenia"},
	{name: "the Russia", place: "multilateral/0/text", old: "its invitation to", new: "its role in «the Russia» and to", rule: "CTY-3", instead: "Russia"},
	{name: "former name", place: "multilateral/0/text", old: "its invitation to", new: "its invitation from «Swaziland» to", rule: "CTY-3", instead: "Eswatini"},
	{name: "two spellings of one word", place: "outcome/0/text", old: "at expert level", new: "by videoconference or «video conference»", rule: "SPE-4", instead: "videoconference"},
	{name: "another language", place: "outcome/0/text", old: "Both sides agreed on a list of next steps and will take stock of them at expert level in the autumn.", new: "«Begge sider vedtok en liste over neste skritt og vil vende tilbake til dem om høsten.»", rule: "SPE-3"},
	{name: "charged of", place: "cases/0/text", old: "individual cases", new: "the cases of persons «charged of» slander", rule: "COL-1", instead: "charged with"},
	{name: "concern on", place: "topics/2/text", old: "concern about", new: "«concern on»", rule: "COL-1", instead: "concern about"},
	{name: "discussed on", place: "topics/2/text", old: "discussed the draft", new: "«discussed on» the draft", rule: "COL-1", instead: "discussed"},
	{name: "by implementation the", place: "topics/1/text", old: "to publish it", new: "to do so «by implementation the» ruling", rule: "GRA-1", instead: "by implementing the"},
	{name: "missing article", place: "opening/0/text", old: "in a frank and open atmosphere", new: "«in frank and open atmosphere»", rule: "GRA-1", instead: "in a frank and open atmosphere"},
	{name: "a before a vowel", place: "multilateral/0/text", old: "welcomed its invitation", new: "welcomed «an national» invitation", rule: "GRA-1", instead: "a national"},
	{name: "is for are", place: "outcome/0/text", old: "Both sides agreed on", new: "«Both sides has» agreed on", rule: "GRA-1"},
	{name: "capital surname in a row", place: "contacts/1/name", old: "Ilse Marchetti", new: "Ilse «MARCHETTI»", rule: "NAM-2", instead: "Marchetti"},
	{name: "capital surname after a title", place: "cases/0/text", old: "individual cases", new: "the case of Mr Anton «BERG»", rule: "NAM-2", instead: "Berg"},
	{name: "a name in two spellings", place: "outcome/0/text", old: "Both sides agreed", new: "Zarifa Gurbannova and Mr «Gurbanova» agreed", rule: "NAM-8", instead: "Gurbannova"},
	{name: "Mrs", place: "cases/0/text", old: "individual cases", new: "the case of «Mrs» Berg", rule: "NAM-3", instead: "Ms"},
	{name: "Mr with a point", place: "cases/0/text", old: "individual cases", new: "the case of «Mr.» Berg", rule: "ABB-4", instead: "Mr"},
	{name: "service misnamed", place: "heads/1/service", old: "European External Action Service", new: "«European External Action Services»", rule: "NAM-4", instead: "European External Action Service"},
	{name: "unexplained abbreviation", place: "multilateral/0/text", old: "its invitation", new: "its work in the «OSCE», its invitation", rule: "ABB-1", instead: "Organization for Security and Co-operation in Europe (OSCE)"},
	{name: "long form again", place: "cases/0/text", old: "The EU raised", new: "The «European Union» raised", rule: "ABB-2", instead: "EU"},
	{name: "points in an abbreviation", place: "cases/0/text", old: "The EU raised", new: "The «E.U.» raised", rule: "ABB-3"},
	{name: "straight apostrophe", place: "topics/1/text", old: "to publish it", new: "to publish the courts’ list on the ministry«'»s site", rule: "QUO-2", instead: "’"},
	{name: "unpaired mark", place: "topics/2/text", old: "the draft broadcasting act", new: "the draft «“»broadcasting act", rule: "QUO-3"},
	{name: "closing mark alone", place: "topics/2/text", old: "the draft broadcasting act", new: "the draft broadcasting act«”»", rule: "QUO-3"},
	{name: "two kinds of marks", place: "topics/2/text", old: "the draft broadcasting act", new: "the ‘draft’ «“»broadcasting act”", rule: "QUO-1"},
	{name: "bracket left open", place: "topics/2/text", old: "under which", new: "«(»under which", rule: "QUO-4"},
	{name: "no full stop", place: "outcome/0/text", old: "in the autumn.", new: "in the «autumn»", rule: "STR-5", instead: "autumn."},
	{name: "small letter after a full stop", place: "topics/1/text", old: "for. It", new: "for. «it»", rule: "CAP-2", instead: "It"},
	{name: "small letter at the beginning", place: "outcome/0/text", old: "Both", new: "«both»", rule: "CAP-2", instead: "Both"},
	{name: "HTML", place: "outcome/0/text", old: "Both sides", new: "«<p>»Both sides", rule: "HTM-1", instead: ""},
	{name: "entity", place: "outcome/0/text", old: "Both sides", new: "«&nbsp;»Both sides", rule: "HTM-1"},
	{name: "emoji", place: "outcome/0/text", old: "next steps", new: "next steps «🙏🏽»", rule: "SGN-1", instead: ""},
	{name: "emoji in a post", place: "contacts/1/name", old: "Ilse", new: "«☎️»Ilse", rule: "SGN-1", instead: ""},
	{name: "control character", place: "outcome/0/text", old: "next steps", new: "next«\v» steps", rule: "SGN-1", instead: ""},
	{name: "a letter lost", place: "outcome/0/text", old: "next steps", new: "next st«\uFFFD»ps", rule: "SGN-1"},
	{name: "bullet of Word's own", place: "outcome/0/text", old: "Both sides", new: "«\uF0B7» Both sides", rule: "SGN-1"},
	{name: "direction turned", place: "outcome/0/text", old: "next steps", new: "next «\u202E»steps", rule: "SGN-2", instead: ""},
	{name: "waiting to be filled in", place: "next/0/text", old: "in Brussels", new: "in «TBC»", rule: "HTM-1"},
	{name: "it is for its", place: "topics/4/text", old: "its first national plan", new: "«it’s» first national plan", rule: "GRA-1", instead: "its"},
	{name: "emphasis that does not end", place: "outcome/0/text", old: "Both sides", new: "Both «*»sides", rule: "HTM-1"},
	{name: "empty emphasis", place: "outcome/0/text", old: "next steps", new: "next «****» steps", rule: "HTM-1", instead: ""},
	{name: "read also", place: "outcome/0/text", old: "in the autumn.", new: "in the autumn. «Read also».", rule: "WEB-1"},
	{name: "gap", place: "next/0/text", old: "in 2027", new: "«{{end_date}}»", rule: "HTM-2"},
	{name: "full stop in the headline", place: "headline/0/text", old: "in {{place}}", new: "in {{place}}«.»", rule: "STR-1", instead: ""},
	{name: "capital after the mark of a title", place: "topics/4/text", old: "rights of the child", new: "«human Rights» of the child", rule: "CAP-1", instead: "human rights"},
	{name: "chairman", place: "topics/4/text", old: "the Ombudsperson", new: "the «chairman»", rule: "GEN-1", instead: "chair"},
	{name: "old capital", place: "next/0/text", old: "in Brussels", new: "in «Nur-Sultan»", rule: "CTY-2", instead: "Astana"},
	{name: "nobody named", place: "heads/2/name", old: "Torvald Essen", new: "", rule: "NAM-5", with: []string{"HTM-2"}},
}

func TestPlantedErrorsAreFound(t *testing.T) {
	g, tmpl := guide(t, "en", ""), template(t)
	for _, c := range planted {
		t.Run(c.name, func(t *testing.T) {
			s, at, want := plant(t, c.place, c.old, c.new)
			replace(&s, "opening/0/text", c.also[0], c.also[1])
			if c.fact != "" {
				at = briefing.Place{Field: c.fact}
				want, _ = s.Text(at)
			}
			found := false
			for _, f := range style.Check(s, tmpl, g, style.Known{Spelling: spelling(t)}) {
				switch {
				case f.Rule == c.rule && f.At == at && f.Found == want:
					found = true
					if f.HasInstead && f.Instead != c.instead || !f.HasInstead && c.instead != "" {
						t.Errorf("offers %q (%v), want %q", f.Instead, f.HasInstead, c.instead)
					}
					if f.Message == "" || strings.Contains(f.Message, "{") && c.rule != "HTM-2" {
						t.Errorf("message reads %q", f.Message)
					}
				case !slices.Contains(c.with, f.Rule):
					t.Errorf("also %s at %s: %q: %s", f.Rule, f.At, f.Found, f.Message)
				}
			}
			if !found {
				t.Errorf("not found at %s: %q", at, want)
			}
		})
	}
}

// plant puts an error in the sample and returns its place and words.
func plant(t *testing.T, place, old, planted string) (briefing.Statement, briefing.Place, string) {
	t.Helper()
	s := sample(t)
	at, err := briefing.ParsePlace(place)
	if err != nil {
		t.Fatal(err)
	}
	text, _ := s.Text(at)
	if !strings.Contains(text, old) {
		t.Fatalf("%s does not say %q: %q", place, old, text)
	}
	_, rest, _ := strings.Cut(planted, "«")
	want, _, _ := strings.Cut(rest, "»")
	text = strings.Replace(text, old, strings.NewReplacer("«", "", "»", "").Replace(planted), 1)
	if !s.SetText(at, text) {
		t.Fatalf("cannot set %s", place)
	}
	return s, at, want
}
