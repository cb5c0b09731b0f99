package window

import (
	"errors"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"delegation-briefing/briefing/press"
)

// viewPDF opens the statement as a PDF in the system's viewer.
func (w *Window) viewPDF() {
	if name, ok := w.passingPDF(); ok {
		w.view(name)
	}
}

func (w *Window) view(pdf string) {
	if err := w.config.browse(&url.URL{Scheme: "file", Path: filepath.ToSlash(pdf)}); err != nil {
		w.fail(L("No program on this computer shows PDF files."), err)
	}
}

// PDFs that need not last lie in folders of this name, each of them for a day:
// until then a mail may still want the file.
const (
	passing    = "delegation-briefing-pdf-"
	passingFor = 24 * time.Hour
)

// passingPDF writes the statement as a PDF that need not last, in a folder
// that only the officer can read.
func (w *Window) passingPDF() (name string, ok bool) {
	w.nameByFacts()
	dir, err := os.MkdirTemp("", passing)
	if err != nil {
		w.fail(L("The PDF could not be written."), err)
		return "", false
	}
	name = filepath.Join(dir, w.draft.Statement().ID+".pdf")
	if _, ok = w.print(name); !ok {
		os.Remove(dir)
	}
	return name, ok
}

// sweepPassing takes away the PDFs that have lasted long enough: what is under
// embargo must not lie about for good. A folder with anything else in it stays.
func sweepPassing(now time.Time) {
	dirs, _ := filepath.Glob(filepath.Join(os.TempDir(), passing+"*"))
	for _, dir := range dirs {
		info, err := os.Lstat(dir)
		if err != nil || !info.IsDir() || now.Sub(info.ModTime()) < passingFor {
			continue
		}
		pdfs, _ := filepath.Glob(filepath.Join(dir, "*.pdf"))
		for _, pdf := range pdfs {
			os.Remove(pdf)
		}
		os.Remove(dir)
	}
}

// mail begins a mail with the statement's words, in which stands where its PDF
// is: no program may attach a file to a mail unasked.
func (w *Window) mail() {
	pdf, ok := w.passingPDF()
	if !ok {
		return
	}
	s := w.draft.Statement()
	var words strings.Builder
	if err := press.WriteText(&words, s, w.desk.template, press.Options{Sheet: w.press.sheet}); err != nil {
		w.fail(L("The statement cannot be printed."), err)
		return
	}
	to := mailURL(s.Headline(), words.String(), L("PDF to attach:")+" "+pdf, longestURL(runtime.GOOS))
	if err := w.config.browse(to); err != nil {
		w.fail(L("No program on this computer writes mails."), err)
		return
	}
	w.status.say(L("The PDF to attach is %s", pdf))
}

// mailURL is a mail to nobody yet. Where it would be longer than the system can
// hand over, the words are left out.
func mailURL(subject, words, foot string, longest int) *url.URL {
	with := func(body string) *url.URL {
		return &url.URL{Scheme: "mailto", RawQuery: "subject=" + mailEscape(subject) + "&body=" + mailEscape(body)}
	}
	if u := with(foot + "\n\n" + words); len(u.String()) <= longest {
		return u
	}
	return with(foot)
}

// longestURL is how long an address may be that a system opens.
func longestURL(system string) int {
	if system == "windows" {
		return 2000
	}
	return 60_000
}

// mailEscape writes words as RFC 6068 has them in an address: spaces are %20,
// lines end with CR LF.
func mailEscape(words string) string {
	words = strings.ReplaceAll(strings.ReplaceAll(words, "\r\n", "\n"), "\n", "\r\n")
	return strings.ReplaceAll(url.QueryEscape(words), "+", "%20")
}

// printOut prints the statement: on the printer the system knows, once the
// officer agrees, or else from the system's viewer.
func (w *Window) printOut() {
	pdf, ok := w.passingPDF()
	if !ok {
		return
	}
	w.later(func() func() {
		printer := defaultPrinter()
		return func() {
			if printer == "" {
				w.view(pdf)
				return
			}
			w.ask(L("Print"), L("Print"), w.broad(30, paragraph(L("Print on %s?", printer))), nil, func() { w.spool(pdf, printer) })
		}
	})
}

// spool hands a PDF to a printer.
func (w *Window) spool(pdf, printer string) {
	w.later(func() func() {
		said, err := exec.Command("lp", "-d", printer, pdf).CombinedOutput()
		return func() {
			if err != nil {
				w.fail(L("The printer did not take the statement."), errors.Join(err, errors.New(strings.TrimSpace(string(said)))))
				return
			}
			w.status.say(L("Handed to %s", printer))
		}
	})
}

// defaultPrinter asks the system which printer it uses; "" where it has none
// or does not print by itself.
func defaultPrinter() string {
	if _, err := exec.LookPath("lp"); err != nil {
		return ""
	}
	ask := exec.Command("lpstat", "-d")
	ask.Env = append(os.Environ(), "LC_ALL=C")
	said, err := ask.Output()
	_, printer, ok := strings.Cut(string(said), "destination: ")
	if err != nil || !ok {
		return ""
	}
	return strings.TrimSpace(printer)
}
