package style

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"delegation-briefing/briefing"
)

// Rule is one rule of a guide. It may look for phrases, patterns and variants,
// which are data, and name one check that is written in Go.
type Rule struct {
	Title    string            `toml:"title,omitempty"`
	Severity *Severity         `toml:"severity,omitempty"`
	On       *bool             `toml:"on,omitempty"`       // false: switched off
	Profiles []string          `toml:"profiles,omitempty"` // the only ones it belongs to; none: all
	Message  string            `toml:"message,omitempty"`  // {found} and {instead} are filled in
	Say      map[string]string `toml:"say,omitempty"`      // messages of a check with several
	Why      string            `toml:"why,omitempty"`
	Source   string            `toml:"source,omitempty"`
	Safe     *bool             `toml:"safe,omitempty"`  // phrases and patterns may be corrected unseen
	Where    []string          `toml:"where,omitempty"` // kinds of part, or fields; none: all words but names and numbers

	Phrases  map[string]string `toml:"phrases,omitempty"`     // phrase = better phrase; empty: none better; "word*" for all endings
	Case     bool              `toml:"case,omitempty"`        // phrases are meant with their capitals
	Spare    bool              `toml:"spare_names,omitempty"` // phrases with a capital within a sentence are names and left alone
	Patterns []Pattern         `toml:"pattern,omitempty"`     // regular expressions
	Variants [][]string        `toml:"variants,omitempty"`    // spellings of which a text should keep to one

	Check  string   `toml:"check,omitempty"`
	Limit  int      `toml:"limit,omitempty"`  // for the check
	Words  []string `toml:"words,omitempty"`  // for the check: what it looks for
	Except []string `toml:"except,omitempty"` // words the rule leaves alone

	id       string
	phrases  phrases
	variants []phrases
	except   map[string]bool
}

// Pattern looks for a regular expression, in Go's syntax. {month} and
// {weekday} stand for the names the language has. The group "at", where there
// is one, is what the finding is about; the rest is context.
type Pattern struct {
	Find    Expression  `toml:"find"`
	Unless  *Expression `toml:"unless,omitempty"`  // leaves out what the expression finds in the match
	Instead *string     `toml:"instead,omitempty"` // with $1, $name
	Message string      `toml:"message,omitempty"` // where it differs from the rule's
	Safe    *bool       `toml:"safe,omitempty"`    // where it differs from the rule's
}

// Expression is a regular expression in a guide.
type Expression struct {
	text string
	re   *regexp.Regexp
}

// UnmarshalText refuses what is not an expression, so that the file's error
// tells its line.
func (e *Expression) UnmarshalText(text []byte) error {
	e.text = string(text)
	_, err := regexp.Compile(names.Replace(e.text))
	return err
}

// MarshalText writes the expression as it was read.
func (e Expression) MarshalText() ([]byte, error) { return []byte(e.text), nil }

var names = strings.NewReplacer("{month}", "(?:month)", "{weekday}", "(?:day)")

func (rule Rule) changed(over Rule) Rule {
	return Rule{
		Title:    cmp.Or(over.Title, rule.Title),
		Severity: cmp.Or(over.Severity, rule.Severity),
		On:       cmp.Or(over.On, rule.On),
		Profiles: orElse(over.Profiles, rule.Profiles),
		Message:  cmp.Or(over.Message, rule.Message),
		Say:      merged(rule.Say, over.Say, second[string]),
		Why:      cmp.Or(over.Why, rule.Why),
		Source:   cmp.Or(over.Source, rule.Source),
		Safe:     cmp.Or(over.Safe, rule.Safe),
		Where:    orElse(over.Where, rule.Where),
		Phrases:  merged(rule.Phrases, over.Phrases, second[string]),
		Case:     over.Case || rule.Case,
		Spare:    over.Spare || rule.Spare,
		Patterns: orElse(over.Patterns, rule.Patterns),
		Variants: orElse(over.Variants, rule.Variants),
		Check:    cmp.Or(over.Check, rule.Check),
		Limit:    cmp.Or(over.Limit, rule.Limit),
		Words:    orElse(over.Words, rule.Words),
		Except:   orElse(over.Except, rule.Except),
	}
}

// said is the rule with its words in another language. A pattern's message is
// translated among what the rule says, under its own words; where it is not,
// the rule's message stands for it.
func (rule Rule) said(in Rule) Rule {
	rule.Title = cmp.Or(in.Title, rule.Title)
	rule.Message = cmp.Or(in.Message, rule.Message)
	rule.Why = cmp.Or(in.Why, rule.Why)
	rule.Say = merged(rule.Say, in.Say, second[string])
	if in.Message == "" {
		return rule
	}
	rule.Patterns = slices.Clone(rule.Patterns)
	for i, p := range rule.Patterns {
		if _, ok := in.Say[p.Message]; !ok {
			rule.Patterns[i].Message = ""
		}
	}
	return rule
}

