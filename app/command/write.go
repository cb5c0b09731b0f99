package command

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/intake"
	"delegation-briefing/briefing/precedent"

	"github.com/spf13/cobra"
)

func (d *Desk) importCommand() *cobra.Command {
	var out, template string
	var facts []string
	cmd := &cobra.Command{
		Use:   "import FILE [-o OUT.toml] [--set key=value …]",
		Short: "Make a statement of a text, a web page or a DOCX",
		Long: `Import reads a published statement or a text from a mail and lays its words out
in sections, without losing one. What it could not tell is said on standard
error. It reads plain text in UTF-8, UTF-16 and Windows-1252, HTML and DOCX.

What it imports is a draft, unless --set says otherwise. Facts that can be set:
` + strings.Join(briefing.Facts(), ", "),
		Example: "  " + Name + " import norland.docx --set status=published -o norland.toml",
		Args:    takes("FILE"),
		RunE: func(_ *cobra.Command, args []string) error {
			return d.importFile(args[0], out, template, facts)
		},
	}
	cmd.Flags().StringVarP(&out, "output", "o", stdio, "file to write")
	cmd.Flags().StringVarP(&template, "template", "t", "", "template to lay it out in (default: the one that fits)")
	takesFacts(cmd, &facts)
	return cmd
}

// takesFacts gives a command the flag that sets facts.
func takesFacts(cmd *cobra.Command, facts *[]string) {
	cmd.Flags().StringArrayVar(facts, "set", nil, "a fact, as key=value; may be repeated")
}

func (d *Desk) importFile(name, out, template string, facts []string) error {
	f, err := d.input(name)
	if err != nil {
		return err
	}
	defer f.Close()
	got, err := intake.Read(f, d.office(out), template)
	if err != nil {
		return inFile(name, err)
	}
	if err := setAll(&got.Statement, facts); err != nil {
		return err
	}
	if err := d.writeStatement(out, got.Statement); err != nil {
		return err
	}
	for _, r := range got.Remarks {
		fmt.Fprintf(d.Err, "%s: %s\n", name, r)
	}
	return nil
}

func (d *Desk) newCommand() *cobra.Command {
	var out, from string
	var facts []string
	cmd := &cobra.Command{
		Use:   "new TEMPLATE | --from LAST.toml [-o OUT.toml] [--set key=value …]",
		Short: "Begin a statement from a template, or from last year's",
		Long: `New begins a statement from a template. With --from it begins from the last
statement with the partner: the edition is one more, date and place are left
open, and every sentence is marked as carried over until it is touched.

A statement begins with the texts that the template has in its language.
Facts are given with --set: ` + strings.Join(briefing.Facts(), ", "),
		Example: "  " + Name + " new eu-statement --set partner=Norland --set edition=8 --set date=2027-03-12 -o norland.toml",
		Args: func(_ *cobra.Command, args []string) error {
			if from != "" {
				return takes()(nil, args)
			}
			return takes("TEMPLATE")(nil, args)
		},
		RunE: func(_ *cobra.Command, args []string) error {
			s, err := d.begin(args, from, out, facts)
			if err != nil {
				return err
			}
			if err := setAll(&s, facts); err != nil {
				return err
			}
			return d.writeStatement(out, s)
		},
		ValidArgsFunction: d.completeTemplates,
	}
	cmd.Flags().StringVarP(&out, "output", "o", stdio, "file to write")
	cmd.Flags().StringVar(&from, "from", "", "last year's statement, a file or STATEMENT@VERSION")
	takesFacts(cmd, &facts)
	return cmd
}

// begin makes the new statement of a template, or of last year's.
func (d *Desk) begin(template []string, from, out string, facts []string) (briefing.Statement, error) {
	if from != "" {
		last, err := d.statementOrVersion(from)
		if err != nil {
			return last, err
		}
		t, err := d.template(last, from)
		return precedent.Start(last, t), err
	}
	t, err := d.office(out).Template(template[0])
	if errors.Is(err, fs.ErrNotExist) {
		return briefing.Statement{}, usagef("there is no template %q: see %s templates", template[0], Name)
	}
	for _, fact := range facts {
		if lang, ok := strings.CutPrefix(fact, "language="); ok {
			return t.NewIn(lang, ""), err
		}
	}
	return t.New(""), err
}

func setAll(s *briefing.Statement, facts []string) error {
	for _, fact := range facts {
		if err := set(s, fact); err != nil {
			return err
		}
	}
	return nil
}

// set puts a fact given as key=value into a statement.
func set(s *briefing.Statement, fact string) error {
	key, value, ok := strings.Cut(fact, "=")
	switch {
	case !ok:
		return usagef("--set %s: write it as key=value", fact)
	case !slices.Contains(briefing.Facts(), key):
		return usagef("--set %s: there is no fact %q; facts are %s", fact, key, strings.Join(briefing.Facts(), ", "))
	case !s.SetText(briefing.Place{Field: key}, value):
		return usagef("--set %s: %q cannot be read as %s", fact, value, key)
	}
	return nil
}

func (d *Desk) templatesCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "templates",
		Short: "List the templates",
		Args:  takes(),
		RunE:  func(*cobra.Command, []string) error { return d.listTemplates() },
	}
}

func (d *Desk) listTemplates() error {
	all, err := d.office("").Templates()
	for _, t := range all {
		fmt.Fprintf(d.Out, "%-16s %s\n", t.Name, t.Title)
		if t.Note != "" {
			fmt.Fprintf(d.Out, "%-16s %s\n", "", t.Note)
		}
	}
	return err
}

func (d *Desk) completeTemplates(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	all, _ := d.office("").Templates()
	var names []string
	for _, t := range all {
		names = append(names, t.Name+"\t"+t.Title)
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}
