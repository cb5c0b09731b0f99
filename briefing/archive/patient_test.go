package archive_test

import (
	"errors"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"delegation-briefing/briefing/archive"
)

func TestAFileInUseIsWaitedFor(t *testing.T) {
	inUse, other := syscall.Errno(32), errors.New("another fault")
	archive.SayInUse(t, inUse)
	for _, c := range []struct {
		name  string
		fault error
		times int // that it fails before it does not
		want  error
		tries int
	}{
		{"free", nil, 0, nil, 1},
		{"for a moment", inUse, 5, nil, 6},
		{"for ever", inUse, 1000, inUse, 11},
		{"not in use", other, 1000, other, 1},
	} {
		synctest.Test(t, func(t *testing.T) {
			begun, tries := time.Now(), 0
			err := archive.Patiently(func() error {
				if tries++; tries > c.times {
					return nil
				}
				return c.fault
			})
			if err != c.want || tries != c.tries || time.Since(begun) > 2*time.Second {
				t.Errorf("%s: %v after %d tries and %v", c.name, err, tries, time.Since(begun))
			}
		})
	}
}
