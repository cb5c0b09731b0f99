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

// letPagesGo takes the code of the program, and that of Mesa's renderer and of its
// compiler, out of its memory. Much of the program is needed to begin, as fonts and
// dictionaries are to be read, and where no graphics card draws most of Mesa is needed
// for the first frames; together they take more memory than the statement. They stay in
// the system's cache of files, from where they come back when they are wanted. Of
// other libraries it is not as certain that the pages are as they stand in their
// file, and will be.
func letPagesGo() {
	memory, err := os.Open("/proc/self/smaps")
	if err != nil {
		return // then it stays as it is
	}
	defer memory.Close()
	program, _ := os.Readlink("/proc/self/exe")
	eachUnwritten(memory, program, func(from, to uintptr) {
		_, _, _ = unix.Syscall(unix.SYS_MADVISE, from, to-from, unix.MADV_DONTNEED)
	})
}

// eachUnwritten finds in a table of memory (proc_pid_smaps(5)) the code of Mesa, and
// that of a program with what it brings, in which nobody has written, as it is read.
func eachUnwritten(smaps io.Reader, program string, found func(from, to uintptr)) {
	var from, to uintptr
	var code, written bool
	for lines := bufio.NewScanner(smaps); lines.Scan(); {
		line := strings.Fields(lines.Text())
		switch {
		case len(line) < 2:
		case !strings.HasSuffix(line[0], ":"):
			_, err := fmt.Sscanf(line[0], "%x-%x", &from, &to)
			code = err == nil && len(line) == 6 && readOnly(line[1], line[5], program)
			written = false
		case line[0] == "Anonymous:" || line[0] == "Swap:":
			written = written || line[1] != "0"
		case line[0] == "VmFlags:" && code && !written: // the last line on it
			found(from, to)
		}
	}
}

// readOnly reports whether a piece of memory is code of Mesa, or anything of the
// program but its variables.
func readOnly(access, file, program string) bool {
	if file == program {
		return access == "r-xp" || access == "r--p"
	}
	return access == "r-xp" && renderer.MatchString(path.Base(file))
}
