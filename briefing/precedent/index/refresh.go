package index

import (
	"bytes"
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"delegation-briefing/briefing"
)

// Refresh brings the index up to date with the statements of the workspace: it
// reads those files that are new or changed since, by their size and time, and
// forgets those that are gone. A file that is no statement is left out until it
// changes; one that the disk does not hand over stays as it was last read, and
// is tried again the next time. The progress, if not nil, is told from time to
// time on the calling goroutine. What was read is kept where ctx ends it.
func (x *Index) Refresh(ctx context.Context, progress func(done, total int)) error {
	err := x.refresh(ctx, progress)
	if damaged(err) {
		if err = x.replace(); err == nil {
			err = x.refresh(ctx, progress)
		}
	}
	if err != nil {
		return fmt.Errorf("reading earlier statements into the index: %w", err)
	}
	return nil
}

func (x *Index) refresh(ctx context.Context, progress func(done, total int)) error {
	x.mu.RLock()
	defer x.mu.RUnlock()
	ctx, stop := context.WithCancel(ctx)
	defer stop() // what reads ahead
	changed, gone, err := x.changes(ctx)
	if err != nil || len(changed)+len(gone) == 0 {
		return err
	}
	if err := x.forget(ctx, gone); err != nil {
		return err
	}
	next := x.readAhead(ctx, changed)
	for done := 0; done < len(changed); {
		if progress != nil {
			progress(done, len(changed))
		}
		read := <-next
		if err := cmp.Or(ctx.Err(), x.write(ctx, read)); err != nil {
			return err
		}
		done += len(read)
	}
	return nil
}

// readAhead reads batches of statements while others are written.
func (x *Index) readAhead(ctx context.Context, changed []entry) <-chan []reading {
	next := make(chan []reading, 1)
	go func() {
		defer close(next)
		for batch := range slices.Chunk(changed, batchSize) {
			select {
			case next <- x.read(batch):
			case <-ctx.Done():
				return
			}
		}
	}()
	return next
}

// batchSize is how many statements are written at a time: enough to be fast,
// and few enough for others not to wait.
const batchSize = 200

// entry is a file as the folder lists it.
type entry struct {
	name           string // without ending
	size, modified int64
}

// changes compares the folder with what the index was made of.
func (x *Index) changes(ctx context.Context) (changed []entry, gone []string, err error) {
	files, err := os.ReadDir(filepath.Join(x.workspace, statements))
	if err != nil && !os.IsNotExist(err) {
		return nil, nil, err
	}
	known, err := x.known(ctx)
	if err != nil {
		return nil, nil, err
	}
	for _, f := range files {
		name, isStatement := strings.CutSuffix(f.Name(), ".toml")
		if !isStatement || strings.HasPrefix(name, ".") || f.IsDir() {
			continue
		}
		info, err := f.Info()
		if err != nil {
			continue // it went while the folder was read
		}
		e := entry{name, info.Size(), info.ModTime().UnixNano()}
		if known[name] != e {
			changed = append(changed, e)
		}
		delete(known, name)
	}
	slices.Reverse(changed) // names begin with the day: the latest are wanted first
	for name := range known {
		gone = append(gone, name)
	}
	return changed, gone, nil
}

func (x *Index) known(ctx context.Context) (map[string]entry, error) {
	rows, err := x.db.QueryContext(ctx, "SELECT name, size, modified FROM statement")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	all := map[string]entry{}
	for rows.Next() {
		var e entry
		if err := rows.Scan(&e.name, &e.size, &e.modified); err != nil {
			return nil, err
		}
		all[e.name] = e
	}
	return all, rows.Err()
}

// reading is a statement with the words of its sentences.
type reading struct {
	entry
	failed    bool // the file could not be read this time
	statement briefing.Statement
	sentences []sentence
}

type sentence struct {
	place, topic, subject, text string
	stems, tags                 string
}

// read reads statements, as many at once as there are processors.
func (x *Index) read(batch []entry) []reading {
	all := make([]reading, len(batch))
	var wg sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			tongues := map[string]tongue{}
			for i := range next {
				all[i] = x.readFile(batch[i], tongues)
			}
		})
	}
	for i := range batch {
		next <- i
	}
	close(next)
	wg.Wait()
	return all
}

func (x *Index) readFile(e entry, tongues map[string]tongue) reading {
	data, err := os.ReadFile(filepath.Join(x.workspace, statements, e.name+".toml"))
	if err != nil {
		return reading{entry: e, failed: true}
	}
	s, err := briefing.ReadStatement(bytes.NewReader(data))
	if err != nil {
		return reading{entry: e}
	}
	s.ID = e.name
	if _, ok := tongues[s.Language]; !ok {
		tongues[s.Language] = tongueOf(s.Language)
	}
	return reading{entry: e, statement: s, sentences: sentencesOf(s, tongues[s.Language])}
}

// sentencesOf lists the sentences of a statement's prose as a reader sees them.
func sentencesOf(s briefing.Statement, t tongue) []sentence {
	tags := tagsOf(s)
	var all []sentence
	for _, at := range s.Places() {
		if at.Field != "text" {
			continue
		}
		plain := s.Plain(at)
		topic, _ := s.Text(briefing.Place{Section: at.Section, Item: at.Item, Field: "heading"})
		subject, _ := s.Text(briefing.Place{Section: at.Section, Item: at.Item, Field: "subject"})
		about := tags + t.tags(subjectTag, subject) + t.tags(subjectTag, topic)
		for _, r := range briefing.Sentences(plain) {
			text := strings.TrimSpace(plain[r.Start:r.End])
			if text != "" && len(all) < maxSentences {
				all = append(all, sentence{at.String(), topic, subject, text, t.stems(text), about})
			}
		}
	}
	return all
}

