package archive_test

import (
	"bufio"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"delegation-briefing/briefing/archive"
)

var kills = flag.Int("kills", 15, "how often to kill a program that is saving and keeping versions")

// TestMain lets the test binary be the program that is killed.
func TestMain(m *testing.M) {
	if dir := os.Getenv("ARCHIVE_TO_WRITE"); dir != "" {
		if err := writeForEver(dir, os.Getenv("STATEMENT_TO_WRITE")); err != nil {
			fmt.Println("failed", err)
			os.Exit(1)
		}
	}
	os.Exit(m.Run())
}

// writeForEver saves and keeps, and tells what is on the disk.
func writeForEver(dir, id string) error {
	a, err := archive.Open(dir)
	if err != nil {
		return err
	}
	s, err := a.Load(id)
	if err != nil {
		return err
	}
	for ; ; s.Edition++ {
		if err := a.Save(s); err != nil {
			return err
		}
		fmt.Println("saved", s.Edition)
		v, err := a.Keep(id, archive.Keeping{Note: strconv.Itoa(s.Edition), Shipped: shipped})
		if err != nil {
			return err
		}
		fmt.Println("kept", v.ID)
	}
}

// TestKilledAtAnyMoment kills a program with SIGKILL while it saves and keeps:
// what it said was on the disk is there, and the repository is sound.
func TestKilledAtAnyMoment(t *testing.T) {
	a := open(t)
	id := create(t, a)
	confirmed := map[string]bool{}
	saved := 0
	for range *kills {
		saved = max(saved, runAndKill(t, a.Dir(), id, confirmed))
		s, err := a.Load(id)
		if err != nil {
			t.Fatalf("the statement cannot be read: %v", err)
		}
		if s.Edition < saved {
			t.Fatalf("edition %d was saved, the file has %d", saved, s.Edition)
		}
	}
	fresh, err := archive.Open(a.Dir())
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range history(t, fresh, id) {
		if _, err := fresh.LoadVersion(id, v.ID, shipped); err != nil {
			t.Error(err)
		}
		delete(confirmed, v.ID)
	}
	if len(confirmed) > 0 {
		t.Errorf("%d versions that were confirmed are gone", len(confirmed))
	}
	out := git(t, a, "fsck", "--full")
	for line := range strings.Lines(out) {
		if !strings.HasPrefix(line, "dangling") { // written, and killed before a branch named it
			t.Errorf("fsck says %s", line)
		}
	}
	entries, err := a.List()
	if err != nil || len(entries) != 1 {
		t.Errorf("the list shows %v, %v", entries, err)
	}
}

// runAndKill lets a program write for a while and kills it. It returns the
// last edition that was confirmed and adds the versions that were.
func runAndKill(t *testing.T, dir, id string, confirmed map[string]bool) (saved int) {
	t.Helper()
	program := exec.Command(os.Args[0])
	program.Env = append(os.Environ(), "ARCHIVE_TO_WRITE="+dir, "STATEMENT_TO_WRITE="+id)
	out, err := program.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := program.Start(); err != nil {
		t.Fatal(err)
	}
	time.AfterFunc(50*time.Millisecond+rand.N(150*time.Millisecond), func() { program.Process.Kill() })
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		what, which, _ := strings.Cut(lines.Text(), " ")
		switch what {
		case "saved":
			saved, _ = strconv.Atoi(which)
		case "kept":
			confirmed[which] = true
		case "failed":
			t.Fatalf("the program failed: %s", which)
		}
	}
	program.Wait()
	return saved
}
