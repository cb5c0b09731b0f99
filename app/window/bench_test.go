package window

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"delegation-briefing/assets"
	"delegation-briefing/briefing"
	"delegation-briefing/briefing/archive"
)

// BenchmarkKey is one key in a brief of 20,000 words: the field, the draft and
// all that follows on the window's goroutine.
func BenchmarkKey(b *testing.B) {
	a := test.NewTempApp(b)
	w, err := open(a, Config{Files: assets.Files, Workspace: filepath.Join(b.TempDir(), "new"), do: func(func()) {}})
	if err != nil {
		b.Fatal(err)
	}
	defer w.saver.Close()
	w.win.Resize(fyne.NewSize(1440, 900))
	s := w.draft.Statement().Clone()
	paragraph := strings.Repeat("The EU welcomed the plan of Norland for the free press. ", 10) + "\n\n"
	key := ""
	for i := range s.Sections {
		if w.desk.template.Part(s.Sections[i].Key).Kind == briefing.TopicsPart && key == "" {
			key = s.Sections[i].Key
			s.Sections[i].Topics = nil
			for range 20 {
				s.Sections[i].Topics = append(s.Sections[i].Topics, briefing.Topic{Heading: "Trade", Text: briefing.Prose(strings.Repeat(paragraph, 10))})
			}
		}
	}
	w.draft.Change("long", func(now *briefing.Statement) { *now = s })
	f := w.desk.goTo(topicPlace(key, 10), 400)
	w.win.Canvas().Focus(f)
	b.ResetTimer()
	for b.Loop() {
		f.TypedRune('a')
	}
}

// BenchmarkFilter is one key in the filter of a list of 10,000 statements.
func BenchmarkFilter(b *testing.B) {
	test.NewTempApp(b)
	var all []archive.Entry
	for i := range 10_000 {
		all = append(all, archive.Entry{
			ID: fmt.Sprintf("statement-%d", i), Title: fmt.Sprintf("Norland: dialogue No %d takes place in Aldvik", i),
			Partner: "Norland", Place: "Aldvik", Edition: i, Status: briefing.Draft,
			Date: briefing.Date{Year: 1990 + i%36, Month: i%12 + 1, Day: i%28 + 1},
		})
	}
	for _, by := range []sorting{byDate, byYear} {
		l := newList(by, func(string) {}, func(sorting) {}, func() {})
		l.set(all)
		b.Run(fmt.Sprint(by), func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				l.filter.SetText([]string{"a", "al", "aldvik 12"}[i%3])
			}
		})
		b.Run(fmt.Sprint(by, " after saving"), func(b *testing.B) {
			l.filter.SetText("")
			for i := 0; b.Loop(); i++ {
				now := slices.Clone(all)
				now[7].Modified = time.Unix(int64(i), 0)
				l.set(now)
			}
		})
	}
}