// safe reports whether the rule's corrections may be made unseen.
func (rule *Rule) safe() bool { return rule.Safe != nil && *rule.Safe }

func (rule Rule) inForce(name string, p Profile) bool {
	switch {
	case rule.On != nil && !*rule.On, slices.Contains(p.Off, rule.id):
		return false
	case slices.Contains(p.On, rule.id), len(rule.Profiles) == 0:
		return true
	}
	return slices.Contains(rule.Profiles, name)
}

// prepare compiles the rule for use with a guide.
func (rule *Rule) prepare(g Guide) error {
	rule.phrases = newPhrases(rule.Phrases, rule.Case)
	for _, group := range rule.Variants {
		all := map[string]string{}
		for _, v := range group {
			all[v] = v
		}
		rule.variants = append(rule.variants, newPhrases(all, true))
	}
	rule.except = map[string]bool{}
	for _, w := range rule.Except {
		rule.except[strings.ToLower(w)] = true
	}
	calendar := strings.NewReplacer(
		"{month}", either(briefing.Months(g.Language)), "{weekday}", either(g.Words.Weekdays))
	rule.Patterns = slices.Clone(rule.Patterns)
	for i := range rule.Patterns {
		if err := rule.Patterns[i].prepare(calendar); err != nil {
			return err
		}
	}
	return nil
}

func (p *Pattern) prepare(calendar *strings.Replacer) (err error) {
	if p.Find.re, err = regexp.Compile(calendar.Replace(p.Find.text)); err != nil || p.Unless == nil {
		return err
	}
	unless := *p.Unless
	unless.re, err = regexp.Compile(calendar.Replace(unless.text))
	p.Unless = &unless
	return err
}

func either(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = regexp.QuoteMeta(w)
	}
	return "(?:" + strings.Join(quoted, "|") + ")"
}

// check looks through the statement for what the rule is about.
func (rule *Rule) check(r *reading) {
	for _, p := range r.passages {
		if !rule.reads(p) {
			continue
		}
		for _, s := range p.sightings(rule) {
			r.remark(rule, p, s.from, s.to, s.note)
		}
	}
	for _, group := range rule.variants {
		rule.checkVariants(r, group)
	}
	if check := checks[rule.Check]; check != nil {
		check(r, rule)
	}
}

// reads reports whether the rule's phrases and patterns are looked for in a
// passage.
func (rule *Rule) reads(p *passage) bool {
	if len(rule.Where) > 0 {
		return slices.Contains(rule.Where, p.kind)
	}
	return p.kind != "name" && p.kind != "phones"
}

func (rule *Rule) findPatterns(w *wording) (found []sighting) {
	for _, pattern := range rule.Patterns {
		for _, m := range pattern.Find.re.FindAllStringSubmatchIndex(w.text, -1) {
			if pattern.Unless != nil && pattern.Unless.re.MatchString(w.text[m[0]:m[1]]) {
				continue
			}
			from, to := pattern.span(m)
			if !rule.except[strings.ToLower(w.text[from:to])] {
				found = append(found, sighting{from, to, rule.noteOn(pattern, w.text, m)})
			}
		}
	}
	return found
}

// noteOn is what the rule says of a match of its pattern.
func (rule *Rule) noteOn(p Pattern, text string, match []int) note {
	n := note{say: p.Message, offer: p.Instead != nil, safe: rule.safe()}
	if n.offer {
		n.instead = string(p.Find.re.ExpandString(nil, *p.Instead, text, match))
	}
	if p.Safe != nil {
		n.safe = *p.Safe
	}
	return n
}

// span is what a match of the pattern is about.
func (p Pattern) span(m []int) (from, to int) {
	if i := p.Find.re.SubexpIndex("at"); i > 0 && m[2*i] >= 0 {
		return m[2*i], m[2*i+1]
	}
	return m[0], m[1]
}

// finding begins a finding of the rule on some words.
func (rule *Rule) finding(found string, n note) Finding {
	message := n.say
	if said, ok := rule.Say[n.say]; ok {
		message = said
	}
	fill := append([]string{"{found}", short(found), "{instead}", n.instead}, braced(n.with)...)
	f := Finding{
		Rule:    rule.id,
		Message: strings.NewReplacer(fill...).Replace(cmp.Or(message, rule.Message)),
		Why:     rule.Why,
		Source:  rule.Source,
	}
	if level := cmp.Or(n.level, rule.Severity); level != nil {
		f.Severity = *level
	}
	return f
}

func braced(pairs []string) []string {
	all := slices.Clone(pairs)
	for i := 0; i < len(all); i += 2 {
		all[i] = "{" + all[i] + "}"
	}
	return all
}

// short keeps a message readable where it quotes a long passage.
func short(words string) string {
	const most = 60
	if len(words) <= most {
		return words
	}
	cut := strings.LastIndexByte(words[:most], ' ')
	if cut < most/2 {
		cut = most
		for cut > 0 && words[cut]&0xC0 == 0x80 {
			cut--
		}
	}
	return words[:cut] + "…"
}
