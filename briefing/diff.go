package briefing

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// ChangeKind says what happened to a piece of text.
type ChangeKind string

// What can happen to a fact, a heading, a person or a sentence.
const (
	ChangeAdded   ChangeKind = "added"
	ChangeRemoved ChangeKind = "removed"
	ChangeEdited  ChangeKind = "changed"
	ChangeMoved   ChangeKind = "moved" // to another place, perhaps reworded
)

// Change is one difference between two statements. Old and New say where; of
// what was added or removed, only one is set. The words are those a reader
// sees: facts filled in, markup left out. The ranges are bytes of
// [Statement.Plain] at the places; only what changed without a word of it (a
// new paragraph, an emphasis, a topic's subject) is told by the source.
type Change struct {
	Kind               ChangeKind
	Old, New           Place
	OldRange, NewRange Range
	Runs               []Run
}

// Diff lists all differences between two statements, also the smallest, in
// the order of the new one; what was removed stands where it was. Sentences
// are matched wherever they went, so that a topic that moved is a move.
func Diff(old, new Statement) []Change {
	d := differ{old: old, new: new, before: pieces(old), after: pieces(new)}
	d.meet()
	d.match()
	all := append(d.facts(), d.changes()...)
	return append(all, d.unseen(all)...)
}

// unseen lists what changed in the source without a word of it: a new
// paragraph, an emphasis, the subject of a topic.
func (d *differ) unseen(seen []Change) []Change {
	told := map[Place]bool{}
	for _, c := range seen {
		told[c.Old], told[c.New] = true, true
	}
	var all []Change
	for _, at := range d.new.Places() {
		if at.Field == "heading" {
			at.Field = "subject"
		}
		from := d.came(at)
		was, ok := d.old.Text(from)
		is, _ := d.new.Text(at)
		if ok && was != is && !told[at] && !told[Place{at.Section, at.Item, "text"}] {
			all = append(all, Change{
				Kind: ChangeEdited, Old: from, New: at,
				OldRange: Range{0, len(was)}, NewRange: Range{0, len(is)}, Runs: DiffWords(was, is),
			})
		}
	}
	return all
}

// Piece is a sentence, a heading or a person's field as a reader sees it.
type Piece struct {
	At    Place
	Range Range // of the plain text at At
	Text  string
}

// Pieces lists a statement's words piece by piece, in reading order.
func (s Statement) Pieces() []Piece {
	var all []Piece
	for _, p := range pieces(s) {
		all = append(all, p.Piece)
	}
	return all
}

type piece struct {
	Piece
	words map[string]int // in lower case, how often
	pair  int            // index of its match in the other statement; -1: none
	kept  bool           // the same words in the same order as its match
}

func pieces(s Statement) []piece {
	var all []piece
	for _, at := range s.Places() {
		plain := s.Plain(at)
		if at.Field != "text" {
			all = appendPiece(all, at, plain, Range{0, len(plain)})
			continue
		}
		for _, r := range Sentences(plain) {
			all = appendPiece(all, at, plain, r)
		}
	}
	return all
}

func appendPiece(all []piece, at Place, plain string, r Range) []piece {
	text := plain[r.Start:r.End]
	lead := len(text) - len(strings.TrimLeft(text, " \n\t"))
	text = strings.TrimSpace(text)
	if text == "" {
		return all
	}
	r = Range{r.Start + lead, r.Start + lead + len(text)}
	return append(all, piece{Piece: Piece{at, r, text}, words: countWords(text), pair: -1})
}

// countWords counts the words of a text in lower case.
func countWords(text string) map[string]int {
	words := map[string]int{}
	for _, w := range tokens(strings.ToLower(text)) {
		if first, _ := utf8.DecodeRuneInString(w); classOf(first) == letter {
			words[w]++
		}
	}
	return words
}

// differ matches the pieces of two statements.
type differ struct {
	old, new      Statement
	before, after []piece
	from          map[Place]int      // of a topic or person, without a field, its number in the old statement
	weights       map[string]float64 // of words: what stands everywhere tells little
}

