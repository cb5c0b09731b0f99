package precedent

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"delegation-briefing/briefing"
)

// Layout says how a comparison is printed for the clearance meeting: its parts
// in their order, and the words it is written with. It is data: an office may
// have its own.
type Layout struct {
	Format int                          `toml:"format"`
	Parts  []briefing.Part              `toml:"part"`
	Words  map[string]map[string]string `toml:"words"` // by language
}

// readLayout reads a layout, as strictly as other files are read.
func readLayout(r io.Reader) (Layout, error) {
	var l Layout
	err := briefing.ReadTOML(r, &l)
	return l, err
}

// FindLayout reads the office's layout of comparisons, or else the shipped one.
func FindLayout(office briefing.Office) (Layout, error) {
	const name = "precedent/comparison.toml"
	f, err := office.Open(name)
	if err != nil {
		return Layout{}, fmt.Errorf("reading %s: %w", name, err)
	}
	defer f.Close()
	l, err := readLayout(f)
	if err != nil {
		return Layout{}, fmt.Errorf("%s: %w", name, err)
	}
	return l, nil
}

// PaperTemplate is what the paper's template is called; a sheet may have a
// letterhead for it.
const PaperTemplate = "comparison"

// Paper writes a comparison down as a statement about two statements, with the
// template that prints it. It reads without colours and aloud: what was added
// and what was left out bears a sign. The template t is that of the statements.
func (l Layout) Paper(c Comparison, last, this briefing.Statement, t briefing.Template) (briefing.Statement, briefing.Template) {
	p := paper{layout: l, last: last, this: this, template: t}
	s := briefing.Statement{
		ID: this.ID, Format: briefing.Format, Template: PaperTemplate, Language: this.Language, Kind: this.Kind,
		Partner: this.Partner, Date: this.Date, Status: this.Status, Marking: this.Marking,
	}
	title := p.word("title")
	if !last.Date.IsZero() && p.called(last, this) == p.when(last) {
		title = p.word("title_day", "title")
	}
	names := strings.NewReplacer("{partner}", this.Partner, "{new}", p.called(this, last), "{old}", p.called(last, this))
	for _, part := range l.Parts {
		sec := briefing.Section{Key: part.Key}
		switch part.Key {
		case "headline":
			sec.Text = briefing.Escape(strings.TrimLeft(names.Replace(title), ": "))
		case "dateline":
			names := strings.NewReplacer("{new}", p.dialogue(this, last), "{old}", p.dialogue(last, this))
			sec.Text = briefing.Escape(names.Replace(p.word("line")))
		case "signs":
			sec.Text = briefing.Prose(p.word("signs"))
		case "objections":
			sec.Text = p.objections(c.Objections)
		case "topics":
			sec.Text = p.topics(c.Topics)
		case "tone":
			sec.Text = p.tone(c.Topics)
		case "coverage":
			sec.Text = p.coverage(c.Coverage)
		case "changes":
			sec.Topics = p.changes(c.Changes)
		}
		s.Sections = append(s.Sections, sec)
	}
	return s, briefing.Template{Name: PaperTemplate, Format: briefing.Format, Title: p.word("title"), Language: s.Language, Parts: l.Parts}
}

// paper is a paper being written.
type paper struct {
	layout     Layout
	last, this briefing.Statement
	template   briefing.Template
}

// word is a word of the layout in the language of the statement, or else in
// English, or else as it is called in the file. A language that has not the first
// may have the next.
func (p paper) word(names ...string) string {
	base, _, _ := strings.Cut(p.this.Language, "-")
	for _, lang := range []string{p.this.Language, base, "en"} {
		for _, name := range names {
			if w, ok := p.layout.Words[lang][name]; ok {
				return w
			}
		}
	}
	return strings.ReplaceAll(names[len(names)-1], "_", " ")
}

// fact is what a field is called. The layout has other words by the name of two of
// them.
func (p paper) fact(field string) string {
	switch field {
	case "title", "agenda":
		return strings.TrimPrefix(p.word("fact_"+field), "fact ")
	}
	return p.word(field)
}

