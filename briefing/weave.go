package briefing

import (
	"cmp"
	"slices"
	"strconv"
)

// step is one element of a list that was changed twice, or, with a nil base,
// what was added behind it. An element that a side does not have is nil there.
type step[T any] struct {
	base, ours, theirs     *T
	addedOurs, addedTheirs []T
}

// kinship tells which elements of two lists are one.
type kinship[T any] struct {
	same  func(a, b T) bool
	named func(a, b T) bool // surely one, though reworded; nil: none is
	words func(T) string    // to tell how alike two are; nil: only the same is one
}

// weave lays two changed lists beside the one they were made from: its
// elements, in the order that they have now, and behind each what was added
// there. It reports true where both sides moved the same element to different
// places; it stays at its own then.
func weave[T any](base, ours, theirs []T, kin kinship[T]) (steps []step[T], twice bool) {
	a, b := align(base, ours, kin), align(base, theirs, kin)
	newOurs, newTheirs := added(a, ours), added(b, theirs)
	addition := func(after int) {
		if s := (step[T]{addedOurs: newOurs[after], addedTheirs: newTheirs[after]}); s.addedOurs != nil || s.addedTheirs != nil {
			steps = append(steps, s)
		}
	}
	addition(-1)
	order, twice := reorder(a.order(), b.order())
	for _, i := range order {
		steps = append(steps, step[T]{base: &base[i], ours: at(ours, a.to[i]), theirs: at(theirs, b.to[i])})
		addition(i)
	}
	return steps, twice
}

func at[T any](all []T, i int) *T {
	if i < 0 {
		return nil
	}
	return &all[i]
}

// strand is where the elements of a base went on one side.
type strand struct {
	to   []int // the side's element for each of the base; -1: gone
	from []int // the base's element for each of the side; -1: new
}

// added returns a side's new elements by the element of the base that they
// stand behind; -1: before the first.
func added[T any](s strand, side []T) map[int][]T {
	all := map[int][]T{}
	after := -1
	for j, i := range s.from {
		if i < 0 {
			all[after] = append(all[after], side[j])
		} else {
			after = i
		}
	}
	return all
}

// order is the order of the base's elements on the side. What is gone there
// stays behind the element that it followed.
func (s strand) order() []int {
	var order []int
	for _, i := range s.from {
		if i >= 0 {
			order = append(order, i)
		}
	}
	for i, j := range s.to {
		if j < 0 {
			order = slices.Insert(order, slices.Index(order, i-1)+1, i)
		}
	}
	return order
}

// align finds the elements of a base in a side: what is the same in the same
// order, then what is the same elsewhere, then what is most alike. Between the
// same neighbours less likeness is asked for.
func align[T any](base, side []T, kin kinship[T]) strand {
	s := strand{slices.Repeat([]int{-1}, len(base)), slices.Repeat([]int{-1}, len(side))}
	same := func(i, j int) bool { return kin.same(base[i], side[j]) }
	for _, m := range matches(len(base), len(side), same) {
		s.to[m.old], s.from[m.new] = m.new, m.old
	}
	s.pairAlike(alikeness(base, side, kin, s.between()))
	return s
}

// alikeness returns a function that says how alike two elements are; 0: they
// are not one.
func alikeness[T any](base, side []T, kin kinship[T], here func(i, j int) bool) func(i, j int) float64 {
	old, new := counted(base, kin), counted(side, kin)
	return func(i, j int) float64 {
		if kin.same(base[i], side[j]) {
			return 3
		}
		if kin.named != nil && kin.named(base[i], side[j]) {
			return 2
		}
		if kin.words == nil {
			return 0
		}
		score := dice(old(i), new(j))
		if score < alikeElsewhere && !(here(i, j) && score >= alikeHere) {
			return 0
		}
		return score
	}
}

// counted returns the words of an element, counted when they are first asked
// for.
func counted[T any](all []T, kin kinship[T]) func(i int) map[string]int {
	counts := make([]map[string]int, len(all))
	return func(i int) map[string]int {
		if counts[i] == nil {
			counts[i] = countWords(kin.words(all[i]))
		}
		return counts[i]
	}
}

