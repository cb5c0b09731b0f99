package press

import (
	"bytes"
	"image"
	"math"
	"sync"

	"golang.org/x/image/draw"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

	"delegation-briefing/briefing/page"
)

// shapes remembers what glyphs and pictures look like on the screen. A page
// has some thousand glyphs, but only some hundred different ones.
var shapes struct {
	sync.Mutex
	fonts    map[*page.Face]*sfnt.Font
	masks    map[shape]*mask
	pictures map[scaled]image.Image
	buffer   sfnt.Buffer
	raster   vector.Rasterizer
}

// shape is one look of a glyph: its size in pixels, and how many quarters of a
// pixel it stands to the right of a whole one.
type shape struct {
	face     *page.Face
	size     fixed.Int26_6
	glyph    uint16
	quarters uint8
}

// mask says how much of each pixel a glyph covers. Its corner is at left, top
// from the glyph's origin.
type mask struct {
	left, top, width, height int
	alpha                    []byte
}

// maxShapes bounds the memory; beyond it, everything is forgotten.
const maxShapes = 20_000

// faceShapes are the glyphs of one face at one size. Nobody else can look at
// shapes until done is called.
type faceShapes struct {
	face *page.Face
	size fixed.Int26_6
}

func shapesOf(face *page.Face, size float64) faceShapes {
	shapes.Lock()
	if len(shapes.masks) > maxShapes || shapes.masks == nil {
		shapes.fonts = map[*page.Face]*sfnt.Font{}
		shapes.masks = map[shape]*mask{}
	}
	return faceShapes{face, fixed.Int26_6(math.Round(size * 64))}
}

func (faceShapes) done() { shapes.Unlock() }

func (f faceShapes) glyph(id uint16, quarters int) *mask {
	key := shape{f.face, f.size, id, uint8(quarters)}
	m := shapes.masks[key]
	if m == nil {
		m = f.trace(id, float32(quarters)/4)
		shapes.masks[key] = m
	}
	return m
}

// trace fills a glyph's outline, moved right by a part of a pixel. A glyph
// that cannot be read leaves no mark.
func (f faceShapes) trace(id uint16, right float32) *mask {
	font := shapes.fonts[f.face]
	if font == nil {
		var err error
		if font, err = sfnt.Parse(f.face.Data()); err != nil {
			return &mask{}
		}
		shapes.fonts[f.face] = font
	}
	outline, err := font.LoadGlyph(&shapes.buffer, sfnt.GlyphIndex(id), f.size, nil)
	if err != nil || len(outline) == 0 {
		return &mask{}
	}
	box := outline.Bounds()
	m := &mask{left: box.Min.X.Floor(), top: box.Min.Y.Floor()}
	m.width, m.height = box.Max.X.Ceil()-m.left+1, box.Max.Y.Ceil()-m.top
	fill(m, outline, right)
	return m
}

func fill(m *mask, outline sfnt.Segments, right float32) {
	r := &shapes.raster
	r.Reset(m.width, m.height)
	at := func(p fixed.Point26_6) (x, y float32) {
		return float32(p.X)/64 - float32(m.left) + right, float32(p.Y)/64 - float32(m.top)
	}
	for _, s := range outline {
		x, y := at(s.Args[0])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			r.ClosePath()
			r.MoveTo(x, y)
		case sfnt.SegmentOpLineTo:
			r.LineTo(x, y)
		case sfnt.SegmentOpQuadTo:
			x2, y2 := at(s.Args[1])
			r.QuadTo(x, y, x2, y2)
		}
	}
	r.ClosePath()
	alpha := image.NewAlpha(image.Rect(0, 0, m.width, m.height))
	r.Draw(alpha, alpha.Rect, image.Opaque, image.Point{})
	m.alpha = alpha.Pix
}

// scaled is a picture at one size. The bytes of a page's picture never change,
// so where they are tells which they are.
type scaled struct {
	data          *byte
	width, height int
}

// maxPictures bounds the memory as maxShapes does.
const maxPictures = 16

// scaledPicture is a picture at a size; nil if it cannot be read.
func scaledPicture(data []byte, width, height int) image.Image {
	if len(data) == 0 {
		return nil
	}
	shapes.Lock()
	defer shapes.Unlock()
	key := scaled{&data[0], width, height}
	if p, ok := shapes.pictures[key]; ok {
		return p
	}
	if len(shapes.pictures) >= maxPictures || shapes.pictures == nil {
		shapes.pictures = map[scaled]image.Image{}
	}
	shapes.pictures[key] = scale(data, width, height)
	return shapes.pictures[key]
}

func scale(data []byte, width, height int) image.Image {
	full, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	small := image.NewRGBA(image.Rect(0, 0, width, height))
	draw.CatmullRom.Scale(small, small.Bounds(), full, full.Bounds(), draw.Src, nil)
	return small
}
