package archive_test

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"

	"delegation-briefing/briefing/archive"
)

func TestDeleteIsAVersion(t *testing.T) {
	a := open(t)
	id := create(t, a)
	if err := a.Delete(id, archive.Keeping{Author: "Ada Lund", Shipped: shipped}); err != nil {
		t.Fatal(err)
	}
	all := history(t, a, id)
	if len(all) != 1 || all[0].Note != archive.Deleted {
		t.Errorf("versions of a deleted statement: %+v", all)
	}
	trash, err := a.Trash()
	if err != nil || len(trash) != 1 || trash[0].ID != id {
		t.Fatalf("trash: %+v, %v", trash, err)
	}
	other := create(t, a)
	if other != id+"-2" || len(history(t, a, other)) != 0 {
		t.Errorf("a new statement is called %s and has the versions %+v", other, history(t, a, other))
	}
	if err := os.WriteFile(a.Path(id), []byte("format = 1\n"), 0o600); err != nil { // somebody takes the name meanwhile
		t.Fatal(err)
	}
	back, err := a.TakeBack(trash[0])
	if err != nil || back != id+"-3" {
		t.Errorf("taken back as %s, %v", back, err)
	}
	if s, err := a.Load(back); err != nil || s.Partner != "Nörland" {
		t.Errorf("taken back: %+v, %v", s, err)
	}
	if trash, err := a.Trash(); err != nil || len(trash) != 0 {
		t.Errorf("trash: %+v, %v", trash, err)
	}
}

func TestDeleteWhatCannotBeRead(t *testing.T) {
	a := open(t)
	if err := os.WriteFile(a.Path("broken"), []byte("this is not a statement"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := a.Delete("broken", archive.Keeping{Shipped: shipped}); err != nil {
		t.Fatal(err)
	}
	if trash, err := a.Trash(); err != nil || len(trash) != 1 {
		t.Errorf("trash: %+v, %v", trash, err)
	}
}

func TestRename(t *testing.T) {
	a := open(t)
	id := create(t, a)
	keep(t, a, id, "first")
	if err := a.Rename(id, "talks", archive.Keeping{Author: "Ada Lund", Shipped: shipped}); err != nil {
		t.Fatal(err)
	}
	if next := create(t, a); next != id+"-2" || len(history(t, a, next)) != 0 {
		t.Errorf("a new statement is called %s and has the versions %+v", next, history(t, a, next))
	}
	if _, err := a.Load(id); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the old name reads: %v", err)
	}
	edit(t, a, "talks", "Talks in Strandholm")
	keep(t, a, "talks", "second")
	var notes []string
	for _, v := range history(t, a, "talks") {
		notes = append(notes, v.Note)
		if _, err := a.LoadVersion("talks", v.ID, shipped); err != nil {
			t.Error(err)
		}
	}
	if got := strings.Join(notes, "; "); got != "second; renamed: "+id+" → talks; first" {
		t.Errorf("versions: %s", got)
	}
	if n := len(history(t, a, id)); n != 2 {
		t.Errorf("the old name has %d versions, of 2", n)
	}
	other := create(t, a)
	for _, taken := range []string{"talks", id, "../out", ""} {
		if err := a.Rename(other, taken, archive.Keeping{Shipped: shipped}); err == nil {
			t.Errorf("renamed to %q", taken)
		}
	}
	clean(t, a)
}
