package window

import (
	"net"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// bellsAt keeps the bells of a test in a folder of its own.
func bellsAt(t *testing.T) (workspace string) {
	t.Helper()
	dir, err := os.MkdirTemp("", "bell") // t.TempDir may be too long for a socket
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	t.Setenv("XDG_RUNTIME_DIR", dir)
	return filepath.Join(dir, "workspace")
}

func TestASecondStartHandsItsFileOver(t *testing.T) {
	workspace := bellsAt(t)
	if ring(workspace, "a.toml") {
		t.Fatal("nobody is there, but the file was taken")
	}
	taken := make(chan string, 2)
	b, err := hangBell(workspace, func(file string) { taken <- file })
	if err != nil {
		t.Fatal(err)
	}
	defer b.close()
	if !ring(workspace, "a.toml") {
		t.Fatal("the file was not taken")
	}
	if want, _ := filepath.Abs("a.toml"); <-taken != want {
		t.Error("another file was taken")
	}
	if !ring(workspace, "") || <-taken != "" {
		t.Error("a start without a file did not come to the front")
	}
	if ring(filepath.Dir(workspace), "a.toml") {
		t.Error("the window of another workspace took the file")
	}
	if _, err := hangBell(workspace, func(string) {}); err == nil {
		t.Error("a second window took the bell away")
	}
	if !ring(workspace, "") {
		t.Error("the bell does not ring any more")
	}
}

func TestABellIsForOneOfficer(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("permissions are the folder's there")
	}
	workspace := bellsAt(t)
	b, err := hangBell(workspace, func(string) {})
	if err != nil {
		t.Fatal(err)
	}
	defer b.close()
	name, _ := bellName(workspace)
	for name, want := range map[string]os.FileMode{name: 0o600, filepath.Dir(name): 0o700} {
		if info, err := os.Stat(name); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v %v, want %v", name, info.Mode(), err, want)
		}
	}
}

func TestABellLeftBehindIsHungAnew(t *testing.T) {
	workspace := bellsAt(t)
	name, _ := bellName(workspace)
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		t.Fatal(err)
	}
	killed, err := net.Listen("unix", name)
	if err != nil {
		t.Fatal(err)
	}
	killed.(*net.UnixListener).SetUnlinkOnClose(false)
	killed.Close()
	if _, err := os.Stat(name); err != nil {
		t.Fatal(err)
	}
	if ring(workspace, "a.toml") {
		t.Error("a window that was killed took a file")
	}
	b, err := hangBell(workspace, func(string) {})
	if err != nil {
		t.Fatal(err)
	}
	defer b.close()
	if !ring(workspace, "a.toml") {
		t.Error("the new bell does not ring")
	}
}

// TestWhoDoesNotAnswerTakesNothing: a program that hangs must not keep the next
// one from opening.
func TestWhoDoesNotAnswerTakesNothing(t *testing.T) {
	workspace := bellsAt(t)
	name, _ := bellName(workspace)
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		t.Fatal(err)
	}
	deaf, err := net.Listen("unix", name)
	if err != nil {
		t.Fatal(err)
	}
	defer deaf.Close()
	if ring(workspace, "a.toml") {
		t.Error("a window that does not answer took a file")
	}
}

func TestTheWindowTakesWhatIsHandedOver(t *testing.T) {
	dir := t.TempDir()
	a := officerAt(t, filepath.Join(dir, "new"))
	text := filepath.Join(dir, "last.txt")
	if err := os.WriteFile(text, []byte("Norland: 6th Human Rights Dialogue with the EU\n\nThe EU welcomed the new press act.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	before := a.draft
	a.house.called(text)
	a.until("imported", func() bool { return a.draft != before })
	if a.draft.Statement().Edition != 6 {
		t.Errorf("edition %d", a.draft.Statement().Edition)
	}
	id := a.draft.Statement().ID
	a.house.called("")
	if a.draft.Statement().ID != id {
		t.Error("coming to the front changed the desk")
	}
}
