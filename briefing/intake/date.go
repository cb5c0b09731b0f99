package intake

import (
	"strconv"
	"strings"
	"time"

	"delegation-briefing/briefing"
)

// days is a date, or a run of days, as a text names it.
type days struct {
	from, to briefing.Date // to is zero for a single day
	at       [2]int        // bytes of the text
}

// ReadDate reads words that are a date and nothing else, as people write it:
// "12 March 2026", "le 12 mars 2026", "12.3.2026", the day before the month.
// The year may be missing.
func ReadDate(words string) (briefing.Date, bool) {
	words = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(words), "le "), ".")
	found := datesIn(words)
	if len(found) != 1 || !found[0].to.IsZero() || found[0].at != [2]int{0, len(words)} {
		return briefing.Date{}, false
	}
	return found[0].from, true
}

// ReadMoment reads words that are a day and a time of it and nothing else:
// "27 November 2026 19:00", "27.11.2026, 19h30 CET", "2026-11-27 19:00 +01:00".
// A time without a zone is one of here.
func ReadMoment(words string, here *time.Location) (time.Time, bool) {
	m := moment.get().FindStringSubmatch(strings.TrimSpace(words))
	if m == nil {
		return time.Time{}, false
	}
	day, ok := ReadDate(m[1])
	if written, err := briefing.ParseDate(m[1]); err == nil {
		day, ok = written, true
	}
	hour, _ := strconv.Atoi(m[2])
	minute, _ := strconv.Atoi(m[3])
	zone, known := zoneOf(m[4], here)
	if !ok || !known || day.Year == 0 || hour > 23 || minute > 59 {
		return time.Time{}, false
	}
	return time.Date(day.Year, time.Month(day.Month), day.Day, hour, minute, 0, 0, zone), true
}

var moment = lazily(`(?i)^(.*?)(?:,| at| à)?\s+(\d{1,2})(?:[:.h](\d{2})|h)\s*(\S*)$`)

// zoneOf is the zone of a name that press offices write, or of an offset.
func zoneOf(name string, here *time.Location) (zone *time.Location, ok bool) {
	const hour = 3600
	switch strings.ToUpper(name) {
	case "":
		return here, true
	case "Z", "UTC", "GMT":
		return time.UTC, true
	case "CET":
		return time.FixedZone("", hour), true
	case "CEST", "EET":
		return time.FixedZone("", 2*hour), true
	case "EEST":
		return time.FixedZone("", 3*hour), true
	}
	t, err := time.Parse("-07:00", name)
	return t.Location(), err == nil
}

// datesIn finds the dates in a text, in the order they stand there.
func datesIn(text string) []days {
	if len(text) > 4000 {
		text = text[:4000]
	}
	all := append(writtenDates(text), numericDates(text)...)
	for i := 1; i < len(all); i++ {
		for j := i; j > 0 && all[j].at[0] < all[j-1].at[0]; j-- {
			all[j], all[j-1] = all[j-1], all[j]
		}
	}
	return ranges(text, all)
}

var numericDate = lazily(`(?:^|[^0-9./])([0-3]?[0-9])([./])([01]?[0-9])[./]((?:19|20)[0-9]{2})(?:[^0-9]|$)`)

func numericDates(text string) []days {
	var all []days
	for _, m := range numericDate.get().FindAllStringSubmatchIndex(text, -1) {
		d := date(figures(text, m[8]), figures(text, m[6]), figures(text, m[2]))
		if !d.IsZero() {
			all = append(all, days{from: d, at: [2]int{m[2], m[9]}})
		}
	}
	return all
}

// figures is the number that stands at a byte of the text.
func figures(text string, at int) int {
	end := at
	for end < len(text) && text[end] >= '0' && text[end] <= '9' {
		end++
	}
	n, _ := strconv.Atoi(text[at:end])
	return n
}

var dateWord = lazily(`[0-9]+|[\p{L}\p{M}]+`)

// writtenDates finds dates with the month's name: "6 March 2026", "le 1er
// août", "March 6, 2026", "8 et 9 décembre 2014".
func writtenDates(text string) []days {
	at := dateWord.get().FindAllStringIndex(text, -1)
	word := func(i int) string {
		if i < 0 || i >= len(at) {
			return ""
		}
		return text[at[i][0]:at[i][1]]
	}
	var all []days
	for i := range at {
		month := monthNamed(word(i))
		if month == 0 {
			continue
		}
		if d, ok := dayBefore(word, i, month); ok {
			d.at = [2]int{at[d.at[0]][0], at[d.at[1]][1]}
			all = append(all, d)
		} else if d, ok := dayAfter(word, i, month); ok {
			d.at = [2]int{at[i][0], at[d.at[1]][1]}
			all = append(all, d)
		}
	}
	return all
}

