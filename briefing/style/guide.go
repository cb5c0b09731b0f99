package style

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"delegation-briefing/briefing"
)

// Guide is a house style: rules, and the words of a language they lean on. The
// zero Guide remarks on nothing. A guide is not changed once it is read, so it
// may be shared between goroutines.
type Guide struct {
	Format    int                `toml:"format"`
	Language  string             `toml:"language,omitempty"` // it is for; empty: any
	Title     string             `toml:"title,omitempty"`
	Default   string             `toml:"default,omitempty"` // name of the profile taken when none is asked for
	Profiles  map[string]Profile `toml:"profile,omitempty"`
	Words     Vocabulary         `toml:"words,omitempty"`
	Countries map[string]Country `toml:"country,omitempty"` // by ISO code, where there is more to say than CLDR has
	Rules     map[string]Rule    `toml:"rule,omitempty"`

	spoken      string // language of the interface, where there is one
	profileName string
	profile     Profile
	dates       *regexp.Regexp    // days with their months
	held        *regexp.Regexp    // where a meeting was
	seriesOf    map[string]string // words for a meeting
	countries   []Country
	wrong       phrases              // wrong names of countries and the right ones
	places      map[string]bool      // words of which names of countries and capitals are made
	capitals    map[[2]rune][]string // words with a capital that matter here, by their ends
	active      []*Rule              // those in force, ready to use, by id
}

// Profile is a choice among the forms that the sources allow.
type Profile struct {
	Title  string   `toml:"title,omitempty"`
	Phones string   `toml:"phones,omitempty"` // "press", "isg" or "e123"; empty: one form, whichever
	Quotes string   `toml:"quotes,omitempty"` // "single" or "double" marks first; empty: one kind, whichever
	On     []string `toml:"on,omitempty"`     // rules taken besides those that all profiles have
	Off    []string `toml:"off,omitempty"`    // rules left out
}

// Vocabulary is what rules have to know of a language.
type Vocabulary struct {
	Abbreviations []string            `toml:"abbreviations,omitempty"` // after whose point a sentence goes on, without it
	Weekdays      []string            `toml:"weekdays,omitempty"`      // from Monday on
	Ordinals      []string            `toml:"ordinals,omitempty"`      // "first" on
	Suffixes      []string            `toml:"suffixes,omitempty"`      // that make figures an ordinal: "st"
	Numbers       []string            `toml:"numbers,omitempty"`       // "one" on
	Between       []string            `toml:"between,omitempty"`       // what may part an ordinal from its series: "annual", "of"
	Future        []string            `toml:"future,omitempty"`        // what announces: "will"
	Titles        []string            `toml:"titles,omitempty"`        // before a name: "Mr", "Ms"
	LongForms     map[string]string   `toml:"long_forms,omitempty"`    // of abbreviations
	Later         []string            `toml:"later,omitempty"`         // before the number of another meeting: "next"
	Opening       []string            `toml:"opening,omitempty"`       // what a date in the opening is the date of: "held"
	In            []string            `toml:"in,omitempty"`            // before the place of a meeting: "in"
	Capitals      []string            `toml:"capitals,omitempty"`      // words with a capital that these texts are full of: "Ministry"
	When          []string            `toml:"when,omitempty"`          // besides names and figures, what tells when and where a meeting will be: "in", "spring"
	Series        map[string][]string `toml:"series,omitempty"`        // what one meeting of a series is called, by the word to compare
}

// DefaultProfile is the profile taken where nobody asked for another.
const DefaultProfile = "press"

// FindGuide puts together the guide for statements of a template in a
// language: what every language has in common, the language's own file, then
// the office's style.toml and the template's, each of which changes what it
// names and leaves the rest. A language without a file has the common rules.
// An empty profile means the default one.
func FindGuide(office briefing.Office, template, lang, profile string) (Guide, error) {
	var g Guide
	files := append([]string{"style/common.toml"}, languageFiles(lang)...)
	files = append(files, "style.toml", "templates/"+template+"/style.toml")
	for _, file := range files {
		over, err := openGuide(office, file)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return Guide{}, fmt.Errorf("%s: %w", file, err)
		}
		if over.Language == "" || languageCovers(over.Language, lang) {
			g = g.changed(over)
		}
	}
	return g.With(profile)
}

// With returns the guide with the rules of that profile in force.
func (g Guide) With(profile string) (Guide, error) {
	if profile == "" {
		profile = cmp.Or(g.Default, DefaultProfile)
	}
	p, ok := g.Profiles[profile]
	if !ok && len(g.Profiles) > 0 {
		return Guide{}, errorf("there is no profile %q: take one of %s",
			profile, strings.Join(slices.Sorted(maps.Keys(g.Profiles)), ", "))
	}
	g.profileName, g.profile, g.dates = profile, p, dateForm(g)
	g.held = placeForm(g)
	g.seriesOf = map[string]string{}
	for key, words := range g.Words.Series {
		for _, w := range words {
			g.seriesOf[w] = key
		}
	}
	g.learnCountries()
	g.learnCapitals()
	g.active = nil
	for _, id := range slices.Sorted(maps.Keys(g.Rules)) {
		rule := g.Rules[id]
		rule.id = id
		if !rule.inForce(profile, p) {
			continue
		}
		if err := rule.prepare(g); err != nil {
			return Guide{}, fmt.Errorf("rule %s: %w", id, err)
		}
		g.active = append(g.active, &rule)
	}
	return g, nil
}

