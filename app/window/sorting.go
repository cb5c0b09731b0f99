package window

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"delegation-briefing/briefing"
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
	switch {
	case o == byDate:
		return ""
	case e.Err != nil:
		return L("Cannot be read")
	}
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
	}
	return cmp.Or(e.Kind, L("no kind yet"))
}

// last are the groups that stand below all others: first what is not known yet, then
// what cannot be read, of which nobody knows a partner or a year.
func (o sorting) last(e archive.Entry) int {
	switch {
	case e.Err != nil:
		return 2
	case o == byPartner && e.Partner == "", o == byYear && e.Date.Year == 0, o == byKind && e.Kind == "":
		return 1
	}
	return 0
}

// listRow is a line of the list: a statement, or the title of those that
// follow.
type listRow struct {
	title string
	below int  // statements that have the title in common
	fold  fold // of these
	entry archive.Entry
	twin  bool // its file must be named
}

// fold is the sign before a title: whether a click shows the statements below it or
// puts them out of sight. Where a filter narrows them down, all are shown.
type fold string

// The folds.
const (
	unfolded fold = "▼"
	folded   fold = "▶"
	noFold   fold = ""
)

// heading is a title with its fold before it and its number of statements behind.
func (r listRow) heading() string {
	title := r.title
	if r.fold != noFold {
		title = string(r.fold) + " " + title
	}
	return sideBySide([]string{title, number(r.below)})
}

// shelved is the entries in their order, with what each key of the filter asks
// of every one of them, gathered once: there may be ten thousand.
type shelved struct {
	entries []archive.Entry
	texts   []string // all that the filter looks at, folded
	groups  []string
	twins   map[string]bool // statements that nothing but their file tells apart, by ID
}

// shelve puts entries, which come with the latest first, in order. "México" and "Mexico"
// are one group, which is called as its latest statement calls it.
func shelve(entries []archive.Entry, by sorting) shelved {
	all := make([]grouped, len(entries))
	for i, e := range entries {
		group := by.group(e)
		all[i] = grouped{e, group, briefing.Fold(group)}
	}
	slices.SortStableFunc(all, by.compare)
	s := shelved{twins: twins(entries)}
	for i, g := range all {
		if i > 0 && g.plain == all[i-1].plain {
			g.group = s.groups[i-1]
		}
		s.entries = append(s.entries, g.Entry)
		s.groups = append(s.groups, g.group)
		s.texts = append(s.texts, filterText(g.Entry))
	}
	return s
}

// grouped is an entry with its group, and with that group's name without capitals and
// accents.
type grouped struct {
	archive.Entry
	group, plain string
}

// compare puts what has no date yet before all that has one, as it is being written,
// and groups by their names, or the latest year first.
func (o sorting) compare(a, b grouped) int {
	if o == byDate {
		return -boolCompare(a.Date.IsZero(), b.Date.IsZero())
	}
	if last := cmp.Compare(o.last(a.Entry), o.last(b.Entry)); last != 0 {
		return last
	}
	if o == byYear {
		return cmp.Compare(b.Date.Year, a.Date.Year)
	}
	return strings.Compare(a.plain, b.plain)
}

// filterText is what the filter looks at, folded.
func filterText(e archive.Entry) string {
	return briefing.Fold(strings.Join([]string{
		e.Title, e.Partner, e.Place, e.Kind, string(e.Status), statusName(e.Status), e.Date.String(), e.ID, strconv.Itoa(e.Edition),
	}, " "))
}

// twins are the entries that share their title and what stands below it.
func twins(entries []archive.Entry) map[string]bool {
	first, all := map[string]string{}, map[string]bool{}
	for _, e := range entries {
		key := strings.Join([]string{e.Title, e.Partner, e.Date.String(), string(e.Status)}, "\n")
		if other, ok := first[key]; ok {
			all[other], all[e.ID] = true, true
		} else {
			first[key] = e.ID
		}
	}
	return all
}

// rows are the entries in which every word of a filter stands, over each group
// its title, and how many they are. Without a filter the groups that are put away
// have their title alone.
func (s shelved) rows(filter string, away map[string]bool) (rows []listRow, n int) {
	words := strings.Fields(briefing.Fold(filter))
	last, title := "", 0
	for i, e := range s.entries {
		if slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(s.texts[i], w) }) {
			continue
		}
		n++
		if g := s.groups[i]; g != last {
			last, title = g, len(rows)
			rows = append(rows, listRow{title: g, fold: foldOf(away[g], len(words) > 0)})
		}
		if last != "" {
			rows[title].below++
			if rows[title].fold == folded {
				continue
			}
		}
		rows = append(rows, listRow{entry: e, twin: s.twins[e.ID]})
	}
	return rows, n
}

func foldOf(away, filtered bool) fold {
	switch {
	case filtered:
		return noFold
	case away:
		return folded
	}
	return unfolded
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

// entryNote is the small line under a title.
func entryNote(e archive.Entry) string {
	if e.Err != nil {
		return L("cannot be read:") + " " + faultInShort(e.Err)
	}
	var parts []string
	for _, p := range []string{e.Partner, day(e.Date), statusName(e.Status)} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return sideBySide(parts)
}

// noteOf is entryNote, with the end of the file's name before it where nothing
// else tells a statement from its twin: names are alike at their beginning.
func noteOf(e archive.Entry, twin bool) string {
	const tail = 18 // runes
	if !twin {
		return entryNote(e)
	}
	name := []rune(e.ID)
	if len(name) > tail {
		name = append([]rune("…"), name[len(name)-tail:]...)
	}
	return sideBySide([]string{string(name), entryNote(e)})
}

// sideBySide sets parts side by side. The mark after the dot keeps them in their
// order where one is written from the right and the next begins with a number.
func sideBySide(parts []string) string { return strings.Join(parts, " ·\u200E ") }
