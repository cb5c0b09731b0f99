package page

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/go-text/typesetting/bidi"
)

// levels says for each byte of a text how deeply it is nested in passages that
// are read the other way (Unicode Standard Annex 9): even from left to right,
// odd from right to left. It is nil where all is read from left to right.
type levels []uint8

func levelsOf(text string, rtl bool) levels {
	if !rtl && !strings.ContainsFunc(text, mayTurn) {
		return nil
	}
	direction := bidi.LeftToRight
	if rtl {
		direction = bidi.RightToLeft
	}
	var p bidi.Paragraph
	oneLine := strings.ReplaceAll(text, "\n", " ")
	runs := p.SegmentString(oneLine, direction)
	all := make(levels, 0, len(text))
	run, n := bidi.Run{}, -1
	count := 0
	for _, r := range oneLine {
		if count >= run.End && n+1 < runs.NumRuns() {
			n++
			run = runs.Run(n)
		}
		for range utf8.RuneLen(r) {
			all = append(all, uint8(run.Level))
		}
		count++
	}
	return all
}

// mayTurn reports characters that can be read from right to left, or make
// others be.
func mayTurn(r rune) bool {
	return 0x590 <= r && r <= 0x8ff || 0x200e <= r && r <= 0x200f || 0x202a <= r && r <= 0x202e ||
		0x2066 <= r && r <= 0x2069 || 0xfb1d <= r && r <= 0xfdff || 0xfe70 <= r && r <= 0xfeff || 0x10800 <= r && r <= 0x1efff
}

// at is the level of a byte.
func (l levels) at(i int) uint8 {
	if i < 0 || i >= len(l) {
		return 0
	}
	return l[i]
}

// stretch is how many bytes from at on, but before end, have its level.
func (l levels) stretch(at, end int) int {
	n := at + 1
	for n < end && l.at(n) == l.at(at) {
		n++
	}
	return n - at
}

// visual returns the order in which things of these levels stand from left to
// right on a line (rule L2).
func visual(levels []uint8) []int {
	order := make([]int, len(levels))
	highest, lowest := uint8(0), uint8(255)
	for i, l := range levels {
		order[i] = i
		highest = max(highest, l)
		if l%2 == 1 {
			lowest = min(lowest, l)
		}
	}
	for level := highest; level >= lowest && level > 0; level-- {
		for i := 0; i < len(order); {
			j := i
			for j < len(order) && levels[order[j]] >= level {
				j++
			}
			slices.Reverse(order[i:j])
			i = max(j, i+1)
		}
	}
	return order
}
