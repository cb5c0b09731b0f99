package field

import (
	"slices"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// Text read from right to left, by the Unicode bidirectional algorithm
// (UAX #9) without its control characters, which nobody types. Levels are
// kept for each byte; an odd one is read from right to left.

// levels returns nil where all is read from left to right, as it mostly is.
func levels(line string) []uint8 {
	classes, any := classesOf(line)
	if !any {
		return nil
	}
	base := baseLevel(classes)
	weak(classes, base)
	brackets(line, classes, base)
	neutral(classes, base)
	set := make([]uint8, len(line))
	i := 0
	for at, r := range line {
		level := base
		switch c := classes[i]; {
		case level%2 == 0 && c == bidi.R:
			level++
		case level%2 == 0 && (c == bidi.EN || c == bidi.AN):
			level += 2
		case level%2 == 1 && (c == bidi.L || c == bidi.EN || c == bidi.AN):
			level++
		}
		for n := range utf8.RuneLen(r) {
			set[at+n] = level
		}
		i++
	}
	return set
}

// classesOf gives each rune its class; any says whether one is read from right
// to left.
func classesOf(line string) (classes []bidi.Class, any bool) {
	for _, r := range line {
		if r >= 0x0590 {
			any = true
			break
		}
	}
	if !any {
		return nil, false
	}
	any = false
	for _, r := range line {
		p, _ := bidi.LookupRune(r)
		c := p.Class()
		any = any || c == bidi.R || c == bidi.AL
		classes = append(classes, c)
	}
	return classes, any
}

// baseLevel is rule P3: the first strong character decides.
func baseLevel(classes []bidi.Class) uint8 {
	for _, c := range classes {
		switch c {
		case bidi.L:
			return 0
		case bidi.R, bidi.AL:
			return 1
		}
	}
	return 0
}

func direction(level uint8) bidi.Class {
	if level%2 == 1 {
		return bidi.R
	}
	return bidi.L
}

// weak is rules W1 to W7: what figures and the signs about them become.
func weak(classes []bidi.Class, base uint8) {
	last, letter := direction(base), direction(base)
	for i, c := range classes {
		if c == bidi.NSM { // W1
			c = last
		}
		last = c
		if c == bidi.EN && letter == bidi.AL { // W2
			c = bidi.AN
		}
		if c == bidi.L || c == bidi.R || c == bidi.AL {
			letter = c
		}
		if c == bidi.AL { // W3
			c = bidi.R
		}
		classes[i] = c
	}
	for i := 1; i+1 < len(classes); i++ { // W4
		l, c, r := classes[i-1], classes[i], classes[i+1]
		if l == r && (l == bidi.EN && (c == bidi.ES || c == bidi.CS) || l == bidi.AN && c == bidi.CS) {
			classes[i] = l
		}
	}
	terminators(classes)
	letter = direction(base)
	for i, c := range classes { // W6, W7
		switch c {
		case bidi.ES, bidi.ET, bidi.CS:
			classes[i] = bidi.ON
		case bidi.L, bidi.R:
			letter = c
		case bidi.EN:
			if letter == bidi.L {
				classes[i] = bidi.L
			}
		}
	}
}

// terminators is rule W5: "%" beside a figure goes with it.
func terminators(classes []bidi.Class) {
	for i := 0; i < len(classes); i++ {
		if classes[i] != bidi.ET {
			continue
		}
		end := i
		for end < len(classes) && classes[end] == bidi.ET {
			end++
		}
		if i > 0 && classes[i-1] == bidi.EN || end < len(classes) && classes[end] == bidi.EN {
			for ; i < end; i++ {
				classes[i] = bidi.EN
			}
		}
		i = end
	}
}

// brackets is rule N0: both brackets of a pair are read as what is in them
// where that goes with the paragraph, or else with what stands before them.
func brackets(line string, classes []bidi.Class, base uint8) {
	var open []int
	signs := []rune(line)
	for i, r := range signs {
		switch r {
		case '(', '[', '{':
			open = append(open, i)
		case ')', ']', '}':
			for n := len(open) - 1; n >= 0; n-- {
				if partner := signs[open[n]]; partner+1 == r || partner+2 == r {
					bracket(classes, open[n], i, base)
					open = open[:n]
					break
				}
			}
		}
	}
}

func bracket(classes []bidi.Class, from, to int, base uint8) {
	with, against := false, false
	for _, c := range classes[from+1 : to] {
		if c, strong := strength(c); strong {
			with = with || c == direction(base)
			against = against || c != direction(base)
		}
	}
	if !with && !against {
		return
	}
	side := direction(base)
	if !with {
		for i := from - 1; i >= 0; i-- {
			if c, strong := strength(classes[i]); strong {
				side = c
				break
			}
		}
	}
	classes[from], classes[to] = side, side
}

// strength is the direction of letters, and of figures among them.
func strength(c bidi.Class) (bidi.Class, bool) {
	switch c {
	case bidi.L:
		return bidi.L, true
	case bidi.R, bidi.EN, bidi.AN:
		return bidi.R, true
	}
	return c, false
}

// neutral is rules N1 and N2: spaces and signs go with their neighbours where
// these agree, else with the paragraph.
func neutral(classes []bidi.Class, base uint8) {
	beside := func(i int) bidi.Class {
		if i < 0 || i >= len(classes) {
			return direction(base)
		}
		c, _ := strength(classes[i])
		return c
	}
	for i := 0; i < len(classes); {
		end := i
		for end < len(classes) {
			if _, strong := strength(classes[end]); strong {
				break
			}
			end++
		}
		if end == i {
			i++
			continue
		}
		to := direction(base)
		if l := beside(i - 1); l == beside(end) {
			to = l
		}
		for ; i < end; i++ {
			classes[i] = to
		}
	}
}

// visual puts the runs of a row, which stand in logical order, in the order in
// which they stand on the screen: rule L2.
func visual(runs []run) {
	var highest uint8
	for _, r := range runs {
		highest = max(highest, r.level)
	}
	for level := highest; level > 0; level-- {
		for i := 0; i < len(runs); i++ {
			end := i
			for end < len(runs) && runs[end].level >= level {
				end++
			}
			if end > i {
				slices.Reverse(runs[i:end])
				i = end
			}
		}
	}
}
