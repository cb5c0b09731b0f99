//go:build !windows

package window

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// chooser is a program of the desktop that asks for a file.
type chooser struct {
	program string
	args    func(fileQuestion) []string
}

// choosers are those of a system, the one that suits its desktop first.
func choosers(system, desktop string) []chooser {
	zenity, kdialog := chooser{"zenity", zenityArgs}, chooser{"kdialog", kdialogArgs}
	switch {
	case system == "darwin":
		return []chooser{{"osascript", osascriptArgs}}
	case strings.Contains(strings.ToUpper(desktop), "KDE"):
		return []chooser{kdialog, zenity}
	}
	return []chooser{zenity, kdialog}
}

// choose asks for a file and waits for the answer: its path, several where the
// question allows them, or none where the officer thought better of it.
func choose(q fileQuestion) ([]string, error) {
	for _, c := range choosers(runtime.GOOS, os.Getenv("XDG_CURRENT_DESKTOP")) {
		if program, err := exec.LookPath(c.program); err == nil {
			return answerOf(exec.Command(program, c.args(q)...))
		}
	}
	return nil, errNoChooser
}

// answerOf runs a chooser, which prints a path a line. All of them end with 1
// where nothing was chosen.
func answerOf(c *exec.Cmd) ([]string, error) {
	var said bytes.Buffer
	c.Stderr = &said
	out, err := c.Output()
	var ended *exec.ExitError
	switch {
	case errors.As(err, &ended) && ended.ExitCode() == 1 && !strings.Contains(said.String(), "cannot open display"):
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("asking for a file with %s: %w", filepath.Base(c.Path), err)
	}
	return strings.FieldsFunc(string(out), func(r rune) bool { return r == '\r' || r == '\n' }), nil
}

func zenityArgs(q fileQuestion) []string {
	args := []string{"--file-selection", "--title=" + q.title}
	if q.save {
		args = append(args, "--save")
	}
	if q.many {
		args = append(args, "--multiple", "--separator=\n")
	}
	if q.suggestion != "" {
		args = append(args, "--filename="+q.suggestion)
	}
	if len(q.endings) > 0 {
		args = append(args, "--file-filter="+patterns(q.endings))
	}
	return args
}

func kdialogArgs(q fileQuestion) []string {
	ask, start := "--getopenfilename", q.suggestion
	if q.save {
		ask = "--getsavefilename"
	}
	if start == "" {
		start = "."
	}
	args := []string{"--title", q.title}
	if q.many {
		args = append(args, "--multiple", "--separate-output")
	}
	args = append(args, ask, start)
	if len(q.endings) > 0 {
		args = append(args, patterns(q.endings))
	}
	return args
}

// patterns are endings as both programs read them: "*.toml *.txt".
func patterns(endings []string) string { return "*" + strings.Join(endings, " *") }

func osascriptArgs(q fileQuestion) []string {
	quote := func(s string) string {
		return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
	}
	ask := "choose file with prompt " + quote(q.title)
	switch {
	case q.save:
		ask = "choose file name with prompt " + quote(q.title) + " default name " + quote(filepath.Base(q.suggestion))
	case len(q.endings) > 0:
		var types []string
		for _, e := range q.endings {
			types = append(types, quote(strings.TrimPrefix(e, ".")))
		}
		ask += " of type {" + strings.Join(types, ", ") + "}"
	}
	if !q.many {
		return []string{"-e", "POSIX path of (" + ask + ")"}
	}
	return []string{
		"-e", `set chosen to ""`,
		"-e", "repeat with f in (" + ask + " with multiple selections allowed)",
		"-e", "set chosen to chosen & POSIX path of f & linefeed",
		"-e", "end repeat",
		"-e", "chosen",
	}
}