// meet finds the topics and people of the old statement in the new one, and
// weighs the words.
func (d *differ) meet() {
	d.from = map[Place]int{}
	for _, is := range d.new.Sections {
		was := d.old.Section(is.Key)
		topics := align(was.Topics, is.Topics, kinship[Topic]{same: func(a, b Topic) bool { return a == b }, named: Topic.named, words: topicWords})
		people := align(was.People, is.People, kinship[Person]{
			same: func(a, b Person) bool { return personWords(a) == personWords(b) }, named: Person.named, words: personWords,
		})
		for j, i := range append(topics.from, people.from...) {
			d.from[Place{is.Key, j + 1, ""}] = i + 1
		}
	}
	d.weights = map[string]float64{}
	for _, all := range [][]piece{d.before, d.after} {
		in := map[string]float64{}
		for _, p := range all {
			for w := range p.words {
				in[w]++
			}
		}
		for w, n := range in {
			d.weights[w] = min(1/n, cmp.Or(d.weights[w], 1))
		}
	}
}

// came is where a place of the new statement was in the old one; a place of no
// statement where it was not.
func (d *differ) came(at Place) Place {
	if at.Item > 0 {
		at.Item = cmp.Or(d.from[Place{at.Section, at.Item, ""}], -1)
	}
	return at
}

// match pairs what reads the same in the same order, then what reads the same
// elsewhere, then what is alike.
func (d *differ) match() {
	same := func(i, j int) bool {
		return d.before[i].Text == d.after[j].Text && kindOf(d.before[i].At) == kindOf(d.after[j].At)
	}
	for _, m := range matches(len(d.before), len(d.after), same) {
		d.pair(m.old, m.new)
		d.before[m.old].kept, d.after[m.new].kept = true, true
	}
	d.matchElsewhere(same)
	d.matchAlike()
}

func (d *differ) pair(i, j int) {
	d.before[i].pair, d.after[j].pair = j, i
}

// kindOf keeps names from being matched with sentences.
func kindOf(at Place) string { return at.Field }

func (d *differ) matchElsewhere(same func(i, j int) bool) {
	waiting := map[string][]int{}
	for i, p := range d.before {
		if p.pair < 0 {
			waiting[p.Text] = append(waiting[p.Text], i)
		}
	}
	for j, p := range d.after {
		if p.pair >= 0 {
			continue
		}
		for n, i := range waiting[p.Text] {
			if same(i, j) {
				d.pair(i, j)
				waiting[p.Text] = slices.Delete(waiting[p.Text], n, n+1)
				break
			}
		}
	}
}

// alike is how much two texts must have in common to be one reworded: the share
// of common words in all. A text in its own place needs less.
const (
	alikeHere      = 0.35
	alikeElsewhere = 0.6
)

// reworded is how much two pieces must have in common, by the weight of their
// words, to be one reworded. A sentence in its own place needs less.
const (
	rewordedHere      = 0.25
	rewordedElsewhere = 0.45
)

// matchAlike pairs reworded pieces, the most alike first.
func (d *differ) matchAlike() {
	type candidate struct {
		i, j  int
		score float64
	}
	var all []candidate
	for i := range d.before {
		a := &d.before[i]
		if a.pair >= 0 {
			continue
		}
		for j := range d.after {
			b := &d.after[j]
			if b.pair >= 0 || kindOf(a.At) != kindOf(b.At) {
				continue
			}
			score, least := d.alike(a, b), rewordedElsewhere
			if here := d.came(b.At); a.At == here {
				score, least = score+0.05, rewordedHere
				if a.At.Field != "text" {
					least = 0 // a heading or a field of a person stays itself
				}
			}
			if score >= least {
				all = append(all, candidate{i, j, score})
			}
		}
	}
	slices.SortStableFunc(all, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.i, y.i), cmp.Compare(x.j, y.j))
	})
	for _, c := range all {
		if d.before[c.i].pair < 0 && d.after[c.j].pair < 0 {
			d.pair(c.i, c.j)
		}
	}
}

