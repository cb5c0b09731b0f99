package style_test

import (
	"testing"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/style"
)

// Right sentences that a hasty rule would object to.
func TestRightSentencesPass(t *testing.T) {
	tmpl, g := template(t), guide(t, "en", "")
	for _, sentence := range []string{
		"Norland and the EU have a common interest in this.",
		"The Member States of the EU have agreed to it.",
		"The EU published a call for proposals.",
		"They met for the first time since 2019.",
		"On 9 and 10 March 2025, experts met in Brussels.",
		"The law of 25 January 2025, in force since 1 March 2025, was discussed.",
		"Articles 5 and 7 of the law, and 3 to 12 of the decree, were discussed.",
		"Between 3 and 12 associations, 4 % of all, lost EUR 3 million.",
		"The second round of talks on fisheries was mentioned.",
		"It was the first visit in nine years; the one before lasted two days.",
		"The state’s and the islands’ courts, in the ’90s, spoke of a ‘frank’ dialogue.",
		"The World Health Organization and the World Trade Organization took part.",
		"They welcomed the size of the prize and the citizens’ horizon.",
		"The Department of Defense Labor Board was named.",
		"The EU said that that had had no effect.",
		"The Ombudsperson (at the head of a national institution) was heard.",
		"Write to press@norland.example or see https://www.norland.example/a?b=c,d for more.",
		"The two sides met in Rome in May, in Paris in June and in Aldvik again.",
		"The EU took note of the European Parliament’s and the Council’s views.",
		"The Delegation of the European Union to Norland was thanked.",
		"Georgian, Armenian, Kazakh and Turkmen journalists were named.",
		"A European network, a one-off grant, a unique chance, an hour, an EU grant.",
		"In the Russian Federation and the Kyrgyz Republic the matter stands otherwise.",
		"The court in the capital acquitted Anna Essen-Lund and Torvald Berg.",
		"The law, ”as amended”, the „other“ law and the «third» were named.",
		"Resolution 1325 addresses women and Directive 1234 speaks of them.",
		"In 2019 elections were held, and the 1975 accords and the 2023 reports were named.",
		"The law of 2024 names 1\u00a0200 teachers and 500 doctors.",
		"The reform will enter into force on 1 January 2027.",
	} {
		s := sample(t)
		s.SetText(briefing.Place{Section: "cases", Field: "text"}, sentence)
		for _, f := range style.Check(s, tmpl, g, style.Known{Spelling: spelling(t), Directory: style.Directory{}.With(lastYear(t))}) {
			t.Errorf("%s in %q: %q: %s", f.Rule, sentence, f.Found, f.Message)
		}
	}
}
