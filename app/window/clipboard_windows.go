package window

import (
	"runtime"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

var (
	user32             = windows.NewLazySystemDLL("user32.dll")
	registerClipFormat = user32.NewProc("RegisterClipboardFormatW")
	openClipboard      = user32.NewProc("OpenClipboard")
	closeClipboard     = user32.NewProc("CloseClipboard")
	clipboardData      = user32.NewProc("GetClipboardData")

	kernel32     = windows.NewLazySystemDLL("kernel32.dll")
	globalLock   = kernel32.NewProc("GlobalLock")
	globalUnlock = kernel32.NewProc("GlobalUnlock")
	globalSize   = kernel32.NewProc("GlobalSize")
)

// pageAsker asks Windows for the clipboard's HTML.
func pageAsker() func() []byte { return copiedPage }

// copiedPage is the HTML that was copied; nil where there is none.
func copiedPage() []byte {
	name, err := windows.UTF16PtrFromString("HTML Format")
	if err != nil {
		return nil
	}
	format, _, _ := registerClipFormat.Call(uintptr(unsafe.Pointer(name)))
	runtime.LockOSThread() // the clipboard is open for a thread
	defer runtime.UnlockOSThread()
	if format == 0 || !takeClipboard() {
		return nil
	}
	defer closeClipboard.Call()
	handle, _, _ := clipboardData.Call(format)
	if handle == 0 {
		return nil
	}
	return copiedPart(bytesAt(handle))
}

// takeClipboard opens the clipboard, which only one program can at a time.
func takeClipboard() bool {
	for range 10 {
		if opened, _, _ := openClipboard.Call(0); opened != 0 {
			return true
		}
		time.Sleep(20 * time.Millisecond)
	}
	return false
}

// bytesAt copies what a handle of the clipboard stands for.
func bytesAt(handle uintptr) []byte {
	size, _, _ := globalSize.Call(handle)
	at, _, _ := globalLock.Call(handle)
	if at == 0 || size == 0 {
		return nil
	}
	defer globalUnlock.Call(handle)
	data := make([]byte, size)
	if windows.ReadProcessMemory(windows.CurrentProcess(), at, &data[0], size, nil) != nil {
		return nil
	}
	return data
}
