package command

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"delegation-briefing/briefing"

	"github.com/spf13/cobra"
)

func (d *Desk) showCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "show STATEMENT.toml",
		Short: "Print an outline with word counts",
		Args:  takes("STATEMENT.toml"),
		RunE:  func(_ *cobra.Command, args []string) error { return d.show(args[0]) },
	}
}

func (d *Desk) show(name string) error {
	s, err := d.statement(name)
	if err != nil {
		return err
	}
	t, err := d.template(s, name)
	if err != nil {
		return err
	}
	return outline(d.Out, t.Arrange(s), t)
}

// outline prints the facts, then each section with its words beside the
// length its template suggests.
func outline(w io.Writer, s briefing.Statement, t briefing.Template) error {
	fmt.Fprintf(w, "%s\n\n", s.Headline())
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, fact := range briefing.Facts() {
		if text, _ := s.Text(briefing.Place{Field: fact}); text != "" {
			fmt.Fprintf(table, "%s\t%s\n", strings.ReplaceAll(fact, "_", " "), text)
		}
	}
	fmt.Fprintln(table)
	total := 0
	for _, sec := range s.Sections {
		part := t.Part(sec.Key)
		n := sectionWords(s, sec)
		total += n
		fmt.Fprintf(table, "%s\t%s\t%s\n", part.HeadingIn(s.Language), wordCount(n), suggested(part, sec))
		for i, topic := range sec.Topics {
			n := briefing.Words(s.Plain(briefing.Place{Section: sec.Key, Item: i + 1, Field: "text"}))
			fmt.Fprintf(table, "  %d. %s\t%s\t%s\n", i+1, topicName(topic), wordCount(n), target(part.Words))
		}
		for _, p := range sec.People {
			if !p.Empty() {
				fmt.Fprintf(table, "  %s\n", personLine(p))
			}
		}
	}
	fmt.Fprintf(table, "\t%s\n", wordCount(total))
	return table.Flush()
}

// sectionWords counts the words a section puts on paper.
func sectionWords(s briefing.Statement, sec briefing.Section) int {
	n := briefing.Words(s.Plain(briefing.Place{Section: sec.Key, Field: "text"}))
	for i := range sec.Topics {
		n += briefing.Words(s.Plain(briefing.Place{Section: sec.Key, Item: i + 1, Field: "text"}))
	}
	if strings.Contains(string(sec.Text), "{{name") {
		return n // the people are in the text
	}
	for _, p := range sec.People {
		n += briefing.Words(personLine(p))
	}
	return n
}

func suggested(part briefing.Part, sec briefing.Section) string {
	if sec.Empty() && part.Required {
		return "still to be written"
	}
	if part.Kind == briefing.TopicsPart {
		return ""
	}
	return target(part.Words)
}

func target(words int) string {
	if words == 0 {
		return ""
	}
	return fmt.Sprintf("(about %d)", words)
}

func wordCount(n int) string {
	if n == 1 {
		return "1 word"
	}
	return fmt.Sprintf("%d words", n)
}

func topicName(t briefing.Topic) string {
	if t.Heading != "" {
		return t.Heading
	}
	if t.Subject != "" {
		return t.Subject
	}
	return "(no heading)"
}

func personLine(p briefing.Person) string {
	var parts []string
	for _, field := range append([]string{p.Name, p.Post, p.Service}, append(p.Phones, p.Email)...) {
		if field != "" {
			parts = append(parts, field)
		}
	}
	return strings.Join(parts, ", ")
}
