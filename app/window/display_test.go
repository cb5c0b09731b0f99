package window

import (
	"errors"
	"testing"

	"fyne.io/fyne/v2"
)

// unseen is a window on a machine without a display.
type unseen struct{ fyne.Window }

func (unseen) Show() { panic("NotInitialized: The GLFW library is not initialized") }

func TestWithoutADisplayOneSentence(t *testing.T) {
	if err := show(unseen{}); !errors.Is(err, errNoDisplay) {
		t.Errorf("error %v", err)
	}
}
