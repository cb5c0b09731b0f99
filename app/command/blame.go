package command

import (
	"fmt"
	"text/tabwriter"
	"time"

	"delegation-briefing/briefing/archive"
)

// blame prints who wrote each sentence of a statement first.
func (d *Desk) blame(id string, asJSON bool) error {
	a, err := d.archive()
	if err != nil {
		return err
	}
	origins, err := a.Blame(id)
	if err != nil {
		return err
	}
	if asJSON {
		return d.writeJSON(written(origins))
	}
	table := tabwriter.NewWriter(d.Out, 0, 0, 2, ' ', 0)
	for _, w := range written(origins) {
		version, when := "not kept yet", ""
		if w.Version != "" {
			version, when = w.Version[:10], w.When.Local().Format(time.DateTime)
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\n", version, when, w.Author, w.Place, w.Text)
	}
	return table.Flush()
}

// writtenBy is a sentence and who wrote it first, for scripts.
type writtenBy struct {
	Place   string    `json:"place"`
	Text    string    `json:"text"`
	Version string    `json:"version,omitempty"` // empty: no version has it yet
	When    time.Time `json:"when,omitzero"`
	Author  string    `json:"author,omitempty"`
	Note    string    `json:"note,omitempty"`
}

func written(origins []archive.Origin) []writtenBy {
	var all []writtenBy
	for _, o := range origins {
		w := writtenBy{Place: o.At.String(), Text: o.Text}
		if v := o.First; v != nil {
			w.Version, w.When, w.Author, w.Note = v.ID, v.When, v.Author, v.Note
		}
		all = append(all, w)
	}
	return all
}
