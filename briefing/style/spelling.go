package style

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/style/hunspell"
)

// Spelling knows how the words of a language are written. It may be asked from
// any goroutine.
type Spelling struct {
	dictionary *hunspell.Dictionary
}

// FindSpelling reads the Hunspell dictionary for a language, spelling/en-GB.aff
// and .dic, from the first shelf that has one, and adds to it the words of
// spelling/en-GB.words from every shelf. English without a country means
// British English; any other language takes what there is for it. Reading
// takes some hundredths of a second, so leave the window's goroutine for it.
// Where there is no dictionary the error wraps [fs.ErrNotExist].
func FindSpelling(shelves briefing.Office, lang string) (*Spelling, error) {
	for _, name := range spellingNames(shelves, lang) {
		dictionary, err := openSpelling(shelves, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("spelling of %s: %w", name, err)
		}
		for _, shelf := range shelves {
			if err := addWords(dictionary, shelf, name+".words"); err != nil {
				return nil, fmt.Errorf("spelling of %s: %w", name, err)
			}
		}
		return &Spelling{dictionary}, nil
	}
	return nil, fmt.Errorf("no dictionary for %q: %w", lang, fs.ErrNotExist)
}

// SystemSpelling lists the folders in which this system keeps dictionaries for
// all its programs, to be put behind the office's own shelves.
func SystemSpelling() briefing.Office {
	var shelves briefing.Office
	for _, dir := range []string{
		"/usr/share/hunspell", "/usr/share/myspell/dicts", "/usr/local/share/hunspell", "/opt/homebrew/share/hunspell",
		"/Library/Spelling", os.ExpandEnv("$HOME/Library/Spelling"), os.ExpandEnv(`$ProgramFiles\Hunspell`),
	} {
		if info, err := os.Stat(dir); err == nil && info.IsDir() {
			shelves = append(shelves, os.DirFS(dir))
		}
	}
	return shelves
}

// spellingNames lists where dictionaries for a language may stand, the best
// first and without their endings.
func spellingNames(shelves briefing.Office, lang string) []string {
	tag, err := language.Parse(lang)
	if err != nil {
		return nil
	}
	base, _ := tag.Base()
	tags := []string{tag.String(), base.String()}
	if base.String() == "en" && tag.String() == "en" {
		tags = []string{"en-GB"}
	}
	var names []string
	for _, t := range tags {
		under := strings.ReplaceAll(t, "-", "_")
		names = append(names, "spelling/"+t, "spelling/"+under, under)
	}
	for _, shelf := range shelves {
		for _, pattern := range []string{"spelling/" + base.String() + "-*.dic", "spelling/" + base.String() + "_*.dic", base.String() + "_*.dic"} {
			found, _ := fs.Glob(shelf, pattern)
			for _, f := range found {
				names = append(names, strings.TrimSuffix(f, ".dic"))
			}
		}
	}
	return names
}

func openSpelling(shelves briefing.Office, name string) (*hunspell.Dictionary, error) {
	aff, err := shelves.Open(name + ".aff")
	if err != nil {
		return nil, err
	}
	defer aff.Close()
	dic, err := shelves.Open(name + ".dic")
	if err != nil {
		return nil, err
	}
	defer dic.Close()
	return hunspell.Read(aff, dic)
}

func addWords(d *hunspell.Dictionary, shelf fs.FS, name string) error {
	f, err := shelf.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer f.Close()
	return d.Add(f)
}

// Knows reports whether a word of prose is spelled right. Of a word with
// hyphens every part must be; a possessive counts as its noun.
func (sp *Spelling) Knows(word string) bool {
	word = noun(word)
	if sp.dictionary.Knows(word) {
		return true
	}
	parts := strings.FieldsFunc(word, func(r rune) bool { return r == '-' || r == '‑' || r == '\u00AD' })
	return len(parts) > 1 && !slices.ContainsFunc(parts, func(part string) bool { return !sp.dictionary.Knows(part) })
}

// Suggest returns at most n ways the word may have been meant.
func (sp *Spelling) Suggest(word string, n int) []string {
	bare := noun(word)
	found := sp.dictionary.Suggest(bare, n)
	for i := range found {
		found[i] += word[len(bare):]
	}
	return found
}

// noun is the word without the ending of a possessive.
func noun(word string) string {
	for _, s := range []string{"’s", "'s", "’", "'"} {
		if bare, ok := strings.CutSuffix(word, s); ok && bare != "" {
			return bare
		}
	}
	return word
}

