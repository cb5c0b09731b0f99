package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/precedent/index"

	"github.com/spf13/cobra"
)

func (d *Desk) precedentCommand() *cobra.Command {
	var q index.Query
	var format string
	cmd := &cobra.Command{
		Use:   "precedent WORDS…",
		Short: "Find how something was said before",
		Long: `Precedent finds sentences in all the statements of the workspace: those with the
very words first, then with other forms of them, then with all of them, and the
newest first. Words in quotation marks must stand exactly so; a shell takes its
own marks off, so write '"serious concern"'. It exits with 0 whether it finds
anything or not.`,
		Example: "  " + Name + " precedent human rights defenders --partner KZ\n" +
			"  " + Name + ` precedent '"serious concern"' --year 2025 --format json`,
		Args: func(_ *cobra.Command, args []string) error {
			switch {
			case strings.TrimSpace(strings.Join(args, "")) == "":
				return usagef("WORDS are missing")
			case !slices.Contains([]string{"text", "json"}, format):
				return usagef("--format %s: write text or json", format)
			case q.Limit < 1:
				return usagef("--limit %d: write a number from 1", q.Limit)
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			q.Words = strings.Join(args, " ")
			return d.precedent(q, format)
		},
	}
	cmd.Flags().StringVar(&q.Partner, "partner", "", "only with this partner: a name, a part of it, or a country's code")
	cmd.Flags().IntVar(&q.Year, "year", 0, "only of this year")
	cmd.Flags().StringVar(&q.Subject, "subject", "", "only in topics on this subject")
	cmd.Flags().IntVar(&q.Limit, "limit", 20, "how many sentences at most")
	cmd.Flags().StringVar(&format, "format", "text", "text or json")
	return cmd
}

func (d *Desk) precedent(q index.Query, format string) error {
	hits, err := d.saidBefore(q)
	if err != nil {
		return err
	}
	if format == "json" {
		return d.writeJSON(hits)
	}
	return d.output(stdio, func(w io.Writer) error { return writeHits(w, hits) })
}

// saidBefore looks in the workspace, whose index it brings up to date.
func (d *Desk) saidBefore(q index.Query) ([]index.Hit, error) {
	dir, err := d.workspaceDir()
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(filepath.Join(dir, "statements")); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s is not a workspace: it has no folder of statements", dir)
	}
	x, err := index.Open(dir)
	if err != nil {
		return nil, err
	}
	defer x.Close()
	ctx := context.Background()
	if err := x.Refresh(ctx, d.sayReading()); err != nil {
		return nil, err
	}
	return x.Search(ctx, q)
}

// sayReading says, once, that there is much to read.
func (d *Desk) sayReading() func(done, total int) {
	const much = 500
	return func(done, total int) {
		if done == 0 && total > much {
			fmt.Fprintf(d.Err, "reading %d statements into the index\n", total)
		}
	}
}

func writeHits(w io.Writer, hits []index.Hit) error {
	var b strings.Builder
	for _, h := range hits {
		fmt.Fprintf(&b, "%s\n    %s\n", source(h.Said), strings.Join(strings.Fields(h.Text), " "))
		var also []string
		for _, s := range h.Also {
			also = append(also, name(s))
		}
		if len(also) > 0 {
			fmt.Fprintf(&b, "    also: %s\n", strings.Join(also, "; "))
		}
	}
	if len(hits) == 0 {
		b.WriteString("Nothing found.\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// source names where a sentence stands: the dialogue, the topic, the file and
// the place in it.
func source(s index.Said) string {
	parts := []string{name(s)}
	if topic := strings.TrimSpace(s.Topic); topic != "" {
		parts = append(parts, topic)
	}
	return strings.Join(append(parts, s.ID+": "+where(s.At)), " · ")
}

// name names a dialogue: the partner, the edition and the day, and that its
// statement is only a draft.
func name(s index.Said) string {
	var parts []string
	if s.Partner != "" {
		parts = append(parts, s.Partner)
	}
	if dialogue := strings.TrimSpace(ordinal(s.Edition, s.Language) + " " + s.Kind); dialogue != "" {
		parts = append(parts, dialogue)
	}
	if day := s.Date.In(s.Language); day != "" {
		parts = append(parts, day)
	}
	if len(parts) == 0 {
		parts = append(parts, s.ID)
	}
	if s.Status == "" || s.Status == briefing.Draft {
		parts = append(parts, "draft")
	}
	return strings.Join(parts, ", ")
}

func ordinal(edition int, language string) string {
	if edition == 0 {
		return ""
	}
	return briefing.Ordinal(edition, language)
}
