package window

import (
	"image/color"
	"math"
	"os"
	"testing"
	"testing/fstest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"delegation-briefing/app/window/field"
)

// TestContrast computes WCAG 2.2 contrast: 4.5 for words (1.4.3), 3 for the
// frames that show what can be written in and where the focus is (1.4.11).
func TestContrast(t *testing.T) {
	test.NewTempApp(t)
	grounds := []fyne.ThemeColorName{
		theme.ColorNameBackground, theme.ColorNameInputBackground, theme.ColorNameOverlayBackground,
		theme.ColorNameMenuBackground, theme.ColorNameHeaderBackground,
	}
	pressable := append([]fyne.ThemeColorName{theme.ColorNameButton, theme.ColorNameSelection}, grounds...)
	pairs := []struct {
		ink    fyne.ThemeColorName
		on     []fyne.ThemeColorName
		least  float64
		veiled []fyne.ThemeColorName // colours laid over the ground
	}{
		{theme.ColorNameForeground, pressable, 4.5, []fyne.ThemeColorName{theme.ColorNameHover, theme.ColorNamePressed, theme.ColorNameFocus}},
		{theme.ColorNamePlaceHolder, grounds, 4.5, nil},
		{theme.ColorNameHyperlink, grounds, 4.5, nil},
		{theme.ColorNamePrimary, grounds, 4.5, nil},
		{theme.ColorNameError, grounds, 4.5, nil},
		{theme.ColorNameWarning, grounds, 4.5, nil},
		{theme.ColorNameSuccess, grounds, 4.5, nil},
		{theme.ColorNameForegroundOnPrimary, []fyne.ThemeColorName{theme.ColorNamePrimary}, 4.5, []fyne.ThemeColorName{theme.ColorNameHover, theme.ColorNameFocus}},
		{theme.ColorNameForegroundOnError, []fyne.ThemeColorName{theme.ColorNameError}, 4.5, nil},
		{theme.ColorNameForegroundOnWarning, []fyne.ThemeColorName{theme.ColorNameWarning}, 4.5, nil},
		{theme.ColorNameForegroundOnSuccess, []fyne.ThemeColorName{theme.ColorNameSuccess}, 4.5, nil},
		{theme.ColorNamePlaceHolder, []fyne.ThemeColorName{theme.ColorNameMenuBackground}, 4.5, []fyne.ThemeColorName{theme.ColorNameFocus}},
		{theme.ColorNameInputBorder, grounds[:2], 3, nil},
		{theme.ColorNameDisabled, grounds, 4.5, nil}, // quiet labels have it too
	}
	for name, a := range map[string]appearance{"light": lightAlways, "dark": darkAlways} {
		th := newTheme(fstest.MapFS{}).with(a, 1)
		at := func(n fyne.ThemeColorName) color.NRGBA {
			return color.NRGBAModel.Convert(th.Color(n, theme.VariantLight)).(color.NRGBA)
		}
		for _, p := range pairs {
			for _, ground := range p.on {
				check := func(over string, g color.NRGBA) {
					if c := contrast(at(p.ink), g); c < p.least {
						t.Errorf("%s: %s on %s%s has a contrast of %.2f, not %.1f", name, p.ink, ground, over, c, p.least)
					}
				}
				check("", at(ground))
				for _, veil := range p.veiled {
					check(" under "+string(veil), laid(at(veil), at(ground)))
				}
			}
		}
	}
}

// TestContrastOfMarks: words, links, gaps and the signs of emphasis stay
// readable where they are selected, found or carried over, and the waves below
// them can be seen there.
func TestContrastOfMarks(t *testing.T) {
	words := []fyne.ThemeColorName{theme.ColorNameForeground, theme.ColorNamePlaceHolder, theme.ColorNameHyperlink, theme.ColorNamePrimary}
	waves := []fyne.ThemeColorName{theme.ColorNameWarning, theme.ColorNameError}
	for name, p := range map[string]palette{"light": light, "dark": dark} {
		paper := p[theme.ColorNameInputBackground]
		for mark, ground := range map[string]color.NRGBA{
			"selected":     p[theme.ColorNameSelection],
			"found":        laid(fade(p[theme.ColorNameWarning], field.HitVeil), paper),
			"looked at":    laid(fade(p[theme.ColorNamePrimary], field.HitVeil), paper),
			"carried over": laid(fade(p[theme.ColorNamePrimary], field.CarriedVeil), paper),
		} {
			for least, inks := range map[float64][]fyne.ThemeColorName{4.5: words, 3: waves} {
				for _, ink := range inks {
					if c := contrast(p[ink], ground); c < least {
						t.Errorf("%s: %s where words are %s has a contrast of %.2f, not %.1f", name, ink, mark, c, least)
					}
				}
			}
		}
	}
}

