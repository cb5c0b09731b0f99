package field

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
)

// TestTheFrameIsOneBox crosses a frame from side to side and from top to
// bottom: there is an outline, nothing but ground, and an outline again. Where
// the outline ends Fyne's painters differ by two dots.
func TestTheFrameIsOneBox(t *testing.T) {
	ground, outline := color.NRGBA{R: 0x20, G: 0x24, B: 0x28, A: 0xff}, color.NRGBA{R: 0x80, G: 0x90, B: 0xff, A: 0xff}
	test.NewTempApp(t)
	for _, width := range []int{1, 2} {
		for _, size := range []fyne.Size{{Width: 120, Height: 35}, {Width: 301, Height: 80}, {Width: 90, Height: 400}} {
			f := newFrame()
			f.paint(ground, outline, float32(width))
			f.resize(size, 1)
			c := software.NewCanvas()
			c.SetPadded(false)
			c.SetContent(container.NewWithoutLayout(f.objects()...))
			c.Resize(size)
			picture := c.Capture()
			w, h := int(size.Width), int(size.Height)

			crossed := func(dots int, at func(i int) (x, y int)) {
				for i := range dots {
					x, y := at(i)
					from := min(i, dots-1-i) // the nearer side
					is := color.NRGBAModel.Convert(picture.At(x, y)) == ground
					if is && from == 0 || !is && from >= width+2 {
						t.Fatalf("%v, outline %d: the dot at %d, %d is ground: %v", size, width, x, y, is)
					}
				}
			}
			crossed(w, func(i int) (x, y int) { return i, h / 2 })
			for _, x := range []int{corner + 1, strip, w / 2, w - corner - 2} {
				crossed(h, func(i int) (int, int) { return x, i })
			}
		}
	}
}

func TestLengthsAreWholeDots(t *testing.T) {
	for _, tt := range []struct{ length, scale, want float32 }{
		{35, 1, 35}, {34.390625, 1, 34}, {34.390625, 2, 34.5}, {1, 1.25, 0.8}, {2, 1.5, 2}, {35, 1.25, 35.2},
	} {
		if got := snap(tt.length, tt.scale); got != tt.want {
			t.Errorf("%v at %v dots a unit is %v, want %v", tt.length, tt.scale, got, tt.want)
		}
	}
}