// dialogue names the dialogue of one of the two statements: the partner, which
// dialogue it was, and when. Versions of one statement have their own names.
func (p paper) dialogue(s, other briefing.Statement) string {
	name := func(s briefing.Statement) string {
		which := strings.TrimSpace(briefing.Ordinal(s.Edition, s.Language) + " " + s.Kind)
		return strings.Join(slices.DeleteFunc([]string{s.Partner, which, p.when(s)}, func(part string) bool { return part == "" }), ", ")
	}
	if said := name(s); said != "" && said != name(other) {
		return said
	}
	return s.ID
}

// when is the time of a dialogue, in the language of the paper.
func (p paper) when(s briefing.Statement) string {
	s.Language = p.this.Language
	return s.When()
}

// called is how a headline names one of the two statements: by its day, unless
// the other has the same.
func (p paper) called(s, other briefing.Statement) string {
	edition := func(s briefing.Statement) string {
		if s.Edition == 0 {
			return ""
		}
		return briefing.Ordinal(s.Edition, s.Language)
	}
	for _, name := range [][2]string{{p.when(s), p.when(other)}, {edition(s), edition(other)}, {s.ID, other.ID}} {
		if name[0] != "" && name[0] != name[1] {
			return name[0]
		}
	}
	return p.word("undated")
}

// list writes the items of a list.
func list(items []string) briefing.Prose {
	if len(items) == 0 {
		return ""
	}
	return briefing.Prose("- " + strings.Join(items, "\n- "))
}

// lead begins an item with a name.
func (p paper) lead(name string) string { return "**" + escape(name+p.word("colon")) + "** " }

// blank is white space that may be written otherwise; a space that holds words
// together is not.
func blank(r rune) bool { return strings.ContainsRune(" \n\t", r) }

// escape writes words as prose on one line.
func escape(words string) string {
	return string(briefing.Escape(strings.Join(strings.FieldsFunc(words, blank), " ")))
}

func (p paper) objections(all []Objection) briefing.Prose {
	var items []string
	for _, o := range all {
		var says []string
		for _, r := range o.Remarks {
			says = append(says, escape(r.Message))
		}
		items = append(items, p.lead(p.place(p.this, o.At))+strings.Join(says, " ")+" *"+escape(o.Reads)+"*")
	}
	return list(items)
}

func (p paper) topics(all []Topic) briefing.Prose {
	var items []string
	for _, t := range all {
		items = append(items, p.lead(t.Name)+escape(p.word(string(t.Kind))))
	}
	return list(items)
}

func (p paper) tone(all []Topic) briefing.Prose {
	var items []string
	for _, t := range all {
		for _, s := range t.Tone {
			items = append(items, p.lead(t.Name)+escape(p.shift(s)))
		}
	}
	return list(items)
}

// shift is [Shift.String] in the language of the paper.
func (p paper) shift(s Shift) string {
	side := func(words string) string {
		if words == "" {
			return p.word("nothing")
		}
		return words
	}
	return side(s.Old) + " → " + side(s.New) + p.word("colon") + " " + p.word(s.Says)
}

// coverage writes what is covered, thin and missing, each in one line.
func (p paper) coverage(all []Cover) briefing.Prose {
	var items []string
	for _, state := range []State{Covered, Thin, Missing} {
		var names []string
		for _, c := range all {
			if c.State == state {
				names = append(names, escape(c.Subject+p.note(c)))
			}
		}
		if len(names) > 0 {
			items = append(items, p.lead(p.word(string(state)))+strings.Join(names, "; "))
		}
	}
	return list(items)
}

// note says, behind a subject, where it comes from and whether it was spoken of
// last time only.
func (p paper) note(c Cover) string {
	var notes []string
	if c.Agenda {
		notes = append(notes, p.word("agenda"))
	}
	if c.State == Missing && c.Last > 0 {
		notes = append(notes, p.word("last"))
	}
	if len(notes) == 0 {
		return ""
	}
	return " (" + strings.Join(notes, ", ") + ")"
}

