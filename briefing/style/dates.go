package style

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"delegation-briefing/briefing"
)

// dated is a date as it stands in a passage.
type dated struct {
	p        *passage
	from, to int
	date     briefing.Date // its year may be missing
}

// dateForm finds days with their month in the language's words.
func dateForm(g Guide) *regexp.Regexp {
	months := briefing.Months(g.Language)
	if months == nil {
		return nil
	}
	return regexp.MustCompile(`\b(\d{1,2})(?:` + either(g.Words.Suffixes) + `)?[ \x{A0}](?:(?:of|de)[ \x{A0}])?(` +
		either(months) + `)(?:,?[ \x{A0}](?:de[ \x{A0}])?(\d{4})\b)?`)
}

func findDates(passages []*passage, g Guide) []dated {
	if g.dates == nil {
		return nil
	}
	var all []dated
	for _, p := range passages {
		for _, m := range g.dates.FindAllStringSubmatchIndex(p.text, -1) {
			if unicode.IsLetter(first(p.text[m[1]:])) {
				continue
			}
			d := dated{p: p, from: m[0], to: m[1]}
			d.date.Day, _ = strconv.Atoi(p.text[m[2]:m[3]])
			d.date.Month = slices.Index(briefing.Months(g.Language), p.text[m[4]:m[5]]) + 1
			if m[6] >= 0 {
				d.date.Year, _ = strconv.Atoi(p.text[m[6]:m[7]])
			}
			all = append(all, d)
		}
	}
	return all
}

// sameDay compares days, and years where both are known.
func sameDay(a, b briefing.Date) bool {
	return a.Day == b.Day && a.Month == b.Month && (a.Year == b.Year || a.Year == 0 || b.Year == 0)
}

// checkYear asks for the year of the first date in the running text, and of
// the dateline's.
func checkYear(r *reading, rule *Rule) {
	first := true
	for _, d := range r.dates {
		if d.p.kind != "dateline" && !(isProse(d.p) && first) {
			continue
		}
		if isProse(d.p) {
			first = false
		}
		if !r.yearless(d) {
			continue
		}
		n := note{}
		if sameDay(d.date, r.s.Date) && r.s.Date.Year != 0 {
			n = instead(d.p.text[d.from:d.to] + " " + strconv.Itoa(r.s.Date.Year))
		}
		r.remark(rule, d.p, d.from, d.to, n)
	}
}

// checkLaterYears asks for the year of dates further down that are not the
// meeting's own, unless the text has the same day with its year.
func checkLaterYears(r *reading, rule *Rule) {
	first := true
	for _, d := range r.dates {
		if !isProse(d.p) {
			continue
		}
		if !first && r.yearless(d) && !r.ownDay(d.date) && !slices.ContainsFunc(r.dates, func(o dated) bool { return o.date.Year != 0 && sameDay(o.date, d.date) }) {
			r.remark(rule, d.p, d.from, d.to, note{})
		}
		first = false
	}
}

// yearless reports whether a date has no year of its own, nor one that follows
// for the range it begins.
func (r *reading) yearless(d dated) bool { return d.date.Year == 0 && !rangeContinues(d) }

// ownDay reports whether a day is one of the meeting's.
func (r *reading) ownDay(d briefing.Date) bool {
	return sameDay(d, r.s.Date) || !r.s.EndDate.IsZero() && sameDay(d, r.s.EndDate)
}

// rangeContinues reports whether the date is the first half of "28 February to
// 2 March 2026", where the year follows.
func rangeContinues(d dated) bool {
	return yearFollows.MatchString(d.p.text[d.to:])
}

var yearFollows = regexp.MustCompile(`^ ?(?:–|-|to|and|au|et)(?: le| the)? ?\d{1,2}(?:st|nd|rd|th|er)? \pL+ \d{4}`)

