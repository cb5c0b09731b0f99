package command

import (
	"fmt"
	"text/tabwriter"
	"time"

	"delegation-briefing/briefing/archive"

	"github.com/spf13/cobra"
)

func (d *Desk) deleteCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "delete STATEMENT",
		Short: "Keep a version of a statement and move it to the trash",
		Long: `Delete keeps the statement as a version and moves its file to the trash of the
workspace. Its versions stay; trash brings the file back.`,
		Args: takes("STATEMENT"),
		RunE: func(_ *cobra.Command, args []string) error {
			a, err := d.archive()
			if err != nil {
				return err
			}
			return a.Delete(statementID(args[0]), d.keeping(""))
		},
	}
}

func (d *Desk) renameCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "rename STATEMENT NAME",
		Short: "Give a statement's file another name; its versions come with it",
		Args:  takes("STATEMENT", "NAME"),
		RunE: func(_ *cobra.Command, args []string) error {
			a, err := d.archive()
			if err != nil {
				return err
			}
			return a.Rename(statementID(args[0]), statementID(args[1]), d.keeping(""))
		},
	}
}

func (d *Desk) trashCommand() *cobra.Command {
	var back string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "trash [--take-back FILE]",
		Short: "List what is in the trash, or take a file out of it",
		Args:  takes(),
		RunE: func(*cobra.Command, []string) error {
			a, err := d.archive()
			if err != nil {
				return err
			}
			trash, err := a.Trash()
			if err != nil {
				return err
			}
			switch {
			case back != "":
				return d.takeBack(a, trash, back)
			case asJSON:
				return d.writeJSON(trash)
			}
			table := tabwriter.NewWriter(d.Out, 0, 0, 2, ' ', 0)
			for _, t := range trash {
				fmt.Fprintf(table, "%s\t%s\t%s\n", t.When.Local().Format(time.DateTime), t.ID, t.File)
			}
			return table.Flush()
		},
	}
	cmd.Flags().StringVar(&back, "take-back", "", "the file to take out, or the name of the statement it was")
	cmd.Flags().BoolVar(&asJSON, "json", false, "for scripts")
	return cmd
}

// takeBack takes out the file of that name, or the last of that statement.
func (d *Desk) takeBack(a *archive.Archive, trash []archive.Trashed, name string) error {
	for _, t := range trash {
		if t.File == name || t.ID == statementID(name) {
			id, err := a.TakeBack(t)
			if err == nil {
				fmt.Fprintln(d.Out, a.Path(id))
			}
			return err
		}
	}
	return fmt.Errorf("there is no %s in the trash", name)
}
