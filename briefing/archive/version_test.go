package archive_test

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/archive"
)

var shipped = fstest.MapFS{
	"templates/eu-statement/parts.toml": {Data: []byte("format = 1\ntitle = \"then\"\n[[part]]\nkey = \"headline\"\nkind = \"headline\"\n")},
	"sheet.toml":                        {Data: []byte("format = 1\n")},
}

func keep(t *testing.T, a *archive.Archive, id, note string) archive.Version {
	t.Helper()
	v, err := a.Keep(id, archive.Keeping{Author: "Ada <Lund>", Note: note, Program: "test 1", Shipped: shipped})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func edit(t *testing.T, a *archive.Archive, id, headline string) {
	t.Helper()
	s, err := a.Load(id)
	if err != nil {
		t.Fatal(err)
	}
	s.SetText(briefing.Place{Section: "headline", Field: "text"}, headline)
	if err := a.Save(s); err != nil {
		t.Fatal(err)
	}
}

func history(t *testing.T, a *archive.Archive, id string) []archive.Version {
	t.Helper()
	all, err := a.History(id)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func headline(s briefing.Statement) string { return s.Headline() }

// git runs stock git in the workspace's repository, where there is one.
func git(t *testing.T, a *archive.Archive, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	out, err := exec.Command("git", append([]string{"-C", filepath.Join(a.Dir(), ".git")}, args...)...).CombinedOutput()
	if err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return string(out)
}

func TestKeepAndHistory(t *testing.T) {
	a := open(t)
	id := create(t, a)
	if all := history(t, a, id); len(all) != 0 {
		t.Fatalf("history before any version: %v", all)
	}
	first := keep(t, a, id, "sent round")
	edit(t, a, id, "Talks in Strandholm")
	second := keep(t, a, id, "place corrected")

	all := history(t, a, id)
	if len(all) != 2 || all[0].ID != second.ID || all[1].ID != first.ID {
		t.Fatalf("history is %v", all)
	}
	v := all[0]
	if v.Note != "place corrected" || v.Author != "Ada Lund" || v.Program != "test 1" || v.Added != 1 || v.Removed != 1 {
		t.Errorf("version is %+v", v)
	}
	kept, err := a.LoadVersion(id, first.ID[:12], shipped)
	if err != nil {
		t.Fatal(err)
	}
	if headline(kept.Statement) != "Talks in Aldvik" || kept.Statement.ID != id {
		t.Errorf("the first version is %+v", kept.Statement)
	}
}

func TestVersionKeepsItsTemplate(t *testing.T) {
	a := open(t)
	id := create(t, a)
	v := keep(t, a, id, "")
	today := fstest.MapFS{"templates/eu-statement/parts.toml": {Data: []byte("format = 1\ntitle = \"now\"\n[[part]]\nkey = \"x\"\nkind = \"prose\"\n")}}
	kept, err := a.LoadVersion(id, v.ID, today)
	if err != nil {
		t.Fatal(err)
	}
	tmpl, err := kept.Office.Template("eu-statement")
	if err != nil || tmpl.Title != "then" {
		t.Errorf("its template is %q, %v", tmpl.Title, err)
	}
	if _, err := fs.Stat(kept.Office, "templates/eu-statement/sheet.toml"); err != nil {
		t.Errorf("its sheet: %v", err)
	}
}

func TestQuietVersions(t *testing.T) {
	for name, tt := range map[string]struct {
		v     archive.Version
		quiet bool
	}{
		"asked for":              {archive.Version{Note: "for the minister"}, false},
		"on close":               {archive.Version{Automatic: archive.OnClose}, true},
		"the words of a file":    {archive.Version{Automatic: archive.AsExported}, false},
		"on close, with a label": {archive.Version{Automatic: archive.OnClose, Labels: []string{"sent"}}, false},
	} {
		if got := tt.v.Quiet(); got != tt.quiet {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestAutomaticVersions(t *testing.T) {
	a := open(t)
	id := create(t, a)
	auto := archive.Keeping{Automatic: "before export", Shipped: shipped}
	first, err := a.Keep(id, auto)
	if err != nil || first.Automatic != "before export" {
		t.Fatalf("kept %+v, %v", first, err)
	}
	again, err := a.Keep(id, auto)
	if err != nil || again.ID != first.ID {
		t.Errorf("the same text was kept twice: %+v, %v", again, err)
	}
	if named := keep(t, a, id, "cleared by the desk"); named.ID == first.ID {
		t.Error("a version asked for was not kept")
	}
}

func TestLabels(t *testing.T) {
	a := open(t)
	id := create(t, a)
	first := keep(t, a, id, "draft")
	edit(t, a, id, "Talks in Strandholm")
	keep(t, a, id, "next draft")
	if err := a.Label(id, first.ID[:10], "sent to the partner", archive.Keeping{Author: "Bo"}); err != nil {
		t.Fatal(err)
	}
	all := history(t, a, id)
	if len(all) != 2 || len(all[1].Labels) != 1 || all[1].Labels[0] != "sent to the partner" || len(all[0].Labels) != 0 {
		t.Errorf("history is %+v", all)
	}
	edit(t, a, id, "Talks at sea")
	keep(t, a, id, "after the label")
	if all := history(t, a, id); len(all) != 3 || all[0].Added != 2 {
		t.Errorf("history is %+v", all)
	}
}

func TestRestoreCanBeUndone(t *testing.T) {
	a := open(t)
	id := create(t, a)
	first := keep(t, a, id, "first")
	edit(t, a, id, "Words nobody kept")
	s, err := a.Restore(id, first.ID, "", archive.Keeping{Shipped: shipped})
	if err != nil || headline(s) != "Talks in Aldvik" {
		t.Fatalf("restored %q, %v", headline(s), err)
	}
	all := history(t, a, id)
	if len(all) != 2 || all[0].Automatic != "before restore" {
		t.Fatalf("history is %+v", all)
	}
	if s, err = a.Restore(id, all[0].ID, "headline", archive.Keeping{Shipped: shipped}); err != nil || headline(s) != "Words nobody kept" {
		t.Errorf("undone to %q, %v", headline(s), err)
	}
}

func TestClockGoesBack(t *testing.T) {
	a := open(t)
	id := create(t, a)
	noon := time.Date(2026, 3, 12, 12, 0, 0, 0, time.UTC)
	for _, when := range []time.Time{noon, noon.Add(-48 * time.Hour)} {
		if _, err := a.Keep(id, archive.Keeping{Note: "x", When: when, Shipped: shipped}); err != nil {
			t.Fatal(err)
		}
	}
	if all := history(t, a, id); len(all) != 2 || !all[0].When.After(all[1].When) {
		t.Errorf("history is %+v", all)
	}
}

func TestStockGitReadsTheWorkspace(t *testing.T) {
	a := open(t)
	id := create(t, a)
	keep(t, a, id, "first")
	edit(t, a, id, "Talks in Strandholm")
	second := keep(t, a, id, "second")
	if out := git(t, a, "fsck", "--strict", "--full", "--no-dangling"); strings.TrimSpace(out) != "" {
		t.Errorf("fsck says %s", out)
	}
	if out := git(t, a, "log", "--format=%s", "statements/"+id); out != "second\nfirst\n" {
		t.Errorf("log says %q", out)
	}
	clone := filepath.Join(t.TempDir(), "clone")
	git(t, a, "clone", "-q", a.Dir(), clone)
	if _, err := os.Stat(filepath.Join(clone, "README.md")); err != nil {
		t.Error(err)
	}

	git(t, a, "gc", "--quiet", "--prune=now")
	if all := history(t, a, id); len(all) != 2 || all[0].ID != second.ID {
		t.Errorf("after git gc the history is %v", all)
	}
	edit(t, a, id, "Talks at sea")
	keep(t, a, id, "third")
	if all := history(t, a, id); len(all) != 3 {
		t.Errorf("after git gc and a version the history is %v", all)
	}
	if out := git(t, a, "fsck", "--strict", "--full", "--no-dangling"); strings.TrimSpace(out) != "" {
		t.Errorf("fsck says %s", out)
	}
}

func TestTwoProcessesKeepVersions(t *testing.T) {
	a := open(t)
	id := create(t, a)
	keep(t, a, id, "first")
	var wg sync.WaitGroup
	for range 4 {
		other, err := archive.Open(a.Dir())
		if err != nil {
			t.Fatal(err)
		}
		wg.Go(func() {
			for range 5 {
				if _, err := other.Keep(id, archive.Keeping{Note: "mine", Shipped: shipped}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	if all := history(t, a, id); len(all) != 1+4*5 {
		t.Errorf("the history has %d versions", len(all))
	}
	if out := git(t, a, "fsck", "--strict", "--no-dangling"); strings.TrimSpace(out) != "" {
		t.Errorf("fsck says %s", out)
	}
}

func TestDamagedObjectIsNamed(t *testing.T) {
	a := open(t)
	id := create(t, a)
	first := keep(t, a, id, "first")
	edit(t, a, id, "Talks in Strandholm")
	second := keep(t, a, id, "second")
	object := filepath.Join(a.Dir(), ".git", "objects", first.ID[:2], first.ID[2:])
	os.Chmod(object, 0o600)
	if err := os.WriteFile(object, []byte("not an object"), 0o600); err != nil {
		t.Fatal(err)
	}
	fresh, err := archive.Open(a.Dir())
	if err != nil {
		t.Fatal(err)
	}
	all, err := fresh.History(id)
	if err == nil || !strings.Contains(err.Error(), first.ID[:10]) {
		t.Errorf("the damage is reported as %v", err)
	}
	if len(all) != 1 || all[0].ID != second.ID {
		t.Errorf("what can be read is %v", all)
	}
	if kept, err := fresh.LoadVersion(id, second.ID, shipped); err != nil || headline(kept.Statement) != "Talks in Strandholm" {
		t.Errorf("the last good version: %v, %v", kept.Statement, err)
	}
}

func TestVersionsArePrivate(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("permissions are the folder's there")
	}
	a := open(t)
	keep(t, a, create(t, a), "first")
	filepath.WalkDir(a.Dir(), func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			t.Fatal(err)
		}
		info, err := e.Info()
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s can be read by others: %v", path, info.Mode())
		}
		return nil
	})
}

// TestKeepWhatAFileHeld keeps a text that has been written over since.
func TestKeepWhatAFileHeld(t *testing.T) {
	a := open(t)
	id := create(t, a)
	before, err := os.ReadFile(a.Path(id))
	if err != nil {
		t.Fatal(err)
	}
	edit(t, a, id, "After")
	v, err := a.Keep(id, archive.Keeping{Note: "before", Shipped: shipped, Text: before})
	if err != nil {
		t.Fatal(err)
	}
	kept, err := a.LoadVersion(id, v.ID, shipped)
	if err != nil || string(kept.Source) != string(before) {
		t.Errorf("kept is %s, %v", kept.Source, err)
	}
	if s, err := a.Load(id); err != nil || headline(s) != "After" {
		t.Errorf("the file says %s, %v", headline(s), err)
	}
}