// dayBefore reads "6 March 2026" whose month is word m; at holds words.
func dayBefore(word func(int) string, m, month int) (days, bool) {
	i := m - 1
	for joins(word(i)) {
		i--
	}
	day := numeral(word(i))
	if day == 0 {
		return days{}, false
	}
	year, last := yearAfter(word, m)
	d := days{from: date(year, month, day), at: [2]int{i, last}}
	j := i - 1
	if between[word(j)] || joins(word(j)) {
		j--
	}
	if joins(word(j)) {
		j--
	}
	if first := numeral(word(j)); first > 0 && first < day {
		d.to, d.from, d.at[0] = d.from, date(year, month, first), j
	}
	return d, !d.from.IsZero()
}

// dayAfter reads "March 6, 2026" whose month is word m.
func dayAfter(word func(int) string, m, month int) (days, bool) {
	day := numeral(word(m + 1))
	if day == 0 || word(m) == strings.ToLower(word(m)) {
		return days{}, false
	}
	last := m + 1
	if joins(word(last + 1)) {
		last++
	}
	year, end := yearAfter(word, last)
	d := date(year, month, day)
	return days{from: d, at: [2]int{m, end}}, !d.IsZero()
}

// joins reports whether a word may stand inside a date and says nothing.
func joins(word string) bool {
	switch strings.ToLower(word) {
	case "st", "nd", "rd", "th", "er", "ème", "de", "of", "º", "a":
		return true
	}
	return false
}

// between are the words between the two days of a range.
var between = map[string]bool{"and": true, "et": true, "y": true, "e": true, "und": true, "и": true, "to": true, "au": true, "al": true, "bis": true, "i": true}

// yearAfter is the year that follows a word, and the last word of the date.
func yearAfter(word func(int) string, m int) (year, last int) {
	i := m + 1
	if joins(word(i)) {
		i++
	}
	if w := word(i); len(w) == 4 {
		if n, err := strconv.Atoi(w); err == nil && n > 1900 && n < 2200 {
			return n, i
		}
	}
	return 0, m
}

// numeral is a day of a month, or 0.
func numeral(word string) int {
	n, err := strconv.Atoi(word)
	if err != nil || n < 1 || n > 31 {
		return 0
	}
	return n
}

// date is a day that exists, or zero. A year of 0 is not known.
func date(year, month, day int) briefing.Date {
	check := year
	if year == 0 {
		check = 2000
	}
	t := time.Date(check, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Day() != day || int(t.Month()) != month {
		return briefing.Date{}
	}
	return briefing.Date{Year: year, Month: month, Day: day}
}

// ranges joins two dates with nothing but "and" or a dash between them.
func ranges(text string, all []days) []days {
	var joined []days
	for _, d := range all {
		if n := len(joined); n > 0 && joined[n-1].to.IsZero() && d.to.IsZero() {
			first := &joined[n-1]
			if first.at[1] > d.at[0] {
				continue
			}
			gap := strings.Trim(text[first.at[1]:d.at[0]], " \u00a0")
			gap = strings.TrimSuffix(strings.TrimSuffix(gap, " le"), " el")
			if between[gap] || gap == "-" || gap == "–" || gap == "—" {
				if first.from.Year == 0 {
					first.from.Year = d.from.Year
				}
				first.to, first.at[1] = d.from, d.at[1]
				continue
			}
		}
		joined = append(joined, d)
	}
	return joined
}

// monthNamed is the number of a month by its name in any language, or 0.
func monthNamed(word string) int {
	if len(word) < 3 {
		return 0
	}
	return monthNames[briefing.Fold(word)]
}

var monthNames = func() map[string]int {
	names := map[string]int{}
	for _, lang := range languages {
		for i, name := range briefing.Months(lang) {
			names[briefing.Fold(name)] = i + 1
		}
	}
	for i, name := range strings.Fields("январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь") {
		names[briefing.Fold(name)] = i + 1
	}
	for i, name := range strings.Fields("jan feb mar apr maj jun jul aug sept oct nov dec") {
		names[name] = i + 1
	}
	return names
}()
