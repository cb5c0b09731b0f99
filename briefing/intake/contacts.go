package intake

import (
	"strings"

	"delegation-briefing/briefing"
)

var (
	phone = lazily(`\+?[0-9][0-9 ()./\x{00A0}\x{2011}-]{5,}[0-9]`)
	email = lazily(`[\p{L}0-9._%+-]+@[\p{L}0-9.-]+\.\p{L}{2,}`)
)

// takeContacts finds the lines of press contacts: a name, the role below it,
// telephone numbers, an e-mail address.
func (d *desk) takeContacts() {
	d.people = map[int]briefing.Person{}
	for i := 0; i < len(d.text); i++ {
		if !reach(d.text[i]) || d.section[i] != "" {
			continue
		}
		from := i
		if !named(d.text[i].plain) {
			from = d.firstLine(i)
		}
		to := i
		for to+1 < len(d.text) && reach(d.text[to+1]) && !named(d.text[to+1].plain) {
			to++
		}
		d.takeContact(from, i, to)
		i = to
	}
	d.takeContactHeadings()
}

// reach reports whether a line is a way to reach a person.
func reach(p paragraph) bool {
	if p.item > 0 || len(p.plain) > 300 || briefing.Words(p.plain) > 12 {
		return false
	}
	if email.get().MatchString(p.plain) {
		return true
	}
	number := phone.get().FindString(p.plain)
	return digits(number) >= 7 && (2*len(number) >= len(p.plain) || number[0] == '+') && len(datesIn(p.plain)) == 0
}

// named reports whether a line that says how to reach a person begins with the
// name: "Name – Role – +32 …".
func named(line string) bool {
	parts := apart.get().Split(line, -1)
	return len(parts) > 1 && len(strings.Fields(parts[0])) > 1 && !strings.ContainsAny(parts[0], "0123456789@:")
}

// apart stands between the parts of a contact that is written in one line.
var apart = lazily(`[\s\x{00A0}]+[–—|·/-][\s\x{00A0}]+`)

func digits(text string) int {
	n := 0
	for _, r := range text {
		if r >= '0' && r <= '9' {
			n++
		}
	}
	return n
}

// firstLine is where the contact begins whose first number stands at i: at
// most four short lines above it.
func (d *desk) firstLine(i int) int {
	from := i
	for from > 0 && i-from < 4 {
		above := d.text[from-1]
		if d.section[from-1] != "" || above.sentence() || above.item > 0 || above.ended() || d.contactHeading(above) {
			break
		}
		if from < i && !d.text[from].follows && d.text[i].follows {
			break
		}
		from--
	}
	return from
}

func (d *desk) takeContact(from, first, to int) {
	var p briefing.Person
	for i := from; i <= to; i++ {
		d.section[i] = contacts
		d.joined[i] = i > from
		line := d.text[i].plain
		if i < first {
			addWords(&p, line)
			continue
		}
		if !named(line) {
			addReach(&p, line)
			continue
		}
		for _, part := range apart.get().Split(line, -1) {
			if strings.ContainsAny(part, "0123456789@") {
				addReach(&p, part)
			} else {
				addWords(&p, part)
			}
		}
	}
	d.people[from] = p
}

// addWords takes a line as the name, or else the role, or else the service.
func addWords(p *briefing.Person, line string) {
	switch {
	case p.Name == "":
		p.Name = line
	case p.Post == "":
		p.Post = line
	default:
		p.Service = strings.TrimSpace(p.Service + " " + line)
	}
}

// addReach takes a line as the e-mail address, or else as a number.
func addReach(p *briefing.Person, line string) {
	if email.get().MatchString(line) && p.Email == "" && !phone.get().MatchString(line) {
		p.Email = line
		return
	}
	p.Phones = append(p.Phones, line)
}

// contactHeading reports whether a line announces contacts.
func (d *desk) contactHeading(p paragraph) bool {
	return briefing.Words(p.plain) <= 8 && d.signs.has(contacts, tokens(p.plain))
}

// takeContactHeadings keeps the line above the contacts with them.
func (d *desk) takeContactHeadings() {
	for i := 0; i+1 < len(d.text); i++ {
		if d.section[i] == "" && d.section[i+1] == contacts && d.contactHeading(d.text[i]) {
			d.section[i] = contacts
		}
	}
}
