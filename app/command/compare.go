package command

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"delegation-briefing/app/printing"
	"delegation-briefing/briefing"
	"delegation-briefing/briefing/page"
	"delegation-briefing/briefing/precedent"
	"delegation-briefing/briefing/style"

	"github.com/spf13/cobra"
)

// comparing is what was asked of the compare command.
type comparing struct {
	format, out string
}

func (d *Desk) compareCommand() *cobra.Command {
	var ask comparing
	cmd := &cobra.Command{
		Use:   "compare OLD NEW [-o OUT.pdf|.html|.docx|.txt]",
		Short: "List every difference between two statements or versions",
		Long: `Compare lists every difference, word by word inside the sentence, and moves as
moves; before that, what house style has against the sentences that were taken
over, what became of the topics and of their tone, and which subjects of the
agenda and priorities are covered, thin or missing. With -o it writes the
paper for the clearance meeting. OLD and NEW are files, or versions of
statements in the workspace, written STATEMENT@VERSION. It exits with 0 whether
they differ or not.`,
		Example: "  " + Name + " compare norland-2025.toml norland-2026.toml -o comparison.pdf\n" +
			"  " + Name + " compare 2026-03-12-norland@4f3a8c 2026-03-12-norland@91be02",
		Args: func(_ *cobra.Command, args []string) error {
			if !slices.Contains([]string{"text", "json", "html"}, ask.format) {
				return usagef("--format %s: write text, json or html", ask.format)
			}
			return takes("OLD", "NEW")(nil, args)
		},
		RunE: func(_ *cobra.Command, args []string) error { return d.compare(args[0], args[1], ask) },
	}
	cmd.Flags().StringVar(&ask.format, "format", "text", "text, json or html")
	cmd.Flags().StringVarP(&ask.out, "output", "o", "", "file to write the paper for the clearance meeting to")
	return cmd
}

// pair is two statements and what became of the one in the other.
type pair struct {
	precedent.Comparison
	old, new briefing.Statement
	template briefing.Template // of the new one
	office   briefing.Office
}

func (d *Desk) compare(oldName, newName string, ask comparing) error {
	ending := strings.ToLower(filepath.Ext(ask.out))
	if err := printing.CheckEnding(ending); err != nil && !isPage(ending) {
		return usageError{fmt.Errorf("-o %s: %w", ask.out, err)}
	}
	p, err := d.pair(oldName, newName)
	if err != nil {
		return err
	}
	spoken := ""
	if ask.out != "" && !isPage(ending) {
		spoken = p.new.Language // that the paper is in
	}
	if p.Objections, err = d.objections(p, newName, spoken); err != nil {
		return err
	}
	switch {
	case ask.out != "":
		return d.comparisonPaper(p, ask.out)
	case ask.format == "json":
		return d.writeJSON(p.Comparison)
	case ask.format == "html":
		return d.output(stdio, func(w io.Writer) error { return writeComparisonHTML(w, p) })
	}
	return d.output(stdio, func(w io.Writer) error { return writeComparison(w, p.Comparison) })
}

// pair reads two statements and compares them; what house style objects to is
// left out.
func (d *Desk) pair(oldName, newName string) (p pair, err error) {
	if p.old, err = d.statementOrVersion(oldName); err != nil {
		return p, err
	}
	if p.new, err = d.statementOrVersion(newName); err != nil {
		return p, err
	}
	p.office = d.office(newName)
	if isVersion(newName) {
		dir, err := d.workspaceDir()
		if err != nil {
			return p, err
		}
		p.office = briefing.Office{os.DirFS(dir), d.Files}
	}
	ladder, err := precedent.FindLadder(p.office, p.new.Language)
	if err != nil {
		return p, err
	}
	if p.template, err = p.office.Template(p.new.Template); err != nil {
		fmt.Fprintf(d.Err, "%s: its template is not there, so its sections go by their keys: %v\n", newName, err)
	}
	priorities, err := precedent.FindPriorities(p.office)
	if err != nil {
		return p, err
	}
	p.Comparison = precedent.Compare(p.old, p.new, ladder)
	p.Coverage = priorities.Coverage(p.old, p.new)
	return p, nil
}

// objections is what house style has against sentences that were taken over, in
// a language; empty: in English. A language without a guide has none.
func (d *Desk) objections(p pair, newName, spoken string) ([]precedent.Objection, error) {
	g, err := style.FindGuide(p.office, p.new.Template, p.new.Language, "")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if g, err = g.In(p.office, spoken); err != nil {
		return nil, err
	}
	if isVersion(newName) {
		newName = stdio // it has no neighbours
	}
	known, err := d.known(p.new, newName, g, false)
	if err != nil {
		return nil, err
	}
	var remarks []precedent.Remark
	for _, f := range style.Check(p.new, p.template, g, known) {
		if f.Severity == style.Advice {
			continue // a matter of taste
		}
		remarks = append(remarks, precedent.Remark{
			At: f.At, Range: briefing.Range{Start: f.From, End: f.To}, Rule: f.Rule, Severity: f.Severity.String(), Message: f.Message,
		})
	}
	return precedent.Objections(p.old, p.new, remarks), nil
}