func (g *Guide) learnCountries() {
	g.countries, g.places = allCountries(*g), map[string]bool{}
	wrong := map[string]string{}
	for _, c := range g.countries {
		for _, name := range append(c.forms(), c.Capital) {
			for _, w := range splitWords(name) {
				g.places[w.text] = true
			}
		}
		for _, name := range c.Wrong {
			wrong[name] = c.Short
		}
	}
	g.wrong = newPhrases(wrong, true)
}

// In returns the guide with its titles and messages in a language of the
// interface, from style/messages-fr.toml and the like; what is not translated
// there stays in English. Which language the statement is in makes no
// difference.
func (g Guide) In(office briefing.Office, lang string) (Guide, error) {
	tag, err := language.Parse(lang)
	if err != nil {
		return g, nil
	}
	base, _ := tag.Base()
	g.spoken = base.String()
	file := "style/messages-" + base.String() + ".toml"
	messages, err := openGuide(office, file)
	if errors.Is(err, fs.ErrNotExist) {
		return g, nil
	}
	if err != nil {
		return Guide{}, fmt.Errorf("%s: %w", file, err)
	}
	g.Rules = maps.Clone(g.Rules)
	for id, rule := range g.Rules {
		if said, ok := messages.Rules[id]; ok {
			g.Rules[id] = rule.said(said)
		}
	}
	g.Profiles = merged(g.Profiles, messages.Profiles, Profile.changed)
	return g.With(g.profileName)
}

// readGuide reads a guide as strictly as [briefing.ReadStatement] a statement.
func readGuide(r io.Reader) (Guide, error) {
	var g Guide
	if err := briefing.ReadTOML(r, &g); err != nil {
		return Guide{}, err
	}
	switch {
	case g.Format > briefing.Format:
		return Guide{}, errorf("this guide was written for a newer program (format %d; this one reads up to %d)", g.Format, briefing.Format)
	case g.Format < 1:
		return Guide{}, errorf(`this is not a guide: it does not begin with "format = 1"`)
	}
	for id, rule := range g.Rules {
		if rule.Check != "" && checks[rule.Check] == nil {
			return Guide{}, errorf("rule %s: there is no check %q: take one of %s", id, rule.Check, strings.Join(slices.Sorted(maps.Keys(checks)), ", "))
		}
	}
	return g, nil
}

func openGuide(office briefing.Office, file string) (Guide, error) {
	if !fs.ValidPath(file) {
		return Guide{}, fs.ErrNotExist
	}
	f, err := office.Open(file)
	if err != nil {
		return Guide{}, err
	}
	defer f.Close()
	return readGuide(f)
}

// languageFiles names the files for "pt-BR": those for "pt", then its own.
func languageFiles(lang string) []string {
	tag, err := language.Parse(lang)
	if err != nil {
		return nil
	}
	base, _ := tag.Base()
	files := []string{"style/" + base.String() + ".toml", "style/" + base.String() + "-countries.toml"}
	if tag.String() != base.String() {
		files = append(files, "style/"+tag.String()+".toml")
	}
	return files
}

// languageCovers reports whether a guide for one language holds for another.
func languageCovers(guide, lang string) bool {
	return lang == guide || strings.HasPrefix(lang, guide+"-")
}

// changed is the guide with what over names put in its place.
func (g Guide) changed(over Guide) Guide {
	g.Format = max(g.Format, over.Format)
	g.Language = cmp.Or(over.Language, g.Language)
	g.Title = cmp.Or(over.Title, g.Title)
	g.Default = cmp.Or(over.Default, g.Default)
	g.Profiles = merged(g.Profiles, over.Profiles, Profile.changed)
	g.Words = g.Words.changed(over.Words)
	g.Countries = merged(g.Countries, over.Countries, second[Country])
	g.Rules = merged(g.Rules, over.Rules, Rule.changed)
	return g
}

func (p Profile) changed(over Profile) Profile {
	return Profile{
		Title:  cmp.Or(over.Title, p.Title),
		Phones: cmp.Or(over.Phones, p.Phones),
		Quotes: cmp.Or(over.Quotes, p.Quotes),
		On:     orElse(over.On, p.On),
		Off:    orElse(over.Off, p.Off),
	}
}

func (v Vocabulary) changed(over Vocabulary) Vocabulary {
	return Vocabulary{
		Abbreviations: orElse(over.Abbreviations, v.Abbreviations),
		Weekdays:      orElse(over.Weekdays, v.Weekdays),
		Ordinals:      orElse(over.Ordinals, v.Ordinals),
		Suffixes:      orElse(over.Suffixes, v.Suffixes),
		Numbers:       orElse(over.Numbers, v.Numbers),
		Between:       orElse(over.Between, v.Between),
		Future:        orElse(over.Future, v.Future),
		Titles:        orElse(over.Titles, v.Titles),
		LongForms:     merged(v.LongForms, over.LongForms, second[string]),
		Later:         orElse(over.Later, v.Later),
		Opening:       orElse(over.Opening, v.Opening),
		In:            orElse(over.In, v.In),
		Capitals:      orElse(over.Capitals, v.Capitals),
		When:          orElse(over.When, v.When),
		Series:        merged(v.Series, over.Series, second[[]string]),
	}
}

// merged is the union of two maps; change joins what both have.
func merged[V any](base, over map[string]V, change func(V, V) V) map[string]V {
	if len(over) == 0 {
		return base
	}
	all := maps.Clone(base)
	if all == nil {
		all = map[string]V{}
	}
	for k, v := range over {
		if old, ok := all[k]; ok {
			v = change(old, v)
		}
		all[k] = v
	}
	return all
}

func second[V any](_, over V) V { return over }

func orElse[V any](over, base []V) []V {
	if over != nil {
		return over
	}
	return base
}

func errorf(format string, args ...any) error {
	return &briefing.FileError{Message: fmt.Sprintf(format, args...)}
}
