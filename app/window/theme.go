package window

import (
	"image/color"
	"io/fs"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"delegation-briefing/app/window/field"
)

// deskTheme is how the window looks: quiet, like paper on a desk, in light and
// dark. Words on the desk stand in the serif of the page.
type deskTheme struct {
	base  fyne.Theme
	fonts map[fyne.TextStyle]fyne.Resource
	serif field.Faces

	appearance appearance
	scale      float32 // of all text; 1 is as designed
}

// appearance is the officer's choice between light and dark.
type appearance string

// The appearances. Any other value follows the system.
const (
	lightAlways appearance = "light"
	darkAlways  appearance = "dark"
)

// newTheme reads the fonts among the files, which are those of the page. A font
// that is not there is replaced by Fyne's own.
func newTheme(files fs.FS) *deskTheme {
	font := func(name string) fyne.Resource {
		data, err := fs.ReadFile(files, "fonts/"+name+".ttf")
		if err != nil {
			return nil
		}
		return fyne.NewStaticResource(name+".ttf", data)
	}
	return &deskTheme{
		base: theme.DefaultTheme(), scale: 1,
		fonts: map[fyne.TextStyle]fyne.Resource{
			{}:           font("StatementSans-Regular"),
			{Bold: true}: font("StatementSans-Semibold"),
		},
		serif: field.Faces{
			Regular:    font("StatementSerif-Regular"),
			Italic:     font("StatementSerif-It"),
			Bold:       font("StatementSerif-Bold"),
			BoldItalic: font("StatementSerif-BoldIt"),
			Arabic:     font("NotoNaskhArabic-Regular"),
			ArabicBold: font("NotoNaskhArabic-Bold"),
		},
	}
}

// serif is the faces for words on the desk: those of the window's theme.
func serif() field.Faces {
	if t, ok := fyne.CurrentApp().Settings().Theme().(*deskTheme); ok {
		return t.serif
	}
	return field.Faces{}
}

// with returns the theme with another appearance and text size. Fyne shows it
// when it is handed to Settings.SetTheme.
func (t *deskTheme) with(a appearance, scale float32) *deskTheme {
	changed := *t
	changed.appearance, changed.scale = a, max(0.75, min(scale, 2))
	return &changed
}

// Color is called by Fyne.
func (t *deskTheme) Color(name fyne.ThemeColorName, system fyne.ThemeVariant) color.Color {
	shown := t.variant(system)
	palette := light
	if shown == theme.VariantDark {
		palette = dark
	}
	if c, ok := palette[name]; ok {
		return c
	}
	return t.base.Color(name, shown)
}

func (t *deskTheme) variant(system fyne.ThemeVariant) fyne.ThemeVariant {
	switch t.appearance {
	case lightAlways:
		return theme.VariantLight
	case darkAlways:
		return theme.VariantDark
	}
	return system
}

// Font is called by Fyne.
func (t *deskTheme) Font(style fyne.TextStyle) fyne.Resource {
	plain := fyne.TextStyle{Bold: style.Bold, Italic: style.Italic, Monospace: style.Monospace, Symbol: style.Symbol}
	if f := t.fonts[plain]; f != nil {
		return f
	}
	return t.base.Font(style)
}

// Icon is called by Fyne.
func (t *deskTheme) Icon(name fyne.ThemeIconName) fyne.Resource { return t.base.Icon(name) }

// Size is called by Fyne.
func (t *deskTheme) Size(name fyne.ThemeSizeName) float32 {
	if size, ok := textSizes[name]; ok {
		return size * t.scale
	}
	switch name {
	case theme.SizeNameSplitThickness:
		return 6
	case theme.SizeNameModalBlurRadius:
		return 0 // blurring what lies below a dialog takes longer than all the rest of a frame
	}
	return t.base.Size(name)
}

var textSizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNameText:           15,
	theme.SizeNameCaptionText:    12.5,
	theme.SizeNameSubHeadingText: 18,
	theme.SizeNameHeadingText:    24,
	theme.SizeNameInlineIcon:     18,
}

// palette is the colours of one appearance. A test computes the contrast of
// what stands on what.
type palette map[fyne.ThemeColorName]color.NRGBA

