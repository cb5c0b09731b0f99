package window

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/sys/unix"
)

// letPagesGo unmaps what stands in files and has been read or run: the compiler
// of shaders, which is needed while the window is drawn the first times and is
// the half of a window's memory where no graphics card draws, and much of the
// program itself. What is wanted again comes from the system's own copy of the
// file, unread from the disk.
func letPagesGo() {
	program, err := os.Executable()
	if err != nil {
		return
	}
	maps, err := os.Open("/proc/self/smaps")
	if err != nil {
		return // then it stays as it is
	}
	defer maps.Close()
	for _, s := range unchanged(maps, program) {
		_, _, _ = unix.Syscall(unix.SYS_MADVISE, s.from, s.to-s.from, unix.MADV_DONTNEED)
	}
}

// span is a stretch of addresses.
type span struct{ from, to uintptr }

// unchanged finds in a table of memory (proc_pid_smaps(5)) what is as it stands
// in its file, and will be: code, and what the program itself brings. Of other
// files the linker may be about to write into what cannot be written later.
func unchanged(smaps io.Reader, program string) (all []span) {
	var at span
	var fits bool
	for lines := bufio.NewScanner(smaps); lines.Scan(); {
		line := strings.Fields(lines.Text())
		switch {
		case strings.HasSuffix(line[0], ":"):
			if fits && line[0] == "Anonymous:" && line[1] == "0" {
				all = append(all, at)
			}
		case len(line) < 6:
			fits = false // no file
		default:
			_, err := fmt.Sscanf(line[0], "%x-%x", &at.from, &at.to)
			fits = err == nil && (line[1] == "r-xp" && strings.HasPrefix(line[5], "/") || line[1] == "r--p" && line[5] == program)
		}
	}
	return all
}
