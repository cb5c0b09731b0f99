package press_test

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"delegation-briefing/assets"
	"delegation-briefing/briefing"
	"delegation-briefing/briefing/intake"
	"delegation-briefing/briefing/page"
	"delegation-briefing/briefing/press"
)

var info = press.Info{
	Author: "Press & <Office>", Subject: "Dialogue (7th)", Keywords: "Norland, \\ rights",
	Date: time.Date(2026, 3, 12, 15, 4, 5, 0, time.UTC), Version: "2026-03-12-norland@c0ffee", Program: "Delegation Briefing 1.0",
}

// sample is a statement for tests, and its name.
type sample struct {
	name string
	briefing.Statement
}

// own are the statements of this package: all scripts, and everything that
// may stand in one.
func own(t testing.TB) []sample {
	t.Helper()
	files, err := filepath.Glob("testdata/statements/*.toml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no statements to test with: %v", err)
	}
	var all []sample
	for _, file := range files {
		f, err := os.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		s, err := briefing.ReadStatement(f)
		f.Close()
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		all = append(all, sample{strings.TrimSuffix(filepath.Base(file), ".toml"), s})
	}
	return all
}

// shared are real statements, where there are any.
func shared(t testing.TB, patterns ...string) []sample {
	t.Helper()
	var all []sample
	for _, pattern := range patterns {
		files, _ := filepath.Glob("../../../shared/" + pattern)
		for _, file := range files {
			f, err := os.Open(file)
			if err != nil {
				t.Fatal(err)
			}
			got, err := intake.Read(f, briefing.Office{assets.Files}, "")
			f.Close()
			if err != nil {
				t.Fatalf("%s: %v", file, err)
			}
			all = append(all, sample{strings.TrimSuffix(filepath.Base(file), ".txt"), got.Statement})
		}
	}
	return all
}

// long is a brief of some fifty pages.
func long(t testing.TB) briefing.Statement {
	t.Helper()
	s := named(t, "french").Clone()
	s.Language, s.Title = "en", "A long brief"
	for i := range s.Sections {
		if sec := &s.Sections[i]; sec.Key == "topics" {
			topics := sec.Topics
			for len(sec.Topics) < 420 {
				topic := topics[len(sec.Topics)%len(topics)]
				topic.Heading = fmt.Sprintf("Topic %d", len(sec.Topics))
				sec.Topics = append(sec.Topics, topic)
			}
		}
	}
	return s
}

func named(t testing.TB, name string) briefing.Statement {
	t.Helper()
	for _, s := range own(t) {
		if s.name == name {
			return s.Statement
		}
	}
	t.Fatalf("there is no statement %q", name)
	return briefing.Statement{}
}

var compositor = sync.OnceValue(func() *page.Compositor { return page.NewCompositor(assets.Files) })

