package window

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestExportIsOfTheLastWord: what was typed a moment ago is in the file, and in
// the version that the file names.
func TestExportIsOfTheLastWord(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.at("outcome", 0, "text")
	a.typed(" And a last word.")
	pdf, ok := a.passingPDF()
	if !ok {
		t.Fatal("there is no PDF")
	}
	t.Cleanup(func() { os.RemoveAll(filepath.Dir(pdf)) })
	id := a.draft.Statement().ID
	versions, err := a.archive.History(id)
	if err != nil || len(versions) == 0 {
		t.Fatalf("%d versions, %v", len(versions), err)
	}
	kept, err := a.archive.LoadVersion(id, versions[0].ID, a.config.Files)
	if err != nil || !strings.HasSuffix(string(kept.Statement.Section("outcome").Text), "And a last word.") {
		t.Errorf("the version ends with %q, %v", kept.Statement.Section("outcome").Text, err)
	}
	if data, err := os.ReadFile(pdf); err != nil || !bytes.Contains(data, []byte(versions[0].ID[:12])) {
		t.Errorf("the PDF does not name the version: %v", err)
	}
}

// TestExportWithoutTheWorkspace: where nothing can be kept any more, the
// statement still gets out, and the officer is told.
func TestExportWithoutTheWorkspace(t *testing.T) {
	workspace := filepath.Join(t.TempDir(), "share")
	a := officerAt(t, workspace)
	a.theStatement()
	a.at("outcome", 0, "text")
	if err := os.Rename(workspace, workspace+" gone"); err != nil {
		t.Fatal(err)
	}
	a.typed(" Written without a disk.")
	name := filepath.Join(t.TempDir(), "out.txt")
	a.export(name)
	if data, err := os.ReadFile(name); err != nil || !strings.Contains(string(data), "Written without a disk.") {
		t.Errorf("exported is %q, %v", data, err)
	}
	if !strings.Contains(a.status.said, "not kept as a version: The workspace is not there") {
		t.Errorf("the officer reads %q", a.status.said)
	}
}
