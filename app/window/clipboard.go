package window

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"

	"delegation-briefing/briefing/intake"
)

// pasteAnew brings what another program copied into our prose, with its
// paragraphs, lists and emphasis. Fyne's clipboard has plain words only, so a
// program of the desktop is asked for more, where there is one. write gets ""
// where words are all there is.
func (w *Window) pasteAnew(words string, write func(prose string)) {
	ask := clipboardCommand(runtime.GOOS, os.Getenv("WAYLAND_DISPLAY") != "")
	if len(ask) == 0 {
		write("")
		return
	}
	// The copied words may be our own: then this very window must answer, so it
	// cannot wait.
	w.later(func() func() {
		prose := copiedProse(ask, words)
		return func() { write(prose) }
	})
}

// clipboardCommand is how the clipboard's HTML is asked for; nil where no
// program for it is installed.
func clipboardCommand(system string, wayland bool) []string {
	ask := []string{"xclip", "-selection", "clipboard", "-target", "text/html", "-out"}
	switch {
	case system == "windows" || system == "darwin":
		return nil
	case wayland:
		ask = []string{"wl-paste", "--no-newline", "--type", "text/html"}
	}
	if _, err := exec.LookPath(ask[0]); err != nil {
		return nil
	}
	return ask
}

// copiedProse is the prose of the clipboard's HTML; "" where it has none, or
// where it says no more than the words do.
func copiedProse(ask []string, words string) string {
	const patience = 500 * time.Millisecond
	soon, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	page, err := exec.CommandContext(soon, ask[0], ask[1:]...).Output()
	if err != nil || len(page) == 0 {
		return ""
	}
	prose, err := intake.HTML(bytes.NewReader(page))
	if err != nil {
		return ""
	}
	if string(prose) == strings.TrimSpace(words) {
		return ""
	}
	return string(prose)
}
