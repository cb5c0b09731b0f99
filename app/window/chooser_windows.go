package window

import (
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
	"unicode/utf16"
	"unsafe"

	"golang.org/x/sys/windows"
)

var (
	dialogs       = windows.NewLazySystemDLL("comdlg32.dll")
	askToOpen     = dialogs.NewProc("GetOpenFileNameW")
	askToSave     = dialogs.NewProc("GetSaveFileNameW")
	whatWentWrong = dialogs.NewProc("CommDlgExtendedError")
)

// choose asks for a file and waits for the answer: its path, several where the
// question allows them, or none where the officer thought better of it.
func choose(q fileQuestion) ([]string, error) {
	runtime.LockOSThread() // a dialog and what it went wrong by belong to a thread
	defer runtime.UnlockOSThread()
	if windows.CoInitializeEx(0, windows.COINIT_APARTMENTTHREADED) == nil { // for what the dialog shows of the shell
		defer windows.CoUninitialize()
	}
	ask := askToOpen
	if q.save {
		ask = askToSave
	}
	if err := ask.Find(); err != nil {
		return nil, errNoChooser
	}
	chosen, fault := askWith(ask, q)
	if fault == badSuggestion {
		q.suggestion = ""
		chosen, fault = askWith(ask, q)
	}
	if fault != 0 {
		return nil, fmt.Errorf("asking for a file: the system's dialog ended with %#x", fault)
	}
	return chosen, nil
}

// badSuggestion is the fault of a dialog that was to begin with an impossible
// name.
const badSuggestion = 0x3002

// askWith shows the dialog. The fault is 0 where the officer thought better of
// it.
func askWith(ask *windows.LazyProc, q fileQuestion) (chosen []string, fault uintptr) {
	answer := make([]uint16, room)
	copy(answer[:room-1], utf16.Encode([]rune(q.suggestion)))
	form := openFileName{
		owner: q.owner, file: &answer[0], maxFile: room,
		filter: unsafe.SliceData(filterWords(q.endings)),
		title:  words(q.title),
		ending: words(strings.TrimPrefix(filepath.Ext(q.suggestion), ".")),
		flags:  flagsOf(q),
	}
	form.size = uint32(unsafe.Sizeof(form))
	if done, _, _ := ask.Call(uintptr(unsafe.Pointer(&form))); done == 0 {
		fault, _, _ = whatWentWrong.Call()
		return nil, fault
	}
	return chosenPaths(answer, q.many), 0
}

// room is how long an answer may be: some hundred paths.
const room = 1 << 16

func words(s string) *uint16 {
	if s == "" {
		return nil
	}
	p, _ := windows.UTF16PtrFromString(s) // without it the dialog has words of its own
	return p
}

func flagsOf(q fileQuestion) uint32 {
	const (
		hideReadOnly     = 0x4
		noChangeDir      = 0x8 // or relative paths would lead elsewhere from then on
		allowMultiselect = 0x200
		pathMustExist    = 0x800
		fileMustExist    = 0x1000
		explorer         = 0x80000
	)
	flags := uint32(explorer | hideReadOnly | noChangeDir | pathMustExist)
	if q.save {
		return flags // askWhere asks before a file of others is replaced
	}
	if q.many {
		flags |= allowMultiselect
	}
	return flags | fileMustExist
}

// openFileName is OPENFILENAMEW, the form that a dialog is asked with.
type openFileName struct {
	size            uint32
	owner           uintptr
	instance        uintptr
	filter          *uint16
	customFilter    *uint16
	maxCustomFilter uint32
	filterIndex     uint32
	file            *uint16
	maxFile         uint32
	fileTitle       *uint16
	maxFileTitle    uint32
	initialDir      *uint16
	title           *uint16
	flags           uint32
	fileOffset      uint16
	fileExtension   uint16
	ending          *uint16
	customData      uintptr
	hook            uintptr
	templateName    *uint16
	reserved        uintptr
	reserved2       uint32
	flagsEx         uint32
}
