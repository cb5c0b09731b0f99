package command

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/user"
	"path/filepath"
	"strings"
	"text/tabwriter"
	"time"

	"delegation-briefing/briefing/archive"

	"github.com/spf13/cobra"
)

// archive opens the workspace.
func (d *Desk) archive() (*archive.Archive, error) {
	dir, err := d.workspaceDir()
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(dir); err != nil {
		return nil, fmt.Errorf("opening the workspace: %w: name one with --workspace", err)
	}
	return archive.Open(dir)
}

// statementID takes a statement's name in the workspace, or the path of its
// file there.
func statementID(name string) string {
	return strings.TrimSuffix(filepath.Base(name), ".toml")
}

// keeping says who is at the desk.
func (d *Desk) keeping(note string) archive.Keeping {
	k := archive.Keeping{Note: note, Program: Name + " " + d.Version, Shipped: d.Files}
	if u, err := user.Current(); err == nil {
		k.Author = u.Name
		if k.Author == "" {
			k.Author = u.Username
		}
	}
	return k
}

func (d *Desk) keepCommand() *cobra.Command {
	var note, label, version string
	cmd := &cobra.Command{
		Use:   "keep STATEMENT -m NOTE",
		Short: "Keep a version of a statement",
		Long: `Keep keeps the statement as it stands, with a note, and the template and sheet
it is printed with. With --label it puts a label such as "sent to the partner"
on that version, or with --version on an earlier one.`,
		Args: takes("STATEMENT"),
		RunE: func(_ *cobra.Command, args []string) error {
			return d.keep(statementID(args[0]), note, label, version)
		},
	}
	cmd.Flags().StringVarP(&note, "message", "m", "", "why this version is kept")
	cmd.Flags().StringVar(&label, "label", "", `a label, such as "sent to the partner"`)
	cmd.Flags().StringVar(&version, "version", "", "label this version instead of keeping one")
	return cmd
}

func (d *Desk) keep(id, note, label, version string) error {
	a, err := d.archive()
	if err != nil {
		return err
	}
	if version == "" {
		v, err := a.Keep(id, d.keeping(note))
		if err != nil {
			return err
		}
		version = v.ID
		fmt.Fprintf(d.Out, "%s  +%d −%d words\n", v.ID[:10], v.Added, v.Removed)
	}
	if label == "" {
		return nil
	}
	return a.Label(id, version, label, d.keeping(""))
}

func (d *Desk) historyCommand() *cobra.Command {
	var asJSON, all, blame bool
	cmd := &cobra.Command{
		Use:   "history STATEMENT",
		Short: "List the versions of a statement, the newest first",
		Args:  takes("STATEMENT"),
		RunE: func(_ *cobra.Command, args []string) error {
			if blame {
				return d.blame(statementID(args[0]), asJSON)
			}
			return d.history(statementID(args[0]), all, asJSON)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "for scripts")
	cmd.Flags().BoolVar(&blame, "blame", false, "who wrote each sentence first")
	cmd.Flags().BoolVarP(&all, "all", "a", false, "also those the program kept by itself")
	return cmd
}

func (d *Desk) history(id string, all, asJSON bool) error {
	a, err := d.archive()
	if err != nil {
		return err
	}
	versions, damaged := a.History(id)
	if damaged != nil && len(versions) == 0 {
		return damaged
	}
	var shown []archive.Version
	for _, v := range versions {
		if all || !v.Quiet() {
			shown = append(shown, v)
		}
	}
	if asJSON {
		return errors.Join(d.writeJSON(shown), damaged)
	}
	table := tabwriter.NewWriter(d.Out, 0, 0, 2, ' ', 0)
	for _, v := range shown {
		note := v.Note
		if len(v.Labels) > 0 {
			note += "  [" + strings.Join(v.Labels, ", ") + "]"
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\t+%d −%d\t%s\n", v.ID[:10], v.When.Local().Format(time.DateTime), v.Author, v.Status, v.Added, v.Removed, note)
	}
	if n := len(versions) - len(shown); n > 0 {
		fmt.Fprintf(table, "and %d that the program kept by itself: --all shows them\n", n)
	}
	return errors.Join(table.Flush(), damaged)
}

// writeJSON prints a value for scripts.
func (d *Desk) writeJSON(v any) error {
	return d.output(stdio, func(w io.Writer) error {
		enc := json.NewEncoder(w)
		enc.SetIndent("", "  ")
		enc.SetEscapeHTML(false)
		return enc.Encode(v)
	})
}

func (d *Desk) restoreCommand() *cobra.Command {
	var section string
	cmd := &cobra.Command{
		Use:   "restore STATEMENT VERSION",
		Short: "Make a version the statement's text again",
		Long: `Restore makes a version, or with --section one section of it, the statement's
text again. What stood there is kept as a version first.`,
		Args: takes("STATEMENT", "VERSION"),
		RunE: func(_ *cobra.Command, args []string) error {
			a, err := d.archive()
			if err != nil {
				return err
			}
			_, err = a.Restore(statementID(args[0]), args[1], section, d.keeping(""))
			return err
		},
	}
	cmd.Flags().StringVar(&section, "section", "", "only this section, by its key")
	return cmd
}
