package press_test

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/jung-kurt/gofpdf"

	"delegation-briefing/assets"
	"delegation-briefing/briefing"
	"delegation-briefing/briefing/page"
	"delegation-briefing/briefing/press"
)

// The benchmarks export a statement, a brief of some fifty pages and, where it
// is at hand, the statement that the figures of the README are about: after
// one word was changed, after every paragraph was, with nothing left but the
// fonts, as the first thing a process does with these, and without composing.
// Beside them stands gofpdf alone, without kerning, hyphens or tags, its lines
// broken by MultiCell; .ci/bench sets Typst beside them.

func BenchmarkShort(b *testing.B) { benchmark(b, named(b, "french"), "outcome") }
func BenchmarkLong(b *testing.B)  { benchmark(b, long(b), "outcome") }

func BenchmarkSeed(b *testing.B) {
	seeds := shared(b, "seeds/*.txt")
	if len(seeds) == 0 {
		b.Skip("the statement is not at hand")
	}
	benchmark(b, seeds[0].Statement, "opening")
}

func benchmark(b *testing.B, s briefing.Statement, section string) {
	j := job(b, s)
	b.Run("edit one word", func(b *testing.B) { benchmarkEdit(b, j, section) })
	b.Run("edit every paragraph", func(b *testing.B) { benchmarkRewrite(b, j) })
	b.Run("nothing reused", func(b *testing.B) { benchmarkForgetful(b, j) })
	b.Run("fonts read anew", func(b *testing.B) { benchmarkCold(b, j) })
	b.Run("print only", func(b *testing.B) { benchmarkPrint(b, s) })
	b.Run("gofpdf alone", func(b *testing.B) { benchmarkNaive(b, s) })
}

// benchmarkEdit changes a word, composes and prints, as a resident program
// does.
func benchmarkEdit(b *testing.B, j page.Job, section string) {
	c, p := page.NewCompositor(assets.Files), press.New()
	at := briefing.Place{Section: section, Field: "text"}
	words, _ := j.Statement.Text(at)
	size := 0
	for i := 0; b.Loop(); i++ {
		j.Statement = j.Statement.Clone()
		j.Statement.SetText(at, words+strings.Repeat(" again", i%2))
		size = export(b, c, p, j)
	}
	b.ReportMetric(float64(size), "bytes")
}

// benchmarkRewrite changes every paragraph, so that no line or page stays.
func benchmarkRewrite(b *testing.B, j page.Job) {
	c, p := page.NewCompositor(assets.Files), press.New()
	s := j.Statement
	for i := 0; b.Loop(); i++ {
		j.Statement = s.Clone()
		for _, at := range s.Places() {
			if words, _ := s.Text(at); words != "" && at.Field == "text" {
				j.Statement.SetText(at, fmt.Sprintf("No %d: %s", i, words))
			}
		}
		export(b, c, p, j)
	}
}

// benchmarkForgetful keeps the parsed fonts alone.
func benchmarkForgetful(b *testing.B, j page.Job) {
	c := page.NewCompositor(assets.Files)
	export(b, c, press.New(), j)
	for b.Loop() {
		c.Forget()
		export(b, c, press.New(), j)
	}
}

// benchmarkCold forgets everything each time but what a process has at hand
// anyway: the bytes of the fonts.
func benchmarkCold(b *testing.B, j page.Job) {
	for b.Loop() {
		export(b, page.NewCompositor(assets.Files), press.New(), j)
	}
}

func benchmarkPrint(b *testing.B, s briefing.Statement) {
	doc := compose(b, s)
	for b.Loop() {
		if err := press.WritePDF(io.Discard, doc, info); err != nil {
			b.Fatal(err)
		}
	}
}

func export(b *testing.B, c *page.Compositor, p *press.Press, j page.Job) int {
	doc, err := c.Compose(j)
	if err != nil {
		b.Fatal(err)
	}
	var out bytes.Buffer
	if err := p.WritePDF(&out, doc, info); err != nil {
		b.Fatal(err)
	}
	return out.Len()
}

func benchmarkNaive(b *testing.B, s briefing.Statement) {
	regular := bodyFace(b, s).Data()
	size := 0
	for b.Loop() {
		f := gofpdf.New("P", "pt", "A4", "")
		f.AddUTF8FontFromBytes("serif", "", bytes.Clone(regular))
		f.SetFont("serif", "", 11)
		f.SetMargins(72, 72, 72)
		f.AddPage()
		for _, place := range s.Places() {
			if text := s.Plain(place); text != "" {
				f.MultiCell(0, 15, text, "", "J", false)
				f.Ln(6)
			}
		}
		var out bytes.Buffer
		if err := f.Output(&out); err != nil {
			b.Fatal(err)
		}
		size = out.Len()
	}
	b.ReportMetric(float64(size), "bytes")
}

// bodyFace is the face of the first paragraph.
func bodyFace(b *testing.B, s briefing.Statement) *page.Face {
	for _, text := range texts(compose(b, s)) {
		if text.Element != nil && text.Element.Role == page.RoleP && text.Face.Name() == "StatementSerif-Regular" {
			return text.Face
		}
	}
	b.Fatal("nothing is set in the body face")
	return nil
}

func BenchmarkProof(b *testing.B) {
	doc := compose(b, named(b, "french"))
	scale := 800 / doc.Pages[0].Width
	for b.Loop() {
		press.Proof(doc.Pages[0], scale)
	}
}
