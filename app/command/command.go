// Package command is the press office's work without a window, for people in
// a hurry and for scripts.
package command

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
)

// Name is what the program is called on a command line.
const Name = "delegation-briefing"

// Exit codes.
const (
	exitDone  = 0
	exitInput = 1
	exitUsage = 2
)

// Desk is what the commands work with.
type Desk struct {
	In       io.Reader
	Out, Err io.Writer
	Files    fs.FS // what the program brings: templates, fonts, …
	Version  string
	Window   func(d Desk, workspace string, files []string) error

	Apart     bool   // --new-window
	workspace string // --workspace
}

// The growth of memory, in per cent, at which garbage is collected. A command lives
// for some hundredths of a second, and a third of that would go into collecting what
// is about to end. The window lives for a day beside other programs, and mostly
// collects in the breath between two keys, long before it has to.
const (
	commandGC = 400
	windowGC  = 50
)

// Run carries out a command line and returns the exit code: 0 done, 1 the
// input is at fault, 2 wrong usage. What went wrong stands on Err, with file,
// line and column where there are any.
func (d Desk) Run(args []string) int {
	debug.SetGCPercent(commandGC)
	cobra.MousetrapHelpText = "" // or a double click on Windows would open no window
	root := d.root()
	root.SetArgs(args)
	ran, err := root.ExecuteC()
	var wrong usageError
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &wrong):
		fmt.Fprintf(d.Err, "%s: %v\nSee: %s --help\n", Name, err, ran.CommandPath())
		return exitUsage
	case errors.Is(err, errFound):
		return exitInput
	}
	fmt.Fprintf(d.Err, "%s: %v\n", Name, err)
	return exitInput
}

// errFound ends a command that did its work and found something: it has said
// so itself.
var errFound = errors.New("found")

// usageError is a mistake in the command line itself.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

func usagef(format string, args ...any) error {
	return usageError{fmt.Errorf(format, args...)}
}

// takes checks the number of a command's arguments and names what is missing.
func takes(names ...string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		switch {
		case len(args) < len(names):
			return usagef("%s is missing", names[len(args)])
		case len(args) > len(names):
			return usagef("%q is one argument too many", args[len(names)])
		}
		return nil
	}
}

func (d *Desk) root() *cobra.Command {
	root := &cobra.Command{
		Use:   Name + " [FILE…]",
		Short: "Write the statement after a diplomatic dialogue",
		Long: `Delegation Briefing writes the statement after a diplomatic dialogue, and the
brief before it. Without a command it opens its window, with FILE in it if one
is named; several are all taken into the workspace. "-" stands for standard
input or standard output.

Exit codes: 0 done, 1 the input is at fault, 2 wrong usage.`,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.ArbitraryArgs,
		RunE:          func(_ *cobra.Command, args []string) error { return d.open(args) },
	}
	root.SetIn(d.In)
	root.SetOut(d.Out)
	root.SetErr(d.Err)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.PersistentFlags().StringVar(&d.workspace, "workspace", "",
		"folder of statements, versions and the office's own templates")
	root.Flags().BoolVar(&d.Apart, "new-window", false,
		"open a window even where one is open on the workspace already")
	root.AddCommand(
		d.importCommand(), d.newCommand(), d.exportCommand(), d.showCommand(),
		d.keepCommand(), d.historyCommand(), d.compareCommand(), d.restoreCommand(), d.renameCommand(), d.deleteCommand(), d.trashCommand(), d.verifyCommand(), d.doctorCommand(),
		d.checkCommand(), d.precedentCommand(), d.templatesCommand(), d.versionCommand(),
	)
	return root
}

// open shows the window, which tells where a file is not there: who opens some by
// a double click sees no terminal. A word without a point or a slash may be a
// command that was mistyped.
func (d *Desk) open(args []string) error {
	debug.SetGCPercent(windowGC)
	dir, err := d.workspaceDir()
	if err != nil {
		return err
	}
	for _, name := range args {
		if _, err := os.Stat(name); err != nil && !strings.ContainsAny(name, `./\`) {
			return usagef("%q is neither a command nor a file", name)
		}
	}
	return d.Window(*d, dir, args)
}

func (d *Desk) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the program's version",
		Args:  takes(),
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintln(d.Out, Name, d.Version)
			return err
		},
	}
}