// checkSpelling remarks on words that the dictionary does not have. Words with
// a capital may be names: they are looked at only where they begin a sentence,
// where a name and a word seem to have run together, or where they miss by a
// letter a word that these texts are full of.
func checkSpelling(r *reading, rule *Rule) {
	sp := r.known.Spelling
	if sp == nil {
		return
	}
	suggested := map[string][]string{}
	for _, p := range r.passages {
		if p.kind == "phones" || p.kind == "name" || p.kind == "contacts" {
			continue
		}
		if sp.foreign(p) {
			r.remark(rule, p, 0, len(p.text), note{say: "foreign"})
			continue
		}
		for i, w := range p.words {
			if !r.unknown(w, rule) {
				continue
			}
			offers, wrong := r.slips(p, i), r.misspelled(p, w)
			if !wrong && len(offers) == 0 || r.remarked(p, w) {
				continue
			}
			if wrong && len(offers) == 0 {
				offers = r.suggest(w.text, suggested)
			}
			if len(offers) > 0 || !capital(w.text) {
				r.remark(rule, p, w.from, w.to, spelled(offers))
			}
		}
	}
}

// foreign reports whether a passage seems to be in another language: most of
// its words are not in the dictionary.
func (sp *Spelling) foreign(p *passage) bool {
	const few = 5
	unknown, all := 0, 0
	for _, w := range p.words {
		if capital(w.text) || figures(w.text) {
			continue
		}
		if all++; !sp.Knows(w.text) {
			unknown++
		}
	}
	return all > few && unknown > all/2
}

// spelled is the note on a misspelled word.
func spelled(offers []string) note {
	if len(offers) == 0 {
		return note{}
	}
	n := instead(offers[0])
	n.others = offers[1:]
	n.say = "offer"
	if strings.Contains(offers[0], " ") {
		n.say = "joined"
	}
	n.with = []string{"offers", strings.Join(offers, ", ")}
	return n
}

// unknown reports whether a word is not in the dictionary, and neither an
// abbreviation nor several names with hyphens.
func (r *reading) unknown(w word, rule *Rule) bool {
	if len(w.text) < 3 || strings.ContainsFunc(w.text, unicode.IsNumber) || rule.except[w.lower] || r.known.Spelling.Knows(w.text) {
		return false
	}
	bare := noun(w.text)
	_, n := utf8.DecodeRuneInString(bare)
	return bare[n:] == strings.ToLower(bare[n:])
}

// misspelled reports whether an unknown word is none: neither a name the
// statement or the workspace knows, nor one that nobody knows yet.
func (r *reading) misspelled(p *passage, w word) bool {
	bare := noun(w.text)
	return !r.isKnownName(bare) && (!capital(w.text) || p.opens(w.from) && !r.capitalInside(w.text) || r.runTogether(bare) != "")
}

// suggest offers up to three words, and remembers them; none once many words of
// a text were unknown, because it is in another language then.
func (r *reading) suggest(w string, suggested map[string][]string) []string {
	offers, ok := suggested[w]
	if !ok {
		offers = r.offer(w, len(suggested))
		suggested[w] = offers
	}
	return offers
}

func (r *reading) offer(w string, asked int) []string {
	const enough, longest = 12, 24
	if parted := r.runTogether(w); parted != "" {
		return []string{parted}
	}
	if asked > enough || utf8.RuneCountInString(w) > longest {
		return nil
	}
	return r.known.Spelling.Suggest(w, 3)
}

// runTogether parts "Norlandand" into a name that is known and a word; ""
// where it cannot.
func (r *reading) runTogether(w string) string {
	if !capital(w) {
		return ""
	}
	for i := range w {
		if i > 3 && len(w)-i > 1 && r.isKnownName(w[:i]) && !endings[w[i:]] && r.known.Spelling.Knows(w[i:]) {
			return w[:i] + " " + w[i:]
		}
	}
	return ""
}

// endings make a people of a country and are no words of their own there.
var endings = map[string]bool{"ian": true, "ans": true, "ese": true, "ish": true, "men": true, "stan": true, "land": true, "born": true, "based": true,
	"er": true, "ers": true, "an": true, "ic": true, "al": true, "ed": true, "es": true, "en": true, "is": true, "ism": true}

// capitalInside reports whether a word also stands within a sentence with its
// capital, as names do.
func (r *reading) capitalInside(w string) bool {
	return slices.ContainsFunc(r.passages, func(p *passage) bool {
		return slices.ContainsFunc(p.words, func(other word) bool { return other.text == w && !p.opens(other.from) })
	})
}

// remarked reports whether another rule has something on the word already.
func (r *reading) remarked(p *passage, w word) bool {
	at, from, to, _ := p.origin(w.from, w.to)
	return slices.ContainsFunc(r.found, func(f Finding) bool {
		return f.At == at && f.From < to && from < f.To && f.To-f.From < 3*(to-from)
	})
}
