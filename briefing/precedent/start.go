// Package precedent sets a statement beside the earlier ones with the same
// partner: what was taken over from last year, which topics stayed, came, went
// or moved, what was reworded, and in what tone.
package precedent

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"delegation-briefing/briefing"
)

// Start begins this year's statement from the last one with the partner. The
// edition is one more; the date and the place are left as gaps, and where the
// headline, the dateline and the opening named them as those of the dialogue,
// these fill themselves.
// The text is kept, and every sentence of it is listed in Carried until
// somebody touches or confirms it; so are the names of the heads of delegation.
// The template lays the sections out.
func Start(last briefing.Statement, t briefing.Template) briefing.Statement {
	s := t.Arrange(last)
	s.ID, s.Precedent = "", last.ID
	s.Status, s.Title, s.Reference, s.Embargo = briefing.Draft, "", "", briefing.Moment{}
	s.Ignored = nil
	if s.Edition > 0 {
		s.Edition++
	}
	s.Date, s.EndDate, s.Place, s.Mode = briefing.Date{}, briefing.Date{}, "", ""
	for i := range s.Sections {
		sec := &s.Sections[i]
		switch sec.Key {
		case "headline", "dateline":
			sec.Text = advance(sec.Text, last, true)
		case "opening":
			sec.Text = advance(sec.Text, last, false)
		}
	}
	s.Carried = nil
	for _, c := range sourceSentences(s) {
		if !c.Name() || t.Part(c.At.Section).Kind == briefing.PeoplePart {
			s.Carried = append(s.Carried, c.Text)
		}
	}
	return s
}

// advance puts placeholders where a text names the facts of the last dialogue:
// its number wherever that counts the dialogue, its day and its place in the
// sentences that tell of the dialogue itself. What is said of the same place
// or day elsewhere stays as it was: it is no fact of the next one. A line above
// the text tells of the dialogue throughout.
func advance(text briefing.Prose, last briefing.Statement, line bool) briefing.Prose {
	words := string(text)
	names := namesOf(last.Kind)
	counts := func(after string) bool { return countsDialogue(after, names) }
	for _, form := range ordinals(last.Edition, last.Language) {
		words = put(words, "{{ordinal}}", stands(words, form, counts))
	}
	days := daysIn(words, last)
	sentences := briefing.Sentences(masked(words, days))
	for i, r := range slices.Backward(sentences) {
		sentence, days := words[r.Start:r.End], inside(days, r)
		if !line && !tells(sentence, last.Kind, len(days) > 0, i == 0) {
			continue
		}
		sentence = put(sentence, "{{date}}", days)
		words = words[:r.Start] + put(sentence, "{{place}}", placesIn(sentence, last)) + words[r.End:]
	}
	return briefing.Prose(words)
}

// endsDate reports whether a date is over where the text goes on like this:
// "6 March" is another day where a year follows.
func endsDate(after string) bool { return !yearNext.MatchString(after) }

var yearNext = regexp.MustCompile(`^(?:,|[\s\x{A0}\x{202F}]+de)?[\s\x{A0}\x{202F}]+[0-9]{4}(?:[^0-9]|$)`)

// ordinals lists the ways to write an edition that a text may have used.
func ordinals(n int, lang string) []string {
	if n <= 0 {
		return nil
	}
	forms := []string{briefing.Ordinal(n, lang)}
	if strings.HasPrefix(lang, "en") {
		for _, suffix := range []string{"st", "nd", "rd", "th"} {
			forms = append(forms, strconv.Itoa(n)+suffix)
		}
	}
	return forms
}

// stands lists where some words stand as whole words, outside of placeholders,
// and where what follows fits.
func stands(text, words string, fits func(after string) bool) []briefing.Range {
	var all []briefing.Range
	for at := 0; words != ""; {
		n := strings.Index(text[at:], words)
		if n < 0 {
			break
		}
		r := briefing.Range{Start: at + n, End: at + n + len(words)}
		if whole(text, r.Start, r.End) && fits(text[r.End:]) {
			all = append(all, r)
		}
		at = r.End
	}
	return all
}

// put writes a placeholder over stretches of a text, which are in order.
func put(text, placeholder string, over []briefing.Range) string {
	for _, r := range slices.Backward(over) {
		text = text[:r.Start] + placeholder + text[r.End:]
	}
	return text
}

// whole reports whether the bytes from start to end are words of their own.
func whole(text string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	return !ofWord(before) && !ofWord(after)
}

// ofWord reports whether a sign belongs to a word or to a placeholder.
func ofWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r) || strings.ContainsRune("_{}", r)
}

// Sentence is a sentence of the source at a place, or a person's name.
type Sentence struct {
	At    briefing.Place
	Range briefing.Range // bytes of the text at At
	Text  string
}

// Name reports whether it is a person's name and no sentence.
func (s Sentence) Name() bool { return s.At.Field == "name" }

// Follower finds what is carried over in one state of a statement after another: what
// is written at a place is not taken apart again as long as it stays. Its zero value is
// ready, for one goroutine at a time.
type Follower struct {
	known map[briefing.Place]apart
}

// apart is a text and its sentences.
type apart struct {
	source    string
	sentences []Sentence
}

// Carried lists the sentences that were taken over from the precedent and that
// nobody has touched or confirmed since.
func (f *Follower) Carried(s briefing.Statement) []Sentence {
	waiting := map[string]int{}
	for _, text := range s.Carried {
		waiting[text]++
	}
	var all []Sentence
	now := map[briefing.Place]apart{}
	for _, at := range s.Places() {
		source, _ := s.Text(at)
		text, ok := f.known[at]
		if !ok || text.source != source {
			text = apart{source, sentencesAt(at, source)}
		}
		now[at] = text
		for _, c := range text.sentences {
			if waiting[c.Text] > 0 {
				waiting[c.Text]--
				all = append(all, c)
			}
		}
	}
	f.known = now
	return all
}

// Confirm takes a sentence off the list of those carried over: somebody read
// it and it stands.
func Confirm(s briefing.Statement, text string) briefing.Statement {
	s = s.Clone()
	if i := slices.Index(s.Carried, text); i >= 0 {
		s.Carried = slices.Delete(s.Carried, i, i+1)
	}
	return s
}

// sourceSentences lists the sentences of a statement's prose as it is written,
// and the names of its people.
func sourceSentences(s briefing.Statement) []Sentence {
	var all []Sentence
	for _, at := range s.Places() {
		source, _ := s.Text(at)
		all = append(all, sentencesAt(at, source)...)
	}
	return all
}

func sentencesAt(at briefing.Place, source string) []Sentence {
	var all []Sentence
	for _, r := range stretches(at, source) {
		text := strings.TrimSpace(source[r.Start:r.End])
		if text != "" {
			start := r.Start + strings.Index(source[r.Start:r.End], text)
			all = append(all, Sentence{at, briefing.Range{Start: start, End: start + len(text)}, text})
		}
	}
	return all
}

// stretches are what is confirmed at a place piece by piece: the sentences of
// prose, and a name as a whole.
func stretches(at briefing.Place, source string) []briefing.Range {
	switch at.Field {
	case "text":
		return briefing.Sentences(source)
	case "name":
		return []briefing.Range{{End: len(source)}}
	}
	return nil
}
