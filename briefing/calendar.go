package briefing

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/language"
)

// Date is the day of a meeting. A year of 0 means that the year is not known,
// as in "On 6 March"; the zero Date means that no date is known.
type Date struct{ Year, Month, Day int }

// IsZero reports whether no date is known.
func (d Date) IsZero() bool { return d == Date{} }

// Known reports whether the date is complete.
func (d Date) Known() bool { return d.Year != 0 && d.Month != 0 && d.Day != 0 }

// Time is midnight UTC of a complete date, and the zero time for any other.
func (d Date) Time() time.Time {
	if !d.Known() {
		return time.Time{}
	}
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// String writes 2026-03-06 or, without a year, --03-06 (ISO 8601:2000 §5.2.1.3).
func (d Date) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.Year == 0:
		return fmt.Sprintf("--%02d-%02d", d.Month, d.Day)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// ParseDate reads what [Date.String] writes.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return Date{}, nil
	}
	layout, text := "2006-01-02", s
	if rest, ok := strings.CutPrefix(s, "--"); ok {
		text = "2000-" + rest // a leap year, so that 29 February is a day
	}
	t, err := time.Parse(layout, text)
	if err != nil || t.Year() == 0 {
		return Date{}, fmt.Errorf("%q is not a date: write 2026-03-06, or --03-06 where the year is not known", s)
	}
	d := Date{t.Year(), int(t.Month()), t.Day()}
	if text != s {
		d.Year = 0
	}
	return d, nil
}

// MarshalTOML writes a complete date as TOML's own local date.
func (d Date) MarshalTOML() ([]byte, error) {
	if d.Known() {
		return []byte(d.String()), nil
	}
	return []byte(strconv.Quote(d.String())), nil
}

// UnmarshalTOML reads a local date, or a string as [ParseDate] does.
func (d *Date) UnmarshalTOML(v any) (err error) {
	switch v := v.(type) {
	case time.Time:
		*d = Date{v.Year(), int(v.Month()), v.Day()}
	case string:
		*d, err = ParseDate(v)
	default:
		err = fmt.Errorf("a date is written 2026-03-06, not %v", v)
	}
	return err
}

// Moment is a point in time and the zone it was given in. The zero Moment
// means that none is set.
type Moment struct{ time.Time }

// MarshalTOML writes an offset date-time, to the second.
func (m Moment) MarshalTOML() ([]byte, error) {
	if y := m.Year(); y < 0 || y > 9999 {
		return nil, fmt.Errorf("the year %d cannot be written", y)
	}
	return []byte(m.Format(time.RFC3339)), nil
}

// UnmarshalTOML reads an offset date-time. One without a zone is refused,
// because it would mean another moment on another machine.
func (m *Moment) UnmarshalTOML(v any) error {
	t, ok := v.(time.Time)
	if !ok || strings.HasSuffix(t.Location().String(), "-local") {
		return errors.New("a moment is written with its time zone: 2026-03-06T15:00:00+01:00")
	}
	_, offset := t.Zone()
	m.Time = t.Truncate(time.Second).In(time.FixedZone("", offset))
	return nil
}

// In writes the date as prose in the language: "6 March 2026". Where the
// language has no month names here, it falls back to [Date.String].
func (d Date) In(lang string) string {
	names := Months(lang)
	if d.IsZero() || names == nil {
		return d.String()
	}
	form := dateForms[baseLanguage(lang)]
	if form == "" {
		form = "D M Y"
	}
	day := strconv.Itoa(d.Day)
	if d.Day == 1 && baseLanguage(lang) == "fr" {
		day = "1er"
	}
	year := ""
	if d.Year != 0 {
		year = strconv.Itoa(d.Year)
	} else {
		form = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(form, " de Y"), " Y"), " року")
	}
	return strings.NewReplacer("D", day, "M", names[d.Month-1], "Y", year).Replace(form)
}

var dateForms = map[string]string{"es": "D de M de Y", "pt": "D de M de Y", "de": "D. M Y", "ru": "D M Y года", "uk": "D M Y року"}

// Months returns the twelve names as they stand in a date (the genitive where
// the language has one), in lower case where the language writes them so; nil
// for a language that is not known here. Source: CLDR 45, format wide.
func Months(lang string) []string {
	return months[baseLanguage(lang)]
}

var months = map[string][]string{
	"en": strings.Fields("January February March April May June July August September October November December"),
	"fr": strings.Fields("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
	"de": strings.Fields("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
	"es": strings.Fields("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
	"pt": strings.Fields("janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"),
	"it": strings.Fields("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"),
	"nl": strings.Fields("januari februari maart april mei juni juli augustus september oktober november december"),
	"pl": strings.Fields("stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia"),
	"ru": strings.Fields("января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
	"uk": strings.Fields("січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"),
	"el": strings.Fields("Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου"),
	"ro": strings.Fields("ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie"),
	"ar": strings.Fields("يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"),
}

// Ordinal writes the number of an edition in the language: "third", "16th",
// "33e". First to ninth are words in English (Interinstitutional Style Guide
// 10.5). A language without a rule here gets figures.
func Ordinal(n int, lang string) string {
	if n <= 0 {
		return ""
	}
	switch baseLanguage(lang) {
	case "en":
		if n < len(englishOrdinals) {
			return englishOrdinals[n]
		}
		return strconv.Itoa(n) + englishSuffix(n)
	case "fr":
		if n == 1 {
			return "1er"
		}
		return strconv.Itoa(n) + "e"
	case "es", "pt", "it":
		return strconv.Itoa(n) + "º"
	case "de", "pl":
		return strconv.Itoa(n) + "."
	case "nl":
		return strconv.Itoa(n) + "e"
	case "ru", "uk":
		return strconv.Itoa(n) + "-й"
	}
	return strconv.Itoa(n)
}

var englishOrdinals = strings.Split("|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth", "|")

func englishSuffix(n int) string {
	if n/10%10 == 1 {
		return "th"
	}
	switch n % 10 {
	case 1:
		return "st"
	case 2:
		return "nd"
	case 3:
		return "rd"
	}
	return "th"
}

// baseLanguage is the language subtag: "pt" of "pt-BR".
func baseLanguage(lang string) string {
	tag, err := language.Parse(lang)
	if err != nil {
		return lang
	}
	base, _ := tag.Base()
	return base.String()
}
