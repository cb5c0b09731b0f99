package briefing

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// placeholder is {{name}} or {{name 2}}: a fact, or a field of the section's
// second person. {{the partner}} is the partner with the article that its name
// has within a sentence.
var placeholder = regexp.MustCompile(`\{\{ ?(` + thePartner + `|[a-z_]+)(?: ([0-9]{1,3}))? ?\}\}`)

// Blocks parses the words at a place and fills in the facts. Prose is parsed
// as such; any other field is one block of plain words. It returns nil where
// there is nothing to read.
func (s Statement) Blocks(at Place) []Block {
	words, ok := s.Text(at)
	if !ok || strings.TrimSpace(words) == "" {
		return nil
	}
	if at.Field != "text" {
		return []Block{{Spans: []Span{{Text: words, From: at, End: len(words)}}}}
	}
	blocks := Prose(words).blocks(at)
	if HasPlaceholders(words) {
		for i := range blocks {
			blocks[i].Spans = s.fill(blocks[i].Spans, words)
		}
	}
	return blocks
}

// HasPlaceholders reports whether facts may be filled in among words. Where they may
// not, the words at a place are all that is read there.
func HasPlaceholders(words string) bool { return strings.Contains(words, "{{") }

// Plain is the words at a place without markup and with the facts filled in,
// a blank line between paragraphs.
func (s Statement) Plain(at Place) string {
	var paragraphs []string
	for _, b := range s.Blocks(at) {
		paragraphs = append(paragraphs, b.Text())
	}
	return strings.Join(paragraphs, "\n\n")
}

// fill replaces the placeholders in the spans of a block by the facts. A span
// that was protected by a backslash in the source is not a placeholder.
func (s Statement) fill(spans []Span, source string) []Span {
	var filled []Span
	for _, sp := range spans {
		if sp.End-sp.Start != len(sp.Text) || sp.Text == "\n" {
			filled = append(filled, sp)
			continue
		}
		rest := 0
		for _, m := range placeholder.FindAllStringSubmatchIndex(sp.Text, -1) {
			if from := sp.Start + m[0]; from > 0 && source[from-1] == '\\' {
				continue
			}
			filled = appendPart(filled, sp, rest, m[0])
			filled = s.appendFact(filled, sp, m)
			rest = m[1]
		}
		filled = appendPart(filled, sp, rest, len(sp.Text))
	}
	return filled
}

// appendFact adds what stands for the placeholder matched by m, with its
// article and with the capital of a sentence's beginning.
func (s Statement) appendFact(spans []Span, sp Span, m []int) []Span {
	fact := s.filled(sp, m)
	if fact.Gap {
		return append(spans, fact)
	}
	begin := len(spans)
	small := inSmallLetters[fact.From]
	if sp.Text[m[2]:m[3]] == thePartner && TakesArticle(fact.Text, s.Language) {
		sp.Text, sp.Start, sp.End, small = "the ", sp.Start+m[0], sp.Start+m[1], true
		spans = append(spans, sp)
	}
	spans = append(spans, fact)
	if small && s.beginsSentence(spans[:begin]) {
		spans[begin].Text = capital(spans[begin].Text)
	}
	return spans
}

const thePartner = "the partner"

// inSmallLetters are the facts that are no names and have a capital only where
// a sentence begins with them: "third".
var inSmallLetters = map[Place]bool{{Field: "edition"}: true, {Field: "kind"}: true, {Field: "mode"}: true}

// beginsSentence reports whether what comes behind some spans begins a
// sentence. Behind the number of a paragraph it does; behind a point that
// belongs to a fact, to an ordinal or to a word cut short it does not.
func (s Statement) beginsSentence(spans []Span) bool {
	before := strings.TrimRight(Block{Spans: spans}.Text(), openers)
	said := strings.TrimSpace(before)
	switch {
	case endInFact(spans), cutShort.MatchString(said), s.ordinalsHavePoints() && numberAndPoint.MatchString(said):
		return false
	case paragraphNumber.MatchString(said):
		return true
	}
	sentences := Sentences(before + "A")
	return sentences[len(sentences)-1].Start == len(before)
}

var (
	// cutShort are words that [Sentences] does not know for cut short, since a
	// sentence may well end with them.
	cutShort        = regexp.MustCompile(`(?i)(?:^|[^\pL])(?:inc|ltd|corp|bros|co|plc|approx|ca|dept|ref|tel)\.$`)
	numberAndPoint  = regexp.MustCompile(`(?:^|[^0-9.,])[0-9]{1,3}\.$`)
	paragraphNumber = regexp.MustCompile(`^[0-9]+(?:\.[0-9]+)*\.$`)
)