// checkWeekday compares a weekday with the calendar.
func checkWeekday(r *reading, rule *Rule) {
	for _, d := range r.dates {
		date := d.date
		if date.Year == 0 && sameDay(date, r.s.Date) {
			date.Year = r.s.Date.Year
		}
		from, day := weekdayBefore(d, r.g.Words.Weekdays)
		if day < 0 || !date.Known() || !exists(date) {
			continue
		}
		right := r.g.Words.Weekdays[(int(date.Time().Weekday())+6)%7]
		if right != r.g.Words.Weekdays[day] {
			n := instead(likeIn(right, d.p.text[from:]))
			n.with = []string{"date", d.p.text[d.from:d.to], "weekday", right}
			r.remark(rule, d.p, from, from+len(r.g.Words.Weekdays[day]), n)
		}
	}
}

// weekdayBefore finds the weekday that stands before a date; -1: none.
func weekdayBefore(d dated, weekdays []string) (from, day int) {
	before := strings.TrimRight(d.p.text[:d.from], " \u00a0,")
	before = strings.TrimRight(strings.TrimSuffix(before, " the"), " \u00a0,")
	for i, name := range weekdays {
		if len(before) >= len(name) && strings.EqualFold(before[len(before)-len(name):], name) {
			return len(before) - len(name), i
		}
	}
	return 0, -1
}

// checkCalendar remarks on days that no year has, such as 31 June.
func checkCalendar(r *reading, rule *Rule) {
	for _, d := range r.dates {
		if !exists(d.date) {
			r.remark(rule, d.p, d.from, d.to, note{})
		}
	}
	if !r.s.EndDate.IsZero() && r.s.EndDate.Known() && r.s.EndDate.Time().Before(r.s.Date.Time()) {
		r.remarkAt(rule, briefing.Place{Field: "end_date"}, note{say: "order"})
	}
}

func exists(d briefing.Date) bool {
	if d.Year == 0 {
		d.Year = 2000 // a leap year
	}
	t := time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
	return t.Day() == d.Day && t.Month() == time.Month(d.Month)
}

// checkFuture remarks on what is announced for a day before the dialogue.
func checkFuture(r *reading, rule *Rule) {
	if !r.s.Date.Known() {
		return
	}
	for _, d := range r.dates {
		if !d.date.Known() || !d.date.Time().Before(r.s.Date.Time()) || d.p.kind == "dateline" {
			continue
		}
		if announced(d, r.g.Words.Future) {
			r.remark(rule, d.p, d.from, d.to, note{with: []string{"date", r.s.When()}})
		}
	}
}

// announced reports whether a word of the future stands before the date, in
// the same clause.
func announced(d dated, future []string) bool {
	from := d.p.sentenceOf(d.from).from
	if i := strings.LastIndexAny(d.p.text[from:d.from], ",;:("); i >= 0 {
		from += i
	}
	return slices.ContainsFunc(d.p.wordsIn(from, d.from), func(w word) bool { return slices.Contains(future, w.lower) })
}

// checkNextYear remarks on the next meeting where it is announced for a year
// before this one's, or, in a sentence that was taken over from last time, for
// the same year: then this meeting is the one it speaks of. A next meeting of
// the same year may well be written anew.
func checkNextYear(r *reading, rule *Rule) {
	own := r.s.Date.Year
	if own == 0 {
		return
	}
	for _, p := range r.prose() {
		for _, w := range p.words {
			year := yearOf(w)
			if year == 0 || year > own || !r.announcesNext(p, w, rule.Words) || r.isPastDay(p, w) {
				continue
			}
			n := note{with: []string{"year", strconv.Itoa(own)}}
			if year == own {
				n.say = "carried"
			}
			if year < own || r.isCarried(p, w) {
				r.remark(rule, p, w.from, w.to, n)
			}
		}
	}
}

// yearOf reads a year; 0 where a word is none.
func yearOf(w word) int {
	if len(w.text) != len("2028") || w.text[0] > '9' {
		return 0 // nearly all words: no error need be made of them
	}
	if year, err := strconv.Atoi(w.text); err == nil && 1900 <= year && year < 2100 {
		return year
	}
	return 0
}

