package hunspell

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// Read reads a dictionary from its two files. What it cannot make sense of is
// an error with the line it stands on.
func Read(aff, dic io.Reader) (*Dictionary, error) {
	r := reader{
		d:     &Dictionary{suffixes: map[string][]affix{}, prefixes: map[string][]affix{}},
		cross: map[rune]bool{},
	}
	text, err := io.ReadAll(aff)
	if err != nil {
		return nil, fmt.Errorf("reading affixes: %w", err)
	}
	if err := r.affixes(string(text)); err != nil {
		return nil, err
	}
	if text, err = io.ReadAll(dic); err != nil {
		return nil, fmt.Errorf("reading words: %w", err)
	}
	if err := r.words(string(text)); err != nil {
		return nil, err
	}
	return r.d, nil
}

// Add takes further words, one a line, that are right as they stand. What
// follows a # is a remark.
func (d *Dictionary) Add(list io.Reader) error {
	lines := bufio.NewScanner(list)
	for lines.Scan() {
		word, _, _ := strings.Cut(lines.Text(), "#")
		if word = strings.TrimSpace(word); word != "" {
			d.entries[word] += ""
		}
	}
	return lines.Err()
}

// reader holds what the affix file says about the files themselves.
type reader struct {
	d       *Dictionary
	charset *charmap.Charmap // nil: UTF-8
	flags   string           // how flags are written: "", "long", "num", "UTF-8"
	aliases []string
	cross   map[rune]bool // whether the affixes of a flag meet the other kind
	convert []string
}

var charsets = map[string]*charmap.Charmap{
	"ISO8859-1": charmap.ISO8859_1, "ISO8859-2": charmap.ISO8859_2, "ISO8859-3": charmap.ISO8859_3,
	"ISO8859-4": charmap.ISO8859_4, "ISO8859-5": charmap.ISO8859_5, "ISO8859-7": charmap.ISO8859_7,
	"ISO8859-9": charmap.ISO8859_9, "ISO8859-10": charmap.ISO8859_10, "ISO8859-13": charmap.ISO8859_13,
	"ISO8859-15": charmap.ISO8859_15, "KOI8-R": charmap.KOI8R, "KOI8-U": charmap.KOI8U,
	"MICROSOFT-CP1251": charmap.Windows1251, "CP1251": charmap.Windows1251, "UTF-8": nil, "UTF8": nil,
}

func (r *reader) affixes(text string) error {
	text = strings.TrimPrefix(text, "\uFEFF")
	n := 0
	for line := range strings.Lines(text) {
		n++
		fields := strings.Fields(line)
		if len(fields) < 2 || fields[0][0] == '#' {
			continue
		}
		if err := r.option(fields[0], fields[1:], line); err != nil {
			return fmt.Errorf("affixes, line %d: %w", n, err)
		}
	}
	r.d.convert = strings.NewReplacer(r.convert...)
	return nil
}

// option takes in one line of the affix file; options this reader has no use
// for are passed over.
func (r *reader) option(name string, args []string, line string) (err error) {
	d := r.d
	switch name {
	case "SET":
		var known bool
		if r.charset, known = charsets[strings.ToUpper(args[0])]; !known {
			return fmt.Errorf("the encoding %s is not known", args[0])
		}
	case "FLAG":
		r.flags = args[0]
	case "AF":
		if _, count := strconv.Atoi(args[0]); count != nil || len(r.aliases) > 0 || len(args) > 1 {
			r.aliases = append(r.aliases, r.runes(args[0]))
		}
	case "NEEDAFFIX", "PSEUDOROOT":
		d.needAffix = r.flag(args[0])
	case "FORBIDDENWORD":
		d.forbidden = r.flag(args[0])
	case "ONLYINCOMPOUND":
		d.onlyInCompound = r.flag(args[0])
	case "KEEPCASE":
		d.keepCase = r.flag(args[0])
	case "NOSUGGEST":
		d.noSuggest = r.flag(args[0])
	case "COMPOUNDFLAG", "COMPOUNDBEGIN":
		d.joins = true
	case "TRY":
		d.try = []rune(r.decode(args[0]))
	case "ICONV":
		if len(args) == 2 {
			r.convert = append(r.convert, r.decode(args[0]), r.decode(args[1]))
		}
	case "REP":
		if len(args) == 2 {
			clean := strings.NewReplacer("_", " ", "^", "", "$", "")
			d.replace = append(d.replace, [2]string{clean.Replace(r.decode(args[0])), clean.Replace(r.decode(args[1]))})
		}
	case "SFX", "PFX":
		err = r.affix(name, args, line)
	}
	return err
}

