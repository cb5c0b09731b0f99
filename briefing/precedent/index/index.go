// Package index answers "how did we say it before?": it finds words, their
// other forms and whole phrases in every statement of a workspace.
//
// The index is kept in the workspace, in a folder of its own that only its
// owner can read. It is a cache and never the truth: [Index.Refresh] brings it
// up to date with the files, and one that is missing, damaged or of another
// version of the program is made anew. Any number of processes may use it at
// once.
package index

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"sync"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// Index is the index of a workspace. Any goroutine may use it.
type Index struct {
	workspace string

	mu sync.RWMutex // held for writing while the file is replaced
	db *sql.DB
}

// Where the index lies in a workspace, beside the folder it is made of.
const (
	folder     = ".index"
	file       = "said-before.db"
	statements = "statements"
)

// Open opens the index of a workspace. It reads no statement yet: that is for
// [Index.Refresh].
func Open(workspace string) (*Index, error) {
	x := &Index{workspace: workspace}
	err := x.open()
	if damaged(err) {
		err = x.replace()
	}
	if err != nil {
		return nil, fmt.Errorf("opening the index of earlier statements: %w", err)
	}
	return x, nil
}

// Close closes the index.
func (x *Index) Close() error {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.db.Close()
}

func (x *Index) path() string { return filepath.Join(x.workspace, folder, file) }

// open opens the file and lays its tables out. Where the workspace cannot be
// written to, the index is kept in memory, and gone when it is closed.
func (x *Index) open() error {
	name := address(x.path())
	alone := makeFile(x.path()) != nil
	if alone {
		name = "file::memory:"
	}
	db, err := sql.Open("sqlite", name+"?"+settings)
	if err != nil {
		return err
	}
	if alone {
		db.SetMaxOpenConns(1) // each connection would have a memory of its own
	}
	if err := layOut(db); err != nil {
		db.Close()
		return err
	}
	x.db = db
	return nil
}

// makeFile makes the file where there is none, so that it is its owner's alone
// from the beginning.
func makeFile(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}

// address names a file as the library wants it.
func address(path string) string {
	name := filepath.ToSlash(path)
	if filepath.VolumeName(path) != "" {
		name = "/" + name // C:/… must not look like a scheme
	}
	return "file:" + (&url.URL{Path: name}).EscapedPath()
}

// settings say that the index can be lost but must not disturb: it waits where
// another process writes, and keeps nothing in other folders.
var settings = url.Values{"_txlock": {"immediate"}, "_pragma": {
	"busy_timeout(10000)", "journal_mode(TRUNCATE)", "synchronous(NORMAL)", "temp_store(MEMORY)", "cache_size(-16000)",
}}.Encode()

// version is that of the tables, of what stands in them and of how words are
// cut down to their stems. It is raised where any of these changes.
const version = 2

// A sentence's number begins with the day of its statement, so that the newest
// can be read first; see [numbers]. What is looked for (stems) and what it is
// chosen by (tags) stands in the words alone, without the text.
const tables = `
CREATE TABLE statement (
	name     TEXT PRIMARY KEY,
	size     INTEGER NOT NULL,
	modified INTEGER NOT NULL,
	first    INTEGER NOT NULL UNIQUE,
	language TEXT NOT NULL,
	partner  TEXT NOT NULL,
	kind     TEXT NOT NULL,
	edition  INTEGER NOT NULL,
	date     TEXT NOT NULL,
	status   TEXT NOT NULL,
	weight   INTEGER NOT NULL,
	headline TEXT NOT NULL
);
CREATE TABLE sentence (
	number  INTEGER PRIMARY KEY,
	place   TEXT NOT NULL,
	topic   TEXT NOT NULL,
	subject TEXT NOT NULL,
	text    TEXT NOT NULL
);
CREATE VIRTUAL TABLE words USING fts5 (
	stems, tags, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0"
);
`

// errVersion means that the index was made by another version of the program.
var errVersion = errors.New("the index is of another version")

func layOut(db *sql.DB) error {
	ctx := context.Background()
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	var is, count int
	if err := tx.QueryRow("PRAGMA user_version").Scan(&is); err != nil {
		return err
	}
	if is == version {
		return nil
	}
	if err := tx.QueryRow("SELECT count(*) FROM sqlite_schema").Scan(&count); err != nil {
		return err
	}
	if is != 0 || count > 0 {
		return errVersion
	}
	if _, err := tx.Exec(tables + "PRAGMA user_version = " + strconv.Itoa(version)); err != nil {
		return err
	}
	return tx.Commit()
}

// damaged reports whether an index is of no use any more: not whether something
// is in the way of using it.
func damaged(err error) bool {
	var told *sqlite.Error
	if !errors.As(err, &told) {
		return errors.Is(err, errVersion)
	}
	switch told.Code() & 0xff {
	case sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_SCHEMA:
		return true
	}
	return told.Code() == sqlite3.SQLITE_READONLY_DBMOVED
}

// replace throws the file away and begins a new one.
func (x *Index) replace() error {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.db != nil {
		x.db.Close()
	}
	for _, end := range []string{"", "-journal", "-wal", "-shm"} {
		if err := os.Remove(x.path() + end); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	return x.open()
}
