package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"
	"strconv"
	"sync"

	"github.com/klauspost/compress/zlib"
)

// Document is a file being made. Objects get their numbers in the order in
// which they are added, so the same calls give the same bytes.
type Document struct {
	objects []indirect // object 1 is the first
}

// Reserve numbers an object whose value is set later.
func (d *Document) Reserve() Ref { return d.Add(nil) }

// Add adds an object.
func (d *Document) Add(value Object) Ref {
	d.objects = append(d.objects, indirect{value: value})
	return Ref(len(d.objects))
}

// Set gives an object its value.
func (d *Document) Set(ref Ref, value Object) { d.objects[ref-1].value = value }

// AddStream adds a stream whose data is packed already, as [Deflate] does.
func (d *Document) AddStream(dict *Dict, packed []byte) Ref {
	dict.Set("Filter", Name("FlateDecode"))
	return d.AddPlain(dict, packed)
}

// AddPlain adds a stream that stands in the file as it is.
func (d *Document) AddPlain(dict *Dict, data []byte) Ref {
	dict.Set("Length", len(data))
	d.objects = append(d.objects, indirect{dict, data})
	return Ref(len(d.objects))
}

// Copy adds an object of another file and everything it refers to, once, and
// returns it with its references turned into the new ones. done holds what is
// copied already; what the caller puts in beforehand is not copied.
func (d *Document) Copy(f *File, o Object, done map[Ref]Ref) Object {
	switch o := o.(type) {
	case Ref:
		if ref, ok := done[o]; ok {
			return ref
		}
		ref := d.Reserve()
		done[o] = ref
		value := d.Copy(f, f.objects[o].value, done)
		d.objects[ref-1] = indirect{value, f.objects[o].stream}
		return ref
	case Array:
		a := make(Array, len(o))
		for i := range o {
			a[i] = d.Copy(f, o[i], done)
		}
		return a
	case *Dict:
		c := &Dict{keys: o.keys, values: make([]Object, len(o.values))}
		for i := range o.values {
			c.values[i] = d.Copy(f, o.values[i], done)
		}
		return c
	}
	return o
}

// header names PDF 1.7; the comment tells programs that the file is binary.
const header = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"

// WriteTo writes the file: streams first, all other objects packed into object
// streams, and a cross-reference stream at the end (§7.5.7, §7.5.8). Its ID is
// made of its content.
func (d *Document) WriteTo(w io.Writer, root, info Ref) error {
	b := append(make([]byte, 0, d.size()), header...)
	table := make([]entry, len(d.objects)+1, len(d.objects)+len(d.objects)/perStream+3)
	b = d.appendStreams(b, table)
	b, table = d.appendPacked(b, table)
	b = appendTable(b, table, root, info)
	if _, err := w.Write(b); err != nil {
		return fmt.Errorf("writing PDF: %w", err)
	}
	return nil
}

func (d *Document) size() int {
	n := 4096 + 16*len(d.objects)
	for _, o := range d.objects {
		n += len(o.stream) + 16
	}
	return n
}

// entry is a line of the cross-reference stream.
type entry struct {
	kind byte // 0: free, 1: at an offset, 2: in an object stream
	a    int  // the offset, or the object stream's number
	b    int  // its place in the object stream
}

func (d *Document) appendStreams(b []byte, table []entry) []byte {
	for i, o := range d.objects {
		if o.stream != nil {
			table[i+1] = entry{1, len(b), 0}
			b = appendStream(b, i+1, o.value.(*Dict), o.stream)
		}
	}
	return b
}

func appendStream(b []byte, number int, dict *Dict, data []byte) []byte {
	b = strconv.AppendInt(b, int64(number), 10)
	b = append(b, " 0 obj\n"...)
	b = appendDict(b, dict)
	b = append(b, "\nstream\n"...)
	b = append(b, data...)
	return append(b, "\nendstream\nendobj\n"...)
}

// perStream is how many objects are packed into one stream: enough to press
// well, few enough for several processors to share a long file.
const perStream = 400

func (d *Document) appendPacked(b []byte, table []entry) ([]byte, []entry) {
	var groups [][]int
	for i, o := range d.objects {
		if o.stream != nil {
			continue
		}
		if n := len(groups); n == 0 || len(groups[n-1]) == perStream {
			groups = append(groups, nil)
		}
		last := &groups[len(groups)-1]
		table[i+1] = entry{2, len(d.objects) + len(groups), len(*last)}
		*last = append(*last, i+1)
	}
	for _, s := range InParallel(groups, d.pack) {
		table = append(table, entry{1, len(b), 0})
		b = appendStream(b, len(table)-1, s.value.(*Dict), s.stream)
	}
	return b, table
}

// pack makes an object stream of the objects of these numbers.
func (d *Document) pack(numbers []int) indirect {
	head, body := make([]byte, 0, 12*len(numbers)), make([]byte, 0, 80*len(numbers))
	for _, n := range numbers {
		head = append(strconv.AppendInt(head, int64(n), 10), ' ')
		head = append(strconv.AppendInt(head, int64(len(body)), 10), ' ')
		body = append(Append(body, d.objects[n-1].value), '\n')
	}
	packed := Deflate(append(head, body...))
	return indirect{NewDict("Type", Name("ObjStm"), "N", len(numbers), "First", len(head),
		"Filter", Name("FlateDecode"), "Length", len(packed)), packed}
}

func appendTable(b []byte, table []entry, root, info Ref) []byte {
	start := len(b)
	sum := sha256.Sum256(b)
	id := String(sum[:16])
	table = append(table, entry{1, start, 0})
	packed := Deflate(rows(table))
	b = appendStream(b, len(table)-1, NewDict("Type", Name("XRef"), "Size", len(table), "W", Array{1, 4, 2},
		"Root", root, "Info", info, "ID", Array{id, id}, "Filter", Name("FlateDecode"),
		"DecodeParms", NewDict("Predictor", 12, "Columns", 7), "Length", len(packed)), packed)
	return fmt.Appendf(b, "startxref\n%d\n%%%%EOF\n", start)
}

// rows writes the table, each row as its difference from the one above (the
// PNG predictor Up, §7.4.4.4), which packs to a fraction.
func rows(table []entry) []byte {
	const up = 2
	b := make([]byte, 0, 8*len(table))
	var above [7]byte
	for i, e := range table {
		if i == 0 {
			e = entry{0, 0, 0xffff}
		}
		row := [7]byte{e.kind}
		binary.BigEndian.PutUint32(row[1:], uint32(e.a))
		binary.BigEndian.PutUint16(row[5:], uint16(e.b))
		b = append(b, up)
		for j := range row {
			b = append(b, row[j]-above[j])
		}
		above = row
	}
	return b
}

// Deflate packs data. The same data always gives the same bytes.
func Deflate(data []byte) []byte {
	d := deflaters.Get().(*deflater)
	defer deflaters.Put(d)
	d.out.Reset()
	d.Reset(&d.out)
	d.Write(data) // a Buffer takes everything
	d.Close()
	return bytes.Clone(d.out.Bytes())
}

type deflater struct {
	*zlib.Writer
	out bytes.Buffer
}

// level takes two thirds of the time of the best one, for two bytes more in a
// hundred.
const level = 6

var deflaters = sync.Pool{New: func() any {
	d := new(deflater)
	d.Writer, _ = zlib.NewWriterLevel(&d.out, level) // fails for levels that do not exist
	return d
}}
