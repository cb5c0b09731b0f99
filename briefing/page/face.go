package page

import (
	"bytes"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
)

// Face is one TrueType font. It is never changed once it is read.
type Face struct {
	name  string // of its file, without the ending
	data  []byte
	hb    *harfbuzz.Font
	perEm float64
}

// Name is the name of the face's file without its ending.
func (f *Face) Name() string { return f.name }

// Data is the TrueType file. Nobody may write to it.
func (f *Face) Data() []byte { return f.data }

// has reports whether the face has a shape for a character. Only the shaper
// asks, because the library remembers answers without a lock.
func (f *Face) has(r rune) bool {
	_, ok := f.hb.Face().NominalGlyph(r)
	return ok
}

func parseFace(name string, data []byte) (*Face, error) {
	face, err := font.ParseTTF(bytes.NewReader(withoutOutlines(data)))
	if err != nil {
		return nil, fmt.Errorf("reading font %s: %w", name, err)
	}
	return &Face{name: name, data: data, hb: harfbuzz.NewFont(face), perEm: float64(face.Upem())}, nil
}

// withoutOutlines is a copy of a font file whose outlines cannot be found. To
// read them takes the library a third of its time, and shaping does not look
// at them.
func withoutOutlines(data []byte) []byte {
	const header, entry = 12, 16 // bytes of the table directory
	b := bytes.Clone(data)
	for at := header; at+entry <= len(b) && at < header+100*entry; at += entry {
		if tag := string(b[at : at+4]); tag == "glyf" || tag == "loca" {
			copy(b[at:], "none")
		}
	}
	return b
}

// family is a face and those that stand in for what it lacks.
type family struct {
	id    uint32
	names []string
	faces *faces
}

// face is the first of the family that has the character, or nil. Those that
// stand in are opened only where they are needed.
func (f *family) face(r rune) (*Face, error) {
	for _, name := range f.names {
		face, err := f.faces.get(name)
		if err != nil {
			return nil, err
		}
		if face.has(r) {
			return face, nil
		}
	}
	return nil, nil
}

// faces reads fonts when they are first asked for.
type faces struct {
	files    fs.FS
	mu       sync.Mutex
	read     map[string]*Face
	families map[string]*family
}

func (f *faces) get(name string) (*Face, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if face := f.read[name]; face != nil {
		return face, nil
	}
	data, err := fs.ReadFile(f.files, "fonts/"+name+".ttf")
	if err != nil {
		return nil, fmt.Errorf("reading font %s: %w", name, err)
	}
	face, err := parseFace(name, data)
	if err != nil {
		return nil, err
	}
	f.read[name] = face
	return face, nil
}

// family returns the family of these names, always the same one.
func (f *faces) family(names []string) *family {
	f.mu.Lock()
	defer f.mu.Unlock()
	key := strings.Join(names, "/")
	if f.families[key] == nil {
		f.families[key] = &family{id: uint32(len(f.families)), names: names, faces: f}
	}
	return f.families[key]
}
