package intake

import (
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
		if d.section[i] == opening && namesHead(cut(p.plain, readBytes)) {
			d.remark(Kept, at(opening), "The heads of delegation are named in the opening: the paragraph was not taken apart.")
			return
		}
	}
}

func namesHead(text string) bool {
	_, found := nextHead(text)
	return found
}

// reads is the text of a section as it is printed.
func reads(s briefing.Section) string {
	return briefing.Statement{Sections: []briefing.Section{s}}.Plain(at(s.Key))
}

// personName is two to five words with capitals, among them initials.
const personName = `\p{Lu}(?:\.|[\p{L}\p{M}'’-]+)(?:[ \x{00A0}]?(?:\b(?:de |del |da |di |von |van |bin |al-))?\p{Lu}(?:\.|[\p{L}\p{M}'’-]+)){1,4}`

const (
	ledBy     = `(?:(?:headed|led|chaired|represented|co-chaired) by|, and by|et par|(?:présidée|dirigée|conduite) par|(?:encabezada|presidida|dirigida|copresidida) por|(?:chefiada|liderada) por|geleitet von|guidata da) `
	honorific = `(?:(?:Mr|Ms|Mrs|Dr|M|Mme|Sr|Sra|Herr|Frau|Ambassador|Embajador|Embaixador)\.?[ \x{00A0}])?`
)

// nameFirst finds "headed by Mr Name, Post", postFirst "headed by the Post, Mr
// Name": each the name and the post.
var (
	nameFirst = lazily(ledBy + honorific + `(?P<name>` + personName + `), (?P<post>[^;]+?)` +
		`(?:\.(?: |$)|$|;|, and (?:by |the |included )|,? et par | and (?:included|was accompanied|representatives)|, (?:led|headed|chaired))`)
	postFirst = lazily(ledBy + `(?:the |le |la |el |o |a )?(?P<post>\p{L}[^.;,]+?), ` + honorific + `(?P<name>` + personName + `)(?:\.(?: |$)|$|[,;]| (?:and|et|y|e) )`)
)

// head is where the name and the post of a head of delegation stand.
type head struct{ from, to, name, nameEnd, post, postEnd int }

// nextHead finds the next head of delegation that a text names.
func nextHead(text string) (head, bool) {
	best, found := head{}, false
	for _, form := range []*expression{nameFirst, postFirst} {
		m := form.get().FindStringSubmatchIndex(text)
		if m == nil || found && m[0] >= best.from {
			continue
		}
		name, post := 2*form.get().SubexpIndex("name"), 2*form.get().SubexpIndex("post")
		best, found = head{m[0], 0, m[name], m[name+1], m[post], m[post+1]}, true
	}
	best.to = max(best.nameEnd, best.postEnd)
	return best, found
}

// service finds the ministry or service in a post.
var service = lazily(`^(.+?)((?:,| of| of the| at| at the| in| in the| au| du| de la| del| en el|,? the|, at the) ?)((?:European External Action Service|EEAS|Ministry|Ministries|Office|Service européen|SEAE|Ministère|ministère|Ministerio|Ministério|Secretaría|Servicio Europeo|Auswärtiges Amt|Auswärtigen Dienst|Ministero)\b.*)$`)

// headsOf writes a paragraph as prose in which the heads of delegation are
// placeholders, and adds their rows.
func (d *desk) headsOf(plain string, people *[]briefing.Person) briefing.Prose {
	var b strings.Builder
	for rest := plain; ; {
		h, ok := nextHead(rest)
		if !ok {
			return briefing.Prose(b.String()) + briefing.Escape(rest)
		}
		n := len(*people) + 1
		p := briefing.Person{Side: d.side(rest[:h.from]), Name: rest[h.name:h.nameEnd], Post: rest[h.post:h.postEnd]}
		name, post := placeholder("name", n), placeholder("post", n)
		if parts := service.get().FindStringSubmatch(p.Post); parts != nil {
			p.Post, p.Service = parts[1], parts[3]
			post += string(briefing.Escape(parts[2])) + placeholder("service", n)
		}
		*people = append(*people, p)
		begin, between := min(h.name, h.post), rest[min(h.nameEnd, h.postEnd):max(h.name, h.post)]
		b.WriteString(string(briefing.Escape(rest[:begin])))
		if h.post < h.name {
			name, post = post, name
		}
		b.WriteString(name + string(briefing.Escape(between)) + post)
		rest = rest[h.to:]
	}
}

func placeholder(field string, n int) string {
	return "{{" + field + " " + strconv.Itoa(n) + "}}"
}

// side is the party that the words before a name speak of: the one named last.
func (d *desk) side(before string) string {
	eu, other := -1, -1
	for _, m := range unionName.get().FindAllStringIndex(before, -1) {
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

var unionName = lazily(`(?:^|[^\p{L}])` + union + `(?:[^\p{L}]|$)`)