// between returns a function that reports whether an element of the base and
// one of the side stand between the same neighbours.
func (s strand) between() func(i, j int) bool {
	count := func(pairs []int) []int {
		before := make([]int, len(pairs))
		n := 0
		for i, p := range pairs {
			if p >= 0 {
				n++
			}
			before[i] = n
		}
		return before
	}
	old, new := count(s.to), count(s.from)
	return func(i, j int) bool { return old[i] == new[j] }
}

// pairAlike pairs what has no partner yet, the most alike first.
func (s strand) pairAlike(likeness func(i, j int) float64) {
	type pair struct {
		i, j  int
		score float64
	}
	var all []pair
	fresh := single(s.from)
	for _, i := range single(s.to) {
		for _, j := range fresh {
			if score := likeness(i, j); score > 0 {
				all = append(all, pair{i, j, score})
			}
		}
	}
	slices.SortStableFunc(all, func(x, y pair) int { return cmp.Compare(y.score, x.score) })
	for _, p := range all {
		if s.to[p.i] < 0 && s.from[p.j] < 0 {
			s.to[p.i], s.from[p.j] = p.j, p.i
		}
	}
}

// single returns the elements without a partner.
func single(partners []int) []int {
	var all []int
	for i, p := range partners {
		if p < 0 {
			all = append(all, i)
		}
	}
	return all
}

// reorder merges two orders of the same elements, whose own order is 0, 1, 2 …
// What one side moved stands behind the resting element that it was put behind.
// What both moved to different places rests at its own, and twice is true.
func reorder(a, b []int) (order []int, twice bool) {
	movedA, movedB := moved(a), moved(b)
	rests := func(i int) bool { return !movedA[i] && !movedB[i] }
	home := slices.Sorted(slices.Values(a))
	ours, theirs := behind(a, rests), behind(b, rests)
	contested := func(i int) bool { return movedA[i] && movedB[i] && ours[i] != theirs[i] }
	stay := gather(home, behind(home, rests), contested)
	goOurs := gather(a, ours, func(i int) bool { return movedA[i] && !contested(i) })
	goTheirs := gather(b, theirs, func(i int) bool { return movedB[i] && !contested(i) })
	for _, i := range append([]int{-1}, home...) {
		if i >= 0 && !rests(i) {
			continue
		}
		if i >= 0 {
			order = append(order, i)
		}
		order = append(order, stay[i]...)
		order = append(order, both(goOurs[i], goTheirs[i], strconv.Itoa)...)
	}
	return order, len(stay) > 0
}

// moved reports the elements that stand outside the longest rising sequence of
// an order.
func moved(order []int) []bool {
	ends, before := []int(nil), make([]int, len(order)) // by element: the one before it in its sequence
	for _, i := range order {
		n, _ := slices.BinarySearch(ends, i)
		if before[i] = -1; n > 0 {
			before[i] = ends[n-1]
		}
		ends = append(ends[:n], append([]int{i}, ends[min(n+1, len(ends)):]...)...)
	}
	all := slices.Repeat([]bool{true}, len(order))
	if len(ends) > 0 {
		for i := ends[len(ends)-1]; i >= 0; i = before[i] {
			all[i] = false
		}
	}
	return all
}

// behind returns, by element, the resting element that it stands behind; -1:
// none.
func behind(order []int, rests func(int) bool) []int {
	all := make([]int, len(order))
	last := -1
	for _, i := range order {
		all[i] = last
		if rests(i) {
			last = i
		}
	}
	return all
}

// gather groups elements of an order by what they stand behind.
func gather(order, behind []int, takes func(int) bool) map[int][]int {
	groups := map[int][]int{}
	for _, i := range order {
		if takes(i) {
			groups[behind[i]] = append(groups[behind[i]], i)
		}
	}
	return groups
}
