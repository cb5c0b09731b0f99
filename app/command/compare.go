package command

import (
	"fmt"
	"html"
	"io"
	"slices"
	"strings"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/precedent"

	"github.com/spf13/cobra"
)

func (d *Desk) compareCommand() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "compare OLD NEW",
		Short: "List every difference between two statements or versions",
		Long: `Compare lists every difference, word by word inside the sentence, and moves as
moves; before that, what became of the topics and of their tone. OLD and NEW are
files, or versions of statements in the workspace,
written STATEMENT@VERSION. It exits with 0 whether they differ or not.`,
		Example: "  " + Name + " compare norland-2025.toml norland-2026.toml\n" +
			"  " + Name + " compare 2026-03-12-norland@4f3a8c 2026-03-12-norland@91be02",
		Args: func(_ *cobra.Command, args []string) error {
			if !slices.Contains([]string{"text", "json", "html"}, format) {
				return usagef("--format %s: write text, json or html", format)
			}
			return takes("OLD", "NEW")(nil, args)
		},
		RunE: func(_ *cobra.Command, args []string) error { return d.compare(args[0], args[1], format) },
	}
	cmd.Flags().StringVar(&format, "format", "text", "text, json or html")
	return cmd
}

func (d *Desk) compare(oldName, newName, format string) error {
	old, err := d.statementOrVersion(oldName)
	if err != nil {
		return err
	}
	new, err := d.statementOrVersion(newName)
	if err != nil {
		return err
	}
	ladder, err := precedent.FindLadder(d.office(newName))
	if err != nil {
		return err
	}
	c := precedent.Compare(old, new, ladder)
	switch format {
	case "json":
		return d.writeJSON(c)
	case "html":
		return d.output(stdio, func(w io.Writer) error { return writeChangesHTML(w, new, c.Changes) })
	}
	return d.output(stdio, func(w io.Writer) error {
		if err := writeTopics(w, c.Topics); err != nil {
			return err
		}
		return writeChanges(w, c.Changes)
	})
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
	id, version, ok := strings.Cut(name, "@")
	if !ok || strings.HasSuffix(name, ".toml") {
		return d.statement(name)
	}
	a, err := d.archive()
	if err != nil {
		return briefing.Statement{}, err
	}
	kept, err := a.LoadVersion(statementID(id), version, d.Files)
	return kept.Statement, err
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

func writeChangesHTML(w io.Writer, new briefing.Statement, changes []briefing.Change) error {
	var b strings.Builder
	fmt.Fprintf(&b, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head><meta charset=\"utf-8\"><title>%s</title></head>\n<body>\n<h1>%[2]s</h1>\n<ul>\n",
		html.EscapeString(new.Language), html.EscapeString(new.Headline()))
	for _, c := range changes {
		fmt.Fprintf(&b, "<li><strong>%s %s</strong><br>", c.Kind, html.EscapeString(placeOf(c)))
		for _, r := range c.Runs {
			tag := map[briefing.Op]string{briefing.Added: "ins", briefing.Removed: "del", briefing.Same: "span"}[r.Op]
			fmt.Fprintf(&b, "<%s>%s</%[1]s>", tag, html.EscapeString(r.Text))
		}
		b.WriteString("</li>\n")
	}
	b.WriteString("</ul>\n</body>\n</html>\n")
	_, err := io.WriteString(w, b.String())
	return err
}
