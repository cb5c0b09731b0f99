package command

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"delegation-briefing/app/printing"
	"delegation-briefing/briefing"
	"delegation-briefing/briefing/archive"
	"delegation-briefing/briefing/page"

	"github.com/spf13/cobra"
)

func (d *Desk) exportCommand() *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:   "export STATEMENT.toml [-o OUT.pdf|.txt|.html|.docx]",
		Short: "Set a statement and write it as a PDF, or as text, HTML or DOCX",
		Long: `Export sets a statement on pages and writes them as a PDF for the press. The
same statement gives the same bytes every time. A name that ends in .txt, .html
or .docx gets the same words as plain text, as a web page or for Word.

A statement of a workspace is kept as a version first, and the PDF names it:
verify finds it again.`,
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
	ending := strings.ToLower(filepath.Ext(out))
	if err := printing.CheckEnding(ending); err != nil {
		return usageError{fmt.Errorf("-o %s: %w", out, err)}
	}
	order, err := d.order(name)
	if err != nil {
		return err
	}
	text, err := order.Print(page.NewCompositor(d.Files), ending)
	if err != nil {
		return inFile(name, err)
	}
	err = d.output(out, func(w io.Writer) error {
		_, err := w.Write(text)
		return err
	})
	if err != nil {
		return fmt.Errorf("writing %s: %w", out, err)
	}
	d.warnOfGaps(name, order.Statement)
	return nil
}

// program is what a PDF says that wrote it.
func (d *Desk) program() string { return "Delegation Briefing " + d.Version }

// order is what is printed of a statement's file. One that lies in a workspace
// is kept as a version first.
func (d *Desk) order(name string) (o printing.Order, err error) {
	o.Program = d.program()
	if o.Statement, err = d.statement(name); err != nil {
		return o, err
	}
	if o.Template, err = d.template(o.Statement, name); err != nil {
		return o, err
	}
	if o.Sheet, err = page.FindSheet(d.office(name), o.Statement.Template); err != nil {
		return o, inFile(name, err)
	}
	if folder := d.workspaceOf(name); folder != "" {
		var a *archive.Archive
		if a, err = archive.Open(folder); err == nil {
			err = o.Keep(a, d.keeping(""))
		}
	}
	return o, err
}

// warnOfGaps says which facts the printed text still lacks.
func (d *Desk) warnOfGaps(name string, s briefing.Statement) {
	for _, gap := range s.Gaps() {
		fmt.Fprintf(d.Err, "%s: %s is still open in %s\n", name, gap.Text, gap.From.Section)
	}
}
