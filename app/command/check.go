package command

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/style"

	"github.com/spf13/cobra"
)

// checking is what was asked of the check command.
type checking struct {
	fix     bool
	format  string
	profile string
	spell   bool
}

func (d *Desk) checkCommand() *cobra.Command {
	var ask checking
	cmd := &cobra.Command{
		Use:   "check STATEMENT.toml…",
		Short: "Read statements with the eyes of the house style",
		Long: `Check remarks on what the house style would change, with the place, the reason
and where possible a better wording. Statements that lie in one folder are read
together, so that names and numbers can be compared. It exits with 1 where it
finds something that must be changed.`,
		Args: func(_ *cobra.Command, args []string) error { return ask.valid(args) },
		RunE: func(_ *cobra.Command, args []string) error { return d.check(named(args, runtime.GOOS), ask) },
	}
	cmd.Flags().BoolVar(&ask.fix, "fix", false, "make the corrections that are safe, in the files")
	cmd.Flags().StringVar(&ask.format, "format", "text", "text, json or sarif")
	cmd.Flags().StringVar(&ask.profile, "profile", "", "profile of the guide (default: its own)")
	cmd.Flags().BoolVar(&ask.spell, "spelling", true, "look words up in a dictionary")
	return cmd
}

func (ask checking) valid(args []string) error {
	if len(args) == 0 {
		return usagef("STATEMENT.toml is missing")
	}
	if !slices.Contains([]string{"text", "json", "sarif"}, ask.format) {
		return usagef("--format %s: write text, json or sarif", ask.format)
	}
	return nil
}

func (d *Desk) check(names []string, ask checking) error {
	var reports []style.Report
	var guide style.Guide
	for _, name := range names {
		report, g, err := d.checkFile(name, ask)
		if err != nil {
			return err
		}
		reports, guide = append(reports, report), g
	}
	if err := d.report(reports, guide, ask.format); err != nil {
		return err
	}
	must := func(f style.Finding) bool { return f.Severity == style.Must }
	if slices.ContainsFunc(reports, func(r style.Report) bool { return slices.ContainsFunc(r.Findings, must) }) {
		return errFound
	}
	return nil
}

func (d *Desk) report(reports []style.Report, g style.Guide, format string) error {
	return d.output(stdio, func(w io.Writer) error {
		switch format {
		case "json":
			return style.WriteJSON(w, reports)
		case "sarif":
			return style.WriteSARIF(w, reports, g, d.Version)
		}
		return style.WriteText(w, reports)
	})
}

// checkFile checks one statement, and corrects it where that was asked for.
func (d *Desk) checkFile(name string, ask checking) (style.Report, style.Guide, error) {
	source := d.source(name) // first, so that a change while it is read is seen too
	s, err := d.statement(name)
	if err != nil {
		return style.Report{}, style.Guide{}, err
	}
	t, err := d.template(s, name)
	if err != nil {
		return style.Report{}, style.Guide{}, err
	}
	g, err := style.FindGuide(d.office(name), s.Template, s.Language, ask.profile)
	if err != nil {
		return style.Report{}, style.Guide{}, err
	}
	known, err := d.known(s, name, g, ask.spell)
	if err != nil {
		return style.Report{}, style.Guide{}, err
	}
	found := style.Check(s, t, g, known)
	if ask.fix {
		fixed, n := style.Fix(s, found)
		if n > 0 {
			if err := d.correct(name, source, fixed); err != nil {
				return style.Report{}, style.Guide{}, err
			}
			fmt.Fprintf(d.Err, "%s: %d corrected\n", name, n)
			source = nil
		}
		s, found = fixed, style.Check(fixed, t, g, known)
	}
	if source == nil {
		var text bytes.Buffer
		if err := s.WriteTOML(&text); err != nil {
			return style.Report{}, style.Guide{}, err
		}
		source = text.Bytes()
	}
	return style.Report{File: name, Source: source, Findings: found}, g, nil
}

// source is what stands in a statement's file; nil where that cannot be read
// twice.
func (d *Desk) source(name string) []byte {
	if name == stdio {
		return nil
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return nil
	}
	return text
}

// correct writes a corrected statement, unless its file is no longer as it was
// read: a window may have saved it meanwhile.
func (d *Desk) correct(name string, was []byte, s briefing.Statement) error {
	if !bytes.Equal(d.source(name), was) {
		return fmt.Errorf("correcting %s: it was changed meanwhile, nothing was written: check it again", name)
	}
	return d.writeStatement(name, s)
}

// known gathers what the statements beside this one tell: people, dialogues,
// and the texts of the same dialogue. A neighbour that cannot be read is left
// out; it has a check of its own.
func (d *Desk) known(s briefing.Statement, name string, g style.Guide, spell bool) (style.Known, error) {
	var known style.Known
	if spell {
		spelling, err := style.FindSpelling(append(d.office(name), style.SystemSpelling()...), s.Language)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return known, err
		}
		known.Spelling = spelling
	}
	if name == stdio {
		return known, nil
	}
	others := d.neighbours(name)
	known.Directory = known.Directory.With(others...)
	known.Register = known.Register.With(g, others...)
	siblings := known.Register.Siblings(s)
	for _, other := range others {
		if slices.Contains(siblings, other.ID) {
			known.Siblings = append(known.Siblings, other)
		}
	}
	return known, nil
}

// neighbours reads the other statements in a statement's folder.
func (d *Desk) neighbours(name string) []briefing.Statement {
	files, _ := filepath.Glob(filepath.Join(filepath.Dir(name), "*.toml"))
	var others []briefing.Statement
	for _, file := range files {
		if filepath.Base(file) == filepath.Base(name) {
			continue
		}
		if s, err := d.statement(file); err == nil {
			others = append(others, s)
		}
	}
	return others
}
