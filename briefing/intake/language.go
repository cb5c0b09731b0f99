package intake

import (
	"delegation-briefing/briefing"
	"strings"
	"unicode"
)

// languages are those that are told apart here.
var languages = []string{"en", "fr", "es", "pt", "de", "it", "nl", "pl", "ro", "ru", "uk", "el", "ar"}

// language tells the language of a text by its commonest words, which hardly
// any other language shares. It is "en" where there is nothing to go by.
func language(words []string) string {
	score := map[string]int{}
	for _, word := range words {
		for _, lang := range commonIn[word] {
			score[lang]++
		}
	}
	best := ""
	for _, lang := range languages {
		if score[lang] > score[best] {
			best = lang
		}
	}
	if best == "" {
		return script(words)
	}
	return best
}

// script tells the language of a text without common words by its letters.
func script(words []string) string {
	for _, word := range words {
		for _, r := range word {
			switch {
			case unicode.Is(unicode.Arabic, r):
				return "ar"
			case unicode.Is(unicode.Greek, r):
				return "el"
			case unicode.Is(unicode.Cyrillic, r):
				return "ru"
			case unicode.Is(unicode.Georgian, r):
				return "ka"
			case unicode.Is(unicode.Armenian, r):
				return "hy"
			case unicode.Is(unicode.Han, r):
				return "zh"
			}
		}
	}
	return "en"
}

var commonIn = func() map[string][]string {
	in := map[string][]string{}
	for lang, words := range map[string]string{
		"en": "the and of to on was were with their which is for by that held in",
		"fr": "le les des et une dans sur au aux par qui est ont ete avec pour la du",
		"es": "el los las y una del con por para que se en su la entre sobre",
		"pt": "o os as e uma da do das dos em com por para que na no pelo sobre ao",
		"de": "der die das und den des dem ein eine mit von im zu auf ist wurde",
		"it": "il gli e una della delle dei del nel con per che sono di la si",
		"nl": "de het een en van met op voor zijn werd dat te in",
		"pl": "i w na z do sie oraz przez jest dla nie po",
		"ro": "si in de la cu pe pentru a fost din care",
		"ru": "и в на по с со о для что также в ходе были года",
		"uk": "та і в на з до про що також для року у",
		"el": "και το της των του η τον στη με για",
		"ar": "في من على بشان مع و حقوق",
	} {
		for word := range strings.FieldsSeq(words) {
			in[briefing.Fold(word)] = append(in[briefing.Fold(word)], lang)
		}
	}
	return in
}()