// alike is [dice] by the weight of the words.
func (d *differ) alike(a, b *piece) float64 {
	common, all := 0.0, 0.0
	for w, n := range a.words {
		common += d.weights[w] * float64(min(n, b.words[w]))
		all += d.weights[w] * float64(n)
	}
	for w, n := range b.words {
		all += d.weights[w] * float64(n)
	}
	if all == 0 {
		return 0
	}
	return 2 * common / all
}

// dice is how alike two texts are: twice their common words by all their words
// (Dice, Measures of the Amount of Ecologic Association Between Species, 1945);
// 1 for the same words, 0 for nothing in common.
func dice(a, b map[string]int) float64 {
	common, all := 0, 0
	for w, n := range a {
		common += min(n, b[w])
		all += n
	}
	for _, n := range b {
		all += n
	}
	if all == 0 {
		return 0
	}
	return 2 * float64(common) / float64(all)
}

// changes lists what was not kept in the order of the new statement. What was
// removed stands before what followed it, or else at the end of its text, or
// where its topic is gone, after what stood before that.
func (d *differ) changes() []Change {
	var all []Change
	told := make([]bool, len(d.before))
	removed := func(from, until int, at func(Place) bool) {
		for i := from; i < until; i++ {
			if p := d.before[i]; p.pair < 0 && !told[i] && at(p.At) {
				told[i] = true
				all = append(all, Change{Kind: ChangeRemoved, Old: p.At, OldRange: p.Range, Runs: []Run{{Removed, p.Text}}})
			}
		}
	}
	anywhere := func(Place) bool { return true }
	spans := d.spans()
	i := 0
	for j := range d.after {
		p := &d.after[j]
		if p.pair >= 0 && p.kept {
			removed(i, p.pair, anywhere)
			i = p.pair
		}
		if c, ok := d.change(p); ok {
			all = append(all, c)
		}
		if j+1 == len(d.after) || d.after[j+1].At != p.At {
			was := d.came(p.At)
			removed(spans[was].Start, spans[was].End, func(at Place) bool { return at == was })
		}
	}
	removed(0, len(d.before), anywhere)
	return all
}

// spans is where the pieces of each place of the old statement begin and end.
func (d *differ) spans() map[Place]Range {
	all := map[Place]Range{}
	for i, p := range d.before {
		span, ok := all[p.At]
		if !ok {
			span.Start = i
		}
		span.End = i + 1
		all[p.At] = span
	}
	return all
}

func (d *differ) change(p *piece) (Change, bool) {
	if p.pair < 0 {
		return Change{Kind: ChangeAdded, New: p.At, NewRange: p.Range, Runs: []Run{{Added, p.Text}}}, true
	}
	was := d.before[p.pair]
	c := Change{
		Kind: ChangeEdited, Old: was.At, New: p.At, OldRange: was.Range, NewRange: p.Range,
		Runs: DiffWords(was.Text, p.Text),
	}
	switch {
	case p.kept:
		return c, false
	case was.Text == p.Text || was.At.Section != p.At.Section:
		c.Kind = ChangeMoved
	}
	return c, true
}

// facts lists the facts that differ.
func (d *differ) facts() []Change {
	var all []Change
	for _, name := range append(Facts(), "agenda") {
		was, _ := d.old.fact(name)
		is, _ := d.new.fact(name)
		if name == "agenda" {
			was, is = strings.Join(d.old.Agenda, "\n"), strings.Join(d.new.Agenda, "\n")
		}
		if was == is {
			continue
		}
		at := Place{Field: name}
		c := Change{Kind: ChangeEdited, Old: at, New: at, OldRange: Range{0, len(was)}, NewRange: Range{0, len(is)}, Runs: DiffWords(was, is)}
		switch {
		case was == "":
			c.Kind, c.Old = ChangeAdded, Place{}
		case is == "":
			c.Kind, c.New = ChangeRemoved, Place{}
		}
		all = append(all, c)
	}
	return all
}
