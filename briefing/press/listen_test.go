package press_test

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// heard is an element of a PDF's structure as a screen reader meets it. The
// file is read by pdfcpu, so that our own writer is not its own judge.
type heard struct {
	role, language, alt string
	said                string // the marked text, also that of the kids
	kids                []*heard
	links               []spokenLink
}

type spokenLink struct{ uri, contents string }

// listener takes a PDF apart.
type listener struct {
	t         testing.TB
	ctx       *model.Context
	catalog   types.Dict
	marked    map[int]map[int]string       // object number of a page, MCID: text
	artifacts []string                     // text of artifacts, "Footer: Page 1"
	maps      map[string]map[uint16]string // ToUnicode, by font
	codes     map[string][]uint16          // shown, by font
}

// listen reads a PDF and returns what is heard. It fails the test where text
// is shown that is neither marked nor an artifact.
func listen(t testing.TB, file []byte) (*listener, *heard) {
	t.Helper()
	model.ConfigPath = "disable"
	conf := model.NewDefaultConfiguration()
	conf.ValidationMode = model.ValidationStrict
	ctx, err := api.ReadAndValidate(bytes.NewReader(file), conf)
	if err != nil {
		t.Fatalf("pdfcpu: %v", err)
	}
	l := &listener{t: t, ctx: ctx, marked: map[int]map[int]string{}, maps: map[string]map[uint16]string{}, codes: map[string][]uint16{}}
	l.catalog, err = ctx.Catalog()
	l.must(err)
	for n := range ctx.PageCount {
		l.page(n + 1)
	}
	root := l.dict(l.dict(l.catalog["StructTreeRoot"])["K"])
	return l, l.element(root)
}

func (l *listener) must(err error) {
	l.t.Helper()
	if err != nil {
		l.t.Fatal(err)
	}
}

func (l *listener) object(o types.Object) types.Object {
	o, err := l.ctx.Dereference(o)
	l.must(err)
	return o
}

func (l *listener) dict(o types.Object) types.Dict {
	d, _ := l.object(o).(types.Dict)
	return d
}

func (l *listener) text(o types.Object) string {
	switch o := l.object(o).(type) {
	case nil:
		return ""
	case types.Name:
		return o.Value()
	}
	s, err := l.ctx.DereferenceText(o)
	l.must(err)
	return s
}

func (l *listener) stream(o types.Object) string {
	sd, _, err := l.ctx.DereferenceStreamDict(o)
	l.must(err)
	l.must(sd.Decode())
	return string(sd.Content)
}

// element reads an element and everything in it, in order.
func (l *listener) element(d types.Dict) *heard {
	h := &heard{role: l.text(d["S"]), language: l.text(d["Lang"]), alt: l.text(d["Alt"])}
	kids, ok := l.object(d["K"]).(types.Array)
	if !ok {
		kids = types.Array{d["K"]}
	}
	for _, k := range kids {
		switch k := l.object(k).(type) {
		case types.Integer:
			h.said += l.passage(d["Pg"], k)
		case types.Dict:
			l.kid(h, k)
		}
	}
	return h
}

func (l *listener) kid(h *heard, k types.Dict) {
	switch l.text(k["Type"]) {
	case "MCR":
		h.said += l.passage(k["Pg"], k["MCID"].(types.Integer))
	case "OBJR":
		a := l.dict(k["Obj"])
		h.links = append(h.links, spokenLink{l.text(l.dict(a["A"])["URI"]), l.text(a["Contents"])})
	default:
		kid := l.element(k)
		h.kids = append(h.kids, kid)
		h.said += kid.said
	}
}

func (l *listener) passage(page types.Object, mcid types.Integer) string {
	number := page.(types.IndirectRef).ObjectNumber.Value()
	text, ok := l.marked[number][mcid.Value()]
	if !ok {
		l.t.Errorf("the structure names passage %d of page object %d, which there is not", mcid, number)
	}
	delete(l.marked[number], mcid.Value()) // what is left at the end nobody hears
	return text
}

func (l *listener) page(n int) {
	d, ref, _, err := l.ctx.PageDict(n, false)
	l.must(err)
	fonts := map[string]types.Dict{}
	for name, o := range l.dict(l.dict(d["Resources"])["Font"]) {
		fonts[name] = l.dict(o)
	}
	passages := map[int]string{}
	l.marked[ref.ObjectNumber.Value()] = passages
	reading{listener: l, fonts: fonts, passages: passages, lex: &lexer{data: l.stream(d["Contents"])}}.run()
}

// reading goes through the operators of one page.
type reading struct {
	*listener
	fonts    map[string]types.Dict
	passages map[int]string
	lex      *lexer
}

