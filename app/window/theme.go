package window

import (
	"image/color"
	"io/fs"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// paper is the program's theme: the colours of paper and ink, quiet where
// nothing asks for attention.
type paper struct {
	fyne.Theme
}

func newTheme(fs.FS) fyne.Theme { return paper{theme.DefaultTheme()} }

var light = map[fyne.ThemeColorName]color.NRGBA{
	theme.ColorNameBackground:      {250, 249, 246, 255},
	theme.ColorNameForeground:      {28, 32, 38, 255},
	theme.ColorNamePrimary:         {31, 58, 95, 255},
	theme.ColorNameFocus:           {31, 58, 95, 70},
	theme.ColorNameInputBackground: {255, 255, 255, 255},
	theme.ColorNamePlaceHolder:     {96, 101, 110, 255},
	theme.ColorNameSeparator:       {222, 219, 211, 255},
	theme.ColorNameSelection:       {31, 58, 95, 50},
	theme.ColorNameError:           {164, 40, 28, 255},
	theme.ColorNameWarning:         {140, 76, 10, 255},
}

var dark = map[fyne.ThemeColorName]color.NRGBA{
	theme.ColorNameBackground:      {30, 33, 38, 255},
	theme.ColorNameForeground:      {231, 230, 226, 255},
	theme.ColorNamePrimary:         {143, 176, 219, 255},
	theme.ColorNameFocus:           {143, 176, 219, 90},
	theme.ColorNameInputBackground: {38, 42, 48, 255},
	theme.ColorNamePlaceHolder:     {160, 165, 174, 255},
	theme.ColorNameSeparator:       {58, 62, 70, 255},
	theme.ColorNameSelection:       {143, 176, 219, 70},
	theme.ColorNameError:           {240, 128, 116, 255},
	theme.ColorNameWarning:         {230, 170, 90, 255},
}

// Color is called by Fyne.
func (p paper) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	colors := light
	if variant == theme.VariantDark {
		colors = dark
	}
	if c, ok := colors[name]; ok {
		return c
	}
	return p.Theme.Color(name, variant)
}
