package intake

import (
	"slices"
	"strings"

	"delegation-briefing/briefing"
)

// fill writes the sorted paragraphs into the sections of the template, in its
// order.
func (d *desk) fill() {
	d.dropNumbers()
	for _, p := range d.template.Parts {
		d.statement.Sections = append(d.statement.Sections, briefing.Section{Key: p.Key})
	}
	for i, section := range d.section {
		if section == "" {
			d.section[i] = topics
		}
		if !d.hasSection(d.section[i]) {
			d.statement.Sections = append(d.statement.Sections, briefing.Section{Key: d.section[i]})
		}
	}
	for n := range d.statement.Sections {
		d.fillSection(&d.statement.Sections[n])
	}
	if !slices.Contains(d.section, headline) {
		d.remark(Missing, at(headline), "The text has no headline.")
	}
	d.remarkHeads()
	d.remarkMoves()
}

func (d *desk) hasSection(key string) bool {
	return slices.ContainsFunc(d.statement.Sections, func(s briefing.Section) bool { return s.Key == key })
}

// in lists the paragraphs of a section, without the heading above them where
// the template prints that itself.
func (d *desk) in(key string) []int {
	var all []int
	for i, section := range d.section {
		if section == key {
			all = append(all, i)
		}
	}
	part := d.template.Part(key)
	if len(all) > 1 && part.ShowHeading && sameWords(d.text[all[0]].plain, part.HeadingIn(d.statement.Language)) {
		return all[1:]
	}
	return all
}

func sameWords(a, b string) bool {
	return slices.Equal(strings.Fields(a), strings.Fields(b))
}

func (d *desk) fillSection(s *briefing.Section) {
	part := d.template.Part(s.Key)
	all := d.in(s.Key)
	switch {
	case len(all) == 0:
	case s.Key == contacts:
		d.fillContacts(s, all)
	case part.Kind == briefing.TopicsPart || s.Key == topics:
		d.fillTopics(s, part, all)
	case s.Key == heads:
		d.fillHeads(s, all)
	default:
		s.Text = written(d.paragraphs(all))
	}
}

func (d *desk) paragraphs(all []int) []paragraph {
	var text []paragraph
	for _, i := range all {
		text = append(text, d.text[i])
	}
	return text
}

// fillTopics makes a topic of each paragraph and of what goes with it.
func (d *desk) fillTopics(s *briefing.Section, part briefing.Part, all []int) {
	for len(all) > 0 {
		n := 1
		for n < len(all) && n < longTopic && all[n] == all[n-1]+1 && d.joined[all[n]] {
			n++
		}
		s.Topics = append(s.Topics, d.topic(part, d.paragraphs(all[:n])))
		if t := s.Topics[len(s.Topics)-1]; t.Subject == "" {
			at := briefing.Place{Section: s.Key, Item: len(s.Topics), Field: "text"}
			d.remark(Unplaced, at, "No subject was recognised in the paragraph that begins “%s”: it is kept as a topic.", beginning(d.text[all[0]].plain))
		}
		all = all[n:]
	}
}

// longTopic is how many paragraphs and items a topic may have.
const longTopic = 200

// topic is paragraphs as one topic. A line above them is its heading where the
// template prints headings; else it stays in the text, so that it is printed.
func (d *desk) topic(part briefing.Part, text []paragraph) briefing.Topic {
	var t briefing.Topic
	var words []string
	for _, p := range text {
		words = append(words, tokens(cut(p.plain, 4000))...)
	}
	if s := d.subject(words); s != nil {
		t.Subject = s.Tag
		if !part.TopicHeadings {
			t.Heading = s.Heading(d.statement.Language)
		}
	}
	if len(text) > 1 && text[0].subheading() {
		if part.TopicHeadings {
			t.Heading, text = text[0].plain, text[1:]
		} else if strong := "**" + text[0].prose + "**"; text[0].prose == briefing.Escape(text[0].plain) && proseReads(strong) == text[0].plain {
			text[0].prose = strong
		}
	}
	t.Text = written(text)
	return t
}

// fillContacts makes a row of each contact; other lines stay above them.
func (d *desk) fillContacts(s *briefing.Section, all []int) {
	var above []paragraph
	for _, i := range all {
		if p, ok := d.people[i]; ok {
			s.People = append(s.People, p)
		} else if !d.joined[i] {
			above = append(above, d.text[i])
		}
	}
	s.Text = written(above)
}

// mentions counts how often each subject is spoken of.
func (d *desk) mentions(words []string) []int {
	count := make([]int, len(d.subjects))
	d.spoken.find(words, func(tag string, _, _ int) {
		for i := range d.subjects {
			if d.subjects[i].Tag == tag {
				count[i]++
			}
		}
	})
	return count
}

// dropNumbers takes the numbers off the paragraphs of a communiqué where the
// template prints the same ones.
func (d *desk) dropNumbers() {
	if !d.numbered() {
		return
	}
	var printed []int
	for _, p := range d.template.Parts {
		for i, section := range d.section {
			if section == p.Key && p.Numbered && d.text[i].item == 0 && !(p.TopicHeadings && d.text[i].subheading()) {
				printed = append(printed, i)
			}
		}
	}
	for n, i := range printed {
		if have := d.text[i].number(); (have != n+1 || !printedNumber.get().MatchString(d.text[i].plain)) && !(n == 0 && have == 0) {
			d.remark(Kept, at(d.section[i]), "The numbers of the paragraphs are kept in the text: the template would number them otherwise.")
			return
		}
	}
	for _, i := range printed {
		p := &d.text[i]
		if mark := number.get().FindString(p.plain); mark != "" {
			p.plain = p.plain[len(mark):]
			p.prose = briefing.Prose(strings.TrimPrefix(string(p.prose), string(briefing.Escape(mark))))
		}
	}
}

// printedNumber is a number as templates print it.
var printedNumber = lazily(`^[1-9][0-9]{0,2}\. `)

// remarkMoves says which sections the template prints elsewhere than they
// stood in the text.
func (d *desk) remarkMoves() {
	rank := map[string]int{}
	for i, s := range d.statement.Sections {
		rank[s.Key] = i
	}
	furthest, told := -1, map[string]bool{}
	for i := len(d.section) - 1; i >= 0; i-- {
		key := d.section[i]
		if key == dateline {
			continue
		}
		if furthest >= 0 && rank[key] > furthest && !told[key] {
			told[key] = true
			d.remark(Moved, at(key), "%s: the template prints this section further down than it stood in the text.", d.template.Part(key).HeadingIn(d.statement.Language))
		}
		if furthest < 0 || rank[key] < furthest {
			furthest = rank[key]
		}
	}
}

// beginning is the first words of a paragraph, for a remark.
func beginning(text string) string {
	words := strings.Fields(cut(text, 200))
	if len(words) > 6 {
		return strings.Join(words[:6], " ") + " …"
	}
	return strings.Join(words, " ")
}

// cut is at most n bytes of a text, and no half character.
func cut(text string, n int) string {
	if len(text) <= n {
		return text
	}
	for n > 0 && text[n]&0xC0 == 0x80 {
		n--
	}
	return text[:n]
}
