package window

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2/lang"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
	"golang.org/x/text/message"
	xnumber "golang.org/x/text/number"

	"delegation-briefing/app/window/field"
	"delegation-briefing/briefing"
)

// tongue is a language that the windows speak. Its messages are a file,
// "lang/fr.json": the English words, and how they are said. Adding a language
// is adding a file.
type tongue struct {
	tag     language.Tag
	words   *i18n.Localizer
	numbers *message.Printer
}

// spoken is the language of all windows; until one is chosen, English as it
// stands in the code.
var spoken = tongue{tag: language.English, numbers: message.NewPrinter(language.English)}

// speak makes the windows speak a language: that of a setting such as "fr", or
// where it is empty that of the system, or else English. A window shows it
// when it is built anew.
func speak(files fs.FS, setting string) error {
	bundle, err := readMessages(files)
	if err != nil {
		return fmt.Errorf("reading the window's messages: %w", err)
	}
	if setting == "" {
		setting = lang.SystemLocale().LanguageString()
	}
	tag := closest(bundle.LanguageTags(), setting)
	spoken = tongue{
		tag:     tag,
		words:   i18n.NewLocalizer(bundle, tag.String()),
		numbers: message.NewPrinter(tag),
	}
	field.Labels.Cut, field.Labels.Copy = L("Cut"), L("Copy")
	field.Labels.Paste, field.Labels.SelectAll = L("Paste"), L("Select all")
	return nil
}

// interfaceLanguage is the code of the language that the windows speak.
func interfaceLanguage() string { return spoken.tag.String() }

// L is a sentence in the language of the window. Names and numbers in it are
// filled in as by [fmt.Sprintf]; a language with another order of words writes
// %[2]s.
func L(words string, about ...any) string {
	said := words
	if spoken.words != nil {
		if s, err := spoken.words.Localize(&i18n.LocalizeConfig{MessageID: words}); err == nil && s != "" {
			said = s
		}
	}
	if len(about) == 0 {
		return said
	}
	return fmt.Sprintf(said, about...)
}

// N is a phrase about n things: N("pages", 2) is "2 pages". The files have a
// form for each number that their language tells apart.
func N(things string, n int) string {
	if spoken.words != nil {
		s, err := spoken.words.Localize(&i18n.LocalizeConfig{
			MessageID: things, PluralCount: n, TemplateData: map[string]string{"Count": number(n)},
		})
		if err == nil {
			return s
		}
	}
	return number(n) + " " + things
}

// number writes a number with the language's sign between thousands.
func number(n int) string { return spoken.numbers.Sprintf("%d", n) }

// percent writes a share of one as the language does.
func percent(share float32) string {
	return spoken.numbers.Sprint(xnumber.Percent(share, xnumber.MaxFractionDigits(0)))
}

// day writes a date with the name of the month.
func day(d briefing.Date) string { return d.In(interfaceLanguage()) }

// languages are the codes of the languages that the windows can speak, each
// with its own name for itself.
func languages(files fs.FS) map[string]string {
	names := map[string]string{}
	found, _ := fs.Glob(files, "lang/*.json") // the pattern is a good one
	for _, file := range found {
		code := strings.TrimSuffix(path.Base(file), ".json")
		names[code] = languageName(code)
	}
	return names
}

// languageName is what a language calls itself, as it stands in a list.
func languageName(code string) string {
	name := display.Self.Name(language.Make(code))
	first, size := utf8.DecodeRuneInString(name)
	return string(unicode.ToUpper(first)) + name[size:]
}

func readMessages(files fs.FS) (*i18n.Bundle, error) {
	bundle := i18n.NewBundle(language.English)
	bundle.RegisterUnmarshalFunc("json", json.Unmarshal)
	found, err := fs.Glob(files, "lang/*.json")
	if err != nil {
		return nil, err
	}
	for _, file := range found {
		data, err := fs.ReadFile(files, file)
		if err != nil {
			return nil, err
		}
		if _, err := bundle.ParseMessageFileBytes(data, path.Base(file)); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
	}
	return bundle, nil
}

// closest is the language that an officer who wants another one reads best;
// English where none is near.
func closest(known []language.Tag, wanted string) language.Tag {
	known = slices.DeleteFunc(slices.Clone(known), func(t language.Tag) bool { return t == language.English })
	known = slices.Insert(known, 0, language.English)
	_, i, sure := language.NewMatcher(known).Match(language.Make(wanted))
	if sure == language.No {
		return language.English
	}
	return known[i]
}
