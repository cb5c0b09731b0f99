package command

import (
	"bytes"
	"fmt"
	"io"

	"delegation-briefing/app/printing"
	"delegation-briefing/briefing/page"
	"delegation-briefing/briefing/press"

	"github.com/spf13/cobra"
)

func (d *Desk) verifyCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "verify FILE.pdf",
		Short: "Tell which version of which statement a PDF is",
		Long: `Verify reads which version of which statement a PDF says it is, prints that
version again and compares every byte. It exits with 1 where the file is not
what the version gives.`,
		Args: takes("FILE.pdf"),
		RunE: func(_ *cobra.Command, args []string) error { return d.verify(args[0]) },
	}
}

func (d *Desk) verify(name string) error {
	f, err := d.input(name)
	if err != nil {
		return err
	}
	defer f.Close()
	data, err := io.ReadAll(f)
	if err != nil {
		return inFile(name, err)
	}
	info, err := press.ReadInfo(bytes.NewReader(data))
	if err != nil {
		return inFile(name, err)
	}
	id, version, err := printing.ReadName(info.Version)
	if err != nil {
		return inFile(name, fmt.Errorf("it was printed by %s from a file outside a workspace, so no version of it is kept", info.Program))
	}
	fmt.Fprintf(d.Out, "%s: version %s of %s, printed by %s\n", name, version, id, info.Program)
	again, err := d.printAgain(id, version, info)
	if err != nil {
		return err
	}
	at := firstDifference(data, again)
	if at < 0 {
		fmt.Fprintln(d.Out, "It is, to the last byte, what this version gives.")
		return nil
	}
	fmt.Fprintf(d.Out, "It is not what this version gives: it differs from byte %d on (%d bytes, the version gives %d).\n", at, len(data), len(again))
	if mine := d.program(); info.Program != mine {
		fmt.Fprintf(d.Out, "It was printed by another version of the program (this is %s), which alone may explain that.\n", mine)
	}
	return errFound
}

// printAgain prints a version as it was printed then.
func (d *Desk) printAgain(id, version string, info press.Info) ([]byte, error) {
	a, err := d.archive()
	if err != nil {
		return nil, err
	}
	kept, err := a.LoadVersion(id, version, d.Files)
	if err != nil {
		return nil, err
	}
	t, err := kept.Office.Template(kept.Statement.Template)
	if err != nil {
		return nil, err
	}
	sheet, err := page.FindSheet(kept.Office, kept.Statement.Template)
	if err != nil {
		return nil, err
	}
	order := printing.Order{
		Statement: kept.Statement, Template: t, Sheet: sheet,
		Program: d.program(), Version: info.Version, When: kept.When,
	}
	return order.Print(page.NewCompositor(d.Files), ".pdf")
}

// firstDifference is where two texts begin to differ; -1: nowhere.
func firstDifference(a, b []byte) int {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return i
		}
	}
	if len(a) == len(b) {
		return -1
	}
	return min(len(a), len(b))
}
