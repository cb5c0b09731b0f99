package press_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"delegation-briefing/briefing/page"
	"delegation-briefing/briefing/press"
)

// pictures are files that gofpdf alone would refuse or print wrongly.
func pictures(t testing.TB) map[string][]byte {
	t.Helper()
	box := image.Rect(0, 0, 40, 30)
	fill := func(set func(x, y int)) {
		for y := range box.Dy() {
			for x := range box.Dx() {
				set(x, y)
			}
		}
	}
	deep := image.NewNRGBA64(box)
	fill(func(x, y int) {
		deep.SetNRGBA64(x, y, color.NRGBA64{R: uint16(x << 10), G: 0x1234, A: uint16(y << 11)})
	})
	few := image.NewPaletted(box, color.Palette{color.Transparent, color.NRGBA{0, 51, 153, 255}})
	fill(func(x, y int) { few.SetColorIndex(x, y, uint8((x+y)%2)) })
	ycc := image.NewYCbCr(box, image.YCbCrSubsampleRatio420)
	fill(func(x, y int) { ycc.Y[ycc.YOffset(x, y)] = uint8(6 * x) })
	files := map[string][]byte{}
	for name, img := range map[string]image.Image{"deep": deep, "few": few, "gray": image.NewGray16(box)} {
		var b bytes.Buffer
		if err := png.Encode(&b, img); err != nil {
			t.Fatal(err)
		}
		files[name] = b.Bytes()
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, ycc, nil); err != nil {
		t.Fatal(err)
	}
	files["photo"] = b.Bytes()
	return files
}

// illustrated is a document with two figures, a picture that is no part of the
// text, and a translucent watermark, all behind what stood on the page.
func illustrated(t testing.TB) *page.Document {
	t.Helper()
	files := pictures(t)
	doc := *compose(t, named(t, "french"))
	root := *doc.Root
	first := *doc.Pages[0]
	first.Items = append([]page.Item(nil), first.Items...)
	put := func(name string, y float64, e *page.Element) {
		first.Items = append(first.Items, &page.Picture{X: 300, Y: y, Width: 80, Height: 60, Data: files[name], Element: e})
	}
	for i, name := range []string{"deep", "photo"} {
		figure := &page.Element{Role: page.RoleFigure, Alt: "The " + name + " one"}
		root.Kids = append(root.Kids, figure)
		put(name, 450+80*float64(i), figure)
	}
	put("few", 620, nil)
	put("gray", 700, nil)
	mark := *texts(&doc)[0]
	mark.Element, mark.Artifact, mark.Size, mark.Color = nil, page.Watermark, 60, color.NRGBA{200, 0, 0, 40}
	first.Items = append(first.Items, &mark)
	doc.Root, doc.Pages = &root, append([]*page.Page{&first}, doc.Pages[1:]...)
	return &doc
}

func TestPictures(t *testing.T) {
	doc := illustrated(t)
	file := printed(t, doc)
	if !bytes.Equal(file, printed(t, doc)) {
		t.Error("the same pictures are printed in two ways")
	}
	l, root := listen(t, file)
	checkTree(t, root)
	checkFile(t, l, doc)
	var alts []string
	root.walk(func(h, _ *heard) {
		if h.role == "Figure" {
			alts = append(alts, h.alt)
		}
	}, nil)
	if got := strings.Join(alts, ", "); got != "The deep one, The photo one" {
		t.Errorf("figures are read as %q", got)
	}
	if !strings.HasPrefix(l.artifacts[0], "Watermark: ") {
		t.Errorf("first comes %q, want the watermark", l.artifacts[0])
	}
	proof := press.Proof(doc.Pages[0], 1)
	if got := proof.RGBAAt(301, 540); got == (color.RGBA{255, 255, 255, 255}) {
		t.Error("the proof does not show the picture")
	}
}

func TestPicturesThatCannotBeRead(t *testing.T) {
	for name, data := range map[string][]byte{"empty": nil, "no picture": []byte("GIF89a"), "cut off": pictures(t)["deep"][:60]} {
		t.Run(name, func(t *testing.T) {
			doc := *compose(t, named(t, "french"))
			first := *doc.Pages[0]
			first.Items = append([]page.Item{&page.Picture{Width: 10, Height: 10, Data: data}}, first.Items...)
			doc.Pages = []*page.Page{&first}
			if err := press.WritePDF(&bytes.Buffer{}, &doc, info); err == nil || !strings.Contains(err.Error(), "picture") {
				t.Errorf("error is %v, want one about the picture", err)
			}
			press.Proof(&first, 1)
		})
	}
}

// TestMeanings: a glyph that stands for several texts, and one that is part of
// the glyph before, are read as what they are.
func TestMeanings(t *testing.T) {
	doc := *compose(t, named(t, "french"))
	first := *doc.Pages[0]
	first.Items = append([]page.Item(nil), first.Items...)
	seen := 0
	for i, item := range first.Items {
		text, ok := item.(*page.Text)
		if !ok || text.Element == nil || len(text.Glyphs) < 4 {
			continue
		}
		changed := *text
		changed.Glyphs = append([]page.Glyph(nil), text.Glyphs...)
		changed.Glyphs[1].Text += changed.Glyphs[2].Text
		changed.Glyphs[2].Text = ""
		changed.Glyphs[3].Text = []string{"\u00ad", "ffi", "\U0001F600"}[seen%3]
		first.Items[i] = &changed
		seen++
	}
	if seen < 5 {
		t.Fatalf("only %d runs to change", seen)
	}
	doc.Pages = append([]*page.Page{&first}, doc.Pages[1:]...)
	_, root := listen(t, printed(t, &doc))
	checkWords(t, root, &doc)
}