func (t tongue) stems(text string) string {
	var b strings.Builder
	for _, w := range t.words(text) {
		b.WriteString(w.stem)
		b.WriteByte(' ')
	}
	return b.String()
}

// What a statement can be chosen by is indexed as words with a letter before
// them.
const (
	partnerTag = "p"
	yearTag    = "y"
	subjectTag = "s"
)

func tagsOf(s briefing.Statement) string {
	tags := tongueOf("").tags(partnerTag, s.Partner)
	if s.Date.Year != 0 {
		tags += yearTag + fmt.Sprint(s.Date.Year) + " "
	}
	return tags
}

func (t tongue) tags(letter, text string) string {
	var b strings.Builder
	for _, w := range t.words(text) {
		b.WriteString(letter + w.stem + " ")
	}
	return b.String()
}

// write puts statements into the index in the place of what stood there under
// their names.
func (x *Index) write(ctx context.Context, all []reading) error {
	tx, err := x.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	w := writer{ctx: ctx, tx: tx}
	for _, r := range all {
		if !r.failed && !w.has(r.entry) { // another process may have been faster
			w.forget(r.name)
			w.add(r)
		}
	}
	if w.err != nil {
		return w.err
	}
	return tx.Commit()
}

func (x *Index) forget(ctx context.Context, names []string) error {
	tx, err := x.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	w := writer{ctx: ctx, tx: tx}
	for _, name := range names {
		w.forget(name)
	}
	if w.err != nil {
		return w.err
	}
	return tx.Commit()
}

// writer writes in one transaction and keeps the first error.
type writer struct {
	ctx      context.Context
	tx       *sql.Tx
	prepared map[string]*sql.Stmt
	err      error
}

func (w *writer) do(query string, args ...any) {
	if w.err != nil {
		return
	}
	stmt := w.prepared[query]
	if stmt == nil {
		if stmt, w.err = w.tx.PrepareContext(w.ctx, query); w.err != nil {
			return
		}
		if w.prepared == nil {
			w.prepared = map[string]*sql.Stmt{}
		}
		w.prepared[query] = stmt
	}
	_, w.err = stmt.ExecContext(w.ctx, args...)
}

// has reports whether a statement stands in the index as its file is.
func (w *writer) has(e entry) bool {
	var n int
	if w.err == nil {
		w.err = w.tx.QueryRowContext(w.ctx, "SELECT count(*) FROM statement WHERE name = ? AND size = ? AND modified = ?",
			e.name, e.size, e.modified).Scan(&n)
	}
	return n > 0
}

func (w *writer) forget(name string) {
	if w.err != nil {
		return
	}
	var first int64
	err := w.tx.QueryRowContext(w.ctx, "SELECT first FROM statement WHERE name = ?", name).Scan(&first)
	if err == sql.ErrNoRows {
		return
	}
	if err != nil {
		w.err = err
		return
	}
	last := first | sentenceMask
	w.do("DELETE FROM words WHERE rowid IN (SELECT number FROM sentence WHERE number BETWEEN ? AND ?)", first, last)
	w.do("DELETE FROM sentence WHERE number BETWEEN ? AND ?", first, last)
	w.do("DELETE FROM statement WHERE name = ?", name)
}

func (w *writer) add(r reading) {
	s := r.statement
	first := w.first(s.Date)
	w.do("INSERT INTO statement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		r.name, r.size, r.modified, first, s.Language, s.Partner, s.Kind, s.Edition, s.Date.String(), string(s.Status), weightOf(s), headline(s))
	for i, sen := range r.sentences {
		number := first + int64(i)
		w.do("INSERT INTO sentence VALUES (?, ?, ?, ?, ?)", number, sen.place, sen.topic, sen.subject, sen.text)
		w.do("INSERT INTO words (rowid, stems, tags) VALUES (?, ?, ?)", number, sen.stems, sen.tags)
	}
}

// What a sentence weighs among others: more where it was said in public or
// cleared for it, less where it was never meant to be.
const (
	internal = iota // in a brief, or in another paper with a handling marking
	drafted
	said
)

func weightOf(s briefing.Statement) int {
	switch {
	case s.Template == "brief", s.Marking != "" && s.Status != briefing.Published:
		return internal
	case s.Status == briefing.Cleared, s.Status == briefing.Published:
		return said
	}
	return drafted
}

func headline(s briefing.Statement) string {
	if s.Format == 0 {
		return ""
	}
	return s.Headline()
}

// numbers: a sentence's number is made of the day of the statement, of the
// statement's number on that day and of its own in the statement. An index is
// thus read from its end to see the newest sentences first.
const (
	sentenceBits  = 14
	statementBits = 20
	sentenceMask  = 1<<sentenceBits - 1
	maxSentences  = 1 << sentenceBits
)

// first finds the number for the first sentence of a statement of that day.
func (w *writer) first(day briefing.Date) int64 {
	const room = 1 << (sentenceBits + statementBits)
	from := int64(day.Year*10000+day.Month*100+day.Day) * room
	var highest sql.NullInt64
	if w.err == nil {
		w.err = w.tx.QueryRowContext(w.ctx, "SELECT max(first) FROM statement WHERE first BETWEEN ? AND ?",
			from, from+room-1).Scan(&highest)
	}
	if !highest.Valid {
		return from
	}
	return highest.Int64 + 1<<sentenceBits
}
