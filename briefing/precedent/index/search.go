package index

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"delegation-briefing/briefing"
)

// Hit is a sentence that was found, where it was said last.
type Hit struct {
	Said
	Text          string           // the sentence as a reader sees it
	Before, After string           // the sentences around it; empty at the ends of its text
	Marks         []briefing.Range // of the words that were looked for, in Text
	Also          []Said           // where the very same sentence stands too, the newest first
}

// Said is a place where something was said.
type Said struct {
	ID       string
	Headline string
	Partner  string
	Kind     string
	Language string
	Edition  int
	Date     briefing.Date
	Status   briefing.Status
	At       briefing.Place
	Topic    string // its heading
	Subject  string
}

// Search finds sentences: the very wording first, then its other forms, then
// all the words near each other or apart, and where hardly any sentence has
// them all, those that have some. What is as near stands in the order of the
// dialogues, the newest first, and behind it what only a draft says. What is not
// for release, as a brief, comes after all statements, however near it is. It
// looks at what [Index.Refresh] has read.
func (x *Index) Search(ctx context.Context, q Query) ([]Hit, error) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	s := search{ctx: ctx, db: x.db, query: q, limit: cmp.Or(q.Limit, defaultLimit), seen: map[string]int{}}
	if err := s.run(); err != nil {
		return nil, fmt.Errorf("looking in earlier statements: %w", err)
	}
	return s.hits()
}

// Subjects lists the subjects of all topics, the most frequent first.
func (x *Index) Subjects(ctx context.Context) ([]string, error) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	rows, err := x.db.QueryContext(ctx, "SELECT subject FROM sentence WHERE subject <> '' GROUP BY subject ORDER BY count(*) DESC, subject")
	if err != nil {
		return nil, fmt.Errorf("listing subjects: %w", err)
	}
	defer rows.Close()
	var all []string
	for rows.Next() {
		var subject string
		if err := rows.Scan(&subject); err != nil {
			return nil, fmt.Errorf("listing subjects: %w", err)
		}
		all = append(all, subject)
	}
	return all, rows.Err()
}

// How far a search goes.
const (
	enough   = 10   // near results, after which the far are not asked for
	maxRows  = 2000 // sentences that are looked at for each question
	farRows  = 400  // different ones that are weighed where none has all the words
	nearness = 3    // words of the sentence for each word looked for
)

// search is a search under way.
type search struct {
	ctx   context.Context
	db    *sql.DB
	query Query
	limit int
	skip  int64 // the number of the statement to be left out, or -1

	found []found
	open  int            // how many of them are not internal
	seen  map[string]int // by wording, where in found
}

// found is a sentence with how well it answers.
type found struct {
	number int64
	weight int // see weightOf
	text   string
	marks  []briefing.Range
	merit  merit
	also   []int64
}

// merit says how near a sentence is to what was looked for.
type merit int

const (
	someWords  merit = 0 // and one more for each hundredth of them
	allWords   merit = 101
	closeWords merit = 102
	otherForms merit = 103
	verbatim   merit = 104
)

func (s *search) run() error {
	s.skip = -1
	err := s.db.QueryRowContext(s.ctx, "SELECT first FROM statement WHERE name = ?", s.query.Skip).Scan(&s.skip)
	if err != nil && err != sql.ErrNoRows {
		return err
	}
	tongues, err := s.tongues()
	if err != nil {
		return err
	}
	for step := 0; ; step++ {
		asked := map[string]bool{}
		near := false
		for _, t := range tongues {
			w := s.query.in(t, tongues)
			asks := w.asks()
			if step >= len(asks) || asked[asks[step].match] {
				continue
			}
			asked[asks[step].match] = true
			near = near || asks[step].near
			if !asks[step].near && s.open >= enough {
				continue
			}
			if err := s.ask(w, asks[step]); err != nil {
				return err
			}
		}
		if len(asked) == 0 || near && s.open >= s.limit {
			break
		}
	}
	slices.SortStableFunc(s.found, func(a, b found) int {
		return cmp.Or(internalLast(a, b), cmp.Compare(b.merit, a.merit), cmp.Compare(b.weight, a.weight),
			cmp.Compare(b.number|sentenceMask, a.number|sentenceMask), cmp.Compare(a.number, b.number))
	})
	return nil
}

func internalLast(a, b found) int {
	return cmp.Compare(min(b.weight, drafted), min(a.weight, drafted))
}

// tongues are the languages of the statements, by what they do to words.
func (s *search) tongues() ([]tongue, error) {
	rows, err := s.db.QueryContext(s.ctx, "SELECT DISTINCT language FROM statement WHERE language <> '' ORDER BY language")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []tongue
	for rows.Next() {
		var language string
		if err := rows.Scan(&language); err != nil {
			return nil, err
		}
		all = append(all, tongueOf(language))
	}
	return all, rows.Err()
}

// ask reads the answers to one question, the newest first.
func (s *search) ask(w wanted, a ask) error {
	room := s.limit
	if !a.near {
		room = max(room, farRows)
	}
	rows, err := s.db.QueryContext(s.ctx, `SELECT s.number, s.text, t.weight
		FROM words w JOIN sentence s ON s.number = w.rowid JOIN statement t ON t.first = s.number & ?
		WHERE words MATCH ? ORDER BY w.rowid DESC`, ^sentenceMask, a.match)
	if err != nil {
		return err
	}
	defer rows.Close()
	fresh := 0
	for n := 0; n < maxRows && fresh < room && rows.Next(); n++ {
		var f found
		if err := rows.Scan(&f.number, &f.text, &f.weight); err != nil {
			return err
		}
		if s.take(w, f) {
			fresh++
		}
	}
	return rows.Err()
}