var light = palette{
	theme.ColorNameBackground:          rgb(0xF6F5F2),
	theme.ColorNameInputBackground:     rgb(0xFFFFFF),
	theme.ColorNameOverlayBackground:   rgb(0xFFFFFF),
	theme.ColorNameMenuBackground:      rgb(0xFFFFFF),
	theme.ColorNameHeaderBackground:    rgb(0xECEAE5),
	theme.ColorNameForeground:          rgb(0x1E2126),
	theme.ColorNamePlaceHolder:         rgb(0x575C63),
	theme.ColorNameDisabled:            rgb(0x595D63),
	theme.ColorNamePrimary:             rgb(0x1F4E8C),
	theme.ColorNameForegroundOnPrimary: rgb(0xFFFFFF),
	theme.ColorNameHyperlink:           rgb(0x1F4E8C),
	theme.ColorNameFocus:               fade(rgb(0x2F6BB8), 0x30), // a veil: Fyne lays it over buttons and under menus
	theme.ColorNameSelection:           rgb(0xC8DAF2),
	theme.ColorNameButton:              rgb(0xE9E7E1),
	theme.ColorNameDisabledButton:      rgb(0xEFEDE9),
	theme.ColorNameHover:               {A: 0x10},
	theme.ColorNamePressed:             {A: 0x22},
	theme.ColorNameError:               rgb(0xA8231C),
	theme.ColorNameForegroundOnError:   rgb(0xFFFFFF),
	theme.ColorNameWarning:             rgb(0x7D5200),
	theme.ColorNameForegroundOnWarning: rgb(0xFFFFFF),
	theme.ColorNameSuccess:             rgb(0x1C6639),
	theme.ColorNameForegroundOnSuccess: rgb(0xFFFFFF),
	theme.ColorNameInputBorder:         rgb(0x84888E),
	theme.ColorNameSeparator:           rgb(0xD9D6CF),
	theme.ColorNameScrollBar:           {A: 0x70},
	theme.ColorNameShadow:              {A: 0x1C},
}

var dark = palette{
	theme.ColorNameBackground:          rgb(0x1B1D20),
	theme.ColorNameInputBackground:     rgb(0x222529),
	theme.ColorNameOverlayBackground:   rgb(0x272A2F),
	theme.ColorNameMenuBackground:      rgb(0x272A2F),
	theme.ColorNameHeaderBackground:    rgb(0x25282C),
	theme.ColorNameForeground:          rgb(0xE7E5E0),
	theme.ColorNamePlaceHolder:         rgb(0xB6BAC0),
	theme.ColorNameDisabled:            rgb(0xAEB2B8),
	theme.ColorNamePrimary:             rgb(0x8DB6F2),
	theme.ColorNameForegroundOnPrimary: rgb(0x0E2240),
	theme.ColorNameHyperlink:           rgb(0x8DB6F2),
	theme.ColorNameFocus:               fade(rgb(0x8DB6F2), 0x38),
	theme.ColorNameSelection:           rgb(0x2B4467),
	theme.ColorNameButton:              rgb(0x30343A),
	theme.ColorNameDisabledButton:      rgb(0x292C30),
	theme.ColorNameHover:               {0xFF, 0xFF, 0xFF, 0x14},
	theme.ColorNamePressed:             {0xFF, 0xFF, 0xFF, 0x28},
	theme.ColorNameError:               rgb(0xFF9C92),
	theme.ColorNameForegroundOnError:   rgb(0x3A0905),
	theme.ColorNameWarning:             rgb(0xE9B75F),
	theme.ColorNameForegroundOnWarning: rgb(0x2B1C00),
	theme.ColorNameSuccess:             rgb(0x84CF9F),
	theme.ColorNameForegroundOnSuccess: rgb(0x062814),
	theme.ColorNameInputBorder:         rgb(0x7A7F86),
	theme.ColorNameSeparator:           rgb(0x3A3E44),
	theme.ColorNameScrollBar:           {0xFF, 0xFF, 0xFF, 0x70},
	theme.ColorNameShadow:              {A: 0x80},
}

func rgb(c uint32) color.NRGBA {
	return color.NRGBA{uint8(c >> 16), uint8(c >> 8), uint8(c), 0xFF}
}

// fade is a colour that lets through what is under it.
func fade(c color.NRGBA, alpha uint8) color.NRGBA {
	c.A = alpha
	return c
}
