package page

import (
	"io/fs"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// hyphenation reads the patterns of a language when it is first asked for.
type hyphenation struct {
	files fs.FS
	mu    sync.Mutex
	read  map[string]*hyphenator
}

// language returns the hyphenator of a language, or nil where it has no
// patterns; it is set ragged then.
func (h *hyphenation) language(lang string) *hyphenator {
	base, _, _ := strings.Cut(lang, "-")
	h.mu.Lock()
	defer h.mu.Unlock()
	if found, ok := h.read[base]; ok {
		return found
	}
	var found *hyphenator
	if data, err := fs.ReadFile(h.files, "hyphenation/"+base+".txt"); err == nil {
		found = parsePatterns(string(data))
		found.capitals = base == "de"
	}
	h.read[base] = found
	return found
}

// hyphenator finds the places where a word may be parted (Liang, Word
// Hy-phen-a-tion by Com-put-er, 1983).
type hyphenator struct {
	patterns map[uint64]string // by the hash of its letters, the pattern as it is written
	words    map[string][]int  // exceptions
	longest  int               // letters of a pattern
	capitals bool              // capitalised words are not names only
}

func parsePatterns(text string) *hyphenator {
	h := &hyphenator{patterns: make(map[uint64]string, strings.Count(text, "\n")), words: map[string][]int{}}
	for line := range strings.SplitSeq(text, "\n") {
		if exception, ok := strings.CutPrefix(line, "="); ok {
			h.except(exception)
		} else if line != "" {
			hash, letters := uint64(hashSeed), 0
			for _, r := range line {
				if r < '0' || r > '9' {
					hash, letters = hashWith(hash, r), letters+1
				}
			}
			h.patterns[hash] = line
			h.longest = max(h.longest, letters)
		}
	}
	return h
}

// except takes down a word that the patterns get wrong: "uni-corn".
func (h *hyphenator) except(parted string) {
	at, points := 0, []int(nil)
	for part := range strings.SplitSeq(parted, "-") {
		at += len(part)
		points = append(points, at)
	}
	h.words[strings.ReplaceAll(parted, "-", "")] = points[:len(points)-1]
}

const hashSeed = 14695981039346656037 // FNV-1a

func hashWith(hash uint64, r rune) uint64 { return (hash ^ uint64(r)) * 1099511628211 }

// The least that must stand before and after a hyphen, and of the whole word,
// in letters.
const (
	leastBefore = 2
	leastAfter  = 3
	leastWord   = 6
)

// points returns the bytes of a word before which it may be parted. Names,
// abbreviations and anything with a figure in it are left whole.
func (h *hyphenator) points(word string) []int {
	if h == nil {
		return nil
	}
	start := strings.IndexFunc(word, unicode.IsLetter)
	if start < 0 {
		return nil
	}
	end := start + strings.IndexFunc(word[start:]+" ", func(r rune) bool { return !unicode.IsLetter(r) })
	core := word[start:end]
	if strings.ContainsFunc(word[end:], func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) ||
		start > 0 && strings.ContainsFunc(word[:start], unicode.IsNumber) || !h.mayPart(core) {
		return nil
	}
	points := h.inside(strings.ToLower(core))
	for i := range points {
		points[i] += start
	}
	return points
}

func (h *hyphenator) mayPart(core string) bool {
	if utf8.RuneCountInString(core) < leastWord || len(core) > 100 {
		return false
	}
	first, n := utf8.DecodeRuneInString(core)
	if unicode.IsUpper(first) && !h.capitals {
		return false
	}
	lower := strings.ToLower(core)
	return lower[min(n, len(lower)):] == core[n:] && len(lower) == len(core)
}

// inside applies the patterns to a word in lower case.
func (h *hyphenator) inside(word string) []int {
	if points, ok := h.words[word]; ok {
		return append([]int(nil), points...)
	}
	runes := []rune("." + word + ".")
	values := make([]byte, len(runes)+1)
	for i := range runes {
		hash := uint64(hashSeed)
		for j := i; j < len(runes) && j-i < h.longest; j++ {
			hash = hashWith(hash, runes[j])
			if pattern, ok := h.patterns[hash]; ok {
				apply(pattern, values[i:])
			}
		}
	}
	var points []int
	at := 0
	for i, r := range runes[1 : len(runes)-1] {
		if i >= leastBefore && i <= len(runes)-2-leastAfter && values[i+1]%2 == 1 {
			points = append(points, at)
		}
		at += utf8.RuneLen(r)
	}
	return points
}

// apply raises the values between letters to those of a pattern: a1b2 is 1
// after its first letter and 2 after its second.
func apply(pattern string, values []byte) {
	at := 0
	for i := range len(pattern) {
		switch c := pattern[i]; {
		case '0' <= c && c <= '9':
			values[at] = max(values[at], c-'0')
		case utf8.RuneStart(c):
			at++
		}
	}
}
