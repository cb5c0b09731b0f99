package window

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf16"
)

// Windows' dialog for files asks and answers in lists of words that NULs part
// and a second NUL ends.

// filterWords are the endings that a dialog shows, as a name and a pattern.
func filterWords(endings []string) []uint16 {
	if len(endings) == 0 {
		return nil
	}
	shown := "*" + strings.Join(endings, ";*")
	return utf16.Encode([]rune(shown + "\x00" + shown + "\x00\x00"))
}

// chosenPaths reads what a dialog answers: one path, or where many may be chosen
// and several were, their folder and then their names. What stands behind is
// left of the suggestion.
func chosenPaths(answer []uint16, many bool) []string {
	var words []string
	for word := range strings.SplitSeq(string(utf16.Decode(answer)), "\x00") {
		if word == "" {
			break
		}
		words = append(words, word)
	}
	if len(words) < 2 || !many {
		return words[:min(1, len(words))]
	}
	folder := strings.TrimSuffix(words[0], `\`) + `\`
	var paths []string
	for _, name := range words[1:] {
		if strings.Contains(name, `\`) { // what a shortcut leads to
			paths = append(paths, name)
		} else {
			paths = append(paths, folder+name)
		}
	}
	return paths
}

// copiedPart is what was copied, of a page as Windows' clipboard has it: after
// lines such as "StartFragment:000123" that count bytes.
func copiedPart(clip []byte) []byte {
	clip, _, _ = bytes.Cut(clip, []byte{0})
	from, to := countAfter(clip, "StartFragment:"), countAfter(clip, "EndFragment:")
	if from <= 0 || to <= from || to > len(clip) {
		from, to = max(0, bytes.IndexByte(clip, '<')), len(clip)
	}
	return clip[from:to]
}

// countAfter is the number that stands after a name; 0 where there is none.
func countAfter(clip []byte, name string) int {
	_, after, _ := bytes.Cut(clip, []byte(name))
	line, _, _ := bytes.Cut(after, []byte("\n"))
	n, _ := strconv.Atoi(string(bytes.TrimSpace(line)))
	return n
}
