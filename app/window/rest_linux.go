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

// letRendererGo takes the code of Mesa's renderer and of its compiler out of the
// program's memory. Where no graphics card draws, most of it is needed for the
// first frames and seldom later, and takes more memory than the statement. It
// stays in the system's cache of files, from where it comes back when it is wanted.
func letRendererGo() { letGo(ofRenderer) }

func ofRenderer(access, file string) bool {
	return access == "r-xp" && renderer.MatchString(path.Base(file))
}

// letProgramGo does the same with the program's own code and with what it brings:
// fonts and dictionaries were read. Of other libraries it is not as certain that the
// pages are as they stand in their file, and will be.
func letProgramGo() {
	program, err := os.Readlink("/proc/self/exe")
	if err != nil {
		return // then it stays as it is
	}
	letGo(of(program))
}

// of is all that cannot be written in of a file.
func of(program string) func(access, file string) bool {
	return func(access, file string) bool {
		return file == program && (access == "r-xp" || access == "r--p")
	}
}

// letGo takes out of memory what is as it stands in its file.
func letGo(which func(access, file string) bool) {
	memory, err := os.Open("/proc/self/smaps")
	if err != nil {
		return // then it stays as it is
	}
	defer memory.Close()
	eachUnwritten(memory, which, func(from, to uintptr) {
		_, _, _ = unix.Syscall(unix.SYS_MADVISE, from, to-from, unix.MADV_DONTNEED)
	})
}

// eachUnwritten finds in a table of memory (proc_pid_smaps(5)) the pieces of some
// files in which nobody has written, as it is read.
func eachUnwritten(smaps io.Reader, which func(access, file string) bool, found func(from, to uintptr)) {
	var from, to uintptr
	var wanted, written bool
	for lines := bufio.NewScanner(smaps); lines.Scan(); {
		line := strings.Fields(lines.Text())
		switch {
		case len(line) < 2:
		case !strings.HasSuffix(line[0], ":"):
			_, err := fmt.Sscanf(line[0], "%x-%x", &from, &to)
			wanted = err == nil && len(line) == 6 && which(line[1], line[5])
			written = false
		case line[0] == "Anonymous:" || line[0] == "Swap:":
			written = written || line[1] != "0"
		case line[0] == "VmFlags:" && wanted && !written: // the last line on it
			found(from, to)
		}
	}
}
