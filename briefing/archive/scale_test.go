package archive

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/filemode"
	"github.com/go-git/go-git/v5/plumbing/object"
	"github.com/go-git/go-git/v5/storage/memory"

	"delegation-briefing/briefing"
)

var scale = flag.Int("scale", 10_000, "statements in the workspace of BenchmarkOffice")

// versionsEach is how many versions a statement of that workspace has.
const versionsEach = 5

// BenchmarkOffice works in the workspace of an office of many years.
func BenchmarkOffice(b *testing.B) {
	dir := b.TempDir()
	ids, err := generate(dir, *scale)
	if err != nil {
		b.Fatal(err)
	}
	open := func(b *testing.B) *Archive {
		a, err := Open(dir)
		if err != nil {
			b.Fatal(err)
		}
		if all, err := a.List(); err != nil || len(all) < *scale {
			b.Fatalf("%d statements of %d, %v", len(all), *scale, err)
		}
		return a
	}
	open(b) // what the first start of a program on a workspace does
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			open(b)
		}
	})
	a := open(b)
	id := func(i int) string { return ids[i*7919%len(ids)] }
	b.Run("list again", func(b *testing.B) {
		for b.Loop() {
			if _, err := a.List(); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("history", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			if all, err := a.History(id(i)); err != nil || len(all) < versionsEach {
				b.Fatal(len(all), err)
			}
		}
	})
	b.Run("compare two versions", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			compareEnds(b, a, id(i))
		}
	})
	b.Run("keep", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			keepChanged(b, a, id(i), i)
		}
	})
	b.Run("sync of one file", func(b *testing.B) { // what a keep is made of
		for b.Loop() {
			syncOne(b, dir)
		}
	})
}

func compareEnds(b *testing.B, a *Archive, id string) {
	all, err := a.History(id)
	if err != nil {
		b.Fatal(err)
	}
	first, err := a.LoadVersion(id, all[len(all)-1].ID, fstest.MapFS{})
	if err != nil {
		b.Fatal(err)
	}
	last, err := a.LoadVersion(id, all[0].ID, fstest.MapFS{})
	if err != nil {
		b.Fatal(err)
	}
	if len(briefing.Diff(first.Statement, last.Statement)) == 0 {
		b.Fatal("the versions are the same")
	}
}

func keepChanged(b *testing.B, a *Archive, id string, i int) {
	b.StopTimer()
	s, err := a.Load(id)
	if err != nil {
		b.Fatal(err)
	}
	s.SetText(briefing.Place{Section: "outcome", Field: "text"}, fmt.Sprintf("Both sides agreed on %d points.", i))
	if err := a.Save(s); err != nil {
		b.Fatal(err)
	}
	b.StartTimer()
	if _, err := a.Keep(id, Keeping{Author: "Ada Lund", Note: "a word", Shipped: fstest.MapFS{}}); err != nil {
		b.Fatal(err)
	}
}

func syncOne(b *testing.B, dir string) {
	f, err := os.Create(filepath.Join(dir, "one"))
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	if _, err := f.Write(make([]byte, 200)); err != nil {
		b.Fatal(err)
	}
	if err := f.Sync(); err != nil {
		b.Fatal(err)
	}
}

// generate writes a workspace with n statements: their files, a pack with the
// versions, and the branches. It returns the statements' IDs.
func generate(dir string, n int) ([]string, error) {
	a, err := Open(dir)
	if err != nil {
		return nil, err
	}
	r, err := a.repository()
	if err != nil {
		return nil, err
	}
	g := generator{a: a, objects: memory.NewStorage(), seen: map[plumbing.Hash]bool{}}
	for i := range n {
		if err := g.statement(i); err != nil {
			return nil, err
		}
	}
	if _, err := r.writePack(g.objects, slices.Collect(maps.Keys(g.seen))); err != nil {
		return nil, err
	}
	r.reopen()
	return g.ids, os.WriteFile(filepath.Join(r.dir, packedBranches), g.branches.Bytes(), 0o600)
}

// generator makes objects in memory.
type generator struct {
	a        *Archive
	objects  *memory.Storage
	seen     map[plumbing.Hash]bool
	branches bytes.Buffer
	ids      []string
}

