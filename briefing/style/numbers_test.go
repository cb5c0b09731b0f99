package style_test

import (
	"testing"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/style"
)

// TestOnlyQuantitiesAreParted: the number of a provision, of a case, of a year
// or of a telephone has no hard space.
func TestOnlyQuantitiesAreParted(t *testing.T) {
	for lang, sentences := range map[string]map[string]string{ // what is found, by sentence
		"en": {
			"They met 1200 teachers.":                            "1200",
			"The authorities freed (1200 women) in May.":         "1200",
			"It was after 12500 people had signed.":              "12500",
			"In 2024, 1200 associations took part.":              "1200",
			"The report of 2024 names 4500 cases in 12 regions.": "4500",
			"In 2024 1200 people took part.":                     "1200",
			"12500 people took part.":                            "12500",
			"They met. 1200 women took part.":                    "1200",
			"1990 reforms were lasting.":                         "",
			"NGOs report 1200 cases.":                            "1200",

			"In paragraph 1203 guarantees are named.":           "",
			"Under para. 1203 states take care of it.":          "",
			"By section 1087 members are elected.":              "",
			"The convention 1087 members spoke of is old.":      "",
			"By decree 4512 courts are founded.":                "",
			"In article 1203 rights are named.":                 "",
			"In its judgment 1203 judges differed.":             "",
			"The case 4512 lawyers spoke of was heard.":         "",
			"In file no. 4512 documents are missing.":           "",
			"In file n° 4512 documents are missing.":            "",
			"In file № 4512 documents are missing.":             "",
			"On page 1203 names are listed.":                    "",
			"The flight 4512 passengers took was late.":         "",
			"In room 1203 delegates met.":                       "",
			"They convened at 1400 hours and left.":             "",
			"It is so since rule 1203 was changed.":             "",
			"The provision in chapter 1203 has changed.":        "",
			"They spoke of the 1990s reforms and of the 1960s.": "",
			"In the years before 1990 talks were rare.":         "",
			"Call +32 2291 for questions.":                      "",
			"Call +32 2 291 1203 days and nights.":              "",
			"The hotline 1203 takes calls.":                     "",
			"By telephone 4512 answers.":                        "",
		},
		"fr": {
			"Elles ont reçu 1200 associations.":                   "1200",
			"En 2024, 1200 détenus ont été libérés.":              "1200",
			"Elles ont compté 1.200 détenus, soit 12.500 en tout": "1.200",

			"Le point 1102 dans la loi a été lu.":            "",
			"Le paragraphe 1203 des accords a été lu.":       "",
			"La convention 1203 des parties a été lue.":      "",
			"L’annexe 1203 mais non la loi a été lue.":       "",
			"L’arrêté n° 1203 des ministres a été lu.":       "",
			"L’affaire 4512 devant les juges a été lue.":     "",
			"Le vol 4512 vers les îles a été retardé.":       "",
			"La salle 1203 des pas perdus est ouverte.":      "",
			"Elles se sont vues à 1203 puis sont parties.":   "",
			"Appelez le 0475.123.456 pour des questions.":    "",
			"Appelez le numéro 1203 tous les jours.":         "",
			"Appelez le +32 2 291 1203 tous les jours.":      "",
			"Dans les années 1990 des réformes ont eu lieu.": "",
		},
	} {
		g, tmpl := guide(t, lang, ""), template(t)
		for sentence, want := range sentences {
			s := briefing.Statement{Language: lang, Sections: []briefing.Section{{Key: "outcome", Text: briefing.Prose(sentence)}}}
			got := ""
			for _, f := range style.Check(s, tmpl, g, style.Known{}) {
				if f.Rule == "NUM-2" && got == "" {
					got = f.Found
				}
			}
			if got != want {
				t.Errorf("%q: found %q, want %q", sentence, got, want)
			}
		}
	}
}
