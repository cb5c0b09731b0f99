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

// neutral is rules N1 and N2: spaces and signs go with their neighbours where
// these agree, else with the paragraph.
func neutral(classes []bidi.Class, base uint8) {
	strong := func(i int) bidi.Class {
		switch {
		case i < 0 || i >= len(classes):
			return direction(base)
		case classes[i] == bidi.L:
			return bidi.L
		}
		return bidi.R
	}
	fixed := func(c bidi.Class) bool { return c == bidi.L || c == bidi.R || c == bidi.EN || c == bidi.AN }
	for i := 0; i < len(classes); {
		if fixed(classes[i]) {
			i++
			continue
		}
		end := i
		for end < len(classes) && !fixed(classes[end]) {
			end++
		}
		to := direction(base)
		if l := strong(i - 1); l == strong(end) {
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
