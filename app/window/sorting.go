package window

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"delegation-briefing/briefing/archive"
)

// sorting is how the list is sorted, and by what its statements stand together.
type sorting int

// The orders, as the list turns through them.
const (
	byDate sorting = iota
	byPartner
	byYear
	byStatus
	byKind
	orders
)

// name says the order in words.
func (o sorting) name() string {
	return []string{L("latest first"), L("by partner"), L("by year"), L("by status"), L("by kind")}[o]
}

// group is what an entry has in common with its neighbours; "" where the order
// makes no groups.
func (o sorting) group(e archive.Entry) string {
	switch o {
	case byPartner:
		return cmp.Or(e.Partner, L("no partner yet"))
	case byYear:
		if e.Date.Year == 0 {
			return L("no date yet")
		}
		return strconv.Itoa(e.Date.Year)
	case byStatus:
		return statusName(e.Status)
	case byKind:
		return cmp.Or(e.Kind, L("no kind yet"))
	}
	return ""
}

// listRow is a line of the list: a statement, or the title of those that
// follow.
type listRow struct {
	title string
	entry archive.Entry
}

// grouped puts entries, which come with the latest first, in order and writes
// over each group its name.
func grouped(entries []archive.Entry, by sorting) []listRow {
	entries = slices.Clone(entries)
	slices.SortStableFunc(entries, func(a, b archive.Entry) int {
		switch by {
		case byDate:
			return -boolCompare(a.Date.IsZero(), b.Date.IsZero()) // what has no date yet is being written
		case byYear:
			return cmp.Compare(b.Date.Year, a.Date.Year)
		}
		return strings.Compare(by.group(a), by.group(b))
	})
	rows := make([]listRow, 0, len(entries))
	last := ""
	for _, e := range entries {
		if g := by.group(e); g != last {
			rows = append(rows, listRow{title: g})
			last = g
		}
		rows = append(rows, listRow{entry: e})
	}
	return rows
}

// boolCompare puts false before true.
func boolCompare(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// filtered keeps the entries in which every word of the filter stands.
func filtered(all []archive.Entry, filter string) []archive.Entry {
	words := strings.Fields(strings.ToLower(filter))
	if len(words) == 0 {
		return all
	}
	var kept []archive.Entry
	for _, e := range all {
		if matches(e, words) {
			kept = append(kept, e)
		}
	}
	return kept
}

func matches(e archive.Entry, words []string) bool {
	text := strings.ToLower(strings.Join([]string{
		e.Title, e.Partner, e.Place, e.Kind, string(e.Status), statusName(e.Status), e.Date.String(), e.ID, strconv.Itoa(e.Edition),
	}, " "))
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// entryNote is the small line under a title.
func entryNote(e archive.Entry) string {
	if e.Err != nil {
		return L("cannot be read:") + " " + e.Err.Error()
	}
	var parts []string
	for _, p := range []string{e.Partner, day(e.Date), statusName(e.Status)} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, " · ")
}
