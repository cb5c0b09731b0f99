package style

import (
	"sort"
	"strings"

	"delegation-briefing/briefing"
)

// reading is a statement laid out for the rules.
type reading struct {
	s        briefing.Statement
	t        briefing.Template
	g        Guide
	known    Known
	passages []*passage // in reading order
	found    []Finding

	dates         []dated
	numbered      []numbered
	abbreviations []abbreviation
	phones        []phone
	names         map[string]bool // words of which known names are made
}

// passage is one block of printed words: what the public will read, with
// facts filled in and markup gone, and the way back to the source.
type passage struct {
	*wording
	at     briefing.Place
	level  int    // of a list's item, from 1; 0: a paragraph
	kind   string // of its part, or the field's name where it is not running text
	source string // at at
	runs   []run
}

// run is one span of a passage, from a byte of its text on.
type run struct {
	from int
	span briefing.Span
}

// hidden stands in a passage for what is not the office's to correct: a gap,
// or words of another language.
const hidden = "\uFFFC"

func read(s briefing.Statement, t briefing.Template, known Known, m *memory) *reading {
	g := m.guide
	r := &reading{s: s, t: t, g: g, known: known}
	for _, at := range s.Places() {
		kind := placeKind(t.Part(at.Section), at)
		if kind == "" {
			continue
		}
		r.passages = append(r.passages, passagesAt(at, kind, s, m)...)
	}
	r.dates = findDates(r.passages, g)
	r.numbered = findNumbered(r.passages, g)
	r.abbreviations = findAbbreviations(r.passages)
	r.phones = findPhones(r.passages)
	r.names = r.nameWords()
	return r
}

// placeKind says what kind of words stand at a place; "" where nobody reads
// them in print.
func placeKind(part briefing.Part, at briefing.Place) string {
	switch at.Field {
	case "text":
		return string(part.Kind)
	case "heading":
		if part.TopicHeadings {
			return "heading"
		}
		return ""
	case "name", "post", "service", "phones":
		return at.Field
	}
	return ""
}

// passagesAt are the passages at a place. They are as they were, unless facts are
// filled in, which may have changed.
func passagesAt(at briefing.Place, kind string, s briefing.Statement, m *memory) []*passage {
	source, _ := s.Text(at)
	lay := func() (all []*passage) {
		for _, b := range s.Blocks(at) {
			all = append(all, newPassage(at, kind, source, b, s.Language, m))
		}
		return all
	}
	if briefing.HasPlaceholders(source) {
		return lay()
	}
	return m.passages(source, laid{at, kind, s.Language}, lay)
}

func newPassage(at briefing.Place, kind, source string, b briefing.Block, lang string, m *memory) *passage {
	p := &passage{at: at, level: b.Level, kind: kind, source: source}
	var text strings.Builder
	for _, sp := range b.Spans {
		p.runs = append(p.runs, run{text.Len(), sp})
		if sp.Gap || sp.Language != "" && sp.Language != lang {
			text.WriteString(hidden)
			continue
		}
		text.WriteString(sp.Text)
	}
	p.wording = m.wording(text.String())
	return p
}

// origin finds the source of the words from–to of the passage. It is exact
// where they stand there letter by letter, so that they can be replaced.
func (p *passage) origin(from, to int) (at briefing.Place, start, end int, exact bool) {
	i, j := p.run(from), p.run(max(from, to-1))
	if i == j && p.runs[i].span.From != p.at {
		return p.fact(p.runs[i], from, to)
	}
	start, end = p.startOf(i, from), p.endOf(j, to)
	return p.at, start, end, p.literal(from, to, start, end)
}

// fact is the source of words that lie within one filled-in fact.
func (p *passage) fact(r run, from, to int) (briefing.Place, int, int, bool) {
	sp := r.span
	if sp.End-sp.Start != len(sp.Text) || sp.From.Section == "" {
		return sp.From, sp.Start, sp.End, false
	}
	return sp.From, sp.Start + from - r.from, sp.Start + to - r.from, true
}

func (p *passage) run(at int) int {
	return max(0, sort.Search(len(p.runs), func(i int) bool { return p.runs[i].from > at })-1)
}