// TestContrastOfRows: the small notes of a list stay readable in the row that
// is chosen, and of a remark below the pointer.
func TestContrastOfRows(t *testing.T) {
	for name, p := range map[string]palette{"light": light, "dark": dark} {
		hover := p[theme.ColorNameHover]
		for row, ground := range map[string]color.NRGBA{
			"chosen":                           p[theme.ColorNameSelection],
			"below the pointer":                laid(hover, p[theme.ColorNameBackground]),
			"below the pointer, on an overlay": laid(hover, p[theme.ColorNameOverlayBackground]),
		} {
			for _, ink := range []fyne.ThemeColorName{theme.ColorNameForeground, theme.ColorNamePlaceHolder, theme.ColorNameDisabled} {
				if c := contrast(p[ink], ground); c < 4.5 {
					t.Errorf("%s: %s in a row %s has a contrast of %.2f", name, ink, row, c)
				}
			}
		}
	}
}

// TestContrastOnPaper: the line that shows where the officer writes is seen on
// a page, which is white in both appearances.
func TestContrastOnPaper(t *testing.T) {
	white, ink := rgb(0xFFFFFF), rgb(0x000000)
	if c := contrast(onPaper, white); c < 3 {
		t.Errorf("the caret's line has a contrast of %.2f", c)
	}
	if c := contrast(ink, laid(lineOnPaper, white)); c < 7 {
		t.Errorf("words in the line that is written have a contrast of %.2f", c)
	}
}

func TestAppearanceFollowsTheOfficer(t *testing.T) {
	test.NewTempApp(t)
	th := newTheme(fstest.MapFS{})
	if th.Color(theme.ColorNameBackground, theme.VariantDark) != dark[theme.ColorNameBackground] {
		t.Error("the system's dark is not followed")
	}
	if th.with(lightAlways, 1).Color(theme.ColorNameBackground, theme.VariantDark) != light[theme.ColorNameBackground] {
		t.Error("light was chosen")
	}
	if big := th.with("", 1.5); big.Size(theme.SizeNameText) != 1.5*th.Size(theme.SizeNameText) || big.Size(theme.SizeNamePadding) != th.Size(theme.SizeNamePadding) {
		t.Error("the text size is not what was chosen")
	}
}

// TestTheFontsAreThoseOfThePage: a font that is renamed would go unnoticed.
func TestTheFontsAreThoseOfThePage(t *testing.T) {
	th := newTheme(os.DirFS("../../assets"))
	for name, font := range map[string]fyne.Resource{
		"regular": th.serif.Regular, "italic": th.serif.Italic, "bold": th.serif.Bold, "bold italic": th.serif.BoldItalic,
		"Arabic": th.serif.Arabic, "bold Arabic": th.serif.ArabicBold,
		"window": th.fonts[fyne.TextStyle{}], "bold in the window": th.fonts[fyne.TextStyle{Bold: true}],
	} {
		if font == nil {
			t.Errorf("there is no font for %s words", name)
		}
	}
}

// contrast is the ratio of WCAG 2.2.
func contrast(a, b color.NRGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + .05) / (min(x, y) + .05)
}

func luminance(c color.NRGBA) float64 {
	linear := func(v uint8) float64 {
		f := float64(v) / 255
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// laid is a translucent colour over an opaque one.
func laid(veil, ground color.NRGBA) color.NRGBA {
	mix := func(v, g uint8) uint8 {
		a := float64(veil.A) / 255
		return uint8(math.Round(float64(v)*a + float64(g)*(1-a)))
	}
	return color.NRGBA{mix(veil.R, ground.R), mix(veil.G, ground.G), mix(veil.B, ground.B), 0xFF}
}

// TestNothingIsBlurred: a key in a dialog took 100 ms to be seen.
func TestNothingIsBlurred(t *testing.T) {
	if r := newTheme(os.DirFS("../../assets")).Size(theme.SizeNameModalBlurRadius); r != 0 {
		t.Errorf("what lies below a dialog is blurred by %v", r)
	}
}
