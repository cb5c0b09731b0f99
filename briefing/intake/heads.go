package intake

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"delegation-briefing/briefing"
)

// fillHeads keeps the sentences on the heads of delegation as they are, but
// takes name, post and service into rows that the sentence is filled from.
// Where that would change a word, the sentence stays as it is.
func (d *desk) fillHeads(s *briefing.Section, all []int) {
	text := d.paragraphs(all)
	s.Text = join(text)
	filled := *s
	var prose []paragraph
	for _, p := range text {
		if p.prose == briefing.Escape(p.plain) {
			p.prose = d.headsOf(p.plain, &filled.People)
		}
		prose = append(prose, p)
	}
	filled.Text = join(prose)
	if len(filled.People) > 0 && reads(filled) == reads(*s) {
		*s = filled
		if len(s.People) == 1 {
			d.remark(Kept, at(heads), "Only one head of delegation could be taken into a row; the other stands in the text.")
		}
		return
	}
	d.remark(Kept, at(heads), "The names of the heads of delegation stand in the text only: their rows could not be filled.")
}

// remarkHeads says that the heads of delegation stand in a paragraph of another
// section, which stays whole.
func (d *desk) remarkHeads() {
	if slices.Contains(d.section, heads) {
		return
	}
	for i, p := range d.text {
		if d.section[i] == opening && headedBy.MatchString(cut(p.plain, readBytes)) {
			d.remark(Kept, at(opening), "The heads of delegation are named in the opening: the paragraph was not taken apart.")
			return
		}
	}
}

// reads is the text of a section as it is printed.
func reads(s briefing.Section) string {
	return briefing.Statement{Sections: []briefing.Section{s}}.Plain(at(s.Key))
}

const personName = `(\p{Lu}[\p{L}\p{M}'’.-]*(?:[ \x{00A0}](?:de |del |da |di |von |van |bin |al-)?\p{Lu}[\p{L}\p{M}'’.-]*){1,4})`

// headed finds "headed by Mr Name, Post": the honorific, the name, the post.
var headedBy = regexp.MustCompile(`(?:(?:headed|led|chaired|represented|co-chaired) by|, and by|et par|(?:présidée|dirigée|conduite) par|(?:encabezada|presidida|dirigida|copresidida) por|(?:chefiada|liderada) por|geleitet von|guidata da) ` +
	`(?:(?:Mr|Ms|Mrs|Dr|M|Mme|Sr|Sra|Herr|Frau|Ambassador|Embajador|Embaixador)\.?[ \x{00A0}])?` + personName + `, ([^;]+?)` +
	`(?:\.(?: |$)|$|;|, and (?:by |the |included )|,? et par | and (?:included|was accompanied|representatives)|, (?:led|headed|chaired))`)

// service finds the ministry or service in a post.
var service = regexp.MustCompile(`^(.+?)((?:,| of| of the| at| at the| in| in the| au| du| de la| del| en el|,? the|, at the) ?)((?:European External Action Service|EEAS|Ministry|Ministries|Office|Service européen|SEAE|Ministère|ministère|Ministerio|Ministério|Secretaría|Servicio Europeo|Auswärtiges Amt|Auswärtigen Dienst|Ministero)\b.*)$`)

// headsOf writes a paragraph as prose in which the heads of delegation are
// placeholders, and adds their rows.
func (d *desk) headsOf(plain string, people *[]briefing.Person) briefing.Prose {
	var b strings.Builder
	done := 0
	for _, m := range headedBy.FindAllStringSubmatchIndex(plain, -1) {
		p := briefing.Person{Side: d.side(plain[done:m[0]]), Name: plain[m[2]:m[3]], Post: plain[m[4]:m[5]]}
		b.WriteString(string(briefing.Escape(plain[done:m[2]])))
		*people = append(*people, p)
		n := len(*people)
		b.WriteString(placeholder("name", n) + ", " + placeholder("post", n))
		if parts := service.FindStringSubmatch(p.Post); parts != nil {
			row := &(*people)[n-1]
			row.Post, row.Service = parts[1], parts[3]
			b.WriteString(string(briefing.Escape(parts[2])) + placeholder("service", n))
		}
		done = m[5]
	}
	b.WriteString(string(briefing.Escape(plain[done:])))
	return briefing.Prose(b.String())
}

func placeholder(field string, n int) string {
	return "{{" + field + " " + strconv.Itoa(n) + "}}"
}

// side is the party that the words before a name speak of: the one named last.
func (d *desk) side(before string) string {
	eu, other := -1, -1
	for _, m := range unionName.FindAllStringIndex(before, -1) {
		eu = m[0]
	}
	if d.statement.Partner != "" {
		other = strings.LastIndex(before, cut(d.statement.Partner, max(4, len(d.statement.Partner)-3)))
	}
	if eu >= 0 && eu > other {
		return "EU"
	}
	return d.statement.Partner
}

var unionName = regexp.MustCompile(`(?:^|[^\p{L}])` + union + `(?:[^\p{L}]|$)`)
