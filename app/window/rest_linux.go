package window

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path"
	"regexp"
	"strings"

	"golang.org/x/sys/unix"
)

// renderer is how Mesa's files are called that draw without a graphics card.
var renderer = regexp.MustCompile(`^(libLLVM|libgallium|swrast_dri)\b`)

// letPagesGo takes the code of Mesa's renderer and of its compiler out of the
// program's memory. Where no graphics card draws, most of it is needed for the
// first frames and seldom later, and takes more memory than the statement. It
// stays in the system's cache of files, from where it comes back when it is wanted.
// Of nothing else is it as certain that the pages are as they stand in their file,
// and will be.
func letPagesGo() {
	memory, err := os.Open("/proc/self/smaps")
	if err != nil {
		return // then it stays as it is
	}
	defer memory.Close()
	eachRenderer(memory, func(from, to uintptr) {
		_, _, _ = unix.Syscall(unix.SYS_MADVISE, from, to-from, unix.MADV_DONTNEED)
	})
}

// eachRenderer finds in a table of memory (proc_pid_smaps(5)) the code of Mesa in
// which nobody has written, as it is read.
func eachRenderer(smaps io.Reader, found func(from, to uintptr)) {
	var from, to uintptr
	var code, written bool
	for lines := bufio.NewScanner(smaps); lines.Scan(); {
		line := strings.Fields(lines.Text())
		switch {
		case len(line) < 2:
		case !strings.HasSuffix(line[0], ":"):
			_, err := fmt.Sscanf(line[0], "%x-%x", &from, &to)
			code = err == nil && line[1] == "r-xp" && len(line) == 6 && renderer.MatchString(path.Base(line[5]))
			written = false
		case line[0] == "Anonymous:" || line[0] == "Swap:":
			written = written || line[1] != "0"
		case line[0] == "VmFlags:" && code && !written: // the last line on it
			found(from, to)
		}
	}
}
