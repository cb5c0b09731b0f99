// Package hunspell reads spelling dictionaries in Hunspell's format: a list of
// words with flags (.dic) and the endings and beginnings the flags stand for
// (.aff).
//
// It is as small as a checker of prose needs, because no reader in Go that is
// looked after could be had, and the C++ library would take away the build
// without cgo. It knows prefixes and suffixes with their conditions, also one
// upon another, all four ways of writing flags, aliases, conversions, and the
// usual 8-bit encodings. Languages that join words as they please (German,
// Dutch) are read by accepting any words of the list joined. Flags that only
// steer suggestions are left aside.
package hunspell

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Dictionary knows the words of a language. It is not changed once it is
// read, so any goroutine may ask it.
type Dictionary struct {
	entries  map[string]string // flags by word, each flag a rune
	suffixes map[string][]affix
	prefixes map[string][]affix
	longest  int // bytes of the longest suffix or prefix
	convert  *strings.Replacer
	joins    bool // words may be joined
	try      []rune
	replace  [][2]string // what is often written for what

	needAffix, forbidden, onlyInCompound, keepCase, noSuggest rune
}

// affix is one way of making a word from another.
type affix struct {
	flag      rune
	cross     bool   // prefix and suffix may meet
	strip     string // taken from the word
	add       string // put in its place
	condition condition
	more      string // flags of the word made
}

// Knows reports whether the word is spelled as the dictionary has it. A word
// may begin with a capital or be all capitals where the list has it small, but
// not the other way round.
func (d *Dictionary) Knows(word string) bool {
	word = d.convert.Replace(word)
	if d.has(word, false) {
		return true
	}
	lower := strings.ToLower(word)
	switch {
	case word == lower:
		return false
	case word == strings.ToUpper(word):
		return d.has(lower, true) || d.has(title(lower), true)
	case word == title(lower):
		return d.has(lower, true)
	}
	return false
}

// has looks the word up as it is written.
func (d *Dictionary) has(word string, recased bool) bool {
	flags, listed := d.entries[word]
	switch {
	case listed && contains(flags, d.forbidden):
		return false
	case listed && !contains(flags, d.needAffix) && !contains(flags, d.onlyInCompound) && !(recased && contains(flags, d.keepCase)):
		return true
	}
	return d.made(word) || d.joins && d.joined(word)
}

// made reports whether the word is one of the list with a suffix, a prefix,
// or both.
func (d *Dictionary) made(word string) bool {
	if d.suffixed(word, nil) {
		return true
	}
	for n := 1; n <= min(d.longest, len(word)); n++ {
		for _, p := range d.prefixes[word[:n]] {
			stem := p.strip + word[n:]
			if stem == "" || !p.condition.beginning(stem) {
				continue
			}
			if contains(d.entries[stem], p.flag) || d.suffixed(stem, &p) {
				return true
			}
		}
	}
	return false
}

// suffixed reports whether the word is one of the list with one or two
// suffixes; where it had a prefix, whether that may stand there too.
func (d *Dictionary) suffixed(word string, prefix *affix) bool {
	for n := range min(d.longest, len(word)) + 1 {
		for _, s := range d.suffixes[word[len(word)-n:]] {
			stem, ok := s.undo(word)
			if !ok || prefix != nil && !(s.cross && prefix.cross) {
				continue
			}
			flags := d.entries[stem]
			if contains(flags, s.flag) && (prefix == nil || contains(flags, prefix.flag) || contains(s.more, prefix.flag)) {
				return true
			}
			if d.twice(stem, s.flag) {
				return true
			}
		}
	}
	return false
}

// twice reports whether the stem is a word with a suffix that allows another
// of that flag.
func (d *Dictionary) twice(stem string, flag rune) bool {
	for n := 1; n <= min(d.longest, len(stem)); n++ {
		for _, s := range d.suffixes[stem[len(stem)-n:]] {
			if s.more == "" || !contains(s.more, flag) {
				continue
			}
			if inner, ok := s.undo(stem); ok && contains(d.entries[inner], s.flag) {
				return true
			}
		}
	}
	return false
}

// undo is the word a suffix was put on.
func (a affix) undo(word string) (string, bool) {
	stem := word[:len(word)-len(a.add)] + a.strip
	return stem, stem != "" && stem != word && a.condition.ending(stem)
}

// joined reports whether the word is several of the list in a row.
func (d *Dictionary) joined(word string) bool {
	const shortest = 3
	for i := shortest; i+shortest <= len(word); i++ {
		if !utf8.RuneStart(word[i]) {
			continue
		}
		if first := word[:i]; d.part(first) && (d.part(word[i:]) || d.joined(word[i:])) {
			return true
		}
	}
	return false
}

func (d *Dictionary) part(word string) bool {
	for _, w := range []string{word, title(word)} {
		if flags, listed := d.entries[w]; listed && !contains(flags, d.forbidden) || d.made(w) {
			return true
		}
	}
	return false
}

// condition is what a word must begin or end with: letters, sets and points,
// as in "[^aeiou]y".
type condition []set

// set is one place in a condition; without letters any letter will do.
type set struct {
	letters string
	not     bool
}

func (c condition) ending(word string) bool {
	for i := len(c) - 1; i >= 0; i-- {
		r, n := utf8.DecodeLastRuneInString(word)
		if n == 0 || !c[i].has(r) {
			return false
		}
		word = word[:len(word)-n]
	}
	return true
}

func (c condition) beginning(word string) bool {
	for _, s := range c {
		r, n := utf8.DecodeRuneInString(word)
		if n == 0 || !s.has(r) {
			return false
		}
		word = word[n:]
	}
	return true
}

func (s set) has(r rune) bool {
	return s.letters == "" || strings.ContainsRune(s.letters, r) != s.not
}

func contains(flags string, flag rune) bool {
	return flag != 0 && strings.ContainsRune(flags, flag)
}

// title is the word with a capital at its beginning.
func title(word string) string {
	r, n := utf8.DecodeRuneInString(word)
	return string(unicode.ToTitle(r)) + word[n:]
}
