package archive

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"testing/fstest"
	"time"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/object"

	"delegation-briefing/briefing"
)

// Version is a state of a statement that was kept. It is never changed.
type Version struct {
	ID        string // name of the commit
	When      time.Time
	Author    string
	Note      string
	Automatic string // why the program kept it by itself; empty: somebody asked for it
	Status    briefing.Status
	Program   string   // that kept it
	Added     int      // words, against the version before
	Removed   int      // words
	Labels    []string // put on it afterwards: "sent to the partner"
}

// Why the program keeps versions that nobody asked for.
const (
	FirstEdit     = "first edit of the day"
	AsExported    = "before export" // as workspaces have it
	BeforeRestore = "before restore"
	AsImported    = "as imported"
	OnClose       = "on close"
)

// Cleared reports whether the version was cleared for the press.
func (v Version) Cleared() bool {
	return v.Status == briefing.Cleared || v.Status == briefing.Published
}

// Quiet reports whether the program kept the version for itself: nobody asked for
// it, it has left in no file, and nobody put a label on it.
func (v Version) Quiet() bool {
	return v.Automatic != "" && v.Automatic != AsExported && len(v.Labels) == 0
}

// Keeping says who keeps a version, and why.
type Keeping struct {
	Author    string
	Note      string
	Automatic string // set for a version that nobody asked for
	Program   string
	Shipped   fs.FS     // templates and sheets that the workspace does not have
	When      time.Time // zero: now
	Text      []byte    // the statement's file; nil: as it stands on the disk
}

// Keep keeps the statement's file as a version, with the template and the
// sheet it is printed with, so that it prints again as it was. When it returns
// the version is on the disk. An automatic version of a text that has not
// changed since the last is not kept again: the last is returned.
func (a *Archive) Keep(id string, k Keeping) (v Version, err error) {
	if err := a.present(); err != nil {
		return v, fmt.Errorf("keeping a version: %w", err)
	}
	defer func() { err = advised(err) }()
	text := k.Text
	if text == nil {
		if text, err = a.readFile(id); err != nil {
			return v, err
		}
	}
	s, err := briefing.ReadStatement(bytes.NewReader(text))
	if err != nil {
		return Version{}, fmt.Errorf("%s.toml: %w", id, err)
	}
	files := map[string][]byte{"statement.toml": text}
	office := a.Office(k.Shipped)
	for name, places := range printedWith(s.Template) {
		if data, err := readFirst(office, places); err == nil {
			files[name] = data
		}
	}
	a.versions.Lock()
	defer a.versions.Unlock()
	err = afterOthers(func() error {
		v, err = a.keep(id, s, files, k, nil)
		return err
	})
	return v, err
}

// afterOthers does something again that somebody else came before.
func afterOthers(do func() error) error {
	err := do()
	for range keepTries {
		if !errors.Is(err, ErrMoved) {
			break
		}
		err = do()
	}
	return err
}

// keepTries is how often a version is kept again because another program kept
// one of the same statement at the same moment.
const keepTries = 20

// readFile reads a statement's file without taking it for what is being
// written here.
func (a *Archive) readFile(id string) ([]byte, error) {
	if err := checkID(id); err != nil {
		return nil, err
	}
	data, err := readFile(a.Path(id))
	if err != nil {
		return nil, fmt.Errorf("keeping a version: %w", err)
	}
	return data, nil
}

// printedWith lists the files that a version keeps beside its statement, and
// where each is looked up.
func printedWith(template string) map[string][]string {
	dir := "templates/" + template + "/"
	return map[string][]string{
		"template/parts.toml": {dir + "parts.toml"},
		"template/sheet.toml": {dir + "sheet.toml", "sheet.toml"},
		"template/style.toml": {dir + "style.toml", "style.toml"},
	}
}

func readFirst(office briefing.Office, names []string) ([]byte, error) {
	for _, name := range names {
		data, err := fs.ReadFile(office, name)
		if err == nil || !errors.Is(err, fs.ErrNotExist) {
			return data, err
		}
	}
	return nil, fs.ErrNotExist
}

