package window

import (
	"fmt"
	"runtime"
	"testing"
	"unsafe"

	"golang.org/x/sys/unix"
)

func TestEachThreadOfTheRendererHasAProcessor(t *testing.T) {
	var all unix.CPUSet
	if err := unix.SchedGetaffinity(0, &all); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]*unix.CPUSet{
		"llvmpipe-0":   only(all, 0),
		"llvmpipe-1":   only(all, 1),
		"llvmpipe-7":   only(all, 7),
		"llvmpipe-":    &all,
		"llvmpipe--1":  &all,
		"llvmpipe-x":   &all,
		"some-other-1": &all,
		"a llvmpipe-1": &all,
	} {
		t.Run(fmt.Sprintf("%q", name), func(t *testing.T) {
			thread, end := threadCalled(t, name)
			defer end()
			shareProcessors()
			var has unix.CPUSet
			if err := unix.SchedGetaffinity(thread, &has); err != nil {
				t.Fatal(err)
			}
			if has != *want {
				t.Errorf("it may run on %v, not on %v", has, *want)
			}
		})
	}
}

func TestProcessorsThatMayBeUsedAreCounted(t *testing.T) {
	var some unix.CPUSet
	for _, i := range []int{2, 3, 70} {
		some.Set(i)
	}
	for n, want := range []int{2, 3, 70, 2, 3, 70} {
		if one := only(some, n); one.Count() != 1 || !one.IsSet(want) {
			t.Errorf("the %dth is %v, not %d", n, *one, want)
		}
	}
}

// threadCalled starts a thread of that name, which waits until it is told to end.
func threadCalled(t *testing.T, name string) (id int, end func()) {
	t.Helper()
	ids, ended := make(chan int), make(chan struct{})
	go func() {
		runtime.LockOSThread() // and never unlocked: the thread ends with this
		bytes := append([]byte(name), 0)
		if err := unix.Prctl(unix.PR_SET_NAME, uintptr(unsafe.Pointer(&bytes[0])), 0, 0, 0); err != nil {
			t.Error(err)
		}
		ids <- unix.Gettid()
		<-ended
	}()
	return <-ids, func() { close(ended) }
}
