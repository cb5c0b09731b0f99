// Package archive keeps statements on the disk, and every version of them. A
// workspace is a plain folder of TOML files that anyone can open, and beside
// them a standard Git repository with a branch for each statement. The archive
// remembers what it read and wrote, so that nobody's words are overwritten
// unseen.
package archive

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"delegation-briefing/briefing"
)

// ErrChanged means that a statement's file is not as it was when it was last
// read or written here: somebody else wrote to it. Nothing has been written.
var ErrChanged = errors.New("the file was changed by somebody else")

// Archive is a workspace. Any goroutine may use it.
type Archive struct {
	dir string

	mu    sync.Mutex
	known map[string][sha256.Size]byte // of the files as last read or written here
	cards map[string]card              // what List read

	versions sync.Mutex // held while the repository is used
	git      *repository
}

// Open opens a workspace and makes the folder, readable by its owner alone,
// where there is none.
func Open(dir string) (*Archive, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, fmt.Errorf("opening workspace: %w", err)
	}
	for _, sub := range []string{"", statementsDir, trashDir} {
		if err := makeFolder(filepath.Join(dir, sub)); err != nil {
			return nil, fmt.Errorf("opening workspace: %w", advised(err))
		}
	}
	for _, sub := range []string{".git", ".index"} {
		hide(filepath.Join(dir, sub))
	}
	a := &Archive{dir: dir, known: map[string][sha256.Size]byte{}}
	a.sweep()
	return a, nil
}

const (
	statementsDir = "statements"
	trashDir      = "trash"
)

// repository opens the versions when they are first needed.
func (a *Archive) repository() (*repository, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.git != nil {
		return a.git, nil
	}
	r, err := openRepository(filepath.Join(a.dir, ".git"))
	if err == nil {
		a.git = r
	}
	return r, err
}

// Dir is the workspace's folder.
func (a *Archive) Dir() string { return a.dir }

// Office looks up templates and sheets in the workspace before the shipped
// ones.
func (a *Archive) Office(shipped fs.FS) briefing.Office {
	return briefing.Office{os.DirFS(a.dir), shipped}
}

// Path is the file of a statement.
func (a *Archive) Path(id string) string {
	return filepath.Join(a.dir, statementsDir, id+".toml")
}

// Load reads a statement. What is wrong in the file comes as a
// [*briefing.FileError].
func (a *Archive) Load(id string) (briefing.Statement, error) {
	data, err := a.read(id)
	if err != nil {
		return briefing.Statement{}, err
	}
	return parse(id, data)
}

// Peek reads a statement as [Archive.Load] does, but does not count as having
// seen what somebody else wrote: saving still fails with [ErrChanged].
func (a *Archive) Peek(id string) (briefing.Statement, error) {
	if err := checkID(id); err != nil {
		return briefing.Statement{}, err
	}
	data, err := readFile(a.Path(id))
	if err != nil {
		return briefing.Statement{}, fmt.Errorf("reading statement: %w", err)
	}
	return parse(id, data)
}

func parse(id string, data []byte) (briefing.Statement, error) {
	s, err := briefing.ReadStatement(bytes.NewReader(data))
	if err != nil {
		return briefing.Statement{}, fmt.Errorf("%s.toml: %w", id, err)
	}
	s.ID = id
	return s, nil
}