// take keeps a sentence, or counts it with the same one found before: what was
// said stands for what is drafted. It reports whether it is another one that
// may be shown before the internal ones.
func (s *search) take(w wanted, f found) bool {
	if f.number&^sentenceMask == s.skip {
		return false
	}
	key := strings.Join(strings.Fields(f.text), " ")
	if i, ok := s.seen[key]; ok {
		was := s.found[i].weight
		s.found[i].join(f)
		return s.opened(was == internal && f.weight != internal)
	}
	ok := false
	if f.marks, f.merit, ok = w.judge(f.text); !ok {
		return false
	}
	s.seen[key] = len(s.found)
	s.found = append(s.found, f)
	return s.opened(f.weight != internal)
}

// opened counts a sentence that is not internal.
func (s *search) opened(one bool) bool {
	if one {
		s.open++
	}
	return one
}

// join counts the same sentence of another statement.
func (f *found) join(other found) {
	if f.number == other.number || slices.Contains(f.also, other.number) {
		return
	}
	if other.weight > f.weight {
		f.number, f.weight, other.number = other.number, other.weight, f.number
	}
	f.also = append(f.also, other.number)
}

// judge says how near a sentence is, and which words of it answer.
func (w wanted) judge(text string) (marks []briefing.Range, m merit, ok bool) {
	words := w.tongue.words(text)
	marks, ok = w.fits(words)
	if !ok {
		return nil, 0, false
	}
	if len(w.loose) == 0 {
		return marks, verbatim, true
	}
	m = verbatim
	at := find(words, w.loose, func(a, b word) bool { return a.folded == b.folded })
	if at < 0 {
		m = otherForms
		at = find(words, w.loose, func(a, b word) bool { return a.stem == b.stem })
	}
	if at >= 0 {
		return append(marks, briefing.Range{Start: words[at].at.Start, End: words[at+len(w.loose)-1].at.End}), m, true
	}
	scattered, m := w.scattered(words)
	return append(marks, scattered...), m, true
}

// scattered marks the words that stand in a sentence here and there, and says
// how many and how near each other they are.
func (w wanted) scattered(words []word) ([]briefing.Range, merit) {
	big := bigWords(w.loose)
	missing := map[string]bool{}
	for _, l := range big {
		missing[l.stem] = true
	}
	total := len(missing)
	wants := func(stem string) bool { return slices.ContainsFunc(big, func(l word) bool { return l.stem == stem }) }
	var marks []briefing.Range
	first, last := -1, -1
	for i, t := range words {
		if !wants(t.stem) {
			continue
		}
		marks = append(marks, t.at)
		if missing[t.stem] {
			delete(missing, t.stem)
			last = i
			if first < 0 {
				first = i
			}
		}
	}
	switch {
	case len(missing) > 0:
		return marks, someWords + merit(100*(total-len(missing))/total)
	case last-first < nearness*total:
		return marks, closeWords
	}
	return marks, allWords
}

// hits tells of the best sentences where they were said and what stands around
// them.
func (s *search) hits() ([]Hit, error) {
	all := make([]Hit, 0, min(s.limit, len(s.found)))
	for _, f := range s.found {
		slices.Sort(f.also)
		slices.Reverse(f.also)
		said, err := s.said(append([]int64{f.number}, f.also...))
		if err != nil {
			return nil, err
		}
		if len(said) == 0 {
			continue
		}
		h := Hit{Said: said[0], Text: f.text, Marks: sortedMarks(f.marks), Also: said[1:]}
		if h.Before, err = s.beside(f.number-1, h.At); err != nil {
			return nil, err
		}
		if h.After, err = s.beside(f.number+1, h.At); err != nil {
			return nil, err
		}
		if all = append(all, h); len(all) == s.limit {
			break
		}
	}
	return all, nil
}

func sortedMarks(marks []briefing.Range) []briefing.Range {
	slices.SortFunc(marks, func(a, b briefing.Range) int { return cmp.Compare(a.Start, b.Start) })
	return marks
}

// said reads where sentences stand.
func (s *search) said(numbers []int64) ([]Said, error) {
	var all []Said
	for _, n := range numbers {
		var said Said
		var date, status, place string
		err := s.db.QueryRowContext(s.ctx, `SELECT t.name, t.headline, t.partner, t.kind, t.language, t.edition, t.date, t.status,
			s.place, s.topic, s.subject FROM sentence s JOIN statement t ON t.first = ? WHERE s.number = ?`, n&^sentenceMask, n).
			Scan(&said.ID, &said.Headline, &said.Partner, &said.Kind, &said.Language, &said.Edition, &date, &status,
				&place, &said.Topic, &said.Subject)
		if err == sql.ErrNoRows {
			continue // it went meanwhile
		}
		if err != nil {
			return nil, err
		}
		said.Status = briefing.Status(status)
		if said.Date, err = briefing.ParseDate(date); err != nil {
			return nil, err
		}
		if said.At, err = briefing.ParsePlace(place); err != nil {
			return nil, err
		}
		all = append(all, said)
	}
	return all, nil
}

// beside is the sentence of a number if it stands in the text at a place.
func (s *search) beside(number int64, at briefing.Place) (string, error) {
	var text string
	err := s.db.QueryRowContext(s.ctx, "SELECT text FROM sentence WHERE number = ? AND place = ?", number, at.String()).Scan(&text)
	if err == sql.ErrNoRows {
		return "", nil
	}
	return text, err
}