func (r reading) run() {
	var operands []any
	font, mcid, artifact, depth := "", -1, false, 0
	say := func(s string) {
		text := r.show(font, s)
		switch {
		case mcid >= 0:
			r.passages[mcid] += text
		case artifact:
			r.artifacts[len(r.artifacts)-1] += text
		default:
			r.t.Errorf("%q is neither marked nor an artifact", text)
		}
	}
	for token := r.lex.next(); token != nil; token = r.lex.next() {
		op, ok := token.(operator)
		if !ok {
			operands = append(operands, token)
			continue
		}
		switch op {
		case "Tf":
			font = string(operands[0].(name))
		case "TJ":
			for _, o := range operands[0].(array) {
				if s, ok := o.(literal); ok {
					say(string(s))
				}
			}
		case "BDC", "BMC":
			if depth++; depth > 1 {
				r.t.Errorf("marked passages are nested")
			}
			if operands[0] == name("Artifact") {
				artifact = true
				r.artifacts = append(r.artifacts, fmt.Sprint(operands[1].(dict)["Subtype"], ": "))
			} else {
				n, err := strconv.Atoi(string(operands[1].(dict)["MCID"].(number)))
				r.must(err)
				mcid = n
				if _, twice := r.passages[mcid]; twice {
					r.t.Errorf("passage %d stands twice on a page", mcid)
				}
				r.passages[mcid] = ""
			}
		case "EMC":
			depth--
			mcid, artifact = -1, false
		case "f", "Do":
			if depth == 0 {
				r.t.Errorf("something is drawn outside of marked content")
			}
		}
		operands = operands[:0]
	}
	if depth != 0 {
		r.t.Errorf("marked content is not closed")
	}
}

// show turns the codes of a string into text.
func (r reading) show(font, codes string) string {
	meanings := r.meanings(font)
	var text strings.Builder
	for i := 0; i+1 < len(codes); i += 2 {
		code := uint16(codes[i])<<8 | uint16(codes[i+1])
		meaning, ok := meanings[code]
		if !ok || code == 0 {
			r.t.Errorf("code %d of %s means nothing", code, font)
		}
		r.codes[font] = append(r.codes[font], code)
		text.WriteString(meaning)
	}
	return text.String()
}

// meanings reads the font's ToUnicode map.
func (r reading) meanings(font string) map[uint16]string {
	if m := r.maps[font]; m != nil {
		return m
	}
	m := map[uint16]string{}
	r.maps[font] = m
	for line := range strings.Lines(r.stream(r.fonts[font]["ToUnicode"])) {
		var code uint16
		var hex string
		if n, _ := fmt.Sscanf(line, "<%04X> <%s", &code, &hex); n < 2 {
			continue
		}
		var units []uint16
		for hex = strings.TrimSuffix(hex, ">"); len(hex) >= 4; hex = hex[4:] {
			u, err := strconv.ParseUint(hex[:4], 16, 16)
			r.must(err)
			units = append(units, uint16(u))
		}
		m[code] = string(utf16.Decode(units))
	}
	return m
}

// The tokens of a page's content.
type (
	number   string
	name     string
	operator string
	literal  string
	array    []any
	dict     map[name]any
	closing  byte // ] or >
)

// lexer reads tokens; it knows what our pages have in them.
type lexer struct {
	data string
	at   int
}

// next is the next token, nil at the end.
func (l *lexer) next() any {
	for l.at < len(l.data) && strings.IndexByte(" \n\r\t", l.data[l.at]) >= 0 {
		l.at++
	}
	if l.at == len(l.data) {
		return nil
	}
	c := l.data[l.at]
	switch {
	case c == '(':
		return l.literal()
	case strings.HasPrefix(l.data[l.at:], "<<"), strings.HasPrefix(l.data[l.at:], ">>"):
		l.at += 2
		if c == '>' {
			return closing('>')
		}
		d := dict{}
		for all := l.until('>'); len(all) > 1; all = all[2:] {
			d[all[0].(name)] = all[1]
		}
		return d
	case c == '[':
		l.at++
		return array(l.until(']'))
	case c == ']':
		l.at++
		return closing(']')
	case c == '/':
		l.at++
		return name(l.word())
	}
	if w := l.word(); strings.Trim(w, "-.0123456789") != "" {
		return operator(w)
	} else {
		return number(w)
	}
}

func (l *lexer) until(end closing) []any {
	var all []any
	for token := l.next(); token != nil && token != end; token = l.next() {
		all = append(all, token)
	}
	return all
}

func (l *lexer) word() string {
	n := strings.IndexAny(l.data[l.at:]+" ", " \n\r\t()<>[]/")
	w := l.data[l.at : l.at+n]
	l.at += n
	return w
}

func (l *lexer) literal() literal {
	var s []byte
	for l.at++; l.data[l.at] != ')'; l.at++ {
		c := l.data[l.at]
		if c == '\\' {
			l.at++
			if c = l.data[l.at]; c == 'r' {
				c = '\r'
			}
		}
		s = append(s, c)
	}
	l.at++
	return literal(s)
}
