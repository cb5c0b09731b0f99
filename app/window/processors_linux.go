package window

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"
)

// shareProcessors gives each thread of Mesa's renderer a processor of its own. Where no
// graphics card draws, a frame is divided among as many threads as there are
// processors (Mesa calls the number LP_NUM_THREADS), and they begin in the same
// moment. Linux often wakes two of them on one processor and leaves them there, to
// take turns of four milliseconds beside a processor that has nothing to do; the
// frame then takes twice as long. Any goroutine may call it.
func shareProcessors() {
	var processors unix.CPUSet
	if err := unix.SchedGetaffinity(0, &processors); err != nil {
		return // then they stay as they are
	}
	names, _ := filepath.Glob("/proc/self/task/*/comm")
	for _, name := range names {
		thread, err := os.ReadFile(name)
		if err != nil {
			continue // it has ended since
		}
		nth, ok := strings.CutPrefix(strings.TrimSpace(string(thread)), "llvmpipe-")
		n, err := strconv.Atoi(nth)
		id, _ := strconv.Atoi(filepath.Base(filepath.Dir(name)))
		if ok && err == nil && n >= 0 {
			_ = unix.SchedSetaffinity(id, only(processors, n))
		}
	}
}

// only is the nth processor of those that may be used, counted from nought and
// round again where there are fewer.
func only(processors unix.CPUSet, n int) *unix.CPUSet {
	var one unix.CPUSet
	n %= processors.Count()
	for i := 0; ; i++ {
		if !processors.IsSet(i) {
			continue
		}
		if n == 0 {
			one.Set(i)
			return &one
		}
		n--
	}
}
