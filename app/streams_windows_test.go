package app

import (
	"os"
	"path/filepath"
	"testing"
)

func TestStreamsThatLeadSomewhere(t *testing.T) {
	f, err := os.Create(filepath.Join(t.TempDir(), "out.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if !leads(f) {
		t.Error("a file leads nowhere")
	}
	f.Close()
	for name, f := range map[string]*os.File{"closed": f, "none": nil, "without a handle": os.NewFile(0, "stdout")} {
		if leads(f) {
			t.Errorf("%s: it leads somewhere", name)
		}
	}
}

func TestComplaintsThatNobodyHeardAreKept(t *testing.T) {
	stderr := os.Stderr
	defer func() { os.Stderr = stderr }()
	os.Stderr = nil
	var c complaints
	if _, err := c.Write([]byte("no display")); err != nil || c.unheard.String() != "no display" {
		t.Errorf("%q, %v", c.unheard.String(), err)
	}
}