// compose sets a statement with its own template.
func compose(t testing.TB, s briefing.Statement) *page.Document {
	t.Helper()
	doc, err := compositor().Compose(job(t, s))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func job(t testing.TB, s briefing.Statement) page.Job {
	t.Helper()
	office := briefing.Office{assets.Files}
	template, err := office.Template(s.Template)
	if err != nil {
		t.Fatal(err)
	}
	sheet, err := page.FindSheet(office, s.Template)
	if err != nil {
		t.Fatal(err)
	}
	return page.Job{Statement: s, Template: template, Sheet: sheet}
}

func printed(t testing.TB, doc *page.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := press.WritePDF(&b, doc, info); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestReadInfo(t *testing.T) {
	doc := compose(t, named(t, "marks"))
	got, err := press.ReadInfo(bytes.NewReader(printed(t, doc)))
	if err != nil || got != info {
		t.Errorf("read\n%+v, %v\nwant\n%+v", got, err, info)
	}
	var plain bytes.Buffer
	if err := press.WritePDF(&plain, doc, press.Info{}); err != nil {
		t.Fatal(err)
	}
	for name, file := range map[string][]byte{"without a version": plain.Bytes(), "of another program": []byte("%PDF-1.7\n"), "empty": nil} {
		if _, err := press.ReadInfo(bytes.NewReader(file)); !errors.Is(err, press.ErrNoInfo) {
			t.Errorf("a file %s gives %v, want ErrNoInfo", name, err)
		}
	}
}

// TestWarmPress: what is printed does not depend on what was printed before.
func TestWarmPress(t *testing.T) {
	warm := press.New()
	s := long(t)
	for i, words := range []string{"as it is", "another word", "a sign not seen yet: § Ж", "as it is"} {
		s = s.Clone()
		if !s.SetText(briefing.Place{Section: "topics", Item: 40, Field: "text"}, words) {
			t.Fatal("there is no such topic")
		}
		doc := compose(t, s)
		var got bytes.Buffer
		if err := warm.WritePDF(&got, doc, info); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got.Bytes(), printed(t, doc)) {
			t.Errorf("step %d: a warm press prints other bytes than a cold one", i)
		}
	}
}

// TestConcurrentExports: one press, many goroutines, several documents.
func TestConcurrentExports(t *testing.T) {
	p := press.New()
	var wait sync.WaitGroup
	for _, s := range own(t) {
		doc := compose(t, s.Statement)
		want := printed(t, doc)
		for range 4 {
			wait.Go(func() {
				var got bytes.Buffer
				if err := p.WritePDF(&got, doc, info); err != nil || !bytes.Equal(got.Bytes(), want) {
					t.Errorf("%s: other bytes, or %v", s.name, err)
				}
				press.Proof(doc.Pages[0], 0.5)
			})
		}
	}
	wait.Wait()
}

// TestFontsAreLeftAlone: the program's own copies of the fonts do not change.
func TestFontsAreLeftAlone(t *testing.T) {
	sums := map[*page.Face][32]byte{}
	for _, s := range own(t) {
		doc := compose(t, s.Statement)
		for _, text := range texts(doc) {
			if _, ok := sums[text.Face]; !ok {
				sums[text.Face] = sha256.Sum256(text.Face.Data())
			}
		}
		printed(t, doc)
		press.Proof(doc.Pages[0], 1)
	}
	for face, sum := range sums {
		if sha256.Sum256(face.Data()) != sum {
			t.Errorf("the bytes of a font have changed")
		}
	}
}

func texts(doc *page.Document) []*page.Text {
	var all []*page.Text
	for _, p := range doc.Pages {
		for _, item := range p.Items {
			if text, ok := item.(*page.Text); ok {
				all = append(all, text)
			}
		}
	}
	return all
}

// TestReproducible: fifty processes with other zones, languages and processors
// print the same bytes.
func TestReproducible(t *testing.T) {
	if os.Getenv("PRINT_AND_TELL") != "" {
		for _, name := range []string{"marks", "arabic"} {
			fmt.Printf("%x ", sha256.Sum256(printed(t, compose(t, named(t, name)))))
		}
		fmt.Println()
		return
	}
	if testing.Short() {
		t.Skip("starts fifty processes")
	}
	sums := map[string]int{}
	var mu sync.Mutex
	var wait sync.WaitGroup
	for worker := range 2 {
		wait.Go(func() {
			for i := worker; i < 50; i += 2 {
				sum := elsewhere(t, i)
				mu.Lock()
				sums[sum]++
				mu.Unlock()
			}
		})
	}
	wait.Wait()
	if len(sums) != 1 {
		t.Errorf("fifty processes print %d different files: %v", len(sums), sums)
	}
}

// elsewhere runs TestReproducible in another process and returns what it
// prints.
func elsewhere(t *testing.T, i int) string {
	zones := []string{"UTC", "Asia/Almaty", "America/St_Johns", "Pacific/Chatham"}
	languages := []string{"C", "de_DE.UTF-8", "ar_SA.UTF-8", "tr_TR.UTF-8"}
	cmd := exec.Command(os.Args[0], "-test.run=^TestReproducible$")
	cmd.Env = append(os.Environ(), "PRINT_AND_TELL=1", "TZ="+zones[i%4], "LANG="+languages[i/4%4], "LC_ALL="+languages[i/4%4],
		fmt.Sprintf("GOMAXPROCS=%d", 1+i%5), "GORACE=atexit_sleep_ms=0")
	out, err := cmd.Output()
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	sum, _, _ := strings.Cut(string(out), "\n")
	return sum
}

type fullDisk struct{ room int }

var errFull = errors.New("no space left on device")

func (d *fullDisk) Write(p []byte) (int, error) {
	if len(p) > d.room {
		return d.room, errFull
	}
	d.room -= len(p)
	return len(p), nil
}

func TestWriteErrorsAreReturned(t *testing.T) {
	doc := compose(t, named(t, "french"))
	for _, room := range []int{0, 100, 5000} {
		if err := press.WritePDF(&fullDisk{room}, doc, info); !errors.Is(err, errFull) {
			t.Errorf("room for %d bytes: error is %v", room, err)
		}
	}
}

// TestRefused: a glyph that cannot be turned back into text is an error that
// names it.
func TestRefused(t *testing.T) {
	tests := []struct {
		name  string
		glyph page.Glyph
		want  string
	}{
		{"no glyph", page.Glyph{ID: 0, Text: "ሀ"}, "ሀ"},
		{"private use", page.Glyph{ID: 5, Text: "\ue001"}, "U+E001"},
		{"control character", page.Glyph{ID: 5, Text: "\x07"}, "U+0007"},
		{"not a character", page.Glyph{ID: 5, Text: "\uffff"}, "U+FFFF"},
		{"beyond the font", page.Glyph{ID: 65000, Text: "a"}, "no glyph 65000"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			doc := with(compose(t, named(t, "french")), test.glyph)
			err := press.WritePDF(&bytes.Buffer{}, doc, info)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error is %v, want one that names %s", err, test.want)
			}
		})
	}
}

