package index_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/precedent/index"
)

// write puts a statement with one topic into a workspace.
func write(t testing.TB, workspace string, s briefing.Statement) {
	t.Helper()
	dir := filepath.Join(workspace, "statements")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(filepath.Join(dir, s.ID+".toml"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := s.WriteTOML(f); err != nil {
		t.Fatal(err)
	}
}

func statement(id, partner, language string, year int, subject, text string) briefing.Statement {
	return briefing.Statement{
		ID: id, Format: 1, Template: "eu-statement", Language: language, Kind: "Human Rights Dialogue",
		Partner: partner, Edition: year - 2014, Date: briefing.Date{Year: year, Month: 3, Day: 12},
		Sections: []briefing.Section{
			{Key: "headline", Text: "Norland: dialogue held in {{place}}"},
			{Key: "topics", Topics: []briefing.Topic{{Heading: "On " + subject, Subject: subject, Text: briefing.Prose(text)}}},
		},
	}
}

// shelf is a workspace with some years of dialogues.
func shelf(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, s := range []briefing.Statement{
		statement("norland-2023", "Norland", "en", 2023, "torture",
			"The EU raised cases of torture in detention. It called for independent visits to all prisons. Norland took note."),
		statement("norland-2024", "Norland", "en", 2024, "torture",
			"The EU expressed *concern* about the torture of detainees. It called for independent visits to all prisons."),
		statement("norland-2025", "Norland", "en", 2025, "civil society",
			"The EU is concerned that the space for civil society keeps shrinking. It called for independent visits to all prisons."),
		statement("sudland-2024", "Sudland", "en", 2024, "death penalty",
			"Concerns were expressed about executions. The visits to independent media were welcomed by both sides."),
		statement("norland-2025-fr", "Norland", "fr", 2025, "torture",
			"L’Union européenne s’est dite préoccupée par les détentions arbitraires. Elle a salué l’État de droit."),
		statement("kazakhstan-2022", "Kazakhstan", "en", 2022, "judiciary",
			"Both sides welcomed reforms of the judiciary."),
	} {
		write(t, dir, s)
	}
	return dir
}

func open(t testing.TB, workspace string) *index.Index {
	t.Helper()
	x, err := index.Open(workspace)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	if err := x.Refresh(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	return x
}

func search(t testing.TB, x *index.Index, q index.Query) []index.Hit {
	t.Helper()
	hits, err := x.Search(context.Background(), q)
	if err != nil {
		t.Fatal(err)
	}
	return hits
}

// ids are where hits were found, with the words marked in them.
func ids(hits []index.Hit) []string {
	var all []string
	for _, h := range hits {
		var marked []string
		for _, m := range h.Marks {
			marked = append(marked, h.Text[m.Start:m.End])
		}
		all = append(all, h.ID+": "+strings.Join(marked, "|"))
	}
	return all
}

func TestSearch(t *testing.T) {
	x := open(t, shelf(t))
	tests := map[string]struct {
		query index.Query
		want  []string
	}{
		"a word, the newest first":         {index.Query{Words: "torture"}, []string{"norland-2024: torture", "norland-2023: torture"}},
		"its other forms":                  {index.Query{Words: "detainee"}, []string{"norland-2024: detainees"}},
		"the very words before the others": {index.Query{Words: "concerned"}, []string{"norland-2025: concerned", "norland-2024: concern", "sudland-2024: Concerns"}},
		"all words, near before far": {index.Query{Words: "independent visits"}, []string{
			"norland-2025: independent visits", "sudland-2024: visits|independent"}},
		"a phrase in other forms": {index.Query{Words: "expresses concerns"}, []string{
			"norland-2024: expressed concern", "sudland-2024: Concerns|expressed", "norland-2025: concerned"}},
		"exactly so":                      {index.Query{Words: `"concern about"`}, []string{"norland-2024: concern about"}},
		"exactly so, other form":          {index.Query{Words: `"concerns about"`}, nil},
		"exactly so, and a word":          {index.Query{Words: `“for independent visits” prison`}, []string{"norland-2025: for independent visits|prisons"}},
		"of a partner":                    {index.Query{Words: "expressed", Partner: "sudland"}, []string{"sudland-2024: expressed"}},
		"of a partner by its code":        {index.Query{Words: "welcomed", Partner: "KZ"}, []string{"kazakhstan-2022: welcomed"}},
		"of a year":                       {index.Query{Words: "visits", Year: 2023}, []string{"norland-2023: visits"}},
		"on a subject":                    {index.Query{Words: "called", Subject: "tortures"}, []string{"norland-2024: called"}},
		"of a partner that is not there":  {index.Query{Words: "torture", Partner: "Ostland"}, nil},
		"without accents":                 {index.Query{Words: "etat"}, []string{"norland-2025-fr: État"}},
		"in French, another form":         {index.Query{Words: "une détention arbitraire"}, []string{"norland-2025-fr: détentions|arbitraires", "norland-2023: detention"}},
		"some words where none has all":   {index.Query{Words: "torture of elephants"}, []string{"norland-2024: torture", "norland-2023: torture"}},
		"small words alone":               {index.Query{Words: "of"}, []string{"norland-2024: of", "norland-2023: of", "kazakhstan-2022: of"}},
		"words of the library's language": {index.Query{Words: `torture AND NOT NEAR(x* OR "`}, []string{"norland-2024: torture", "norland-2023: torture"}},
		"nothing":                         {index.Query{Words: "  \n"}, nil},
		"not the one on the desk":         {index.Query{Words: "torture", Skip: "norland-2024"}, []string{"norland-2023: torture"}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			got := ids(search(t, x, test.query))
			if !slices.Equal(got, test.want) {
				t.Errorf("found\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(test.want, "\n"))
			}
		})
	}
}

func TestHitTellsAll(t *testing.T) {
	x := open(t, shelf(t))
	hits := search(t, x, index.Query{Words: "independent visits to all prisons"})
	if len(hits) == 0 {
		t.Fatal("nothing found")
	}
	h := hits[0]
	at := briefing.Place{Section: "topics", Item: 1, Field: "text"}
	if h.ID != "norland-2025" || h.Partner != "Norland" || h.Edition != 11 || h.Date.Year != 2025 || h.At != at ||
		h.Topic != "On civil society" || h.Subject != "civil society" || h.Language != "en" || h.Kind != "Human Rights Dialogue" {
		t.Errorf("said in %+v", h.Said)
	}
	if h.Before != "The EU is concerned that the space for civil society keeps shrinking." || h.After != "" {
		t.Errorf("stands between %q and %q", h.Before, h.After)
	}
	if got := also(h); !slices.Equal(got, []string{"norland-2024", "norland-2023"}) {
		t.Errorf("the same sentence also stands in %v", got)
	}
}

// also names the statements that have the same sentence.
func also(h index.Hit) []string {
	var all []string
	for _, s := range h.Also {
		all = append(all, s.ID)
	}
	return all
}

// TestADraftStandsBehindWhatWasSaid: a draft is newer than what it was begun
// from, and has not been said by anybody yet.
func TestADraftStandsBehindWhatWasSaid(t *testing.T) {
	dir := t.TempDir()
	for id, status := range map[string]briefing.Status{
		"norland-2023": briefing.Published, "norland-2024": briefing.Cleared, "norland-2025": briefing.Draft, "norland-2026": "",
	} {
		var year int
		fmt.Sscanf(id, "norland-%d", &year)
		s := statement(id, "Norland", "en", year, "torture", fmt.Sprintf("The EU called for visits to prisons. In %d it called for more.", year))
		s.Status = status
		write(t, dir, s)
	}
	x := open(t, dir)
	hits := search(t, x, index.Query{Words: "called"})
	want := []string{"norland-2024: called", "norland-2024: called", "norland-2023: called", "norland-2026: called", "norland-2025: called"}
	if got := ids(hits); !slices.Equal(got, want) {
		t.Fatalf("found in %v, want %v", got, want)
	}
	prisons := search(t, x, index.Query{Words: "prisons"})[0]
	if got := also(prisons); prisons.Status != briefing.Cleared || !slices.Equal(got, []string{"norland-2026", "norland-2025", "norland-2023"}) {
		t.Errorf("%s is %q, and also in %v", prisons.ID, prisons.Status, got)
	}
}

// TestABriefComesLast: its lines are for the room and must not be the first at
// hand for a statement, however near they are.
func TestABriefComesLast(t *testing.T) {
	dir := t.TempDir()
	add := func(id, template, marking string, status briefing.Status, text string) {
		s := statement(id, "Norland", "en", 2025, "torture", text)
		s.Template, s.Marking, s.Status = template, marking, status
		write(t, dir, s)
	}
	add("brief", "brief", "", briefing.Cleared, "Freedom of the press. Prisons are open.")
	add("marked", "eu-statement", "LIMITED", briefing.Cleared, "The freedom of the press is narrow.")
	add("draft", "eu-statement", "", briefing.Draft, "The EU raised freedom of the press. Prisons are open.")
	add("far", "eu-statement", "", briefing.Published, "The press spoke about freedom.")
	add("released", "eu-statement", "LIMITED", briefing.Published, "Freedom of the press matters.")
	x := open(t, dir)
	var got []string
	for _, h := range search(t, x, index.Query{Words: "freedom of the press"}) {
		got = append(got, h.ID)
	}
	if want := []string{"released", "draft", "far", "brief", "marked"}; !slices.Equal(got, want) {
		t.Errorf("found in %v, want %v", got, want)
	}
	if h := search(t, x, index.Query{Words: "prisons"})[0]; h.ID != "draft" || !slices.Equal(also(h), []string{"brief"}) {
		t.Errorf("found in %s, and also in %v", h.ID, also(h))
	}
}

// TestSkippedStatementSaysNothing: what stands around a sentence is of the
// statement it was found in, also where the one that is left out has it too.
func TestSkippedStatementSaysNothing(t *testing.T) {
	x := open(t, shelf(t))
	hits := search(t, x, index.Query{Words: "independent visits to all prisons", Skip: "norland-2025"})
	if len(hits) == 0 || hits[0].ID != "norland-2024" {
		t.Fatalf("found %v", ids(hits))
	}
	if h := hits[0]; h.Before != "The EU expressed concern about the torture of detainees." || len(h.Also) != 1 || h.Also[0].ID != "norland-2023" {
		t.Errorf("stands after %q, and also in %v", h.Before, h.Also)
	}
}

func TestSubjects(t *testing.T) {
	got, err := open(t, shelf(t)).Subjects(context.Background())
	if want := []string{"torture", "civil society", "death penalty", "judiciary"}; err != nil || !slices.Equal(got, want) {
		t.Errorf("%q: %v", got, err)
	}
}

func TestRefreshFollowsTheFiles(t *testing.T) {
	dir := shelf(t)
	x := open(t, dir)
	again := func() {
		t.Helper()
		if err := x.Refresh(context.Background(), nil); err != nil {
			t.Fatal(err)
		}
	}
	found := func(words string, want ...string) {
		t.Helper()
		var got []string
		for _, h := range search(t, x, index.Query{Words: words}) {
			got = append(got, h.ID)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: found in %v, want %v", words, got, want)
		}
	}
	write(t, dir, statement("norland-2023", "Norland", "en", 2026, "moratorium", "The EU praised a moratorium."))
	again()
	found("moratorium", "norland-2023")
	found("torture", "norland-2024")
	if err := os.Remove(filepath.Join(dir, "statements", "norland-2024.toml")); err != nil {
		t.Fatal(err)
	}
	again()
	found("torture")
	broken := filepath.Join(dir, "statements", "norland-2025.toml")
	if err := os.WriteFile(broken, []byte("format = 1\nlanguage = \"en"), 0o600); err != nil {
		t.Fatal(err)
	}
	again()
	found("shrinking")
	write(t, dir, statement("norland-2025", "Norland", "en", 2025, "x", "The space keeps shrinking."))
	again()
	found("shrinking", "norland-2025")
}

// TestRefreshTriesAgain: a file that could not be read, as one that somebody
// holds open or whose share is away, is no statement without words.
func TestRefreshTriesAgain(t *testing.T) {
	dir, share := shelf(t), t.TempDir()
	write(t, share, statement("norland-2026", "Norland", "en", 2026, "torture", "The EU raised flogging."))
	file := filepath.Join(share, "statements", "norland-2026.toml")
	away := filepath.Join(share, "away")
	if err := os.Rename(file, away); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(file, filepath.Join(dir, "statements", "norland-2026.toml")); err != nil {
		t.Skip(err)
	}
	x := open(t, dir)
	if err := os.Rename(away, file); err != nil {
		t.Fatal(err)
	}
	if err := x.Refresh(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	if got := ids(search(t, x, index.Query{Words: "flogging"})); !slices.Equal(got, []string{"norland-2026: flogging"}) {
		t.Errorf("found %q", got)
	}
}

// TestRefreshReadsOnlyWhatChanged: what the index says of a file does not
// depend on the file until its size or time does.
func TestRefreshReadsOnlyWhatChanged(t *testing.T) {
	dir := shelf(t)
	x := open(t, dir)
	var told []int
	write(t, dir, statement("new", "Norland", "en", 2026, "x", "The EU praised a moratorium."))
	err := x.Refresh(context.Background(), func(_, total int) { told = append(told, total) })
	if err != nil || !slices.Equal(told, []int{1}) {
		t.Errorf("read %v statements: %v", told, err)
	}
}

func TestIndexIsItsOwnersAlone(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has other permissions")
	}
	dir := shelf(t)
	open(t, dir)
	n := 0
	err := filepath.WalkDir(filepath.Join(dir, ".index"), func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		n++
		info, err := d.Info()
		if err == nil && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s: %v", path, info.Mode())
		}
		return err
	})
	if err != nil || n < 2 {
		t.Errorf("%d files: %v", n, err)
	}
}

func TestDamagedIndexIsMadeAnew(t *testing.T) {
	damages := map[string]func(t *testing.T, file string){
		"gone": func(t *testing.T, file string) { must(t, os.RemoveAll(filepath.Dir(file))) },
		"not ours": func(t *testing.T, file string) {
			must(t, os.WriteFile(file, []byte(strings.Repeat("nonsense", 1000)), 0o600))
		},
		"empty":   func(t *testing.T, file string) { must(t, os.Truncate(file, 0)) },
		"cut off": func(t *testing.T, file string) { must(t, os.Truncate(file, 8192)) },
		"scribbled over": func(t *testing.T, file string) {
			data, err := os.ReadFile(file)
			must(t, err)
			for i := 4096; i < len(data); i++ {
				data[i] = byte(i * 7)
			}
			must(t, os.WriteFile(file, data, 0o600))
		},
		"another version": func(t *testing.T, file string) {
			data, err := os.ReadFile(file)
			must(t, err)
			copy(data[60:], []byte{0, 0, 0, 99}) // where SQLite keeps user_version
			must(t, os.WriteFile(file, data, 0o600))
		},
	}
	for name, damage := range damages {
		t.Run(name, func(t *testing.T) {
			dir := shelf(t)
			x := open(t, dir)
			x.Close()
			damage(t, filepath.Join(dir, ".index", "said-before.db"))
			x = open(t, dir)
			if got := ids(search(t, x, index.Query{Words: "torture"})); len(got) != 2 {
				t.Errorf("found %v", got)
			}
		})
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// TestIndexGoneWhileOpen: another process threw the file away.
func TestIndexGoneWhileOpen(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows keeps a file that is open")
	}
	dir := shelf(t)
	x := open(t, dir)
	must(t, os.RemoveAll(filepath.Join(dir, ".index")))
	write(t, dir, statement("new", "Norland", "en", 2026, "x", "The EU praised a moratorium."))
	must(t, x.Refresh(context.Background(), nil))
	if got := ids(search(t, x, index.Query{Words: "moratorium"})); len(got) != 1 {
		t.Errorf("found %v", got)
	}
	if got := ids(search(t, open(t, dir), index.Query{Words: "moratorium"})); len(got) != 1 {
		t.Errorf("another finds %v", got)
	}
}

// TestWorkspaceThatCannotBeWrittenTo: the index is kept in memory.
func TestWorkspaceThatCannotBeWrittenTo(t *testing.T) {
	dir := shelf(t)
	must(t, os.WriteFile(filepath.Join(dir, ".index"), []byte("in the way"), 0o600))
	x := open(t, dir)
	for range 2 {
		if got := ids(search(t, x, index.Query{Words: "torture"})); len(got) != 2 {
			t.Errorf("found %v", got)
		}
		must(t, x.Refresh(context.Background(), nil))
	}
	if data, err := os.ReadFile(filepath.Join(dir, ".index")); string(data) != "in the way" {
		t.Errorf("what was in the way is now %q: %v", data, err)
	}
}

func TestManyAtOnce(t *testing.T) {
	dir := shelf(t)
	for i := range 250 {
		write(t, dir, statement(fmt.Sprint("extra-", i), "Norland", "en", 2020, "x", fmt.Sprintf("The EU praised moratorium number %d.", i)))
	}
	var wg sync.WaitGroup
	for range 4 {
		x, err := index.Open(dir)
		must(t, err)
		t.Cleanup(func() { x.Close() })
		wg.Go(func() {
			if err := x.Refresh(context.Background(), nil); err != nil {
				t.Error(err)
			}
		})
		wg.Go(func() {
			for range 20 {
				if _, err := x.Search(context.Background(), index.Query{Words: "moratorium"}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	x := open(t, dir)
	if n := len(search(t, x, index.Query{Words: "moratorium number", Limit: 1000})); n != 250 {
		t.Errorf("%d of 250 found", n)
	}
}

// TestManyDays: dialogues of one day and of the next do not get in each
// other's way.
func TestManyDays(t *testing.T) {
	dir := shelf(t)
	for i := range 90 {
		s := statement(fmt.Sprint("day-", i), "Norland", "en", 2020, "x", fmt.Sprintf("The EU praised moratorium number %d.", i))
		s.Date.Day = 1 + i/3
		write(t, dir, s)
	}
	hits := search(t, open(t, dir), index.Query{Words: "moratorium number", Limit: 100})
	if len(hits) != 90 {
		t.Errorf("%d of 90 found", len(hits))
	}
	for i, h := range hits {
		if h.Date.Day != 30-i/3 {
			t.Fatalf("the %dth is of %v", i+1, h.Date)
		}
	}
}

func TestCancelled(t *testing.T) {
	dir := shelf(t)
	for i := range 450 {
		write(t, dir, statement(fmt.Sprint("extra-", i), "Norland", "en", 2020, "x", "The EU praised a moratorium."))
	}
	x, err := index.Open(dir)
	must(t, err)
	defer x.Close()
	ctx, cancel := context.WithCancel(context.Background())
	err = x.Refresh(ctx, func(done, total int) {
		if done > 0 {
			cancel()
		}
	})
	if err == nil || ctx.Err() == nil {
		t.Fatalf("it was read to the end: %v", err)
	}
	if len(search(t, x, index.Query{Words: "moratorium"})) == 0 {
		t.Error("what was read before is lost")
	}
	var left int
	must(t, x.Refresh(context.Background(), func(_, total int) { left = max(left, total) }))
	if left == 0 || left >= 456 {
		t.Errorf("%d statements were left to read", left)
	}
}

func FuzzSearch(f *testing.F) {
	dir := f.TempDir()
	write(f, dir, statement("a", "Norland", "en", 2025, "x", "The EU praised a moratorium on “ill-treatment”."))
	write(f, dir, statement("b", "Norland", "fr", 2025, "x", "L’UE a salué un moratoire."))
	x := open(f, dir)
	for _, words := range []string{`"a b" c`, `"`, "*", `NEAR(a b)`, "a\x00b", "-x", "stems:eu", "ﬁ ǆ İ"} {
		f.Add(words, "Norland", "x")
	}
	f.Fuzz(func(t *testing.T, words, partner, subject string) {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		hits, err := x.Search(ctx, index.Query{Words: words, Partner: partner, Subject: subject})
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range hits {
			for _, m := range h.Marks {
				if m.Start < 0 || m.End > len(h.Text) || m.Start >= m.End {
					t.Fatalf("mark %v in %q", m, h.Text)
				}
			}
		}
	})
}