// announcesNext reports whether a year belongs to a phrase that announces a
// meeting of the series: nothing but time and place stands between them. Where
// a later year follows, nobody knows which is meant.
func (r *reading) announcesNext(p *passage, year word, phrases []string) bool {
	s := p.sentenceOf(year.from)
	words := p.wordsIn(s.from, year.from)
	if !r.ofTheSeries(p, words) || slices.ContainsFunc(p.wordsIn(year.to, s.to), func(w word) bool { return yearOf(w) > yearOf(year) }) {
		return false
	}
	for len(words) > 0 && r.tellsTimeOrPlace(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	var said strings.Builder
	for _, w := range words {
		said.WriteString(" " + w.lower)
	}
	return slices.ContainsFunc(phrases, func(phrase string) bool { return strings.HasSuffix(said.String(), " "+phrase) })
}

// ofTheSeries reports whether words are of a meeting of the series.
func (r *reading) ofTheSeries(p *passage, words []word) bool {
	return p.at.Section == "next" || slices.ContainsFunc(words, func(w word) bool { return r.g.series(w.lower) == r.ownSeries() })
}

// tellsTimeOrPlace reports whether a word may stand between what announces a
// meeting and its year: a name, a day, a month, or what goes with them.
func (r *reading) tellsTimeOrPlace(w word) bool {
	return capital(w.text) || figures(w.text) && yearOf(w) == 0 || slices.Contains(r.g.Words.When, w.lower) ||
		slices.Contains(r.g.Words.Ordinals, w.lower) || slices.Contains(briefing.Months(r.g.Language), w.text) || slices.Contains(r.g.Words.Weekdays, w.text)
}

// isPastDay reports whether a year belongs to a day before the meeting, on
// which [checkFuture] remarks.
func (r *reading) isPastDay(p *passage, year word) bool {
	return slices.ContainsFunc(r.dates, func(d dated) bool {
		return d.p == p && d.from <= year.from && year.to <= d.to && d.date.Known() && r.s.Date.Known() && d.date.Time().Before(r.s.Date.Time())
	})
}

// isCarried reports whether a word stands in a sentence that was taken over
// from last time and that nobody has touched or confirmed since.
func (r *reading) isCarried(p *passage, w word) bool {
	at, from, _, _ := p.origin(w.from, w.to)
	source, _ := r.s.Text(at)
	return slices.ContainsFunc(briefing.Sentences(source), func(s briefing.Range) bool {
		return s.Start <= from && from < s.End && slices.Contains(r.s.Carried, strings.TrimSpace(source[s.Start:s.End]))
	})
}

// checkOpening compares the day the opening gives with the statement's date.
func checkOpening(r *reading, rule *Rule) {
	if r.s.Date.IsZero() {
		return
	}
	var wrong *dated
	for i, d := range r.dates {
		if d.p.at.Section != r.opening() || !r.tellsWhen(d) {
			continue
		}
		if r.ownDay(d.date) {
			return
		}
		if wrong == nil {
			wrong = &r.dates[i]
		}
	}
	if wrong != nil {
		n := instead(r.s.When())
		n.with = []string{"date", r.s.When()}
		r.remark(rule, wrong.p, wrong.from, wrong.to, n)
	}
}

// tellsWhen reports whether the date's sentence tells of the meeting itself. A
// date before a dash is that of the release.
func (r *reading) tellsWhen(d dated) bool {
	if after := strings.TrimLeft(d.p.text[d.to:], " \u00A0"); strings.HasPrefix(after, "–") || strings.HasPrefix(after, "—") || strings.HasPrefix(after, "- ") {
		return false
	}
	s := d.p.sentenceOf(d.from)
	return slices.ContainsFunc(d.p.wordsIn(s.from, s.to), func(w word) bool {
		return slices.Contains(r.g.Words.Opening, w.lower)
	})
}

// opening is the key of the section that opens the text: the first of prose.
func (r *reading) opening() string {
	for _, p := range r.passages {
		if isProse(p) {
			return p.at.Section
		}
	}
	return ""
}

func isProse(p *passage) bool {
	return p.kind == "prose" || p.kind == "topics" || p.kind == "people"
}
