package style

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"delegation-briefing/briefing"
)

// checkSurnames remarks on surnames in capitals: in the rows of people, and in
// running text after a title.
func checkSurnames(r *reading, rule *Rule) {
	for _, p := range r.passages {
		for i := 1; i < len(p.words); i++ {
			if !shouted(p.words[i].text) || !r.surname(p, i) {
				continue
			}
			from, to := p.words[i].from, p.words[i].to
			for i+1 < len(p.words) && shouted(p.words[i+1].text) && p.between(i) == " " {
				i++
				to = p.words[i].to
			}
			r.remark(rule, p, from, to, instead(unshout(p.text[from:to])))
		}
	}
}

// shouted reports whether a word of three letters or more is all capitals.
func shouted(w string) bool {
	return utf8.RuneCountInString(w) > 2 && strings.ToUpper(w) == w && strings.ToLower(w) != w && !strings.ContainsAny(w, "0123456789")
}

// surname reports whether word i, in capitals, follows a first name: anywhere
// in a row's name, after a title in running text.
func (r *reading) surname(p *passage, i int) bool {
	before := p.words[i-1]
	if p.kind == "name" {
		return true
	}
	if !capital(before.text) || shouted(before.text) || p.between(i-1) != " " {
		return false
	}
	return p.kind == "contacts" || i > 1 && slices.Contains(r.g.Words.Titles, p.words[i-2].text) && isProse(p)
}

// unshout writes FONSECA MONIZ as Fonseca Moniz.
func unshout(words string) string {
	var b strings.Builder
	fresh := true
	for _, c := range words {
		if fresh {
			b.WriteString(strings.ToUpper(string(c)))
		} else {
			b.WriteString(strings.ToLower(string(c)))
		}
		fresh = c == ' ' || c == '-'
	}
	return b.String()
}

// nameWords are the words of which the statement's own names are made.
func (r *reading) nameWords() map[string]bool {
	all := map[string]bool{}
	names := []string{r.s.Partner, r.s.Place}
	for _, at := range r.people() {
		name, _ := r.s.Text(at)
		names = append(names, name)
	}
	for _, name := range names {
		for _, w := range splitWords(name) {
			all[w.text] = true
		}
	}
	return all
}

// isKnownName reports whether a word is part of a name that the statement, the
// directory or the guide knows.
func (r *reading) isKnownName(w string) bool {
	return r.names[w] || r.g.places[w] || len(r.known.Directory.parts[fold(w)]) > 0
}

// checkNames compares names with the rows of people and with the directory:
// those in the rows, those in the text, and surnames alone.
func checkNames(r *reading, rule *Rule) {
	for _, at := range r.people() {
		r.compareRow(rule, at)
	}
	rows := r.rows()
	for _, p := range r.passages {
		if !isProse(p) && p.kind != "headline" && p.kind != "contacts" {
			continue
		}
		for i := range p.words {
			if i == 0 || !nameGoesOn(p, i-1) {
				r.compareName(rule, p, i, rows)
			}
		}
	}
}

// compareRow compares a name in the rows with the directory.
func (r *reading) compareRow(rule *Rule, at briefing.Place) {
	name, _ := r.s.Text(at)
	seen, ok := r.known.Directory.like(name, r.s)
	if !ok || seen.Name == name || shoutedIn(name) || shoutedIn(seen.Name) {
		return
	}
	if _, same := r.known.Directory.find(fold(name), r.s); !same && r.bothIn(name, seen.Name) {
		return
	}
	r.remarkAt(rule, at, r.asLastTime(seen))
}

// asLastTime is the note on a name that was spelled otherwise last time. It may
// be another person, so it is no more than a question.
func (r *reading) asLastTime(seen Seen) note {
	level := Should
	n := instead(seen.Name)
	n.say, n.level = "last", &level
	n.with = []string{"name", seen.Name, "when", cmp.Or(r.inRemarks(seen.When), seen.Statement)}
	return n
}

// inRemarks is a day in the language that remarks are in.
func (r *reading) inRemarks(d briefing.Date) string { return d.In(cmp.Or(r.g.spoken, r.s.Language)) }

func shoutedIn(name string) bool { return slices.ContainsFunc(strings.Fields(name), shouted) }

// bothIn reports whether the rows hold both names, so that they are two people.
func (r *reading) bothIn(a, b string) bool {
	rows := r.rowNames()
	return slices.Contains(rows, a) && slices.Contains(rows, b)
}

// row is a name of the statement's rows, and folded.
type row struct{ name, folded string }

func (r *reading) rows() []row {
	var all []row
	for _, name := range r.rowNames() {
		all = append(all, row{name, fold(name)})
	}
	return all
}

func (r *reading) rowNames() []string {
	var all []string
	for _, at := range r.people() {
		if name, _ := r.s.Text(at); strings.TrimSpace(name) != "" {
			all = append(all, name)
		}
	}
	return all
}

// compareName compares the name that begins with word i, if any, with those of
// the rows and of the directory.
func (r *reading) compareName(rule *Rule, p *passage, i int, rows []row) {
	end := i
	for nameGoesOn(p, end) {
		end++
	}
	if !capital(p.words[i].text) {
		return
	}
	const longest = 5 // words of a name
	for from := i; from < end; from++ {
		if slices.Contains(r.g.Words.Titles, p.words[from].text) {
			continue
		}
		for _, to := range []int{min(end, from+longest-1), from + 1, from + 2} {
			if to <= end && to > from && r.compareFullName(rule, p, from, to, rows) {
				return
			}
		}
	}
	r.compareSurname(rule, p, end, rows)
}

