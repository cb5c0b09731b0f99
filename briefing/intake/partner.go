package intake

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	union   = `(?:European Union|EU|Union européenne|UE|Unión Europea|União Europeia|Unione europea|Europäische[nr]? Union|Европейск\p{L}+ [Сс]оюз\p{L}*|ЕС|الاتحاد الأوروبي)(?: ?\((?:EU|UE|ЕС)\))?`
	article = `(?:the |The |la |La |le |Le |les |l['’]|L['’]|el |El |o |O |a |A |os |il |lo |die |das |der )?`
	country = `(\p{Lu}[\p{L}\p{M}'’]+(?:(?: of | of the | de | du | da | do | des | della | and the |[ -])(?:[Tt]he )?\p{Lu}[\p{L}\p{M}'’]+|\s(?:populaire|democratica|démocratique|popular|árabe) de \p{Lu}\p{L}+)*)`
	and     = `(?: and | et | y | e | und | и | with | avec | con | com | mit | с |\s?[–—-]\s?)`
)

// pairs are the ways in which a text names both parties.
var pairs = []*expression{
	lazily(`(?:^|[^\p{L}])` + article + union + and + article + country),
	lazily(`(?:^|[^\p{L}])` + article + country + and + article + union + `(?:[^\p{L}]|$)`),
}

// before is the partner at the head of a headline: "Norland: 7th …".
var before = lazily(`^` + country + `\s?:`)

// partner is the country or organisation that the European Union met: the one
// named beside it most often, in its short form.
func partner(l lead) string {
	votes := map[string]int{}
	var order []string
	vote := func(name string, weight int) {
		if name = shortName(spelled(name, l.opening)); name == "" {
			return
		}
		if votes[name] == 0 {
			order = append(order, name)
		}
		votes[name] += weight
	}
	if m := before.get().FindStringSubmatch(l.headline); m != nil && !isUnion(m[1]) {
		vote(m[1], 2)
	}
	for _, text := range []string{l.headline, l.opening, l.dateline} {
		for _, form := range pairs {
			for _, m := range form.get().FindAllStringSubmatch(text, 20) {
				vote(m[1], 1)
			}
		}
	}
	best := ""
	for _, name := range order {
		if votes[name] > votes[best] {
			best = name
		}
	}
	return best
}

// spelled is a name that a headline has in capitals as the text spells it, with
// as many of the words that follow in the headline as the text has too.
func spelled(name, text string) string {
	if name != strings.ToUpper(name) {
		return name
	}
	words := strings.Fields(name)
	for n := min(len(words), longestName); n > 0; n-- {
		if found := inSmall(strings.Join(words[:n], " "), text); found != "" {
			return found
		}
	}
	return name
}

// longestName is how many words the name of a country has at most.
const longestName = 8

// inSmall is where a text has words in capitals as a name of small letters, or
// "". "US" is none that the text's "us" would spell.
func inSmall(words, text string) string {
	form, err := regexp.Compile(`(?i)(?:^|[^\p{L}])(` + regexp.QuoteMeta(words) + `)(?:[^\p{L}]|$)`)
	if err != nil || utf8.RuneCountInString(words) < 4 {
		return ""
	}
	for _, m := range form.FindAllStringSubmatch(text, -1) {
		first, _ := utf8.DecodeRuneInString(m[1])
		if unicode.IsUpper(first) && m[1] != strings.ToUpper(m[1]) {
			return m[1]
		}
	}
	return ""
}

// isUnion reports whether a name is one of the European Union itself.
func isUnion(name string) bool {
	return regexpUnion.get().MatchString(name)
}

var regexpUnion = lazily(`^` + union)

// longForm are words that stand before a country's short name.
var longForm = lazily(`^(?:(?:Democratic |Islamic |People['’]s |Federal |Kyrgyz |United )*(?:Republic|Kingdom|State|Principality|Federation|Commonwealth|Union|Sultanate) of (?:the )?|République (?:populaire |démocratique |islamique |fédérale )*(?:de |du |d['’])(?:la |l['’])?|Royaume (?:de |du |d['’])|República (?:Popular |Federativa |de |del |da |do )*|Repubblica (?:popolare |di |del )*|Republik |Reino (?:de |do |da )|Република |Республик\p{L} )`)

// shortName is a country without its form of state, and without what follows
// a name by chance.
func shortName(name string) string {
	name = strings.TrimSpace(longForm.get().ReplaceAllString(name, ""))
	for _, tail := range []string{" Human", " Dialogue", " High", " Annual", " Subcommittee", " Cooperation", " Agreement", " Association", " Summit", " Civil", " Joint", " Informal", " Press", "’s", "'s", "-EU", "-UE"} {
		if i := strings.Index(name, tail); i >= 0 {
			name = name[:i]
		}
	}
	switch {
	case isUnion(name), strings.HasPrefix(name, "Member State"), notPartner[name], monthNamed(name) > 0:
		return ""
	}
	return name
}

// notPartner are words that stand beside the Union's name without being one.
var notPartner = map[string]bool{
	"Human": true, "Central Asia": true, "Delegation": true, "Dialogue": true, "Dialogo": true, "Diálogo": true, "High": true,
	"Member": true, "Special": true, "International": true, "Joint": true, "Civil": true, "Brussels": true, "It": true, "This": true,
}
