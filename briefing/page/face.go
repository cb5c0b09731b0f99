package page

import (
	"bytes"
	"fmt"
	"io/fs"
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

func (f *Face) has(r rune) bool {
	_, ok := f.hb.Face().NominalGlyph(r)
	return ok
}

func parseFace(name string, data []byte) (*Face, error) {
	face, err := font.ParseTTF(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("reading font %s: %w", name, err)
	}
	return &Face{name: name, data: data, hb: harfbuzz.NewFont(face), perEm: float64(face.Upem())}, nil
}

// faces reads fonts when they are first asked for.
type faces struct {
	files fs.FS
	mu    sync.Mutex
	read  map[string]*Face
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
