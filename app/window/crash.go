package window

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// Crashes are written by the runtime itself, when nothing else works any more:
// into the file of a running program. The next start finds that file longer
// than its first line, and makes a report of it.

// watched does the program's work and hands it the report of the last crash, if
// there was one. If the work crashes a report is written; without a folder none
// is.
func watched(dir, version string, work func(report string) error) error {
	if dir == "" {
		return work("")
	}
	report := collectCrashes(dir)
	end, err := watchCrashes(dir, version)
	if err != nil {
		note("crashes are not written", err)
		return work(report)
	}
	err = work(report)
	end() // never deferred: that would take the file away before the runtime writes to it
	return err
}

// watchCrashes begins the file of this running program. What it returns takes
// the file away again, at an orderly end.
func watchCrashes(dir, version string) (end func(), err error) {
	name := filepath.Join(dir, fmt.Sprintf("running-%d", os.Getpid()))
	f, err := os.OpenFile(name, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, fmt.Errorf("watching for crashes: %w", err)
	}
	defer f.Close() // the runtime has its own hold of it
	_, err = fmt.Fprintf(f, "Delegation Briefing %s, %s, %s/%s, started %s\n",
		version, runtime.Version(), runtime.GOOS, runtime.GOARCH, time.Now().UTC().Format(time.RFC3339))
	if err == nil {
		err = debug.SetCrashOutput(f, debug.CrashOptions{})
	}
	if err != nil {
		os.Remove(name)
		return nil, fmt.Errorf("watching for crashes: %w", err)
	}
	return func() {
		_ = debug.SetCrashOutput(nil, debug.CrashOptions{}) // nothing is written any more
		os.Remove(name)
	}, nil
}

// collectCrashes makes reports of crashes that nobody was told of, and returns
// the path of the latest; "" where there was none. Files of programs that were
// killed without a word are cleared away after some days.
func collectCrashes(dir string) string {
	report := ""
	running, _ := filepath.Glob(filepath.Join(dir, "running-*")) // the pattern is a good one
	for _, name := range running {
		raw, err := os.ReadFile(name)
		info, err2 := os.Stat(name)
		if err != nil || err2 != nil {
			continue
		}
		about, crash, _ := strings.Cut(string(raw), "\n")
		switch {
		case crash != "":
			to := filepath.Join(dir, "crash-"+info.ModTime().UTC().Format("20060102-150405")+".txt")
			if os.WriteFile(to, []byte(about+"\n"+withoutWords(crash)), 0o600) == nil {
				report = to
				os.Remove(name)
			}
		case time.Since(info.ModTime()) > 7*24*time.Hour && !alive(name):
			os.Remove(name)
		}
	}
	return report
}

// alive reports whether the program that a file is named after still runs: an
// office's computer may not be switched off for weeks.
func alive(name string) bool {
	pid, err := strconv.Atoi(strings.TrimPrefix(filepath.Base(name), "running-"))
	if err != nil {
		return false
	}
	p, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	defer p.Release()
	err = p.Signal(syscall.Signal(0))
	return err == nil || runtime.GOOS == "windows" // where only what runs is found
}

// withoutWords is a crash without what it may quote of a statement: the message
// of a panic, unless the runtime itself wrote it. Stacks have numbers only.
func withoutWords(crash string) string {
	var b strings.Builder
	stack := false
	for line := range strings.Lines(crash) {
		stack = stack || strings.HasPrefix(line, "goroutine ")
		switch {
		case stack, strings.HasPrefix(line, "panic: runtime error: "),
			strings.HasPrefix(line, "fatal error: "), strings.HasPrefix(line, "SIG"), strings.HasPrefix(line, "[signal "):
			b.WriteString(line)
		case strings.HasPrefix(line, "panic: "):
			b.WriteString("panic: (its message is left out: it may quote a statement)\n")
		}
	}
	return b.String()
}

// crashed tells the officer that the program broke off last time.
func (w *Window) crashed(report string) {
	w.tell(L("The program broke off last time"), w.reading(
		L("Your words are as they were saved last, at most two seconds before. A report without any of them lies here; support may ask for it:")+"\n\n"+report))
}
