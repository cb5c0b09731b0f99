package style

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// mark is a quotation mark or an apostrophe in a passage.
type mark struct {
	at, to  int
	r       rune
	opening bool // by what stands around it
	within  bool // an apostrophe: letters on both sides, or a year cut short
}

func (p *passage) marks() []mark {
	var all []mark
	for i, r := range p.text {
		if !strings.ContainsRune(`'"‘’“”„‚«»`, r) {
			continue
		}
		to := i + utf8.RuneLen(r)
		before, after := last(p.text[:i]), first(p.text[to:])
		all = append(all, mark{
			at: i, to: to, r: r,
			opening: i == 0 || unicode.IsSpace(before) || strings.ContainsRune("([–—“‘", before),
			within:  inWord(before) && inWord(after) || unicode.IsDigit(after) && !inWord(before),
		})
	}
	return all
}

// typographic is the mark that belongs in a straight one's place. In French a
// space stands within guillemets, at which no line is broken.
func (m mark) typographic(french bool) string {
	switch {
	case french && m.r == '"' && m.opening:
		return "«\u00a0"
	case french && m.r == '"':
		return "\u00a0»"
	case m.r == '\'' && (m.within || !m.opening):
		return "’"
	case m.r == '\'':
		return "‘"
	case m.opening:
		return "“"
	}
	return "”"
}

// checkStraight remarks on straight marks, with a limit of 1 only where there
// are typographic ones beside them.
func checkStraight(r *reading, rule *Rule) {
	typographic := rule.Limit == 0
	for _, p := range r.passages {
		typographic = typographic || strings.ContainsAny(p.text, "‘’“”«»")
	}
	french := strings.HasPrefix(r.s.Language, "fr")
	if !typographic {
		return
	}
	for _, p := range r.passages {
		for _, m := range p.marks() {
			if m.r == '\'' || m.r == '"' {
				n := instead(m.typographic(french))
				n.safe = rule.safe()
				r.remark(rule, p, m.at, m.to, n)
			}
		}
	}
}

// checkUnpaired looks for quotation marks that open and do not close, or the
// other way round. It knows “English”, „German“, «French» and ”Swedish” marks.
func checkUnpaired(r *reading, rule *Rule) {
	for _, p := range r.passages {
		var open []mark
		for _, m := range p.marks() {
			switch {
			case len(open) > 0 && pairs(open[len(open)-1].r, m.r) && !m.within:
				open = open[:len(open)-1]
			case strings.ContainsRune("“„«", m.r), strings.ContainsRune("‘‚", m.r) && !m.within, m.r == '”' && m.opening:
				open = append(open, m)
			case m.r == '"':
				open = toggle(open, m)
			case m.r == '”' || m.r == '»':
				r.remark(rule, p, m.at, m.to, note{say: "closing"})
			}
		}
		for _, m := range open {
			r.remark(rule, p, m.at, m.to, note{})
		}
	}
}

func toggle(open []mark, m mark) []mark {
	if n := len(open); n > 0 && open[n-1].r == '"' {
		return open[:n-1]
	}
	return append(open, m)
}

func pairs(open, end rune) bool {
	switch open {
	case '“', '”':
		return end == '”'
	case '‘':
		return end == '’'
	case '„':
		return end == '“' || end == '”'
	case '‚':
		return end == '‘' || end == '’'
	case '«':
		return end == '»'
	}
	return false
}

// checkQuotes asks for the profile's kind of marks around a quotation or, if
// it has none, for one kind throughout. It leaves „other marks“ alone.
func checkQuotes(r *reading, rule *Rule) {
	want := map[string]rune{"single": '‘', "double": '“'}[r.g.profile.Quotes]
	for _, p := range r.passages {
		if strings.ContainsAny(p.text, "„‚") {
			continue
		}
		depth := 0
		for _, m := range p.marks() {
			switch {
			case m.r == '‘' && !m.within || m.r == '“':
				if depth++; depth > 1 {
					continue
				}
				if want == 0 {
					want = m.r
				}
				if m.r != want {
					r.remark(rule, p, m.at, m.to, note{with: []string{"mark", string(want)}})
				}
			case (m.r == '’' && !m.within || m.r == '”') && depth > 0:
				depth--
			}
		}
	}
}

var listed = regexp.MustCompile(`(?:^|\s)(?:[a-z]|\d{1,2}|[ivx]{2,4})$`)

// checkBrackets looks for brackets without their other half. A bracket after the
// number or the letter of a list, as in "1)", needs none.
func checkBrackets(r *reading, rule *Rule) {
	for _, p := range r.passages {
		var open []int
		for i, c := range p.text {
			switch {
			case c == '(':
				open = append(open, i)
			case c == ')' && len(open) > 0:
				open = open[:len(open)-1]
			case c == ')' && !listed.MatchString(p.text[:i]):
				r.remark(rule, p, i, i+1, note{})
			}
		}
		for _, i := range open {
			r.remark(rule, p, i, i+1, note{})
		}
	}
}
