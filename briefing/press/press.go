// Package press is output: it prints pages as a PDF and as proofs for the
// screen, and the words of a statement as plain text, HTML and DOCX. What
// stands where on the paper was decided by page.
package press

import (
	"bytes"
	"fmt"
	"io"
	"sync/atomic"
	"time"

	"delegation-briefing/briefing/page"
)

// Info is what a PDF says about itself.
type Info struct {
	Author   string
	Subject  string
	Keywords string
	Date     time.Time // of the statement's version, never the clock; zero: the file bears no date
	Version  string    // which version of which statement; [ReadInfo] finds it again
	Program  string    // that wrote the file
}

// WritePDF writes a document as a PDF that is PDF/A-2a and PDF/UA-1. The same
// document and info always give the same bytes. It refuses a document with a
// character that no font has. It returns the first error of w; what was
// written up to then is of no use.
func WritePDF(w io.Writer, doc *page.Document, info Info) error {
	return New().WritePDF(w, doc, info)
}

// Press is a printer that stays warm: it remembers the fonts and the pages of
// the last document, so that a page that has not changed is not made again.
// What it writes does not depend on what it remembers. Any goroutine may use
// it, also several at once.
type Press struct {
	memory atomic.Pointer[memory]
}

// memory is what a Press remembers. It is never changed, only replaced.
type memory struct {
	fonts  map[*page.Face]*font
	sheets map[*page.Page]*sheet
}

// New returns a press that remembers nothing yet.
func New() *Press {
	p := &Press{}
	p.memory.Store(&memory{})
	return p
}

// WritePDF is [WritePDF] on a warm press.
//
// It works in three steps: each page is set in PDF operators, gofpdf draws
// these on its pages with links, pictures and outline, and the result is
// finished with all that gofpdf has no word for.
func (p *Press) WritePDF(w io.Writer, doc *page.Document, info Info) error {
	set, err := typeset(doc, p.memory.Load())
	if err != nil {
		return fmt.Errorf("printing PDF: %w", err)
	}
	var drawn bytes.Buffer
	if err := set.draw(&drawn); err != nil {
		return fmt.Errorf("printing PDF: %w", err)
	}
	if err := set.finish(w, drawn.Bytes(), info); err != nil {
		return fmt.Errorf("printing PDF: %w", err)
	}
	p.memory.Store(set.memory())
	return nil
}
