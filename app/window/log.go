package window

import (
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
)

// logDir is the folder for what support may ask for; "" where the system has
// none.
func logDir() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	dir = filepath.Join(dir, "delegation-briefing")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return ""
	}
	return dir
}

// openLog begins the log that support may ask for. No words of a statement are
// ever written there. Without a folder nothing is logged.
func openLog(dir, version string) io.Closer {
	if dir == "" {
		return io.NopCloser(nil)
	}
	name := filepath.Join(dir, "log.txt")
	if info, err := os.Stat(name); err == nil && info.Size() > maxLog {
		_ = os.Rename(name, name+".old") // if it cannot be, the log goes on in the long file
	}
	f, err := os.OpenFile(name, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return io.NopCloser(nil)
	}
	record = log.New(f, "", log.LstdFlags|log.LUTC)
	record.Printf("started, version %s", version)
	return f
}

const maxLog = 1 << 20

// record is the log; until it is open, nothing is written.
var record = log.New(io.Discard, "", 0)

// note writes down what went wrong: the program's own sentence and the kind of
// error. The error's text may quote a statement, so it is left out.
func note(sentence string, err error) {
	kind := fmt.Sprintf("%T", err)
	for {
		inner, ok := err.(interface{ Unwrap() error })
		if !ok {
			break
		}
		err = inner.Unwrap()
		kind += fmt.Sprintf(" > %T", err)
	}
	record.Printf("%s (%s)", sentence, kind)
}
