package page

import (
	"bytes"
	"encoding/binary"
	"hash/maphash"
	"image"
	"math"
	"slices"
	"strconv"
	"strings"

	"delegation-briefing/briefing"

	_ "image/jpeg" // logos
	_ "image/png"
)

// furniture is what stands on a page besides the text: letterhead, marks,
// rules, the foot. All of it is artifacts.
type furniture struct {
	head, foot []part
	items      []Item // rules and the logo
}

// furniture makes that of one page.
func (b *builder) furniture(number, of int) furniture {
	var f furniture
	sheet := &b.job.Sheet
	fill := strings.NewReplacer("{page}", strconv.Itoa(number+1), "{pages}", strconv.Itoa(of), "{version}", b.job.Version, "{reference}", b.reference())
	if number == 0 {
		b.letterhead(&f)
	}
	mark := sheet.Styles["mark"]
	f.put(&f.head, b.artifact("mark", Header, strings.Join(b.marks(number), "  ·  "), true), sheet, sheet.top()-mark.After-mark.Leading)
	foot := sheet.Styles["footer"]
	y := sheet.foot() + foot.Before
	left := b.artifact("footer", Footer, b.footLeft(fill), false)
	right := b.artifact("footer", Footer, fill.Replace(b.labels.Page), true)
	f.put(&f.foot, left, sheet, y)
	f.put(&f.foot, right, sheet, y)
	if left != nil || right != nil {
		f.rule(sheet.left(), y-foot.After, sheet.measure(), 0.5, foot.Color)
	}
	return f
}

// footLeft is what stands opposite the number of the page: the reference and
// what the sheet says there. A sheet that names the reference has it where it
// wants it; where the line of place and date says it, the foot does not.
func (b *builder) footLeft(fill *strings.Replacer) string {
	left := b.job.Sheet.Foot.Left
	said, reference := fill.Replace(left), b.reference()
	switch {
	case reference == "" || strings.Contains(left, "{reference}") || b.datelineSays(reference):
		return said
	case strings.TrimSpace(said) == "":
		return reference
	}
	return reference + " · " + said
}

// reference is the number of the statement in the press office's register.
func (b *builder) reference() string { return strings.Join(strings.Fields(b.s.Reference), " ") }

func (b *builder) datelineSays(words string) bool {
	return slices.ContainsFunc(b.s.Sections, func(sec briefing.Section) bool {
		at := briefing.Place{Section: sec.Key, Field: "text"}
		return b.job.Template.Part(sec.Key).Kind == briefing.DatelinePart && strings.Contains(b.s.Plain(at), words)
	})
}

// headHeight is how much lower the text of the first page begins.
func (b *builder) headHeight() float64 {
	sheet := &b.job.Sheet
	if b.letterheadText() == "" && len(sheet.Head.Image) == 0 {
		return 0
	}
	style := sheet.Styles["letterhead"]
	return max(style.Leading, sheet.logoHeight()) + style.After
}

// letterheadText is what the text is, for the template or in general.
func (b *builder) letterheadText() string {
	sheet := &b.job.Sheet
	for _, text := range []string{b.labels.For[b.s.Template], sheet.Labels["en"].For[b.s.Template], b.labels.Letterhead} {
		if text != "" {
			return text
		}
	}
	return sheet.Head.Text
}

// letterhead heads the first page: the logo or a bar of the house's colour,
// the name of the office, a rule below.
func (b *builder) letterhead(f *furniture) {
	sheet := &b.job.Sheet
	height := b.headHeight()
	if height == 0 {
		return
	}
	style := sheet.Styles["letterhead"]
	y, logo := sheet.top(), sheet.logoHeight()
	text := b.artifact("letterhead", Header, b.letterheadText(), false)
	if width := logoWidth(sheet.Head.Image, logo); width > 0 {
		x := sheet.left()
		if b.doc.RTL {
			x += sheet.measure() - width
		}
		f.items = append(f.items, &Picture{X: x, Y: y, Width: width, Height: logo, Data: sheet.Head.Image})
	} else {
		x := sheet.left()
		if b.doc.RTL {
			x += sheet.measure() - barWidth
		}
		f.rule(x, y-barHeight*3, barWidth, barHeight, sheet.Accent)
	}
	bottom := y + max(style.Leading, logo)
	f.put(&f.head, text, sheet, bottom-style.Leading)
	if logo > 0 && text != nil {
		f.head[len(f.head)-1].x += logoWidth(sheet.Head.Image, logo) + 12
	}
	f.rule(sheet.left(), bottom+4, sheet.measure(), 0.5, sheet.Accent)
}

// The bar at the head of a letter without a logo, in points.
const (
	barWidth  = 40.0
	barHeight = 4.0
)

// logoWidth is the width of a picture at a height; 0 where there is none.
func logoWidth(data []byte, height float64) float64 {
	config, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || config.Height == 0 {
		return 0
	}
	return height * float64(config.Width) / float64(config.Height)
}

// marks is what the head of a page warns of. On the first page the embargo is
// a line of the text.
func (b *builder) marks(number int) []string {
	marks := b.job.Sheet.Marks(b.s)
	if embargo := b.embargoText(); embargo != "" && number > 0 {
		marks = append(marks, embargo)
	}
	return marks
}

func (b *builder) embargoText() string { return b.job.Sheet.Embargo(b.s) }

// artifact sets one line that is not part of the text, at the near or the far
// side of the column; nil where there is nothing to say.
func (b *builder) artifact(style string, kind Artifact, text string, far bool) *setting {
	if strings.TrimSpace(text) == "" || b.err != nil {
		return nil
	}
	p := b.paragraph(style, paragraph{artifact: kind, opposite: far}, []briefing.Span{{Text: text}})
	p.style.Ragged = true
	s, err := b.set(&p, 0, &b.glyphs)
	if err != nil {
		b.err = err
		return nil
	}
	if len(s.rows) == 0 {
		return nil
	}
	return s
}

// put places the first row of an artifact.
func (f *furniture) put(to *[]part, s *setting, sheet *Sheet, y float64) {
	if s != nil {
		*to = append(*to, part{s, 0, 1, sheet.left(), y})
	}
}

func (f *furniture) rule(x, y, width, height float64, color Color) {
	f.items = append(f.items, &Rule{X: x, Y: y, Width: width, Height: height, Color: color.ink()})
}

func (f *furniture) appendKey(b []byte) []byte {
	for _, parts := range [][]part{f.head, f.foot} {
		b = append(b, byte(len(parts)))
		for i := range parts {
			b = parts[i].appendKey(b)
		}
	}
	for _, item := range f.items {
		b = appendItem(b, item)
	}
	return b
}

var seed = maphash.MakeSeed()

func appendItem(b []byte, item Item) []byte {
	var box [4]float64
	switch item := item.(type) {
	case *Rule:
		box = [4]float64{item.X, item.Y, item.Width, item.Height}
		b = append(b, 'r', item.Color.R, item.Color.G, item.Color.B)
	case *Picture:
		box = [4]float64{item.X, item.Y, item.Width, item.Height}
		b = binary.LittleEndian.AppendUint64(append(b, 'p'), maphash.Bytes(seed, item.Data))
	}
	for _, v := range box {
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(v))
	}
	return b
}
