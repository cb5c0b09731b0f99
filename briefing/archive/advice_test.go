package archive_test

import (
	"errors"
	"io/fs"
	"syscall"
	"testing"

	"delegation-briefing/briefing/archive"
)

func TestWhatAnOfficerCanDo(t *testing.T) {
	gone, inUse := syscall.Errno(64), syscall.Errno(32)
	archive.SayGone(t, gone)
	archive.SayInUse(t, inUse)
	for _, c := range []struct{ fault, want error }{
		{gone, archive.ErrGone},
		{inUse, archive.ErrInUse},
		{fs.ErrPermission, archive.ErrForbidden},
		{archive.ErrGone, archive.ErrGone},
	} {
		got := archive.Advised(&fs.PathError{Op: "write", Path: "a.toml", Err: c.fault})
		if !errors.Is(got, c.want) || !errors.Is(got, c.fault) {
			t.Errorf("%v: %v, want %v", c.fault, got, c.want)
		}
	}
}
