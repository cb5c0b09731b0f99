package window

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"delegation-briefing/app/printing"
	"delegation-briefing/briefing/press"
)

// TestExportNamesItsVersion exports from the window: the PDF names the version
// that was kept for it.
func TestExportNamesItsVersion(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	pdf := filepath.Join(t.TempDir(), "out.pdf")
	a.export(pdf)
	data, err := os.ReadFile(pdf)
	if err != nil {
		t.Fatal(err)
	}
	info, err := press.ReadInfo(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	id, version, err := printing.ReadName(info.Version)
	if err != nil {
		t.Fatal(err)
	}
	all, err := a.archive.History(id)
	if err != nil || len(all) != 1 || !strings.HasPrefix(all[0].ID, version) || all[0].Automatic != "before export" {
		t.Errorf("the PDF is of %s, kept are %+v, %v", info.Version, all, err)
	}
}

// TestNoPDFNamesTheWordsOfOthers: they wrote in the file after it was saved, and
// before it was printed.
func TestNoPDFNamesTheWordsOfOthers(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.somebodyWrites()
	pdf := filepath.Join(t.TempDir(), "out.pdf")
	a.export(pdf)
	if isFile(pdf) {
		t.Error("it was exported")
	}
	if a.win.Canvas().Overlays().Top() == nil {
		t.Error("nobody is asked whose words shall stand")
	}
}

// TestAFileInAnotherOrderIsExported: the desk arranges sections by the template,
// and nobody has changed anything by that.
func TestAFileInAnotherOrderIsExported(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	s, err := a.archive.Load(sampleStatement)
	if err != nil {
		t.Fatal(err)
	}
	slices.Reverse(s.Sections)
	s.ID = ""
	id, err := a.archive.Create(s)
	if err != nil {
		t.Fatal(err)
	}
	a.show(id)
	pdf := filepath.Join(t.TempDir(), "out.pdf")
	if a.export(pdf); !isFile(pdf) || a.win.Canvas().Overlays().Top() != nil {
		t.Error("it was not exported")
	}
}
