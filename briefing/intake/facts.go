package intake

import (
	"slices"
	"strings"

	"delegation-briefing/briefing"
)

// readFacts reads the facts of the dialogue from the headline, the dateline and
// the first paragraphs, and remarks on what they do not say.
func (d *desk) readFacts() {
	s := &d.statement
	s.Format, s.Template, s.Status = briefing.Format, d.template.Name, briefing.Draft
	words := d.allWords()
	s.Language = language(words)
	l := d.lead()
	s.Kind = d.kindName(tokens(l.headline + " . " + l.opening))
	s.Partner = partner(l)
	d.readEdition(l)
	d.readDate(l)
	d.readPlace(l)
	s.Reference = reference(l.dateline)
	for _, fact := range []string{"kind", "partner"} {
		if words, _ := s.Text(briefing.Place{Field: fact}); words == "" {
			d.missing(fact, missingFact[fact])
		}
	}
}

var missingFact = map[string]string{
	"kind":    "The text does not say what kind of dialogue it is about.",
	"partner": "The partner could not be told from the text.",
	"edition": "The text does not say which dialogue it was, by number.",
	"date":    "The text does not say when the dialogue was held.",
	"year":    "The year of the dialogue is missing: the text says “%s” only.",
	"place":   "The text does not say where the dialogue was held.",
}

func (d *desk) missing(fact, said string, with ...any) {
	d.remark(Missing, briefing.Place{Field: fact}, said, with...)
}

// lead is where the facts of a statement stand.
type lead struct {
	headline, dateline string
	first              string // the first paragraph of the text
	opening            string // the first and those that are opening too
}

func (d *desk) lead() lead {
	var l lead
	for i, p := range d.text {
		plain := p.plain
		if len(plain) > 3000 {
			plain = plain[:3000]
		}
		switch key := d.section[i]; {
		case key == headline:
			l.headline += plain + "\n"
		case key == dateline:
			l.dateline += plain + "\n"
		case key == contacts:
		case l.first == "":
			l.first = plain
			l.opening = plain
		case key == opening && len(l.opening) < 3000:
			l.opening += "\n" + plain
		}
	}
	return l
}

// allWords is enough of the text to tell its language.
func (d *desk) allWords() []string {
	var words []string
	for _, p := range d.text {
		if len(words) > 2000 {
			break
		}
		words = append(words, tokens(p.plain)...)
	}
	return words
}

// kindIn is the kind of dialogue that the words name, or nil.
func (d *desk) kindIn(words []string) *kind {
	for i := range d.kinds {
		if d.kinds[i].finder.has("kind", words) {
			return &d.kinds[i]
		}
	}
	return nil
}

func (d *desk) kindName(words []string) string {
	k := d.kindIn(words)
	if k == nil {
		return ""
	}
	if name := k.Names[d.statement.Language]; name != "" {
		return name
	}
	return k.Names["en"]
}

func (d *desk) readEdition(l lead) {
	above, below := edition(l.headline), edition(l.opening)
	d.statement.Edition = below
	if below == 0 {
		d.statement.Edition = above
	}
	switch {
	case above > 0 && below > 0 && above != below:
		d.remark(Guessed, briefing.Place{Field: "edition"}, "The headline and the text number the dialogue differently; the number of the text was taken.")
	case d.statement.Edition == 0:
		d.missing("edition", missingFact["edition"])
	}
}

// readDate takes the first date of the text, and the year, where it has none,
// from the lines above it.
func (d *desk) readDate(l lead) {
	s := &d.statement
	above := datesIn(l.dateline)
	found := datesIn(l.opening)
	if len(found) == 0 {
		if found = datesIn(l.headline); len(found) == 0 {
			d.dateFromAbove(above)
			return
		}
	}
	s.Date, s.EndDate = found[0].from, found[0].to
	if yesterday(l.opening) {
		s.Date = dayBeforeThat(s.Date)
		d.remark(Guessed, briefing.Place{Field: "date"}, "The text says “yesterday”: the date is the day before the one it bears.")
	}
	if s.Date.Year == 0 && len(above) > 0 && above[0].from.Year != 0 {
		s.Date.Year = above[0].from.Year
		if !s.EndDate.IsZero() {
			s.EndDate.Year = s.Date.Year
		}
		d.remark(Guessed, briefing.Place{Field: "date"}, "The year of the dialogue was taken from the date of release.")
	}
	if s.Date.Year == 0 {
		said := s.Date.In(s.Language)
		d.missing("date", missingFact["year"], said)
	}
}

