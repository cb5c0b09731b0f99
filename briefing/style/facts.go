package style

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"delegation-briefing/briefing"
)

// people lists the places of the names in the statement's rows.
func (r *reading) people() []briefing.Place {
	var all []briefing.Place
	for _, sec := range r.s.Sections {
		for i := range sec.People {
			all = append(all, briefing.Place{Section: sec.Key, Item: i + 1, Field: "name"})
		}
	}
	return all
}

// checkGaps remarks on placeholders that no fact fills: once for each fact,
// however often the text names it.
func checkGaps(r *reading, rule *Rule) {
	seen := map[briefing.Place]bool{}
	for _, gap := range r.s.Gaps() {
		var n note
		if at, ok := r.s.Filler(gap.Text, gap.From.Section); ok {
			if seen[at] {
				continue
			}
			seen[at] = true
			if _, ok := rule.Say[at.Field]; ok {
				n.say = at.Field
			}
		}
		source, _ := r.s.Text(gap.From)
		f := rule.finding(strings.Trim(gap.Text, "{} "), n)
		f.At, f.From, f.To, f.Found, f.text = gap.From, gap.Start, gap.End, source[gap.Start:gap.End], source
		r.found = append(r.found, f)
	}
}

// checkSections remarks on parts the template asks for and the statement does
// not have.
func checkSections(r *reading, rule *Rule) {
	for _, part := range r.t.Parts {
		if part.Required && saysNothing(r.s.Section(part.Key)) {
			heading := part.HeadingIn(cmp.Or(r.g.spoken, r.s.Language))
			r.remarkAt(rule, briefing.Place{Section: part.Key, Field: "text"}, note{with: []string{"part", heading}})
		}
	}
}

// saysNothing reports whether nothing was written in a section besides what
// templates begin with: the headings of topics, the sides and services of people.
func saysNothing(sec briefing.Section) bool {
	for _, p := range sec.People {
		p.Side, p.Service = "", ""
		if !p.Empty() {
			return false
		}
	}
	return sec.Text.Blank() && !slices.ContainsFunc(sec.Topics, func(t briefing.Topic) bool { return !t.Text.Blank() })
}

// checkAgreement compares the partner and the place among the facts with the
// headline and the opening.
func checkAgreement(r *reading, rule *Rule) {
	headline, opening := r.said("headline"), r.said(r.opening())
	if opening == "" {
		return
	}
	if words := r.s.Partner; words != "" {
		r.compare(rule, "partner", r.namesPartner(headline), r.namesPartner(opening))
	}
	if words := r.s.Place; words != "" && !r.otherPlace(rule) {
		r.compare(rule, "place", strings.Contains(headline, words), strings.Contains(opening+r.said("dateline"), words))
	}
}

// compare remarks on a fact that the headline or the opening does not name. A
// headline without a place is no fault.
func (r *reading) compare(rule *Rule, fact string, inHeadline, inOpening bool) {
	at := briefing.Place{Field: fact}
	level := Should
	switch {
	case !inHeadline && !inOpening:
		level = Must
		r.remarkAt(rule, at, note{say: fact + " nowhere", level: &level})
	case !inOpening:
		r.remarkAt(rule, at, note{say: fact, level: &level})
	case !inHeadline && fact == "partner" && r.said("headline") != "":
		r.remarkAt(rule, at, note{say: "headline", level: &level})
	}
}

// namesPartner reports whether a text names the partner in any of its forms.
func (r *reading) namesPartner(text string) bool {
	forms := []string{r.s.Partner}
	if c, ok := r.partner(); ok {
		forms = append(forms, c.forms()...)
	}
	return slices.ContainsFunc(forms, func(f string) bool {
		return strings.Contains(strings.ToLower(text), strings.ToLower(f))
	})
}

// otherPlace remarks on a place of the meeting, in the headline or the opening,
// that is not that of the facts. It reports whether there was one.
func (r *reading) otherPlace(rule *Rule) bool {
	found := false
	for _, p := range r.passages {
		if p.kind != "headline" && p.at.Section != r.opening() {
			continue
		}
		for _, s := range p.sentences {
			if from, to := r.placeIn(p, s); to > from && p.text[from:to] != r.s.Place {
				level := Must
				n := instead(r.s.Place)
				n.say, n.level, n.with = "other", &level, []string{"place", r.s.Place}
				r.remark(rule, p, from, to, n)
				found = true
			}
		}
	}
	return found
}