// keep writes a version after the last one of its statement. The caller holds
// a.versions, as for all that follows and is not exported.
func (a *Archive) keep(id string, s briefing.Statement, files map[string][]byte, k Keeping, more []string) (Version, error) {
	r, err := a.repository()
	if err != nil {
		return Version{}, err
	}
	r.follow()
	parent, err := r.head(branch(id))
	if err != nil {
		return Version{}, fmt.Errorf("keeping a version: %w", err)
	}
	tree, err := r.tree(files)
	if err != nil {
		return Version{}, fmt.Errorf("keeping a version: %w", err)
	}
	c := &object.Commit{TreeHash: tree}
	when, before := k.When, ""
	if when.IsZero() {
		when = time.Now()
	}
	when = when.Truncate(time.Second) // as Git writes it
	if !parent.IsZero() {
		last, err := r.commit(parent)
		if err != nil {
			return Version{}, err
		}
		if k.Automatic != "" && last.TreeHash == tree {
			return versionOf(last), nil
		}
		if old, err := r.file(last, "statement.toml"); err == nil {
			before = string(old)
		}
		if !when.After(last.Author.When) { // within the second, or the clock went back
			when = last.Author.When.Add(time.Second)
		}
		c.ParentHashes = []plumbing.Hash{parent}
	}
	c.Author = object.Signature{Name: signed(k.Author), When: when}
	c.Committer = c.Author
	added, removed := wordsBetween(before, s)
	c.Message = message(id, s, k, added, removed, more)
	hash, err := r.put(c)
	if err != nil {
		return Version{}, fmt.Errorf("keeping a version: %w", err)
	}
	if err := r.move(branch(id), parent, hash); err != nil {
		return Version{}, fmt.Errorf("keeping a version of %s: %w", id, err)
	}
	c.Hash = hash
	return versionOf(c), nil
}

// signed is a name as Git can hold one.
func signed(name string) string {
	name = strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if r == '<' || r == '>' || r < ' ' {
			return ' '
		}
		return r
	}, name)), " ")
	if name == "" {
		return "Press office"
	}
	return name
}