func (d *desk) dateFromAbove(above []days) {
	if len(above) == 0 {
		d.missing("date", missingFact["date"])
		return
	}
	d.statement.Date, d.statement.EndDate = above[0].from, above[0].to
	d.remark(Guessed, briefing.Place{Field: "date"}, "The date is that of the release: the text does not say when the dialogue was held.")
}

func yesterday(text string) bool {
	return slices.ContainsFunc(tokens(text), func(w string) bool {
		return w == "yesterday" || w == "hier" || w == "ayer" || w == "ontem" || w == "gestern" || w == "ieri" || w == "вчера"
	})
}

func dayBeforeThat(d briefing.Date) briefing.Date {
	if !d.Known() {
		return d
	}
	t := d.Time().AddDate(0, 0, -1)
	return briefing.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}

// readPlace reads where, or by what means, the dialogue was held.
func (d *desk) readPlace(l lead) {
	s := &d.statement
	s.Mode = d.mode(l.opening)
	about := sentences(l.opening)
	candidates := about[:1]
	for _, sentence := range about[1:] {
		if tookPlace.get().MatchString(sentence) {
			candidates = append(candidates, sentence)
		}
	}
	for _, text := range append(candidates, l.headline) {
		if city := placeIn(text, s.Partner); city != "" && (s.Mode == "" || text != about[0]) {
			s.Place = city
			return
		}
	}
	if s.Mode != "" {
		return
	}
	if m := releasePlace.get().FindStringSubmatch(l.dateline + l.first); m != nil && len(m[1]) > 2 && isPlace(m[1], s.Partner) {
		s.Place = m[1]
		d.remark(Guessed, briefing.Place{Field: "place"}, "The place is that of the release: the text does not say where the dialogue was held.")
		return
	}
	d.missing("place", missingFact["place"])
}

var (
	tookPlace    = lazily(`(?i)took place|was held|place|held in|tuvo lugar|a eu lieu|состоял`)
	capitals     = `\p{Lu}[\p{L}\p{M}'’-]+(?:[ -](?:de |del |da |do |la |el )?\p{Lu}[\p{L}\p{M}'’-]+)*`
	inPlace      = lazily(`(?:^|[^\p{L}])(?:in|at|à|au|en|em|a|en la|in der|в|во|στην|w|în|te) (` + capitals + `)`)
	inArabic     = lazily(`في (\p{Arabic}{3,})`)
	releasePlace = lazily(`(?m)^(` + capitals + `)(?:,? (?:le |el )?[0-9]|$)`)
)

// placeIn is the first city that a text names after a word such as "in".
func placeIn(text, partner string) string {
	for _, m := range inPlace.get().FindAllStringSubmatch(text, -1) {
		if city := m[1]; isPlace(city, partner) {
			return city
		}
	}
	if m := inArabic.get().FindStringSubmatch(text); m != nil {
		return m[1]
	}
	return ""
}

// isPlace reports whether a name can be that of a city where a dialogue is
// held, and is not the partner's or a month's.
func isPlace(name, partner string) bool {
	if partner != "" && strings.Contains(name, partner) || monthNamed(name) > 0 || isUnion(name) {
		return false
	}
	for _, word := range tokens(name) {
		switch word {
		case "human", "central", "europe", "european", "asia", "dialogue", "articulo", "article", "person", "annual", "republic":
			return false
		}
	}
	return strings.ToUpper(name) != name
}

// mode is how they met when not in one room, in the words of the text.
func (d *desk) mode(text string) string {
	var words []string
	var at [][]int
	for _, m := range dateWord.get().FindAllStringIndex(text, -1) {
		words = append(words, briefing.Fold(text[m[0]:m[1]]))
		at = append(at, m)
	}
	mode := ""
	d.modes.find(words, func(_ string, from, to int) {
		if mode == "" {
			mode = text[at[from][0]:at[to-1][1]]
		}
	})
	for _, verb := range []string{"held ", "meeting "} {
		mode = strings.TrimPrefix(mode, verb)
	}
	return strings.TrimSuffix(mode, " on")
}

var (
	uniqueID  = lazily(`(?i)(?:unique id|réf(?:érence)?|ref(?:erence)?\.?(?: no\.?)?|réf\.)\s*[:№#]?\s*([\p{L}0-9][\p{L}0-9_/.-]*[0-9])`)
	pressLine = lazily(`(?m)^[•\s]*((?:IP/|MEMO/|STATEMENT/|PRESS )?[0-9]{1,4}/(?:[0-9]{2}|[0-9]{4}))\s*$`)
)

// reference is the number of the text in a register.
func reference(dateline string) string {
	for _, form := range []*expression{uniqueID, pressLine} {
		if m := form.get().FindStringSubmatch(dateline); m != nil {
			return m[1]
		}
	}
	return ""
}
