package command

import (
	"fmt"
	"strings"

	"delegation-briefing/briefing/archive"

	"github.com/spf13/cobra"
)

func (d *Desk) doctorCommand() *cobra.Command {
	var repair, asJSON bool
	cmd := &cobra.Command{
		Use:   "doctor [--repair]",
		Short: "Look whether everything in the workspace can be read",
		Long: `Doctor reads every statement and every version of it. What it finds wrong it
names, with the last version that reads well; restore brings that back. It
changes nothing unless it is told to repair: then it mends damaged branches,
takes away what a killed program left behind and packs the versions. What it
touches is copied to the trash first. It exits with 1 where something is wrong.`,
		Args: takes(),
		RunE: func(*cobra.Command, []string) error {
			a, err := d.archive()
			if err != nil {
				return err
			}
			if !repair {
				return d.doctor(a, nil, asJSON)
			}
			done, failed := a.Repair()
			if failed == nil {
				_, failed = a.Pack()
			}
			if err := d.doctor(a, done, asJSON); failed == nil {
				return err
			}
			return failed
		},
	}
	cmd.Flags().BoolVar(&repair, "repair", false, "mend what can be mended, with a copy of it in the trash")
	cmd.Flags().BoolVar(&asJSON, "json", false, "for scripts")
	return cmd
}

// health is what doctor found and did, for scripts.
type health struct {
	Statements int       `json:"statements"`
	Versions   int       `json:"versions"`
	Repaired   []string  `json:"repaired,omitempty"`
	Problems   []problem `json:"problems,omitempty"`
}

type problem struct {
	Statement string `json:"statement"` // empty: it is with all that has versions
	Problem   string `json:"problem"`
	LastGood  string `json:"last_good,omitempty"`
}

func (d *Desk) doctor(a *archive.Archive, done []string, asJSON bool) error {
	report, err := a.Verify()
	if err != nil {
		return err
	}
	h := health{Statements: report.Statements, Versions: report.Versions, Repaired: done}
	for _, p := range report.Problems {
		h.Problems = append(h.Problems, problem{p.ID, p.Err.Error(), p.LastGood})
	}
	if asJSON {
		err = d.writeJSON(h)
	} else {
		d.writeHealth(h)
	}
	if err == nil && len(h.Problems) > 0 {
		return errFound
	}
	return err
}

func (d *Desk) writeHealth(h health) {
	for _, what := range h.Repaired {
		fmt.Fprintf(d.Out, "repaired: %s\n", what)
	}
	for _, p := range h.Problems {
		fmt.Fprintln(d.Out, strings.TrimPrefix(p.Statement+": "+p.Problem, ": "))
		if p.LastGood != "" {
			fmt.Fprintf(d.Out, "  its last version that reads well: %s restore %s %s\n", Name, p.Statement, p.LastGood[:10])
		}
	}
	fmt.Fprintf(d.Out, "%d statements and %d versions read, %d problems\n", h.Statements, h.Versions, len(h.Problems))
}