// comparisonPaper writes the paper for the clearance meeting; what it is
// written as, the end of its name says.
func (d *Desk) comparisonPaper(p pair, out string) error {
	ending := strings.ToLower(filepath.Ext(out))
	var text []byte
	var err error
	if isPage(ending) {
		var b bytes.Buffer
		err = writeComparisonHTML(&b, p)
		text = b.Bytes()
	} else {
		text, err = d.printedComparison(p, ending)
	}
	if err != nil {
		return err
	}
	err = d.output(out, func(w io.Writer) error {
		_, err := w.Write(text)
		return err
	})
	if err != nil {
		return fmt.Errorf("writing %s: %w", out, err)
	}
	return nil
}

// isPage reports whether an ending is that of a web page.
func isPage(ending string) bool { return ending == ".html" || ending == ".htm" }

func (d *Desk) printedComparison(p pair, ending string) ([]byte, error) {
	layout, err := precedent.FindLayout(p.office)
	if err != nil {
		return nil, err
	}
	s, t := layout.Paper(p.Comparison, p.old, p.new, p.template)
	sheet, err := page.FindSheet(p.office, s.Template)
	if err != nil {
		return nil, err
	}
	order := printing.Order{Statement: s, Template: t, Sheet: sheet, Program: d.program()}
	return order.Print(page.NewCompositor(d.Files), ending)
}

func writeComparison(w io.Writer, c precedent.Comparison) error {
	if err := writeObjections(w, c.Objections); err != nil {
		return err
	}
	if err := writeTopics(w, c.Topics); err != nil {
		return err
	}
	if err := writeCoverage(w, c.Coverage); err != nil {
		return err
	}
	return writeChanges(w, c.Changes)
}

// writeObjections writes what house style has against what was taken over.
func writeObjections(w io.Writer, all []precedent.Objection) error {
	var b strings.Builder
	for _, o := range all {
		fmt.Fprintf(&b, "taken over %s\n    %s\n", where(o.At), strings.Join(strings.Fields(o.Reads), " "))
		for _, r := range o.Remarks {
			fmt.Fprintf(&b, "    %s: %s (%s)\n", r.Severity, r.Message, r.Rule)
		}
	}
	if len(all) > 0 {
		b.WriteString("\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// writeTopics writes what became of the topics, and of their tone.
func writeTopics(w io.Writer, topics []precedent.Topic) error {
	var b strings.Builder
	for _, t := range topics {
		fmt.Fprintf(&b, "%-8s %s\n", t.Kind, t.Name)
		for _, shift := range t.Tone {
			fmt.Fprintf(&b, "         %s\n", shift)
		}
	}
	if len(topics) > 0 {
		b.WriteString("\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// statementOrVersion reads a file, or a version named STATEMENT@VERSION.
func (d *Desk) statementOrVersion(name string) (briefing.Statement, error) {
	if !isVersion(name) {
		return d.statement(name)
	}
	id, version, _ := strings.Cut(name, "@")
	a, err := d.archive()
	if err != nil {
		return briefing.Statement{}, err
	}
	kept, err := a.LoadVersion(statementID(id), version, d.Files)
	kept.Statement.ID = name
	return kept.Statement, err
}

// writeCoverage writes which subjects are covered, thin and missing.
func writeCoverage(w io.Writer, all []precedent.Cover) error {
	var b strings.Builder
	for _, state := range []precedent.State{precedent.Covered, precedent.Thin, precedent.Missing} {
		var names []string
		for _, c := range all {
			if c.State == state {
				names = append(names, c.Subject+coverNote(c))
			}
		}
		if len(names) > 0 {
			fmt.Fprintf(&b, "%-8s %s\n", state, strings.Join(names, "; "))
		}
	}
	if b.Len() > 0 {
		b.WriteString("\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func coverNote(c precedent.Cover) string {
	var notes []string
	if c.Agenda {
		notes = append(notes, "on the agenda")
	}
	if c.State == precedent.Missing && c.Last > 0 {
		notes = append(notes, "spoken of last time")
	}
	if len(notes) == 0 {
		return ""
	}
	return " (" + strings.Join(notes, ", ") + ")"
}

// isVersion reports whether a name is that of a version: STATEMENT@VERSION.
func isVersion(name string) bool {
	return strings.Contains(name, "@") && !strings.HasSuffix(name, ".toml")
}

// writeChanges writes changes for people: [-gone-] and {+new+} inside the
// sentence, as word differences are usually written.
func writeChanges(w io.Writer, changes []briefing.Change) error {
	var b strings.Builder
	for _, c := range changes {
		fmt.Fprintf(&b, "%s %s\n    ", c.Kind, placeOf(c))
		for _, r := range c.Runs {
			switch r.Op {
			case briefing.Added:
				b.WriteString("{+" + r.Text + "+}")
			case briefing.Removed:
				b.WriteString("[-" + r.Text + "-]")
			default:
				b.WriteString(r.Text)
			}
		}
		b.WriteString("\n")
	}
	if len(changes) == 0 {
		b.WriteString("No difference.\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// placeOf says where a change is, and where it came from if it moved.
func placeOf(c briefing.Change) string {
	switch {
	case c.Kind == briefing.ChangeRemoved:
		return where(c.Old)
	case c.Kind == briefing.ChangeMoved:
		return where(c.Old) + " → " + where(c.New)
	}
	return where(c.New)
}

func where(at briefing.Place) string {
	switch {
	case at.Section == "":
		return at.Field
	case at.Item == 0:
		return at.Section
	case at.Field == "text":
		return fmt.Sprintf("%s %d", at.Section, at.Item)
	}
	return fmt.Sprintf("%s %d %s", at.Section, at.Item, at.Field)
}
