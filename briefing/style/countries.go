package style

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"delegation-briefing/briefing"
)

// Country is how a country and its capital are called in a guide's language.
type Country struct {
	Short   string   `toml:"short,omitempty"` // CLDR's, unless given
	Long    string   `toml:"long,omitempty"`
	Capital string   `toml:"capital,omitempty"`
	Also    []string `toml:"also,omitempty"`  // further forms that are right
	Wrong   []string `toml:"wrong,omitempty"` // forms that are wrong, or no longer right
}

// forms are the country's right names, the short one first.
func (c Country) forms() []string {
	all := []string{c.Short}
	if c.Long != "" {
		all = append(all, c.Long)
	}
	return append(all, c.Also...)
}

// allCountries completes the guide's countries from CLDR.
func allCountries(g Guide) []Country {
	tag, err := language.Parse(g.Language)
	if err != nil {
		return nil
	}
	names := display.Regions(tag)
	var all []Country
	for _, code := range countryCodes() {
		c := g.Countries[code]
		if region, err := language.ParseRegion(code); c.Short == "" && err == nil && names != nil {
			c.Short = strings.NewReplacer("'", "’").Replace(names.Name(region))
		}
		if c.Short != "" {
			all = append(all, c)
		}
	}
	return all
}

// countryCodes lists ISO 3166's codes of two letters, and Kosovo's.
func countryCodes() []string {
	var all []string
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			code := string([]rune{a, b})
			if r, err := language.ParseRegion(code); err == nil && r.IsCountry() && r.String() == code && r.ISO3() != "ZZZ" {
				all = append(all, code)
			}
		}
	}
	return all
}

// country is the country of that name.
func (g Guide) country(name string) (Country, bool) {
	for _, c := range g.countries {
		if slices.ContainsFunc(c.forms(), func(f string) bool { return strings.EqualFold(f, name) }) {
			return c, true
		}
	}
	return Country{}, false
}

// partner is the country that is the statement's partner.
func (r *reading) partner() (Country, bool) { return r.g.country(r.s.Partner) }

// checkCountry asks that the partner's long form be used once at most, and
// one short form after it.
func checkCountry(r *reading, rule *Rule) {
	c, ok := r.partner()
	if !ok {
		return
	}
	var short string
	for _, p := range r.prose() {
		for _, m := range mentions(p, c.forms()) {
			form := p.text[m[0]:m[1]]
			switch {
			case partOfName(p, m[0], m[1]):
			case short == "":
				if form != c.Long {
					short = form
				}
			case form != short:
				n := instead(short)
				n.with = []string{"short", short}
				r.remark(rule, p, m[0], m[1], n)
			}
		}
	}
}

// checkArticle remarks on the partner's name where it stands in a sentence
// without the article that it takes there. It keeps to names between words
// that show that they are no part of a longer one.
func checkArticle(r *reading, rule *Rule) {
	c, _ := r.partner()
	names := slices.DeleteFunc(append(c.forms(), r.s.Partner), func(name string) bool { return !briefing.TakesArticle(name, r.s.Language) })
	for _, p := range r.prose() {
		for _, m := range mentions(p, names) {
			before := p.before(m[0], 1)
			if len(before) == 0 || p.text[before[0].to:m[0]] != " " || !slices.Contains(rule.Words, before[0].lower) || !r.standsAlone(p, m[1], rule) {
				continue
			}
			n := instead(before[0].text + " the")
			n.safe = rule.safe()
			n.with = []string{"name", p.text[m[0]:m[1]]}
			if from, to, ok := p.partnerPlaceholder(m[0], m[1]); ok {
				r.remarkOnPlaceholder(rule, p, from, to, "{{the partner}}", n)
				continue
			}
			r.remark(rule, p, before[0].from, before[0].to, n)
		}
	}
}

// partnerPlaceholder finds, in the source, the placeholder that the words
// from–to of the passage stand for, if they are the partner's name.
func (p *passage) partnerPlaceholder(from, to int) (start, end int, ok bool) {
	i := p.run(from)
	if r := p.runs[i]; r.span.From != (briefing.Place{Field: "partner"}) || r.from != from || from+len(r.span.Text) != to {
		return 0, 0, false
	}
	start, end = p.startOf(i, from), p.endOf(i, to)
	m := partnerBraces.FindStringIndex(p.source[start:end])
	if m == nil {
		return 0, 0, false
	}
	return start + m[0], start + m[1], true
}

