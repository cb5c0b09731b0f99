//go:build !windows

package window

import (
	"context"
	"os"
	"os/exec"
	"runtime"
	"time"
)

// pageAsker asks a program of the desktop for the clipboard's HTML; nil where
// none is installed.
func pageAsker() func() []byte {
	ask := clipboardCommand(runtime.GOOS, os.Getenv("WAYLAND_DISPLAY") != "")
	if len(ask) == 0 {
		return nil
	}
	return func() []byte { return answerOfClipboard(ask) }
}

// clipboardCommand is how the clipboard's HTML is asked for; nil where no
// program for it is installed.
func clipboardCommand(system string, wayland bool) []string {
	ask := []string{"xclip", "-selection", "clipboard", "-target", "text/html", "-out"}
	switch {
	case system == "darwin":
		return nil
	case wayland:
		ask = []string{"wl-paste", "--no-newline", "--type", "text/html"}
	}
	if _, err := exec.LookPath(ask[0]); err != nil {
		return nil
	}
	return ask
}

// answerOfClipboard is what the program says; nil where it knows no HTML.
func answerOfClipboard(ask []string) []byte {
	const patience = 500 * time.Millisecond
	soon, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	page, err := exec.CommandContext(soon, ask[0], ask[1:]...).Output()
	if err != nil {
		return nil
	}
	return page
}