// nameGoesOn reports whether word i+1 may be of the same name as word i.
func nameGoesOn(p *passage, i int) bool {
	return i+1 < len(p.words) && capital(p.words[i].text) && capital(p.words[i+1].text) && p.between(i) == " "
}

func (r *reading) compareFullName(rule *Rule, p *passage, from, to int, rows []row) bool {
	a, b := p.words[from].from, p.words[to].to-possessive(p.words[to])
	name := p.text[a:b]
	folded := fold(name)
	if slices.ContainsFunc(rows, func(row row) bool { return row.name == name }) {
		return true
	}
	for _, row := range rows {
		if folded == row.folded && !shoutedIn(row.name) && !shoutedIn(name) || drifted(folded, row.folded) {
			n := instead(row.name)
			n.with = []string{"name", row.name}
			r.remark(rule, p, a, b, n)
			return true
		}
	}
	seen, ok := r.known.Directory.like(name, r.s)
	if ok && seen.Name != name && !shoutedIn(seen.Name+" "+name) {
		r.remark(rule, p, a, b, r.asLastTime(seen))
	}
	return ok
}

// compareSurname compares a name that stands alone, or after a title, with the
// surnames of the rows.
func (r *reading) compareSurname(rule *Rule, p *passage, i int, rows []row) {
	w := p.words[i]
	bare := noun(w.text)
	if len(bare) < 5 || r.isKnownName(bare) || r.known.Spelling != nil && r.known.Spelling.Knows(strings.ToLower(bare)) {
		return
	}
	for _, row := range rows {
		words := strings.Fields(row.name)
		surname := words[len(words)-1]
		if len(words) > 1 && surname != bare && near(fold(surname), fold(bare)) && first(fold(surname)) == first(fold(bare)) {
			n := instead(surname)
			n.with = []string{"name", row.name}
			r.remark(rule, p, w.from, w.to-possessive(w), n)
			return
		}
	}
}

// possessive counts the bytes of a word's ’s.
func possessive(w word) int { return len(w.text) - len(noun(w.text)) }

// checkPosts compares the post that follows a name in the text with the row.
func checkPosts(r *reading, rule *Rule) {
	for _, at := range r.people() {
		name, _ := r.s.Text(at)
		post, _ := r.s.Text(briefing.Place{Section: at.Section, Item: at.Item, Field: "post"})
		for _, p := range r.prose() {
			i := strings.Index(p.text, name+", ")
			if name == "" || post == "" || i < 0 || strings.Contains(strings.ToLower(p.text), strings.ToLower(post)) {
				continue
			}
			from := i + len(name) + len(", ")
			to := from + strings.IndexAny(p.text[from:]+".", ",.;(")
			if to > from && capital(p.text[from:]) {
				n := note{with: []string{"name", name, "post", post}}
				r.remark(rule, p, from, to, n)
			}
		}
	}
}

// checkCourtesy asks for Mr or Ms before all names of the rows or before none.
func checkCourtesy(r *reading, rule *Rule) {
	var with, without []use
	for _, p := range r.prose() {
		for _, name := range r.rowNames() {
			for _, m := range mentions(p, []string{name}) {
				if title := titleBefore(p, m[0], r.g.Words.Titles); title > 0 {
					with = append(with, use{p, m[0] - title, m[1], name})
				} else {
					without = append(without, use{p, m[0], m[1], name})
				}
			}
		}
	}
	if len(with) == 0 || len(without) == 0 {
		return
	}
	if len(with) < len(without) {
		for _, u := range with {
			r.remark(rule, u.p, u.from, u.to, note{say: "with", instead: u.variant, offer: true})
		}
		return
	}
	for _, u := range without {
		r.remark(rule, u.p, u.from, u.to, note{})
	}
}

// titleBefore counts the bytes of a courtesy title and the space that stand
// before a name; 0 where none does.
func titleBefore(p *passage, at int, titles []string) int {
	for _, t := range titles {
		for _, before := range []string{t + " ", t + ". "} {
			if strings.HasSuffix(p.text[:at], before) && courtesies[strings.ToLower(t)] {
				return len(before)
			}
		}
	}
	return 0
}

// checkDrift remarks on a name that the dictionary does not have and that
// nearly equals another such name further up.
func checkDrift(r *reading, rule *Rule) {
	if r.known.Spelling == nil {
		return
	}
	var before []string
	for _, p := range r.prose() {
		for _, w := range p.words {
			name := noun(w.text)
			if !r.strange(p, w, name) || slices.Contains(before, name) {
				continue
			}
			if i := slices.IndexFunc(before, func(b string) bool { return oneName(b, name) }); i >= 0 {
				n := instead(before[i])
				n.with = []string{"other", before[i]}
				r.remark(rule, p, w.from, w.to-possessive(w), n)
			}
			before = append(before, name)
		}
	}
}

// strange reports whether a word within a sentence is a name nobody knows.
func (r *reading) strange(p *passage, w word, name string) bool {
	return len(name) > 5 && capital(name) && !shouted(name) && !strings.Contains(name, "-") && !p.opens(w.from) &&
		!r.isKnownName(name) && !r.known.Spelling.Knows(name)
}

// oneName reports whether two names may be one: a slip apart, and not one made
// of the other by an ending.
func oneName(a, b string) bool {
	return first(a) == first(b) && !strings.HasPrefix(a, b) && !strings.HasPrefix(b, a) && near(fold(a), fold(b))
}