// affix takes in a line of a class of affixes: its head, "SFX D Y 4", or one
// of them, "SFX D y ied [^aeiou]y".
func (r *reader) affix(name string, args []string, line string) error {
	if len(args) < 3 {
		return fmt.Errorf("%q is not an affix", strings.TrimSpace(line))
	}
	flag := r.flag(args[0])
	if _, headed := r.cross[flag]; !headed {
		r.cross[flag] = args[1] == "Y"
		return nil
	}
	a := affix{flag: flag, cross: r.cross[flag]}
	if args[1] != "0" {
		a.strip = r.decode(args[1])
	}
	add, more, _ := strings.Cut(args[2], "/")
	if add != "0" {
		a.add = r.decode(add)
	}
	a.more = r.flagsOf(more)
	if len(args) > 3 {
		a.condition = readCondition(r.decode(args[3]))
	}
	class := r.d.suffixes
	if name == "PFX" {
		class = r.d.prefixes
	}
	class[a.add] = append(class[a.add], a)
	r.d.longest = max(r.d.longest, len(a.add))
	return nil
}

func readCondition(text string) condition {
	var c condition
	for text != "" {
		var s set
		if end := strings.IndexByte(text, ']'); text[0] == '[' && end > 0 {
			s.letters, s.not = strings.CutPrefix(text[1:end], "^")
			text = text[end+1:]
		} else {
			_, n := utf8.DecodeRuneInString(text)
			if s.letters = text[:n]; s.letters == "." {
				s.letters = ""
			}
			text = text[n:]
		}
		c = append(c, s)
	}
	if len(c) == 1 && c[0].letters == "" {
		c = nil // a single point asks for nothing
	}
	return c
}

// words takes in the list. Its first line is a count, which is only a guess.
func (r *reader) words(text string) error {
	first, rest, _ := strings.Cut(strings.TrimPrefix(text, "\uFEFF"), "\n")
	count, err := strconv.Atoi(strings.TrimSpace(first))
	if err != nil {
		return fmt.Errorf("words, line 1: %q is not a number of words", strings.TrimSpace(first))
	}
	r.d.entries = make(map[string]string, min(max(count, 0), len(rest)/2))
	for line := range strings.Lines(rest) {
		line = strings.TrimRight(line, "\r\n")
		if tab := strings.IndexAny(line, "\t"); tab >= 0 {
			line = line[:tab]
		}
		word, flags := cutFlags(line)
		if flags, _, _ = strings.Cut(flags, " "); word != "" {
			r.d.entries[r.decode(word)] += r.flagsOf(flags)
		}
	}
	return nil
}

// cutFlags parts a word from its flags at the first slash without a backslash.
func cutFlags(line string) (word, flags string) {
	for i := 1; i < len(line); i++ {
		if line[i] == '/' && line[i-1] != '\\' {
			return strings.ReplaceAll(line[:i], `\/`, "/"), line[i+1:]
		}
	}
	return line, ""
}

// flagsOf reads flags or the number of an alias.
func (r *reader) flagsOf(text string) string {
	if text == "" {
		return ""
	}
	if n, err := strconv.Atoi(text); err == nil && 0 < n && n <= len(r.aliases) {
		return r.aliases[n-1]
	}
	return r.runes(text)
}

// runes reads flags, each as a rune.
func (r *reader) runes(text string) string {
	var flags strings.Builder
	switch r.flags {
	case "long":
		for i := 0; i+1 < len(text); i += 2 {
			flags.WriteRune(rune(text[i])<<7 | rune(text[i+1]))
		}
	case "num":
		for _, number := range strings.Split(text, ",") {
			n, _ := strconv.Atoi(number)
			flags.WriteRune(private + rune(n))
		}
	case "UTF-8":
		return text
	default:
		return r.decodeFlags(text)
	}
	return flags.String()
}

// private is where numbered flags stand, away from the surrogates.
const private = 0xF0000

func (r *reader) decodeFlags(text string) string {
	if utf8.ValidString(text) && r.charset == nil {
		return text
	}
	return decode(charmap.ISO8859_1, text)
}

func (r *reader) flag(text string) rune {
	c, _ := utf8.DecodeRuneInString(r.runes(text))
	return c
}

func (r *reader) decode(text string) string {
	if r.charset == nil {
		return text
	}
	return decode(r.charset, text)
}

func decode(from encoding.Encoding, text string) string {
	decoded, err := from.NewDecoder().String(text)
	if err != nil {
		return text
	}
	return decoded
}