// message is the note and, below it, what is known of the version, as Git's
// trailers.
func message(id string, s briefing.Statement, k Keeping, added, removed int, more []string) string {
	note := strings.TrimSpace(k.Note)
	if note == "" {
		note = k.Automatic
	}
	if note == "" {
		note = "Kept"
	}
	trailers := []string{"Statement: " + id}
	if s.Status != "" {
		trailers = append(trailers, "Status: "+string(s.Status))
	}
	if k.Automatic != "" {
		trailers = append(trailers, "Automatic: "+oneLine(k.Automatic))
	}
	if k.Program != "" {
		trailers = append(trailers, "Program: "+oneLine(k.Program))
	}
	trailers = append(trailers, "Words-Added: "+strconv.Itoa(added), "Words-Removed: "+strconv.Itoa(removed))
	return note + "\n\n" + strings.Join(append(trailers, more...), "\n") + "\n"
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// wordsBetween counts the words that a statement has more, and fewer, than its
// file had before.
func wordsBetween(before string, s briefing.Statement) (added, removed int) {
	count := map[string]int{}
	tally(count, s, 1)
	if old, err := briefing.ReadStatement(strings.NewReader(before)); err == nil {
		tally(count, old, -1)
	}
	for _, n := range count {
		added += max(n, 0)
		removed += max(-n, 0)
	}
	return added, removed
}

func tally(count map[string]int, s briefing.Statement, by int) {
	for _, at := range s.Places() {
		for _, w := range strings.Fields(s.Plain(at)) {
			count[w] += by
		}
	}
}

// versionOf reads what a commit says of itself.
func versionOf(c *object.Commit) Version {
	note, trailers := parseMessage(c.Message)
	v := Version{
		ID: c.Hash.String(), When: c.Author.When, Author: c.Author.Name, Note: note,
		Automatic: trailers["Automatic"], Status: briefing.Status(trailers["Status"]), Program: trailers["Program"],
	}
	v.Added, _ = strconv.Atoi(trailers["Words-Added"])
	v.Removed, _ = strconv.Atoi(trailers["Words-Removed"])
	return v
}

func parseMessage(message string) (note string, trailers map[string]string) {
	trailers = map[string]string{}
	i := strings.LastIndex(strings.TrimRight(message, "\n"), "\n\n")
	if i < 0 {
		return strings.TrimSpace(message), trailers
	}
	for line := range strings.Lines(message[i+2:]) {
		if key, value, ok := strings.Cut(strings.TrimSpace(line), ": "); ok {
			trailers[key] = value
		}
	}
	return strings.TrimSpace(message[:i]), trailers
}

// History lists a statement's versions, the newest first. A statement without
// versions has an empty history. Where an object is damaged, the versions up to
// it are returned with an error that names it.
func (a *Archive) History(id string) ([]Version, error) {
	if err := a.present(); err != nil {
		return nil, fmt.Errorf("reading the history of %s: %w", id, err)
	}
	a.versions.Lock()
	defer a.versions.Unlock()
	return a.history(id)
}

func (a *Archive) history(id string) ([]Version, error) {
	if err := checkID(id); err != nil {
		return nil, err
	}
	r, err := a.repository()
	if err != nil {
		return nil, err
	}
	hash, err := r.head(branch(id))
	if err != nil {
		return nil, fmt.Errorf("reading the history of %s: %w", id, err)
	}
	var all []Version
	labels := map[string][]string{}
	for !hash.IsZero() {
		c, err := r.commit(hash)
		if err != nil {
			return all, fmt.Errorf("reading the history of %s: %w", id, err)
		}
		v := versionOf(c)
		if _, t := parseMessage(c.Message); t["Label"] != "" {
			labels[t["Labelled"]] = append(labels[t["Labelled"]], t["Label"])
		} else {
			v.Labels = labels[v.ID]
			all = append(all, v)
		}
		if len(c.ParentHashes) == 0 {
			break
		}
		hash = c.ParentHashes[0]
	}
	return all, nil
}

// Label puts a label on a version, such as "sent to the partner". The label
// stands in the statement's history like everything else; the version itself
// does not change.
func (a *Archive) Label(id, version, label string, k Keeping) (err error) {
	if err := a.present(); err != nil {
		return fmt.Errorf("labelling: %w", err)
	}
	defer func() { err = advised(err) }()
	a.versions.Lock()
	defer a.versions.Unlock()
	label = oneLine(label)
	if label == "" {
		return errors.New("a label needs a word")
	}
	r, c, err := a.find(id, version)
	if err != nil {
		return err
	}
	k.Note, k.Automatic = fmt.Sprintf("%s: %s", label, short(c.Hash)), ""
	more := []string{"Label: " + label, "Labelled: " + c.Hash.String()}
	return afterOthers(func() error { return a.keepLast(r, id, k, more) })
}

// keepLast keeps what the last version of a statement holds as another.
func (a *Archive) keepLast(r *repository, id string, k Keeping, more []string) error {
	head, err := r.head(branch(id))
	if err != nil {
		return err
	}
	last, err := r.commit(head)
	if err != nil {
		return err
	}
	s, files, err := r.statementOf(last)
	if err != nil {
		return fmt.Errorf("labelling: %w", err)
	}
	_, err = a.keep(id, s, files, k, more)
	return err
}

// Kept is a version with all that it was printed with.
type Kept struct {
	Version
	Statement briefing.Statement
	Office    briefing.Office // its template and sheet as they were, before the shipped ones
	Source    []byte          // the statement's file
}

// LoadVersion reads a version: its own template, sheet and style are looked up
// before those that are shipped. The version may be named by the first letters
// of its ID, if no other begins like that.
func (a *Archive) LoadVersion(id, version string, shipped fs.FS) (Kept, error) {
	a.versions.Lock()
	defer a.versions.Unlock()
	r, c, err := a.find(id, version)
	if err != nil {
		return Kept{}, err
	}
	s, files, err := r.statementOf(c)
	if err != nil {
		return Kept{}, err
	}
	s.ID = id
	shelf := fstest.MapFS{}
	for name, places := range printedWith(s.Template) {
		if data, ok := files[name]; ok {
			shelf[places[0]] = &fstest.MapFile{Data: data}
		}
	}
	return Kept{versionOf(c), s, briefing.Office{shelf, shipped}, files["statement.toml"]}, nil
}

// find finds a version of a statement.
func (a *Archive) find(id, version string) (*repository, *object.Commit, error) {
	if err := checkID(id); err != nil {
		return nil, nil, err
	}
	history, err := a.history(id)
	if err != nil && len(history) == 0 {
		return nil, nil, err
	}
	var found []string
	for _, v := range history {
		if strings.HasPrefix(v.ID, strings.ToLower(version)) {
			found = append(found, v.ID)
		}
	}
	switch {
	case version == "" || len(found) == 0:
		return nil, nil, fmt.Errorf("%s has no version %q", id, version)
	case len(found) > 1:
		return nil, nil, fmt.Errorf("%d versions of %s begin with %q", len(found), id, version)
	}
	r, err := a.repository()
	if err != nil {
		return nil, nil, err
	}
	c, err := r.commit(plumbing.NewHash(found[0]))
	return r, c, err
}

// statementOf reads a version: its statement, and all its files.
func (r *repository) statementOf(c *object.Commit) (briefing.Statement, map[string][]byte, error) {
	files, err := r.filesOf(c)
	if err != nil {
		return briefing.Statement{}, nil, err
	}
	s, err := briefing.ReadStatement(bytes.NewReader(files["statement.toml"]))
	if err != nil {
		return briefing.Statement{}, nil, fmt.Errorf("version %s: %w", short(c.Hash), err)
	}
	return s, files, nil
}

// filesOf reads all files of a version.
func (r *repository) filesOf(c *object.Commit) (map[string][]byte, error) {
	tree, err := c.Tree()
	if err != nil {
		return nil, fmt.Errorf("version %s: %w", short(c.Hash), err)
	}
	files := map[string][]byte{}
	err = tree.Files().ForEach(func(f *object.File) error {
		data, err := r.file(c, f.Name)
		files[f.Name] = data
		return err
	})
	return files, err
}

// Restore makes a version, or one section of it, the statement's text again.
// What stood there is kept as a version first, so that nothing is lost.
func (a *Archive) Restore(id, version, section string, k Keeping) (briefing.Statement, error) {
	kept, err := a.LoadVersion(id, version, k.Shipped)
	if err != nil {
		return briefing.Statement{}, err
	}
	before := k
	before.Note, before.Automatic = "", BeforeRestore
	var unreadable *briefing.FileError
	if _, err := a.Keep(id, before); err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.As(err, &unreadable) {
		return briefing.Statement{}, err
	}
	s := kept.Statement
	if section != "" {
		if s, err = a.Load(id); err != nil {
			return s, err
		}
		s = withSection(s, kept.Statement.Section(section))
	} else if _, err := a.Load(id); err != nil && !errors.Is(err, fs.ErrNotExist) {
		// The file cannot be read; the version replaces it, the trash keeps it.
		return s, a.Overwrite(s)
	}
	return s, a.Save(s)
}

// withSection returns a statement with one section as it is given.
func withSection(s briefing.Statement, sec briefing.Section) briefing.Statement {
	s = s.Clone()
	i := slices.IndexFunc(s.Sections, func(x briefing.Section) bool { return x.Key == sec.Key })
	if i < 0 {
		s.Sections = append(s.Sections, sec)
	} else {
		s.Sections[i] = sec
	}
	return s.Clone()
}
