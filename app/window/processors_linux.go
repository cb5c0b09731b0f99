package window

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"golang.org/x/sys/unix"
)

// shareProcessors gives each thread of Mesa's renderer a processor of its own. Where
// no graphics card draws, a frame is divided among as many threads as there are
// processors (Mesa calls the number LP_NUM_THREADS), which begin in the same moment.
// Linux often wakes two of them on one processor and leaves them there, to take
// turns of four milliseconds beside a processor that has nothing to do; the frame is
// then drawn in twice the time. Any goroutine may call it.
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
		id, _ := strconv.Atoi(filepath.Base(filepath.Dir(name)))
		var nth uint8
		if _, err := fmt.Sscanf(string(thread), "llvmpipe-%d", &nth); err == nil {
			_ = unix.SchedSetaffinity(id, only(processors, int(nth)))
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
