package command_test

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"delegation-briefing/app/command"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/spf13/cobra"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		command.Name: func() { os.Exit(desk().Run(os.Args[1:])) },
	})
}

// desk is the program as the scenarios run it: as built, but that the window
// says which files it was to show.
func desk() command.Desk {
	return command.Desk{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		Files:   os.DirFS(os.Getenv("ASSETS")),
		Version: "0.0.0-test",
		Window: func(_ command.Desk, workspace string, files []string) error {
			return errors.New("window of " + workspace + " with " + strings.Join(files, " and "))
		},
	}
}

// TestScenarios runs testdata/*.txtar, each what somebody at the desk does.
func TestScenarios(t *testing.T) {
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:       "testdata",
		Cmds:      map[string]func(*testscript.TestScript, bool, []string){"exits": exits},
		Condition: condition,
		Setup: func(env *testscript.Env) error {
			env.Setenv("ASSETS", dir+"/../../assets")
			env.Setenv("HOME", env.WorkDir)
			return nil
		},
	})
}

// exits runs a command and checks its exit code: exits 2 delegation-briefing …
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND …")
	}
	err := ts.Exec(args[1], args[2:]...)
	code := 0
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		code = exit.ExitCode()
	}
	if got := strconv.Itoa(code); got != args[0] {
		ts.Fatalf("exit code %s, want %s", got, args[0])
	}
}

func condition(name string) (bool, error) {
	if name == "mayall" { // root may write anywhere, and Windows knows no folder that nobody may write to
		return os.Getuid() <= 0, nil
	}
	return false, errors.New("unknown condition " + name)
}

// meddling is the program's files, and somebody who does something the first
// time that one of them is opened: while a command is at work.
type meddling struct {
	fs.FS
	name   string
	meddle func()
}

func (m *meddling) Open(name string) (fs.File, error) {
	if name == m.name && m.meddle != nil {
		m.meddle()
		m.meddle = nil
	}
	return m.FS.Open(name)
}

// What a statement's file reads before and after somebody else saved it.
const (
	before = "format = 1\ntemplate = \"eu-statement\"\nlanguage = \"en\"\n\n[[section]]\nkey = \"opening\"\ntext = \"They met  twice.\"\n"
	after  = before + "\n[[section]]\nkey = \"outcome\"\ntext = \"They agreed.\"\n"
)

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestFixLeavesWhatWasWrittenMeanwhile: a window saves while the house style
// reads the file.
func TestFixLeavesWhatWasWrittenMeanwhile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "norland.toml")
	write(t, file, before)
	var said strings.Builder
	d := desk()
	d.Out, d.Err = io.Discard, &said
	d.Files = &meddling{os.DirFS("../../assets"), "style/common.toml", func() { write(t, file, after) }}
	if code := d.Run([]string{"check", "--fix", file}); code != 1 || !strings.Contains(said.String(), "changed meanwhile") {
		t.Errorf("exit code %d, %q", code, &said)
	}
	if text, err := os.ReadFile(file); err != nil || string(text) != after {
		t.Errorf("the file reads %q (%v)", text, err)
	}
	if _, err := os.Stat(file + "~"); err == nil {
		t.Error("an earlier file was kept though nothing was written")
	}
}

// TestAPDFHasTheWordsOfTheVersionItNames: also where a window saves between
// reading and keeping.
func TestAPDFHasTheWordsOfTheVersionItNames(t *testing.T) {
	dir := t.TempDir()
	file, out := filepath.Join(dir, "statements", "norland.toml"), filepath.Join(dir, "out.pdf")
	if err := os.Mkdir(filepath.Dir(file), 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, file, before)
	var said strings.Builder
	d := desk()
	d.Out, d.Err = &said, &said
	d.Files = &meddling{os.DirFS("../../assets"), "templates/eu-statement/parts.toml", func() { write(t, file, after) }}
	if code := d.Run([]string{"export", file, "-o", out}); code != 0 {
		t.Fatalf("exit code %d, %q", code, &said)
	}
	if code := d.Run([]string{"--workspace", dir, "verify", out}); code != 0 || !strings.Contains(said.String(), "to the last byte") {
		t.Errorf("exit code %d, %q", code, &said)
	}
}

// TestADoubleClickOnWindowsOpensTheWindow: cobra takes a program that Explorer
// starts for one that was meant for a command line, says so and ends it.
func TestADoubleClickOnWindowsOpensTheWindow(t *testing.T) {
	d := desk()
	d.Out, d.Err = io.Discard, io.Discard
	d.Run([]string{"version"})
	if cobra.MousetrapHelpText != "" {
		t.Error("cobra would end the program")
	}
}
