package style

import (
	"cmp"
	"slices"
	"strings"
)

// Completions lists people as last seen whose names have a word that begins
// with each word typed, whoever was seen latest first, at most so many. Accents
// and capitals do not matter.
func (d Directory) Completions(typed string, most int) []Seen {
	words := strings.Fields(fold(typed))
	if len(words) == 0 {
		return nil
	}
	var all []Seen
	for key, seen := range d.people {
		if beginLike(strings.Fields(key), words) {
			all = append(all, seen[0])
		}
	}
	slices.SortFunc(all, func(a, b Seen) int {
		return cmp.Or(compareDays(b.When, a.When), strings.Compare(a.Name, b.Name))
	})
	return all[:min(most, len(all))]
}

// beginLike reports whether each word typed begins a part of a name of its own.
func beginLike(parts, words []string) bool {
	for _, w := range words {
		i := slices.IndexFunc(parts, func(p string) bool { return strings.HasPrefix(p, w) })
		if i < 0 {
			return false
		}
		parts = slices.Delete(slices.Clone(parts), i, i+1)
	}
	return true
}
