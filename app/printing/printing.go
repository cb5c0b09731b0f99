// Package printing makes the files that leave the house, for the window and
// for the command line alike: so both print the same bytes of the same version.
package printing

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"time"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/archive"
	"delegation-briefing/briefing/page"
	"delegation-briefing/briefing/press"
)

// Endings are those of the files that can be made.
func Endings() []string { return []string{".pdf", ".docx", ".html", ".txt"} }

// Order is what is to be printed, and which version of it it is.
type Order struct {
	Statement briefing.Statement
	Template  briefing.Template
	Sheet     page.Sheet
	Program   string    // name and version
	Version   string    // as [Name] has it; empty: none was kept
	When      time.Time // of the version
}

// writers write the words of a statement without pages, by the ending of the
// file's name.
var writers = map[string]func(io.Writer, briefing.Statement, briefing.Template, press.Options) error{
	".txt": press.WriteText, ".html": press.WriteHTML, ".htm": press.WriteHTML, ".docx": press.WriteDOCX,
}

// CheckEnding refuses an ending, in lower case, of files that cannot be made. A
// name without one, as of standard output, is that of a PDF.
func CheckEnding(ending string) error {
	if ending == "" || ending == ".pdf" || writers[ending] != nil {
		return nil
	}
	return fmt.Errorf("nothing can be written as %s: let the name end in .pdf, .docx, .html or .txt", ending)
}

// Print makes the bytes of a file with that ending, which [CheckEnding] must
// know.
func (o Order) Print(c *page.Compositor, ending string) ([]byte, error) {
	if err := CheckEnding(ending); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	info := press.Info{Program: o.Program, Version: o.Version, Date: o.When}
	if write := writers[ending]; write != nil {
		err := write(&b, o.Statement, o.Template, press.Options{Sheet: o.Sheet, Info: info})
		return b.Bytes(), err
	}
	doc, err := c.Compose(page.Job{Statement: o.Statement, Template: o.Template, Sheet: o.Sheet, Version: o.Version})
	if err != nil {
		return nil, err
	}
	err = press.WritePDF(&b, doc, info)
	return b.Bytes(), err
}

// Keep keeps the version that is printed next, as the program does by itself,
// and puts it in the order as it was kept, with its template and its sheet: the
// file may have been saved since it was read, and a PDF has the words of the
// version that it names. An order that cannot be kept stays as it was.
func (o *Order) Keep(a *archive.Archive, k archive.Keeping) error {
	id := o.Statement.ID
	k.Note, k.Automatic = "", archive.AsExported
	v, err := a.Keep(id, k)
	if err != nil {
		return err
	}
	kept, err := a.LoadVersion(id, v.ID, k.Shipped)
	if err != nil {
		return err
	}
	t, err := kept.Office.Template(kept.Statement.Template)
	if err != nil {
		return err
	}
	sheet, err := page.FindSheet(kept.Office, kept.Statement.Template)
	if err != nil {
		return err
	}
	*o = Order{kept.Statement, t, sheet, o.Program, Name(id, v), v.When}
	return nil
}

// Name is how a PDF names a version of a statement.
func Name(id string, v archive.Version) string { return id + "@" + v.ID[:12] }

// ReadName takes such a name apart: the statement, and the first letters of the
// version's ID.
func ReadName(name string) (id, version string, err error) {
	id, version, ok := strings.Cut(name, "@")
	if !ok {
		return "", "", fmt.Errorf("%q names no version of a statement", name)
	}
	return id, version, nil
}
