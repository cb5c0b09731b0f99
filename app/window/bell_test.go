package window

import (
	"net"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
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
	taken := make(chan []string, 2)
	b, err := hangBell(workspace, func(files []string) { taken <- files })
	if err != nil {
		t.Fatal(err)
	}
	defer b.close()
	if !ring(workspace, "a.toml") {
		t.Fatal("the file was not taken")
	}
	a, _ := filepath.Abs("a.toml")
	if got := <-taken; !slices.Equal(got, []string{a}) {
		t.Errorf("%q was taken", got)
	}
	if !ring(workspace, "a.toml", "b, c.txt") {
		t.Fatal("several files were not taken")
	}
	b2, _ := filepath.Abs("b, c.txt")
	if got := <-taken; !slices.Equal(got, []string{a, b2}) {
		t.Errorf("%q were taken", got)
	}
	if !ring(workspace) || len(<-taken) > 0 {
		t.Error("a start without a file did not come to the front")
	}
	if ring(filepath.Dir(workspace), "a.toml") {
		t.Error("the window of another workspace took the file")
	}
	if _, err := hangBell(workspace, func([]string) {}); err == nil {
		t.Error("a second window took the bell away")
	}
	if !ring(workspace) {
		t.Error("the bell does not ring any more")
	}
}

func TestABellIsForOneOfficer(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("permissions are the folder's there")
	}
	workspace := bellsAt(t)
	b, err := hangBell(workspace, func([]string) {})
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
	b, err := hangBell(workspace, func([]string) {})
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
	a.house.called()
	if a.draft.Statement().ID != id {
		t.Error("coming to the front changed the desk")
	}
}

// TestTheWindowTakesSeveralFiles that are handed over, or that it begins with: as
// when they are dropped on it.
func TestTheWindowTakesSeveralFiles(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	folder := put(t, map[string]string{"4th.txt": dated, "5th.txt": undated})
	files := []string{filepath.Join(folder, "4th.txt"), filepath.Join(folder, "gone.txt"), filepath.Join(folder, "5th.txt")}
	a.house.called(files...)
	a.until("all are in but one", func() bool { return strings.Contains(lyingOver(a.Window), "2 of 3 imported; this one was not:") })
	if n, s := len(a.house.windows), a.draft.Statement(); n != 1 || s.Edition != 5 {
		t.Errorf("%d windows, edition %d", n, s.Edition)
	}
	a.closeTop()

	config := a.config
	config.Open = files[:2]
	again, err := a.house.open(config)
	if err != nil {
		t.Fatal(err)
	}
	a.until("it is told", func() bool { return again.status.said == "0 files imported. 1 file was there already." })
	if got := again.draft.Statement().Edition; got != 4 {
		t.Errorf("on the desk is edition %d", got)
	}
}