// endInFact reports whether the last word of some spans is that of a fact.
func endInFact(spans []Span) bool {
	for _, sp := range slices.Backward(spans) {
		if strings.Trim(sp.Text, openers+" \n\u00a0") != "" {
			return sp.From.Field != "text"
		}
	}
	return false
}

// ordinalsHavePoints reports whether the statement's language writes "16." for
// sixteenth.
func (s Statement) ordinalsHavePoints() bool {
	return strings.HasSuffix(Ordinal(16, s.Language), ".")
}

// capital gives words that begin in small letters a capital.
func capital(words string) string {
	first, n := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(first)) + words[n:]
}

// appendPart adds the bytes from–to of a span, if there are any.
func appendPart(spans []Span, sp Span, from, to int) []Span {
	if from == to {
		return spans
	}
	start := sp.Start
	sp.Text, sp.Start, sp.End = sp.Text[from:to], start+from, start+to
	return append(spans, sp)
}

// filled is the span that stands for the placeholder matched by m: the fact's
// words with the fact's own place, or a gap.
func (s Statement) filled(sp Span, m []int) Span {
	name, number := sp.Text[m[2]:m[3]], ""
	if m[4] >= 0 {
		number = sp.Text[m[4]:m[5]]
	}
	words, at := s.lookUp(name, number, sp.From.Section)
	if strings.TrimSpace(words) == "" {
		sp.Text, sp.Start, sp.End, sp.Gap = sp.Text[m[0]:m[1]], sp.Start+m[0], sp.Start+m[1], true
		return sp
	}
	sp.Text, sp.From, sp.Start = words, at, 0
	source, _ := s.Text(at)
	sp.End = len(source)
	return sp
}

// Filler is the place whose words fill a placeholder that stands in a section:
// {{name 2}} is the name of its second person. It returns false for other
// words, and for a place that the statement does not have.
func (s Statement) Filler(words, section string) (Place, bool) {
	m := placeholder.FindStringSubmatch(words)
	if m == nil || m[0] != words {
		return Place{}, false
	}
	_, at := s.lookUp(m[1], m[2], section)
	_, ok := s.Text(at)
	return at, ok
}

// lookUp finds the words for a placeholder and the place they are kept at.
func (s Statement) lookUp(name, number, section string) (string, Place) {
	if number != "" {
		n, _ := strconv.Atoi(number)
		at := Place{section, n, name}
		words, _ := s.Text(at)
		if name == "phones" {
			words = strings.ReplaceAll(words, "\n", ", ")
		}
		return words, at
	}
	switch name {
	case "date":
		return s.When(), Place{Field: "date"}
	case "ordinal":
		return Ordinal(s.Edition, s.Language), Place{Field: "edition"}
	case "year":
		if s.Date.Year == 0 {
			return "", Place{Field: "date"}
		}
		return strconv.Itoa(s.Date.Year), Place{Field: "date"}
	case thePartner:
		return s.Partner, Place{Field: "partner"}
	case "end_date":
		return s.EndDate.In(s.Language), Place{Field: "end_date"}
	}
	words, _ := s.fact(name)
	return words, Place{Field: name}
}

// When writes the days of the dialogue in the statement's language: "6 March
// 2026", "6–7 March 2026" within a month. A last day without a first is not
// when it was: then it writes nothing.
func (s Statement) When() string {
	from, to := s.Date, s.EndDate
	switch {
	case from.IsZero() || to.IsZero() || to == from:
		return from.In(s.Language)
	case from.Month == to.Month && from.Year == to.Year && dateForms[baseLanguage(s.Language)] == "":
		return strconv.Itoa(from.Day) + "–" + to.In(s.Language)
	}
	return from.In(s.Language) + " – " + to.In(s.Language)
}

// Gaps lists the placeholders that no fact fills, each once, in reading order.
func (s Statement) Gaps() []Span {
	var gaps []Span
	seen := map[string]bool{}
	for _, at := range s.Places() {
		if text, _ := s.Text(at); at.Field != "text" || !HasPlaceholders(text) {
			continue
		}
		for _, b := range s.Blocks(at) {
			for _, sp := range b.Spans {
				if key := at.Section + sp.Text; sp.Gap && !seen[key] {
					seen[key] = true
					gaps = append(gaps, sp)
				}
			}
		}
	}
	return gaps
}
