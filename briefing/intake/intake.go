// Package intake reads texts that exist already, such as last year's statement
// or a draft from a mail, into a statement laid out by section. It never drops
// a word: what it cannot place stays as a topic and is reported. Facts are
// read from the words besides. Tables of words that it goes by lie in the
// office's folder "intake", so an office can teach it more. What stands beside
// a text is none of its words: struck passages, comments, the notes of a page.
package intake

import (
	"fmt"
	"io"

	"delegation-briefing/briefing"
)

// Result is a text laid out as a statement, and what an officer should look at
// before she relies on it.
type Result struct {
	Statement briefing.Statement // its Template names the one that was chosen
	Remarks   []Remark           // in reading order, facts first
}

// Remark is one thing that was missing, guessed, moved or not placed.
type Remark struct {
	Kind Kind
	At   briefing.Place
	Said string // one sentence, as an officer reads it; %s stands for what With has
	With []any
}

// String is the sentence in English. A window in another language says Said in
// its own words.
func (r Remark) String() string { return fmt.Sprintf(r.Said, r.With...) }

// Kind says what sort of thing is remarked on.
type Kind string

// The kinds of remark.
const (
	Missing  Kind = "missing"  // the text does not say it
	Guessed  Kind = "guessed"  // taken from where it may mean something else
	Unplaced Kind = "unplaced" // kept as a topic because its section is not clear
	Moved    Kind = "moved"    // the template prints it elsewhere than it stood
	Kept     Kind = "kept"     // kept as it is written where more could be made of it
	Left     Kind = "left"     // left out because a statement has no place for it
)

// Read reads a plain text in UTF-8, UTF-16 or Windows-1252, a page of the web
// or a DOCX; which of them, it tells by what is in the file. The template is
// the name of the one to follow; empty: the one that fits the text. What is
// wrong in the file itself comes as a [*briefing.FileError].
func Read(r io.Reader, office briefing.Office, template string) (Result, error) {
	data, err := readAll(r)
	if err != nil {
		return Result{}, err
	}
	text, notes, err := paragraphs(data)
	if err != nil {
		return Result{}, err
	}
	return layOut(text, notes, office, template)
}

// paragraphs finds the paragraphs of a file, whatever its format, and reports
// whether it had notes that are not among them.
func paragraphs(data []byte) (text []paragraph, notes bool, err error) {
	if isDOCX(data) {
		text, err = docxParagraphs(data)
		return text, false, err
	}
	page := isHTML(data)
	read := decode
	if page {
		read = htmlText
	}
	words, err := read(data)
	if err != nil {
		return nil, false, err
	}
	if page {
		return htmlParagraphs(words)
	}
	return plainParagraphs(words), false, nil
}

// layOut makes a statement of the paragraphs of a text, whatever it was
// written in, and remarks on notes that were left out.
func layOut(text []paragraph, notes bool, office briefing.Office, template string) (Result, error) {
	if len(text) == 0 {
		return Result{}, &briefing.FileError{Message: "there are no words in it"}
	}
	words, err := readTables(office)
	if err != nil {
		return Result{}, err
	}
	t, err := chooseTemplate(text, office, template)
	if err != nil {
		return Result{}, err
	}
	d := desk{tables: words, template: t, text: text}
	d.sort()
	d.readFacts()
	d.fill()
	if notes {
		d.remark(Left, at(opening), "The notes were left out: a statement has none. Where one matters, write it into the text.")
	}
	return Result{d.statement, d.remarks}, nil
}

// readAll reads at most what a statement's file may hold.
func readAll(r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, briefing.MaxFile+1))
	if err != nil {
		return nil, fmt.Errorf("reading text: %w", err)
	}
	if len(data) > briefing.MaxFile {
		return nil, &briefing.FileError{Message: fmt.Sprintf("the file is larger than %d MB", briefing.MaxFile>>20)}
	}
	return data, nil
}