func TestEmptyDocument(t *testing.T) {
	for _, doc := range []*page.Document{{}, {Root: &page.Element{Role: page.RoleDocument}}} {
		if err := press.WritePDF(&bytes.Buffer{}, doc, info); err == nil {
			t.Error("a document without pages is printed")
		}
	}
}

// TestRunsWithNothingToShow: an empty run is left out, one without a size is
// an error.
func TestRunsWithNothingToShow(t *testing.T) {
	doc := *compose(t, named(t, "french"))
	first := *doc.Pages[0]
	empty := &page.Text{Face: texts(&doc)[0].Face, Size: 11}
	first.Items = append([]page.Item{empty}, first.Items...)
	doc.Pages = append([]*page.Page{&first}, doc.Pages[1:]...)
	if !bytes.Equal(printed(t, &doc), printed(t, compose(t, named(t, "french")))) {
		t.Error("an empty run leaves a mark")
	}
	empty.Size, empty.Glyphs = 0, texts(&doc)[1].Glyphs
	if err := press.WritePDF(&bytes.Buffer{}, &doc, info); err == nil || !strings.Contains(err.Error(), "0 points") {
		t.Errorf("letters of no size give %v", err)
	}
	press.Proof(&first, 1)
}

// with is the document with one more glyph at the end of its first run.
func with(doc *page.Document, g page.Glyph) *page.Document {
	changed := *doc
	first := *doc.Pages[0]
	first.Items = append([]page.Item(nil), first.Items...)
	for i, item := range first.Items {
		if text, ok := item.(*page.Text); ok && text.Element != nil {
			longer := *text
			longer.Glyphs = append(append([]page.Glyph(nil), text.Glyphs...), g)
			first.Items[i] = &longer
			break
		}
	}
	changed.Pages = append([]*page.Page{&first}, doc.Pages[1:]...)
	return &changed
}
