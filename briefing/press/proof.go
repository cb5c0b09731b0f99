package press

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"delegation-briefing/briefing/page"
)

// Proof draws a page for the screen, scale pixels to a point. Everything
// stands where the PDF has it. Any goroutine may call it.
func Proof(p *page.Page, scale float64) *image.RGBA {
	width, height := int(math.Ceil(p.Width*scale)), int(math.Ceil(p.Height*scale))
	proof := image.NewRGBA(image.Rect(0, 0, max(width, 1), max(height, 1)))
	DrawProof(proof, p, scale)
	return proof
}

// DrawProof draws the part of a page that lies within the image's bounds, over
// all that was there. The page's top left corner is at (0, 0), so an image
// with other bounds shows another part of the page.
func DrawProof(dst *image.RGBA, p *page.Page, scale float64) {
	draw.Draw(dst, dst.Bounds(), image.White, image.Point{}, draw.Src)
	for _, below := range []bool{true, false} {
		for _, item := range p.Items {
			if below != isWatermark(item) {
				continue
			}
			switch item := item.(type) {
			case *page.Text:
				drawText(dst, item, scale)
			case *page.Rule:
				drawRule(dst, item, scale)
			case *page.Picture:
				drawProofPicture(dst, item, scale)
			}
		}
	}
}

// drawText puts the glyphs down at quarters of a pixel across and on whole
// pixels down, so that lines of print are crisp and even.
func drawText(dst *image.RGBA, t *page.Text, scale float64) {
	ink := onPaper(t.Color)
	shapes := shapesOf(t.Face, t.Size*scale)
	defer shapes.done()
	for i := range t.Glyphs {
		g := &t.Glyphs[i]
		x := (t.X + float64(g.X)) * scale
		y := (t.Y + float64(g.Y)) * scale
		quarters := int(math.Round(x * 4))
		blend(dst, shapes.glyph(g.ID, quarters&3), quarters>>2, int(math.Round(y)), ink)
	}
}

// blend lays a colour on the image through a mask whose origin is at x, y.
func blend(dst *image.RGBA, m *mask, x, y int, c color.NRGBA) {
	at := image.Rect(0, 0, m.width, m.height).Add(image.Pt(x+m.left, y+m.top))
	seen := at.Intersect(dst.Rect)
	for y := seen.Min.Y; y < seen.Max.Y; y++ {
		from := m.alpha[(y-at.Min.Y)*m.width+seen.Min.X-at.Min.X:]
		to := dst.Pix[dst.PixOffset(seen.Min.X, y):]
		for i := range seen.Dx() {
			if a := uint32(from[i]); a != 0 {
				p := to[4*i : 4*i+3 : 4*i+3]
				p[0] = mix(p[0], c.R, a)
				p[1] = mix(p[1], c.G, a)
				p[2] = mix(p[2], c.B, a)
			}
		}
	}
}

// mix is a parts of ink and all else of paper, of 255 in all.
func mix(paper, ink uint8, a uint32) uint8 {
	return uint8((uint32(paper)*(255-a) + uint32(ink)*a + 127) / 255)
}

// drawRule draws a rectangle. A thin one keeps at least one pixel.
func drawRule(dst *image.RGBA, r *page.Rule, scale float64) {
	box := pixels(r.X, r.Y, r.Width, r.Height, scale)
	draw.Draw(dst, box, image.NewUniform(onPaper(r.Color)), image.Point{}, draw.Src)
}

func drawProofPicture(dst *image.RGBA, p *page.Picture, scale float64) {
	box := pixels(p.X, p.Y, p.Width, p.Height, scale)
	if picture := scaledPicture(p.Data, box.Dx(), box.Dy()); picture != nil {
		draw.Draw(dst, box, picture, image.Point{}, draw.Over)
	}
}

// pixels is a rectangle of the page on the screen, at least one pixel wide and
// high.
func pixels(x, y, width, height, scale float64) image.Rectangle {
	left, top := int(math.Round(x*scale)), int(math.Round(y*scale))
	right, bottom := int(math.Round((x+width)*scale)), int(math.Round((y+height)*scale))
	return image.Rect(left, top, max(right, left+1), max(bottom, top+1))
}
