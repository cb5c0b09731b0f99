package archive

import (
	"bytes"
	"cmp"
	"encoding/gob"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"delegation-briefing/briefing"
)

// Entry is what a list shows of a statement.
type Entry struct {
	ID, Title, Partner, Place, Kind string
	Template, Language              string
	Edition                         int
	Date                            briefing.Date
	Status                          briefing.Status
	Modified                        time.Time
	Err                             error // why the file cannot be read
}

// card is an entry and the file it was read from.
type card struct {
	Size     int64
	Modified time.Time
	Entry    Entry
}

// List returns an entry for every statement, the latest dialogue first. A file
// that cannot be read is listed with its error. Only files that have changed
// since they were last listed, by whomever, are read.
func (a *Archive) List() ([]Entry, error) {
	if err := a.present(); err != nil {
		return nil, fmt.Errorf("listing statements: %w", err)
	}
	files, err := os.ReadDir(filepath.Join(a.dir, statementsDir))
	if err != nil {
		return nil, fmt.Errorf("listing statements: %w", err)
	}
	known := a.knownCards()
	cards := make(map[string]card, len(files))
	all := make([]Entry, 0, len(files))
	read := 0
	for _, f := range files {
		id, isStatement := strings.CutSuffix(f.Name(), ".toml")
		if !isStatement || strings.HasPrefix(id, ".") || f.IsDir() {
			continue
		}
		c, fresh := a.card(id, f, known)
		if fresh {
			read++
		}
		cards[id] = c
		all = append(all, c.Entry)
	}
	a.mu.Lock()
	a.cards = cards
	a.mu.Unlock()
	if read >= cardsWorthKeeping {
		a.writeCards(cards)
	}
	slices.SortFunc(all, latestFirst)
	return all, nil
}

// knownCards returns what was listed last, or kept for this start. Nobody
// changes the cards; the next list has others.
func (a *Archive) knownCards() map[string]card {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.cards == nil {
		a.cards = readCards(a.cardIndex())
	}
	return a.cards
}

func latestFirst(x, y Entry) int {
	return cmp.Or(
		cmp.Compare(y.Date.Year, x.Date.Year), cmp.Compare(y.Date.Month, x.Date.Month), cmp.Compare(y.Date.Day, x.Date.Day),
		strings.Compare(x.Title, y.Title), strings.Compare(x.ID, y.ID),
	)
}

// card reads a file, unless it is as it was last time.
func (a *Archive) card(id string, f fs.DirEntry, known map[string]card) (c card, fresh bool) {
	info, err := f.Info()
	if err != nil {
		return card{Entry: Entry{ID: id, Title: id, Err: err}}, true
	}
	old, ok := known[id]
	if ok && old.Size == info.Size() && old.Modified.Equal(info.ModTime()) {
		return old, false
	}
	c = card{info.Size(), info.ModTime(), Entry{ID: id, Title: id, Modified: info.ModTime()}}
	data, err := readFile(a.Path(id))
	if err != nil {
		c.Entry.Err = err
		return c, true
	}
	s, err := briefing.ReadStatement(bytes.NewReader(data))
	if err != nil {
		c.Entry.Err = err
		return c, true
	}
	s.ID = id
	c.Entry = Entry{
		ID: id, Title: s.Headline(), Partner: s.Partner, Place: s.Place, Kind: s.Kind,
		Template: s.Template, Language: s.Language, Edition: s.Edition, Date: s.Date,
		Status: s.Status, Modified: info.ModTime(),
	}
	return c, true
}

// The cards are kept in the workspace for the next start, which would take
// seconds to read ten thousand statements. They are a cache: what is damaged
// or of another form is read from the statements again.
const (
	cardsForm         = "cards 1\n"
	cardsWorthKeeping = 50 // of so many freshly read
)

func (a *Archive) cardIndex() string { return filepath.Join(a.dir, ".index", "cards") }

func readCards(file string) map[string]card {
	cards := map[string]card{}
	data, err := os.ReadFile(file)
	if err != nil {
		return cards
	}
	if coded, ok := bytes.CutPrefix(data, []byte(cardsForm)); !ok || gob.NewDecoder(bytes.NewReader(coded)).Decode(&cards) != nil {
		return map[string]card{}
	}
	return cards
}

// writeCards keeps the cards. That it fails costs the next start some time and
// nothing else.
func (a *Archive) writeCards(cards map[string]card) {
	if os.MkdirAll(filepath.Dir(a.cardIndex()), 0o700) != nil {
		return
	}
	good := maps.Clone(cards)
	maps.DeleteFunc(good, func(_ string, c card) bool { return c.Entry.Err != nil })
	WriteFile(a.cardIndex(), func(w io.Writer) error {
		if _, err := io.WriteString(w, cardsForm); err != nil {
			return err
		}
		return gob.NewEncoder(w).Encode(good)
	})
}
