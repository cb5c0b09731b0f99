package hunspell

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Suggest returns at most n words that the dictionary knows and that differ
// from the word by one slip: the capitals of a name first, then an accustomed
// one, then two letters exchanged, one wrong, one too many, one missing; where
// nothing comes of that, two words run together.
func (d *Dictionary) Suggest(word string, n int) []string {
	var found []string
	lower := strings.ToLower(word)
	for slip := range d.slips(lower) {
		if len(found) >= n || len(found) > 0 && strings.Contains(slip, " ") {
			break
		}
		if d.offers(slip) && !slices.Contains(found, slip) {
			found = append(found, slip)
		}
	}
	if r, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(r) {
		for i := range found {
			found[i] = title(found[i])
		}
	}
	return found
}

// offers reports whether every part of a suggestion is known and fit to offer.
func (d *Dictionary) offers(words string) bool {
	for _, w := range strings.Fields(words) {
		if !d.has(d.convert.Replace(w), false) || contains(d.entries[w], d.noSuggest) {
			return false
		}
	}
	return words != ""
}

// slips yields what the word may have been meant to be.
func (d *Dictionary) slips(word string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		_ = yield(title(word)) && yield(strings.ToUpper(word)) && d.replaced(word, yield) && d.edited([]rune(word), yield) && parted(word, yield)
	}
}

func (d *Dictionary) replaced(word string, yield func(string) bool) bool {
	for _, r := range d.replace {
		for at := 0; r[0] != ""; {
			i := strings.Index(word[at:], r[0])
			if i < 0 {
				break
			}
			at += i
			if !yield(word[:at] + r[1] + word[at+len(r[0]):]) {
				return false
			}
			at += len(r[0])
		}
	}
	return true
}

func (d *Dictionary) edited(w []rune, yield func(string) bool) bool {
	for i := 0; i+1 < len(w); i++ {
		swapped := slices.Clone(w)
		swapped[i], swapped[i+1] = w[i+1], w[i]
		if !yield(string(swapped)) {
			return false
		}
	}
	for i := range w {
		if !yield(string(slices.Delete(slices.Clone(w), i, i+1))) {
			return false
		}
	}
	for i := range len(w) + 1 {
		for _, r := range d.try {
			if !yield(string(slices.Insert(slices.Clone(w), i, r))) {
				return false
			}
			if i < len(w) && i > 0 && !yield(string(w[:i])+string(r)+string(w[i+1:])) {
				return false
			}
		}
	}
	return true
}

// parted yields a long word as two, of at least two letters each.
func parted(word string, yield func(string) bool) bool {
	for i := range word {
		if i < 2 || len(word)-i < 2 || len(word) < 7 {
			continue
		}
		if !yield(word[:i] + " " + word[i:]) {
			return false
		}
	}
	return true
}
