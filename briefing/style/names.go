package style

import (
	"slices"
	"strings"
	"unicode/utf8"
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
