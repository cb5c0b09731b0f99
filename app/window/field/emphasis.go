package field

import "strings"

// emphasise puts sign on both sides of what is selected, and takes it away where
// it stands already. Without a selection it begins or ends emphasis where the
// caret stands, as a typist expects.
func emphasise(text string, start, end int, sign string) edit {
	if start == end {
		return emphasiseAt(text, start, sign)
	}
	for start < end && text[start] == ' ' {
		start++
	}
	for end > start && text[end-1] == ' ' {
		end--
	}
	words, n := text[start:end], len(sign)
	inside := len(words) >= 2*n && edged(words[:n], words[len(words)-n:], sign) && !strings.HasPrefix(words[n:], sign)
	around := start >= n && end+n <= len(text) && edged(text[start-n:start], text[end:end+n], sign) && !lookalike(text, start, end, sign)
	switch {
	case inside:
		return selected(start, end, words[n:len(words)-n], 0, len(words)-2*n)
	case around:
		return selected(start-n, end+n, words, 0, len(words))
	case strings.Contains(words, "\n\n"): // emphasis ends with its paragraph
		words = strings.ReplaceAll(words, "\n\n", sign+"\n\n"+sign)
	}
	return selected(start, end, sign+words+sign, n, n+len(words))
}

func edged(left, right, sign string) bool { return left == sign && right == sign }

// lookalike reports whether the "*" around the words is half of a "**".
func lookalike(text string, start, end int, sign string) bool {
	if len(sign) > 1 {
		return false
	}
	return strings.HasSuffix(text[:start], "**") && !strings.HasSuffix(text[:start], "***") &&
		strings.HasPrefix(text[end:], "**")
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
