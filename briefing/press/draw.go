package press

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"image"
	"image/draw"
	_ "image/jpeg" // pictures may be JPEG files
	"image/png"
	"io"
	"time"

	"github.com/jung-kurt/gofpdf"

	"delegation-briefing/briefing/page"
	"delegation-briefing/briefing/press/internal/pdf"
)

// draw has gofpdf draw the pages with their pictures, links and outline. The
// content of a page that is packed already is left out.
func (s *setting) draw(w io.Writer) error {
	f := gofpdf.New("P", "pt", "A4", "")
	f.SetCatalogSort(true)
	f.SetCompression(false) // finish packs, once
	f.SetAutoPageBreak(false, 0)
	f.SetMargins(0, 0, 0)
	f.SetCreationDate(time.Unix(0, 0).UTC()) // finish puts the version's in
	f.SetModificationDate(time.Unix(0, 0).UTC())
	outline := outline{f: f, seen: map[*page.Element]bool{}}
	for _, sheet := range s.sheets {
		f.AddPageFormat("P", gofpdf.SizeType{Wd: sheet.page.Width, Ht: sheet.page.Height})
		for _, piece := range sheet.pieces {
			if sheet.packed == nil {
				f.RawWriteStr(piece.operators)
			}
			if piece.picture != nil {
				drawPicture(f, piece.picture)
			}
		}
		for _, l := range sheet.links {
			f.LinkString(l.left, l.top, l.right-l.left, l.bottom-l.top, address(l.element.Link))
		}
		for _, h := range sheet.heads {
			outline.add(h)
		}
	}
	if err := f.Output(w); err != nil {
		return fmt.Errorf("drawing pages: %w", err)
	}
	return nil
}

// drawPicture draws a picture after bringing it into the one form of PNG that
// gofpdf reads without surprises.
func drawPicture(f *gofpdf.Fpdf, p *page.Picture) {
	name := fmt.Sprintf("%x", sha256.Sum256(p.Data))
	options := gofpdf.ImageOptions{ImageType: "PNG"}
	if f.GetImageInfo(name) == nil {
		plain, err := plainPNG(p.Data)
		if err != nil {
			f.SetError(fmt.Errorf("picture: %w", err))
			return
		}
		f.RegisterImageOptionsReader(name, options, bytes.NewReader(plain))
	}
	f.ImageOptions(name, p.X, p.Y, p.Width, p.Height, false, options, 0, "")
}

// maxPixels is far more than a letterhead needs at any printer's best.
const maxPixels = 50_000_000

// plainPNG is the picture as a PNG with eight bits a colour, on white paper
// where it is translucent.
func plainPNG(data []byte) ([]byte, error) {
	size, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	if size.Width*size.Height > maxPixels {
		return nil, fmt.Errorf("%d by %d pixels are too many", size.Width, size.Height)
	}
	decoded, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	onPaper := image.NewRGBA(decoded.Bounds())
	draw.Draw(onPaper, onPaper.Bounds(), image.White, image.Point{}, draw.Src)
	draw.Draw(onPaper, onPaper.Bounds(), decoded, decoded.Bounds().Min, draw.Over)
	var b bytes.Buffer
	err = png.Encode(&b, onPaper)
	return b.Bytes(), err
}

// outline turns headings into bookmarks.
type outline struct {
	f     *gofpdf.Fpdf
	seen  map[*page.Element]bool
	level int // of the last bookmark, from 1; 0: there is none
}

// levels of headings in the outline.
var levels = map[page.Role]int{page.RoleH1: 1, page.RoleH2: 2, page.RoleH3: 3}

// add adds a heading where it begins. A bookmark is at most one level below
// the one before it.
func (o *outline) add(h head) {
	level, title := levels[h.element.Role], clean(h.element.Title)
	if level == 0 || title == "" || o.seen[h.element] {
		return
	}
	o.seen[h.element] = true
	o.level = min(level, o.level+1)
	o.f.Bookmark(string(pdf.Text(title)), o.level-1, max(h.y, 0))
}

// address is a link's target in ASCII, as a URI in a PDF must be.
func address(link string) string {
	var b []byte
	for i := range len(link) {
		if c := link[i]; c <= ' ' || c > '~' {
			b = fmt.Appendf(b, "%%%02X", c)
		} else {
			b = append(b, c)
		}
	}
	return string(b)
}
