package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

func TestOnlyTheCodeOfTheProgramAndTheRendererIsLetGo(t *testing.T) {
	const rest = "Size: 100 kB\nRss: 60 kB\nAnonymous: 0 kB\nSwap: 0 kB\nVmFlags: rd ex\n"
	for name, tt := range map[string]struct {
		smaps string
		gone  bool
	}{
		"its code":              {"1000-2000 r-xp 00000000 fe:00 12    /usr/lib/dri/swrast_dri.so\n" + rest, true},
		"of a newer one":        {"1000-2000 r-xp 00000000 fe:00 12    /usr/lib/libgallium-25.0.7.so\n" + rest, true},
		"of its compiler":       {"1000-2000 r-xp 00000000 fe:00 12    /usr/lib/libLLVM-15.so.1\n" + rest, true},
		"after other code":      {"0500-0800 r-xp 00000000 fe:00 11 /usr/lib/libc.so\n" + rest + "1000-2000 r-xp 0 fe:00 12 /usr/lib/libLLVM.so\n" + rest, true},
		"code somebody changed": {"1000-2000 r-xp 00000000 fe:00 12 /usr/lib/libLLVM.so\n" + strings.Replace(rest, "Anonymous: 0", "Anonymous: 4", 1), false},
		"changed and swapped":   {"1000-2000 r-xp 00000000 fe:00 12 /usr/lib/libLLVM.so\n" + strings.Replace(rest, "Swap: 0", "Swap: 4", 1), false},
		"its tables":            {"1000-2000 r--p 00000000 fe:00 12 /usr/lib/libLLVM.so\n" + rest, false},
		"its variables":         {"1000-2000 rw-p 00000000 fe:00 12 /usr/lib/libLLVM.so\n" + rest, false},
		"deleted since":         {"1000-2000 r-xp 00000000 fe:00 12 /usr/lib/libLLVM.so (deleted)\n" + rest, false},
		"another driver":        {"1000-2000 r-xp 00000000 fe:00 12 /usr/lib/dri/iris_dri.so\n" + rest, false},
		"another library":       {"1000-2000 r-xp 00000000 fe:00 12 /usr/lib/libGL.so\n" + rest, false},
		"code made here":        {"1000-2000 r-xp 00000000 00:00 0\n" + rest, false},
		"of the program":        {"1000-2000 r-xp 00000000 fe:00 12 /opt/desk\n" + rest, true},
		"what it brings":        {"1000-2000 r--p 00000000 fe:00 12 /opt/desk\n" + rest, true},
		"once variables of it":  {"1000-2000 r--p 00000000 fe:00 12 /opt/desk\n" + strings.Replace(rest, "Anonymous: 0", "Anonymous: 4", 1), false},
		"variables of it":       {"1000-2000 rw-p 00000000 fe:00 12 /opt/desk\n" + rest, false},
		"one that was replaced": {"1000-2000 r-xp 00000000 fe:00 12 /opt/desk (deleted)\n" + rest, false},
		"another program":       {"1000-2000 r-xp 00000000 fe:00 12 /usr/desk\n" + rest, false},
		"no table":              {"\n \nAnonymous:\n", false},
	} {
		t.Run(name, func(t *testing.T) {
			gone := 0
			either := func(access, file string) bool { return ofRenderer(access, file) || of("/opt/desk")(access, file) }
			eachUnwritten(strings.NewReader(tt.smaps), either, func(from, to uintptr) {
				if from != 0x1000 || to != 0x2000 {
					t.Errorf("from %x to %x", from, to)
				}
				gone++
			})
			if (gone == 1) != tt.gone || gone > 1 {
				t.Errorf("let go %d times", gone)
			}
		})
	}
}

// TestItComesBackAsItWas: code takes memory once it has been read, none when it
// was let go, and is the same when it is wanted again.
func TestItComesBackAsItWas(t *testing.T) {
	words := strings.Repeat("x", 1<<20)
	name := filepath.Join(t.TempDir(), "libLLVM-test.so")
	if err := os.WriteFile(name, []byte(words), 0o755); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	code, err := unix.Mmap(int(f.Fd()), 0, len(words), unix.PROT_READ|unix.PROT_EXEC, unix.MAP_PRIVATE)
	if err != nil {
		t.Skip("no code may be mapped here:", err)
	}
	defer unix.Munmap(code)

	if string(code) != words || inMemory(t, name) == "0" {
		t.Fatal("the file takes no memory when it was read")
	}
	letRendererGo()
	if kept := inMemory(t, name); kept != "0" {
		t.Errorf("%s kB of it are kept", kept)
	}
	if string(code) != words {
		t.Error("it is another now")
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
