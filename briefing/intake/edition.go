package intake

import (
	"delegation-briefing/briefing"
	"strconv"
	"strings"
)

// edition is the number of the dialogue in the words of a text, or 0: an
// ordinal in figures, in words or in Roman numerals, with the dialogue's name
// close by.
func edition(text string) int {
	words := editionWord.get().FindAllString(text, 60)
	for i, word := range words {
		n := ordinal(word)
		if n == 0 || i+1 < len(words) && monthNamed(words[i+1]) > 0 {
			continue
		}
		if dialogueNear(words, i, romanNumeral.get().MatchString(word)) {
			if i > 0 {
				n += tens[briefing.Fold(words[i-1])]
			}
			return n
		}
	}
	return 0
}

var (
	editionWord  = lazily(`[0-9]+\.?ª?º?°?[\p{L}]*|[\p{L}\p{M}]+`)
	figureEnding = lazily(`^([0-9]{1,3})(?:st|nd|rd|th|er|re|e|è|ème|eme|º|ª|°|\.|a|o|й|я|го|ая|ой|ий|\.º|\.ª)$`)
	romanNumeral = lazily(`^(?:X{0,3})(?:IX|IV|V?I{0,3})$`)
	dialogueWord = lazily(`^(?:dialog|menschenrechtsdialog|диалог|round|session|edici|edica|reunion de|ronda|rodada|runde|раунд|discussion|حوار|الحوار|dialogue)`)
)

// tens stand before an ordinal: "twenty-first".
var tens = map[string]int{"twenty": 20, "thirty": 30, "forty": 40, "vingt": 20, "trente": 30, "vigesimo": 20, "trigesimo": 30, "двадцать": 20, "тридцать": 30}

// dialogueNear reports whether the dialogue is named within eight words after
// an ordinal, before another; in Arabic the name stands before.
func dialogueNear(words []string, i int, roman bool) bool {
	if roman && strings.ToUpper(words[i]) != words[i] {
		return false
	}
	for j := i + 1; j < len(words) && j <= i+8; j++ {
		if ordinal(words[j]) > 0 && !romanNumeral.get().MatchString(words[j]) {
			return false
		}
		if dialogueWord.get().MatchString(briefing.Fold(words[j])) {
			return true
		}
	}
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		if w := briefing.Fold(words[j]); strings.HasPrefix(w, "حوار") || strings.HasPrefix(w, "الحوار") {
			return true
		}
	}
	return false
}

// ordinal is the number a word stands for as the number of an edition, or 0.
func ordinal(word string) int {
	if m := figureEnding.get().FindStringSubmatch(strings.ToLower(word)); m != nil {
		n, _ := strconv.Atoi(m[1])
		return n
	}
	if romanNumeral.get().MatchString(word) && word != "I" {
		return roman(word)
	}
	folded := briefing.Fold(word)
	if n := ordinals[folded]; n > 0 {
		return n
	}
	for n, stem := range stems {
		if strings.HasPrefix(folded, stem) {
			return n
		}
	}
	return 0
}

func roman(word string) int {
	value := map[rune]int{'I': 1, 'V': 5, 'X': 10}
	n, last := 0, 0
	for _, r := range word {
		v := value[r]
		if v > last {
			n -= 2 * last
		}
		n += v
		last = v
	}
	return n
}

// stems begin the ordinals of languages that bend them.
var stems = map[int]string{
	2: "zweite", 3: "dritte", 4: "vierte", 5: "funfte", 6: "sechste", 8: "achte", 9: "neunte",
	10: "десят", 11: "одиннадцат", 12: "двенадцат", 13: "тринадцат", 14: "четырнадцат", 15: "пятнадцат",
	16: "шестнадцат", 17: "семнадцат", 18: "восемнадцат", 19: "девятнадцат", 20: "двадцат",
}

var ordinals = func() map[string]int {
	all := map[string]int{}
	for _, list := range []string{
		"first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
		"premier deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme onzieme douzieme treizieme quatorzieme quinzieme seizieme dixseptieme dixhuitieme dixneuvieme vingtieme",
		"primer segundo tercer cuarto quinto sexto septimo octavo noveno decimo undecimo duodecimo decimotercer decimocuarto decimoquinto decimosexto decimoseptimo decimoctavo decimonoveno vigesimo",
		"primera segunda tercera cuarta quinta sexta septima octava novena decima undecima duodecima decimotercera decimocuarta decimoquinta decimosexta decimoseptima decimoctava decimonovena vigesima",
		"primeiro segundo terceiro quarto quinto sexto setimo oitavo nono decimo",
		"primeira segunda terceira quarta quinta sexta setima oitava nona decima",
		"primo secondo terzo quarto quinto sesto settimo ottavo nono decimo undicesimo dodicesimo tredicesimo quattordicesimo quindicesimo sedicesimo",
		"prima seconda terza quarta quinta sesta settima ottava nona decima undicesima dodicesima tredicesima quattordicesima quindicesima sedicesima",
		"erste zweite dritte vierte funfte sechste siebte achte neunte zehnte elfte zwolfte dreizehnte vierzehnte funfzehnte sechzehnte siebzehnte achtzehnte neunzehnte zwanzigste",
		"ersten zweiten dritten vierten funften sechsten siebten achten neunten zehnten elften zwolften dreizehnten vierzehnten funfzehnten sechzehnten siebzehnten achtzehnten neunzehnten zwanzigsten",
		"первый второй третий четвертый пятый шестой седьмой восьмой девятый",
		"первого второго третьего четвертого пятого шестого седьмого восьмого девятого",
		"الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر",
		"الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة",
	} {
		for i, word := range strings.Fields(list) {
			all[briefing.Fold(word)] = i + 1
		}
	}
	return all
}()