func (g *generator) statement(i int) error {
	partners := []string{"Norland", "Sunnmark", "Vestria", "Ostenia", "Meridia", "Lacunia", "Borealia", "Tramontana"}
	s := briefing.Statement{
		Format: 1, Template: "eu-statement", Language: "en", Kind: "Human Rights Dialogue",
		Partner: partners[i%len(partners)], Edition: i/len(partners)%40 + 1, Place: "Aldvik",
		Date:   briefing.Date{Year: 1990 + i%36, Month: i%12 + 1, Day: i%28 + 1},
		Status: briefing.Draft,
		Sections: []briefing.Section{
			{Key: "headline", Text: "{{partner}}: {{ordinal}} {{kind}} takes place in {{place}}"},
			{Key: "opening", Text: briefing.Prose(fmt.Sprintf("Both sides met for the %d. time. They spoke frankly and at length, as neighbours do.", i))},
			{Key: "topics"},
			{Key: "outcome"},
		},
	}
	for t := range 8 {
		s.Sections[2].Topics = append(s.Sections[2].Topics, briefing.Topic{
			Heading: fmt.Sprintf("Subject %d", t+1),
			Text: briefing.Prose(fmt.Sprintf("The EU welcomed act No %d of the assembly. It asked Norland to publish the findings of inquiry %d before the summer, "+
				"and to let the press attend hearings. Norland explained that the courts were free to decide so.", i*8+t, i+t)),
		})
	}
	s.ID = fmt.Sprintf("%s-%d", Name(s), i)
	g.ids = append(g.ids, s.ID)
	return g.versions(s)
}

func (g *generator) versions(s briefing.Statement) error {
	var parent plumbing.Hash
	var text bytes.Buffer
	for v := range versionsEach {
		s.Sections[3].Text = briefing.Prose(fmt.Sprintf("Both sides agreed to meet again in %d months. %d points were left open.", 12+v, 9-v))
		text.Reset()
		if err := s.WriteTOML(&text); err != nil {
			return err
		}
		c := &object.Commit{
			TreeHash: g.tree(text.Bytes()),
			Author:   object.Signature{Name: "Ada Lund", When: time.Unix(int64(1_700_000_000+3600*v), 0).UTC()},
			Message:  message(s.ID, s, Keeping{Note: fmt.Sprintf("round %d", v+1)}, 4, 4, nil),
		}
		if c.Committer = c.Author; v > 0 {
			c.ParentHashes = []plumbing.Hash{parent}
		}
		parent = g.put(c)
	}
	fmt.Fprintf(&g.branches, "%s %s%s\n", parent, branches, s.ID)
	return os.WriteFile(g.a.Path(s.ID), text.Bytes(), 0o600)
}

func (g *generator) tree(statement []byte) plumbing.Hash {
	entry := func(name string, mode filemode.FileMode, hash plumbing.Hash) object.TreeEntry {
		return object.TreeEntry{Name: name, Mode: mode, Hash: hash}
	}
	template := g.put(&object.Tree{Entries: []object.TreeEntry{
		entry("parts.toml", filemode.Regular, g.blob([]byte("format = 1\ntitle = \"Statement\"\n[[part]]\nkey = \"headline\"\nkind = \"headline\"\n"))),
	}})
	return g.put(&object.Tree{Entries: []object.TreeEntry{
		entry("statement.toml", filemode.Regular, g.blob(statement)), entry("template", filemode.Dir, template),
	}})
}

func (g *generator) put(e encoder) plumbing.Hash {
	o := g.objects.NewEncodedObject()
	if err := e.Encode(o); err != nil {
		panic(err) // of objects in memory
	}
	return g.store(o)
}

func (g *generator) blob(data []byte) plumbing.Hash {
	o := g.objects.NewEncodedObject()
	o.SetType(plumbing.BlobObject)
	w, _ := o.Writer()
	io.Copy(w, bytes.NewReader(data))
	return g.store(o)
}

func (g *generator) store(o plumbing.EncodedObject) plumbing.Hash {
	h, _ := g.objects.SetEncodedObject(o)
	g.seen[h] = true
	return h
}

func TestGenerate(t *testing.T) {
	dir := t.TempDir()
	ids, err := generate(dir, 20)
	if err != nil {
		t.Fatal(err)
	}
	a, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range ids {
		if all, err := a.History(id); err != nil || len(all) != versionsEach {
			t.Errorf("%s has %d versions, %v", id, len(all), err)
		}
	}
}
