package page

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"io"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"delegation-briefing/briefing"
)

// Sheet says how pages look: paper, margins, faces, sizes, colours, what
// stands at the head and the foot. Lengths on paper are millimetres, sizes of
// type are points.
type Sheet struct {
	Format  int                 `toml:"format"`
	Paper   Paper               `toml:"paper"`
	Faces   map[string][]string `toml:"faces"` // each a face and those that stand in for it
	Styles  map[string]Style    `toml:"style"`
	Head    Letterhead          `toml:"letterhead"`
	Foot    Foot                `toml:"footer"`
	Labels  map[string]Labels   `toml:"labels"`
	Accent  Color               `toml:"accent"`
	Gap     Color               `toml:"gap"` // of placeholders that no fact fills
	Ragged  bool                `toml:"ragged,omitempty"`
	Hanging bool                `toml:"hanging,omitempty"` // light signs hang over the edge
	Turned  float64             `toml:"turned,omitempty"`  // by how much type is larger that is read from right to left; 0: 1
}

// Paper is the size of the page and its margins, in millimetres.
type Paper struct {
	Width, Height            float64
	Top, Right, Bottom, Left float64
}

// Style is how one kind of paragraph is set.
type Style struct {
	Face    string  `toml:"face"` // a name in Sheet.Faces
	Size    float64 `toml:"size"`
	Leading float64 `toml:"leading"`
	Before  float64 `toml:"before,omitempty"` // points of white above
	After   float64 `toml:"after,omitempty"`
	Indent  float64 `toml:"indent,omitempty"`
	Color   Color   `toml:"color,omitempty"`
	Ragged  bool    `toml:"ragged,omitempty"`
	Figures string  `toml:"figures,omitempty"` // "old-style" in running text, else "lining"
}

func (s *Style) figures() figures {
	if s.Figures == "old-style" {
		return oldStyleFigures
	}
	return liningFigures
}

// Letterhead stands at the top of the first page.
type Letterhead struct {
	Text       string  `toml:"text,omitempty"`
	Logo       string  `toml:"logo,omitempty"`        // a PNG or JPEG file beside the sheet
	LogoHeight float64 `toml:"logo_height,omitempty"` // in millimetres; 0: 14

	Image []byte `toml:"-"` // the file of the logo
}

// Foot stands at the foot of each page, opposite the number of the page.
// {page}, {pages}, {version} and {reference} are filled in; a reference that
// stands neither here nor in the line of place and date goes before the rest.
type Foot struct {
	Left string `toml:"left,omitempty"`
}

// Labels are the few words that the page adds, in one language.
type Labels struct {
	Page       string `toml:"page,omitempty"`
	Draft      string `toml:"draft,omitempty"`
	Embargo    string `toml:"embargo,omitempty"`
	Letterhead string `toml:"letterhead,omitempty"` // in place of the sheet's

	For map[string]string `toml:"for,omitempty"` // letterheads of single templates
}

// Color is written #rrggbb.
type Color color.NRGBA

// ink is the colour to print with; one that was not given is black.
func (c Color) ink() color.NRGBA {
	if c == (Color{}) {
		return color.NRGBA{A: 255}
	}
	return color.NRGBA(c)
}

// UnmarshalText reads #rrggbb.
func (c *Color) UnmarshalText(text []byte) error {
	n, err := strconv.ParseUint(strings.TrimPrefix(string(text), "#"), 16, 32)
	if err != nil || len(text) != 7 {
		return fmt.Errorf("%q is not a colour: write #1f3a5f", text)
	}
	*c = Color{uint8(n >> 16), uint8(n >> 8), uint8(n), 255}
	return nil
}

const perMillimetre = 72 / 25.4

// measure is the width of the column, in points.
func (s *Sheet) measure() float64 {
	return (s.Paper.Width - s.Paper.Left - s.Paper.Right) * perMillimetre
}

func (s *Sheet) top() float64    { return s.Paper.Top * perMillimetre }
func (s *Sheet) left() float64   { return s.Paper.Left * perMillimetre }
func (s *Sheet) height() float64 { return s.Paper.Height * perMillimetre }

