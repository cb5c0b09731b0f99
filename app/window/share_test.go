package window

import (
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

func TestTheStatementIsMailed(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.press("Send by mail")
	if len(a.visited) != 1 {
		t.Fatalf("opened %v", a.visited)
	}
	u := a.visited[0]
	if strings.Contains(u.String(), "+") {
		t.Error("mail programs show a plus for each space")
	}
	query, err := url.ParseQuery(u.RawQuery)
	if err != nil || u.Scheme != "mailto" {
		t.Fatal(u, err)
	}
	if query.Get("subject") != a.draft.Statement().Headline() {
		t.Errorf("the subject is %q", query.Get("subject"))
	}
	body := query.Get("body")
	first, rest, _ := strings.Cut(body, "\r\n")
	pdf := strings.TrimPrefix(first, "PDF to attach: ")
	if data, err := os.ReadFile(pdf); err != nil || !strings.HasPrefix(string(data), "%PDF-") {
		t.Errorf("no PDF at %q: %v", pdf, err)
	}
	if runtime.GOOS != "windows" && !strings.Contains(strings.Join(strings.Fields(rest), " "), "The EU welcomed the repeal of the licence fee") {
		t.Errorf("the words are not in the mail: %.200q", rest)
	}
}

func TestALongMailNamesThePDFOnly(t *testing.T) {
	long := strings.Repeat("words ", 1000)
	if u := mailURL("Subject", long, "PDF: a.pdf", longestURL("windows")); len(u.String()) > 2000 || !strings.Contains(u.RawQuery, "a.pdf") {
		t.Errorf("%.100s", u)
	}
	if u := mailURL("Été", long, "PDF: a.pdf", longestURL("linux")); !strings.Contains(u.RawQuery, "words%20words") || !strings.HasPrefix(u.String(), "mailto:?subject=%C3%89t%C3%A9&body=") {
		t.Errorf("%.100s", u)
	}
}

func TestPrinting(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows prints from its viewer")
	}
	dir := t.TempDir()
	a := officerAt(t, filepath.Join(dir, "new"))
	a.theStatement()
	path := os.Getenv("PATH")
	t.Setenv("PATH", t.TempDir())
	a.press("Print…")
	a.until("the viewer", func() bool { return len(a.visited) == 1 })
	if u := a.visited[0]; u.Scheme != "file" || !strings.HasSuffix(u.Path, ".pdf") {
		t.Errorf("opened %v", u)
	}

	t.Setenv("PATH", dir+":"+path)
	for name, script := range map[string]string{
		"lpstat": "echo 'system default destination: press-room'",
		"lp":     `echo "$@" >"` + dir + `/printed"; head -c 5 "$3" >>"` + dir + `/printed"`,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+script+"\n"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	a.press("Print…")
	a.until("a question", func() bool { return a.win.Canvas().Overlays().Top() != nil })
	if _, err := os.Stat(filepath.Join(dir, "printed")); err == nil {
		t.Error("it was printed unasked")
	}
	a.win.Canvas().Focused().(*button).OnTapped()
	a.until("printed", func() bool { return strings.HasSuffix(a.status.disk.Text, "Handed to press-room") })
	if printed, _ := os.ReadFile(filepath.Join(dir, "printed")); !strings.HasPrefix(string(printed), "-d press-room ") || !strings.HasSuffix(string(printed), "%PDF-") {
		t.Errorf("printed %q", printed)
	}
}

// TestPassingPDFsPass: they are gone after a day, and nothing else is.
func TestPassingPDFsPass(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	pdf, ok := a.passingPDF()
	other := filepath.Join(os.TempDir(), "delegation-briefing-pdf-mine")
	if err := os.Mkdir(other, 0o700); err != nil || !ok {
		t.Fatal(ok, err)
	}
	if err := os.WriteFile(filepath.Join(other, "notes.txt"), []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	sweepPassing(time.Now())
	if !isFile(pdf) {
		t.Error("it is gone at once")
	}
	sweepPassing(time.Now().Add(25 * time.Hour))
	if _, err := os.Stat(filepath.Dir(pdf)); !os.IsNotExist(err) {
		t.Errorf("it is there the next day: %v", err)
	}
	if _, err := os.Stat(other); err != nil {
		t.Error("somebody else's folder is gone")
	}
}
