package window

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

func TestOnlyWhatIsAsInItsFileIsLetGo(t *testing.T) {
	const entry = "Size: 100 kB\nRss: 60 kB\nAnonymous: 0 kB\nVmFlags: rd\n"
	const dirty = "Size: 100 kB\nRss: 60 kB\nAnonymous: 4 kB\nVmFlags: rd\n"
	for name, tt := range map[string]struct {
		smaps string
		gone  bool
	}{
		"code of a library":         {"1000-2000 r-xp 00000000 fe:00 12 /usr/lib/libLLVM.so\n" + entry, true},
		"code somebody wrote in":    {"1000-2000 r-xp 00000000 fe:00 12 /usr/lib/libLLVM.so\n" + dirty, false},
		"tables of a library":       {"1000-2000 r--p 00000000 fe:00 12 /usr/lib/libLLVM.so\n" + entry, false},
		"tables of the program":     {"1000-2000 r--p 00000000 fe:00 12 /opt/briefing\n" + entry, true},
		"its tables after linking":  {"1000-2000 r--p 00000000 fe:00 12 /opt/briefing\n" + dirty, false},
		"variables of the program":  {"1000-2000 rw-p 00000000 fe:00 12 /opt/briefing\n" + entry, false},
		"a file shared with others": {"1000-2000 r-xs 00000000 fe:00 12 /usr/lib/libLLVM.so\n" + entry, false},
		"code made here":            {"1000-2000 r-xp 00000000 00:00 0\n" + entry, false},
		"the system's own":          {"1000-2000 r-xp 00000000 00:00 0 [vdso]\n" + entry, false},
		"nothing":                   {"", false},
	} {
		t.Run(name, func(t *testing.T) {
			var want []span
			if tt.gone {
				want = []span{{0x1000, 0x2000}}
			}
			if got := unchanged(strings.NewReader(tt.smaps), "/opt/briefing"); !slices.Equal(got, want) {
				t.Errorf("got %x, want %x", got, want)
			}
		})
	}
}

// TestWhatWasReadOfAFileIsLetGo: a file of code takes memory once it has been
// read, none after, and has the same words when it is wanted again.
func TestWhatWasReadOfAFileIsLetGo(t *testing.T) {
	const size = 1 << 20
	name := filepath.Join(t.TempDir(), "code")
	if err := os.WriteFile(name, []byte(strings.Repeat("x", size)), 0o755); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	code, err := unix.Mmap(int(f.Fd()), 0, size, unix.PROT_READ|unix.PROT_EXEC, unix.MAP_PRIVATE)
	if err != nil {
		t.Skip("no code may be mapped here:", err)
	}
	defer unix.Munmap(code)
	same := func() bool { return string(code) == strings.Repeat("x", size) }

	if !same() || inMemory(t, name) == "0" {
		t.Fatal("the file takes no memory when it was read")
	}
	letPagesGo()
	if kept := inMemory(t, name); kept != "0" {
		t.Errorf("%s kB of it are kept", kept)
	}
	if !same() {
		t.Error("it has other words now")
	}
}

// inMemory is how much of a mapped file is in memory, in kB.
func inMemory(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile("/proc/self/smaps")
	if err != nil {
		t.Fatal(err)
	}
	_, of, _ := strings.Cut(string(data), name)
	_, rss, _ := strings.Cut(of, "Rss:")
	return strings.Fields(rss)[0]
}
