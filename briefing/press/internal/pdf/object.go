// Package pdf reads and writes the objects of a PDF file (ISO 32000-1 §7): as
// much of them as turning one finished, unencrypted file into another takes.
// It knows syntax only; what the objects mean is for press.
package pdf

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"unicode/utf16"
)

// An Object is one of the types below, or a bool, int or float64; nil is null.
type Object any

type (
	// Name is a name as it stands in the file, without its slash.
	Name string
	// Ref is a reference to an indirect object, by its number.
	Ref int
	// String is a byte string; [Text] makes one that people read.
	String string
	// Array holds objects in order.
	Array []Object
	// Raw is syntax that is written as it is.
	Raw []byte
)

// Dict is a dictionary. Its keys keep the order in which they were first set.
type Dict struct {
	keys   []Name
	values []Object
}

// NewDict makes a dictionary of keys and values by turns. A value of nil
// leaves the key out.
func NewDict(pairs ...Object) *Dict {
	d := &Dict{keys: make([]Name, 0, len(pairs)/2), values: make([]Object, 0, len(pairs)/2)}
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i+1] != nil {
			d.Set(Name(pairs[i].(string)), pairs[i+1])
		}
	}
	return d
}

// Get returns the value of a key, nil where there is none.
func (d *Dict) Get(key Name) Object {
	if i := slices.Index(d.keys, key); i >= 0 {
		return d.values[i]
	}
	return nil
}

// Set puts a value at a key.
func (d *Dict) Set(key Name, value Object) {
	if i := slices.Index(d.keys, key); i >= 0 {
		d.values[i] = value
		return
	}
	d.keys = append(d.keys, key)
	d.values = append(d.values, value)
}

// Delete removes a key, if it is there.
func (d *Dict) Delete(key Name) {
	if i := slices.Index(d.keys, key); i >= 0 {
		d.keys = slices.Delete(d.keys, i, i+1)
		d.values = slices.Delete(d.values, i, i+1)
	}
}

// Len is the number of keys.
func (d *Dict) Len() int { return len(d.keys) }

// Text is a string for people: ASCII as it is, all else as UTF-16 with a byte
// order mark (§7.9.2.2).
func Text(s string) String {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return String(append([]byte{0xfe, 0xff}, UTF16(s)...))
		}
	}
	return String(s)
}

// UTF16 is text in UTF-16, big end first, without a mark.
func UTF16(s string) []byte {
	b := make([]byte, 0, 2*len(s))
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return b
}

// Append writes an object behind b.
func Append(b []byte, o Object) []byte {
	switch o := o.(type) {
	case nil:
		return append(b, "null"...)
	case bool:
		return strconv.AppendBool(b, o)
	case int:
		return strconv.AppendInt(b, int64(o), 10)
	case float64:
		return AppendNumber(b, o)
	case Name:
		return append(append(b, '/'), o...)
	case Ref:
		return AppendRef(b, o)
	case Raw:
		return append(b, o...)
	case String:
		return AppendString(b, string(o))
	case Array:
		return appendArray(b, o)
	case *Dict:
		return appendDict(b, o)
	}
	panic(fmt.Sprintf("pdf: %T is not an object", o))
}

// AppendRef writes a reference.
func AppendRef(b []byte, r Ref) []byte {
	return append(strconv.AppendInt(b, int64(r), 10), " 0 R"...)
}

func appendArray(b []byte, a Array) []byte {
	b = append(b, '[')
	for i, o := range a {
		if i > 0 && !selfDelimiting(o) {
			b = append(b, ' ')
		}
		b = Append(b, o)
	}
	return append(b, ']')
}

func appendDict(b []byte, d *Dict) []byte {
	b = append(b, "<<"...)
	for i, key := range d.keys {
		b = append(append(b, '/'), key...)
		if !selfDelimiting(d.values[i]) {
			b = append(b, ' ')
		}
		b = Append(b, d.values[i])
	}
	return append(b, ">>"...)
}

// selfDelimiting reports whether the object begins with a delimiter, so that
// no space is needed before it.
func selfDelimiting(o Object) bool {
	switch o.(type) {
	case Name, String, Array, *Dict:
		return true
	}
	return false
}

// AppendString writes a literal string (§7.3.4.2).
func AppendString[S string | []byte](b []byte, s S) []byte {
	b = append(b, '(')
	for i := range len(s) {
		switch c := s[i]; c {
		case '(', ')', '\\':
			b = append(b, '\\', c)
		case '\r': // a bare one would read as a line feed
			b = append(b, `\r`...)
		default:
			b = append(b, c)
		}
	}
	return append(b, ')')
}

// AppendNumber writes a number rounded to thousandths, as short as it goes.
func AppendNumber(b []byte, x float64) []byte {
	n := int64(math.Round(x * 1000))
	if n < 0 {
		b, n = append(b, '-'), -n
	}
	b = strconv.AppendInt(b, n/1000, 10)
	if n %= 1000; n == 0 {
		return b
	}
	b = append(b, '.', byte('0'+n/100), byte('0'+n/10%10), byte('0'+n%10))
	for b[len(b)-1] == '0' {
		b = b[:len(b)-1]
	}
	return b
}
