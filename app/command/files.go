package command

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/archive"
)

// stdio is the name that stands for standard input or output.
const stdio = "-"

// input opens a file, or standard input. The caller closes it.
func (d *Desk) input(name string) (io.ReadCloser, error) {
	if name == stdio {
		return io.NopCloser(d.In), nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	if info, err := f.Stat(); err == nil && info.IsDir() {
		f.Close()
		return nil, fmt.Errorf("%s is a folder, not a file", name)
	}
	return f, nil
}

// named are the files that words of a command line name. On Windows shells leave
// it to a program to find those that *.toml means; no file has such a name.
func named(words []string, system string) []string {
	if system != "windows" {
		return words
	}
	var names []string
	for _, word := range words {
		found, err := filepath.Glob(word)
		if err != nil || len(found) == 0 || !strings.ContainsAny(word, "*?") {
			found = []string{word}
		}
		names = append(names, found...)
	}
	return names
}

// output writes a file, or standard output, whole or not at all.
func (d *Desk) output(name string, write func(io.Writer) error) error {
	if name != stdio {
		return archive.WriteOut(name, write)
	}
	var whole bytes.Buffer
	if err := write(&whole); err != nil {
		return err
	}
	_, err := d.Out.Write(whole.Bytes())
	return err
}

// statement reads a statement's file and gives it the file's name.
func (d *Desk) statement(name string) (briefing.Statement, error) {
	f, err := d.input(name)
	if err != nil {
		return briefing.Statement{}, err
	}
	defer f.Close()
	s, err := briefing.ReadStatement(f)
	if err != nil {
		return briefing.Statement{}, inFile(name, err)
	}
	s.ID = strings.TrimSuffix(filepath.Base(name), ".toml")
	if name == stdio {
		s.ID = "statement"
	}
	return s, nil
}

// inFile puts the file's name before an error, as compilers write it.
func inFile(name string, err error) error {
	if name == stdio {
		name = "standard input"
	}
	var at *briefing.FileError
	if errors.As(err, &at) && at.Line > 0 {
		return fmt.Errorf("%s:%d:%d: %s", name, at.Line, at.Col, at.Message)
	}
	return fmt.Errorf("%s: %w", name, err)
}

// writeStatement writes a statement's file. An earlier file of that name with
// other words in it is kept beside it, with "~" at the end of its name.
func (d *Desk) writeStatement(name string, s briefing.Statement) error {
	var text bytes.Buffer
	if err := s.WriteTOML(&text); err != nil {
		return err
	}
	if name != stdio {
		if err := d.keepOld(name, text.Bytes()); err != nil {
			return err
		}
	}
	return d.output(name, func(w io.Writer) error {
		_, err := w.Write(text.Bytes())
		return err
	})
}

func (d *Desk) keepOld(name string, text []byte) error {
	old, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) || err == nil && bytes.Equal(old, text) {
		return nil
	}
	if err != nil {
		return err
	}
	err = archive.WriteFile(name+"~", func(w io.Writer) error {
		_, err := w.Write(old)
		return err
	})
	if err != nil {
		return fmt.Errorf("keeping the earlier %s: %w", name, err)
	}
	fmt.Fprintf(d.Err, "the earlier %s is kept as %s~\n", name, name)
	return nil
}

// office finds templates for a statement's file: those of the workspace asked
// for, or of the one the file lies in, before the shipped ones.
func (d *Desk) office(file string) briefing.Office {
	folder := d.workspace
	if folder == "" {
		folder = d.workspaceOf(file)
	}
	if folder == "" {
		return briefing.Office{d.Files}
	}
	return briefing.Office{os.DirFS(folder), d.Files}
}

// workspaceOf is the workspace a statement's file lies in, or "".
func (d *Desk) workspaceOf(file string) string {
	if file == stdio || file == "" {
		return ""
	}
	dir, err := filepath.Abs(filepath.Dir(file))
	if err != nil || filepath.Base(dir) != "statements" {
		return ""
	}
	return filepath.Dir(dir)
}

// template finds the template a statement was written with.
func (d *Desk) template(s briefing.Statement, file string) (briefing.Template, error) {
	t, err := d.office(file).Template(s.Template)
	if errors.Is(err, fs.ErrNotExist) {
		return t, inFile(file, fmt.Errorf("its template %q is not there: see %s templates", s.Template, Name))
	}
	return t, err
}
