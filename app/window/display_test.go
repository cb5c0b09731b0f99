package window

import (
	"errors"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
)

// unseen is a window on a machine without a display.
type unseen struct{ fyne.Window }

func (unseen) Show() { panic("NotInitialized: The GLFW library is not initialized") }

func TestWithoutADisplayOneSentence(t *testing.T) {
	if err := show(unseen{}); !errors.Is(err, errNoDisplay) {
		t.Errorf("error %v", err)
	}
}

// TestWithoutOpenGLOneSentence: Windows knows no window then, and Fyne goes on.
func TestWithoutOpenGLOneSentence(t *testing.T) {
	if err := show(known{handle: 0}); !errors.Is(err, errNoOpenGL) {
		t.Errorf("error %v", err)
	}
	if err := show(known{handle: 7}); err != nil {
		t.Errorf("where it is shown: %v", err)
	}
}

// known is a window as Windows knows it.
type known struct {
	fyne.Window
	handle uintptr
}

func (known) Show() {}

func (k known) RunNative(do func(any)) { do(driver.WindowsWindowContext{HWND: k.handle}) }
