package archive_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/windows"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/archive"
)

func TestWhatWindowsSaysOfDrives(t *testing.T) {
	for fault, want := range map[error]error{
		windows.ERROR_DISK_FULL:       archive.ErrFull,
		windows.ERROR_NETNAME_DELETED: archive.ErrGone,
		windows.ERROR_NOT_READY:       archive.ErrGone,
		windows.ERROR_WRITE_PROTECT:   archive.ErrForbidden,
		windows.ERROR_ACCESS_DENIED:   archive.ErrForbidden,
	} {
		if got := archive.Advised(fault); !errors.Is(got, want) {
			t.Errorf("%v: %v, want %v", fault, got, want)
		}
	}
}

func TestDevicesAreNoStatements(t *testing.T) {
	a := open(t)
	for _, id := range []string{"NUL", "aux", "com1", "a:b"} {
		if err := a.Save(briefing.Statement{ID: id}); err == nil {
			t.Errorf("Save(%q) wrote something", id)
		}
	}
}

func TestAFileThatAViewerHasOpen(t *testing.T) {
	name := filepath.Join(t.TempDir(), "statement.pdf")
	write := func() error {
		return archive.WriteFile(name, func(w io.Writer) error {
			_, err := io.WriteString(w, "words")
			return err
		})
	}
	if err := write(); err != nil {
		t.Fatal(err)
	}
	viewer, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := write(); !errors.Is(err, archive.ErrInUse) {
		t.Errorf("open elsewhere: %v", err)
	}
	viewer.Close()
	if err := write(); err != nil {
		t.Errorf("free again: %v", err)
	}
}

// TestRenameWhatAProgramHasOpen renames a statement that another program has
// open: it keeps its name, and has no other.
func TestRenameWhatAProgramHasOpen(t *testing.T) {
	a := open(t)
	id := create(t, a)
	program, err := os.Open(a.Path(id))
	if err != nil {
		t.Fatal(err)
	}
	if err := a.Rename(id, "talks", archive.Keeping{Shipped: shipped}); !errors.Is(err, archive.ErrInUse) {
		t.Errorf("open elsewhere: %v", err)
	}
	if all, err := a.List(); err != nil || len(all) != 1 || all[0].ID != id {
		t.Errorf("listed: %v, %v", all, err)
	}
	program.Close()
	if err := a.Rename(id, "talks", archive.Keeping{Shipped: shipped}); err != nil {
		t.Errorf("free again: %v", err)
	}
}

func TestVersionsAreOutOfSight(t *testing.T) {
	a := open(t)
	id := create(t, a)
	keep(t, a, id, "first")
	if _, err := archive.Open(a.Dir()); err != nil {
		t.Fatal(err)
	}
	hidden := func(name string) bool {
		path, err := windows.UTF16PtrFromString(filepath.Join(a.Dir(), name))
		if err != nil {
			t.Fatal(err)
		}
		is, err := windows.GetFileAttributes(path)
		if err != nil {
			t.Fatal(err)
		}
		return is&windows.FILE_ATTRIBUTE_HIDDEN != 0
	}
	if !hidden(".git") || hidden("statements") {
		t.Errorf(".git is hidden: %v; statements are: %v", hidden(".git"), hidden("statements"))
	}
	keep(t, a, id, "second")
}
