package press_test

import (
	"bytes"
	"image"
	"image/png"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"delegation-briefing/briefing/page"
	"delegation-briefing/briefing/press"
)

// ink is the leftmost and rightmost column that is darker than paper in some
// rows of an image; false where there is none.
func ink(img image.Image, top, bottom int) (left, right int, ok bool) {
	b := img.Bounds()
	left, right = b.Max.X, b.Min.X-1
	for y := max(top, b.Min.Y); y < min(bottom, b.Max.Y); y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if r, g, bl, _ := img.At(x, y).RGBA(); r+g+bl < 3*0x9fff {
				left, right = min(left, x), max(right, x)
			}
		}
	}
	return left, right, left <= right
}

// TestProofShowsThePDF: every line of print begins and ends on the screen
// where it does in the PDF, as another program draws it.
func TestProofShowsThePDF(t *testing.T) {
	if _, err := exec.LookPath("pdftoppm"); err != nil {
		t.Skip("pdftoppm is not installed")
	}
	for _, name := range []string{"french", "arabic", "marks", "georgian"} {
		t.Run(name, func(t *testing.T) {
			doc := compose(t, named(t, name))
			const scale = 2.0
			pictures := rendered(t, printed(t, doc), scale)
			for i, p := range doc.Pages {
				compareLines(t, p, press.Proof(p, scale), pictures[i], scale)
			}
		})
	}
}

func compareLines(t *testing.T, p *page.Page, proof, picture image.Image, scale float64) {
	t.Helper()
	lines := map[int]bool{}
	for _, item := range p.Items {
		text, ok := item.(*page.Text)
		if !ok || lines[int(text.Y)] || text.Artifact == page.Watermark {
			continue
		}
		lines[int(text.Y)] = true
		top, bottom := int((text.Y-text.Size*0.8)*scale), int((text.Y+text.Size*0.2)*scale)
		left, right, ok := ink(proof, top, bottom)
		left2, right2, ok2 := ink(picture, top, bottom)
		if ok != ok2 || ok && (math.Abs(float64(left-left2)) > 2 || math.Abs(float64(right-right2)) > 2) {
			t.Errorf("the line at %.0f runs from %d to %d on the screen, from %d to %d in the PDF", text.Y, left, right, left2, right2)
		}
	}
	if len(lines) < 5 {
		t.Errorf("only %d lines to compare", len(lines))
	}
}

// rendered has poppler draw the pages of a PDF.
func rendered(t *testing.T, file []byte, scale float64) []image.Image {
	t.Helper()
	dir := t.TempDir()
	cmd := exec.Command("pdftoppm", "-png", "-r", "144", "-", filepath.Join(dir, "p"))
	if scale != 2 {
		t.Fatal("drawn at 144 dots an inch")
	}
	cmd.Stdin = bytes.NewReader(file)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	names, err := filepath.Glob(filepath.Join(dir, "*.png"))
	if err != nil {
		t.Fatal(err)
	}
	var all []image.Image
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(f)
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, img)
	}
	return all
}

// TestDrawProofPart: a part of a page looks like the same part of the whole.
func TestDrawProofPart(t *testing.T) {
	p := compose(t, named(t, "marks")).Pages[0]
	whole := press.Proof(p, 1.5)
	part := image.NewRGBA(image.Rect(100, 200, 400, 500))
	press.DrawProof(part, p, 1.5)
	want := whole.SubImage(part.Bounds()).(*image.RGBA)
	for y := part.Rect.Min.Y; y < part.Rect.Max.Y; y++ {
		from, to := want.PixOffset(100, y), part.PixOffset(100, y)
		if !bytes.Equal(want.Pix[from:from+4*300], part.Pix[to:to+4*300]) {
			t.Fatalf("row %d of the part is not that of the whole", y)
		}
	}
	if _, _, ok := ink(part, 200, 500); !ok {
		t.Error("nothing is drawn")
	}
}

// TestProofAtAnySize: odd sizes give a picture, not a panic.
func TestProofAtAnySize(t *testing.T) {
	p := compose(t, named(t, "french")).Pages[0]
	for _, scale := range []float64{0, 0.001, 0.1, 3} {
		if got := press.Proof(p, scale).Bounds(); got.Empty() {
			t.Errorf("at scale %v the proof is %v", scale, got)
		}
	}
	if got := press.Proof(&page.Page{}, 1).Bounds(); got.Empty() {
		t.Errorf("an empty page's proof is %v", got)
	}
}
