package page

import (
	"errors"
	"fmt"
	"image/color"
	"io"
	"io/fs"
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
	Hanging bool                `toml:"hanging,omitempty"`
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
}

// Letterhead stands at the top of the first page.
type Letterhead struct {
	Text string `toml:"text,omitempty"`
	Logo string `toml:"logo,omitempty"` // a PNG or JPEG file beside the sheet
}

// Foot stands at the foot of each page. {page}, {pages} and {version} are
// filled in.
type Foot struct {
	Left  string `toml:"left,omitempty"`
	Right string `toml:"right,omitempty"`
}

// Labels are the few words that the page adds, in one language.
type Labels struct {
	Page    string `toml:"page,omitempty"`
	Draft   string `toml:"draft,omitempty"`
	Embargo string `toml:"embargo,omitempty"`
	Phone   string `toml:"phone,omitempty"`
	Email   string `toml:"email,omitempty"`
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

// ReadSheet reads a sheet as strictly as [briefing.ReadStatement] a statement.
func ReadSheet(r io.Reader) (Sheet, error) {
	var s Sheet
	if err := briefing.ReadTOML(r, &s); err != nil {
		return Sheet{}, err
	}
	return s, nil
}

// FindSheet reads the sheet of a template, or else the one for all.
func FindSheet(office briefing.Office, template string) (Sheet, error) {
	for _, name := range []string{"templates/" + template + "/sheet.toml", "sheet.toml"} {
		f, err := office.Open(name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return Sheet{}, err
		}
		defer f.Close()
		s, err := ReadSheet(f)
		if err != nil {
			return Sheet{}, fmt.Errorf("%s: %w", name, err)
		}
		return s, nil
	}
	return Sheet{}, errors.New("no sheet.toml was found")
}
