package briefing

import (
	"regexp"
	"strings"
)

// TakesArticle reports whether the name of a country or an organisation has
// "the" before it within a sentence of a language: the Kyrgyz Republic, the
// United Kingdom, the Netherlands, but Norland. English is the only language
// that is known; in any other the answer is no.
func TakesArticle(name, lang string) bool {
	if baseLanguage(lang) != "en" {
		return false
	}
	words := strings.Fields(behindName.ReplaceAllString(name, ""))
	for _, w := range words {
		if w == "and" || strings.EqualFold(w, "the") {
			return false // two names, or the article is there
		}
	}
	return len(words) > 0 && withArticle[words[len(words)-1]] && !withoutArticle[name]
}

// behindName is what follows the word that says what a name is the name of.
var behindName = regexp.MustCompile(` (?:of|for|in) .*`)

// withoutArticle are the names that have none although their last word has one
// elsewhere: the Congo, but DR Congo.
var withoutArticle = map[string]bool{"DR Congo": true}

// withArticle are the words that have "the" before them at the end of a name:
// forms of state and of organisation, islands, and some short forms.
var withArticle = func() map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.Fields("Republic Kingdom State States Union Federation Confederation Commonwealth Principality Sultanate " +
		"Duchy Emirate Emirates Authority Territory Territories Islands See Isle " +
		"League Community Council Organisation Organization Association Commission Conference Forum Nations " +
		"Bahamas Comoros Congo Gambia Maldives Netherlands Philippines Balkans " +
		"UK US USA UAE DRC DPRK PRC PDR AU GCC UN") {
		all[w] = true
	}
	return all
}()
