// Package page is composition: it sets a statement on finished pages. Every
// line end, every glyph and every place on the paper is decided here; press
// and the window's proof only copy. Pages are plain data, so they can be
// counted, searched for a click, compared in a test and drawn twice.
package page

import (
	"image/color"

	"delegation-briefing/briefing"
)

// Document is a statement set on pages. It is never changed once composed, so
// any goroutine may read it.
type Document struct {
	Title    string
	Language string // BCP 47
	RTL      bool   // the page is read from right to left
	Pages    []*Page
	Root     *Element // of the logical structure
}

// Page is one sheet of paper. Lengths are points (1/72 inch), the origin is
// the top left corner and Y grows downwards. Items stand in reading order.
// A page whose content did not change between two compositions of the same
// [Compositor] is the same pointer.
type Page struct {
	Width, Height float64
	Items         []Item
}

// Item is one thing on a page: a [*Text], a [*Rule] or a [*Picture].
type Item interface{ item() }

// Text is a run of glyphs of one face and size on one baseline. The glyphs
// stand in logical order, also where they are read from right to left.
type Text struct {
	X, Y     float64 // origin of the run, on the baseline
	Face     *Face
	Size     float64 // points
	Color    color.NRGBA
	Glyphs   []Glyph
	Element  *Element // what it belongs to; nil: an artifact
	Artifact Artifact
	From     briefing.Place // whose words these are; zero for an artifact
	RTL      bool           // the glyphs are read from right to left
}

// Glyph is one shape. X and Y are the offset of its origin from that of the
// run, in points, Y downwards; Advance is its own width in points, before any
// kerning or justification.
type Glyph struct {
	ID            uint16
	X, Y, Advance float32
	Text          string // what it stands for; a hyphen made here is U+00AD; "": part of the glyph before
	Start, End    int32  // bytes of the source at From; both -1 where it has none
}

// Rule is a filled rectangle; it is always an artifact.
type Rule struct {
	X, Y, Width, Height float64
	Color               color.NRGBA
}

// Picture is a PNG or JPEG file drawn into a rectangle.
type Picture struct {
	X, Y, Width, Height float64
	Data                []byte
	Element             *Element // a Figure with Alt; nil: an artifact
}

func (*Text) item()    {}
func (*Rule) item()    {}
func (*Picture) item() {}

// Artifact says why something that is not part of the statement stands on the
// page (ISO 32000-1 §14.8.2.2).
type Artifact uint8

// The kinds of artifact.
const (
	Content    Artifact = iota // none: it belongs to an element
	Header                     // running head, letterhead
	Footer                     // page x of y, version
	Watermark                  // draft and embargo marks
	Decoration                 // anything else
)

// Role is a standard structure type (ISO 32000-1 §14.8.4).
type Role string

// The roles a statement needs.
const (
	RoleDocument Role = "Document"
	RoleSection  Role = "Sect"
	RoleH1       Role = "H1"
	RoleH2       Role = "H2"
	RoleH3       Role = "H3"
	RoleP        Role = "P"
	RoleList     Role = "L"
	RoleItem     Role = "LI"
	RoleLabel    Role = "Lbl"
	RoleBody     Role = "LBody"
	RoleLink     Role = "Link"
	RoleSpan     Role = "Span"
	RoleFigure   Role = "Figure"
)

// Element is a node of the logical structure. Its content is every item that
// names it and its kids, in the order of the items on the pages. It does not
// know its parent, because it may belong to several documents.
type Element struct {
	Role     Role
	Kids     []*Element
	Language string // where it differs from the parent's
	Alt      string // what stands for it when it is read aloud: figures, links
	Link     string // target of a link: an absolute URI
	Title    string // of a heading, for the outline
}

// Job is what a [Compositor] is asked to set.
type Job struct {
	Statement briefing.Statement
	Template  briefing.Template
	Sheet     Sheet
	Version   string // named in the footer if the sheet has a place for it
}