var partnerBraces = regexp.MustCompile(`\{\{ ?partner ?\}\}`)

// standsAlone reports whether a name that ends at a byte is over there: a mark
// follows, or a word that the rule knows or that a meeting is told of with.
func (r *reading) standsAlone(p *passage, to int, rule *Rule) bool {
	after, spaced := strings.CutPrefix(p.text[to:], " ")
	if !spaced {
		return !strings.ContainsRune("-‑–—/", first(after))
	}
	words := p.wordsIn(to, len(p.text))
	return len(words) > 0 && words[0].from == to+1 && (slices.Contains(rule.Words, words[0].lower) || slices.Contains(r.g.Words.Opening, words[0].lower))
}

// checkCountryNames remarks on names of countries that are wrong or nearly
// right.
func checkCountryNames(r *reading, rule *Rule) {
	partner, _ := r.partner()
	for _, p := range r.passages {
		if p.kind == "name" || p.kind == "phones" {
			continue
		}
		for i, w := range p.words {
			if !capital(w.text) || r.insideName(p, i) && !strings.HasPrefix(w.text, "EU-") {
				continue
			}
			if ph, to, ok := r.g.wrong.match(p.wording, i); ok {
				r.remark(rule, p, w.from, to, instead(ph.instead))
				continue
			}
			for _, part := range hyphenated(w) {
				if right := r.g.nearCountry(part.text, partner.Short); right != "" {
					r.remark(rule, p, part.from, part.to, instead(right))
				}
			}
		}
	}
}

// hyphenated parts a word at its hyphens, without a possessive's ending.
func hyphenated(w word) []word {
	var parts []word
	from := w.from
	for _, text := range strings.SplitAfter(noun(w.text), "-") {
		bare := strings.TrimSuffix(text, "-")
		parts = append(parts, word{from, from + len(bare), bare, ""})
		from += len(text)
	}
	return parts
}

// insideName reports whether another capital stands beside a word, so that it
// may be part of a longer name.
func (r *reading) insideName(p *passage, i int) bool {
	if i > 0 && p.between(i-1) == " " && capital(p.words[i-1].text) && !p.opens(p.words[i-1].from) {
		return true
	}
	return i+1 < len(p.words) && p.between(i) == " " && capital(p.words[i+1].text)
}

// nearCountry is the country that a name misses by one letter; "" where it
// does not. Short names are too easily missed by other words, but for the
// partner's own.
func (g Guide) nearCountry(name, partner string) string {
	const long = 6
	if len(name) < 4 || g.places[name] || !capital(name) {
		return ""
	}
	for _, c := range g.countries {
		tooShort := c.Short != partner && (len(name) < long || len(c.Short) < long)
		if tooShort || strings.Contains(c.Short, " ") || strings.HasPrefix(name, c.Short) || first(name) != first(c.Short) {
			continue
		}
		if d := len(name) - len(c.Short); -1 <= d && d <= 1 && distance([]rune(name), []rune(c.Short)) == 1 {
			return c.Short
		}
	}
	return ""
}

// mentions finds some forms of a name in a passage, in order; where two begin
// at the same word, the longer.
func mentions(p *passage, forms []string) [][2]int {
	var all [][2]int
	for _, form := range forms {
		for at := 0; form != ""; {
			i := strings.Index(p.text[at:], form)
			if i < 0 {
				break
			}
			from, to := at+i, at+i+len(form)
			if at = to; !inWord(last(p.text[:from])) && !inWord(first(p.text[to:])) {
				all = append(all, [2]int{from, to})
			}
		}
	}
	slices.SortFunc(all, func(a, b [2]int) int { return a[0] - b[0] })
	return slices.DeleteFunc(all, func(m [2]int) bool {
		return slices.ContainsFunc(all, func(o [2]int) bool { return o != m && o[0] <= m[0] && m[1] <= o[1] })
	})
}
