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

// The benchmarks export a statement and a brief of some fifty pages: after one
// word was changed, after every paragraph was, as the first thing a process
// does with its fonts, and without composing. Beside them stands gofpdf alone,
// without kerning, hyphens or tags, its lines broken by MultiCell.

func BenchmarkShort(b *testing.B) { benchmark(b, named(b, "french"), "outcome") }
func BenchmarkLong(b *testing.B)  { benchmark(b, long(b), "outcome") }

func benchmark(b *testing.B, s briefing.Statement, section string) {
	b.Run("edit one word", func(b *testing.B) { benchmarkEdit(b, s, section) })
	b.Run("edit every paragraph", func(b *testing.B) { benchmarkRewrite(b, s) })
	b.Run("nothing reused", func(b *testing.B) { benchmarkCold(b, s) })
	b.Run("print only", func(b *testing.B) { benchmarkPrint(b, s) })
	b.Run("gofpdf alone", func(b *testing.B) { benchmarkNaive(b, s) })
}

// benchmarkEdit changes a word, composes and prints, as a resident program
// does.
func benchmarkEdit(b *testing.B, s briefing.Statement, section string) {
	c, p := page.NewCompositor(assets.Files), press.New()
	at := briefing.Place{Section: section, Field: "text"}
	words, _ := s.Text(at)
	size := 0
	for i := 0; b.Loop(); i++ {
		s = s.Clone()
		s.SetText(at, words+strings.Repeat(" again", i%2))
		size = export(b, c, p, s)
	}
	b.ReportMetric(float64(size), "bytes")
}

// benchmarkRewrite changes every paragraph, so that no line or page stays.
func benchmarkRewrite(b *testing.B, s briefing.Statement) {
	c, p := page.NewCompositor(assets.Files), press.New()
	for i := 0; b.Loop(); i++ {
		changed := s.Clone()
		for _, at := range s.Places() {
			if words, _ := s.Text(at); words != "" && at.Field == "text" {
				changed.SetText(at, fmt.Sprintf("No %d: %s", i, words))
			}
		}
		export(b, c, p, changed)
	}
}

// benchmarkCold forgets everything each time but what a process has at hand
// anyway: the bytes of the fonts.
func benchmarkCold(b *testing.B, s briefing.Statement) {
	for b.Loop() {
		export(b, page.NewCompositor(assets.Files), press.New(), s)
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

func export(b *testing.B, c *page.Compositor, p *press.Press, s briefing.Statement) int {
	doc, err := c.Compose(job(b, s))
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