func (p *passage) startOf(i, from int) int {
	r := p.runs[i]
	switch {
	case r.span.From == p.at && plain(r.span):
		return r.span.Start + from - r.from
	case r.span.From == p.at:
		return r.span.Start
	}
	for i--; i >= 0; i-- {
		if p.runs[i].span.From == p.at {
			return p.runs[i].span.End
		}
	}
	return 0
}

func (p *passage) endOf(j, to int) int {
	r := p.runs[j]
	switch {
	case r.span.From == p.at && plain(r.span):
		return r.span.Start + to - r.from
	case r.span.From == p.at:
		return r.span.End
	}
	for j++; j < len(p.runs); j++ {
		if p.runs[j].span.From == p.at {
			return p.runs[j].span.Start
		}
	}
	return len(p.source)
}

func plain(sp briefing.Span) bool { return sp.End-sp.Start == len(sp.Text) && sp.Text != "\n" }

// literal reports whether source and passage agree in every byte of the range,
// but for a line's end, which reads as a space.
func (p *passage) literal(from, to, start, end int) bool {
	return to-from == end-start && strings.ReplaceAll(p.source[start:end], "\n", " ") == p.text[from:to]
}

// note is what a rule says about some words.
type note struct {
	say     string    // which of the rule's messages; empty: its first
	instead string    // wording on offer
	offer   bool      // whether there is one
	safe    bool      // whether it may be applied unseen
	others  []string  // wordings that may be meant just as well
	level   *Severity // where it differs from the rule's
	with    []string  // names and values for the message: "weekday", "Thursday"
}

// instead offers a wording.
func instead(words string) note { return note{instead: words, offer: true} }

// remark records a finding on the words from–to of a passage.
func (r *reading) remark(rule *Rule, p *passage, from, to int, n note) {
	if strings.Contains(p.text[from:to], hidden) || p.inAddress(from, to) {
		return
	}
	at, start, end, exact := p.origin(from, to)
	source := p.source
	if at != p.at {
		source, _ = r.s.Text(at)
	}
	f := rule.finding(p.text[from:to], n)
	f.At, f.From, f.To, f.Found, f.text = at, start, end, source[start:end], source
	if f.HasInstead = n.offer && exact && n.instead != f.Found; f.HasInstead {
		f.Instead = inSource(n.instead, at)
		f.Safe = n.safe
		for _, other := range n.others {
			f.Others = append(f.Others, inSource(other, at))
		}
	}
	r.found = append(r.found, f)
}

// remarkOnPlaceholder records a finding on a placeholder at from–to of a
// passage's source, and offers another one for it.
func (r *reading) remarkOnPlaceholder(rule *Rule, p *passage, from, to int, other string, n note) {
	f := rule.finding(p.source[from:to], n)
	f.At, f.From, f.To, f.Found, f.text = p.at, from, to, p.source[from:to], p.source
	f.HasInstead, f.Instead, f.Safe = true, other, n.safe
	r.found = append(r.found, f)
}

// remarkAt records a finding on the whole text at a place, or on a fact.
func (r *reading) remarkAt(rule *Rule, at briefing.Place, n note) {
	source, _ := r.s.Text(at)
	f := rule.finding(source, n)
	f.At, f.To, f.Found, f.text = at, len(source), source, source
	if f.HasInstead = n.offer && n.instead != source; f.HasInstead {
		f.Instead, f.Safe = inSource(n.instead, at), n.safe
	}
	r.found = append(r.found, f)
}

// inSource writes words so that they read as they are at a place.
func inSource(words string, at briefing.Place) string {
	if at.Field == "text" && (strings.ContainsAny(words, `\*_[]`) || strings.Contains(words, "{{")) {
		return string(briefing.Escape(words))
	}
	return words
}

// prose yields the passages of running text.
func (r *reading) prose() []*passage {
	return r.kinds("prose", "topics", "people")
}

// kinds lists the passages of some kinds.
func (r *reading) kinds(kinds ...string) []*passage {
	var some []*passage
	for _, p := range r.passages {
		for _, k := range kinds {
			if p.kind == k {
				some = append(some, p)
			}
		}
	}
	return some
}
