package app

import (
	"bytes"
	"os"
	"strings"

	"golang.org/x/sys/windows"
)

// A program that has windows has no console on Windows. The commands take that
// of the shell that started them, and what goes wrong without one is shown in
// a box.

var (
	kernel        = windows.NewLazySystemDLL("kernel32.dll")
	attachConsole = kernel.NewProc("AttachConsole")
	freeConsole   = kernel.NewProc("FreeConsole")
)

// joined is whether the console is another program's.
var joined bool

// joinConsole has those standard streams that lead nowhere lead to the console
// of the program that started this one, if it has one. Streams into a file or
// to another program stay.
func joinConsole() {
	if leads(os.Stdin) && leads(os.Stdout) && leads(os.Stderr) {
		return
	}
	const parent = ^uintptr(0)
	if done, _, _ := attachConsole.Call(parent); done == 0 {
		return
	}
	joined = true
	for stream, name := range map[**os.File]string{&os.Stdin: "CONIN$", &os.Stdout: "CONOUT$", &os.Stderr: "CONOUT$"} {
		if leads(*stream) {
			continue
		}
		if f, err := os.OpenFile(name, os.O_RDWR, 0); err == nil {
			*stream = f
		}
	}
}

// leads reports whether a stream leads anywhere.
func leads(f *os.File) bool {
	if f == nil {
		return false
	}
	kind, err := windows.GetFileType(windows.Handle(f.Fd()))
	return err == nil && kind != windows.FILE_TYPE_UNKNOWN
}

// leaveConsole lets go of the console before a window opens, or whoever closed
// the one would close the other.
func leaveConsole() {
	if !joined {
		return
	}
	for _, stream := range []**os.File{&os.Stdin, &os.Stdout, &os.Stderr} {
		if isConsole(*stream) {
			*stream = nil
		}
	}
	freeConsole.Call()
}

func isConsole(f *os.File) bool {
	var mode uint32
	return f != nil && windows.GetConsoleMode(windows.Handle(f.Fd()), &mode) == nil
}

// complaints is standard error, or a box where that leads nowhere.
type complaints struct{ unheard bytes.Buffer }

func (c *complaints) Write(p []byte) (int, error) {
	if leads(os.Stderr) {
		return os.Stderr.Write(p)
	}
	return c.unheard.Write(p)
}

// show shows what nobody has heard.
func (c *complaints) show() {
	text, err := windows.UTF16PtrFromString(strings.TrimSpace(c.unheard.String()))
	if err != nil || c.unheard.Len() == 0 {
		return
	}
	title, _ := windows.UTF16PtrFromString("Delegation Briefing")
	_, _ = windows.MessageBox(0, text, title, windows.MB_ICONERROR) // there is nothing else to say it with
}
