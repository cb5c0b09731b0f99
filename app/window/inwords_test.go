package window

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"delegation-briefing/assets"
	"fyne.io/fyne/v2/test"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/archive"
)

// TestErrorsInWords: what an officer can mend is said in her language, and
// where; what only support can is said as it is.
func TestErrorsInWords(t *testing.T) {
	test.NewTempApp(t)
	if err := speak(assets.Files, "fr"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { speak(assets.Files, "en") })
	open := func(err error) error {
		return &fs.PathError{Op: "open", Path: filepath.Join("share", "a.tmp"), Err: err}
	}
	for _, c := range []struct {
		err  error
		want string
	}{
		{fmt.Errorf("writing a: %w: %w", archive.ErrFull, open(syscall.ENOSPC)), "Le disque est plein. Faites de la place et réessayez.\nshare"},
		{fmt.Errorf("writing a: %w: %w", archive.ErrForbidden, open(fs.ErrPermission)), "Rien ne peut y être écrit. Demandez-en le droit ou choisissez un autre dossier.\nshare"},
		{fmt.Errorf("writing a: %w", archive.ErrInUse), "Un autre programme tient le fichier ouvert. Fermez-le dans ce programme et réessayez."},
		{archive.ErrGone, "L’espace de travail est absent. Connectez le lecteur réseau et réessayez."},
		{open(fs.ErrNotExist), "Ce fichier ou ce dossier n’existe pas.\nshare"},
		{fmt.Errorf("reading a: %w", open(fs.ErrPermission)), "Vous n’avez pas le droit de le lire. Demandez ce droit.\nshare"},
		{&fs.PathError{Op: "mkdir", Path: "a", Err: fs.ErrPermission}, "mkdir a: permission denied"},
		{fmt.Errorf("reading a: %w", errFolder), "C’est un dossier."},
		{&briefing.FileError{Line: 3, Col: 7, Message: "expected '='"}, "Ligne 3, colonne 7 : Ceci n’est pas écrit comme il faut. (expected '=')"},
		{errors.New("out of ink"), "out of ink"},
		{open(errors.New("out of ink")), "open share/a.tmp: out of ink"},
	} {
		if got := inWordsAt(c.err); filepath.ToSlash(got) != c.want {
			t.Errorf("%v is said as %q", c.err, got)
		}
	}
}

// TestAMissingFileIsNamed, not its folder, which is there.
func TestAMissingFileIsNamed(t *testing.T) {
	name := filepath.Join(t.TempDir(), "nothing.docx")
	_, err := os.ReadFile(name)
	if got := inWordsAt(err); got != "There is no such file or folder.\n"+name {
		t.Errorf("said is %q", got)
	}
}

// TestAFolderIsNoFile, whatever it is called and whatever the system says.
func TestAFolderIsNoFile(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	for _, name := range []string{"folder.txt", "folder.toml"} {
		folder := filepath.Join(t.TempDir(), name)
		if err := os.Mkdir(folder, 0o700); err != nil {
			t.Fatal(err)
		}
		a.takeFile(folder)
		a.until("it is told", func() bool { return strings.Contains(lyingOver(a.Window), "\n\nThis is a folder.") })
		a.closeTop()
	}
}