// foot is the bottom of the column.
func (s *Sheet) foot() float64 { return s.height() - s.Paper.Bottom*perMillimetre }

func (s *Sheet) logoHeight() float64 {
	switch {
	case len(s.Head.Image) == 0:
		return 0
	case s.Head.LogoHeight == 0:
		return 14 * perMillimetre
	}
	return s.Head.LogoHeight * perMillimetre
}

// labels is those of a language, or else the English ones.
func (s *Sheet) labels(lang string) Labels {
	for _, l := range []string{lang, baseLanguage(lang)} {
		if found, ok := s.Labels[l]; ok {
			return found
		}
	}
	return s.Labels["en"]
}

// ReadSheet reads a sheet as strictly as [briefing.ReadStatement] a statement.
func ReadSheet(r io.Reader) (Sheet, error) {
	var s Sheet
	if err := briefing.ReadTOML(r, &s); err != nil {
		return Sheet{}, err
	}
	return s, s.check()
}

// styles are those that a sheet must have.
var styles = []string{"title", "dateline", "text", "item", "numbered", "heading", "subheading", "contact", "embargo", "letterhead", "footer", "mark"}

func (s *Sheet) check() error {
	switch {
	case s.Format > briefing.Format:
		return &briefing.FileError{Message: fmt.Sprintf("this sheet was written for a newer program (format %d; this one reads up to %d)", s.Format, briefing.Format)}
	case s.Format < 1:
		return &briefing.FileError{Message: `this is not a sheet: it does not begin with "format = 1"`}
	case s.Turned != 0 && !(s.Turned >= 0.5 && s.Turned <= 2):
		return &briefing.FileError{Message: "turned is a factor from 0.5 to 2"}
	case s.measure() < 100 || s.foot()-s.top() < 200:
		return &briefing.FileError{Message: "the paper less its margins is too small for text"}
	}
	for _, name := range styles {
		style, ok := s.Styles[name]
		switch {
		case !ok:
			return &briefing.FileError{Message: fmt.Sprintf("there is no style %q", name)}
		case len(s.Faces[style.Face]) == 0:
			return &briefing.FileError{Message: fmt.Sprintf("style %q: no faces are called %q", name, style.Face)}
		case !(style.Size >= 4 && style.Size <= 72) || !(style.Leading >= style.Size && style.Leading <= 150):
			return &briefing.FileError{Message: fmt.Sprintf("style %q: write a size from 4 to 72, and a leading of at least the size", name)}
		case style.Figures != "" && style.Figures != "lining" && style.Figures != "old-style":
			return &briefing.FileError{Message: fmt.Sprintf("style %q: figures are \"lining\" or \"old-style\"", name)}
		}
	}
	return nil
}

// FindSheet reads the sheet of a template, or else the one for all.
func FindSheet(office briefing.Office, template string) (Sheet, error) {
	for _, name := range []string{"templates/" + template + "/sheet.toml", "sheet.toml"} {
		if !fs.ValidPath(name) {
			continue
		}
		s, err := readSheetFile(office, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return Sheet{}, fmt.Errorf("%s: %w", name, err)
		}
		return s, nil
	}
	return Sheet{}, errors.New("no sheet.toml was found")
}

// readSheetFile reads a sheet with its logo.
func readSheetFile(office briefing.Office, name string) (Sheet, error) {
	f, err := office.Open(name)
	if err != nil {
		return Sheet{}, err
	}
	defer f.Close()
	s, err := ReadSheet(f)
	if err != nil || s.Head.Logo == "" {
		return s, err
	}
	logo := path.Join(path.Dir(name), s.Head.Logo)
	if s.Head.Image, err = fs.ReadFile(office, logo); err != nil {
		return Sheet{}, fmt.Errorf("reading logo: %v", err)
	}
	if _, _, err := image.DecodeConfig(bytes.NewReader(s.Head.Image)); err != nil {
		return Sheet{}, fmt.Errorf("the logo %s is neither PNG nor JPEG: %w", logo, err)
	}
	return s, nil
}
