package window

import (
	"runtime"
	"testing"
)

// TestANotchIsThreeLines, and a touchpad is followed as it is.
func TestANotchIsThreeLines(t *testing.T) {
	if runtime.GOOS == "darwin" {
		t.Skip("macOS has its own pace")
	}
	for notches, want := range map[float64]float64{1: 2.4, -2: -4.8, 40: 9, -40: -9, 0: 0, 0.25: 0.25, -1.5: -1.5} {
		if got := scrolled(notches); got != want {
			t.Errorf("%v notches are %v, want %v", notches, got, want)
		}
	}
}
