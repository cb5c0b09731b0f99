//go:build !windows

package window

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func TestPasteKeepsListsAndEmphasis(t *testing.T) {
	if runtime.GOOS == "darwin" {
		t.Skip("no program is asked there")
	}
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	t.Setenv("WAYLAND_DISPLAY", "")
	paste := func(html, plain string) string {
		t.Helper()
		dir := t.TempDir()
		t.Setenv("PATH", dir)
		if html != "" {
			script := "#!/bin/sh\nwhile read -r l; do echo \"$l\"; done <<'E'\n" + html + "\nE\n"
			if err := os.WriteFile(filepath.Join(dir, "xclip"), []byte(script), 0o700); err != nil {
				t.Fatal(err)
			}
		}
		f := a.at("background", 0, "text")
		f.Select(0, len(f.Text()))
		f.Insert("x")
		f.Select(0, 1)
		a.app.Clipboard().SetContent(plain)
		f.Paste()
		a.until("pasted", func() bool { return f.Text() != "x" })
		return a.text("background", 0, "text")
	}
	for _, c := range []struct{ html, plain, want string }{
		{"", "plain\nwords", "plain\n\nwords"},
		{"<p>A <b>strong</b> word.</p><ul><li>one</li><li>two</li></ul>", "A strong word.\n\n    one\n    two", "A **strong** word.\n\n- one\n- two"},
		{"<span>only</span>", " only ", " only "},
		{"<!--StartFragment--><span>a <b>strong</b> word </span><!--EndFragment-->", "a strong word ", "a **strong** word "},
		{"<html><body><!-- nothing --></body></html>", "words", "words"},
	} {
		if got := paste(c.html, c.plain); got != c.want {
			t.Errorf("%s: %q, want %q", c.html, got, c.want)
		}
	}
	if got := paste("<p>They met.<a style='mso-footnote-id:ftn1'>[1]</a></p><div style='mso-element:footnote-list'><p>In Aldvik.</p></div>", "They met.[1] In Aldvik."); got != "They met." {
		t.Errorf("with a note: %q", got)
	}
	a.until("what is left out is told", func() bool { return strings.Contains(a.status.said, "Notes were left out") })
	f := a.at("opening", 0, "text")
	f.Select(0, 5)
	f.Copy()
	want := f.SelectedText()
	f = a.at("background", 0, "text")
	f.Select(0, len(f.Text()))
	f.Paste() // our own words need no program
	if f.Text() != want {
		t.Errorf("our own words became %q, want %q", f.Text(), want)
	}
}