// placeIn finds where a sentence says the meeting was held: "in" and a name
// that ends a clause, in a sentence that tells of the meeting and does not name
// the right place.
func (r *reading) placeIn(p *passage, s sentence) (from, to int) {
	text := p.text[s.from:s.to]
	tells := slices.ContainsFunc(p.wordsIn(s.from, s.to), func(w word) bool { return slices.Contains(r.g.Words.Opening, w.lower) })
	if !tells || strings.Contains(text, r.s.Place) || r.g.held == nil {
		return 0, 0
	}
	for _, m := range r.g.held.FindAllStringSubmatchIndex(text, -1) {
		name := text[m[2]:m[3]]
		if _, country := r.g.country(name); !country && !r.namesPartner(name) && !r.isMonth(name) {
			return s.from + m[2], s.from + m[3]
		}
	}
	return 0, 0
}

// placeForm finds names of one to three words that end a clause after "in".
func placeForm(g Guide) *regexp.Regexp {
	if len(g.Words.In) == 0 {
		return nil
	}
	return regexp.MustCompile(`(?:^|[^\pL])` + either(g.Words.In) + ` (\p{Lu}[\pL’'-]+(?: \p{Lu}[\pL’'-]+){0,2})(?:\s*$|[.,;)]| (?:on|and|under|for|within|to)\b)`)
}

func (r *reading) isMonth(name string) bool {
	return slices.Contains(briefing.Months(r.g.Language), strings.Fields(name)[0])
}

// checkHeadline compares what the headline says with the opening: the place it
// ends with, and the number of the meeting.
func checkHeadline(r *reading, rule *Rule) {
	for _, p := range r.kinds("headline") {
		if m := placeAtEnd.FindStringSubmatchIndex(p.text); m != nil && r.s.Place == "" && !strings.Contains(r.said(r.opening())+r.said("dateline"), p.text[m[2]:m[3]]) {
			r.remark(rule, p, m[2], m[3], note{say: "place"})
		}
		if i := slices.IndexFunc(r.numbered, r.opens); i >= 0 && !slices.ContainsFunc(r.numbered, func(m numbered) bool { return m.p == p }) {
			m := r.numbered[i]
			r.remark(rule, p, 0, len(p.text), note{say: "number", with: []string{"number", m.p.text[m.from:m.to]}})
		}
	}
}

var placeAtEnd = regexp.MustCompile(`\bin (\p{Lu}[\pL’'-]+(?: \p{Lu}[\pL’'-]+)*)\s*$`)

// opens reports whether the opening numbers its own meeting here.
func (r *reading) opens(m numbered) bool {
	return m.p.at.Section == r.opening() && m.series == r.ownSeries() && m.n > 1 && !r.ofAnother(m)
}

// said is the text of a section, as it is printed.
func (r *reading) said(key string) string {
	var all []string
	for _, p := range r.passages {
		if p.at.Section == key && key != "" {
			all = append(all, p.text)
		}
	}
	return strings.Join(all, " ")
}

// checkHeads asks for name and post of each head of delegation.
func checkHeads(r *reading, rule *Rule) {
	for _, part := range r.t.Parts {
		if part.Kind != briefing.PeoplePart {
			continue
		}
		for i, person := range r.s.Section(part.Key).People {
			for _, field := range []string{"name", "post"} {
				at := briefing.Place{Section: part.Key, Item: i + 1, Field: field}
				if words, _ := r.s.Text(at); words == "" && person.Name+person.Post != "" {
					r.remarkAt(rule, at, note{say: field, with: []string{"name", person.Name, "side", person.Side}})
				}
			}
		}
	}
}

// checkContacts asks for a name, a role and a number of each press contact,
// each in its own row.
func checkContacts(r *reading, rule *Rule) {
	for _, part := range r.t.Parts {
		if part.Kind != briefing.ContactsPart {
			continue
		}
		sec := r.s.Section(part.Key)
		for i, person := range sec.People {
			if !person.Empty() && len(person.Phones) == 0 {
				r.remarkAt(rule, briefing.Place{Section: part.Key, Item: i + 1, Field: "phones"}, note{say: "phones", with: []string{"name", person.Name}})
			}
		}
		if phoneForm.MatchString(string(sec.Text)) {
			r.remarkAt(rule, briefing.Place{Section: part.Key, Field: "text"}, note{})
		}
	}
}
