package main_test

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "delegation-briefing"

// TestArrows keeps the arrows between packages that README.md draws: what a
// package must never reach, by itself or through others.
func TestArrows(t *testing.T) {
	never := []struct {
		from string
		to   []string
	}{
		{"briefing/...", []string{"fyne.io/", module + "/app", module + "/assets"}},
		{"briefing", []string{module + "/briefing/"}},
		{"briefing/press", []string{module + "/briefing/archive", "github.com/go-git/"}},
		{"briefing/draft", []string{module + "/briefing/archive"}},
		{"briefing/archive", []string{module + "/briefing/draft", "github.com/jung-kurt/gofpdf"}},
		{"briefing/style", []string{module + "/briefing/page"}},
		{"briefing/page", []string{module + "/briefing/style", "github.com/jung-kurt/gofpdf"}},
		{"briefing/intake", []string{"github.com/jung-kurt/gofpdf", "github.com/go-git/"}},
		{"briefing/precedent/...", []string{"github.com/jung-kurt/gofpdf", "github.com/go-git/", module + "/briefing/style"}},
		{"app/command", []string{"fyne.io/", module + "/assets", module + "/app/window"}},
		{"app/window/...", []string{module + "/assets", module + "/app/command"}},
	}
	for _, rule := range never {
		for _, pkg := range list(t, "list", "./"+rule.from) {
			for _, dep := range list(t, "list", "-deps", pkg) {
				for _, prefix := range rule.to {
					if dep != pkg && strings.HasPrefix(dep, prefix) {
						t.Errorf("%s reaches %s", pkg, dep)
					}
				}
			}
		}
	}
}

// TestLibrariesHaveOneRoom: gofpdf is known to press alone, go-git to archive
// alone, SQLite to the index alone, Fyne to the window alone.
func TestLibrariesHaveOneRoom(t *testing.T) {
	rooms := map[string]string{
		"github.com/jung-kurt/gofpdf": "briefing/press",
		"github.com/go-git/":          "briefing/archive",
		"modernc.org/":                "briefing/precedent/index",
		"fyne.io/":                    "app/window",
	}
	for _, line := range list(t, "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "./...") {
		words := strings.Fields(line)
		for library, room := range rooms {
			uses := slices.ContainsFunc(words[1:], func(imp string) bool { return strings.HasPrefix(imp, library) })
			if uses && !strings.HasPrefix(words[0], module+"/"+room) {
				t.Errorf("%s imports %s; only %s may", words[0], library, room)
			}
		}
	}
}

// list runs the go command and returns the lines it prints.
func list(t *testing.T, args ...string) []string {
	t.Helper()
	out, err := exec.Command("go", args...).Output()
	if err != nil {
		t.Fatalf("go %s: %v", strings.Join(args, " "), err)
	}
	return strings.Split(strings.TrimSpace(string(out)), "\n")
}
