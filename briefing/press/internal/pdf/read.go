package pdf

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
)

// File is a file taken apart. Streams share memory with the bytes it was read
// from.
type File struct {
	Root, Info Ref
	objects    map[Ref]indirect
}

type indirect struct {
	value  Object
	stream []byte // nil: none
}

// Read takes a file apart that has a plain cross-reference table, whole
// numbers for the lengths of its streams, and no encryption. That is what
// gofpdf writes; it is no reader for everybody's files.
func Read(data []byte) (*File, error) {
	at := bytes.LastIndex(data, []byte("startxref"))
	if at < 0 {
		return nil, errors.New("reading PDF: no cross-reference table")
	}
	p := &parser{data: data, at: at}
	p.word()
	p.at = min(p.int(), len(data))
	file := p.file()
	if p.err != nil {
		return nil, fmt.Errorf("reading PDF: %w", p.err)
	}
	return file, nil
}

// Object follows references until something else is found.
func (f *File) Object(o Object) Object {
	for range 32 {
		ref, ok := o.(Ref)
		if !ok {
			return o
		}
		o = f.objects[ref].value
	}
	return nil
}

// Dict is the dictionary that o is or refers to; it is empty where there is
// none.
func (f *File) Dict(o Object) *Dict {
	if d, ok := f.Object(o).(*Dict); ok {
		return d
	}
	return &Dict{}
}

// Array is the array that o is or refers to.
func (f *File) Array(o Object) Array {
	a, _ := f.Object(o).(Array)
	return a
}

// Stream is the data of the stream that o refers to, as it stands in the file.
func (f *File) Stream(o Object) []byte {
	ref, _ := o.(Ref)
	return f.objects[ref].stream
}

// parser reads objects one after the other. After the first error it yields
// nothing but nil; err says what was wrong.
type parser struct {
	data []byte
	at   int
	err  error
}

func (p *parser) fail(what string) {
	if p.err == nil {
		p.err = fmt.Errorf("%s expected at byte %d", what, p.at)
	}
	p.at = len(p.data)
}

func (p *parser) file() *File {
	p.expect("xref")
	p.int()
	offsets := make([]int, 0, 64)
	for n := p.int(); n > 0 && p.err == nil; n-- {
		offsets = append(offsets, p.int())
		p.int()
		p.word()
	}
	p.expect("trailer")
	trailer, ok := p.object().(*Dict)
	if !ok {
		p.fail("a trailer")
		return nil
	}
	f := &File{objects: make(map[Ref]indirect, len(offsets))}
	f.Root, _ = trailer.Get("Root").(Ref)
	f.Info, _ = trailer.Get("Info").(Ref)
	for i, offset := range offsets {
		if i > 0 && p.err == nil {
			p.at = min(offset, len(p.data))
			f.objects[Ref(i)] = p.indirect()
		}
	}
	return f
}

func (p *parser) indirect() indirect {
	p.int()
	p.int()
	p.expect("obj")
	o := indirect{value: p.object()}
	if !p.takes("stream") {
		return o
	}
	p.at++ // the line feed
	dict, ok := o.value.(*Dict)
	if !ok {
		p.fail("a stream's dictionary")
		return indirect{}
	}
	length, _ := dict.Get("Length").(int)
	end := p.at + length
	if length < 0 || end > len(p.data) {
		p.fail("a stream")
		return indirect{}
	}
	o.stream = p.data[p.at:end:end]
	return o
}

// peek is the next byte, 0 at the end.
func (p *parser) peek() byte {
	if p.at < len(p.data) {
		return p.data[p.at]
	}
	return 0
}

func (p *parser) space() {
	for p.at < len(p.data) && isSpace(p.data[p.at]) {
		p.at++
	}
}

// takes moves past a keyword if it comes next.
func (p *parser) takes(keyword string) bool {
	p.space()
	if bytes.HasPrefix(p.data[p.at:], []byte(keyword)) {
		p.at += len(keyword)
		return true
	}
	return false
}

func (p *parser) expect(keyword string) {
	if !p.takes(keyword) {
		p.fail(keyword)
	}
}

// word is what stands up to the next space or delimiter.
func (p *parser) word() string {
	p.space()
	start := p.at
	for p.at < len(p.data) && !isSpace(p.data[p.at]) && !isDelimiter(p.data[p.at]) {
		p.at++
	}
	return string(p.data[start:p.at])
}

func (p *parser) int() int {
	n, err := strconv.Atoi(p.word())
	if err != nil || n < 0 {
		p.fail("a number")
		return 0
	}
	return n
}

func (p *parser) object() Object {
	p.space()
	switch c := p.peek(); {
	case p.takes("<<"):
		return p.dict()
	case c == '[':
		p.at++
		return p.array()
	case c == '(':
		p.at++
		return p.literal()
	case c == '<':
		p.at++
		return p.hex()
	case c == '/':
		p.at++
		return Name(p.word())
	}
	return p.atom()
}

func (p *parser) dict() *Dict {
	d := &Dict{}
	for p.err == nil && !p.takes(">>") {
		key, ok := p.object().(Name)
		if !ok {
			p.fail("a key")
			break
		}
		d.Set(key, p.object())
	}
	return d
}

func (p *parser) array() Array {
	a := Array{}
	for p.err == nil && !p.takes("]") {
		a = append(a, p.object())
	}
	return a
}

func (p *parser) hex() String {
	end := bytes.IndexByte(p.data[p.at:], '>')
	if end < 0 {
		p.fail(">")
		return ""
	}
	b, err := hex.DecodeString(string(p.data[p.at : p.at+end]))
	if err != nil {
		p.fail("hexadecimal digits")
		return ""
	}
	p.at += end + 1
	return String(b)
}

// literal reads a string in parentheses. Octal escapes are not among what
// gofpdf writes.
func (p *parser) literal() String {
	var s []byte
	for depth := 1; p.at < len(p.data); p.at++ {
		c := p.data[p.at]
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				p.at++
				return String(s)
			}
		case '\\':
			p.at++
			if c = p.peek(); c == 'r' {
				c = '\r'
			} else if c == 'n' {
				c = '\n'
			}
		}
		s = append(s, c)
	}
	p.fail(")") // which also takes back a step beyond the end
	return ""
}

// atom reads a number, a reference or a keyword.
func (p *parser) atom() Object {
	w := p.word()
	switch w {
	case "":
		p.fail("an object")
		return nil
	case "null":
		return nil
	case "true", "false":
		return w == "true"
	}
	n, err := strconv.Atoi(w)
	if err != nil {
		return p.real(w)
	}
	start := p.at
	if p.word() == "0" && p.word() == "R" {
		return Ref(n)
	}
	p.at = start
	return n
}

func (p *parser) real(w string) Object {
	x, err := strconv.ParseFloat(w, 64)
	if err != nil {
		p.fail("a number")
	}
	return x
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }
