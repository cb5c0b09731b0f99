package briefing

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
)

// MaxFile is the largest file read as a statement or a template, in bytes.
// The longest brief we know has 200 KB.
const MaxFile = 64 << 20

// FileError says what is wrong in a file, and where. Line and Col count from
// 1, Col in bytes; both are 0 where the whole file is meant.
type FileError struct {
	Line, Col int
	Message   string
}

func (e *FileError) Error() string {
	if e.Line == 0 {
		return e.Message
	}
	return fmt.Sprintf("line %d, column %d: %s", e.Line, e.Col, e.Message)
}

// ReadStatement reads a statement as [Statement.WriteTOML] writes it, or as a
// person does by hand. It is strict: a key it does not know, a section that
// stands twice and a format newer than [Format] are errors. What is wrong in
// the file itself comes as a [*FileError].
func ReadStatement(r io.Reader) (Statement, error) {
	var s Statement
	if err := ReadTOML(r, &s); err != nil {
		return Statement{}, err
	}
	return s, s.check()
}

// WriteTOML writes the statement as a file. The same statement always gives
// the same bytes, and reading them gives the same statement. One that
// [ReadStatement] would refuse is not written.
func (s Statement) WriteTOML(w io.Writer) error {
	s.Format = Format
	if err := s.check(); err != nil {
		return fmt.Errorf("writing statement: %w", err)
	}
	enc := toml.NewEncoder(w)
	enc.Indent = ""
	if err := enc.Encode(s); err != nil {
		return fmt.Errorf("writing statement: %w", err)
	}
	return nil
}

func (s Statement) check() error {
	if s.Format > Format {
		return &FileError{Message: fmt.Sprintf(
			"this file was written by a newer program (format %d; this one reads up to %d): update the program to open it", s.Format, Format)}
	}
	if s.Format < 1 {
		return &FileError{Message: `this is not a statement: it does not begin with "format = 1"`}
	}
	if s.Edition < 0 {
		return &FileError{Message: "edition must not be negative"}
	}
	if s.Status != "" && !slices.Contains(Statuses(), s.Status) {
		return &FileError{Message: fmt.Sprintf("status %q is not known: write draft, cleared or published", s.Status)}
	}
	seen := map[string]bool{}
	for _, sec := range s.Sections {
		if sec.Key == "" {
			return &FileError{Message: "a section has no key"}
		}
		if seen[sec.Key] {
			return &FileError{Message: fmt.Sprintf("section %q stands twice", sec.Key)}
		}
		seen[sec.Key] = true
		if len(sec.Topics) > 0 && len(sec.People) > 0 {
			return &FileError{Message: fmt.Sprintf("section %q has both topics and people", sec.Key)}
		}
	}
	return nil
}

// ReadTOML reads a file of the program's into v, which points to a struct. It
// refuses keys that v does not have, text that is not UTF-8, and files beyond
// [MaxFile]; what is wrong in the file comes as a [*FileError].
func ReadTOML(r io.Reader, v any) error {
	data, err := io.ReadAll(io.LimitReader(r, MaxFile+1))
	if err != nil {
		return fmt.Errorf("reading file: %w", err)
	}
	if len(data) > MaxFile {
		return &FileError{Message: fmt.Sprintf("the file is larger than %d MB", MaxFile>>20)}
	}
	if at := invalidUTF8(data); at >= 0 {
		line, col := position(data, at)
		return &FileError{line, col, "this is not UTF-8 text"}
	}
	meta, err := toml.Decode(string(data), v)
	if err != nil {
		return fileError(err)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		line, col := keyPosition(data, meta.Keys(), unknown[0])
		return &FileError{line, col, fmt.Sprintf("unknown key %q", unknown[0].String())}
	}
	return nil
}

func fileError(err error) error {
	var parse toml.ParseError
	if !errors.As(err, &parse) {
		return typeError(strings.TrimPrefix(err.Error(), "toml: "))
	}
	message := parse.Message
	if message == "" {
		message = strings.TrimPrefix(parse.Error(), "toml: ")
	}
	return &FileError{parse.Position.Line, max(parse.Position.Col, 1), message}
}

// typeError takes the line out of the text in which the library reports a
// value of the wrong type: `line 2 (last key "edition"): incompatible …`.
func typeError(message string) *FileError {
	var line int
	var key string
	if n, _ := fmt.Sscanf(message, "line %d (last key %q):", &line, &key); n < 2 {
		return &FileError{Message: message}
	}
	_, rest, _ := strings.Cut(message, "): ")
	return &FileError{line, 1, key + ": " + rest}
}

func invalidUTF8(data []byte) int {
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

// position is the line and column, from 1, of a byte.
func position(data []byte, at int) (line, col int) {
	before := data[:at]
	return bytes.Count(before, []byte("\n")) + 1, at - bytes.LastIndexByte(before, '\n')
}

// keyPosition finds where an unknown key stands. The library knows but does
// not tell, so the place is found by counting: the key is the n-th of its name
// among all keys of the file, and so is its line among those that set it.
func keyPosition(data []byte, all []toml.Key, key toml.Key) (line, col int) {
	name := key[len(key)-1]
	n := 0
	for _, k := range all {
		if k[len(k)-1] == name {
			n++
		}
		if k.String() == key.String() {
			break
		}
	}
	var last [2]int
	for i, text := range outsideStrings(string(data)) {
		text = strings.TrimRight(text, " \t\r\n")
		lhs, _, _ := strings.Cut(strings.TrimLeft(text, "[ \t"), "=")
		lhs = strings.TrimSpace(strings.Trim(strings.TrimSpace(lhs), "]"))
		if lhs == name || strings.HasSuffix(lhs, "."+name) || strings.Trim(lhs, `"'`) == name {
			n--
			last = [2]int{i + 1, strings.Index(text, name) + 1}
			if n == 0 {
				break
			}
		}
	}
	return last[0], last[1]
}

// outsideStrings returns the lines of a TOML file with those blanked that lie
// inside a multi-line string.
func outsideStrings(data string) []string {
	all := strings.SplitAfter(data, "\n")
	open := ""
	for i, line := range all {
		text := line
		if open != "" {
			all[i] = ""
		}
		for text != "" {
			if open != "" {
				_, after, found := strings.Cut(text, open)
				if !found {
					break
				}
				text, open = after, ""
				continue
			}
			at := strings.IndexAny(text, `"'#`)
			if at < 0 || text[at] == '#' {
				break
			}
			quote := text[at : at+1]
			text = text[at:]
			if triple := strings.Repeat(quote, 3); strings.HasPrefix(text, triple) {
				text, open = text[3:], triple
				continue
			}
			_, text, _ = strings.Cut(text[1:], quote)
		}
	}
	return all
}

// MarshalTOML writes prose as a multi-line string, line by line.
func (p Prose) MarshalTOML() ([]byte, error) {
	if !utf8.ValidString(string(p)) {
		return nil, errors.New("text is not valid UTF-8")
	}
	var b bytes.Buffer
	b.WriteString("\"\"\"\n")
	for i, r := range string(p) {
		rest := string(p[i+utf8.RuneLen(r):])
		switch {
		case r == '\\':
			b.WriteString(`\\`)
		case r == '"' && (rest == "" || rest[0] == '"'):
			b.WriteString(`\"`)
		case r < ' ' && r != '\n' && r != '\t', r == 0x7f:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteString(`"""`)
	return b.Bytes(), nil
}

// Lines is a list of short texts that stands one a line in the file.
type Lines []string

// MarshalTOML writes an array, one entry a line.
func (l Lines) MarshalTOML() ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("[\n")
	for _, line := range l {
		if !utf8.ValidString(line) {
			return nil, errors.New("text is not valid UTF-8")
		}
		b.WriteString("  " + quote(line) + ",\n")
	}
	b.WriteString("]")
	return b.Bytes(), nil
}

// quote writes a basic string of TOML.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < ' ' || r == 0x7f:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