// changes writes the changes under the places where they are, each a
// paragraph.
func (p paper) changes(all []briefing.Change) []briefing.Topic {
	if len(all) == 0 {
		return []briefing.Topic{{Text: briefing.Escape(p.word("same"))}}
	}
	var topics []briefing.Topic
	var texts []string
	flush := func() {
		if len(topics) > 0 {
			topics[len(topics)-1].Text = briefing.Prose(strings.Join(texts, "\n\n"))
		}
		texts = nil
	}
	for _, c := range all {
		s, at := p.this, c.New
		if c.Kind == briefing.ChangeRemoved {
			s, at = p.last, c.Old
		}
		if heading := p.place(s, at); len(topics) == 0 || topics[len(topics)-1].Heading != heading {
			flush()
			topics = append(topics, briefing.Topic{Heading: heading})
		}
		texts = append(texts, p.change(c, at))
	}
	flush()
	return topics
}

func (p paper) change(c briefing.Change, at briefing.Place) string {
	var lead string
	if at.Field != "text" {
		lead = escape(p.fact(at.Field)+p.word("colon")) + " "
	}
	if c.Kind == briefing.ChangeMoved && p.place(p.last, c.Old) != p.place(p.this, c.New) {
		lead += escape(strings.ReplaceAll(p.word("from"), "{place}", p.place(p.last, c.Old))) + " "
	}
	if at.Section == "" {
		return lead + marked(p.whole(c.Runs, at.Field))
	}
	return lead + marked(c.Runs)
}

// whole is a change of a fact as one whole for another: nobody reads a date by
// its figures, and a status has a name in each language.
func (p paper) whole(runs []briefing.Run, fact string) []briefing.Run {
	var old, new string
	for _, r := range runs {
		if r.Op != briefing.Added {
			old += r.Text
		}
		if r.Op != briefing.Removed {
			new += r.Text
		}
	}
	said := func(words string) string {
		if fact == "status" && slices.Contains(briefing.Statuses(), briefing.Status(words)) {
			return p.word(words)
		}
		if day, err := briefing.ParseDate(words); err == nil && (fact == "date" || fact == "end_date") {
			return day.In(p.this.Language)
		}
		return words
	}
	return []briefing.Run{{Op: briefing.Removed, Text: said(old)}, {Op: briefing.Added, Text: said(new)}}
}

// place names a part of a statement, or a topic in it.
func (p paper) place(s briefing.Statement, at briefing.Place) string {
	if at.Section == "" {
		return p.word("facts")
	}
	topics := s.Section(at.Section).Topics
	if at.Item > 0 && at.Item <= len(topics) {
		t := topics[at.Item-1]
		for _, name := range []string{t.Heading, t.Subject} {
			if name != "" {
				return name
			}
		}
		return strings.ReplaceAll(p.word("topic"), "{n}", strconv.Itoa(at.Item))
	}
	return p.template.Part(at.Section).HeadingIn(p.this.Language)
}

// bound is the space between a sign and its first word: no line ends there.
const bound = "\u00a0"

// marked writes changed words with signs that are seen without colours and
// heard when they are read aloud.
func marked(runs []briefing.Run) string {
	var b strings.Builder
	for _, r := range runs {
		words := escape(r.Text)
		switch {
		case r.Op == briefing.Same || words == "":
			write(&b, keepSpaces(r.Text, words))
		case r.Op == briefing.Added:
			write(&b, `**\[+`+bound+words+`\]**`)
		default:
			write(&b, `*\[–`+bound+words+`\]*`)
		}
	}
	return strings.TrimSpace(b.String())
}

// write adds words, with a space where an emphasis would else touch a letter
// or another emphasis: it would not be one.
func write(b *strings.Builder, words string) {
	last, _ := utf8.DecodeLastRuneInString(b.String())
	first, _ := utf8.DecodeRuneInString(words)
	solid := func(r rune) bool { return r == '*' || unicode.IsLetter(r) || unicode.IsNumber(r) }
	if (last == '*' || first == '*') && solid(last) && solid(first) {
		b.WriteByte(' ')
	}
	b.WriteString(words)
}

// keepSpaces gives words back the spaces around them that their text had.
func keepSpaces(text, words string) string {
	if words == "" {
		return " "
	}
	if first, _ := utf8.DecodeRuneInString(text); blank(first) {
		words = " " + words
	}
	if last, _ := utf8.DecodeLastRuneInString(text); blank(last) {
		words += " "
	}
	return words
}
