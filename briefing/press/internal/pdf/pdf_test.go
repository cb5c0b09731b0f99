package pdf_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"strings"
	"testing"

	"delegation-briefing/briefing/press/internal/pdf"
)

func TestAppend(t *testing.T) {
	tests := []struct {
		object pdf.Object
		want   string
	}{
		{nil, "null"},
		{true, "true"},
		{-7, "-7"},
		{1.0, "1"},
		{0.12345, "0.123"},
		{-0.0001, "0"},
		{-12.3, "-12.3"},
		{0.007, "0.007"},
		{pdf.Name("Type"), "/Type"},
		{pdf.Ref(3), "3 0 R"},
		{pdf.Text(`a (b) \c`), `(a \(b\) \\c)`},
		{pdf.Text("é\r"), "(\xfe\xff\x00\xe9\x00\\r)"},
		{pdf.Text("😀"), "(\xfe\xff\xd8\x3d\xde\x00)"},
		{pdf.Array{1, 2.5, pdf.Ref(1), pdf.Array{}}, "[1 2.5 1 0 R[]]"},
		{pdf.NewDict("A", 1, "B", nil, "C", pdf.Name("D")), "<</A 1/C/D>>"},
	}
	for _, test := range tests {
		if got := string(pdf.Append(nil, test.object)); got != test.want {
			t.Errorf("%#v is written %q, want %q", test.object, got, test.want)
		}
	}
}

// file is a PDF with these objects, the first of which is the catalog.
func file(objects ...string) []byte {
	var b bytes.Buffer
	var table strings.Builder
	b.WriteString("%PDF-1.3\n")
	for i, o := range objects {
		fmt.Fprintf(&table, "%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n%strailer\n<<\n/Size %d\n/Root 1 0 R\n>>\nstartxref\n%d\n%%%%EOF\n",
		len(objects)+1, table.String(), len(objects)+1, start)
	return b.Bytes()
}

func TestRead(t *testing.T) {
	f, err := pdf.Read(file(
		`<</Kids [2 0 R 3 0 R] /Text (a \(b\) (c) \\ \r) /Hex <feff0041> /Yes true /No null /Real -1.5 /Number 4>>`,
		"<</Length 5>>\nstream\nab\ncd\nendstream",
		`<</Up 1 0 R>>`))
	if err != nil {
		t.Fatal(err)
	}
	root := f.Dict(f.Root)
	for key, want := range map[pdf.Name]pdf.Object{
		"Text": pdf.String("a (b) (c) \\ \r"), "Hex": pdf.String("\xfe\xff\x00A"),
		"Yes": true, "No": nil, "Real": -1.5, "Number": 4,
	} {
		if got := root.Get(key); got != want {
			t.Errorf("%s is %#v, want %#v", key, got, want)
		}
	}
	kids := f.Array(root.Get("Kids"))
	if got := string(f.Stream(kids[0])); got != "ab\ncd" {
		t.Errorf("stream is %q", got)
	}
	if up := f.Dict(f.Dict(kids[1]).Get("Up")); up.Get("Number") != 4 {
		t.Errorf("the reference does not lead back to the root")
	}
}

func TestCopy(t *testing.T) {
	f, err := pdf.Read(file(`<</A 3 0 R /B [3 0 R 1 0 R]>>`, `(nobody wants this)`, "<</Length 1>>\nstream\nx\nendstream"))
	if err != nil {
		t.Fatal(err)
	}
	var d pdf.Document
	d.Add("before")
	got := d.Copy(f, f.Root, map[pdf.Ref]pdf.Ref{})
	if got != pdf.Ref(2) {
		t.Errorf("the root becomes %v, want object 2", got)
	}
	copied := d.Copy(f, f.Dict(f.Root), map[pdf.Ref]pdf.Ref{1: 2, 3: 3})
	if written := string(pdf.Append(nil, copied)); written != "<</A 3 0 R/B[3 0 R 2 0 R]>>" {
		t.Errorf("copied as %s", written)
	}
}

func TestDeflate(t *testing.T) {
	data := bytes.Repeat([]byte("the same words "), 1000)
	packed := pdf.Deflate(data)
	if !bytes.Equal(packed, pdf.Deflate(data)) {
		t.Error("the same data is packed in two ways")
	}
	r, err := zlib.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	if back, err := io.ReadAll(r); err != nil || !bytes.Equal(back, data) {
		t.Errorf("%d bytes come back as %d, %v", len(data), len(back), err)
	}
}

func TestInParallel(t *testing.T) {
	items := make([]int, 1000)
	for i := range items {
		items[i] = i
	}
	for i, got := range pdf.InParallel(items, func(i int) int { return i * i }) {
		if got != i*i {
			t.Fatalf("result %d is %d", i, got)
		}
	}
}

// FuzzRead: whatever the bytes, reading ends, and ends without a panic.
func FuzzRead(f *testing.F) {
	f.Add(file(`<</A (x) /B [1 2 0 R <00>]>>`, "<</Length 1>>\nstream\nx\nendstream"))
	f.Add([]byte("xref\n0 1\n0 0 f\ntrailer\n<</Root 1 0 R>>\nstartxref\n0\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := pdf.Read(data)
		if err != nil {
			return
		}
		var d pdf.Document
		d.Copy(file, file.Root, map[pdf.Ref]pdf.Ref{})
	})
}
