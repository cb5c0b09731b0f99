package window

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// TestMain crashes on purpose where a test asks another process for it.
func TestMain(m *testing.M) {
	if dir := os.Getenv("CRASH_AT"); dir != "" {
		crashAt(dir)
	}
	os.Exit(m.Run())
}

func crashAt(dir string) {
	err := watched(dir, "1.2.3", func(string) error {
		switch os.Getenv("CRASH_HOW") {
		case "panic":
			panic(errors.New("a secret sentence\nof two lines"))
		case "index":
			var none []string
			println(none[len(os.Args)])
		}
		return nil
	})
	if err != nil {
		os.Exit(3)
	}
	os.Exit(0)
}

func TestACrashLeavesAReportWithoutWords(t *testing.T) {
	for how, want := range map[string]string{
		"panic": "left out",
		"index": "panic: runtime error: index out of range",
		"":      "",
	} {
		dir := t.TempDir()
		crash := exec.Command(os.Args[0])
		crash.Env = append(os.Environ(), "CRASH_AT="+dir, "CRASH_HOW="+how)
		if err := crash.Run(); (err == nil) != (how == "") {
			t.Fatalf("%q: %v", how, err)
		}
		report := collectCrashes(dir)
		if how == "" {
			if left, _ := os.ReadDir(dir); report != "" || len(left) > 0 {
				t.Errorf("an orderly end left %v, %s", left, report)
			}
			continue
		}
		said, err := os.ReadFile(report)
		if err != nil {
			t.Fatal(err)
		}
		text := string(said)
		if !strings.HasPrefix(text, "Delegation Briefing 1.2.3, go") || !strings.Contains(text, want) || !strings.Contains(text, "window.crashAt.") {
			t.Errorf("%q: %s", how, text)
		}
		if strings.Contains(text, "secret") || strings.Contains(text, "two lines") {
			t.Errorf("%q: the report quotes: %s", how, text)
		}
		if collectCrashes(dir) != "" {
			t.Errorf("%q: told of twice", how)
		}
	}
}

func TestFilesOfTheKilledAreClearedAway(t *testing.T) {
	dir := t.TempDir()
	const nobody = "999999999" // more than any system has
	old, young := filepath.Join(dir, "running-"+nobody), filepath.Join(dir, "running-2")
	mine := filepath.Join(dir, "running-"+strconv.Itoa(os.Getpid()))
	for _, name := range []string{old, young, mine} {
		if err := os.WriteFile(name, []byte("started\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	long := time.Now().Add(-30 * 24 * time.Hour)
	for _, name := range []string{old, mine} {
		if err := os.Chtimes(name, long, long); err != nil {
			t.Fatal(err)
		}
	}
	if report := collectCrashes(dir); report != "" {
		t.Errorf("a report of nothing: %s", report)
	}
	if _, err := os.Stat(old); err == nil {
		t.Error("the old one is still there")
	}
	for _, name := range []string{young, mine} {
		if _, err := os.Stat(name); err != nil {
			t.Error("the file of a running program is gone")
		}
	}
}

func TestTheNextStartSaysWhereTheReportLies(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.crashed("/there/crash.txt")
	if a.win.Canvas().Overlays().Top() == nil {
		t.Error("nothing is said")
	}
}

func TestTheDeskIsAsItWasLeft(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	id := a.draft.Statement().ID
	at := topicPlace("topics", 3)
	a.goTo(at, 20)
	a.press("Versions")
	a.close()

	again, err := (&house{app: a.app, archive: a.archive, folder: a.house.folder, pace: newPace(func() {}, func() {}, func() {})}).open(a.config)
	if err != nil {
		t.Fatal(err)
	}
	defer again.saver.Close()
	if again.draft.Statement().ID != id || again.desk.at != at || again.desk.offset != 20 || again.side.at != historyPane {
		t.Errorf("%s at %v, %d, pane %d", again.draft.Statement().ID, again.desk.at, again.desk.offset, again.side.at)
	}
	if again.win.Canvas().Focused() != again.desk.fields[at] {
		t.Error("the keys do not go to the words")
	}
}
