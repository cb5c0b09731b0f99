package briefing

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Op says what became of words.
type Op uint8

// Words are the same in both texts, only in the new one, or only in the old.
const (
	Same Op = iota
	Added
	Removed
)

// Run is a stretch of words with one fate.
type Run struct {
	Op   Op
	Text string
}

// DiffWords compares two texts word by word; punctuation and white space count
// as words of their own, so that a comma is seen. The Same and Removed runs
// together are the old text, the Same and Added runs the new one. Removed runs
// stand before Added ones.
func DiffWords(old, new string) []Run {
	a, b := tokens(old), tokens(new)
	var runs []Run
	x, y := 0, 0
	for _, m := range matches(len(a), len(b), func(i, j int) bool { return a[i] == b[j] }) {
		runs = appendRun(runs, Removed, a[x:m.old])
		runs = appendRun(runs, Added, b[y:m.new])
		runs = appendRun(runs, Same, a[m.old:m.old+1])
		x, y = m.old+1, m.new+1
	}
	runs = appendRun(runs, Removed, a[x:])
	return joinSpaces(appendRun(runs, Added, b[y:]))
}

func appendRun(runs []Run, op Op, words []string) []Run {
	text := strings.Join(words, "")
	if text == "" {
		return runs
	}
	if n := len(runs); n > 0 && runs[n-1].Op == op {
		runs[n-1].Text += text
		return runs
	}
	return append(runs, Run{op, text})
}

// joinSpaces makes one change of two that only a space keeps apart, so that a
// reworded phrase reads as one.
func joinSpaces(runs []Run) []Run {
	var joined []Run
	for i := 0; i < len(runs); i++ {
		between := i > 0 && i+1 < len(runs) && runs[i].Op == Same && strings.TrimSpace(runs[i].Text) == ""
		if !between {
			joined = append(joined, runs[i])
			continue
		}
		joined = append(joined, Run{Removed, runs[i].Text}, Run{Added, runs[i].Text})
	}
	return sorted(joined)
}

// sorted puts, between two Same runs, what was removed before what was added.
func sorted(runs []Run) []Run {
	var all []Run
	var removed, added string
	flush := func() {
		if removed != "" {
			all = append(all, Run{Removed, removed})
		}
		if added != "" {
			all = append(all, Run{Added, added})
		}
		removed, added = "", ""
	}
	for _, r := range runs {
		switch r.Op {
		case Same:
			flush()
			all = append(all, r)
		case Removed:
			removed += r.Text
		case Added:
			added += r.Text
		}
	}
	flush()
	return all
}

// tokens parts a text into words, white space and single signs.
func tokens(text string) []string {
	var all []string
	for text != "" {
		n := tokenEnd(text)
		all = append(all, text[:n])
		text = text[n:]
	}
	return all
}

func tokenEnd(text string) int {
	first, n := utf8.DecodeRuneInString(text)
	class := classOf(first)
	if class == sign {
		return n
	}
	for n < len(text) {
		r, size := utf8.DecodeRuneInString(text[n:])
		if classOf(r) != class {
			break
		}
		n += size
	}
	return n
}

type class uint8

const (
	sign class = iota
	space
	letter
)

func classOf(r rune) class {
	switch {
	case unicode.IsSpace(r):
		return space
	case unicode.IsLetter(r), unicode.IsNumber(r), unicode.IsMark(r), r == '’', r == '\'':
		return letter
	}
	return sign
}

// match pairs an index of the old sequence with one of the new.
type match struct{ old, new int }

// maxEdits bounds the search for the shortest way from one sequence to the
// other; beyond it what lies between counts as replaced.
const maxEdits = 1500

// matches finds a longest common subsequence (Myers, An O(ND) Difference
// Algorithm and Its Variations, 1986).
func matches(n, m int, equal func(i, j int) bool) []match {
	head := 0
	for head < n && head < m && equal(head, head) {
		head++
	}
	tail := 0
	for tail < n-head && tail < m-head && equal(n-1-tail, m-1-tail) {
		tail++
	}
	var all []match
	for i := range head {
		all = append(all, match{i, i})
	}
	inner := func(i, j int) bool { return equal(head+i, head+j) }
	for _, p := range myers(n-head-tail, m-head-tail, inner) {
		all = append(all, match{head + p.old, head + p.new})
	}
	for i := range tail {
		all = append(all, match{n - tail + i, m - tail + i})
	}
	return all
}

func myers(n, m int, equal func(i, j int) bool) []match {
	if n == 0 || m == 0 {
		return nil
	}
	most := min(n+m, maxEdits)
	reach := make([]int, 2*most+3) // by diagonal, how far the old sequence got
	zero := most + 1
	var trace [][]int
	for d := 0; d <= most; d++ {
		trace = append(trace, append([]int(nil), reach[zero-d:zero+d+1]...))
		for k := -d; k <= d; k += 2 {
			x := reach[zero+k-1] + 1
			if k == -d || k != d && reach[zero+k-1] < reach[zero+k+1] {
				x = reach[zero+k+1]
			}
			for x < n && x-k < m && equal(x, x-k) {
				x++
			}
			reach[zero+k] = x
			if x >= n && x-k >= m {
				return back(trace, n, m)
			}
		}
	}
	return nil
}

// back follows the trace from the end and gathers the matches.
func back(trace [][]int, n, m int) []match {
	var all []match
	x, y := n, m
	for d := len(trace) - 1; d > 0; d-- {
		row := trace[d]
		at := func(k int) int {
			if k+d < 0 || k+d >= len(row) {
				return -1
			}
			return row[k+d]
		}
		k := x - y
		prev := k - 1
		if k == -d || k != d && at(k-1) < at(k+1) {
			prev = k + 1
		}
		px := at(prev)
		py := px - prev
		for x > px && y > py && x > 0 && y > 0 && !(x-1 < px || y-1 < py) {
			if prev == k-1 && x-1 == px && y == py || prev == k+1 && x == px && y-1 == py {
				break
			}
			x, y = x-1, y-1
			all = append(all, match{x, y})
		}
		x, y = px, py
	}
	for x > 0 && y > 0 {
		x, y = x-1, y-1
		all = append(all, match{x, y})
	}
	for i, j := 0, len(all)-1; i < j; i, j = i+1, j-1 {
		all[i], all[j] = all[j], all[i]
	}
	return all
}
