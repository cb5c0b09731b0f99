package command

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/page"
	"delegation-briefing/briefing/press"

	"github.com/spf13/cobra"
)

func (d *Desk) exportCommand() *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:   "export STATEMENT.toml [-o OUT.pdf]",
		Short: "Set a statement and write it as a PDF",
		Long: `Export sets a statement on pages and writes them as a PDF for the press. The
same statement gives the same bytes every time.`,
		Args: takes("STATEMENT.toml"),
		RunE: func(_ *cobra.Command, args []string) error {
			return d.export(args[0], out)
		},
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", "file to write (default: the statement's name, with .pdf)")
	return cmd
}

func (d *Desk) export(name, out string) error {
	if out == "" {
		if name == stdio {
			return usagef("-o is missing: a statement from standard input has no name to go by")
		}
		out = strings.TrimSuffix(filepath.Base(name), ".toml") + ".pdf"
	}
	s, err := d.statement(name)
	if err != nil {
		return err
	}
	t, err := d.template(s, name)
	if err != nil {
		return err
	}
	sheet, err := page.FindSheet(d.office(name), s.Template)
	if err != nil {
		return err
	}
	doc, err := page.NewCompositor(d.Files).Compose(page.Job{Statement: s, Template: t, Sheet: sheet})
	if err != nil {
		return inFile(name, err)
	}
	err = d.output(out, func(w io.Writer) error {
		return press.WritePDF(w, doc, press.Info{Program: "Delegation Briefing " + d.Version})
	})
	if err != nil {
		return fmt.Errorf("writing %s: %w", out, err)
	}
	d.warnOfGaps(name, s)
	return nil
}

// warnOfGaps says which facts the printed text still lacks.
func (d *Desk) warnOfGaps(name string, s briefing.Statement) {
	for _, gap := range s.Gaps() {
		fmt.Fprintf(d.Err, "%s: %s is still open in %s\n", name, gap.Text, gap.From.Section)
	}
}
