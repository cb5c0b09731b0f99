package command_test

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"strconv"
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
// says which file it was to show.
func desk() command.Desk {
	return command.Desk{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		Files:   os.DirFS(os.Getenv("ASSETS")),
		Version: "0.0.0-test",
		Window: func(_ command.Desk, workspace, file string) error {
			return errors.New("window of " + workspace + " with " + file)
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
