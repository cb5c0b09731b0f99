package field

import (
	"slices"
	"strings"
)

// emphasise gives what is selected the look of a sign, and takes it away where all
// of it has it already. Without a selection it begins or ends emphasis where the
// caret stands, as a typist expects.
func emphasise(text string, start, end int, sign string) edit {
	if start == end {
		return emphasiseAt(text, start, sign)
	}
	first, last := lineStart(text, start), lineEnd(text, end)
	lines := letteredLines(text[first:last], start-first, end-first)
	if !turn(lines, lookOf[sign]) {
		return selected(start, end, text[start:end], 0, end-start)
	}
	w := writer{from: -1}
	for i, line := range lines {
		if i > 0 {
			w.WriteByte('\n')
		}
		w.WriteString(line.mark)
		w.write(line.letters)
	}
	return selected(first, last, w.String(), w.from, w.to)
}

var (
	lookOf = map[string]look{"*": emphasis, "**": strong}
	signOf = map[look]string{emphasis: "*", strong: "**"}
)

// turn gives the chosen letters a look, or takes it from them where all have it.
// It reports false where none is chosen.
func turn(lines []letteredLine, l look) bool {
	some, all := false, true
	for _, line := range lines {
		for _, c := range line.letters {
			if c.chosen && !c.blank() {
				some, all = true, all && c.look&l != 0
			}
		}
	}
	for _, line := range lines {
		for i := range line.letters {
			if c := &line.letters[i]; c.chosen && all {
				c.look &^= l
			} else if c.chosen {
				c.look |= l
			}
		}
	}
	return some
}

// writer writes letters with the signs of their looks, and knows where the
// chosen ones stand then.
type writer struct {
	strings.Builder
	from, to int
}

func (w *writer) write(letters []letter) {
	blanksOutside(letters)
	var open []look
	for i := range len(letters) + 1 {
		ends, begins, now := turns(open, letters[i:])
		for _, l := range ends {
			w.WriteString(signOf[l])
		}
		for _, l := range begins {
			w.WriteString(signOf[l])
		}
		if open = now; i == len(letters) {
			return
		}
		if letters[i].chosen && w.from < 0 {
			w.from = w.Len()
		}
		w.WriteString(letters[i].words)
		if letters[i].chosen {
			w.to = w.Len()
		}
	}
}

// turns are the looks that end and begin before the next letter, in the order of their
// signs, and those that are open then, the outermost first. What was begun within a look
// that ends, ends with it, and begins again.
func turns(open []look, next []letter) (ends, begins, now []look) {
	wanted := look(0)
	if len(next) > 0 {
		wanted = next[0].look
	}
	stay := slices.IndexFunc(open, func(l look) bool { return wanted&l == 0 })
	if stay < 0 {
		stay = len(open)
	}
	for _, l := range slices.Backward(open[stay:]) {
		ends = append(ends, l)
	}
	now = slices.Clone(open[:stay])
	looks := []look{strong, emphasis} // what lasts longer stands outside
	if lasts(next, emphasis) > lasts(next, strong) {
		looks = []look{emphasis, strong}
	}
	for _, l := range looks {
		if wanted&l != 0 && !slices.Contains(now, l) {
			begins, now = append(begins, l), append(now, l)
		}
	}
	return ends, begins, now
}

// lasts is how many letters from the first on have a look.
func lasts(letters []letter, l look) int {
	if n := slices.IndexFunc(letters, func(c letter) bool { return c.look&l == 0 }); n >= 0 {
		return n
	}
	return len(letters)
}

// blanksOutside takes looks from blanks beside which a sign would stand: it would be
// none. Each may bring another sign beside the next blank.
func blanksOutside(letters []letter) {
	for again := true; again; {
		again = false
		var open []look
		for i := range len(letters) + 1 {
			ends, begins, now := turns(open, letters[i:])
			if i > 0 {
				again = letters[i-1].lose(ends) || again
			}
			if i < len(letters) {
				again = letters[i].lose(begins) || again
			}
			open = now
		}
	}
}

// emphasiseAt is emphasise at a caret: it ends emphasis before its closing sign,
// goes on with it behind one, takes it away from the words it is in, gives it to
// the word it is in, and begins it between words.
func emphasiseAt(text string, at int, sign string) edit {
	n := len(sign)
	from, open := opened(text, at, sign)
	switch {
	case open && from+n == at && closes(text, at, sign): // nothing between the signs
		return typed(from, at+n, "")
	case open && closes(text, at, sign):
		return typed(at, at+n, sign)
	case open:
		if to := closing(text, at, sign); to > 0 {
			words := text[from+n : to]
			return selected(from, to+n, words, at-from-n, at-from-n)
		}
		return typed(at, at, sign)
	case at >= n && closedAt(text, at, sign):
		return selected(at-n, at, sign, 0, 0)
	case at > 0 && wordEnd(text, at) > at && wordStart(text, at) < at:
		start, end := wordStart(text, at), wordEnd(text, at)
		caret := n + at - start
		return selected(start, end, sign+text[start:end]+sign, caret, caret)
	}
	return selected(at, at, sign+sign, n, n)
}

// signs calls each for every run of asterisks of a paragraph, from its start up
// to an offset of the text, with its place and length.
func signs(text string, from, to int, each func(at, length int)) {
	for i := from; i < to; {
		switch {
		case text[i] == '\\':
			i += 2
		case text[i] != '*':
			i++
		default:
			end := i
			for end < to && text[end] == '*' {
				end++
			}
			each(i, end-i)
			i = end
		}
	}
}

// has reports whether a run of asterisks is, or holds, a sign.
func has(length int, sign string) bool { return length == len(sign) || length == 3 }

// opened reports whether emphasis is open at an offset, and where its sign
// stands.
func opened(text string, at int, sign string) (from int, open bool) {
	line := lineStart(text, at)
	line += len(bullet(text[line:lineEnd(text, line)]))
	signs(text, line, at, func(place, length int) {
		if has(length, sign) {
			from, open = place, !open
			if length == 3 && len(sign) == 1 && open {
				from += 2 // the strong sign stands outside
			}
		}
	})
	return from, open
}

// closes reports whether the sign that ends emphasis stands at an offset.
func closes(text string, at int, sign string) bool {
	run := 0
	for at+run < len(text) && text[at+run] == '*' {
		run++
	}
	return has(run, sign)
}

// closing is where the sign that ends emphasis stands behind an offset of the
// same line; 0 where there is none.
func closing(text string, at int, sign string) (place int) {
	signs(text, at, lineEnd(text, at), func(found, length int) {
		if place == 0 && has(length, sign) {
			place = found
		}
	})
	return place
}

// closedAt reports whether emphasis has just ended before an offset.
func closedAt(text string, at int, sign string) bool {
	n := len(sign)
	if text[at-n:at] != sign || strings.HasSuffix(text[:at-n], "*") {
		return false
	}
	_, open := opened(text, at-n, sign)
	return open
}
