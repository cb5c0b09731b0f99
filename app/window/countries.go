package window

import (
	"slices"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"delegation-briefing/briefing/style"
)

// partners are the names of the world's countries as a house style writes
// them, in the order of its language.
func partners(g style.Guide) []string {
	var names []string
	for _, c := range g.AllCountries() {
		names = append(names, c.Short)
	}
	sorter := collate.New(language.Make(g.Language), collate.IgnoreCase)
	slices.SortFunc(names, sorter.CompareString)
	return slices.Compact(names)
}

// capital is where the government of a partner has its seat, "" where the
// house style does not say.
func capital(g style.Guide, partner string) string {
	for _, c := range g.AllCountries() {
		if c.Short == partner || c.Long == partner {
			return c.Capital
		}
	}
	return ""
}