func (a *Archive) read(id string) ([]byte, error) {
	if err := checkID(id); err != nil {
		return nil, err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	data, err := readFile(a.Path(id))
	if err != nil {
		return nil, fmt.Errorf("reading statement: %w", err)
	}
	a.known[id] = sha256.Sum256(data)
	return data, nil
}

// checkID refuses an ID that would lead out of the workspace, as to one of
// Windows' devices, whose names may have any ending: NUL.toml.
func checkID(id string) error {
	if id == "" || id != filepath.Base(id) || strings.HasPrefix(id, ".") || strings.ContainsAny(id, `/\`) || !filepath.IsLocal(id+".toml") {
		return fmt.Errorf("%q cannot be the name of a statement", id)
	}
	return nil
}

// Save writes a statement's file. When it returns nil the words are on the
// disk. It fails with [ErrChanged], and writes nothing, where the file is not
// as it was last read or written here.
func (a *Archive) Save(s briefing.Statement) error {
	text, err := a.fileOf(s)
	if err != nil {
		return err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if err := a.unchanged(s.ID); err != nil {
		return err
	}
	return a.write(s.ID, text)
}

// Overwrite writes a statement's file whatever stands there. What stood there
// is kept in the trash.
func (a *Archive) Overwrite(s briefing.Statement) error {
	text, err := a.fileOf(s)
	if err != nil {
		return err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if err := a.copyToTrash(s.ID); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	delete(a.known, s.ID)
	return a.write(s.ID, text)
}

// fileOf is what a statement's file will hold, if it can be written at all.
func (a *Archive) fileOf(s briefing.Statement) ([]byte, error) {
	if err := checkID(s.ID); err != nil {
		return nil, err
	}
	var text bytes.Buffer
	if err := s.WriteTOML(&text); err != nil {
		return nil, err
	}
	if err := a.present(); err != nil {
		return nil, fmt.Errorf("saving: %w", err)
	}
	return text.Bytes(), nil
}

func (a *Archive) write(id string, text []byte) error {
	sum := sha256.Sum256(text)
	if a.known[id] == sum {
		if _, err := os.Stat(a.Path(id)); err == nil {
			return nil
		}
	}
	err := WriteFile(a.Path(id), func(w io.Writer) error {
		_, err := w.Write(text)
		return err
	})
	if err != nil {
		return err
	}
	a.known[id] = sum
	return nil
}

// unchanged compares the file with what is known of it. A file that is gone
// was moved by somebody, and writing it again loses nothing.
func (a *Archive) unchanged(id string) error {
	data, err := readFile(a.Path(id))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("saving statement: %w", err)
	}
	if sum, ok := a.known[id]; !ok || sum != sha256.Sum256(data) {
		return fmt.Errorf("saving %s: %w", id, ErrChanged)
	}
	return nil
}

// Create writes a new statement under a free name made from its facts and
// returns that name. A name that has versions is not free: they are of a statement
// that was renamed or deleted, and would be taken for the new one's.
func (a *Archive) Create(s briefing.Statement) (id string, err error) {
	if err := a.present(); err != nil {
		return "", fmt.Errorf("creating statement: %w", err)
	}
	base := s.ID
	if base == "" {
		base = Name(s)
	}
	if err := checkID(base); err != nil {
		return "", err
	}
	for n := 1; ; n++ {
		s.ID = base
		if n > 1 {
			s.ID = base + "-" + strconv.Itoa(n)
		}
		if a.hasVersions(s.ID) {
			continue
		}
		err := a.createAs(s)
		if !errors.Is(err, fs.ErrExist) {
			return s.ID, err
		}
	}
}

// hasVersions reports whether there is a branch of that name. Where that cannot be
// told, a new statement need not wait for it.
func (a *Archive) hasVersions(id string) bool {
	if _, err := os.Stat(filepath.Join(a.dir, ".git")); err != nil {
		return false // which is made with the first version
	}
	a.versions.Lock()
	defer a.versions.Unlock()
	r, err := a.repository()
	if err != nil {
		return false
	}
	head, err := r.head(branch(id))
	return err == nil && !head.IsZero()
}

// createAs writes a statement's file unless there is one of that name.
func (a *Archive) createAs(s briefing.Statement) error {
	whole := filepath.Join(a.dir, statementsDir, "."+s.ID+"."+rand.Text()+".new")
	defer os.Remove(whole)
	var text bytes.Buffer
	if err := s.WriteTOML(&text); err != nil {
		return err
	}
	err := WriteFile(whole, func(w io.Writer) error {
		_, err := w.Write(text.Bytes())
		return err
	})
	if err != nil {
		return err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if err := takeName(whole, a.Path(s.ID)); err != nil {
		return fmt.Errorf("creating statement: %w", advised(err))
	}
	a.known[s.ID] = sha256.Sum256(text.Bytes())
	return syncFolder(filepath.Join(a.dir, statementsDir))
}

// Name is what the file of a statement is called by its facts, as far as they are known:
// 2026-03-12-norland-human-rights-dialogue.
func Name(s briefing.Statement) string {
	var parts []string
	for _, p := range []string{strings.TrimLeft(s.Date.String(), "-"), s.Partner, s.Kind} {
		if p = slug(p); p != "" {
			parts = append(parts, p)
		}
	}
	if len(parts) == 0 {
		return "statement"
	}
	all := strings.Join(parts, "-")
	if len(all) > 100 {
		all = strings.ToValidUTF8(all[:100], "")
	}
	return strings.Trim(all, "-")
}

// slug keeps letters, without their accents, and figures.
func slug(text string) string {
	plain, _, err := transform.String(transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn))), text)
	if err != nil {
		plain = text
	}
	words := strings.FieldsFunc(strings.ToLower(plain), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r)
	})
	return strings.Join(words, "-")
}
