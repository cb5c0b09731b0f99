package page

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// point is a byte of a word before which a line may end.
type point struct {
	at   int
	kind parting
}

// parting says what parts a word.
type parting uint8

const (
	byHyphen parting = iota // a hyphen made here, where the patterns allow it
	bySoft                  // a hyphen made here, where the writer allowed it
	atMark                  // after a hyphen, a dash or a stroke that is there
	atCut                   // nothing; the word is too long to be one
)

// cost is what it costs to end a line there, on the scale of badness.
func (p parting) cost() float64 {
	return [...]float64{byHyphen: 100, bySoft: 50, atMark: 20, atCut: 500}[p]
}

// hyphen reports whether a hyphen is printed there.
func (p parting) hyphen() bool { return p == byHyphen || p == bySoft }

// longest is how many letters of a word stand between two points at most, and
// longestBytes how many bytes. No real word is longer.
const (
	longest      = 30
	longestBytes = 200
)

// cutPoints lists the points of a word. Where the writer set soft hyphens, the
// patterns have no say.
func cutPoints(word string, h *hyphenator) []point {
	var all []point
	var parts []int
	if strings.Contains(word, softHyphen) {
		for i := strings.Index(word, softHyphen); i >= 0; i = nextSoft(word, i) {
			all = append(all, point{i + len(softHyphen), bySoft})
		}
	} else if parts = h.points(word); parts != nil {
		for _, at := range parts {
			all = append(all, point{at, byHyphen})
		}
	}
	all = append(all, markPoints(word)...)
	slices.SortFunc(all, func(a, b point) int { return a.at - b.at })
	all = slices.CompactFunc(all, func(a, b point) bool { return a.at == b.at })
	return shorten(slices.DeleteFunc(all, func(p point) bool { return p.at <= 0 || p.at >= len(word) }), word)
}

const softHyphen = "\u00ad"

// nextSoft finds the soft hyphen after the one at a byte, -1: none.
func nextSoft(word string, at int) int {
	at += len(softHyphen)
	if n := strings.Index(word[at:], softHyphen); n >= 0 {
		return at + n
	}
	return -1
}

// markPoints lists the bytes after hyphens, dashes and strokes between letters.
func markPoints(word string) []point {
	var all []point
	before := rune(0)
	for i, r := range word {
		end := i + utf8.RuneLen(r)
		if strings.ContainsRune("-‐–—/", r) && end < len(word) {
			after, _ := utf8.DecodeRuneInString(word[end:])
			if unicode.IsLetter(before) && unicode.IsLetter(after) {
				all = append(all, point{end, atMark})
			}
		}
		before = r
	}
	return all
}

// shorten cuts what is longer than any word.
func shorten(points []point, word string) []point {
	if len(word) <= longest {
		return points
	}
	var all []point
	letters, last, next := 0, 0, 0
	for i, r := range word {
		if next < len(points) && points[next].at <= i {
			all = append(all, points[next])
			letters, last, next = 0, i, next+1
		}
		if letters >= longest && !unicode.Is(unicode.M, r) || i-last >= longestBytes {
			all = append(all, point{i, atCut})
			letters, last = 0, i
		}
		letters++
	}
	return all
}
