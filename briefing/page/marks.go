package page

import (
	"fmt"
	"strings"

	"delegation-briefing/briefing"
)

// Marks is what the sheet warns of beside the text: the handling marking, and
// that the statement is a draft.
func (sh *Sheet) Marks(s briefing.Statement) []string {
	var marks []string
	if s.Marking != "" {
		marks = append(marks, strings.Join(strings.Fields(s.Marking), " "))
	}
	if draft := sh.labels(s.Language).Draft; s.Status != briefing.Cleared && s.Status != briefing.Published && draft != "" {
		marks = append(marks, draft)
	}
	return marks
}

// Embargo is the line that says until when the text is not to be released; ""
// for none.
func (sh *Sheet) Embargo(s briefing.Statement) string {
	label := sh.labels(s.Language).Embargo
	if s.Embargo.IsZero() || label == "" {
		return ""
	}
	t := s.Embargo.Time
	day := briefing.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}.In(s.Language)
	_, offset := t.Zone()
	zone := "UTC"
	if offset != 0 {
		zone = fmt.Sprintf("UTC%+d", offset/3600)
		if minutes := offset % 3600 / 60; minutes != 0 {
			zone += fmt.Sprintf(":%02d", max(minutes, -minutes))
		}
	}
	return strings.ReplaceAll(label, "{time}", fmt.Sprintf("%s, %s (%s)", day, t.Format("15:04"), zone))
}
