package field

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// wave is a wavy line below words.
type wave struct {
	*canvas.Raster
	color color.Color
}

const waveHeight = 4

func (d *drawing) wave(i int, at fyne.Position, size fyne.Size, c color.Color) fyne.CanvasObject {
	if i == len(d.waves) {
		w := &wave{color: c}
		w.Raster = canvas.NewRaster(w.paint)
		d.waves = append(d.waves, w)
	}
	w := d.waves[i]
	if w.color != c {
		w.color = c
		w.Refresh()
	}
	w.Move(at.AddXY(0, d.f.setting.ruler.base+1))
	w.Resize(fyne.NewSize(size.Width, waveHeight))
	return w.Raster
}

// paint draws the wave on as many pixels as the display has for it.
func (w *wave) paint(width, height int) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, width, height))
	c := color.NRGBAModel.Convert(w.color).(color.NRGBA)
	pixel := float64(height) / waveHeight
	for x := range width {
		middle := (1.2*math.Sin(float64(x)*math.Pi/(3*pixel)) + 2) * pixel
		for y := range height {
			cover := 1.1*pixel - math.Abs(float64(y)+.5-middle)
			if cover <= 0 {
				continue
			}
			dot := c
			dot.A = uint8(float64(c.A) * min(1, cover))
			img.SetNRGBA(x, y, dot)
		}
	}
	return img
}
