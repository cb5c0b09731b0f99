package index_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/precedent/index"
)

// BenchmarkIndex measures a workspace of ten thousand statements of two pages:
// making the index, keeping it up to date, and looking things up in it.
func BenchmarkIndex(b *testing.B) {
	dir := b.TempDir()
	for i := range 10_000 {
		write(b, dir, invented(i))
	}
	b.Run("build", func(b *testing.B) {
		for b.Loop() {
			os.RemoveAll(filepath.Join(dir, ".index"))
			open(b, dir).Close()
		}
		info, err := os.Stat(filepath.Join(dir, ".index", "said-before.db"))
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(info.Size())/1e6, "MB")
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		b.ReportMetric(float64(m.Sys)/1e6, "MB-memory")
	})
	x := open(b, dir)
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			x, err := index.Open(dir)
			if err != nil {
				b.Fatal(err)
			}
			x.Close()
		}
	})
	b.Run("refresh/none", func(b *testing.B) { benchmarkRefresh(b, x, func(int) {}) })
	b.Run("refresh/one", func(b *testing.B) {
		benchmarkRefresh(b, x, func(i int) {
			s := invented(5000)
			s.Reference = fmt.Sprint(i)
			write(b, dir, s)
		})
	})
	for name, q := range map[string]index.Query{
		"common word":     {Words: "rights"},
		"rare word":       {Words: "zubovela"},
		"two words":       {Words: "welcomed reforms"},
		"phrase":          {Words: `"human rights defenders"`},
		"phrase not said": {Words: `"human rights defend"`},
		"sentence":        {Words: "The EU expressed its serious concern about the situation of journalists and of civil society in the regions."},
		"rare partner":    {Words: "rights", Partner: "Land 77"},
		"year":            {Words: "rights", Year: 2003},
		"everything":      {Words: "torture", Partner: "Land 7", Year: 2010, Subject: "torture"},
		"nothing":         {Words: "elephant giraffe"},
	} {
		b.Run("search/"+name, func(b *testing.B) {
			for b.Loop() {
				search(b, x, q)
			}
		})
	}
}

func benchmarkRefresh(b *testing.B, x *index.Index, change func(int)) {
	for i := 0; b.Loop(); i++ {
		change(i)
		if err := x.Refresh(context.Background(), nil); err != nil {
			b.Fatal(err)
		}
	}
}

var (
	openings = strings.Split("The EU expressed concern about|The EU welcomed reforms of|Both sides discussed|The EU called on Norland to improve|"+
		"The EU reiterated its serious concern about|Norland presented its plans for|The EU commended progress on|Concerns were raised about", "|")
	matters = strings.Split("the situation of human rights defenders|the use of torture in detention|freedom of expression and the media|the death penalty|"+
		"the independence of the judiciary|gender equality and violence against women|the rights of the child|civil society in the regions|"+
		"the situation of journalists|elections and their observation", "|")
	endings = strings.Split("and recalled its obligations under international law|in line with the recommendations of the United Nations|"+
		"and encouraged further cooperation with civil society|and asked for the release of those detained|and offered its support", "|")
)

// invented is a statement of some 700 words, of every kind of sentence and
// with words that hardly any other has.
func invented(i int) briefing.Statement {
	r := rand.New(rand.NewPCG(1, uint64(i)))
	s := briefing.Statement{
		ID: fmt.Sprintf("statement-%05d", i), Format: 1, Template: "eu-statement", Language: "en", Kind: "Human Rights Dialogue",
		Partner: fmt.Sprint("Land ", i%120), Edition: 1 + i/120,
		Date:     briefing.Date{Year: 1995 + i%30, Month: 1 + i%12, Day: 1 + i%28},
		Sections: []briefing.Section{{Key: "headline", Text: "{{partner}}: {{ordinal}} dialogue held"}, {Key: "topics"}},
	}
	for range 8 {
		matter := matters[r.IntN(len(matters))]
		var text []string
		for range 4 {
			text = append(text, fmt.Sprintf("%s %s in %s, %s.", openings[r.IntN(len(openings))], matter, name(r), endings[r.IntN(len(endings))]))
		}
		s.Sections[1].Topics = append(s.Sections[1].Topics, briefing.Topic{
			Heading: matter, Subject: matter, Text: briefing.Prose(strings.Join(text, " ")),
		})
	}
	return s
}

// name invents the name of a place or a person.
func name(r *rand.Rand) string {
	syllables := strings.Fields("zu bo ve la mi ra ka to ne si du ga")
	var b strings.Builder
	for range 4 {
		b.WriteString(syllables[r.IntN(len(syllables))])
	}
	return b.String()
}
