package archive_test

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/archive"
)

func open(t *testing.T) *archive.Archive {
	t.Helper()
	a, err := archive.Open(filepath.Join(t.TempDir(), "office"))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func norland() briefing.Statement {
	return briefing.Statement{
		Format: 1, Template: "eu-statement", Language: "en", Kind: "Human Rights Dialogue",
		Partner: "Nörland", Date: briefing.Date{Year: 2026, Month: 3, Day: 12},
		Sections: []briefing.Section{{Key: "headline", Text: "Talks in Aldvik"}},
	}
}

func create(t *testing.T, a *archive.Archive) string {
	t.Helper()
	id, err := a.Create(norland())
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func TestCreateLoadSave(t *testing.T) {
	a := open(t)
	id := create(t, a)
	if id != "2026-03-12-norland-human-rights-dialogue" {
		t.Errorf("it is called %s", id)
	}
	if second := create(t, a); second != id+"-2" {
		t.Errorf("the second is called %s", second)
	}
	s, err := a.Load(id)
	if err != nil || s.ID != id || s.Partner != "Nörland" {
		t.Fatalf("loaded %+v, %v", s, err)
	}
	s.Partner = "Sunnmark"
	if err := a.Save(s); err != nil {
		t.Fatal(err)
	}
	if s, err = a.Load(id); err != nil || s.Partner != "Sunnmark" {
		t.Errorf("loaded %+v, %v", s, err)
	}
	info, err := os.Stat(a.Path(id))
	if err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("the file can be read by others: %v, %v", info.Mode(), err)
	}
}

func TestSaveSeesSomebodyElsesWords(t *testing.T) {
	a := open(t)
	id := create(t, a)
	mine, err := a.Load(id)
	if err != nil {
		t.Fatal(err)
	}
	other, err := archive.Open(a.Dir())
	if err != nil {
		t.Fatal(err)
	}
	theirs, err := other.Load(id)
	if err != nil {
		t.Fatal(err)
	}
	theirs.Partner = "Theirs"
	if err := other.Save(theirs); err != nil {
		t.Fatal(err)
	}
	mine.Partner = "Mine"
	if err := a.Save(mine); !errors.Is(err, archive.ErrChanged) {
		t.Fatalf("saved over somebody's words: %v", err)
	}
	if s, _ := other.Load(id); s.Partner != "Theirs" {
		t.Errorf("their words are %q", s.Partner)
	}
	if err := a.Overwrite(mine); err != nil {
		t.Fatal(err)
	}
	trash, _ := filepath.Glob(filepath.Join(a.Dir(), "trash", "*.toml"))
	if len(trash) != 1 {
		t.Fatalf("trash holds %v", trash)
	}
	if text, _ := os.ReadFile(trash[0]); !strings.Contains(string(text), "Theirs") {
		t.Error("their words are not in the trash")
	}
}

func TestListShowsWhatCannotBeRead(t *testing.T) {
	a := open(t)
	id := create(t, a)
	if err := os.WriteFile(a.Path("broken"), []byte("format = 1\nfoo = 2\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for range 2 { // read, then remembered
		all, err := a.List()
		if err != nil || len(all) != 2 {
			t.Fatalf("listed %v, %v", all, err)
		}
		if all[0].ID != id || all[0].Title != "Talks in Aldvik" || all[0].Err != nil {
			t.Errorf("first is %+v", all[0])
		}
		if all[1].ID != "broken" || all[1].Err == nil {
			t.Errorf("second is %+v", all[1])
		}
	}
}

func TestDeleteGoesToTheTrash(t *testing.T) {
	a := open(t)
	id := create(t, a)
	if err := a.Delete(id, archive.Keeping{Shipped: shipped}); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Load(id); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("it is still there: %v", err)
	}
	if all, _ := a.List(); len(all) != 0 {
		t.Errorf("listed %v", all)
	}
	trash, _ := filepath.Glob(filepath.Join(a.Dir(), "trash", id+"*"))
	if len(trash) != 1 {
		t.Errorf("trash holds %v", trash)
	}
}

func TestNamesDoNotLeaveTheWorkspace(t *testing.T) {
	a := open(t)
	for _, id := range []string{"", "../x", "a/b", `a\b`, ".git"} {
		if _, err := a.Load(id); err == nil || errors.Is(err, fs.ErrNotExist) {
			t.Errorf("Load(%q): %v", id, err)
		}
		if err := a.Save(briefing.Statement{ID: id}); err == nil {
			t.Errorf("Save(%q) wrote something", id)
		}
		if err := a.Overwrite(briefing.Statement{ID: id}); err == nil {
			t.Errorf("Overwrite(%q) wrote something", id)
		}
		if err := a.Delete(id, archive.Keeping{Shipped: shipped}); err == nil || errors.Is(err, fs.ErrNotExist) {
			t.Errorf("Delete(%q): %v", id, err)
		}
	}
}

func TestWriteFileIsAllOrNothing(t *testing.T) {
	file := filepath.Join(t.TempDir(), "out.txt")
	if err := os.WriteFile(file, []byte("before"), 0o640); err != nil {
		t.Fatal(err)
	}
	failed := errors.New("paper jam")
	err := archive.WriteFile(file, func(w io.Writer) error {
		io.WriteString(w, "half")
		return failed
	})
	if !errors.Is(err, failed) {
		t.Fatalf("error is %v", err)
	}
	if text, _ := os.ReadFile(file); string(text) != "before" {
		t.Errorf("the file reads %q", text)
	}
	err = archive.WriteFile(file, func(w io.Writer) error {
		_, err := io.WriteString(w, "after")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if text, _ := os.ReadFile(file); string(text) != "after" {
		t.Errorf("the file reads %q", text)
	}
	if info, _ := os.Stat(file); runtime.GOOS != "windows" && info.Mode().Perm() != 0o640 {
		t.Errorf("its permissions became %v", info.Mode())
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(file), ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// TestWhatLeavesTheWorkspaceCanBeRead by whoever may read new files where it goes; what
// stays in it, by its owner alone.
func TestWhatLeavesTheWorkspaceCanBeRead(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has other rights")
	}
	dir := t.TempDir()
	words := func(w io.Writer) error { _, err := io.WriteString(w, "words"); return err }
	usual := filepath.Join(dir, "usual")
	if err := errors.Join(os.WriteFile(usual, nil, 0o666), archive.WriteOut(filepath.Join(dir, "out"), words), archive.WriteFile(filepath.Join(dir, "in"), words)); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"out": usual, "in": ""} {
		got, err := os.Stat(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		mode := fs.FileMode(0o600)
		if info, err := os.Stat(want); err == nil {
			mode = info.Mode()
		}
		if got.Mode() != mode {
			t.Errorf("%s has the rights %v, want %v", name, got.Mode(), mode)
		}
	}
}
